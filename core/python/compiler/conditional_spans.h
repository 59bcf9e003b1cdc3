// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where conditional expressions and their two branches stand: no instruction says where the value of one begins to be the whole's, as jumps make it. Who wants
// to know has them noted while he has code compiled.

#include <unordered_map>
#include <vector>

#include "core/python/bytecode/code_unit.h"

namespace memtape {

struct ConditionalSpan {
    Position whole, body, orelse;
};

// By code unit, as long as that is there; inner ones before those that they stand in.
using ConditionalSpans = std::unordered_map<const CodeUnit*, std::vector<ConditionalSpan>>;
extern ConditionalSpans* conditionalSpans; // null: nobody wants to know

}
