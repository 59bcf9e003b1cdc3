// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Memory that a library asks for, for the state of one of its streams.

#include "core/python/objects/model/blocks.h"

namespace memtape {

template <class Count> void* libraryAllocate(void*, Count items, Count bytes) {
    uint64_t all;
    if (__builtin_mul_overflow(static_cast<uint64_t>(items), static_cast<uint64_t>(bytes), &all)) return nullptr;
    return takeLibraryBlock(all);
}
inline void libraryFree(void*, void* block) { giveLibraryBlock(block); }

}
