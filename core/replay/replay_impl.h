// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/replay/index/tape_index.h"
#include "core/replay/player.h"
#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"

namespace memtape {

struct Replay::Impl {
    Impl(std::shared_ptr<const Tape> t, Learning how)
        : shared(std::move(t)),
          index(shared, how == Learning::InBackground),
          scratch(shared),
          scratchReading(readingFor(shared.tape->language(), scratch.memory())),
          learning(how),
          main(*this) {}

    // One who stands at a step.
    struct Standing {
        explicit Standing(Impl& r) : replay(r), player(r.shared), reading(readingFor(r.shared.tape->language(), player.memory())) {}
        bool seek(uint64_t step);

        Impl& replay;
        Player player;
        std::unique_ptr<Reading> reading; // of the player's memory
        uint64_t step = 0;
    };

    // The moment right after a step's event; `stepsKept`: how many steps before it can be gone back to at once.
    bool moveTo(Player& player, uint64_t step, uint64_t stepsKept);
    // Right before the first event.
    void moveToBeginning(Player& player) { index.restoreBeforeChunk(player, 0); }

    ReplayShared shared;
    TapeIndex index;
    Player scratch; // looks things up
    struct {
        std::optional<uint64_t> step;
        std::vector<Change> changes;
    } lastChanges; // asked before which step: several views ask for the same, and what has been played is not there any more
    std::unique_ptr<Reading> scratchReading;
    Learning learning;
    Standing main; // shows the current step
};

struct Replay::Reader::Impl : Replay::Impl::Standing {
    using Standing::Standing;
};

// What a change is called, from the memory as it is then.
Change describeChange(const RawChange& raw, const Memory& memory);

}
