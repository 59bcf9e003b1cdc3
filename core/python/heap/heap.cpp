// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/heap/heap.h"

#include <sys/mman.h>

#include <cstring>
#include <new>

#include "core/base/check.h"
#include "core/events/memory_events.h"
#include "core/python/heap/block_recording.h"

namespace memtape {

Heap heap;
static_assert(Heap::regionBytes / 16 <= granuleEnd);

namespace {
constexpr uint32_t noSizeClass = 0xffff; // a pool that never had blocks
constexpr size_t classBytes(uint32_t sizeClass) { return (static_cast<size_t>(sizeClass) + 1) << 4; }
// A large heap is had in huge pages, where the system has some: its objects are touched in no order, and each first touch of a small page is a fault. The
// heap of a small program stays in small ones, as a huge one is cleared as a whole.
constexpr size_t inSmallPages = 4 * Heap::segmentBytes;
}

bool Heap::start(uint64_t limitBytes) {
    // One segment more than needed, so that the region can begin at a segment's border.
    size_t bytes = regionBytes;
    void* got = MAP_FAILED;
    for (; bytes >= 64 * segmentBytes; bytes /= 2) {
        got = mmap(nullptr, bytes + segmentBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (got != MAP_FAILED) break;
    }
    if (got == MAP_FAILED) return false;
    m_mapping = static_cast<char*>(got);
    m_mappedBytes = bytes + segmentBytes;
    madvise(m_mapping, m_mappedBytes, MADV_DONTDUMP);
    m_base = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(m_mapping) + segmentBytes - 1) & ~(segmentBytes - 1));
    m_segmentsReserved = bytes / segmentBytes;
    madvise(m_base + inSmallPages, bytes - inSmallPages, MADV_HUGEPAGE);
    // Granule 0 means no object, and a pool's header occupies it.
    m_segmentsUsed = 0;
    m_limit = limitBytes;
    watch(nullptr);
    m_bytesInUse = 0;
    m_limitReached = false;
    for (PoolHeader& head : m_used) {
        head = {};
        head.next = head.prev = &head;
    }
    std::memset(m_kinds, 0, sizeof m_kinds);
    m_arenas = new (std::nothrow) Arena[m_segmentsReserved];
    m_usable = nullptr;
    for (Arena*& last : m_lastWith) last = nullptr;
    m_lowestDropped = m_droppedCount = 0;
    m_large.start(this);
    forgetBlocks();
    return m_arenas != nullptr;
}

void Heap::end() {
    if (!m_mapping) return;
    openMemory(m_base, m_segmentsUsed * segmentBytes);
    munmap(m_mapping, m_mappedBytes);
    delete[] m_arenas;
    m_arenas = nullptr;
    m_mapping = m_base = nullptr;
    m_bytesInUse = 0;
    m_segmentsUsed = m_segmentsReserved = 0;
}

bool Heap::overLimit() {
    m_limitReached = true;
    return true;
}

// ---- small blocks -------------------------------------------------------------------------------------------------

// Without the watcher while it is made; then it is told.
template <class F> void* Heap::watched(size_t bytes, F allocation) {
    HeapWatcher* watcher = m_watcher;
    if (!watcher->allows(bytes) && overLimit()) return nullptr;
    watch(nullptr);
    void* block = allocation();
    watch(watcher);
    if (block) watcher->allocated(block, bytes);
    return block;
}

void Heap::releaseWatched(void* block) {
    if (!m_watcher) return releaseLarge(block);
    HeapWatcher* watcher = m_watcher;
    watch(nullptr);
    release(block);
    watch(watcher);
    watcher->released(block);
}

void* Heap::allocateSlow(size_t bytes) {
    if (m_watcher) return watched(bytes, [&] { return allocate(bytes); });
    uint32_t sizeClass = static_cast<uint32_t>(bytes - 1) >> 4;
    if (m_bytesInUse + classBytes(sizeClass) > m_limit && overLimit()) return nullptr;
    void* block = takeFromNewPool(sizeClass);
    if (!block) return nullptr;
    m_bytesInUse += classBytes(sizeClass);
    openMemory(block, bytes < sizeof(FreeBlock) ? sizeof(FreeBlock) : bytes);
    return block;
}

// The next block that was never used joins the free list; a pool without one is full and leaves its list.
void Heap::extendPool(PoolHeader* pool) {
    if (pool->nextOffset <= pool->maxNextOffset) {
        FreeBlock* block = reinterpret_cast<FreeBlock*>(reinterpret_cast<char*>(pool) + pool->nextOffset);
        pool->nextOffset += static_cast<uint32_t>(classBytes(pool->sizeClass));
        openMemory(block, sizeof(FreeBlock));
        block->next = nullptr;
        closeMemory(block, sizeof(FreeBlock));
        pool->freeBlock = block;
        return;
    }
    pool->next->prev = pool->prev;
    pool->prev->next = pool->next;
}

void* Heap::takeFromNewPool(uint32_t sizeClass) {
    if (!m_usable) {
        m_usable = newArena();
        if (!m_usable) return nullptr;
        m_usable->next = m_usable->prev = nullptr;
        m_lastWith[m_usable->freeCount] = m_usable;
    }
    Arena* arena = m_usable;
    // It has the fewest free pools, and will have one less: the order of the list stays.
    if (m_lastWith[arena->freeCount] == arena) m_lastWith[arena->freeCount] = nullptr;
    if (arena->freeCount > 1) m_lastWith[arena->freeCount - 1] = arena;
    PoolHeader* pool = arena->freePools;
    if (pool) {
        arena->freePools = pool->next;
    } else {
        pool = reinterpret_cast<PoolHeader*>(arena->nextNew);
        openMemory(pool, sizeof(PoolHeader));
        pool->arena = static_cast<uint32_t>(arena - m_arenas);
        pool->sizeClass = noSizeClass;
        arena->nextNew += poolBytes;
    }
    if (--arena->freeCount == 0) {
        m_usable = arena->next;
        if (m_usable) m_usable->prev = nullptr;
    }

    PoolHeader* head = &m_used[sizeClass];
    pool->next = head->next;
    pool->prev = head;
    head->next->prev = pool;
    head->next = pool;
    pool->count = 1;
    size_t size = classBytes(sizeClass);
    notePoolTaken(pool, size);
    if (pool->sizeClass == sizeClass) { // the pool last had blocks of this class: its free list is as it was left
        FreeBlock* block = pool->freeBlock;
        openMemory(block, sizeof(FreeBlock));
        pool->freeBlock = block->next;
        if (!pool->freeBlock) extendPool(pool);
        return block;
    }
    char* start = reinterpret_cast<char*>(pool) + sizeof(PoolHeader);
    closeMemory(start, poolBytes - sizeof(PoolHeader));
    pool->sizeClass = sizeClass;
    pool->nextOffset = static_cast<uint32_t>(sizeof(PoolHeader) + 2 * size);
    pool->maxNextOffset = static_cast<uint32_t>(poolBytes - size);
    pool->freeBlock = reinterpret_cast<FreeBlock*>(start + size);
    openMemory(pool->freeBlock, sizeof(FreeBlock));
    pool->freeBlock->next = nullptr;
    closeMemory(pool->freeBlock, sizeof(FreeBlock));
    return start;
}

void Heap::releaseSlow(void*, PoolHeader* pool, FreeBlock* lastFree) {
    if (!lastFree) { // it was full: back to the front of its class's list
        PoolHeader* head = &m_used[pool->sizeClass];
        pool->next = head->next;
        pool->prev = head;
        head->next->prev = pool;
        head->next = pool;
        return;
    }
    poolBecameFree(pool);
}

void Heap::poolBecameFree(PoolHeader* pool) {
    notePoolGiven(pool);
    pool->next->prev = pool->prev;
    pool->prev->next = pool->next;
    Arena* arena = &m_arenas[pool->arena];
    pool->next = arena->freePools;
    arena->freePools = pool;

    // m_usable stays sorted by the number of free pools, with the last of each number known.
    uint32_t count = arena->freeCount;
    Arena* lastWithCount = m_lastWith[count];
    if (lastWithCount == arena) m_lastWith[count] = arena->prev && arena->prev->freeCount == count ? arena->prev : nullptr;
    arena->freeCount = ++count;

    if (count == poolsInArena && arena->next) { // wholly free, and not the one that is kept in hand
        if (arena->prev) arena->prev->next = arena->next;
        else m_usable = arena->next;
        arena->next->prev = arena->prev;
        dropArena(arena);
        return;
    }
    if (count == 1) { // it was full: to the front
        arena->next = m_usable;
        arena->prev = nullptr;
        if (m_usable) m_usable->prev = arena;
        m_usable = arena;
        if (!m_lastWith[1]) m_lastWith[1] = arena;
        return;
    }
    if (!m_lastWith[count]) m_lastWith[count] = arena;
    if (arena == lastWithCount) return; // still in order
    if (arena->prev) arena->prev->next = arena->next;
    else m_usable = arena->next;
    arena->next->prev = arena->prev;
    arena->prev = lastWithCount;
    arena->next = lastWithCount->next;
    if (arena->next) arena->next->prev = arena;
    lastWithCount->next = arena;
}

// ---- segments -----------------------------------------------------------------------------------------------------

char* Heap::takeSegments(size_t count) {
    if (count > m_segmentsReserved - m_segmentsUsed) return nullptr;
    char* first = m_base + m_segmentsUsed * segmentBytes;
    for (size_t i = 0; i < count; ++i) m_kinds[m_segmentsUsed + i] = SegmentKind::Large;
    m_segmentsUsed += count;
    return first;
}

// The lowest segment that was given back, or else a new one.
Heap::Arena* Heap::newArena() {
    size_t segment = m_segmentsUsed;
    if (m_droppedCount > 0) {
        segment = m_lowestDropped;
        while (m_kinds[segment] != SegmentKind::Unused) ++segment;
        m_lowestDropped = static_cast<uint32_t>(segment + 1);
        --m_droppedCount;
    } else if (!takeSegments(1)) {
        overLimit();
        return nullptr;
    }
    m_kinds[segment] = SegmentKind::Arena;
    Arena* arena = &m_arenas[segment];
    arena->freePools = nullptr;
    arena->nextNew = m_base + segment * segmentBytes;
    arena->freeCount = poolsInArena;
    return arena;
}

void Heap::dropArena(Arena* arena) {
    size_t segment = static_cast<size_t>(arena - m_arenas);
    char* start = m_base + segment * segmentBytes;
    madvise(start, segmentBytes, MADV_DONTNEED);
    closeMemory(start, segmentBytes);
    m_kinds[segment] = SegmentKind::Unused;
    if (m_droppedCount++ == 0 || segment < m_lowestDropped) m_lowestDropped = static_cast<uint32_t>(segment);
}

// ---- large blocks and resizing ------------------------------------------------------------------------------------

void* Heap::allocateLarge(size_t bytes) {
    if (m_watcher) return watched(bytes, [&] { return allocate(bytes); });
    if (bytes > regionBytes) return nullptr;
    size_t size = LargeBlocks::roundedSize(bytes);
    if ((size > m_limit || m_bytesInUse + size > m_limit) && overLimit()) return nullptr;
    void* block = m_large.allocate(bytes);
    if (!block) {
        overLimit();
        return nullptr;
    }
    m_bytesInUse += LargeBlocks::sizeOf(block);
    return block;
}

void Heap::releaseLarge(void* block) {
    m_bytesInUse -= LargeBlocks::sizeOf(block);
    m_large.release(block);
}

size_t Heap::usableSize(const void* block) const {
    if (m_kinds[segmentOf(block)] != SegmentKind::Arena) return LargeBlocks::sizeOf(block);
    return classBytes(poolOf(const_cast<void*>(block))->sizeClass);
}

void* Heap::reallocate(void* block, size_t bytes) {
    if (!block) return allocate(bytes);
    if (bytes > regionBytes) return nullptr;
    if (HeapWatcher* watcher = m_watcher) {
        if (!watcher->allows(bytes) && overLimit()) return nullptr;
        watch(nullptr);
        void* moved = reallocate(block, bytes);
        watch(watcher);
        if (moved) watcher->released(block), watcher->allocated(moved, bytes);
        return moved;
    }
    size_t old = usableSize(block), copied = old < bytes ? old : bytes;
    if (m_kinds[segmentOf(block)] == SegmentKind::Arena) {
        // CPython's rule: a block stays where it is while more than three quarters of it are used.
        if (bytes <= old && 4 * bytes > 3 * old) {
            closeMemory(block, old);
            openMemory(block, bytes < sizeof(FreeBlock) ? sizeof(FreeBlock) : bytes);
            return block;
        }
    } else {
        size_t wanted = LargeBlocks::roundedSize(bytes);
        if (wanted > old && m_bytesInUse + (wanted - old) > m_limit && overLimit()) return nullptr;
        if (m_large.resizeInPlace(block, bytes)) {
            m_bytesInUse = m_bytesInUse - old + LargeBlocks::sizeOf(block);
            return block;
        }
        // While it moves both blocks exist; only the new one counts for the limit.
        m_bytesInUse -= old;
        void* moved = allocateLarge(bytes);
        m_bytesInUse += old;
        if (!moved) return nullptr;
        openMemory(block, old);
        std::memcpy(moved, block, copied);
        releaseLarge(block);
        return moved;
    }
    void* moved = allocate(bytes);
    if (!moved) return nullptr;
    openMemory(block, old);
    std::memcpy(moved, block, copied);
    release(block);
    return moved;
}

// ---- checking -----------------------------------------------------------------------------------------------------

void Heap::verify() const {
    for (uint32_t c = 0; c < classCount; ++c) {
        for (const PoolHeader* pool = m_used[c].next; pool != &m_used[c]; pool = pool->next) {
            MEMTAPE_CHECK(pool->sizeClass == c);
            MEMTAPE_CHECK(pool->next->prev == pool && pool->prev->next == pool);
            MEMTAPE_CHECK(pool->freeBlock != nullptr && pool->count > 0);
            MEMTAPE_CHECK(m_kinds[segmentOf(pool)] == SegmentKind::Arena && segmentOf(pool) == pool->arena);
        }
    }
    uint32_t previous = 0;
    for (const Arena* arena = m_usable; arena; arena = arena->next) {
        MEMTAPE_CHECK(arena->freeCount > 0 && arena->freeCount >= previous);
        MEMTAPE_CHECK(!arena->next || arena->next->prev == arena);
        if (!arena->next || arena->next->freeCount != arena->freeCount) MEMTAPE_CHECK(m_lastWith[arena->freeCount] == arena);
        previous = arena->freeCount;
        uint32_t counted = 0;
        for (const PoolHeader* pool = arena->freePools; pool; pool = pool->next) ++counted;
        const char* end = m_base + (static_cast<size_t>(arena - m_arenas) + 1) * segmentBytes;
        MEMTAPE_CHECK(counted + static_cast<size_t>(end - arena->nextNew) / poolBytes == arena->freeCount);
    }
    m_large.verify();
}

}
