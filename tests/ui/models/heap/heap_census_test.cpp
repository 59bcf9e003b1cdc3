// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted as alive, whichever way its step was reached.
#include <random>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/heap/heap_census.h"
#include "ui/models/heap/heap_groups.h"

using namespace memtape;

namespace {

const char* const growing = R"(
class Node:
    def __init__(self, value):
        self.value = value
        self.other = None

def pair(n):
    a, b = Node(n * 1000), Node(n * 2000)
    a.other, b.other = b, a
    return a

kept = []
for n in range(6):
    kept.append(pair(n))
    kept[0].__class__ = Node
    text = "x" * (n * 50)
    if n % 2:
        del kept[-1]
import json
word = json.dumps({"kept": len(kept)})
kept.clear()
)";

bool isSame(const HeapCensus& a, const HeapCensus& b) {
    auto same = [](const HeapObject& x, const HeapObject& y) {
        return x.id == y.id && x.type == y.type && x.line == y.line && x.size == y.size && x.madeAt == y.madeAt && x.ofProgram == y.ofProgram;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

}

TEST_CASE("the census of a step is the same forwards, backwards and from anywhere", "[heap]") {
    auto run = recordedRun(QString::fromLatin1(growing));
    HeapCounter forwards, backwards, anywhere;
    uint64_t steps = run->stepCount();
    std::mt19937 random(5);
    for (uint64_t i = 0; i < steps; ++i) {
        for (auto [counter, step] : {std::pair(&forwards, i), std::pair(&backwards, steps - 1 - i), std::pair(&anywhere, random() % steps)}) {
            INFO("step " << step);
            const HeapCensus* census = counter->at(*run, step, HeapShare::Program);
            REQUIRE(census);
            CHECK(isSame(*census, countHeap(*run->stateAt(step), HeapShare::Program)));
        }
    }
    CHECK_FALSE(forwards.at(*run, steps, HeapShare::Program));
}

TEST_CASE("a census adds up to the heap figure, with the library's share to that too", "[heap]") {
    auto run = recordedRun(QString::fromLatin1(growing));
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        auto state = run->stateAt(step);
        uint64_t bytes = 0, objects = 0, libraryBytes = 0, libraryObjects = 0;
        for (const HeapObject& object : countHeap(*state, HeapShare::WithLibrary)) {
            (object.ofProgram ? bytes : libraryBytes) += object.size;
            ++(object.ofProgram ? objects : libraryObjects);
        }
        INFO("step " << step);
        CHECK(objects == state->heapObjects());
        CHECK(bytes == state->heapBytes());
        CHECK(libraryObjects == state->libraryObjects());
        CHECK(libraryBytes == state->libraryBytes());
    }
}

TEST_CASE("groups hold each object once, however they are made, and tell what came and went", "[heap]") {
    auto run = recordedRun(QString::fromLatin1(growing));
    uint64_t markStep = run->stepCount() / 3, nowStep = run->stepCount() - 2;
    auto then = run->stateAt(markStep), state = run->stateAt(nowStep);
    HeapCensus mark = countHeap(*then, HeapShare::Program), now = countHeap(*state, HeapShare::Program);
    uint64_t stay = 0;
    for (const HeapObject& object : now) stay += then->isAlive(object.id) && then->object(object.id).ofProgram;
    REQUIRE(stay > 0);
    REQUIRE(stay < now.size());
    REQUIRE(stay < mark.size());
    for (HeapGrouping grouping : {HeapGrouping::Type, HeapGrouping::Line, HeapGrouping::Size}) {
        uint64_t count = 0, came = 0, went = 0;
        std::vector<int> seen(now.size());
        for (const HeapGroup& group : HeapGroups::of(now, &mark, grouping, *state)) {
            count += group.count;
            came += group.came;
            went += group.went;
            CHECK(uint64_t(group.members.size()) == group.count);
            for (uint32_t member : group.members) ++seen[member];
            CHECK((group.count || group.went));
        }
        CHECK(count == now.size());
        CHECK(seen == std::vector<int>(now.size(), 1));
        CHECK(came == now.size() - stay);
        CHECK(went == mark.size() - stay);
    }
}

TEST_CASE("sizes are grouped by powers of two", "[heap]") {
    CHECK(sizeBound(16) == 32);
    CHECK(sizeBound(32) == 32);
    CHECK(sizeBound(33) == 64);
    CHECK(sizeBound(64) == 64);
    CHECK(sizeBound(100000) == 131072);
}
