// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The summaries of a tape's steps, about two bytes each. Steps are packed by blocks: what many of a block have in common (line, code, depth,
// kind, signs) stands there once, a step names it by its number and tells by how much the heap grew. The steps behind the last whole block stay
// as they are. One thread adds; where others read, they know how many steps there are, and a lock keeps pack() apart from them.

#include <array>
#include <cstdint>
#include <vector>

#include "core/replay/replay.h"

namespace memtape {

class StepSummaries {
public:
    static constexpr size_t perBlock = 1024;
    using Block = std::array<StepSummary, perBlock>;

    void add(const StepSummary& summary) { m_open[m_added++] = summary; }
    bool isFull() const { return m_added == perBlock; } // then pack() before anything else is added
    void pack();                                        // a whole block

    // Of a step that was added.
    StepSummary at(uint64_t step) const;
    // Of so many from a step on that lie in its block.
    void append(uint64_t step, size_t count, std::vector<StepSummary>& to) const;
    // The block that a step lies in; of the last block, only what was added means something.
    void unpack(uint64_t step, Block& block) const;

    uint64_t packedBytes() const; // of whole blocks

private:
    std::vector<std::vector<uint8_t>> m_packed;
    Block m_open{};
    size_t m_added = 0; // in the open block
};

}
