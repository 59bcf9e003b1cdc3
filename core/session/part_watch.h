// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happens inside the lines of a run: the parts of an expression or statement (look-ups, calls, operators, stores …) in the order in which they come to
// their end, with what each gives. A tape has nothing of them; a run that is watched (rerun.h) tells them. They know no language: each Language makes its own.

#include <cstdint>
#include <string>
#include <vector>

#include "core/events/memory_events.h"

namespace memtape {

// A piece of a program's text, as its language counts: lines from 1, columns in bytes of UTF-8 from 0, the end behind the last byte.
struct SourceSpan {
    int32_t line = 0, column = 0, endLine = 0, endColumn = 0;
    bool operator==(const SourceSpan&) const = default;
};

enum class LinePartKind : uint8_t {
    LookUp,       // of a name
    Attribute,    // of an object
    Item,         // by position, by key, or a slice
    Operator,     //
    Comparison,   //
    Truth,        // whether something counts as true
    ShortCircuit, // what follows is not looked at
    Call,         //
    Build,        // a display, a text put together, a function
    Format,       // a value as a text
    Iterator,     // of what is gone through
    Next,         // its next item; without a value: there is none
    Unpack,       //
    Store,        // under a name, as an attribute, as an item
    Delete,       //
    Enter,        // a context
    Leave,        // and out of it
    Import,       //
    Match,        // whether an error or a value is of that kind
    Yield,        // and what is sent
    Await,        //
    Raise,        //
    Return,       //
};

// A moment within a step: how many events the run had by then.
struct PartMoment {
    static constexpr uint64_t never = UINT64_MAX;
    uint64_t step = never, event = never;
    auto operator<=>(const PartMoment&) const = default;
};

struct LinePart {
    LinePartKind kind = LinePartKind::LookUp;
    bool isRaising = false; // it came to no end: an error did
    uint32_t passage = 0;   // once through a line: parts that belong together have the same
    uint32_t code = 0;      // CodeInfo id
    SourceSpan span;
    PartMoment begins;   // when it is at work itself, its operands being there
    PartMoment ends;     // never: not within what was watched
    uint32_t number = 0; // among those that end in that step: from 1; 0: it does not end
    Granule value = 0;   // what it gives, stores or hands over; 0: nothing
    // The evaluation stack of its frame, the top last, when it begins and when it has ended; 0: an empty place.
    std::vector<Granule> stackBefore, stackAfter;
};

// What is wanted of a run, and what came of it.
struct PartWatch {
    std::vector<uint64_t> steps; // whose insides are watched: from each to the next one; in order
    std::string shownFile;       // what the program is told as its own name; empty: its file
    std::vector<LinePart> parts; // in the order in which they began
    bool isCut = false;          // a step had more parts than are kept; the first are there
};

}
