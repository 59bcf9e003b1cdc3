// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// splitlines() of str, bytes and bytearray: they differ in what ends a line, and in what a piece is.

#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

// The argument keepends: 1, 0, -1: exception. It may run Python code, so a bytearray is to be looked at after it.
inline int keepEndsArgument(Args args) {
    Object* given[1] = {False};
    return parseArgs("splitlines", args, "| keepends", given) ? isTrue(given[0]) : -1;
}

// A list of the lines in `length` characters: at(i) is one of them, isBreak(c) whether it ends a line (\r\n counts as one end);
// addPiece(list, start, end) adds a line. Null: exception.
template <class At, class IsBreak, class AddPiece> Owned splitLines(ssize length, bool keepEnds, At at, IsBreak isBreak, AddPiece addPiece) {
    Ref<ListObject> lines(newList(0));
    if (!lines) return nullptr;
    for (ssize next = 0; next < length;) {
        const ssize start = next;
        while (next < length && !isBreak(at(next))) ++next;
        ssize end = next;
        if (next < length) {
            next += at(next) == '\r' && next + 1 < length && at(next + 1) == '\n' ? 2 : 1;
            if (keepEnds) end = next;
        }
        if (!addPiece(lines, start, end)) return nullptr;
    }
    return lines.release();
}

}
