// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run begins and ends with, as bytes of a message.

#include <optional>
#include <string>
#include <string_view>

#include "core/session/runner.h"

namespace memtape {

// Without the functions, and without what a worker always does: it records, and is read meanwhile. `wantsOutput`: whether Output is to be sent.
std::string runOptionsBytes(const RunOptions& options);
std::optional<RunOptions> runOptionsOf(std::string_view bytes, bool& wantsOutput);

std::string runResultBytes(const RunResult& result);
// Null: the bytes make no sense. Never a crash: that is not for the one to say who says it.
std::optional<RunResult> runResultOf(std::string_view bytes);

}
