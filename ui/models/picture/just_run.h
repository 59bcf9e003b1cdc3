// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which line ran between a step and the one before it: what the gutter's dash, the change marks and "Just ran line 8" mean. After a call
// has returned, that is the caller's line, which goes on where it waited.

#include <cstdint>
#include <optional>

#include "core/replay/replay.h"

namespace memtape {

class Run;

struct JustRun {
    StepSummary before{}; // the step before
    uint32_t line = 0;    // 0: the program was only started
    uint32_t code = 0;
    bool returned = false; // the call of `before` is over
};

// Nothing at the first step.
std::optional<JustRun> justRun(Run& run, uint64_t step);

}
