// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory at a step as JSON (the contract is said in the manual of the command line), and as text for a person. What they hold is
// the business of the tape's language: its Reading writes them.

#include <cstdint>
#include <string>

namespace memtape {

class Replay;

struct StateOptions {
    bool everything = false; // every live object, not only those reached from the stack
};

// What of the program's output goes with a state.
enum class StateOutput { All, SinceStepBefore };

// One object, without a line end. Seeks; empty where there is no such step.
std::string stateJson(Replay& replay, uint64_t step, const StateOptions& options, StateOutput output);
// Some lines, each ended.
std::string stateText(Replay& replay, uint64_t step, const StateOptions& options = {});

}
