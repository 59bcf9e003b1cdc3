// SPDX-License-Identifier: GPL-3.0-or-later
// Dominators and components against brute force: what is out of reach without a node, who reaches whom.
#include <random>

#include "core/replay/questions/components.h"
#include "core/replay/questions/dominators.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

using Edges = std::vector<std::vector<uint32_t>>;

Edges randomEdges(std::mt19937& random, uint32_t nodes, uint32_t edges) {
    Edges out(nodes);
    for (uint32_t e = 0; e < edges; e++) out[random() % nodes].push_back(random() % nodes);
    return out;
}

DirectedGraph graphOf(const Edges& edges) {
    DirectedGraph graph;
    for (const auto& of : edges) {
        graph.edges.insert(graph.edges.end(), of.begin(), of.end());
        graph.begins.push_back(static_cast<uint32_t>(graph.edges.size()));
    }
    return graph;
}

HeapGraph heapOf(const Edges& edges) {
    HeapGraph graph;
    for (uint32_t n = 0; n < edges.size(); n++) {
        HeapGraph::Node node;
        node.id = {n + 1, n + 1};
        graph.nodes.push_back(node);
        graph.edges.insert(graph.edges.end(), edges[n].begin(), edges[n].end());
        graph.ends.push_back(static_cast<uint32_t>(graph.edges.size()));
    }
    return graph;
}

constexpr uint32_t nobody = UINT32_MAX;

std::vector<bool> reachedFrom(const Edges& edges, uint32_t start, uint32_t without = nobody) {
    std::vector<bool> reached(edges.size());
    std::vector<uint32_t> pending;
    if (start != without) reached[start] = true, pending.push_back(start);
    while (!pending.empty()) {
        uint32_t at = pending.back();
        pending.pop_back();
        for (uint32_t to : edges[at])
            if (to != without && !reached[to]) reached[to] = true, pending.push_back(to);
    }
    return reached;
}

}

TEST_CASE("a node dominates what is out of reach without it", "[questions][dominators]") {
    std::mt19937 random(1);
    for (int round = 0; round < 300; round++) {
        const uint32_t nodes = 1 + random() % 40;
        const Edges edges = randomEdges(random, nodes, random() % (3 * nodes));
        const DominatorTree tree = dominatorsOf(graphOf(edges), 0);
        const std::vector<bool> reached = reachedFrom(edges, 0);
        for (uint32_t n = 0; n < nodes; n++) REQUIRE(tree.isReached(n) == reached[n]);
        REQUIRE(tree.order.size() == static_cast<size_t>(std::count(reached.begin(), reached.end(), true)));
        for (uint32_t without = 0; without < nodes; without++) {
            if (!reached[without]) continue;
            const std::vector<bool> rest = reachedFrom(edges, 0, without);
            for (uint32_t n = 0; n < nodes; n++) {
                if (!reached[n]) continue;
                bool isBelow = false;
                for (uint32_t at = n; at != DominatorTree::none; at = tree.parent[at]) isBelow |= at == without;
                REQUIRE(isBelow == !rest[n]);
            }
        }
    }
}

TEST_CASE("each node of the tree of dominators stands behind its dominator", "[questions][dominators]") {
    std::mt19937 random(2);
    const Edges edges = randomEdges(random, 500, 1500);
    const DominatorTree tree = dominatorsOf(graphOf(edges), 7);
    std::vector<size_t> place(edges.size(), SIZE_MAX);
    for (size_t i = 0; i < tree.order.size(); i++) place[tree.order[i]] = i;
    REQUIRE(tree.order[0] == 7);
    for (uint32_t n : tree.order)
        if (n != 7) REQUIRE(place[tree.parent[n]] < place[n]);
}

TEST_CASE("chains of any length are walked without recursion", "[questions][dominators]") {
    constexpr uint32_t length = 300000;
    Edges edges(length);
    for (uint32_t n = 0; n + 1 < length; n++) {
        edges[n].push_back(n + 1);
        edges[n + 1].push_back(n);
    }
    const DominatorTree tree = dominatorsOf(graphOf(edges), 0);
    for (uint32_t n = 1; n < length; n++)
        if (tree.parent[n] != n - 1) FAIL(n);
    const Components components = componentsOf(heapOf(edges), std::vector<bool>(length, true));
    CHECK(components.members.size() == 1);
    CHECK(components.members[0].size() == length);
}

TEST_CASE("a component is of nodes that reach one another", "[questions][components]") {
    std::mt19937 random(3);
    for (int round = 0; round < 300; round++) {
        const uint32_t nodes = 1 + random() % 30;
        Edges edges = randomEdges(random, nodes, random() % (2 * nodes));
        std::vector<bool> part(nodes);
        for (uint32_t n = 0; n < nodes; n++) part[n] = random() % 4 != 0;
        const Components components = componentsOf(heapOf(edges), part);
        // brute force within the part
        Edges within(nodes);
        for (uint32_t n = 0; n < nodes; n++)
            for (uint32_t to : edges[n])
                if (part[n] && part[to]) within[n].push_back(to);
        std::vector<std::vector<bool>> reach;
        for (uint32_t n = 0; n < nodes; n++) reach.push_back(reachedFrom(within, n));
        for (uint32_t a = 0; a < nodes; a++) {
            REQUIRE((components.of[a] != Components::none) == part[a]);
            for (uint32_t b = 0; b < nodes; b++) {
                if (!part[a] || !part[b]) continue;
                REQUIRE((components.of[a] == components.of[b]) == (reach[a][b] && reach[b][a]));
                if (reach[a][b]) REQUIRE(components.of[a] <= components.of[b]); // who holds comes first
            }
        }
        for (uint32_t c = 0; c < components.members.size(); c++) {
            const std::vector<uint32_t>& members = components.members[c];
            REQUIRE(std::is_sorted(members.begin(), members.end()));
            bool holdsItself = std::count(within[members[0]].begin(), within[members[0]].end(), members[0]) > 0;
            REQUIRE(components.isCycle[c] == (members.size() > 1 || holdsItself));
        }
    }
}
