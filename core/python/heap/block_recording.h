// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tape is told of the heap besides its objects, so that the map of memory is known at every step: the pools, with the size of their blocks; and
// the blocks that lie beside objects (a list's items, a dict's table). Both are Resize events of a granule at which no object is: with room 0 the block
// that begins there, with room 1 the pool; the size from then on is that of the block, or of each block of the pool, and 0 when it is given back.
//
// The blocks of objects follow from their own events. A block that a type keeps for its next object is told of by nobody: it is free to whoever looks.

#include "core/events/recorder.h"

namespace memtape {

struct PoolHeader;

// Before the heap starts, where the run is to be recorded: what is taken until tellBlocks() is kept in mind.
void awaitBlocks();
// To the recorder: all pools and blocks beside objects that there are, and from then on each that comes or goes. That is told even while a type keeps the
// recorder from hearing of an object that is not complete (QuietAllocation).
void tellBlocks();
void forgetBlocks(); // when the heap starts, and before the recording ends

extern bool blocksAreAwaited;
extern Recorder* blockRecorder; // from tellBlocks() to forgetBlocks()
inline bool areBlocksNoted() { return blockRecorder || blocksAreAwaited; }
void noteBlockTakenSlow(void* block);
void noteBlockGivenSlow(void* block);
inline void noteBlockTaken(void* block) {
    if (areBlocksNoted()) [[unlikely]]
        noteBlockTakenSlow(block);
}
inline void noteBlockGiven(void* block) { // before it is released
    if (areBlocksNoted()) [[unlikely]]
        noteBlockGivenSlow(block);
}
void notePoolTaken(const PoolHeader* pool, size_t blockBytes);
void notePoolGiven(const PoolHeader* pool);

}
