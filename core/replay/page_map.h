// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Gives pages of granules numbers in the order in which they are first met, so that the table by granule has no gaps however far
// apart the blocks lie. Shared by all players of a tape (a checkpoint of one is read by another), so a number once given stays.

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>

#include "core/events/memory_events.h"

namespace memtape {

class PageMap {
public:
    static constexpr unsigned shift = 10;

    // calloc: pages that are never met cost nothing
    PageMap()
        : m_numbers(static_cast<std::atomic<uint32_t>*>(std::calloc(pageCount, sizeof(uint32_t)))),
          m_met(static_cast<std::atomic<uint64_t>*>(std::calloc(metWords + metWords / 64, sizeof(uint64_t)))),
          m_metWords(m_met + metWords) {
        if (!m_numbers || !m_met) std::abort();
    }
    ~PageMap() {
        std::free(m_numbers);
        std::free(m_met);
    }
    PageMap(const PageMap&) = delete;
    PageMap& operator=(const PageMap&) = delete;

    // Place in the table; 0: the page has not been met. Places begin at one page.
    uint32_t find(Granule g) const {
        uint32_t number = m_numbers[g >> shift].load(std::memory_order_relaxed);
        return number ? number << shift | (g & ((1u << shift) - 1)) : 0;
    }
    uint32_t ensure(Granule g) {
        std::atomic<uint32_t>& number = m_numbers[g >> shift];
        if (!number.load(std::memory_order_acquire)) {
            std::lock_guard lock(m_mutex);
            if (!number.load(std::memory_order_relaxed)) {
                const Granule page = g >> shift;
                m_met[page / 64].fetch_or(uint64_t{1} << page % 64, std::memory_order_relaxed);
                m_metWords[page / 64 / 64].fetch_or(uint64_t{1} << page / 64 % 64, std::memory_order_relaxed);
                number.store(++m_count, std::memory_order_release); // who sees it finds the page, too
            }
        }
        return find(g);
    }
    // The first granule from this one on that lies in a page that has been met; 0: there is none. A damaged recording may have nothing for gigabytes, so
    // 64 pages are looked at at once, and 64 times as many.
    Granule nextMet(uint64_t from) const {
        const uint64_t page = from >> shift;
        if (page >= pageCount) return 0;
        uint64_t word = page / 64, met = bitsFrom(m_met[word], page % 64);
        if (!met) {
            uint64_t group = ++word / 64, words = word < metWords ? bitsFrom(m_metWords[group], word % 64) : 0;
            while (!words && ++group < metWords / 64) words = bitsFrom(m_metWords[group], 0);
            if (!words) return 0;
            word = group * 64 + static_cast<unsigned>(std::countr_zero(words));
            met = bitsFrom(m_met[word], 0);
        }
        const uint64_t found = word * 64 + static_cast<unsigned>(std::countr_zero(met));
        return static_cast<Granule>(found == page ? from : found << shift);
    }

private:
    static constexpr size_t pageCount = size_t{1} << (32 - shift), metWords = pageCount / 64;
    static uint64_t bitsFrom(const std::atomic<uint64_t>& bits, unsigned first) {
        return bits.load(std::memory_order_relaxed) & ~uint64_t{0} << first;
    }

    static_assert(sizeof(std::atomic<uint32_t>) == sizeof(uint32_t) && sizeof(std::atomic<uint64_t>) == sizeof(uint64_t));
    std::atomic<uint32_t>* m_numbers;
    std::atomic<uint64_t>* m_met;      // a bit for each page that has a number
    std::atomic<uint64_t>* m_metWords; // a bit for each word of those that is not 0; behind them
    std::mutex m_mutex;
    uint32_t m_count = 0;
};

}
