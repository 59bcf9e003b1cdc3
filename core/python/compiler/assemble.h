// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lays a finished flow graph down as a code unit's instructions, positions and exception table, and its slots as
// localsPlus.

#include "core/python/bytecode/code_unit.h"
#include "core/python/compiler/flow/flow_graph.h"

namespace memtape {

void layDown(FlowGraph& graph, CodeUnit& unit);

// `hidden` are locals of inlined comprehensions, which locals() does not show.
void nameSlots(const SlotNames& slots, const std::vector<std::string_view>& hidden, CodeUnit& unit);

}
