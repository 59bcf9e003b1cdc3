// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which node of a directed graph all ways to another lead through: its dominators. The nearest one of each node makes a tree, and what
// hangs below a node in it is what would be out of reach without that node. Found by the algorithm of Lengauer and Tarjan in its simple
// form, O(m log n), without recursion.

#include <cstdint>
#include <vector>

namespace memtape {

// A graph by adjacency: node n refers to edges[begins[n]] … edges[begins[n + 1] − 1].
struct DirectedGraph {
    std::vector<uint32_t> begins{0}; // one more than there are nodes
    std::vector<uint32_t> edges;
    uint32_t size() const { return static_cast<uint32_t>(begins.size() - 1); }
};

struct DominatorTree {
    static constexpr uint32_t none = UINT32_MAX;
    std::vector<uint32_t> order;  // the nodes that can be reached, the root first, each behind its dominator
    std::vector<uint32_t> parent; // of each node: its nearest dominator; none: the root, or out of reach
    bool isReached(uint32_t node) const { return parent[node] != none || (!order.empty() && order[0] == node); }
};

DominatorTree dominatorsOf(const DirectedGraph& graph, uint32_t root);

}
