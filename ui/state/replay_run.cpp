// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tape/tape.h"
#include "ui/state/reading_pool.h"
#include "ui/state/run.h"
#include "ui/state/step_reader.h"

namespace memtape {

namespace {

class ReplayRun final : public Run {
public:
    ReplayRun(std::shared_ptr<const Tape> tape, Reach reach)
        : m_tape(std::move(tape)),
          m_reach(reach),
          m_replay(std::make_shared<Replay>(m_tape, reach == Reach::Whole ? Replay::Learning::WhenAsked : Replay::Learning::InBackground)),
          m_readings(m_replay) {}
    std::unique_ptr<Run> clone() const override { return std::make_unique<ReplayRun>(m_tape, Reach::Whole); }
    std::unique_ptr<StepReader> stepReader() const override { return std::make_unique<StepReader>(m_replay); }
    std::shared_ptr<const Tape> tape() const override { return m_tape; }
    const std::string& language() const override { return m_tape->language(); }
    uint64_t firstStep() const override { return m_replay->firstStep(); }
    uint64_t stepCount() const override {
        // Of a damaged tape, once that has been met: those before the damage.
        const bool isAll = m_reach == Reach::Whole && !m_replay->isAllInReach();
        return isAll ? m_replay->stepCount() : m_replay->stepsInReach();
    }
    bool isWhole() const override { return m_reach == Reach::Whole || m_replay->isAllInReach(); }
    std::shared_ptr<const Reading> readingAt(uint64_t step) override { return m_readings.readingAt(step); }
    const CodeInfo& code(uint32_t id) const override { return m_replay->state().code(id); } // the same at every step
    bool isModule(uint32_t code) const override { return m_replay->reading().isModule(m_replay->state().code(code)); }
    std::vector<Change> changesBefore(uint64_t step) override { return m_replay->changesBefore(step); }
    std::string outputUpTo(uint64_t step, OutputStream stream) override { return m_replay->outputUpTo(step, stream); }
    std::vector<PrintedText> printedAt(uint64_t step) override { return m_replay->printedAt(step); }
    std::optional<RunEnding> ending() override { return m_replay->ending(); }
    std::vector<StepSummary> summary(uint64_t from, uint64_t to) override { return m_replay->summary(from, to); }
    std::optional<uint64_t> stepOver(uint64_t from, bool backwards) override { return m_replay->stepOver(from, backwards); }
    std::optional<uint64_t> stepOut(uint64_t from, bool backwards) override { return m_replay->stepOut(from, backwards); }
    std::optional<uint64_t> nextAtLine(uint64_t from, uint32_t line, uint32_t file, bool backwards, StepKind kind) override {
        return m_replay->nextAtLine(from, line, file, backwards, kind);
    }
    std::vector<Life> lives() override { return m_replay->lives(); }
    const std::vector<Change>& history(ObjectId id) override {
        // Asked at every step while the object is selected, and found by playing all of its life.
        if (m_historyOf != id || m_historySteps != m_replay->stepCount()) {
            m_history = m_replay->history(id);
            m_historyOf = id;
            m_historySteps = m_replay->stepCount();
        }
        return m_history;
    }
    std::optional<uint64_t> nextChangeOf(const RefPlace& place, uint64_t from, bool backwards) override {
        return m_replay->nextChangeOf(place, from, backwards);
    }

private:
    std::shared_ptr<const Tape> m_tape;
    Reach m_reach;
    std::shared_ptr<Replay> m_replay; // it stays at the first step; the pool's readers move
    ReadingPool m_readings;
    ObjectId m_historyOf;
    uint64_t m_historySteps = 0;
    std::vector<Change> m_history;
};

}

std::unique_ptr<Run> openRun(std::shared_ptr<const Tape> tape, Reach reach) { return std::make_unique<ReplayRun>(std::move(tape), reach); }

}
