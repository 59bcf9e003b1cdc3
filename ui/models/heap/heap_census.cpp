// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/heap/heap_census.h"

#include <unordered_set>

#include "ui/state/run.h"

namespace memtape {

namespace {

HeapObject describe(const MemoryState& state, ObjectId id) {
    ObjectView view = state.object(id);
    const uint32_t file = view.madeAtLine && view.madeInCode ? state.code(view.madeInCode).file : 0;
    return {id, view.type, view.madeAtLine, file, view.size, view.madeAtStep, view.ofProgram};
}

// What was there before the program began was made at no step of it, and is nobody's.
bool isCounted(const HeapObject& object) { return object.ofProgram || object.madeAt > 0; }

uint64_t bytesOf(const HeapCensus& census) {
    uint64_t bytes = 0;
    for (const HeapObject& object : census) bytes += object.size;
    return bytes;
}

}

HeapCensus countHeap(const MemoryState& state, HeapShare share) {
    HeapCensus census;
    for (ObjectId id : state.liveObjects(share == HeapShare::Program)) {
        HeapObject object = describe(state, id);
        if (isCounted(object)) census.push_back(object);
    }
    return census;
}

// What changed lies between the later of the two steps and the one before it.
bool HeapCounter::follow(Run& run, const MemoryState& state, uint64_t step) {
    if (m_share != HeapShare::Program || (step != *m_step + 1 && step + 1 != *m_step)) return false;
    std::unordered_set<uint32_t> touched; // by life
    for (const Change& change : run.changesBefore(std::max(step, *m_step))) touched.insert(change.object.life);
    HeapCensus next;
    next.reserve(m_census.size() + 16);
    auto known = m_census.cbegin();
    for (ObjectId id : state.liveObjects(true)) {
        while (known != m_census.cend() && known->id.life < id.life) ++known;
        bool isKnown = known != m_census.cend() && known->id == id && !touched.contains(id.life);
        next.push_back(isKnown ? *known : describe(state, id));
    }
    m_census = std::move(next);
    return bytesOf(m_census) == state.heapBytes();
}

const HeapCensus* HeapCounter::at(Run& run, uint64_t step, HeapShare share) {
    auto state = run.stateAt(step);
    if (!state) return nullptr;
    if (m_step == step && m_share == share) return &m_census;
    bool isNear = m_step && m_share == share && follow(run, *state, step);
    if (!isNear) m_census = countHeap(*state, share);
    m_step = step;
    m_share = share;
    return &m_census;
}

}
