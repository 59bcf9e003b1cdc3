// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who refers to an object, as values: each holder, and how many there are of each group, which is what its count is made of.

#include <array>
#include <string>
#include <vector>

#include "core/replay/reading.h"

namespace memtape {

struct HolderFact {
    enum class Kind : uint8_t {
        Name,            // `name` of a frame
        RunningLine,     // what is on a frame's evaluation stack
        RunningFunction, // the function that a frame runs
        RunningCode,
        FrameNames, // the names of a frame's body
        Thread,     // a stack of a thread that waits; `index`: its number
        Native,     // a built-in at work
        Interpreter,
        Instance,  // `holder` is one of the class
        Attribute, // `name` of `holder`
        Part,      // `name`, which the language gave it
        Item,      // `index`
        Key,       // `name` says its text
        Entry,     // of a table; `name` is its key's text
    };

    Kind kind = Kind::Name;
    std::string function;   // of the frame; empty: `ofModule`, or no frame
    bool ofModule = false;  // the frame is a module's
    bool isOfNames = false; // `holder` is a namespace: of the module, or of a class whose body runs
    ObjectId holder;        // none: a frame, or none to go to
    std::string name;
    uint32_t index = 0;
};

enum class HolderGroup : uint8_t {
    Names,
    Attributes,
    Items,
    Keys,
    Entries,
    RunningLines,
    RunningCalls,
    Threads,
    Natives,
    Interpreter,
    Instances,
    Parts,
};
constexpr size_t holderGroups = size_t(HolderGroup::Parts) + 1;

struct ReferenceSum {
    bool immortal = false; // never counted: the rest is 0
    uint64_t total = 0;    // of those that count
    std::array<int, holderGroups> counts{};

    int of(HolderGroup group) const { return counts[size_t(group)]; }
};

struct Holders {
    ReferenceSum sum;
    std::vector<HolderFact> some; // the first, as many as are asked for
};

// By one scan of the heap. The object is alive.
Holders holdersOf(const Reading& reading, ObjectId id, size_t most);
inline ReferenceSum referenceSum(const Reading& reading, ObjectId id) { return holdersOf(reading, id, 0).sum; }

}
