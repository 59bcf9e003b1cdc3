// SPDX-License-Identifier: GPL-3.0-or-later
// A program's text: recorded with small limits, its first, middle and last state as JSON.
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"
#include "tests/fuzz/run_program.h"
#include "tests/fuzz/target.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    const auto tape = recordProgram(std::string(bytes));
    if (!tape || tape->stepCount() == 0) return;
    Replay replay(tape, Replay::Learning::WhenAsked);
    const uint64_t steps = replay.stepCount();
    for (uint64_t step : {uint64_t{0}, steps / 2, steps - 1}) stateJson(replay, step, {}, StateOutput::All);
}
