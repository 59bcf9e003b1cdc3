// SPDX-License-Identifier: GPL-3.0-or-later
// What objects and names alone keep alive, and the ways to objects, against brute force over random heaps.
#include "core/replay/questions/kept_alive.h"

#include "core/replay/questions/holders.h"
#include "core/replay/questions/reachability.h"
#include "tests/core/replay/questions/recorded.h"
#include "tests/support/catch.h"
#include "tests/support/random_run.h"

using namespace memtape;
using namespace memtape::test;

namespace {

// The reached nodes when one reference is not there: `from` none: a root.
std::vector<bool> reachedWithout(const HeapGraph& graph, uint32_t from, uint32_t to, const Holder* root) {
    std::vector<bool> reached(graph.size());
    std::vector<uint32_t> pending;
    auto reach = [&](uint32_t node) {
        if (node != HeapGraph::none && !reached[node]) reached[node] = true, pending.push_back(node);
    };
    for (const HeapGraph::Root& r : graph.roots) {
        bool isIt = root && r.holder.kind == root->kind && r.holder.frame == root->frame && r.holder.index == root->index;
        if (!isIt) reach(r.node);
    }
    reach(graph.returned);
    reach(graph.raised);
    for (uint32_t n = 0; n < graph.size(); n++)
        if (graph.nodes[n].immortal) reach(n);
    while (!pending.empty()) {
        uint32_t at = pending.back();
        pending.pop_back();
        bool isLeftOut = at != from;
        for (uint32_t next : graph.edgesOf(at)) {
            if (!isLeftOut && next == to) {
                isLeftOut = true;
                continue;
            }
            reach(next);
        }
    }
    return reached;
}

Kept difference(const HeapGraph& graph, const std::vector<bool>& all, const std::vector<bool>& rest) {
    Kept kept;
    for (uint32_t n = 0; n < graph.size(); n++)
        if (all[n] && !rest[n] && graph.nodes[n].isCounted()) kept.objects++, kept.bytes += graph.nodes[n].size;
    return kept;
}

template <class Check> void eachRandomState(Check check) {
    for (uint32_t seed = 1; seed <= 6; seed++) {
        const RandomRun run = makeRandomRun({.seed = seed, .steps = 120, .keepStates = false});
        Replay replay(run.tape, Replay::Learning::WhenAsked);
        for (uint64_t step = 0; step < replay.stepCount(); step += 7) {
            REQUIRE(replay.seek(step));
            INFO("seed " << seed << ", step " << step);
            check(replay.reading());
        }
    }
}

}

TEST_CASE("an object alone keeps what is out of reach without it", "[questions][kept]") {
    size_t more = 0;
    eachRandomState([&](const Reading& reading) {
        const HeapGraph graph = reading.state().graph();
        const KeptAlive kept(reading, graph);
        const std::vector<bool> all = graph.reached();
        for (uint32_t n = 0; n < graph.size(); n++) {
            REQUIRE(kept.isReached(n) == all[n]);
            if (!all[n]) continue;
            const Kept brute = difference(graph, all, graph.reached(n));
            if (graph.nodes[n].immortal) continue; // nothing can take it away
            REQUIRE(kept.by(n) == brute);
            more += brute.objects > 1;
            // the same by one walk without the object
            const Reachability reachability = reachabilityOf(reading, graph, graph.nodes[n].id);
            REQUIRE(Kept{reachability.keptObjects, reachability.keptBytes} == brute);
        }
    });
    CHECK(more > 50);
}

TEST_CASE("a name alone keeps what is out of reach when it is unbound", "[questions][kept]") {
    size_t names = 0, more = 0;
    eachRandomState([&](const Reading& reading) {
        const HeapGraph graph = reading.state().graph();
        const KeptAlive kept(reading, graph);
        const std::vector<bool> all = graph.reached();
        for (size_t i = 0; i < kept.names().size(); i++) {
            const ProgramName& name = kept.names()[i];
            Holder slot{};
            slot.kind = Holder::Kind::Slot;
            slot.frame = name.frame;
            slot.index = name.index;
            const std::vector<bool> rest = name.table ? reachedWithout(graph, graph.find(name.table), graph.find(name.value), nullptr)
                                                      : reachedWithout(graph, HeapGraph::none, 0, &slot);
            const Kept brute = difference(graph, all, rest);
            REQUIRE(kept.byName(i) == brute);
            for (uint32_t n = 0; n < graph.size(); n++)
                if (kept.nameOf(n) == i) REQUIRE((all[n] && !rest[n]));
            names++;
            more += brute.objects > 1;
        }
    });
    CHECK(names > 100);
    CHECK(more > 20);
}

TEST_CASE("a way is a shortest one, and each of its steps leads on", "[questions][path]") {
    size_t found = 0;
    eachRandomState([&](const Reading& reading) {
        const HeapGraph graph = reading.state().graph();
        // distances from names alone, then from everything
        std::vector<uint32_t> distance(graph.size(), UINT32_MAX);
        std::vector<uint32_t> queue;
        auto spread = [&] {
            for (size_t next = 0; next < queue.size(); next++)
                for (uint32_t to : graph.edgesOf(queue[next]))
                    if (distance[to] == UINT32_MAX) distance[to] = distance[queue[next]] + 1, queue.push_back(to);
        };
        for (const ProgramName& name : namesOf(reading))
            if (uint32_t n = graph.find(name.value); n != HeapGraph::none && distance[n] == UINT32_MAX) distance[n] = 1, queue.push_back(n);
        spread();
        const std::vector<bool> all = graph.reached();
        for (uint32_t n = 0; n < graph.size(); n++) {
            if (graph.nodes[n].immortal) continue;
            const Reachability reachability = reachabilityOf(reading, graph, graph.nodes[n].id);
            REQUIRE((reachability.kind == Reachability::Kind::Reached) == all[n]);
            if (!all[n]) continue;
            REQUIRE(reachability.path.back().object == graph.nodes[n].id);
            if (distance[n] != UINT32_MAX) {
                REQUIRE(reachability.path.size() == distance[n]);
                REQUIRE(reachability.path.front().kind == PathStep::Kind::Name);
            }
            for (size_t i = 1; i < reachability.path.size(); i++) {
                auto edges = graph.edgesOf(graph.find(reachability.path[i - 1].object));
                REQUIRE(std::find(edges.begin(), edges.end(), graph.find(reachability.path[i].object)) != edges.end());
            }
            found++;
        }
    });
    CHECK(found > 500);
}

TEST_CASE("holders add up to the count", "[questions][holders]") {
    size_t counted = 0;
    eachRandomState([&](const Reading& reading) {
        const MemoryState& state = reading.state();
        for (ObjectId id : state.liveObjects(false)) {
            const Holders holders = holdersOf(reading, id, SIZE_MAX);
            if (holders.sum.immortal) continue;
            REQUIRE(holders.sum.total == state.referenceCount(id));
            int sum = 0;
            for (int of : holders.sum.counts) sum += of;
            REQUIRE(static_cast<uint64_t>(sum) == holders.sum.total);
            counted += holders.sum.total;
        }
    });
    CHECK(counted > 500);
}

TEST_CASE("what a program's names alone keep", "[questions][kept]") {
    Recorded run("a = [[1000], [2000]]\nb = [3000]\na.append(b)\nc = a\ndel c\nend = 0\n");
    const Reading& reading = run.atLine(6);
    const HeapGraph graph = reading.state().graph();
    const KeptAlive kept(reading, graph);
    auto byName = [&](std::string_view wanted) {
        for (size_t i = 0; i < kept.names().size(); i++)
            if (kept.names()[i].name == wanted) return kept.byName(i).objects;
        return uint64_t{0};
    };
    CHECK(byName("a") == 3); // itself and two lists; constants of the code are the code's, and the third list has another name
    CHECK(byName("b") == 0); // the list lives on in a
    CHECK(kept.by(reading.objectAt("b")).objects == 1);
    CHECK(kept.nameOf(graph.find(reading.objectAt("a[0]"))) != KeptAlive::none);
    CHECK(kept.nameOf(graph.find(reading.objectAt("b"))) == KeptAlive::none);
    CHECK(kept.holderOf(graph.find(reading.objectAt("a[0]"))) == graph.find(reading.objectAt("a")));
}
