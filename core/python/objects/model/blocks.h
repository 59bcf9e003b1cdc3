// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Blocks of the heap beside objects, told to the tape. Null: there is no room, and no exception then. What asks for blocks of the interpreter's own types
// (object.h) raises one; libraries in C, which ask through hooks of theirs, take null for an answer. What is still there at the end of a run goes with the region.

#include "core/python/heap/block_recording.h"
#include "core/python/heap/heap.h"

namespace memtape {

inline void* takeBlock(size_t bytes) {
    void* block = heap.allocate(bytes);
    if (block) noteBlockTaken(block);
    return block;
}

inline void giveBlock(void* block) {
    if (!block) return;
    noteBlockGiven(block);
    heap.release(block);
}

inline void* resizeBlock(void* block, size_t bytes) {
    if (!block) return takeBlock(bytes);
    if (!areBlocksNoted()) return heap.reallocate(block, bytes);
    const size_t before = heap.usableSize(block);
    void* moved = heap.reallocate(block, bytes);
    if (moved && (moved != block || heap.usableSize(moved) != before)) {
        noteBlockGiven(block);
        noteBlockTaken(moved);
    }
    return moved;
}

// A library may ask for nothing, and expects a block then.
inline void* takeLibraryBlock(size_t bytes) { return takeBlock(bytes ? bytes : 1); }
inline void giveLibraryBlock(void* block) { giveBlock(block); }
inline void* resizeLibraryBlock(void* block, size_t bytes) { return resizeBlock(block, bytes ? bytes : 1); }

}
