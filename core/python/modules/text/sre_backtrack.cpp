// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/text/sre_backtrack.h"

#include <cstdlib>
#include <utility>

#include "core/python/heap/heap.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"

namespace memtape::sre {

namespace {

constexpr size_t firstCapacity = 64, mostSpare = 1 << 16;
Entry* spare = nullptr;
size_t spareCapacity = 0;

RuntimeCache spareCache([] {
    std::free(std::exchange(spare, nullptr));
    spareCapacity = 0;
});

}

BacktrackStack::BacktrackStack() : m_entries(std::exchange(spare, nullptr)), m_capacity(std::exchange(spareCapacity, 0)) {}

BacktrackStack::~BacktrackStack() {
    if (spare || m_capacity > mostSpare) {
        std::free(m_entries);
        return;
    }
    spare = m_entries;
    spareCapacity = m_capacity;
}

bool BacktrackStack::grow() {
    size_t capacity = m_capacity ? 2 * m_capacity : firstCapacity, bytes = capacity * sizeof(Entry);
    uint64_t inUse = heap.bytesInUse(), left = heap.limit() > inUse ? heap.limit() - inUse : 0;
    void* grown = bytes <= left || capacity == firstCapacity ? std::realloc(static_cast<void*>(m_entries), bytes) : nullptr;
    if (!grown) return raiseMemoryError();
    m_entries = static_cast<Entry*>(grown);
    m_capacity = capacity;
    return true;
}

}
