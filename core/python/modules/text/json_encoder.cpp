// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstddef>

#include "core/python/modules/arguments.h"
#include "core/python/modules/text/json_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/text/float_text.h"

namespace memtape {

namespace {

struct EncoderObject : Object {
    Object *markers /*dict or None*/, *fallback, *encoder, *indent, *keySeparator, *itemSeparator;
    bool sortKeys, skipKeys, allowNan;
    void* fastEncode; // in CPython; here the encoder itself says
};
static_assert(sizeof(EncoderObject) == 80);

EncoderObject* asEncoder(Object* o) { return static_cast<EncoderObject*>(o); }

bool isNative(Object* function, OneArgFn native) {
    return isNativeFunction(function) && static_cast<NativeFunctionObject*>(function)->definition->oneArg == native;
}

class Encoding {
public:
    explicit Encoding(EncoderObject* encoder) : m_encoder(encoder) {
        m_indents = !isNone(encoder->indent);
        m_plain = isNative(encoder->encoder, encodeBasestring);
        m_plainAscii = isNative(encoder->encoder, encodeBasestringAscii);
    }

    bool add(Object* value, ssize level) {
        if (isNone(value) || isBool(value)) return word(isNone(value) ? "null" : value == True ? "true" : "false");
        if (isStr(value)) return string(value);
        if (isInt(value)) return text(intToText(value, 10));
        if (isFloat(value)) return text(floatText(value));
        if (!enterNative(" while encoding a JSON object")) return false;
        bool good = isList(value) || isTuple(value) ? sequence(value, level) : isDict(value) ? mapping(value, level) : other(value, level);
        leaveNative();
        return good;
    }

    Owned finish() {
        Ref<> whole = m_out.finish();
        return whole ? packTuple(whole.get()) : Owned(nullptr);
    }

private:
    bool word(std::string_view ascii) {
        m_out.appendUtf8(ascii);
        return true;
    }
    bool text(Owned made) {
        Ref<> str = made;
        if (str) m_out.append(str);
        return static_cast<bool>(str);
    }

    bool string(Object* value) {
        if (m_plain || m_plainAscii) {
            appendJsonString(m_out, viewOf(value), m_plain ? JsonCharacters::All : JsonCharacters::Ascii);
            return true;
        }
        Held<> made(call(m_encoder->encoder, value));
        if (!made) return false;
        if (!isStr(made)) return raise(exc::TypeError, "encoder() must return a string, not {}", made->type->name);
        m_out.append(made);
        return true;
    }

    Owned floatText(Object* value) {
        double number = floatValue(value);
        std::string shown = memtape::floatText(number);
        if (std::isfinite(number)) return newStr(shown);
        if (!m_encoder->allowNan) return raise(exc::ValueError, "Out of range float values are not JSON compliant: {}", shown);
        return newStr(std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }

    // A line break and so many indents; null where nothing is indented (then without an exception).
    Owned lineStart(ssize level) {
        if (!m_indents) return nullptr;
        Ref<> count = newInt(level), lineBreak = newStr("\n");
        Held<> indents(count ? numberMultiply(m_encoder->indent, count) : Owned(nullptr));
        return indents && lineBreak ? numberAdd(lineBreak, indents) : Owned(nullptr);
    }
    bool append(Object* strOrNull) {
        if (strOrNull) m_out.append(strOrNull);
        return true;
    }

    // Containers that are under way are marked by their address; null: nothing is marked (then without an exception).
    Owned mark(Object* value) {
        if (isNone(m_encoder->markers)) return nullptr;
        Held<> address(newInt(static_cast<int64_t>(addressOf(value))));
        int under = address ? dictContains(m_encoder->markers, address) : -1;
        if (under < 0) return nullptr;
        if (under) return raise(exc::ValueError, "Circular reference detected");
        return dictSet(m_encoder->markers, address, value) ? address.release() : Owned(nullptr);
    }
    bool unmark(Object* addressOrNull) {
        if (!addressOrNull) return true;
        int deleted = dictDelete(m_encoder->markers, addressOrNull);
        return deleted > 0 || (deleted == 0 && raiseObject(exc::KeyError, addressOrNull));
    }

    bool sequence(Object* value, ssize level) {
        Held<> items(isExactList(value) || isTuple(value) ? newRef(value) : sequenceToList(value));
        if (!items) return false;
        auto count = [&] { return static_cast<VarObject*>(items.get())->count; };
        if (count() == 0) return word("[]");
        Held<> marker(mark(value)), inner(errorOccurred() ? Owned(nullptr) : lineStart(level + 1));
        if (errorOccurred()) return false;
        word("[");
        append(inner);
        for (ssize i = 0; i < count(); ++i) {
            Held<> item(newRef(isTuple(items) ? asTuple(items)->items[i] : asList(items)->items[i]));
            if (i > 0) separate(inner);
            if (!add(item, level + 1) || !mayGoOn()) return false;
        }
        return close("]", marker, level);
    }

    bool mapping(Object* value, ssize level) {
        if (dictLength(value) == 0) return word("{}");
        Held<> marker(mark(value)), inner(errorOccurred() ? Owned(nullptr) : lineStart(level + 1));
        if (errorOccurred()) return false;
        word("{");
        append(inner);
        bool first = true;
        if (m_encoder->sortKeys || !isExactDict(value)) {
            Held<ListObject> items(itemsOf(value));
            if (!items || (m_encoder->sortKeys && !listSort(items, nullptr, false))) return false;
            for (ssize i = 0; i < items->count; ++i) {
                Held<> pair(newRef(items->items[i]));
                if (!isTuple(pair) || asTuple(pair)->count != 2) return raise(exc::ValueError, "items must return 2-tuples");
                if (!entry(asTuple(pair)->items[0], asTuple(pair)->items[1], level + 1, inner, first)) return false;
            }
        } else {
            ssize position = 0;
            Object *key, *item;
            while (dictNext(value, &position, &key, &item)) {
                Held<> heldKey(newRef(key)), heldItem(newRef(item));
                if (!entry(heldKey, heldItem, level + 1, inner, first)) return false;
            }
        }
        return close("}", marker, level);
    }

    OwnedOf<ListObject> itemsOf(Object* value) {
        Ref<> name = internStr("items");
        Held<> made(name ? callMethod(value, name) : Owned(nullptr));
        if (!made) return nullptr;
        Held<> iterator(getIter(made));
        if (!iterator) {
            if (errorMatches(exc::TypeError)) {
                clearError();
                raise(exc::TypeError, "{}.items() returned a non-iterable (type {})", value->type->name, made->type->name);
            }
            return nullptr;
        }
        return OwnedOf<ListObject>(static_cast<ListObject*>(sequenceToList(iterator).pointer));
    }

    bool entry(Object* key, Object* value, ssize level, Object* inner, bool& first) {
        Held<> name;
        if (isStr(key)) name = newRef(key);
        else if (isFloat(key)) name = floatText(key);
        else if (isNone(key) || isBool(key)) name = newStr(isNone(key) ? "null" : key == True ? "true" : "false");
        else if (isInt(key)) name = intToText(key, 10);
        else if (m_encoder->skipKeys) return true;
        else return raise(exc::TypeError, "keys must be str, int, float, bool or None, not {}", key->type->name);
        if (!name) return false;
        if (!first) separate(inner);
        first = false;
        return string(name) && append(m_encoder->keySeparator) && add(value, level) && mayGoOn();
    }

    void separate(Object* inner) {
        append(m_encoder->itemSeparator);
        append(inner);
    }

    bool close(std::string_view bracket, Object* marker, ssize level) {
        if (!unmark(marker)) return false;
        Ref<> outer = lineStart(level);
        if (errorOccurred()) return false;
        append(outer);
        return word(bracket);
    }

    bool other(Object* value, ssize level) {
        Held<> marker(mark(value));
        if (errorOccurred()) return false;
        Held<> instead(call(m_encoder->fallback, value));
        return instead && add(instead, level) && unmark(marker);
    }

    EncoderObject* m_encoder;
    StrBuilder m_out;
    bool m_indents, m_plain, m_plainAscii;
};

Owned callEncoder(Object* o, Args args) {
    Object* out[2] = {};
    ssize level;
    if (!parseArgs("_iterencode", args, "obj _current_indent_level", out) || !sizeArgument(out[1], &level)) return nullptr;
    Encoding encoding(asEncoder(o));
    return encoding.add(out[0], level) ? encoding.finish() : Owned(nullptr);
}

bool wantStr(Object* given, int number) {
    return isStr(given) ||
           raise(exc::TypeError, "make_encoder() argument {} must be str, not {}", number, isNone(given) ? "None" : given->type->name);
}

Owned createEncoder(Type* type, Args args) {
    Object* out[9] = {};
    bool sortKeys, skipKeys, allowNan;
    if (!parseArgs("make_encoder", args, "markers default encoder indent key_separator item_separator sort_keys skipkeys allow_nan", out) ||
        !wantStr(out[4], 5) || !wantStr(out[5], 6) || !boolArgument(out[6], &sortKeys) || !boolArgument(out[7], &skipKeys) ||
        !boolArgument(out[8], &allowNan))
        return nullptr;
    if (!isNone(out[0]) && !isDict(out[0]))
        return raise(exc::TypeError, "make_encoder() argument 1 must be dict or None, not {}", out[0]->type->name);
    Ref<> made = type->alloc(type, 0);
    if (!made) return nullptr;
    EncoderObject* self = asEncoder(made);
    Object** targets[] = {&self->markers, &self->fallback, &self->encoder, &self->indent, &self->keySeparator, &self->itemSeparator};
    for (size_t i = 0; i < std::size(targets); ++i) setField(static_cast<Object*>(self), *targets[i], newRef(out[i]));
    self->sortKeys = sortKeys;
    self->skipKeys = skipKeys;
    self->allowNan = allowNan;
    return made.release();
}

const Field fields[] = {{"markers", offsetof(EncoderObject, markers)},
                        {"default", offsetof(EncoderObject, fallback)},
                        {"encoder", offsetof(EncoderObject, encoder)},
                        {"indent", offsetof(EncoderObject, indent)},
                        {"key_separator", offsetof(EncoderObject, keySeparator)},
                        {"item_separator", offsetof(EncoderObject, itemSeparator)},
                        {}};
const MemberDef members[] = {{"markers", MemberKind::Object, offsetof(EncoderObject, markers)},
                             {"default", MemberKind::Object, offsetof(EncoderObject, fallback)},
                             {"encoder", MemberKind::Object, offsetof(EncoderObject, encoder)},
                             {"indent", MemberKind::Object, offsetof(EncoderObject, indent)},
                             {"key_separator", MemberKind::Object, offsetof(EncoderObject, keySeparator)},
                             {"item_separator", MemberKind::Object, offsetof(EncoderObject, itemSeparator)},
                             {"sort_keys", MemberKind::Bool, offsetof(EncoderObject, sortKeys)},
                             {"skipkeys", MemberKind::Bool, offsetof(EncoderObject, skipKeys)},
                             {}};

}

void defineJsonEncoderType(Type* t) {
    t->name = "_json.Encoder";
    t->doc = "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)";
    t->basicSize = sizeof(EncoderObject);
    t->flags = BaseType | HaveGc;
    t->fields = fields;
    t->create = createEncoder;
    t->call = callEncoder;
    t->members = members;
}

}
