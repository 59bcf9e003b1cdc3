// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/dominators.h"

namespace memtape {

namespace {

// All arrays are by place in a depth-first walk, so that "earlier" is "smaller".
class LengauerTarjan {
public:
    LengauerTarjan(const DirectedGraph& graph, uint32_t root) : m_graph(graph) {
        walk(root);
        gatherPredecessors();
        const uint32_t count = static_cast<uint32_t>(m_nodeAt.size());
        m_semi.resize(count);
        m_best.resize(count);
        m_ancestor.assign(count, DominatorTree::none);
        m_dominator.assign(count, 0);
        m_bucketHead.assign(count, DominatorTree::none);
        m_bucketNext.assign(count, DominatorTree::none);
        for (uint32_t v = 0; v < count; v++) m_semi[v] = m_best[v] = v;
    }

    DominatorTree run() {
        const uint32_t count = static_cast<uint32_t>(m_nodeAt.size());
        for (uint32_t w = count; w-- > 1;) {
            for (uint32_t e = m_predecessorBegins[w]; e < m_predecessorBegins[w + 1]; e++) {
                uint32_t reached = m_semi[evaluate(m_predecessors[e])];
                if (reached < m_semi[w]) m_semi[w] = reached;
            }
            m_bucketNext[w] = m_bucketHead[m_semi[w]];
            m_bucketHead[m_semi[w]] = w;
            uint32_t parent = m_parent[w];
            m_ancestor[w] = parent;
            for (uint32_t v = m_bucketHead[parent]; v != DominatorTree::none; v = m_bucketNext[v]) {
                uint32_t u = evaluate(v);
                m_dominator[v] = m_semi[u] < m_semi[v] ? u : parent;
            }
            m_bucketHead[parent] = DominatorTree::none;
        }
        for (uint32_t w = 1; w < count; w++)
            if (m_dominator[w] != m_semi[w]) m_dominator[w] = m_dominator[m_dominator[w]];
        DominatorTree tree;
        tree.parent.assign(m_graph.size(), DominatorTree::none);
        for (uint32_t w = 1; w < count; w++) tree.parent[m_nodeAt[w]] = m_nodeAt[m_dominator[w]];
        tree.order = std::move(m_nodeAt);
        return tree;
    }

private:
    void walk(uint32_t root) {
        m_placeOf.assign(m_graph.size(), DominatorTree::none);
        struct Open {
            uint32_t node, next;
        };
        std::vector<Open> stack;
        auto enter = [&](uint32_t node, uint32_t parent) {
            m_placeOf[node] = static_cast<uint32_t>(m_nodeAt.size());
            m_nodeAt.push_back(node);
            m_parent.push_back(parent);
            stack.push_back({node, m_graph.begins[node]});
        };
        enter(root, 0);
        while (!stack.empty()) {
            Open& open = stack.back();
            if (open.next == m_graph.begins[open.node + 1]) {
                stack.pop_back();
                continue;
            }
            uint32_t to = m_graph.edges[open.next++];
            if (m_placeOf[to] == DominatorTree::none) enter(to, m_placeOf[open.node]);
        }
    }

    void gatherPredecessors() {
        const uint32_t count = static_cast<uint32_t>(m_nodeAt.size());
        m_predecessorBegins.assign(count + 1, 0);
        auto eachEdge = [&](auto&& visit) {
            for (uint32_t v = 0; v < count; v++)
                for (uint32_t e = m_graph.begins[m_nodeAt[v]]; e < m_graph.begins[m_nodeAt[v] + 1]; e++) visit(v, m_placeOf[m_graph.edges[e]]);
        };
        eachEdge([&](uint32_t, uint32_t to) { m_predecessorBegins[to + 1]++; });
        for (uint32_t v = 0; v < count; v++) m_predecessorBegins[v + 1] += m_predecessorBegins[v];
        m_predecessors.resize(m_predecessorBegins[count]);
        std::vector<uint32_t> next(m_predecessorBegins.begin(), m_predecessorBegins.end() - 1);
        eachEdge([&](uint32_t from, uint32_t to) { m_predecessors[next[to]++] = from; });
    }

    // The node with the earliest semidominator on the way from v up to, but without, the root of its tree in the forest; shortens the way.
    uint32_t evaluate(uint32_t v) {
        if (m_ancestor[v] == DominatorTree::none) return m_best[v];
        m_way.clear();
        for (uint32_t u = v; m_ancestor[m_ancestor[u]] != DominatorTree::none; u = m_ancestor[u]) m_way.push_back(u);
        while (!m_way.empty()) {
            uint32_t u = m_way.back(), above = m_ancestor[u];
            m_way.pop_back();
            if (m_semi[m_best[above]] < m_semi[m_best[u]]) m_best[u] = m_best[above];
            m_ancestor[u] = m_ancestor[above];
        }
        return m_best[v];
    }

    const DirectedGraph& m_graph;
    std::vector<uint32_t> m_placeOf; // by node
    std::vector<uint32_t> m_nodeAt, m_parent, m_semi, m_best, m_ancestor, m_dominator, m_bucketHead, m_bucketNext;
    std::vector<uint32_t> m_predecessorBegins, m_predecessors;
    std::vector<uint32_t> m_way;
};

}

DominatorTree dominatorsOf(const DirectedGraph& graph, uint32_t root) { return LengauerTarjan(graph, root).run(); }

}
