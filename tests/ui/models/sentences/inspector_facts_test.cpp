// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/models/picture/picture.h"
#include "ui/models/sentences/inspector_facts.h"
#include "ui/state/run.h"

using namespace memtape;

namespace {

ObjectId nodeWith20(Run& run, uint64_t step) { return buildPicture(run, step, {}).boxes[1].id; }

uint64_t stepAtLine(Run& run, uint32_t line, int time) {
    uint64_t at = 0;
    for (int i = 0; i < time; ++i) at = run.nextAtLine(at, line, 0, false).value();
    return at;
}

}

TEST_CASE("a count is the sum of its named holders", "[inspector]") {
    auto run = linkedListRun();
    uint64_t step = stepAtLine(*run, 9, 3);
    InspectorFacts facts = InspectorFacts::of(*run, nodeWith20(*run, step));
    REQUIRE(facts.title == QStringLiteral("Node"));
    REQUIRE(facts.subtitle == QStringLiteral("Node (20)"));
    REQUIRE(facts.sum == QStringLiteral("3 references = 2 names + 1 attribute"));
    REQUIRE(facts.holders.size() == 3);
    REQUIRE(facts.holders[0].where == QStringLiteral("push"));
    REQUIRE(facts.holders[0].what == QStringLiteral("head"));
    REQUIRE(facts.aliveBecause.endsWith(QStringLiteral("head → this Node")));
}

TEST_CASE("an object's history tells each change with its step", "[inspector]") {
    auto run = linkedListRun();
    uint64_t step = stepAtLine(*run, 9, 3);
    InspectorFacts facts = InspectorFacts::of(*run, nodeWith20(*run, step));
    REQUIRE(facts.history.size() >= 5);
    REQUIRE(facts.history.first().text == QStringLiteral("+ made"));
    bool held = false;
    for (const HistoryLine& line : facts.history) held = held || line.text == QStringLiteral("→ held by Node (30)");
    REQUIRE(held);
}

TEST_CASE("a cycle that no name leads to is called unreachable", "[inspector]") {
    auto run = containerRun(3);
    uint64_t step = stepAtLine(*run, 6, 1);
    ObjectId ring = buildPicture(*run, step, {}).boxes.last().id;
    REQUIRE(InspectorFacts::of(*run, ring).aliveBecause.startsWith(QStringLiteral("unreachable, but alive")));
}

TEST_CASE("an object that is gone is said to be gone", "[inspector]") {
    auto run = containerRun(3);
    uint64_t before = stepAtLine(*run, 6, 1);
    ObjectId ring = buildPicture(*run, before, {}).boxes.last().id;
    run->seek(run->stepCount() - 1);
    REQUIRE_FALSE(InspectorFacts::of(*run, ring).isAlive);
}
