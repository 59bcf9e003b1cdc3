// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"

namespace memtape {

namespace {

Owned pad(Object* self, ssize left, ssize right, uint32_t fill) {
    if (left < 0) left = 0;
    if (right < 0) right = 0;
    if (left == 0 && right == 0) return exactStr(self);
    TextView text = viewOf(self);
    if (left > PTRDIFF_MAX - text.length || right > PTRDIFF_MAX - left - text.length) return raise(exc::OverflowError, "padded string is too long");
    uint32_t widest = text.length ? maxCharOf(text, 0, text.length) : 0x7f;
    StrObject* out = allocateStr(left + text.length + right, widest > fill ? widest : fill);
    if (!out) return nullptr;
    void* data = strData(out);
    auto put = [&](ssize from, ssize count) {
        for (ssize i = from; i < from + count; ++i) {
            if (out->kind == 1) static_cast<uint8_t*>(data)[i] = static_cast<uint8_t>(fill);
            else if (out->kind == 2) static_cast<uint16_t*>(data)[i] = static_cast<uint16_t>(fill);
            else static_cast<uint32_t*>(data)[i] = fill;
        }
    };
    put(0, left);
    copyChars(data, out->kind, left, text, 0, text.length);
    put(left + text.length, right);
    recordPayload(out);
    return Owned(out);
}

bool padArgs(Args args, ssize* width, uint32_t* fill) {
    *width = argumentAsSize(args[0]);
    if (*width == -1 && errorOccurred()) return false;
    *fill = ' ';
    if (args.count < 2) return true;
    if (!isStr(args[1])) return raise(exc::TypeError, "The fill character must be a unicode character, not {}", args[1]->type->name);
    TextView text = viewOf(args[1]);
    if (text.length != 1) return raise(exc::TypeError, "The fill character must be exactly one character long");
    *fill = text.at(0);
    return true;
}

}

Owned strCenter(Object* self, Args args) {
    ssize width;
    uint32_t fill;
    if (!padArgs(args, &width, &fill)) return nullptr;
    ssize total = width - asStr(self)->length;
    if (total <= 0) return exactStr(self);
    ssize left = total / 2 + (total & width & 1);
    return pad(self, left, total - left, fill);
}

Owned strLjust(Object* self, Args args) {
    ssize width;
    uint32_t fill;
    if (!padArgs(args, &width, &fill)) return nullptr;
    return pad(self, 0, width - asStr(self)->length, fill);
}

Owned strRjust(Object* self, Args args) {
    ssize width;
    uint32_t fill;
    if (!padArgs(args, &width, &fill)) return nullptr;
    return pad(self, width - asStr(self)->length, 0, fill);
}

Owned strZfill(Object* self, Object* arg) {
    ssize width = argumentAsSize(arg);
    if (width == -1 && errorOccurred()) return nullptr;
    TextView text = viewOf(self);
    if (text.length >= width) return exactStr(self);
    ssize fill = width - text.length;
    if (text.length > 0 && (text.at(0) == '+' || text.at(0) == '-')) {
        StrBuilder out;
        out.append(text.at(0));
        out.append(uint32_t{'0'}, fill);
        out.append(text, 1, text.length);
        return out.finish();
    }
    return pad(self, fill, 0, '0');
}

Owned strExpandtabs(Object* self, Args args) {
    Object* out[1] = {nullptr};
    if (!parseArgs("expandtabs", args, "| tabsize", out)) return nullptr;
    ssize tab = 8;
    if (out[0]) {
        Ref<> index(numberIndex(out[0]));
        if (!index) return nullptr;
        int overflow;
        int64_t value = intValue(index, &overflow);
        if (overflow || value != static_cast<int32_t>(value)) return raise(exc::OverflowError, "Python int too large to convert to C int");
        tab = value;
    }
    TextView text = viewOf(self);
    StrBuilder built;
    ssize column = 0, length = 0;
    bool found = false;
    for (ssize i = 0; i < text.length; ++i) {
        uint32_t c = text.at(i);
        if (c == '\t') {
            found = true;
            if (tab > 0) {
                ssize blanks = tab - column % tab;
                if (length > PTRDIFF_MAX / 8 - blanks) return raise(exc::OverflowError, "new string is too long");
                column += blanks;
                length += blanks;
                built.append(uint32_t{' '}, blanks);
            }
        } else {
            ++column, ++length;
            built.append(c);
            if (c == '\n' || c == '\r') column = 0;
        }
    }
    return found ? built.finish() : exactStr(self);
}

Owned strTranslate(Object* self, Object* table) {
    TextView text = viewOf(self);
    StrBuilder out;
    for (ssize i = 0; i < text.length; ++i) {
        uint32_t c = text.at(i);
        Held<> key(newInt(c));
        Held<> value(key ? getItem(table, key) : Owned(nullptr));
        if (!value) {
            if (!errorMatches(exc::LookupError)) return nullptr;
            clearError();
            out.append(c);
        } else if (isInt(value)) {
            int overflow;
            int64_t code = intValue(value, &overflow);
            if (overflow || code < 0 || code > 0x10ffff) return raise(exc::ValueError, "character mapping must be in range(0x110000)");
            out.append(static_cast<uint32_t>(code));
        } else if (isStr(value)) {
            out.append(value.get());
        } else if (!isNone(value)) {
            return raise(exc::TypeError, "character mapping must return integer, None or str");
        }
        text = viewOf(self);
    }
    return out.finish();
}

Owned strMaketrans(Object*, Args args) {
    Object* x = args[0];
    Ref<DictObject> table(newDict());
    if (!table) return nullptr;
    if (args.count > 1) {
        if (!wantStr("maketrans", "argument 2", args[1])) return nullptr;
        if (args.count > 2 && !wantStr("maketrans", "argument 3", args[2])) return nullptr;
        if (!isStr(x)) return raise(exc::TypeError, "first maketrans argument must be a string if there is a second argument");
        TextView from = viewOf(x), to = viewOf(args[1]);
        if (from.length != to.length) return raise(exc::ValueError, "the first two maketrans arguments must have equal length");
        for (ssize i = 0; i < from.length; ++i) {
            Ref<> key(newInt(from.at(i))), value(newInt(to.at(i)));
            if (!key || !value || !dictSet(table, key, value)) return nullptr;
        }
        if (args.count > 2) {
            TextView gone = viewOf(args[2]);
            for (ssize i = 0; i < gone.length; ++i) {
                Ref<> key(newInt(gone.at(i)));
                if (!key || !dictSet(table, key, None)) return nullptr;
            }
        }
        return table.release();
    }
    if (!isExactDict(x)) return raise(exc::TypeError, "if you give only one argument to maketrans it must be a dict");
    ssize position = 0;
    Object *key, *value;
    while (dictNext(x, &position, &key, &value)) {
        if (isStr(key)) {
            if (asStr(key)->length != 1) return raise(exc::ValueError, "string keys in translate table must be of length 1");
            Ref<> code(newInt(charAt(asStr(key), 0)));
            if (!code || !dictSet(table, code, value)) return nullptr;
        } else if (isInt(key)) {
            if (!dictSet(table, key, value)) return nullptr;
        } else {
            return raise(exc::TypeError, "keys in translate table must be strings or integers");
        }
    }
    return table.release();
}

}
