// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The generational collector of reference cycles: CPython 3.13.0's, generation for generation. Objects that may take part in a cycle
// are linked by their GC heads into one of three lists; a young list that has grown beyond its threshold makes a collection due, which runs
// at the evaluation breaker. What only the candidates themselves refer to is unreachable; finalizers run first (once per object, PEP 442),
// weak references are cleared, then tp_clear breaks the cycles and counts do the rest.
//
// The GC head: `next` is the successor, 0 where the object is not tracked; bit 0 of it marks "unreachable" while a list is examined. `prev`: the low two
// bits are flags (finalized, collecting), the rest the predecessor, or the count of references not yet explained during a collection.

#include <cstdint>
#include <vector>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/recording.h"

namespace memtape {

struct Collector {
    static constexpr uintptr_t finalizedBit = 1, collectingBit = 2, prevShift = 2, prevMask = ~uintptr_t{3}, nextUnreachable = 1;
    static constexpr int generationCount = 3;
    enum DebugFlag : int { Stats = 1, Collectable = 2, Uncollectable = 4, SaveAll = 32, Leak = Collectable | Uncollectable | SaveAll };

    struct Generation {
        GcHead head;
        int threshold, count;
    };
    struct Stats {
        uint64_t collections = 0, collected = 0, uncollectable = 0;
    };

    Generation generations[generationCount];
    Generation permanent; // gc.freeze()
    struct Stats stats[generationCount];
    bool enabled = true, collecting = false;
    int debug = 0;
    int64_t longLivedTotal = 0, longLivedPending = 0;
    Object* garbage = nullptr;   // list, made by start of the gc module
    Object* callbacks = nullptr; // list

    void start();
    // Where CPython 3.13.0 stands when a program's first line runs: three young collections are behind it.
    void beginProgram();
    // Runs a collection of this generation and those younger; the number of unreachable objects.
    int64_t collect(int generation, bool automatic);
    // What the evaluation breaker does when a collection is due. False: never (errors are unraisable).
    void collectIfDue();
    int64_t collections() const;
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

inline bool gcIsFinalized(const Object* o) { return isGcObject(o) && (gcHead(o)->prev & Collector::finalizedBit); }
inline void gcSetFinalized(Object* o) { gcHead(o)->prev |= Collector::finalizedBit; }

// tp_finalize once; afterwards the object may be alive again (false: it is, dealloc must stop).
bool finalizeFromDealloc(Object* o);
void finalizeObject(Object* o);

}
