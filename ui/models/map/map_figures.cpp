// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/map/map_figures.h"

#include <algorithm>

#include "ui/models/picture/just_run.h"
#include "ui/models/picture/object_text.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

std::optional<MemoryMap> mapAt(Run& run, uint64_t step) {
    auto reading = run.readingAt(step);
    return reading ? reading->memoryMap() : std::nullopt;
}

}

namespace {

// The cost has its blocks in order of address.
bool hasBlock(const std::vector<MapBlock>& blocks, uint64_t address) {
    auto found = std::lower_bound(blocks.begin(), blocks.end(), address, [](const MapBlock& block, uint64_t at) { return block.address < at; });
    return found != blocks.end() && found->address == address;
}

}

bool MapFigures::isTaken(uint64_t address) const { return hasBlock(cost.taken, address); }
bool MapFigures::isGiven(uint64_t address) const { return hasBlock(cost.given, address); }

const NextBlock* MapFigures::next(uint64_t address) const {
    auto found = std::find_if(nextBlocks.begin(), nextBlocks.end(), [address](const NextBlock& block) { return block.address == address; });
    return found == nextBlocks.end() ? nullptr : &*found;
}

const MapFigures* MapReader::at(Run& run, uint64_t step) {
    if (m_last && m_last->step == step) return &*m_last;
    std::optional<MemoryMap> before;
    if (m_last && m_last->step + 1 == step) before = std::move(m_last->map);
    else if (step > run.firstStep()) before = mapAt(run, step - 1);
    m_last.reset();
    auto reading = run.readingAt(step);
    std::optional<MemoryMap> map = reading ? reading->memoryMap() : std::nullopt;
    if (!map) return nullptr;
    MapFigures& figures = m_last.emplace();
    figures.step = step;
    figures.map = std::move(*map);
    if (before) figures.cost = costBetween(*before, figures.map);
    if (auto just = justRun(run, step)) figures.ranLine = just->line;
    const MemoryState& state = reading->state();
    if (auto tape = run.tape(); tape && !m_next) m_next.emplace(std::move(tape));
    if (m_next) figures.nextBlocks = m_next->at(state, figures.map);
    for (const MapFrame& frame : figures.map.frames) {
        const CodeInfo& code = state.code(frame.code);
        figures.runsModule = reading->isModule(code);
        figures.frameNames.append(figures.runsModule ? QStringLiteral("module") : QString::fromStdString(code.name));
    }
    figures.error = passingError(run, step, 1);
    if (figures.error) {
        figures.errorName = ObjectText::typeName(*reading, figures.error->error);
        figures.framesLeft = figures.error->leftInAll;
        auto raised = run.summary(figures.error->raisedAt, figures.error->raisedAt + 1);
        if (!raised.empty() && raised[0].depth > figures.map.calls)
            figures.framesLeft = std::max<uint64_t>(figures.framesLeft, raised[0].depth - figures.map.calls);
    }
    figures.implementation = toQString(reading->implementation());
    return &figures;
}

}
