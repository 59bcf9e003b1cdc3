// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files of a recorded program, and what they are called where one line has to do.

#include <string>
#include <string_view>
#include <vector>

#include "core/replay/memory_state.h"

namespace memtape {

std::string_view fileName(std::string_view path);             // its last part
std::vector<uint32_t> programFiles(const MemoryState& state); // those with steps, in the order in which they came
bool isMainFile(const MemoryState& state, uint32_t file);     // the first of them, which was run

}
