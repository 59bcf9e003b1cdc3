// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which objects of a part of the heap hold one another: its strongly connected components (Tarjan's algorithm, without recursion).

#include <cstdint>
#include <vector>

#include "core/replay/questions/heap_graph.h"

namespace memtape {

struct Components {
    static constexpr uint32_t none = UINT32_MAX;
    std::vector<uint32_t> of;                   // of each node of the heap: its component; none: not in the part
    std::vector<std::vector<uint32_t>> members; // by component, each in order of birth; who holds comes before whom it holds
    std::vector<bool> isCycle;                  // several that hold one another, or one that holds itself
};

// `part`: for each node whether it belongs.
Components componentsOf(const HeapGraph& graph, const std::vector<bool>& part);

}
