// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks for something over a whole run: the steps at which an expression comes to hold (find_expression.h).
//
// Names are looked up as the running frame sees them: among its own, then among the names of the program's module. A condition on values holds
// at a step where all it names is there and compares so; the step is a find where the same condition did not hold at the step before it that
// could tell (in the same frame, where one of the names is a frame's). An event is a find at the first step that shows it; what lies behind the
// last step is found at stepCount().
//
// The run is played once; the condition is worked out only where something that it looked at has changed since.

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/replay/find/find_expression.h"
#include "core/replay/reading.h"

namespace memtape {

class Tape;

struct FoundValue {
    std::string path; // as it was written
    std::string text; // the value as the language writes it, or an object's title; empty: there is none
};

struct Found {
    StepInfo step; // step.step is stepCount() for what lies behind the last step: the rest is the last step's then
    std::vector<FoundValue> values;
};

struct FindResult {
    uint64_t found = 0, steps = 0;       // steps: so many were looked at
    uint64_t notCompared = 0;            // steps at which the condition changed to something that cannot be compared
    std::vector<std::string> neverThere; // names that no frame and no module ever had
    bool isStopped = false, isDamaged = false, isTooLarge = false;
};

// `tell`: each find, in order, as soon as it is known, with the state there; false: enough. `stop`: looked at now and then; may be null.
FindResult find(const std::shared_ptr<const Tape>& tape, const FindExpression& what, const std::function<bool(const Found&, const Reading&)>& tell,
                const std::atomic<bool>* stop = nullptr);

}
