// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/components.h"

#include <algorithm>

namespace memtape {

Components componentsOf(const HeapGraph& graph, const std::vector<bool>& part) {
    constexpr uint32_t unseen = Components::none;
    Components out;
    out.of.assign(graph.size(), Components::none);
    std::vector<uint32_t> number(graph.size(), unseen), low(graph.size());
    struct Open {
        uint32_t node, next;
    };
    std::vector<Open> walk;
    std::vector<uint32_t> pending; // seen, of no component yet
    uint32_t seen = 0;
    auto enter = [&](uint32_t node) {
        number[node] = low[node] = seen++;
        pending.push_back(node);
        walk.push_back({node, 0});
    };
    auto close = [&](uint32_t node) {
        std::vector<uint32_t> members;
        uint32_t member;
        do {
            member = pending.back();
            pending.pop_back();
            out.of[member] = static_cast<uint32_t>(out.members.size());
            members.push_back(member);
        } while (member != node);
        std::sort(members.begin(), members.end());
        out.members.push_back(std::move(members));
    };
    for (uint32_t start = 0; start < graph.size(); start++) {
        if (!part[start] || number[start] != unseen) continue;
        enter(start);
        while (!walk.empty()) {
            Open& open = walk.back();
            const uint32_t node = open.node;
            auto edges = graph.edgesOf(node);
            if (open.next < edges.size()) {
                uint32_t to = edges[open.next++];
                if (!part[to]) continue;
                if (number[to] == unseen) enter(to);
                else if (out.of[to] == Components::none) low[node] = std::min(low[node], number[to]);
                continue;
            }
            walk.pop_back();
            if (!walk.empty()) low[walk.back().node] = std::min(low[walk.back().node], low[node]);
            if (low[node] == number[node]) close(node);
        }
    }
    // a component is closed after those that it holds
    const uint32_t count = static_cast<uint32_t>(out.members.size());
    std::reverse(out.members.begin(), out.members.end());
    for (uint32_t& component : out.of)
        if (component != Components::none) component = count - 1 - component;
    out.isCycle.resize(count);
    for (uint32_t c = 0; c < count; c++) {
        auto edges = graph.edgesOf(out.members[c][0]);
        out.isCycle[c] = out.members[c].size() > 1 || std::find(edges.begin(), edges.end(), out.members[c][0]) != edges.end();
    }
    return out;
}

}
