// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The generational collector of reference cycles, as CPython documents it for its version 3.13.0 ("Garbage collector design" in its InternalDocs, and
// PEP 442 for finalizers); which objects a collection looks at, and the order in which it ends them, is CPython's, as programs can watch it.
//
// Objects that may take part in a cycle are in one of three lists (gc_list.h). A young list that has grown beyond its threshold makes a
// collection due, which runs at the evaluation breaker (collection.cpp): what only the candidates themselves refer to is unreachable
// (unreachable.h); weak references to it are cleared, finalizers run, once per object, and what is unreachable still is emptied, so that counts do the rest.

#include <cstdint>

#include "core/python/objects/model/gc_list.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct Collector {
    static constexpr int generationCount = 3, oldest = generationCount - 1;
    // CPython's gc.DEBUG_…; only SaveAll changes what is done.
    enum DebugFlag : int { Stats = 1, Collectable = 2, Uncollectable = 4, SaveAll = 32, Leak = Collectable | Uncollectable | SaveAll };

    struct Generation {
        GcList list;
        int threshold = 0; // 0: never due; of the first in allocations, of the others in collections of the one before
        int count = 0;
    };
    // What gc.get_stats() says of a generation.
    struct Figures {
        uint64_t collections = 0, collected = 0;
    };

    Generation generations[generationCount];
    Generation permanent; // gc.freeze()
    Figures figures[generationCount];
    bool enabled = true, collecting = false;
    int debug = 0;
    int64_t longLivedTotal = 0;   // how many were in the oldest generation after its last collection
    int64_t longLivedPending = 0; // how many have come into it since
    Object* garbage = nullptr;    // list, made by start of the gc module
    Object* callbacks = nullptr;  // list

    void start();
    // Where CPython 3.13.0 stands when a program's first line runs: three young collections are behind it.
    void beginProgram();
    // Runs a collection of this generation and those younger; the number of unreachable objects. 0 while one is running. Errors are unraisable.
    int64_t collect(int generation);
    // What the evaluation breaker does when a collection may be due.
    void collectIfDue();
};

extern Collector collector;

// What is made while this lives was there before the program in CPython, and makes no collection due.
class MadeAtStartup {
public:
    MadeAtStartup() : m_young(collector.generations[0].count), m_enabled(collector.enabled) { collector.enabled = false; }
    ~MadeAtStartup() {
        collector.generations[0].count = m_young;
        collector.enabled = m_enabled;
    }
    MadeAtStartup(const MadeAtStartup&) = delete;
    MadeAtStartup& operator=(const MadeAtStartup&) = delete;

private:
    int m_young;
    bool m_enabled;
};

inline bool gcIsFinalized(const Object* o) { return isGcObject(o) && (gcHead(o)->prev & gcBits::finalized); }
inline void gcSetFinalized(Object* o) { gcHead(o)->prev |= gcBits::finalized; }

// tp_finalize once; afterwards the object may be alive again (false: it is, dealloc must stop).
bool finalizeFromDealloc(Object* o);

}
