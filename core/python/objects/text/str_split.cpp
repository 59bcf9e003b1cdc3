// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/split_lines.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_search.h"
#include "core/text/unicode.h"

namespace memtape {

namespace {

bool addPiece(ListObject* list, Object* text, ssize start, ssize end) {
    Ref<> piece(strSubstring(text, start, end));
    return piece && listAppendStealing(list, piece.releaseRaw());
}

// How many words a text has at most, as CPython reckons it before it makes the list.
ssize mostWords(const TextView& text) { return (text.length - 1) / 2 + 1; }

Owned splitBySpace(Object* self, ssize atMost) {
    TextView text = viewOf(self);
    if (atMost < 0) atMost = mostWords(text);
    Ref<ListObject> list(newListOfPieces(atMost));
    if (!list) return nullptr;
    ssize i = 0;
    for (;;) {
        while (i < text.length && unicode::isSpace(text.at(i))) ++i;
        if (i == text.length) break;
        ssize start = i;
        if (atMost-- <= 0) {
            if (!addPiece(list, self, start, text.length)) return nullptr;
            break;
        }
        while (i < text.length && !unicode::isSpace(text.at(i))) ++i;
        if (!addPiece(list, self, start, i)) return nullptr;
    }
    return list.release();
}

Owned rsplitBySpace(Object* self, ssize atMost) {
    TextView text = viewOf(self);
    if (atMost < 0) atMost = mostWords(text);
    Ref<ListObject> list(newListOfPieces(atMost));
    if (!list) return nullptr;
    ssize i = text.length;
    for (;;) {
        while (i > 0 && unicode::isSpace(text.at(i - 1))) --i;
        if (i == 0) break;
        ssize end = i;
        if (atMost-- <= 0) {
            if (!addPiece(list, self, 0, end)) return nullptr;
            break;
        }
        while (i > 0 && !unicode::isSpace(text.at(i - 1))) --i;
        if (!addPiece(list, self, i, end)) return nullptr;
    }
    listReverse(list);
    return list.release();
}

Owned splitMethod(Object* self, Args args, const char* name, bool fromRight) {
    Object* out[2] = {None, nullptr};
    if (!parseArgs(name, args, "| sep maxsplit", out)) return nullptr;
    ssize atMost = -1;
    if (out[1]) {
        atMost = argumentAsSize(out[1]);
        if (atMost == -1 && errorOccurred()) return nullptr;
    }
    if (isNone(out[0])) return fromRight ? rsplitBySpace(self, atMost) : splitBySpace(self, atMost);
    if (!isStr(out[0])) return raise(exc::TypeError, "must be str or None, not {}", out[0]->type->name);
    TextView text = viewOf(self), separator = viewOf(out[0]);
    if (separator.length == 0) return raise(exc::ValueError, "empty separator");
    if (atMost < 0) atMost = text.length / separator.length + 1;
    bool cannotOccur = text.length < separator.length || text.kind < separator.kind;
    Ref<ListObject> list(newListOfPieces(cannotOccur ? 0 : atMost));
    if (!list) return nullptr;
    if (fromRight) {
        ssize end = text.length;
        while (atMost-- > 0) {
            ssize at = searchLast(text, separator, 0, end);
            if (at < 0) break;
            if (!addPiece(list, self, at + separator.length, end)) return nullptr;
            end = at;
        }
        if (!addPiece(list, self, 0, end)) return nullptr;
        listReverse(list);
    } else {
        ssize start = 0;
        while (atMost-- > 0) {
            ssize at = searchFirst(text, separator, start, text.length);
            if (at < 0) break;
            if (!addPiece(list, self, start, at)) return nullptr;
            start = at + separator.length;
        }
        if (!addPiece(list, self, start, text.length)) return nullptr;
    }
    return list.release();
}

Owned partition(Object* self, Object* separator, bool fromRight) {
    if (!isStr(separator)) return raise(exc::TypeError, "must be str, not {}", separator->type->name);
    TextView text = viewOf(self), part = viewOf(separator);
    if (part.length == 0) return raise(exc::ValueError, "empty separator");
    ssize at = fromRight ? searchLast(text, part, 0, text.length) : searchFirst(text, part, 0, text.length);
    if (at < 0) {
        Ref<> whole(exactStr(self));
        if (!whole) return nullptr;
        return fromRight ? packTuple(names::empty, names::empty, whole.get()) : packTuple(whole.get(), names::empty, names::empty);
    }
    Ref<> head(strSubstring(self, 0, at)), tail(strSubstring(self, at + part.length, text.length));
    if (!head || !tail) return nullptr;
    return packTuple(head.get(), separator, tail.get());
}

enum class Side { Left = 1, Right = 2, Both = 3 };

Owned strip(Object* self, Args args, const char* name, Side side) {
    TextView text = viewOf(self);
    ssize start = 0, end = text.length;
    bool left = static_cast<int>(side) & 1, right = static_cast<int>(side) & 2;
    if (args.count == 0 || isNone(args[0])) {
        if (left)
            while (start < end && unicode::isSpace(text.at(start))) ++start;
        if (right)
            while (end > start && unicode::isSpace(text.at(end - 1))) --end;
    } else if (isStr(args[0])) {
        TextView chars = viewOf(args[0]);
        auto among = [&](uint32_t c) {
            for (ssize i = 0; i < chars.length; ++i)
                if (chars.at(i) == c) return true;
            return false;
        };
        if (left)
            while (start < end && among(text.at(start))) ++start;
        if (right)
            while (end > start && among(text.at(end - 1))) --end;
    } else {
        return raise(exc::TypeError, "{} arg must be None or str", name);
    }
    return strSubstring(self, start, end);
}

}

Owned strSplit(Object* self, Args args) { return splitMethod(self, args, "split", false); }
Owned strRsplit(Object* self, Args args) { return splitMethod(self, args, "rsplit", true); }
Owned strPartition(Object* self, Object* separator) { return partition(self, separator, false); }
Owned strRpartition(Object* self, Object* separator) { return partition(self, separator, true); }
Owned strStrip(Object* self, Args args) { return strip(self, args, "strip", Side::Both); }
Owned strLstrip(Object* self, Args args) { return strip(self, args, "lstrip", Side::Left); }
Owned strRstrip(Object* self, Args args) { return strip(self, args, "rstrip", Side::Right); }

Owned strSplitlines(Object* self, Args args) {
    const int keepEnds = keepEndsArgument(args);
    if (keepEnds < 0) return nullptr;
    const TextView text = viewOf(self);
    Ref<ListObject> lines(newList(0));
    if (!lines) return nullptr;
    const bool ok = splitLines(
        text.length, keepEnds, [&](ssize i) { return text.at(i); }, unicode::isLineBreak,
        [&](ssize start, ssize end) { return addPiece(lines, self, start, end); });
    return ok ? lines.release() : Owned(nullptr);
}

}
