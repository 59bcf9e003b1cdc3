// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a recording: opened or refused, and its states, or some of many, as JSON and as text.
#include <algorithm>

#include "core/languages/languages.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/session/recording_file.h"
#include "core/tape/tape.h"
#include "tests/fuzz/target.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    [[maybe_unused]] static const bool haveLanguages = (registerLanguages(), true);
    const LoadedTape loaded = readRecording(std::string(bytes));
    if (!loaded.tape) return;
    Replay replay(loaded.tape, Replay::Learning::WhenAsked);
    const uint64_t steps = replay.stepCount();
    if (steps == 0) return;
    constexpr uint64_t most = 16;
    for (uint64_t i = 0; i < std::min(steps, most); ++i) {
        const uint64_t step = (steps - 1) * i / std::max<uint64_t>(1, std::min(steps, most) - 1);
        if (!replay.seek(step)) continue;
        StateOptions options;
        options.everything = i == most / 2; // with the library's objects, of which there are thousands
        stateJson(replay, step, options, i % 2 ? StateOutput::SinceStepBefore : StateOutput::All);
        stateText(replay, step);
    }
}
