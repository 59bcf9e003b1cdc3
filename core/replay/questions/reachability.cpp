// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/reachability.h"

#include <algorithm>

#include "core/replay/questions/program_names.h"

namespace memtape {

namespace {

using Kind = PathStep::Kind;

Kind beginningOf(Holder::Kind holder) {
    switch (holder) {
    case Holder::Kind::FrameStack: return Kind::RunningLine;
    case Holder::Kind::Native: return Kind::Native;
    case Holder::Kind::Interpreter: return Kind::Interpreter;
    case Holder::Kind::Thread: return Kind::Thread;
    default: return Kind::RunningCall;
    }
}

PathStep hop(const Reading& reading, ObjectId from, ObjectId to) {
    const MemoryState& state = reading.state();
    ObjectId key;
    for (const CellView& cell : state.cells(from)) {
        if (cell.kind == CellKind::Key) key = cell.value;
        if (reachedFrom(cell) != to) continue;
        PathStep step;
        step.object = to;
        step.index = cell.index;
        switch (cell.kind) {
        case CellKind::Item: step.kind = reading.kind(from) == ObjectKind::Set ? Kind::Element : Kind::Item; break;
        case CellKind::Key: step.kind = Kind::Key; break;
        case CellKind::Value:
            step.kind = key ? Kind::Entry : Kind::Part;
            step.key = key;
            break;
        case CellKind::Field:
        case CellKind::Attribute:
            step.kind = cell.name.empty() ? Kind::Part : Kind::Attribute;
            step.name = cell.name;
            break;
        }
        return step;
    }
    return {.kind = Kind::Type, .object = to};
}

// Goes through the heap, nearest objects first, until it meets the one that is looked for; from the names first, then from all else.
class Search {
public:
    Search(const Reading& reading, const HeapGraph& graph, uint32_t target) : m_reading(reading), m_graph(graph), m_target(target) {
        m_from.assign(graph.size(), notReached);
    }

    bool run() {
        for (const ProgramName& name : namesOf(m_reading))
            begin(m_graph.find(name.value), {.kind = Kind::Name, .name = name.name, .index = name.code, .object = name.value});
        if (goOn()) return true;
        for (const HeapGraph::Root& root : m_graph.roots) begin(root.node, {.kind = beginningOf(root.holder.kind)});
        begin(m_graph.returned, {.kind = Kind::Returned});
        begin(m_graph.raised, {.kind = Kind::Raised});
        if (goOn()) return true;
        for (uint32_t n = 0; n < m_graph.size(); n++)
            if (m_graph.nodes[n].immortal) begin(n, {.kind = Kind::Always});
        return goOn();
    }

    std::vector<PathStep> path() const {
        std::vector<PathStep> steps;
        uint32_t node = m_target;
        for (; !(m_from[node] & isBeginning); node = m_from[node])
            steps.push_back(hop(m_reading, m_graph.nodes[m_from[node]].id, m_graph.nodes[node].id));
        PathStep first = m_beginnings[m_from[node] & ~isBeginning];
        first.object = m_graph.nodes[node].id;
        steps.push_back(std::move(first));
        std::reverse(steps.begin(), steps.end());
        return steps;
    }

private:
    static constexpr uint32_t notReached = UINT32_MAX, isBeginning = 1u << 31;

    void begin(uint32_t node, PathStep step) {
        if (node == HeapGraph::none || m_from[node] != notReached) return;
        m_from[node] = isBeginning | static_cast<uint32_t>(m_beginnings.size());
        m_beginnings.push_back(std::move(step));
        m_queue.push_back(node);
    }
    bool goOn() {
        for (; m_next < m_queue.size() && m_from[m_target] == notReached; m_next++)
            for (uint32_t to : m_graph.edgesOf(m_queue[m_next])) {
                if (m_from[to] != notReached) continue;
                m_from[to] = m_queue[m_next];
                m_queue.push_back(to);
            }
        return m_from[m_target] != notReached;
    }

    const Reading& m_reading;
    const HeapGraph& m_graph;
    uint32_t m_target;
    std::vector<uint32_t> m_from; // by node: the one before it, or a beginning
    std::vector<PathStep> m_beginnings;
    std::vector<uint32_t> m_queue;
    size_t m_next = 0;
};

void addKept(const HeapGraph& graph, uint32_t node, Reachability& out) {
    const std::vector<bool> others = graph.reached(node);
    std::vector<bool> seen(graph.size());
    std::vector<uint32_t> pending{node};
    seen[node] = true;
    while (!pending.empty()) {
        uint32_t at = pending.back();
        pending.pop_back();
        if (graph.nodes[at].isCounted()) {
            out.keptObjects++;
            out.keptBytes += graph.nodes[at].size;
        }
        for (uint32_t to : graph.edgesOf(at))
            if (!seen[to] && !others[to]) seen[to] = true, pending.push_back(to);
    }
}

}

Reachability reachabilityOf(const Reading& reading, const HeapGraph& graph, ObjectId id) {
    Reachability out;
    uint32_t node = graph.find(id);
    if (node == HeapGraph::none || graph.nodes[node].immortal) return out;
    Search search(reading, graph, node);
    out.kind = search.run() ? Reachability::Kind::Reached : Reachability::Kind::Unreachable;
    if (out.kind == Reachability::Kind::Reached) out.path = search.path();
    addKept(graph, node, out);
    return out;
}

Reachability reachabilityOf(const Reading& reading, ObjectId id, uint64_t most) {
    const MemoryState& state = reading.state();
    if (state.heapObjects() > most || state.object(id).immortal) return {};
    return reachabilityOf(reading, state.graph(), id);
}

}
