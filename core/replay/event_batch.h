// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Events that are read before they are played, so that what they will touch can be fetched meanwhile: over a heap that fits into no cache, waiting for
// memory is what play would do most.

#include "core/events/decoder.h"

namespace memtape {

class EventBatch {
public:
    static constexpr uint32_t most = 192;

    // Reads on: up to the `steps`-th Step, to an event whose lists lie in the decoder until the next is read, or as many as there is room for. False:
    // there is none.
    bool read(Decoder& decoder, uint64_t steps);

    const Event* begin() const { return m_events; }
    const Event* end() const { return m_events + m_size; }

private:
    Event m_events[most];
    uint32_t m_size = 0;
};

inline bool EventBatch::read(Decoder& decoder, uint64_t steps) {
    m_size = 0;
    while (m_size < most && decoder.next(m_events[m_size])) {
        const EventKind kind = m_events[m_size++].kind;
        if (kind == EventKind::Step && --steps == 0) break;
        if (kind == EventKind::CellFill || kind == EventKind::PointerSet || kind == EventKind::PointerCopy) break;
    }
    return m_size;
}

}
