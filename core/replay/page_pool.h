// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Gives the pages of PagedArrays, and takes them back. A tape of some bytes can ask for any number of them, so they are counted. They lie side by
// side in large areas, for which the system is asked for huge pages: where a run touches its objects in no order, half of the time would go
// into looking up where a page of 4 KiB lies. Areas stay until the pool ends. For any number of threads.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace memtape {

class PagePool {
public:
    explicit PagePool(uint64_t mostBytes) : m_most(mostBytes) {}
    ~PagePool();
    PagePool(const PagePool&) = delete;
    PagePool& operator=(const PagePool&) = delete;

    static constexpr size_t alignment = 64; // a line of the cache

    // bytes: of one page, a multiple of the alignment, and far below an area; there are few sizes.
    void* take(size_t bytes);
    void* takeZeroed(size_t bytes);
    void giveBack(void* page, size_t bytes);

    uint64_t bytes() const { return m_bytes.load(std::memory_order_relaxed); } // of the pages that are given out
    bool isOver() const { return bytes() > m_most; }
    uint64_t areaBytes() const; // of address space: what is given out, what was given back, and the room at the end of areas

private:
    struct FreePage {
        FreePage* next;
    };
    struct Size {
        size_t bytes;
        FreePage* free;
    };
    struct Area {
        char* begin;
        size_t bytes;
    };
    char* cut(size_t bytes, bool& isFresh); // holds the mutex
    void addArea();
    Size& sizeOf(size_t bytes);

    mutable std::mutex m_mutex;
    std::vector<Size> m_sizes;
    std::vector<Area> m_areas;
    char *m_free = nullptr, *m_end = nullptr; // the rest of the last area, never used
    std::atomic<uint64_t> m_bytes{0};
    const uint64_t m_most;
};

}
