// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_search.h"

namespace memtape {

namespace {

enum class Outcome { MinusOne, ValueError };

Owned findIn(Object* self, Args args, const char* name, int direction, Outcome missing) {
    if (!wantStr(name, "argument 1", args[0])) return nullptr;
    ssize start = 0, end = PTRDIFF_MAX;
    if (!sliceArgs(args, 1, &start, &end)) return nullptr;
    ssize at = strFind(self, args[0], start, end, direction);
    if (at < 0 && missing == Outcome::ValueError) return raise(exc::ValueError, "substring not found");
    return newInt(at);
}

bool tailMatches(TextView text, Object* part, ssize start, ssize end, bool atEnd) {
    TextView wanted = viewOf(part);
    adjustIndices(start, end, text.length);
    if (start > end || wanted.length > end - start) return false;
    return matchesAt(text, wanted, atEnd ? end - wanted.length : start);
}

Owned startsOrEnds(Object* self, Args args, const char* name, bool atEnd) {
    ssize start = 0, end = PTRDIFF_MAX;
    if (!sliceArgs(args, 1, &start, &end)) return nullptr;
    TextView text = viewOf(self);
    if (isTuple(args[0])) {
        TupleObject* parts = asTuple(args[0]);
        for (ssize i = 0; i < parts->count; ++i) {
            if (!isStr(parts->items[i])) {
                return raise(exc::TypeError, "tuple for {} must only contain str, not {}", name, parts->items[i]->type->name);
            }
            if (tailMatches(text, parts->items[i], start, end, atEnd)) return newBool(true);
        }
        return newBool(false);
    }
    if (!isStr(args[0])) {
        return raise(exc::TypeError, "{} first arg must be str or a tuple of str, not {}", name, args[0]->type->name);
    }
    return newBool(tailMatches(text, args[0], start, end, atEnd));
}

}

Owned strFindMethod(Object* self, Args args) { return findIn(self, args, "find", 1, Outcome::MinusOne); }
Owned strRfindMethod(Object* self, Args args) { return findIn(self, args, "rfind", -1, Outcome::MinusOne); }
Owned strIndexMethod(Object* self, Args args) { return findIn(self, args, "index", 1, Outcome::ValueError); }
Owned strRindexMethod(Object* self, Args args) { return findIn(self, args, "rindex", -1, Outcome::ValueError); }

Owned strCountMethod(Object* self, Args args) {
    if (!wantStr("count", "argument 1", args[0])) return nullptr;
    ssize start = 0, end = PTRDIFF_MAX;
    if (!sliceArgs(args, 1, &start, &end)) return nullptr;
    TextView text = viewOf(self);
    adjustIndices(start, end, text.length);
    return newInt(searchCount(text, viewOf(args[0]), start, end));
}

Owned strStartswith(Object* self, Args args) { return startsOrEnds(self, args, "startswith", false); }
Owned strEndswith(Object* self, Args args) { return startsOrEnds(self, args, "endswith", true); }

Owned strReplace(Object* self, Args args) {
    Object* out[3] = {nullptr, nullptr, nullptr};
    if (!parseArgs("replace", args, "old new / | count", out)) return nullptr;
    if (!wantStr("replace", "argument 1", out[0]) || !wantStr("replace", "argument 2", out[1])) return nullptr;
    ssize atMost = -1;
    if (out[2]) {
        atMost = argumentAsSize(out[2]);
        if (atMost == -1 && errorOccurred()) return nullptr;
    }
    if (atMost < 0) atMost = PTRDIFF_MAX;
    TextView text = viewOf(self), old = viewOf(out[0]), with = viewOf(out[1]);
    if (atMost == 0 || old.length > text.length || (strEquals(out[0], out[1]))) return exactStr(self);
    ssize count = searchCount(text, old, 0, text.length, atMost);
    if (count == 0) return exactStr(self);
    ssize growth = with.length - old.length;
    if (growth > 0 && count > (PTRDIFF_MAX - text.length) / growth) return raise(exc::OverflowError, "replace string is too long");
    ssize length = text.length + growth * count;
    if (length == 0) return Owned(emptyString);
    // The widest character cannot be told from the parts alone: what is replaced may have been it.
    StrBuilder built;
    StrObject *s = asStr(self), *n = asStr(out[1]);
    StrObject* direct = nullptr;
    if (s->ascii && n->ascii) {
        direct = allocateStr(length, 0x7f);
        if (!direct) return nullptr;
    }
    ssize written = 0;
    auto put = [&](TextView from, ssize start, ssize end) {
        if (direct) copyChars(strData(direct), 1, written, from, start, end - start), written += end - start;
        else built.append(from, start, end);
    };
    ssize at = 0;
    if (old.length == 0) {
        for (ssize i = 0; i < count; ++i) {
            put(with, 0, with.length);
            if (at < text.length) put(text, at, at + 1), ++at;
        }
    } else {
        for (ssize i = 0; i < count; ++i) {
            ssize next = searchFirst(text, old, at, text.length);
            put(text, at, next);
            put(with, 0, with.length);
            at = next + old.length;
        }
    }
    put(text, at, text.length);
    if (!direct) return built.finishNew();
    recordPayload(direct);
    return Owned(direct);
}

Owned strRemovePrefix(Object* self, Object* prefix) {
    if (!wantStr("removeprefix", "argument", prefix)) return nullptr;
    TextView text = viewOf(self), part = viewOf(prefix);
    return matchesAt(text, part, 0) ? strSubstring(self, part.length, text.length) : exactStr(self);
}

Owned strRemoveSuffix(Object* self, Object* suffix) {
    if (!wantStr("removesuffix", "argument", suffix)) return nullptr;
    TextView text = viewOf(self), part = viewOf(suffix);
    return part.length > 0 && matchesAt(text, part, text.length - part.length) ? strSubstring(self, 0, text.length - part.length) : exactStr(self);
}

}
