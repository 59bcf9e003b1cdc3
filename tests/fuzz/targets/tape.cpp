// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a recording: opened or refused, and some of its states as JSON and as text.
#include "core/tape/tape.h"
#include "core/languages/languages.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/session/recording_file.h"
#include "tests/fuzz/target.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    [[maybe_unused]] static const bool haveLanguages = (registerLanguages(), true);
    const LoadedTape loaded = readRecording(bytes);
    if (!loaded.tape) return;
    Replay replay(loaded.tape, Replay::Learning::WhenAsked);
    const uint64_t steps = replay.stepCount();
    if (steps == 0) return;
    for (uint64_t step : {uint64_t{0}, steps - 1, steps / 2}) {
        if (!replay.seek(step)) continue;
        StateOptions everything;
        everything.everything = true;
        stateJson(replay, step, everything, StateOutput::SinceStepBefore);
        stateText(replay, step);
    }
}
