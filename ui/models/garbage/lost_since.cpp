// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/garbage/lost_since.h"

#include "core/replay/questions/heap_graph.h"
#include "ui/state/step_reader.h"

namespace memtape {

namespace {

constexpr uint32_t mostObjects = 200'000;

}

std::optional<uint64_t> lostSince(StepReader& reader, ObjectId object, uint64_t madeAt, uint64_t step, const std::atomic<bool>& isOver) {
    uint64_t low = madeAt, high = step; // it is lost at high
    while (low < high) {
        const uint64_t middle = low + (high - low) / 2;
        const Reading* reading = isOver.load() ? nullptr : reader.readingAt(middle);
        if (!reading) return std::nullopt;
        const HeapGraph graph = reading->state().graph();
        if (graph.size() > mostObjects) return std::nullopt;
        const uint32_t node = graph.find(object);
        if (node != HeapGraph::none && !graph.reached()[node]) high = middle;
        else low = middle + 1;
    }
    return high;
}

}
