// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A random run, and beside it a plain model of the memory that writes down each step's state as text. What replay has at a step,
// written by describeState, must be the same text.

#include <memory>
#include <string>
#include <vector>

#include "core/replay/memory_state.h"
#include "core/tape/tape.h"

namespace memtape::test {

struct RandomRun {
    std::shared_ptr<Tape> tape;
    std::vector<std::string> states; // by step
    std::vector<std::string> output; // all that was printed before the step
};

struct RandomOptions {
    uint32_t seed = 1;
    uint32_t steps = 200;
    uint32_t eventsPerStep = 6; // about
    bool keepStates = true;
};

RandomRun makeRandomRun(const RandomOptions& options);
std::string describeState(const MemoryState& state);

}
