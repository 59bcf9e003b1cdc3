// SPDX-License-Identifier: GPL-3.0-or-later
// Has the processor fetch what the next events will touch: the index, then the records that it names, then their cells; each for all of them at once, as
// nothing in a row of fetches waits for another. What is looked at may be changed by an event before, and is only a guess then. Where a run stays with few
// objects, they are in a cache already, so it is looked first whether these were touched lately.
#include "core/replay/event_batch.h"
#include "core/replay/memory.h"

namespace memtape {

namespace {

constexpr unsigned neighbours = 4;    // 2^4 granules that count as one place
constexpr uint32_t strangersMost = 2; // of a batch that are not worth the looking

}

// Whether it was not among those that were touched last. Places share an entry, so some are taken for strange.
bool Memory::isStrange(Granule g) {
    Granule& entry = m_touched[g >> neighbours & (touchedEntries - 1)];
    if (entry == g >> neighbours) return false;
    entry = g >> neighbours;
    return true;
}

void Memory::foresee(const EventBatch& batch) {
    struct Touched {
        Granule object;
        uint32_t place, number, word;
        bool isCell;
    };
    Touched touched[EventBatch::most];
    uint32_t count = 0;
    for (const Event& e : batch) {
        const bool isCell = e.kind == EventKind::CellSet;
        if ((!isCell && e.kind != EventKind::Free) || !isStrange(e.object)) continue;
        touched[count++] = {e.object, 0, 0, isCell ? wordOf(static_cast<CellKind>(e.a), e.index) : 0, isCell};
    }
    if (count <= strangersMost) return;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t place = m_shared.pages.find(touched[i].object);
        touched[i].place = place < m_index.size() ? place : 0;
        if (touched[i].place) m_index.fetch(place);
    }
    for (uint32_t i = 0; i < count; i++) {
        touched[i].number = touched[i].place ? m_index[touched[i].place] : 0;
        if (touched[i].number) m_objects.fetch(touched[i].number);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!touched[i].isCell || !touched[i].number) continue;
        const CellBlock& block = m_objects[touched[i].number].cells;
        if (touched[i].word < block.count) m_cells.fetch(block.offset + touched[i].word);
    }
}

}
