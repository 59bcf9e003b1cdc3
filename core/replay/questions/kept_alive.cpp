// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/kept_alive.h"

#include <algorithm>
#include <unordered_map>

#include "core/replay/questions/dominators.h"

namespace memtape {

namespace {

// The heap with a node more for all that keeps it from outside, and one for each name, between what has the name and what it refers to.
class WithNames {
public:
    WithNames(const HeapGraph& graph, const std::vector<ProgramName>& names) : m_graph(graph), m_names(names) {
        for (uint32_t i = 0; i < names.size(); i++) {
            if (uint32_t table = graph.find(names[i].table); table != HeapGraph::none) m_ofTable[table].push_back(i);
        }
    }

    DirectedGraph make() {
        m_out.begins.reserve(m_graph.size() + m_names.size() + 2);
        m_out.edges.reserve(m_graph.edges.size() + m_graph.roots.size() + m_graph.size() / 8);
        addRoots();
        for (uint32_t n = 0; n < m_graph.size(); n++) addObject(n);
        for (const ProgramName& name : m_names) {
            if (uint32_t to = m_graph.find(name.value); to != HeapGraph::none) m_out.edges.push_back(to + 1);
            end();
        }
        return std::move(m_out);
    }

private:
    uint32_t ofName(uint32_t name) const { return m_graph.size() + 1 + name; }
    void end() { m_out.begins.push_back(static_cast<uint32_t>(m_out.edges.size())); }

    void addRoots() {
        std::unordered_map<uint64_t, uint32_t> ofSlot; // frame, slot → name
        for (uint32_t i = 0; i < m_names.size(); i++)
            if (!m_names[i].table) ofSlot[uint64_t{m_names[i].frame} << 32 | m_names[i].index] = i;
        for (const HeapGraph::Root& root : m_graph.roots) {
            auto slot = root.holder.kind == Holder::Kind::Slot ? ofSlot.find(uint64_t{root.holder.frame} << 32 | root.holder.index) : ofSlot.end();
            m_out.edges.push_back(slot == ofSlot.end() ? root.node + 1 : ofName(slot->second));
        }
        for (uint32_t node : {m_graph.returned, m_graph.raised})
            if (node != HeapGraph::none) m_out.edges.push_back(node + 1);
        for (uint32_t n = 0; n < m_graph.size(); n++)
            if (m_graph.nodes[n].immortal) m_out.edges.push_back(n + 1);
        end();
    }

    void addObject(uint32_t node) {
        auto edges = m_graph.edgesOf(node);
        auto table = m_ofTable.empty() ? m_ofTable.end() : m_ofTable.find(node);
        if (table == m_ofTable.end()) {
            for (uint32_t to : edges) m_out.edges.push_back(to + 1);
            return end();
        }
        // each name takes the place of one of the references
        std::unordered_map<uint32_t, uint32_t> byName;
        for (uint32_t name : table->second) {
            m_out.edges.push_back(ofName(name));
            byName[m_graph.find(m_names[name].value)]++;
        }
        for (uint32_t to : edges) {
            auto through = byName.find(to);
            if (through != byName.end() && through->second) through->second--;
            else m_out.edges.push_back(to + 1);
        }
        end();
    }

    const HeapGraph& m_graph;
    const std::vector<ProgramName>& m_names;
    std::unordered_map<uint32_t, std::vector<uint32_t>> m_ofTable;
    DirectedGraph m_out;
};

}

KeptAlive::KeptAlive(const Reading& reading, const HeapGraph& graph) : m_graph(graph), m_names(namesOf(reading)), m_firstName(graph.size() + 1) {
    DominatorTree tree = dominatorsOf(WithNames(graph, m_names).make(), 0);
    const uint32_t count = m_firstName + static_cast<uint32_t>(m_names.size());
    m_kept.resize(count);
    for (uint32_t v : tree.order)
        if (v > 0 && v < m_firstName && graph.nodes[v - 1].isCounted()) m_kept[v] = {1, graph.nodes[v - 1].size};
    for (size_t i = tree.order.size(); i-- > 1;) {
        const Kept& own = m_kept[tree.order[i]];
        Kept& above = m_kept[tree.parent[tree.order[i]]];
        above.objects += own.objects;
        above.bytes += own.bytes;
    }
    m_nameOf.assign(count, none);
    for (uint32_t v : tree.order) {
        if (v >= m_firstName) m_nameOf[v] = v - m_firstName;
        else if (v) m_nameOf[v] = m_nameOf[tree.parent[v]];
    }
    m_dominator = std::move(tree.parent);
}

Kept KeptAlive::by(ObjectId id) const {
    uint32_t node = m_graph.find(id);
    return node == HeapGraph::none ? Kept() : by(node);
}

uint32_t KeptAlive::holderOf(uint32_t node) const {
    uint32_t above = m_dominator[node + 1];
    while (above != none && above >= m_firstName) above = m_dominator[above];
    return above == none || above == 0 ? none : above - 1;
}

}
