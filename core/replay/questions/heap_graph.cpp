// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/heap_graph.h"

namespace memtape {

std::vector<bool> HeapGraph::reached(uint32_t without) const {
    std::vector<bool> reached(nodes.size());
    std::vector<uint32_t> pending;
    auto reach = [&](uint32_t node) {
        if (node == none || node == without || reached[node]) return;
        reached[node] = true;
        pending.push_back(node);
    };
    for (const Root& root : roots) reach(root.node);
    reach(returned);
    reach(raised);
    for (uint32_t n = 0; n < size(); n++)
        if (nodes[n].immortal) reach(n);
    while (!pending.empty()) {
        uint32_t node = pending.back();
        pending.pop_back();
        for (uint32_t to : edgesOf(node)) reach(to);
    }
    return reached;
}

}
