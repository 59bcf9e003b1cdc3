// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/json/state_json.h"

#include "core/replay/reading.h"
#include "core/replay/replay.h"

namespace memtape {

std::string stateJson(Replay& replay, uint64_t step, const StateOptions& options, StateOutput output) {
    return replay.seek(step) ? replay.reading().stateJson(replay, options, output) : std::string();
}

std::string stateText(Replay& replay, uint64_t step, const StateOptions& options) {
    return replay.seek(step) ? replay.reading().stateText(replay, options) : std::string();
}

}
