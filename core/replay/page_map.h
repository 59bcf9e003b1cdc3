// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Gives pages of granules numbers in the order in which they are first met, so that the table by granule has no gaps however far
// apart the blocks lie. Shared by all players of a tape (a checkpoint of one is read by another), so a number once given stays.

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <mutex>

#include "core/events/memory_events.h"

namespace memtape {

class PageMap {
public:
    static constexpr unsigned shift = 10;

    // calloc: pages that are never met cost nothing
    PageMap() : m_numbers(static_cast<std::atomic<uint32_t>*>(std::calloc(size_t{1} << (32 - shift), sizeof(uint32_t)))) {
        if (!m_numbers) std::abort();
    }
    ~PageMap() { std::free(m_numbers); }
    PageMap(const PageMap&) = delete;
    PageMap& operator=(const PageMap&) = delete;

    // Place in the table; 0: the page has not been met. Places begin at one page.
    uint32_t find(Granule g) const {
        uint32_t number = m_numbers[g >> shift].load(std::memory_order_relaxed);
        return number ? number << shift | (g & ((1u << shift) - 1)) : 0;
    }
    uint32_t ensure(Granule g) {
        std::atomic<uint32_t>& number = m_numbers[g >> shift];
        if (!number.load(std::memory_order_relaxed)) {
            std::lock_guard lock(m_mutex);
            if (!number.load(std::memory_order_relaxed)) number.store(++m_count, std::memory_order_relaxed);
        }
        return find(g);
    }

private:
    static_assert(sizeof(std::atomic<uint32_t>) == sizeof(uint32_t));
    std::atomic<uint32_t>* m_numbers;
    std::mutex m_mutex;
    uint32_t m_count = 0;
};

}
