// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/heap/block_recording.h"

#include <map>

#include "core/python/heap/heap.h"

namespace memtape {

bool blocksAreAwaited = false;
Recorder* blockRecorder = nullptr;

namespace {

constexpr uint64_t ofBlock = 0, ofPool = 1;

// In order, so that a run is told in the same way each time.
// While they are awaited:
std::map<Granule, uint32_t> pools;   // bytes of a pool's blocks
std::map<Granule, uint64_t> awaited; // blocks beside objects

}

void awaitBlocks() { blocksAreAwaited = true; }

void forgetBlocks() {
    blockRecorder = nullptr;
    pools.clear();
    awaited.clear();
}

void tellBlocks() {
    blocksAreAwaited = false;
    blockRecorder = recorder;
    for (auto [pool, bytes] : pools) blockRecorder->resize(pool, bytes, ofPool);
    for (auto [block, bytes] : awaited) blockRecorder->resize(block, bytes, ofBlock);
    pools.clear();
    awaited.clear();
}

void noteBlockTakenSlow(void* block) {
    uint64_t bytes = heap.usableSize(block);
    if (blockRecorder) blockRecorder->resize(granuleOf(block), bytes, ofBlock);
    else awaited[granuleOf(block)] = bytes;
}

void noteBlockGivenSlow(void* block) {
    if (blockRecorder) blockRecorder->resize(granuleOf(block), 0, ofBlock);
    else awaited.erase(granuleOf(block));
}

void notePoolTaken(const PoolHeader* pool, size_t blockBytes) {
    if (blocksAreAwaited) pools[granuleOf(pool)] = static_cast<uint32_t>(blockBytes);
    else if (blockRecorder) blockRecorder->resize(granuleOf(pool), blockBytes, ofPool);
}

void notePoolGiven(const PoolHeader* pool) {
    if (blocksAreAwaited) pools.erase(granuleOf(pool));
    else if (blockRecorder) blockRecorder->resize(granuleOf(pool), 0, ofPool);
}

}
