// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of the program nothing reaches any more and is alive all the same: by the cycles that keep it, each with what it holds.

#include <optional>
#include <string>
#include <vector>

#include "core/replay/questions/heap_graph.h"
#include "core/replay/questions/kept_alive.h"
#include "core/replay/reading.h"

namespace memtape {

// A reference within a cycle.
struct CycleEdge {
    uint32_t from = 0, to = 0; // nodes of the graph
    std::string part;          // `.next`, `[0]`, `['key']`; empty: a part without a name
};

struct GarbageCycle {
    std::vector<uint32_t> members; // in order of birth
    std::vector<CycleEdge> edges;  // between them, as many as are worth a drawing (mostCycleEdges)
    std::vector<uint32_t> held;    // what it holds that is in no cycle, and that no cycle before it holds: in order of birth
    std::optional<size_t> heldBy;  // another cycle, in Garbage::cycles, which refers to it: that one goes first or with it
    Kept kept;                     // members and what they hold
};
constexpr size_t mostCycleEdges = 64;

struct Garbage {
    std::vector<GarbageCycle> cycles; // the oldest first
    std::vector<uint32_t> dying;      // in no cycle and held by none: about to be released
    Kept all;                         // what a collection of everything would take now
};

// The graph is of the reading's state.
Garbage garbageOf(const Reading& reading, const HeapGraph& graph);

// Why the counts of its members stay above 0, in a sentence of English: `Node and Node hold each other; nothing else does`.
std::string whyCountsStay(const Reading& reading, const HeapGraph& graph, const GarbageCycle& cycle);

// ---- the collector -----------------------------------------------------------------------------------------------------

struct CollectionRun {
    uint64_t step = 0; // the first step that shows it
    uint32_t line = 0; // that was running
    uint32_t generation = 0, found = 0;
};

struct GenerationGauge {
    uint32_t threshold = 0;
    // Of the youngest: objects that are watched, made since any collection, and alive; of an older one: collections of the one before it since its own.
    uint64_t count = 0;
    uint64_t runs = 0;                 // collections of this generation, up to the step
    std::optional<CollectionRun> last; // that included it
};

class Tape;
// Where the collector stands at the reading's step; empty: the language has none. Plays the run up to that step.
std::vector<GenerationGauge> gaugesOf(const std::shared_ptr<const Tape>& tape, const Reading& reading);

}
