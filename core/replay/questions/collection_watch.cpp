// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/collection_watch.h"

#include "core/replay/memory.h"
#include "core/replay/player.h"
#include "core/tape/tape.h"

namespace memtape {

void CollectionWatch::see(const RawChange& raw, const Memory& memory) {
    const Memory::Now& now = memory.now();
    if (raw.kind == EventKind::CollectBegin) {
        const uint32_t line = now.maker ? memory.frameRecord(now.maker - 1).line : 0;
        m_all.push_back({.run = {now.steps, line, raw.index, 0}, .livesBefore = now.lives, .ofProgram = now.programBegan});
    } else if (raw.kind == EventKind::CollectEnd && !m_all.empty() && m_all.back().over == UINT64_MAX) {
        m_all.back().run.found = raw.index;
        m_all.back().over = now.steps;
    }
}

std::vector<GenerationGauge> gaugesAfter(const std::vector<CollectionSeen>& collections, const Reading& reading) {
    const std::vector<uint32_t> thresholds = reading.collectorThresholds();
    const MemoryState& state = reading.state();
    const uint64_t step = state.step().step;
    std::vector<GenerationGauge> gauges(thresholds.size());
    if (gauges.empty()) return gauges;
    uint32_t livesAtLast = 0; // objects made before the last collection
    for (const CollectionSeen& seen : collections) {
        if (seen.run.step > step) break;
        livesAtLast = seen.livesBefore;
        const uint32_t generation = seen.run.generation;
        if (!seen.ofProgram || generation >= gauges.size()) continue;
        gauges[generation].runs++;
        for (size_t g = 1; g <= generation; g++) gauges[g].count = 0;
        if (generation + 1 < gauges.size()) gauges[generation + 1].count++;
        for (size_t g = 0; g <= generation && seen.over <= step; g++) gauges[g].last = seen.run;
    }
    for (size_t g = 0; g < gauges.size(); g++) gauges[g].threshold = thresholds[g];
    for (ObjectId id : state.liveObjects(true))
        if (id.life > livesAtLast && reading.isWatched(id)) gauges[0].count++;
    return gauges;
}

std::vector<GenerationGauge> gaugesOf(const std::shared_ptr<const Tape>& tape, const Reading& reading) {
    if (reading.collectorThresholds().empty()) return {};
    CollectionWatch watch;
    ReplayShared shared(tape);
    Player player(shared);
    player.memory().setObserver(&watch);
    player.playTo(reading.state().step().step + 1);
    return gaugesAfter(watch.all(), reading);
}

}
