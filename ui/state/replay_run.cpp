// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run.h"

namespace memtape {

namespace {

class ReplayRun final : public Run {
public:
    ReplayRun(std::shared_ptr<const Tape> tape, Reach reach)
        : m_tape(std::move(tape)),
          m_reach(reach),
          m_replay(m_tape, reach == Reach::Whole ? Replay::Learning::WhenAsked : Replay::Learning::InBackground) {}
    std::unique_ptr<Run> clone() const override { return std::make_unique<ReplayRun>(m_tape, Reach::Whole); }
    uint64_t stepCount() const override { return m_reach == Reach::Whole ? m_replay.stepCount() : m_replay.stepsInReach(); }
    bool isWhole() const override { return m_reach == Reach::Whole || m_replay.isAllInReach(); }
    bool seek(uint64_t step) override { return m_replay.seek(step); }
    const MemoryState& state() const override { return m_replay.state(); }
    uint64_t currentStep() const override { return m_replay.currentStep(); }
    std::vector<Change> changesBefore(uint64_t step) override { return m_replay.changesBefore(step); }
    std::string outputUpTo(uint64_t step, OutputStream stream) override { return m_replay.outputUpTo(step, stream); }
    std::string outputAt(uint64_t step) override { return m_replay.outputAt(step); }
    std::vector<StepSummary> summary(uint64_t from, uint64_t to) override { return m_replay.summary(from, to); }
    std::optional<uint64_t> stepOver(uint64_t from, bool backwards) override { return m_replay.stepOver(from, backwards); }
    std::optional<uint64_t> stepOut(uint64_t from, bool backwards) override { return m_replay.stepOut(from, backwards); }
    std::optional<uint64_t> nextAtLine(uint64_t from, uint32_t line, uint32_t file, bool backwards) override {
        return m_replay.nextAtLine(from, line, file, backwards);
    }
    std::vector<Life> lives() override { return m_replay.lives(); }
    const std::vector<Change>& history(ObjectId id) override {
        // Asked at every step while the object is selected, and found by playing all of its life.
        if (m_historyOf != id || m_historySteps != m_replay.stepCount()) {
            m_history = m_replay.history(id);
            m_historyOf = id;
            m_historySteps = m_replay.stepCount();
        }
        return m_history;
    }
    std::optional<uint64_t> nextChangeOf(const RefPlace& place, uint64_t from, bool backwards) override {
        return m_replay.nextChangeOf(place, from, backwards);
    }

private:
    std::shared_ptr<const Tape> m_tape;
    Reach m_reach;
    mutable Replay m_replay; // to say what is in reach, it may learn
    ObjectId m_historyOf;
    uint64_t m_historySteps = 0;
    std::vector<Change> m_history;
};

}

std::unique_ptr<Run> openRun(std::shared_ptr<const Tape> tape, Reach reach) { return std::make_unique<ReplayRun>(std::move(tape), reach); }

}
