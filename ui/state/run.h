// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A recorded run as the window sees it: what core's Replay answers, as far as it can be asked without waiting. It stands nowhere: who looks
// at a step asks for the memory at that step and holds it as long as wanted, and nobody else moves it. A Run is used from one thread; to
// ask from another, take a StepReader, or make a second one on the same tape (clone).

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/replay/reading.h"
#include "core/replay/replay.h"

namespace memtape {

class StepReader;
class Tape;

class Run {
public:
    virtual ~Run() = default;
    virtual std::unique_ptr<Run> clone() const = 0;

    // For another thread, over what this run has learnt: it may outlive the run.
    virtual std::unique_ptr<StepReader> stepReader() const = 0;
    virtual std::shared_ptr<const Tape> tape() const = 0; // for questions that play it

    virtual const std::string& language() const = 0; // the tape's tag
    virtual uint64_t firstStep() const { return 0; } // the first that there is: of a recording whose oldest part is gone, not the run's first
    virtual uint64_t stepCount() const = 0;          // those that can be gone to at once; while a run is recorded or learnt, more will come
    virtual bool isWhole() const { return true; }    // no more will come
    // The memory at a step, as the program's language means it; null: there is no such step. It stays what it is while it is held, and may be held
    // longer than the run. Those who hold the same step share it. One that is held costs memory: views hold none from one step of the cursor to
    // the next.
    virtual std::shared_ptr<const Reading> readingAt(uint64_t step) = 0;
    // Its state alone, held in the same way.
    std::shared_ptr<const MemoryState> stateAt(uint64_t step) {
        auto reading = readingAt(step);
        const MemoryState* state = reading ? &reading->state() : nullptr;
        return {std::move(reading), state};
    }
    virtual const CodeInfo& code(uint32_t id) const = 0;
    virtual bool isModule(uint32_t code) const = 0; // of the code id: whether it is a module's own statements

    virtual std::vector<Change> changesBefore(uint64_t step) = 0;
    virtual std::string outputUpTo(uint64_t step, OutputStream stream) = 0;
    virtual std::vector<PrintedText> printedAt(uint64_t step) = 0; // before the step; at stepCount(): since the last one
    virtual std::optional<RunEnding> ending() = 0;                 // none: more is to come, or the recording was cut off
    virtual std::vector<StepSummary> summary(uint64_t from, uint64_t to) = 0;
    virtual std::optional<uint64_t> stepOver(uint64_t from, bool backwards) = 0;
    virtual std::optional<uint64_t> stepOut(uint64_t from, bool backwards) = 0;
    virtual std::optional<uint64_t> nextAtLine(uint64_t from, uint32_t line, uint32_t file, bool backwards, StepKind kind = StepKind::Line) = 0;
    virtual std::vector<Life> lives() = 0;
    virtual const std::vector<Change>& history(ObjectId id) = 0; // valid until the next call
    virtual std::optional<uint64_t> nextChangeOf(const RefPlace& place, uint64_t from, bool backwards) = 0;
};

enum class Reach {
    WhatIsLearnt, // never waits: for the window's own thread
    Whole         // all that is recorded, learnt as it is asked for: for worker threads and the command line
};
// A clone reaches the whole.
std::unique_ptr<Run> openRun(std::shared_ptr<const Tape> tape, Reach reach = Reach::WhatIsLearnt);

}
