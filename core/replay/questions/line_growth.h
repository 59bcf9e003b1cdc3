// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much of the heap each line's objects take at a moment of a run that is being played.

#include <map>

#include "core/replay/questions/by_line.h"

namespace memtape {

class Memory;

// Live bytes of the program's objects by the line that made them. What is the program's is asked anew at each moment, as it comes to hold what the library has made.
std::map<SourceLine, uint64_t> bytesByLine(const Memory& memory);

}
