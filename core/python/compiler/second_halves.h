// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the second halves of instructions stand that do two things with locals (LoadFastLoadFast …): as in CPython, a code unit has the position of the first
// alone. Who wants to know has them noted while he has code compiled.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/python/bytecode/code_unit.h"

namespace memtape {

struct SecondHalf {
    uint32_t instruction; // its index
    Position position;
};

// By code unit, as long as that is there.
using SecondHalves = std::unordered_map<const CodeUnit*, std::vector<SecondHalf>>;
extern SecondHalves* secondHalves; // null: nobody wants to know

}
