// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program's objects by the line that made them: what is alive at a step, or what of it has been made since another one, who keeps it,
// and how it grew over the run.

#include <memory>
#include <string>
#include <vector>

#include "core/replay/questions/heap_graph.h"
#include "core/replay/questions/kept_alive.h"
#include "core/replay/reading.h"

namespace memtape {

class Tape;

struct SourceLine {
    uint32_t file = 0, line = 0; // 0, 0: made by no line (before the first, or by no frame of the program)
    auto operator<=>(const SourceLine&) const = default;
};

struct TypeShare {
    uint32_t type = 0; // TypeInfo id
    uint64_t objects = 0, bytes = 0;
};

struct LineShare {
    SourceLine at;
    uint32_t code = 0; // CodeInfo id of what ran, of the first of them
    uint64_t objects = 0, bytes = 0;
    std::vector<TypeShare> types;                  // the largest first
    std::vector<std::pair<uint32_t, Kept>> keptBy; // place in KeptAlive::names(), what of this line that name alone keeps: the largest first
    Kept keptByNone;                               // that no one name keeps alone
    Kept unreachable;                              // that nothing keeps but each other
    std::vector<uint64_t> growth;                  // live bytes of the line's objects at each of the moments asked for; empty: not asked
};

struct ByLine {
    std::vector<LineShare> lines; // the largest first
    uint64_t objects = 0, bytes = 0;
};

// since: only what was made at that step or later; 0: all. The graph is of the reading's state, and `kept` of the graph.
ByLine byLineOf(const Reading& reading, const HeapGraph& graph, const KeptAlive& kept, uint64_t since);

// The step of the moment `point` of so many, evenly over the steps 0 … `lastStep`.
inline uint64_t momentOf(size_t point, size_t points, uint64_t firstStep, uint64_t lastStep) {
    return points > 1 && firstStep < lastStep ? firstStep + (lastStep - firstStep) * point / (points - 1) : lastStep;
}

// Fills `growth` of each line: at `points` moments, evenly over the steps 0 … `lastStep`. Plays the run up to there.
void addGrowth(ByLine& out, const std::shared_ptr<const Tape>& tape, uint64_t lastStep, size_t points);

}
