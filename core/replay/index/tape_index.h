// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is learnt by playing a tape once, in order: a summary of each step, the output, and checkpoints to start from. A thread of
// its own does so while the tape grows; whoever needs more than there is helps (ensure). Who asks for what is known waits for nobody:
// learning has one mutex, what has been learnt another, which is held for moments only. Checkpoints stand at chunk borders and share
// pages; when they take more than the budget every other one is dropped.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/replay/index/step_summaries.h"
#include "core/replay/player.h"
#include "core/replay/replay.h"

namespace memtape {

class TapeIndex final : Observer {
public:
    static constexpr uint64_t checkpointBudget = uint64_t{512} << 20;

    TapeIndex(ReplayShared& shared, bool inBackground, uint64_t budget = checkpointBudget);
    ~TapeIndex();

    // Steps known so far, with those that the tape has no more.
    uint64_t steps() const { return m_steps.load(std::memory_order_acquire); }
    // Learns until `steps` steps are known, or the tape has no more, or `milliseconds` have gone (0: no bound). True: they are known.
    bool ensure(uint64_t steps, unsigned milliseconds = 0);
    // The tape is finished, and all of it that can be read is known.
    bool isComplete() const { return m_complete.load(std::memory_order_acquire); }

    StepSummary summary(uint64_t step) const;
    std::vector<StepSummary> summaries(uint64_t from, uint64_t to) const;
    // The nearest step in a direction for which test(summary) holds, among the known ones.
    template <class Test> std::optional<uint64_t> find(uint64_t from, bool backwards, Test&& test) const;

    std::string outputBefore(uint64_t step, OutputStream stream) const;
    std::string outputAt(uint64_t step, const OutputStream* only) const; // null: both
    std::vector<PrintedText> printedAt(uint64_t step) const;
    std::optional<RunEnding> ending() const; // none: not yet known, or the tape has no end

    // Puts the player where at most `steps` steps have been played and few are missing: at the last such checkpoint, or it stays if that is no better.
    void restoreNearest(Player& player, uint64_t steps) const;
    // To the last checkpoint at or before a chunk's beginning.
    void restoreBeforeChunk(Player& player, size_t chunk) const;
    size_t checkpointCount() const;

private:
    struct Printed {
        uint64_t step;
        uint64_t offset;
        uint32_t size;
        OutputStream stream;
    };

    void see(const RawChange& change, const Memory& memory) override;
    bool advance(); // by a chunk; false: nothing there
    bool atEnd();
    void addSummary();
    void addCheckpoint();
    void run();

    ReplayShared& m_shared;
    const uint64_t m_first;      // the step with which the tape begins
    std::timed_mutex m_learning; // who plays the tape on
    Player m_player;
    uint64_t m_budget, m_spacing = 0, m_lastCheckpoint = 0; // in events
    std::atomic<int> m_waiting{0};                          // others who want to learn
    std::atomic<bool> m_stopping{false};

    mutable std::mutex m_mutex; // what follows
    StepSummaries m_summaries;
    std::atomic<uint64_t> m_steps; // of which readers may look at the summary
    std::atomic<bool> m_complete{false};
    std::vector<Printed> m_printed;
    std::string m_text[2];
    std::vector<Checkpoint> m_checkpoints; // the first is the beginning
    std::thread m_thread;
};

template <class Test> std::optional<uint64_t> TapeIndex::find(uint64_t from, bool backwards, Test&& test) const {
    std::lock_guard lock(m_mutex);
    const uint64_t known = steps();
    StepSummaries::Block block;
    uint64_t unpacked = UINT64_MAX; // the block's number
    auto holds = [&](uint64_t step) {
        const uint64_t place = step - m_first;
        if (place / block.size() != unpacked) m_summaries.unpack(place, block);
        unpacked = place / block.size();
        return test(block[place % block.size()]);
    };
    if (backwards) {
        for (uint64_t s = std::min(from, known); s-- > m_first;)
            if (holds(s)) return s;
    } else {
        for (uint64_t s = std::max(from + 1, m_first); s < known; s++)
            if (holds(s)) return s;
    }
    return std::nullopt;
}

}
