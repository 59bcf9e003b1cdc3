// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory of the program under study, and so the address model: one reserved region in which every object and side
// block lies, allocated as CPython 3.13's obmalloc does (size classes of 16 bytes up to 512, pools of 16 KiB, arenas of 1 MiB,
// free lists within a pool). A request above 512 bytes follows a rule of our own, said in large_blocks.h.
//
// The address that the program and the picture see is `addressOf`: pointer − region + constant, the same on every machine.
// A granule is 16 bytes; an object is named on the tape by the granule of its Object*.

#include <cstddef>
#include <cstdint>

namespace memtape {

using Granule = uint32_t; // (pointer − region) / 16; 0 is no object

class Heap {
public:
    static constexpr uint64_t regionBytes = uint64_t{1} << 36;
    static constexpr uint64_t firstAddress = 0x7f0000000000; // what the region's beginning is shown as

    void start(uint64_t limitBytes); // reserves the region; `limitBytes`: --max-heap, over the blocks in use
    void end();                      // gives the whole region back

    void* allocate(size_t bytes);                 // null: over the limit (the caller raises MemoryError)
    void* reallocate(void* block, size_t bytes);  // null: over the limit, `block` stays
    void release(void* block);
    size_t usableSize(const void* block) const;   // the block's size class, or rounded size

    uint64_t bytesInUse() const { return m_bytesInUse; }
    // Over the limit: set for good; the run ends at the next evaluation-breaker check.
    bool limitReached() const { return m_limitReached; }

    char* base() const { return m_base; }
    bool owns(const void* p) const { return static_cast<uint64_t>(static_cast<const char*>(p) - m_base) < regionBytes; }

private:
    char* m_base = nullptr;
    uint64_t m_limit = 0, m_bytesInUse = 0;
    bool m_limitReached = false;
    // (the allocator's own fields: the heap's author adds them here)
};

extern Heap heap;

inline Granule granuleOf(const void* p) { return p ? static_cast<Granule>((static_cast<const char*>(p) - heap.base()) >> 4) : 0; }
inline uint64_t addressOf(const void* p) { return static_cast<uint64_t>(static_cast<const char*>(p) - heap.base()) + Heap::firstAddress; }
inline void* atGranule(Granule g) { return heap.base() + (static_cast<uint64_t>(g) << 4); }

}
