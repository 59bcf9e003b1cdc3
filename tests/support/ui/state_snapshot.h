// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole of a memory at a step, written down: each name, each part of each object of the program, each count. What two of them differ in is
// what has happened in between, however somebody else came to say it.

#include <QString>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/replay/reading.h"

namespace memtape {

class Run;

struct StateSnapshot {
    struct PartKey { // of an object
        PartRole role;
        CellKind kind;
        uint64_t place; // the index; of an entry or an element, the life of its key
        auto operator<=>(const PartKey&) const = default;
    };
    struct Target {
        ObjectId object;
        bool isPointer = false;
        uint64_t where = 0; // of a pointer
        bool operator==(const Target&) const = default;
    };
    struct Object {
        bool isTellable = false;  // not drawn in place
        bool isMachinery = false; // of tracebacks
        bool isNames = false;     // of a module's or a class's body
        uint64_t size = 0, capacity = 0, count = 0;
        std::string payload;
        std::map<PartKey, Target> parts;
        std::set<ObjectId> refers; // to whatever, machinery too
    };
    using NameKey = std::pair<uint32_t, std::string>; // the frame's life, the name

    StateSnapshot(Run& run, uint64_t step);
    std::set<ObjectId> reached(const std::set<ObjectId>& from, const std::set<ObjectId>& within) const;

    std::map<NameKey, Target> slots, entries;         // names of frames; of the namespaces of bodies
    std::map<uint32_t, std::multiset<ObjectId>> held; // by the frame's life
    std::map<uint32_t, std::set<ObjectId>> ofFrame;   // all that a frame refers to
    std::set<uint32_t> frames;                        // on a stack
    std::map<uint32_t, ObjectId> waiting;             // in the heap, with what owns them
    std::map<ObjectId, Object> objects;
    std::set<ObjectId> unreachable;
    StepInfo step;
    uint32_t thread = 0;
};

}
