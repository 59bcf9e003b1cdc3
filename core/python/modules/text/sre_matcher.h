// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a program (sre_program.h) over a text. There is no recursion: whatever a match may have to come back to is on one stack.

#include <vector>

#include "core/python/modules/text/sre_program.h"
#include "core/python/objects/model/object.h"

namespace memtape::sre {

enum class Outcome : int8_t { Error = -1, None, Found };
enum class Reach : uint8_t { Some, WholeText }; // WholeText: a match must end where the text does

// A text and what the last match in it was.
struct Matching {
    const Program* program = nullptr;
    const void* text = nullptr;
    unsigned kind = 1; // bytes a character
    ssize end = 0;     // the text is taken to end here
    // of the match that was found
    ssize begin = 0, stop = 0;
    ssize lastIndex = -1;     // number of the group that was closed last
    std::vector<ssize> marks; // by number; -1: never came by

    // False: MemoryError pending.
    bool prepare();
    // Exactly at `at`, or at the first place from there on. mustAdvance: an empty match at `at` itself is none.
    Outcome matchAt(ssize at, Reach reach, bool mustAdvance);
    Outcome searchFrom(ssize at, bool mustAdvance);

    // The bounds of a group that took part. False: it did not.
    bool group(ssize number, ssize* from, ssize* to) const {
        if (number == 0) {
            *from = begin;
            *to = stop;
            return true;
        }
        size_t mark = static_cast<size_t>(2 * (number - 1));
        *from = marks[mark];
        *to = marks[mark + 1];
        return *from >= 0 && *to >= 0;
    }
};

}
