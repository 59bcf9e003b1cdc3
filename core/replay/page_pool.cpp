// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/page_pool.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <sys/mman.h>

#include "core/base/closed_memory.h"

namespace memtape {

namespace {

constexpr size_t hugePage = size_t{2} << 20;
constexpr size_t smallestArea = size_t{256} << 10, largestArea = size_t{32} << 20;

}

PagePool::~PagePool() {
    for (const Area& area : m_areas) {
        openMemory(area.begin, area.bytes);
        munmap(area.begin, area.bytes);
    }
}

// Areas double, so that a short run has little and a long one few. From the size of a huge page on they begin where one can.
void PagePool::addArea() {
    const size_t bytes = m_areas.empty() ? smallestArea : std::min(2 * m_areas.back().bytes, largestArea);
    const size_t spare = bytes >= hugePage ? hugePage : 0;
    void* mapped = mmap(nullptr, bytes + spare, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped == MAP_FAILED) std::abort();
    char* begin = static_cast<char*>(mapped);
    if (spare) {
        const size_t before = (hugePage - reinterpret_cast<uintptr_t>(begin) % hugePage) % hugePage;
        if (before) munmap(begin, before);
        begin += before;
        if (before < spare) munmap(begin + bytes, spare - before);
        madvise(begin, bytes, MADV_HUGEPAGE); // where there are none, small ones do
    }
    m_areas.push_back({begin, bytes});
    m_free = begin;
    m_end = begin + bytes;
}

PagePool::Size& PagePool::sizeOf(size_t bytes) {
    auto known = std::find_if(m_sizes.begin(), m_sizes.end(), [&](const Size& s) { return s.bytes == bytes; });
    return known != m_sizes.end() ? *known : m_sizes.emplace_back(Size{bytes, nullptr});
}

char* PagePool::cut(size_t bytes, bool& isFresh) {
    Size& size = sizeOf(bytes);
    isFresh = !size.free;
    if (!isFresh) {
        FreePage* page = size.free;
        openMemory(page, bytes);
        size.free = page->next;
        return reinterpret_cast<char*>(page);
    }
    if (static_cast<size_t>(m_end - m_free) < bytes) addArea();
    char* page = m_free;
    m_free += bytes;
    return page;
}

void* PagePool::take(size_t bytes) {
    m_bytes.fetch_add(bytes, std::memory_order_relaxed);
    bool isFresh;
    std::lock_guard lock(m_mutex);
    return cut(bytes, isFresh);
}

void* PagePool::takeZeroed(size_t bytes) {
    m_bytes.fetch_add(bytes, std::memory_order_relaxed);
    bool isFresh;
    std::unique_lock lock(m_mutex);
    char* page = cut(bytes, isFresh);
    lock.unlock();
    if (!isFresh) std::memset(page, 0, bytes);
    return page;
}

void PagePool::giveBack(void* page, size_t bytes) {
    m_bytes.fetch_sub(bytes, std::memory_order_relaxed);
    FreePage* free = static_cast<FreePage*>(page);
    std::lock_guard lock(m_mutex);
    Size& size = sizeOf(bytes);
    free->next = size.free;
    size.free = free;
    closeMemory(page, bytes);
}

uint64_t PagePool::areaBytes() const {
    std::lock_guard lock(m_mutex);
    uint64_t sum = 0;
    for (const Area& area : m_areas) sum += area.bytes;
    return sum;
}

}
