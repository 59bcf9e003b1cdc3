// SPDX-License-Identifier: GPL-3.0-or-later
// What the Garbage page tells of a step.
#include "ui/models/garbage/garbage_report.h"

#include "core/tape/tape.h"
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/garbage/garbage_words.h"

using namespace memtape;

namespace {

const char* const meeting = R"(import gc
class Node:
    def __init__(self, name):
        self.name = name
        self.other = None
def meet():
    a, b = Node("a"), Node("b")
    a.other, b.other = b, a
log = []
meet()
gc.collect()
for i in range(30):
    half = i / 2
    log.append([i, i + 1])
meet()
end = 0
)";
const std::atomic<bool> goOn{false};

struct Told {
    explicit Told(const char* source) : run(recordedRun(QString::fromLatin1(source))), chronicle(chronicleOf(run->tape(), growthPoints, goOn)) {}
    GarbageReport at(uint64_t step, std::optional<uint64_t> since = std::nullopt, bool isWhole = true) {
        return reportGarbage(*run->readingAt(step), isWhole ? chronicle.get() : nullptr, since, mainFile(), goOn);
    }
    uint32_t mainFile() { return run->code(run->stateAt(0)->step().code).file; }
    std::unique_ptr<Run> run;
    std::shared_ptr<const RunChronicle> chronicle;
};

const StayingLine* lineOf(const GarbageReport& report, uint32_t line) {
    for (const StayingLine& staying : report.lines)
        if (staying.at.line == line) return &staying;
    return nullptr;
}

}

TEST_CASE("two objects that hold each other and that no name leads to are told as a cycle", "[garbage]") {
    Told told(meeting);
    const GarbageReport before = told.at(stepAtLine(*told.run, 15)), after = told.at(stepAtLine(*told.run, 16));
    CHECK(before.cycles.isEmpty());
    CHECK(before.collection.objects == 0);
    REQUIRE(after.cycles.size() == 1);
    const LostCycle& cycle = after.cycles[0];
    CHECK(cycle.count == 2);
    CHECK_FALSE(cycle.hasRest());
    REQUIRE(cycle.members.size() == 2);
    CHECK(cycle.members[0].text == QStringLiteral("Node ('a')"));
    CHECK(cycle.members[0].line == 7);
    CHECK(told.run->stateAt(after.step)->isAlive(cycle.members[0].id));
    REQUIRE(cycle.references.size() == 2);
    CHECK(cycle.references[0].parts == QStringList{QStringLiteral(".other")});
    CHECK(cycle.references[0].from == cycle.references[1].to);
    CHECK(after.collection == cycle.kept);
    CHECK(GarbageWords::whyCountsStay(cycle).startsWith(QStringLiteral("Each holds the other")));
    CHECK(GarbageWords::made(cycle) == QStringLiteral("made by line 7"));
}

TEST_CASE("of a long cycle the first are drawn, and the way to the rest", "[garbage]") {
    Told told(
        "class Link:\n    pass\nring = [Link() for n in range(30)]\nfor n in range(30):\n    ring[n].next = ring[n - 1]\nring = None\nend = 0\n");
    const GarbageReport report = told.at(stepAtLine(*told.run, 7));
    REQUIRE(report.cycles.size() == 1);
    const LostCycle& cycle = report.cycles[0];
    CHECK(cycle.count == 30);
    CHECK(cycle.members.size() == LostCycle::mostDrawn);
    CHECK(cycle.hasRest());
    int toRest = 0, fromRest = 0;
    for (const LostCycle::Reference& reference : cycle.references) {
        CHECK(reference.from != reference.to);
        toRest += reference.to == cycle.members.size();
        fromRest += reference.from == cycle.members.size();
    }
    CHECK(toRest == 1);
    CHECK(fromRest == 1);
    CHECK(GarbageWords::through(cycle) == QStringLiteral("by .next"));
}

TEST_CASE("the gauges tell of the collections so far, and of none that is still to come", "[garbage]") {
    Told told(meeting);
    const GarbageReport before = told.at(stepAtLine(*told.run, 11)), after = told.at(stepAtLine(*told.run, 12));
    REQUIRE(before.gauges.size() == 3);
    CHECK_FALSE(before.gauges[0].last);
    REQUIRE(after.gauges[2].last);
    CHECK(after.gauges[2].last->found == 2);
    CHECK(after.gauges[2].last->line == 11);
    CHECK(GarbageWords::lastRun(*after.gauges[2].last) == QStringLiteral("line 11: took 2 objects"));
}

TEST_CASE("what stays since a mark: by line, with who keeps it and how it grew", "[garbage]") {
    Told told(meeting);
    const uint64_t mark = stepAtLine(*told.run, 12), end = stepAtLine(*told.run, 16);
    const GarbageReport report = told.at(end, mark);
    CHECK_FALSE(lineOf(report, 9)); // made before
    const StayingLine* lists = lineOf(report, 14);
    REQUIRE(lists);
    CHECK(lists->amount.objects == 30);
    CHECK(lists->types == QStringLiteral("30 list"));
    CHECK(lists->names == QStringList{QStringLiteral("log")});
    REQUIRE(lists->growth.size() == qsizetype(growthPoints));
    CHECK(lists->growth.first() == 0);
    CHECK(lists->growth.last() == lists->amount.bytes);
    CHECK(std::is_sorted(lists->growth.begin(), lists->growth.end()));
    const StayingLine* nodes = lineOf(report, 7);
    REQUIRE(nodes);
    CHECK(nodes->keptByNothing);
    CHECK(GarbageWords::keptBy(*nodes) == QStringLiteral("kept by: nothing but each other"));
}

TEST_CASE("releases by cause since a mark", "[garbage]") {
    Told told(meeting);
    auto of = [](const GarbageReport& report, ReleaseCause cause) -> uint64_t {
        for (const ReleasedRow& row : report.released)
            if (row.cause == cause) return row.amount.objects;
        return 0;
    };
    const uint64_t mark = stepAtLine(*told.run, 12), end = stepAtLine(*told.run, 16);
    CHECK(of(told.at(end), ReleaseCause::Collected) == 2);
    const GarbageReport since = told.at(end, mark);
    CHECK(of(since, ReleaseCause::Collected) == 0);
    CHECK(of(since, ReleaseCause::NameRebound) == 29); // of half
    CHECK(told.at(mark, mark).releasedObjects == 0);
}

TEST_CASE("before the run has been gone through, what its memory tells is told", "[garbage]") {
    Told told(meeting);
    const GarbageReport report = told.at(stepAtLine(*told.run, 16), std::nullopt, false);
    CHECK_FALSE(report.isWhole);
    CHECK(report.cycles.size() == 1);
    CHECK(lineOf(report, 14));
    CHECK(report.released.isEmpty());
}
