// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why an object is alive: the shortest path from the program's names to it, as values, and what lives by it alone.

#include <string>
#include <vector>

#include "core/replay/questions/heap_graph.h"
#include "core/replay/reading.h"

namespace memtape {

struct PathStep {
    enum class Kind : uint8_t {
        // where a path begins
        Name,        // `name`, in the call of the code `index`
        RunningLine, // what an evaluation stack holds
        RunningCall, // a frame's function, code or names
        Returned,    // what a call hands back at this step
        Raised,      // the exception of this step
        Native,      // a built-in at work
        Thread,      // a thread that waits
        Interpreter,
        Always, // an object that is never released
        // how it goes on
        Attribute, // `name`: an attribute or another named part
        Item,      // `index`
        Element,   // of a set
        Key,       // of a table
        Entry,     // of a table, under `key`
        Part,      // without a name
        Type,      // an object keeps its type
    };

    Kind kind = Kind::Name;
    std::string name;
    uint32_t index = 0;
    ObjectId key;
    ObjectId object; // what is reached by it
};

struct Reachability {
    enum class Kind : uint8_t {
        Unknown, // not worked out: immortal, or too many objects
        Reached,
        Unreachable // but alive: only the cycle collector can take it
    } kind = Kind::Unknown;
    std::vector<PathStep> path; // Reached: from its beginning to the object
    // What would go with it, itself included: reached from it, and from nowhere else.
    uint64_t keptBytes = 0, keptObjects = 0;
};

// The object is alive. A path begins with a name where one leads there at all, however much shorter another is.
Reachability reachabilityOf(const Reading& reading, const HeapGraph& graph, ObjectId id);
// The same, but for heaps of more objects than `most`: Unknown.
Reachability reachabilityOf(const Reading& reading, ObjectId id, uint64_t most);

}
