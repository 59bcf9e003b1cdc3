// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line of the program's text, as sentences quote it.

#include <QString>
#include <string_view>

#include "core/replay/memory_state.h"

namespace memtape {

std::string_view sourceOf(const MemoryState& state, uint32_t code); // the whole text that the code is of; empty: it is not on the tape
// Without the blanks around it; 1 is the first. Empty: there is no such line.
QString sourceLine(const MemoryState& state, uint32_t code, uint32_t line);

}
