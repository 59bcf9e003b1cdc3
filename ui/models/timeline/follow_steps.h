// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes in the steps of a run that grows, one after the other, never so many in a turn that the window stands still.

#include <algorithm>

#include "ui/models/timeline/at_once.h"
#include "ui/state/run.h"

namespace memtape {

constexpr uint64_t stepsAtOnce = 5000; // asked for in one piece

// Gives `take` the summary of each step from `seen` on, as far as the run has it; meanwhile `seen` is its step. False: there is more, call again.
template <class Take> bool followSteps(Run& run, uint64_t& seen, Take take) {
    uint64_t count = run.stepCount();
    seen = std::max(seen, run.firstStep());
    AtOnce turn;
    while (seen < count) {
        if (turn.isOver()) return false;
        auto summary = run.summary(seen, std::min(count, seen + stepsAtOnce));
        if (summary.empty()) return false; // not known yet
        for (const StepSummary& row : summary) {
            take(row);
            ++seen;
        }
    }
    return true;
}

}
