// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of the free blocks of a size the run uses next. The order of free lists is not on the tape: what the interpreter takes and gives back for a moment
// moves it, and a type that keeps blocks for its next object has a list of its own. But the whole run is known. Of the blocks that are free at a step, the one
// that is taken before all others of its size lies at the front of whatever list it is taken from, as lists are last in, first out: a block that is given
// back later, and taken before it, was in use at the step.
//
// Looks ahead in the tape, by chunks, and keeps what it found there: a step beside the one before costs next to nothing.

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "core/replay/map/memory_map.h"

namespace memtape {

class Tape;

// Of the free blocks of a size the one that the run uses first: between the step and the one after it.
struct NextBlock {
    uint32_t blockBytes = 0;
    uint64_t address = 0, step = 0;
    bool operator==(const NextBlock&) const = default;
};

class NextBlocks {
public:
    explicit NextBlocks(std::shared_ptr<const Tape> tape) : m_tape(std::move(tape)) {}

    // By size, for those sizes of the map's pools of which a block is taken soon: within the step's chunk of the tape and the few behind it. `state`: at a
    // step, of which `map` was made.
    std::vector<NextBlock> at(const MemoryState& state, const MemoryMap& map);

private:
    // A granule at which something begins to lie; or a pool that comes or goes.
    struct Taken {
        uint64_t step;
        Granule granule;
        uint32_t poolBytes; // of the pool's blocks; 0: it goes
        bool isPool;
    };
    struct Ahead {
        size_t chunk;
        std::vector<Taken> taken;
    };
    const std::vector<Taken>* inChunk(size_t chunk);

    std::shared_ptr<const Tape> m_tape;
    std::deque<Ahead> m_kept; // what was asked for last comes first
    Ahead m_growing{};        // of a chunk under way, which is not kept
};

}
