// SPDX-License-Identifier: GPL-3.0-or-later
// What playing a run once gathers is what playing it for each question finds.
#include "core/replay/questions/run_chronicle.h"

#include "tests/core/replay/questions/recorded.h"
#include "tests/support/catch.h"

using namespace memtape;
using namespace memtape::test;

namespace {

const char* const program = R"(import gc
class Node:
    def __init__(self, name):
        self.name = name
        self.other = None
def meet(n):
    a, b = Node([n]), Node([n + 1])
    a.other, b.other = b, a
kept = []
for i in range(40):
    meet(i + 1000)
    half = i / 2
    kept.append([half])
    if i % 10 == 9:
        gc.collect(i % 3)
        kept.pop()
        kept[0] = None
del kept
end = 0
)";
const std::atomic<bool> goOn{false};

bool areSame(const GenerationGauge& a, const GenerationGauge& b) {
    if (a.threshold != b.threshold || a.count != b.count || a.runs != b.runs || a.last.has_value() != b.last.has_value()) return false;
    return !a.last || (a.last->step == b.last->step && a.last->line == b.last->line && a.last->generation == b.last->generation &&
                       a.last->found == b.last->found);
}

}

TEST_CASE("a chronicle says of any two steps what was released between them", "[questions][chronicle]") {
    Recorded run(program);
    const auto chronicle = chronicleOf(run.tape, 16, goOn);
    REQUIRE(chronicle);
    const uint64_t last = run.replay->stepCount() - 1;
    uint64_t collected = 0;
    for (uint64_t from = 0; from < last; from += 37)
        for (uint64_t to = from; to <= last; to += 53) {
            const Releases wanted = releasesOf(run.tape, from, to), found = chronicle->releases.between(from, to);
            for (size_t c = 0; c < releaseCauses; c++) {
                INFO("from " << from << " to " << to << ", cause " << c);
                REQUIRE(found.rows[c].released == wanted.rows[c].released);
                REQUIRE(found.rows[c].types.size() == wanted.rows[c].types.size());
                for (size_t t = 0; t < found.rows[c].types.size(); t++) REQUIRE(found.rows[c].types[t].objects == wanted.rows[c].types[t].objects);
            }
            collected += found.of(ReleaseCause::Collected).released.objects;
        }
    CHECK(collected > 0);
}

TEST_CASE("a chronicle says where the collector stands at any step", "[questions][chronicle]") {
    Recorded run(program);
    const auto chronicle = chronicleOf(run.tape, 4, goOn);
    REQUIRE(chronicle);
    CHECK(chronicle->collections.size() >= 4);
    for (uint64_t step = 0; step < run.replay->stepCount(); step += 11) {
        REQUIRE(run.replay->seek(step));
        const Reading& reading = run.replay->reading();
        const std::vector<GenerationGauge> wanted = gaugesOf(run.tape, reading), found = gaugesAfter(chronicle->collections, reading);
        REQUIRE(found.size() == 3);
        for (size_t g = 0; g < 3; g++) {
            INFO("step " << step << ", generation " << g);
            REQUIRE(areSame(found[g], wanted[g]));
        }
    }
}

TEST_CASE("a chronicle says how each line's objects grew", "[questions][chronicle]") {
    Recorded run(program);
    constexpr size_t points = 16;
    const auto chronicle = chronicleOf(run.tape, points, goOn);
    REQUIRE(chronicle);
    const Reading& reading = run.atEnd();
    const HeapGraph graph = reading.state().graph();
    ByLine lines = byLineOf(reading, graph, KeptAlive(reading, graph), 0);
    addGrowth(lines, run.tape, run.replay->stepCount() - 1, points);
    REQUIRE(lines.lines.size() > 2);
    for (const LineShare& line : lines.lines) {
        auto found = chronicle->growth.find(line.at);
        REQUIRE(found != chronicle->growth.end());
        CHECK(found->second == line.growth);
    }
}

TEST_CASE("a chronicle that is stopped is none", "[questions][chronicle]") {
    Recorded run(program);
    const std::atomic<bool> stop{true};
    CHECK_FALSE(chronicleOf(run.tape, 8, stop));
}
