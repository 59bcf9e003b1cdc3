// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps of a run that a report of errors is about: what it names are lines of files.

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/replay/reading.h"

namespace memtape {

class Run;

bool isPlaceOfRun(const MemoryState& state, std::string_view file); // whether the file is one of the program's
// The last step before `printedAt`, that one included, at which an error came up at the place; or else that was about to run it. A place that is named
// several times in a report is a call each time, the outermost first, which is the last to be left.
std::optional<uint64_t> stepOfNamedPlace(Run& run, uint64_t printedAt, const NamedPlace& place);

}
