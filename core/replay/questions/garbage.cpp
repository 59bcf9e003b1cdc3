// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/garbage.h"

#include <algorithm>

#include "core/replay/questions/components.h"
#include "core/replay/questions/program_names.h"

namespace memtape {

namespace {

constexpr size_t mostNamed = 3; // kinds of members in a sentence

std::string partName(const Reading& reading, ObjectId from, const CellView& cell) {
    switch (cell.kind) {
    case CellKind::Item: return reading.kind(from) == ObjectKind::Set ? std::string() : '[' + std::to_string(cell.index) + ']';
    case CellKind::Value: {
        ObjectId key = reading.state().cell(from, CellKind::Key, cell.index);
        return key ? '[' + reading.title(key) + ']' : std::string();
    }
    case CellKind::Key: return {};
    case CellKind::Field:
    case CellKind::Attribute: break;
    }
    return cell.name.empty() ? std::string() : '.' + std::string(cell.name);
}

class Finder {
public:
    Finder(const Reading& reading, const HeapGraph& graph) : m_reading(reading), m_graph(graph), m_isLost(lost(graph)) {}

    Garbage find() {
        Components components = componentsOf(m_graph, m_isLost);
        m_cycleOf.assign(m_graph.size(), none);
        for (uint32_t c = 0; c < components.members.size(); c++) {
            if (!components.isCycle[c]) continue;
            for (uint32_t node : components.members[c]) m_cycleOf[node] = static_cast<uint32_t>(m_out.cycles.size());
            m_out.cycles.push_back({.members = components.members[c]});
        }
        m_isTaken.assign(m_graph.size(), false);
        for (uint32_t c = 0; c < m_out.cycles.size(); c++) takeHeld(c); // who holds another comes before it
        for (GarbageCycle& cycle : m_out.cycles) {
            std::sort(cycle.held.begin(), cycle.held.end());
            for (const auto* nodes : {&cycle.members, &cycle.held})
                for (uint32_t node : *nodes) add(cycle.kept, node);
            addEdges(cycle);
        }
        for (uint32_t n = 0; n < m_graph.size(); n++) {
            if (!m_isLost[n]) continue;
            if (m_cycleOf[n] == none && !m_isTaken[n]) m_out.dying.push_back(n);
            else add(m_out.all, n);
        }
        sortByBirth();
        return std::move(m_out);
    }

private:
    static constexpr uint32_t none = UINT32_MAX;

    static std::vector<bool> lost(const HeapGraph& graph) {
        std::vector<bool> lost = graph.reached();
        lost.flip();
        for (uint32_t n = 0; n < graph.size(); n++)
            if (!graph.nodes[n].ofProgram) lost[n] = false;
        return lost;
    }

    void add(Kept& kept, uint32_t node) const {
        kept.objects++;
        kept.bytes += m_graph.nodes[node].size;
    }

    void takeHeld(uint32_t cycle) {
        std::vector<uint32_t> pending = m_out.cycles[cycle].members;
        while (!pending.empty()) {
            uint32_t node = pending.back();
            pending.pop_back();
            for (uint32_t to : m_graph.edgesOf(node)) {
                if (!m_isLost[to] || m_isTaken[to]) continue;
                if (m_cycleOf[to] != none) {
                    if (m_cycleOf[to] != cycle && !m_out.cycles[m_cycleOf[to]].heldBy) m_out.cycles[m_cycleOf[to]].heldBy = cycle;
                    continue;
                }
                m_isTaken[to] = true;
                m_out.cycles[cycle].held.push_back(to);
                pending.push_back(to);
            }
        }
    }

    void addEdges(GarbageCycle& cycle) const {
        for (uint32_t node : cycle.members) {
            ObjectId from = m_graph.nodes[node].id;
            for (const CellView& cell : m_reading.state().cells(from)) {
                uint32_t to = m_graph.find(reachedFrom(cell));
                if (to == HeapGraph::none || m_cycleOf[to] != m_cycleOf[node]) continue;
                if (cycle.edges.size() == mostCycleEdges) return;
                cycle.edges.push_back({node, to, partName(m_reading, from, cell)});
            }
        }
    }

    void sortByBirth() {
        std::vector<size_t> order(m_out.cycles.size()), place(order.size());
        for (size_t i = 0; i < order.size(); i++) order[i] = i;
        std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return m_out.cycles[a].members[0] < m_out.cycles[b].members[0]; });
        std::vector<GarbageCycle> sorted;
        for (size_t i : order) {
            place[i] = sorted.size();
            sorted.push_back(std::move(m_out.cycles[i]));
        }
        for (GarbageCycle& cycle : sorted)
            if (cycle.heldBy) cycle.heldBy = place[*cycle.heldBy];
        m_out.cycles = std::move(sorted);
    }

    const Reading& m_reading;
    const HeapGraph& m_graph;
    std::vector<bool> m_isLost, m_isTaken;
    std::vector<uint32_t> m_cycleOf;
    Garbage m_out;
};

}

Garbage garbageOf(const Reading& reading, const HeapGraph& graph) { return Finder(reading, graph).find(); }

std::string whyCountsStay(const Reading& reading, const HeapGraph& graph, const GarbageCycle& cycle) {
    std::vector<std::string> names; // of members, alike ones once
    std::vector<size_t> counts;
    for (uint32_t member : cycle.members) {
        std::string name = reading.title(graph.nodes[member].id);
        if (name.empty()) name = reading.state().type(graph.nodes[member].type).name;
        auto known = std::find(names.begin(), names.end(), name);
        if (known != names.end()) {
            counts[static_cast<size_t>(known - names.begin())]++;
        } else if (names.size() < mostNamed) {
            names.push_back(std::move(name));
            counts.push_back(1);
        }
    }
    size_t others = cycle.members.size();
    std::string who;
    for (size_t i = 0; i < names.size(); i++) {
        others -= counts[i];
        if (i) who += i + 1 == names.size() && !others ? " and " : ", ";
        who += counts[i] == 1 ? names[i] : std::to_string(counts[i]) + " objects of " + names[i];
    }
    if (others) who += " and " + std::to_string(others) + " more";
    const char* how = cycle.members.size() == 1 ? " holds itself" : cycle.members.size() == 2 ? " hold each other" : " hold one another";
    return who + how + (cycle.heldBy ? "; else only another cycle that nothing reaches holds them" : "; nothing else does");
}

}
