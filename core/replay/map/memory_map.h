// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Memory laid out as the language's implementation has it: the stack of frames, one after the other, and the heap as pools of blocks of one size and
// blocks of any size. A Reading makes it of the state at a step; what a line cost is what two maps differ in.
//
// Only what has to do with the program is in it: pools in which something of its own lies, with all their blocks; of others where they begin.

#include <cstdint>
#include <vector>

#include "core/replay/memory_state.h"

namespace memtape {

struct MapFrame {
    uint32_t code = 0, line = 0;
    uint32_t life = 0;            // FrameView::life
    uint64_t at = 0;              // from the stack's beginning, in bytes
    uint64_t bytes = 0, head = 0; // all of it; what is before its slots
    uint32_t slots = 0;           // for names
    uint32_t entries = 0;         // of its evaluation stack; as many as its code needs at most
    bool ofProgram = true, isRunning = false;
    bool operator==(const MapFrame&) const = default;
};

struct MapBlock {
    uint64_t address = 0, bytes = 0;
    uint32_t place = 0;     // in its pool
    ObjectId object;        // none: it lies beside objects (the items of a list, the table of a dict)
    uint32_t before = 0;    // bytes of the block before the object: what the collector and the allocator keep there
    bool ofProgram = false; // else the interpreter's or the library's
    bool operator==(const MapBlock&) const = default;
};

struct MapPool {
    uint64_t address = 0;
    uint32_t blockBytes = 0, capacity = 0; // capacity: of blocks
    std::vector<MapBlock> blocks;          // in use, by place; the others are free, or kept by a type for its next object
    size_t ofProgram() const;
    uint64_t freeBytes() const { return (capacity - blocks.size()) * uint64_t{blockBytes}; }
    bool operator==(const MapPool&) const = default;
};

struct MemoryMap {
    // -- the stack
    std::vector<MapFrame> frames; // of the running thread, from the outermost, without those that lie in the heap
    uint32_t calls = 0, callLimit = 0;
    uint64_t stackBytes = 0, chunkBytes = 0; // up to the end of the topmost frame; of the pieces in which the stack grows
    // -- the heap
    bool knowsHeap = false;                                                 // else the tape tells nothing of pools
    uint64_t poolBytes = 0, poolHead = 0, arenaBytes = 0, largestSmall = 0; // poolHead: before the first block
    std::vector<MapPool> pools;                                             // by size of their blocks, then by address
    std::vector<MapBlock> large;                                            // of the program, larger than a pool's blocks, by address
    std::vector<uint64_t> allPools;                                         // where they begin, in order of address

    uint64_t bytesOfPools() const { return pools.size() * poolBytes; }
    uint64_t freeBytes() const; // of the pools' blocks
    uint64_t ownBytes() const;  // of blocks of the program, large ones too
};

struct MapCost {
    std::vector<MapFrame> pushed, popped;
    std::vector<MapBlock> taken, given; // of the program, by address; what was taken and given back in between is in neither
    std::vector<uint64_t> newPools;     // in which blocks of `taken` lie
    uint64_t takenBytes() const;
    uint64_t givenBytes() const;
};
MapCost costBetween(const MemoryMap& before, const MemoryMap& after);

}
