// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/map/memory_map.h"

#include <algorithm>
#include <tuple>

namespace memtape {

size_t MapPool::ofProgram() const {
    return static_cast<size_t>(std::count_if(blocks.begin(), blocks.end(), [](const MapBlock& block) { return block.ofProgram; }));
}

uint64_t MemoryMap::freeBytes() const {
    uint64_t bytes = 0;
    for (const MapPool& pool : pools) bytes += pool.freeBytes();
    return bytes;
}

uint64_t MemoryMap::ownBytes() const {
    uint64_t bytes = 0;
    for (const MapPool& pool : pools) bytes += pool.ofProgram() * pool.blockBytes;
    for (const MapBlock& block : large) bytes += block.bytes;
    return bytes;
}

namespace {

uint64_t bytesOf(const std::vector<MapBlock>& blocks) {
    uint64_t bytes = 0;
    for (const MapBlock& block : blocks) bytes += block.bytes;
    return bytes;
}

// Who lies there: another life in the same place is another block to whoever asks for what it cost.
auto identityOf(const MapBlock& block) { return std::tuple(block.address, block.object.life, block.bytes); }

enum class Whose { Program, Everybody };

using Pools = std::vector<const MapPool*>; // by address

// Those that are not the same in the other map: nearly all are, from one step to the next.
Pools changedPools(const MemoryMap& map, const MemoryMap& other) {
    auto byAddress = [](const MapPool* a, const MapPool* b) { return a->address < b->address; };
    Pools others, changed;
    for (const MapPool& pool : other.pools) others.push_back(&pool);
    std::sort(others.begin(), others.end(), byAddress);
    for (const MapPool& pool : map.pools) {
        auto same = std::lower_bound(others.begin(), others.end(), &pool, byAddress);
        if (same == others.end() || **same != pool) changed.push_back(&pool);
    }
    std::sort(changed.begin(), changed.end(), byAddress);
    return changed;
}

std::vector<MapBlock> blocksOf(const MemoryMap& map, const Pools& pools, Whose whose) {
    std::vector<MapBlock> blocks;
    for (const MapPool* pool : pools)
        std::copy_if(pool->blocks.begin(), pool->blocks.end(), std::back_inserter(blocks),
                     [whose](const MapBlock& block) { return block.ofProgram || whose == Whose::Everybody; });
    blocks.insert(blocks.end(), map.large.begin(), map.large.end());
    std::sort(blocks.begin(), blocks.end(), [](const MapBlock& a, const MapBlock& b) { return identityOf(a) < identityOf(b); });
    return blocks;
}

std::vector<MapBlock> missing(const std::vector<MapBlock>& from, const std::vector<MapBlock>& in) {
    std::vector<MapBlock> out;
    std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(out),
                        [](const MapBlock& a, const MapBlock& b) { return identityOf(a) < identityOf(b); });
    return out;
}

std::vector<MapFrame> missing(const std::vector<MapFrame>& from, const std::vector<MapFrame>& in) {
    std::vector<MapFrame> out;
    for (const MapFrame& frame : from)
        if (std::none_of(in.begin(), in.end(), [&](const MapFrame& other) { return other.life == frame.life; })) out.push_back(frame);
    return out;
}

}

uint64_t MapCost::takenBytes() const { return bytesOf(taken); }
uint64_t MapCost::givenBytes() const { return bytesOf(given); }

MapCost costBetween(const MemoryMap& before, const MemoryMap& after) {
    MapCost cost;
    cost.pushed = missing(after.frames, before.frames);
    cost.popped = missing(before.frames, after.frames);
    // What the library had taken before, and the program came to hold only now, was not taken by the line.
    const Pools ofBefore = changedPools(before, after), ofAfter = changedPools(after, before);
    cost.taken = missing(blocksOf(after, ofAfter, Whose::Program), blocksOf(before, ofBefore, Whose::Everybody));
    cost.given = missing(blocksOf(before, ofBefore, Whose::Program), blocksOf(after, ofAfter, Whose::Everybody));
    for (const MapBlock& block : cost.taken) {
        uint64_t pool = after.poolBytes ? block.address / after.poolBytes * after.poolBytes : 0;
        bool isOfPool = std::binary_search(after.allPools.begin(), after.allPools.end(), pool);
        bool isNew = isOfPool && !std::binary_search(before.allPools.begin(), before.allPools.end(), pool);
        if (isNew && (cost.newPools.empty() || cost.newPools.back() != pool)) cost.newPools.push_back(pool);
    }
    return cost;
}

}
