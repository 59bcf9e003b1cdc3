// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory of the program under study, and so the address model: one reserved region in which every object and side
// block lies, allocated as CPython 3.13's obmalloc does (size classes of 16 bytes up to 512, pools of 16 KiB, arenas of 1 MiB,
// free lists within a pool). A request above 512 bytes follows a rule of our own, said in large_blocks.h.
//
// The address that the program and the picture see is `addressOf`: pointer − region + constant, the same on every machine.
// A granule is 16 bytes; an object is named on the tape by the granule of its Object*.
//
//     region   [ segment | segment | … ]      1 MiB each, handed out from the low end
//     segment  an arena (64 pools), or a part of the large blocks' zone
//     pool     [ header 48 | block | block | … ]   blocks of one size class
//
// A freed block goes to the front of its pool's free list, a pool with a free block to the front of its class's list, and a new
// pool is taken from the arena with the fewest free pools: what is allocated next, and so which address is used again, is CPython's.
//
// The limit counts the bytes of blocks in use (class sizes). A request over it gets null, and `limitReached` stays set: MemoryError is raised,
// and the evaluation breaker ends the run. A request that no machine could serve (more than the region) also gets null, but is the
// program's own affair: a MemoryError that it may catch.

#include <cstddef>
#include <cstdint>

#include "core/base/closed_memory.h"
#include "core/python/heap/large_blocks.h"

namespace memtape {

using Granule = uint32_t; // (pointer − region) / 16; 0 is no object

struct FreeBlock {
    FreeBlock* next;
};

// The first 48 bytes of a pool: CPython's struct pool_header.
struct PoolHeader {
    uint64_t count;          // blocks in use
    FreeBlock* freeBlock;    // front of the free list
    PoolHeader *next, *prev; // in the list of used pools of the class
    uint32_t arena;          // number of the segment
    uint32_t sizeClass;
    uint32_t nextOffset; // of the first block that was never used
    uint32_t maxNextOffset;
};
static_assert(sizeof(PoolHeader) == 48);

// Hears of every block that is given out and back (tracemalloc). It may not use the heap meanwhile.
class HeapWatcher {
public:
    virtual bool allows(size_t) { return true; } // before: false makes it fail as one over the limit does
    virtual void allocated(void* block, size_t bytes) = 0;
    virtual void released(void* block) = 0;

protected:
    ~HeapWatcher() = default;
};

class Heap {
public:
    static constexpr uint64_t regionBytes = uint64_t{3} << 34;
    static constexpr uint64_t firstAddress = 0x7f0000000000; // what the region's beginning is shown as
    static constexpr size_t largestSmall = 512, poolBytes = size_t{1} << 14, segmentBytes = size_t{1} << 20;
    static constexpr uint32_t classCount = 32, poolsInArena = segmentBytes / poolBytes, segmentCount = regionBytes / segmentBytes;

    // Reserves the region; `limitBytes`: --max-heap, over the blocks in use. False: the system gives no room at all.
    bool start(uint64_t limitBytes);
    void end(); // gives the whole region back

    void* allocate(size_t bytes);                // null: over the limit (the caller raises MemoryError)
    void* reallocate(void* block, size_t bytes); // null: over the limit, `block` stays
    void release(void* block);
    size_t usableSize(const void* block) const; // the block's size class, or rounded size

    uint64_t bytesInUse() const { return m_bytesInUse; }
    uint64_t limit() const { return m_limit; }
    void setLimit(uint64_t bytes) {
        m_limit = bytes;
        if (!m_watcher) m_quickLimit = bytes;
    }
    // Null: nobody. While there is a watcher nothing goes the quick way; so that costs nothing while there is none.
    void watch(HeapWatcher* watcher) {
        m_watcher = watcher;
        m_quickLimit = watcher ? 0 : m_limit;
        m_quickKind = watcher ? SegmentKind::None : SegmentKind::Arena;
    }
    HeapWatcher* watcherOfRuns = nullptr; // hears of a program's blocks from where the limit counts; it outlasts end() (tests)
    // Whether so many bytes more are within the limit. If not, it counts as reached, as by a block of that size.
    bool hasRoomFor(uint64_t bytes) {
        if (bytes <= m_limit && m_bytesInUse + bytes <= m_limit) return true;
        if (bytes <= regionBytes) m_limitReached = true;
        return false;
    }
    // Over the limit: set for good; the run ends at the next evaluation-breaker check.
    bool limitReached() const { return m_limitReached; }

    char* base() const { return m_base; }
    bool owns(const void* p) const { return static_cast<uint64_t>(static_cast<const char*>(p) - m_base) < regionBytes; }

    // Walks every invariant of pools, arenas and large blocks; stops with a sentence where one is broken.
    void verify() const;

    // For the large blocks' zone: `count` segments at the end of what is handed out, or null.
    char* takeSegments(size_t count);
    char* segmentsEnd() const { return m_base + m_segmentsUsed * segmentBytes; }

private:
    enum class SegmentKind : uint8_t { Unused, Arena, Large, None };
    struct Arena {
        PoolHeader* freePools = nullptr;
        char* nextNew = nullptr; // pools from here on were never used
        uint32_t freeCount = 0;
        Arena *next = nullptr, *prev = nullptr; // in m_usable
    };

    void* allocateSlow(size_t bytes);
    void* allocateLarge(size_t bytes);
    void* takeFromNewPool(uint32_t sizeClass);
    void extendPool(PoolHeader* pool);
    void releaseSlow(void* block, PoolHeader* pool, FreeBlock* lastFree);
    void releaseLarge(void* block);
    void releaseWatched(void* block); // or a large one
    template <class F> void* watched(size_t bytes, F allocation);
    void poolBecameFree(PoolHeader* pool);
    Arena* newArena();
    void dropArena(Arena* arena);
    size_t segmentOf(const void* p) const { return static_cast<uint64_t>(static_cast<const char*>(p) - m_base) >> 20; }
    static PoolHeader* poolOf(void* p) { return reinterpret_cast<PoolHeader*>(reinterpret_cast<uintptr_t>(p) & ~(poolBytes - 1)); }
    bool overLimit();

    char* m_base = nullptr;
    uint64_t m_limit = 0, m_bytesInUse = 0;
    uint64_t m_quickLimit = 0;                    // up to here allocate() need not ask
    SegmentKind m_quickKind = SegmentKind::Arena; // of what release() need not ask about
    HeapWatcher* m_watcher = nullptr;
    bool m_limitReached = false;
    PoolHeader m_used[classCount]; // heads of the lists of pools that have free blocks
    SegmentKind m_kinds[segmentCount];
    Arena* m_arenas = nullptr;           // one for each segment
    Arena* m_usable = nullptr;           // arenas with free pools, fewest first
    Arena* m_lastWith[poolsInArena + 1]; // the last in m_usable with so many free pools
    size_t m_segmentsUsed = 0, m_segmentsReserved = 0, m_mappedBytes = 0;
    char* m_mapping = nullptr;
    uint32_t m_lowestDropped = 0; // no segment below this one was given back
    uint32_t m_droppedCount = 0;
    LargeBlocks m_large;
};

extern Heap heap;

inline Granule granuleOf(const void* p) { return p ? static_cast<Granule>((static_cast<const char*>(p) - heap.base()) >> 4) : 0; }
inline uint64_t addressOf(const void* p) { return static_cast<uint64_t>(static_cast<const char*>(p) - heap.base()) + Heap::firstAddress; }
inline void* atGranule(Granule g) { return heap.base() + (static_cast<uint64_t>(g) << 4); }

inline void* Heap::allocate(size_t bytes) {
    if (bytes - 1 >= largestSmall) [[unlikely]]
        return allocateLarge(bytes);
    uint32_t sizeClass = static_cast<uint32_t>(bytes - 1) >> 4;
    PoolHeader* pool = m_used[sizeClass].next;
    uint64_t inUse = m_bytesInUse + ((sizeClass + 1) << 4);
    if (pool == &m_used[sizeClass] || inUse > m_quickLimit) [[unlikely]]
        return allocateSlow(bytes);
    m_bytesInUse = inUse;
    ++pool->count;
    FreeBlock* block = pool->freeBlock;
    openMemory(block, bytes < sizeof(FreeBlock) ? sizeof(FreeBlock) : bytes);
    pool->freeBlock = block->next;
    if (!pool->freeBlock) [[unlikely]]
        extendPool(pool);
    return block;
}

inline void Heap::release(void* p) {
    if (!p) return;
    if (m_kinds[segmentOf(p)] != m_quickKind) [[unlikely]]
        return releaseWatched(p);
    PoolHeader* pool = poolOf(p);
    size_t size = (pool->sizeClass + 1) << 4;
    m_bytesInUse -= size;
    FreeBlock* lastFree = pool->freeBlock;
    openMemory(p, sizeof(FreeBlock));
    static_cast<FreeBlock*>(p)->next = lastFree;
    closeMemory(p, size);
    pool->freeBlock = static_cast<FreeBlock*>(p);
    --pool->count;
    if (!lastFree || pool->count == 0) [[unlikely]]
        releaseSlow(p, pool, lastFree);
}

}
