// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/toy/toy_language.h"

#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "tests/support/toy/toy_machine.h"

namespace memtape::test {

namespace {

class ToyLanguage final : public Language {
public:
    std::string_view tag() const override { return "toy"; }
    std::string_view name() const override { return "Toy"; }
    std::vector<std::string_view> fileEndings() const override { return {".toy"}; }
    size_t stackBytes() const override { return 256 * 1024; }

    RunOutcome run(const RunRequest& run, Recorder* pen) override {
        m_stopped = false;
        RunOutcome outcome;
        ToyProgram program;
        outcome.problem = program.parse(run.source, run.file);
        if (outcome.problem) {
            outcome.end = EndReason::SyntaxProblem;
            outcome.exitStatus = 1;
            if (pen) pen->end(outcome.end, outcome.exitStatus);
            return outcome;
        }
        ToyMachine machine(program, pen);
        machine.begin(run);
        while (machine.step()) {
            if (m_stopped || *run.stopAsked) outcome.end = EndReason::Stopped;
            else if (machine.steps() >= run.maxSteps) outcome.end = EndReason::StepLimit;
            else if (machine.heapBytes() > run.maxHeap) outcome.end = EndReason::HeapLimit;
            else if (pen && pen->isFull()) outcome.end = EndReason::TapeFull;
            else continue;
            break;
        }
        outcome.steps = machine.steps();
        outcome.peakHeapBytes = machine.peakHeapBytes();
        if (pen) pen->end(outcome.end, 0);
        return outcome;
    }

    void stop() override { m_stopped = true; }
    bool interrupt() override { return !m_stopped.exchange(true); }
    void publishSoon() override {} // its programs are short

private:
    std::atomic<bool> m_stopped{false};
};

class ToyReading final : public Reading {
public:
    using Reading::Reading;
    std::string_view language() const override { return "Toy"; }
    std::string_view implementation() const override { return "Toy"; }
    ObjectKind kindOf(const TypeInfo&) const override { return ObjectKind::Block; }
    ValueText value(ObjectId) const override { return {}; }
    std::string stateJson(Replay&, const StateOptions&, StateOutput) const override { return "{}"; }
    std::string stateText(Replay& replay, const StateOptions&) const override { return std::to_string(replay.state().heapObjects()) + " blocks\n"; }
};

}

void registerToyLanguage() {
    static ToyLanguage language;
    registerLanguage(language);
    registerReading("toy", [](const MemoryState& state) -> std::unique_ptr<Reading> { return std::make_unique<ToyReading>(state); });
}

}
