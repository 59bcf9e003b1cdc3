// SPDX-License-Identifier: GPL-3.0-or-later
// Objects by the line that made them.
#include "core/replay/questions/by_line.h"

#include "tests/core/replay/questions/recorded.h"
#include "tests/support/catch.h"

using namespace memtape;
using namespace memtape::test;

namespace {

struct Lines {
    Lines(const Reading& reading, uint64_t since)
        : graph(reading.state().graph()),
          kept(reading, graph),
          found(byLineOf(reading, graph, kept, since)) {}
    const LineShare* at(uint32_t line) const {
        for (const LineShare& share : found.lines)
            if (share.at.line == line) return &share;
        return nullptr;
    }
    HeapGraph graph;
    KeptAlive kept;
    ByLine found;
};

const char* const program = R"(def make(n):
    return [n, n + 0.5]
log = []
for i in range(30):
    log.append(make(i))
half = [make(1), [
    2.5 * i]]
end = 0
)";

}

TEST_CASE("the shares of all lines are all of the program's heap", "[questions][lines]") {
    Recorded run(program);
    for (uint64_t step = 0; step < run.replay->stepCount(); step += 3) {
        REQUIRE(run.replay->seek(step));
        const Reading& reading = run.replay->reading();
        const Lines lines(reading, 0);
        uint64_t objects = 0, bytes = 0;
        for (const LineShare& share : lines.found.lines) {
            objects += share.objects;
            bytes += share.bytes;
            uint64_t kept = share.keptByNone.objects + share.unreachable.objects, types = 0;
            for (const auto& [name, by] : share.keptBy) kept += by.objects;
            for (const TypeShare& type : share.types) types += type.objects;
            CHECK(kept == share.objects);
            CHECK(types == share.objects);
        }
        CHECK(objects == reading.state().heapObjects());
        CHECK(bytes == reading.state().heapBytes());
    }
}

TEST_CASE("a line's objects are those that it made itself, also behind a call", "[questions][lines]") {
    Recorded run(program);
    const Reading& reading = run.atLine(8);
    const Lines lines(reading, 0);
    REQUIRE(lines.at(2));
    CHECK(lines.at(2)->objects == 31 * 2); // a list and a float each; small ints are nobody's
    REQUIRE(lines.at(7));
    CHECK(lines.at(7)->objects == 1); // the float
    REQUIRE(lines.at(6));
    CHECK(lines.at(6)->objects == 2); // both lists are made behind the call
    CHECK(reading.state().object(reading.objectAt("half")).madeAtLine == 6);
    const std::string& keeper = lines.kept.names()[lines.at(2)->keptBy[0].first].name;
    CHECK(keeper == "log");
}

TEST_CASE("what stays since a step was made at that step or later", "[questions][lines]") {
    Recorded run(program);
    const uint64_t since = run.atLine(4, 11).state().step().step;
    const uint64_t before = run.replay->state().heapObjects();
    const Reading& reading = run.atLine(8);
    const Lines lines(reading, since), all(reading, 0);
    REQUIRE(lines.at(2));
    CHECK(lines.at(2)->objects == (20 + 1) * 2);
    CHECK(all.found.objects - lines.found.objects <= before);
    for (uint32_t n = 0; n < lines.graph.size(); n++)
        if (lines.graph.nodes[n].isCounted() && lines.graph.nodes[n].madeAtStep >= since) CHECK(lines.graph.nodes[n].madeAtLine >= 2);
}

TEST_CASE("growth ends with what is alive, and begins with nothing", "[questions][lines]") {
    Recorded run(program);
    const Reading& reading = run.atLine(8);
    Lines lines(reading, 0);
    addGrowth(lines.found, run.tape, reading.state().step().step, 16);
    const LineShare& share = *lines.at(2);
    REQUIRE(share.growth.size() == 16);
    CHECK(share.growth.front() == 0);
    CHECK(share.growth.back() == share.bytes);
    CHECK(std::is_sorted(share.growth.begin(), share.growth.end()));
}
