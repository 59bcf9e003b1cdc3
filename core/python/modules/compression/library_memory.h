// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Memory that a library asks for, for the state of one of its streams: blocks of the region. So it counts for the heap's limit, and what is
// still there at the end of a run goes with the region.

#include "core/python/heap/heap.h"

namespace memtape {

template <class Count> void* libraryAllocate(void*, Count items, Count bytes) {
    uint64_t all;
    if (__builtin_mul_overflow(static_cast<uint64_t>(items), static_cast<uint64_t>(bytes), &all)) return nullptr;
    return heap.allocate(all ? all : 1);
}
inline void libraryFree(void*, void* block) { heap.release(block); }

}
