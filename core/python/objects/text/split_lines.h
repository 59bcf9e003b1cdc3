// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// splitlines() of str, bytes and bytearray: they differ in what ends a line, and in what a piece is.

#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

// The argument keepends: 1, 0, -1: exception. It may run Python code, so a bytearray is to be looked at after it.
inline int keepEndsArgument(Args args) {
    Object* given[1] = {False};
    return parseArgs("splitlines", args, "| keepends", given) ? isTrue(given[0]) : -1;
}

// The lines in `length` characters, one by one: at(i) is a character, isBreak(c) whether it ends a line (\r\n counts as one end);
// addPiece(start, end) takes a line. False: it has failed.
template <class At, class IsBreak, class AddPiece> bool splitLines(ssize length, bool keepEnds, At at, IsBreak isBreak, AddPiece addPiece) {
    for (ssize next = 0; next < length;) {
        const ssize start = next;
        while (next < length && !isBreak(at(next))) ++next;
        ssize end = next;
        if (next < length) {
            next += at(next) == '\r' && next + 1 < length && at(next + 1) == '\n' ? 2 : 1;
            if (keepEnds) end = next;
        }
        if (!addPiece(start, end)) return false;
    }
    return true;
}

}
