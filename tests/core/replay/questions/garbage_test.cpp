// SPDX-License-Identifier: GPL-3.0-or-later
// What nothing reaches, and why objects were released.
#include "core/replay/questions/garbage.h"

#include <set>

#include "core/replay/questions/releases.h"
#include "tests/core/replay/questions/recorded.h"
#include "tests/support/catch.h"
#include "tests/support/random_run.h"

using namespace memtape;
using namespace memtape::test;

namespace {

const char* const meeting = R"(import gc
gc.disable()
class Node:
    def __init__(self, name):
        self.name = name
        self.other = None
def meet():
    a, b = Node("a"), Node("b")
    a.other, b.other = b, a
meet()
lost = [1.5]
lost.append(lost)
lost.append([2.5])
del lost
found = gc.collect()
end = 0
)";

}

TEST_CASE("garbage is what no root reaches, each object once", "[questions][garbage]") {
    size_t lost = 0, cycles = 0;
    for (uint32_t seed = 1; seed <= 8; seed++) {
        const RandomRun run = makeRandomRun({.seed = seed, .steps = 150, .keepStates = false});
        Replay replay(run.tape, Replay::Learning::WhenAsked);
        for (uint64_t step = 0; step < replay.stepCount(); step += 5) {
            REQUIRE(replay.seek(step));
            const Reading& reading = replay.reading();
            const HeapGraph graph = reading.state().graph();
            const Garbage garbage = garbageOf(reading, graph);
            std::set<uint32_t> told;
            uint64_t bytes = 0, objects = 0;
            auto tell = [&](const std::vector<uint32_t>& nodes) {
                for (uint32_t n : nodes) REQUIRE(told.insert(n).second);
            };
            for (const GarbageCycle& cycle : garbage.cycles) {
                tell(cycle.members);
                tell(cycle.held);
                objects += cycle.kept.objects;
                bytes += cycle.kept.bytes;
                REQUIRE(cycle.kept.objects == cycle.members.size() + cycle.held.size());
                if (cycle.heldBy) REQUIRE(*cycle.heldBy < garbage.cycles.size());
                REQUIRE_FALSE(whyCountsStay(reading, graph, cycle).empty());
            }
            REQUIRE(objects == garbage.all.objects);
            REQUIRE(bytes == garbage.all.bytes);
            tell(garbage.dying);
            std::set<uint32_t> wanted;
            for (ObjectId id : reading.state().unreachable()) wanted.insert(graph.find(id));
            REQUIRE(told == wanted);
            lost += told.size();
            cycles += garbage.cycles.size();
        }
    }
    CHECK(lost > 100);
    CHECK(cycles > 5);
}

TEST_CASE("a cycle is told with what it holds and why its counts stay", "[questions][garbage]") {
    Recorded run(meeting);
    const Reading& reading = run.atLine(15);
    const HeapGraph graph = reading.state().graph();
    const Garbage garbage = garbageOf(reading, graph);
    REQUIRE(garbage.cycles.size() == 2);
    const GarbageCycle& nodes = garbage.cycles[0];
    CHECK(nodes.members.size() == 2);
    CHECK(nodes.held.empty());
    REQUIRE(nodes.edges.size() == 2);
    CHECK(nodes.edges[0].part == ".other");
    CHECK(whyCountsStay(reading, graph, nodes) == "2 objects of Node hold each other; nothing else does");
    const GarbageCycle& list = garbage.cycles[1];
    CHECK(list.members.size() == 1);
    CHECK(list.held.size() == 1); // the list in it; the floats are the code's
    CHECK(whyCountsStay(reading, graph, list) == "list holds itself; nothing else does");
    CHECK(garbage.all.objects == 4);
    CHECK(garbage.dying.empty());
}

TEST_CASE("a collection takes what was said, and the gauges tell of it", "[questions][garbage]") {
    Recorded run(meeting);
    const Reading& reading = run.atLine(16);
    CHECK(garbageOf(reading, reading.state().graph()).all.objects == 0);
    const std::vector<GenerationGauge> gauges = gaugesOf(run.tape, reading);
    REQUIRE(gauges.size() == 3);
    CHECK(gauges[0].threshold == 2000);
    CHECK(gauges[2].runs == 1);
    CHECK(gauges[1].count == 0);
    REQUIRE(gauges[0].last);
    CHECK(gauges[0].last->generation == 2);
    CHECK(gauges[0].last->line == 15);
    CHECK(gauges[0].last->found == 4);
    const Releases releases = releasesOf(run.tape, 0, reading.state().step().step);
    CHECK(releases.of(ReleaseCause::Collected).released.objects == 4);
}

TEST_CASE("a cycle that another one holds says so", "[questions][garbage]") {
    Recorded run("import gc\ngc.disable()\na = []\na.append(a)\nb = [a]\nb.append(b)\ndel a, b\nend = 0\n");
    const Reading& reading = run.atLine(8);
    const HeapGraph graph = reading.state().graph();
    const Garbage garbage = garbageOf(reading, graph);
    REQUIRE(garbage.cycles.size() == 2);
    CHECK(garbage.cycles[0].heldBy == std::optional<size_t>(1));
    CHECK_FALSE(garbage.cycles[1].heldBy);
}

TEST_CASE("releases are told by what let go last", "[questions][releases]") {
    struct Row {
        const char* source;
        ReleaseCause cause;
        uint64_t objects;
    };
    const Row rows[] = {
        {"x = []\ndel x\nend = 0\n", ReleaseCause::NameUnbound, 1},
        {"x = []\nx = 0\nend = 0\n", ReleaseCause::NameRebound, 1},
        {"def f():\n    x = []\n    y = {}\nf()\nend = 0\n", ReleaseCause::CallEnded, 2},
        {"def f():\n    x = []\n    x = 0\n    y = {}\n    del y\n    return 1\nf()\nend = 0\n", ReleaseCause::NameUnbound, 1},
        {"x = [[]]\nx[0] = 0\nend = 0\n", ReleaseCause::PartReplaced, 1},
        {"x = [[], []]\ndel x[0]\nend = 0\n", ReleaseCause::PartRemoved, 1},
        {"x = {1: []}\nx.clear()\nend = 0\n", ReleaseCause::PartRemoved, 1},
        {"x = [[[]]]\ndel x\nend = 0\n", ReleaseCause::HolderReleased, 2},
        {"x = [float('1.5'), (float('2.5'),)]\ndel x\nend = 0\n", ReleaseCause::HolderReleased, 3},
        {"len([])\nend = 0\n", ReleaseCause::LineDone, 1},
    };
    for (const Row& row : rows) {
        INFO(row.source);
        Recorded run(row.source);
        run.atEnd();
        const Releases releases = releasesOf(run.tape, 0, run.replay->currentStep());
        CHECK(releases.of(row.cause).released.objects == row.objects);
    }
}

TEST_CASE("every release has one cause", "[questions][releases]") {
    Recorded run(
        "class A:\n    def __init__(s, n): s.n = [n] * 3\n    def __del__(s): s.n = None\nfor i in range(20):\n    a = A(i / 2)\n    b = [a, {i / 3: a}]\nend = 0\n");
    run.atEnd();
    const uint64_t last = run.replay->currentStep();
    const Releases releases = releasesOf(run.tape, 0, last);
    uint64_t told = 0, lived = 0;
    for (const Releases::Row& row : releases.rows) told += row.released.objects;
    for (const Life& life : run.replay->lives()) lived += life.releasedAt <= last;
    CHECK(told == lived);
    CHECK(told > 100);
}
