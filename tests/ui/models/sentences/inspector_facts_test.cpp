// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/models/picture/picture.h"
#include "ui/models/sentences/inspector_facts.h"
#include "ui/models/sentences/inspector_words.h"
#include "ui/state/run.h"

using namespace memtape;

namespace {

ObjectId nodeWith20(Run& run, uint64_t step) { return buildPicture(run, step, {}).boxes[1].id; }

}

TEST_CASE("a count is the sum of its named holders", "[inspector]") {
    auto run = linkedListRun();
    uint64_t step = stepAtLine(*run, 9, 3);
    InspectorFacts facts = InspectorFacts::of(*run, step, nodeWith20(*run, step));
    auto reading = run->readingAt(step);
    InspectorWords words(*reading);
    REQUIRE(words.title(facts) == QStringLiteral("Node"));
    REQUIRE(words.subtitle(facts) == QStringLiteral("Node (20)"));
    REQUIRE(facts.sum.total == 3);
    REQUIRE(facts.sum.of(HolderGroup::Names) == 2);
    REQUIRE(facts.sum.of(HolderGroup::Attributes) == 1);
    REQUIRE(InspectorWords::sum(facts.sum) == QStringLiteral("3 references = 2 names + 1 attribute"));
    REQUIRE(facts.holders.size() == 3);
    REQUIRE(facts.holders[0].kind == HolderFact::Kind::Name);
    REQUIRE(words.where(facts.holders[0]) == QStringLiteral("push"));
    REQUIRE(words.what(facts.holders[0]) == QStringLiteral("head"));
    REQUIRE(facts.reachability.path.back().kind == PathStep::Kind::Name);
    REQUIRE(words.aliveBecause(facts).endsWith(QStringLiteral("head → this Node")));
}

TEST_CASE("an object's history tells each change with its step", "[inspector]") {
    auto run = linkedListRun();
    uint64_t step = stepAtLine(*run, 9, 3);
    InspectorFacts facts = InspectorFacts::of(*run, step, nodeWith20(*run, step));
    auto reading = run->readingAt(step);
    InspectorWords words(*reading);
    const std::vector<HistoryEvent>& history = facts.history.events;
    REQUIRE(history.size() >= 5);
    REQUIRE(history.front().kind == HistoryEvent::Kind::Made);
    REQUIRE(words.event(history.front()) == QStringLiteral("+ made"));
    bool held = false;
    for (const HistoryEvent& event : history)
        held = held || (event.kind == HistoryEvent::Kind::Held && words.event(event) == QStringLiteral("→ held by Node (30)"));
    REQUIRE(held);
}

TEST_CASE("a cycle that no name leads to is called unreachable", "[inspector]") {
    auto run = containerRun(3);
    uint64_t step = stepAtLine(*run, 6, 1);
    ObjectId ring = buildPicture(*run, step, {}).boxes.last().id;
    InspectorFacts facts = InspectorFacts::of(*run, step, ring);
    REQUIRE(facts.reachability.kind == Reachability::Kind::Unreachable);
    REQUIRE(InspectorWords(*run->readingAt(step)).aliveBecause(facts).startsWith(QStringLiteral("unreachable, but alive")));
}

TEST_CASE("an object that is gone is said to be gone", "[inspector]") {
    auto run = containerRun(3);
    uint64_t before = stepAtLine(*run, 6, 1);
    ObjectId ring = buildPicture(*run, before, {}).boxes.last().id;
    REQUIRE_FALSE(InspectorFacts::of(*run, run->stepCount() - 1, ring).isAlive);
}

TEST_CASE("what was last changed is found among all changes of a step, not among the lines that are shown", "[inspector]") {
    auto run = recordedRun(QStringLiteral("a = [1]\nb = c = d = e = a; a.append(2)\nend = 0\n"));
    uint64_t step = stepAtLine(*run, 3, 1);
    InspectorFacts facts = InspectorFacts::of(*run, step, buildPicture(*run, step, {}).boxes.first().id);
    REQUIRE(facts.history.contentsSetAt == step);
    REQUIRE(facts.facts.last().kind == Fact::Kind::LastChanged);
    REQUIRE(facts.facts.last().step == step);
    auto reading = run->readingAt(step);
    REQUIRE(InspectorWords(*reading).value(facts.facts.last()) == QStringLiteral("step %1").arg(step));
    QStringList ofStep;
    for (const HistoryLine& line : InspectorWords(*reading).history(facts.history.events))
        if (line.step == step) ofStep.append(line.text);
    REQUIRE(ofStep.size() == 5);
    REQUIRE(ofStep.last().startsWith(QStringLiteral("… and ")));
    REQUIRE(ofStep.filter(QStringLiteral("●")).isEmpty());
}

TEST_CASE("a paused coroutine says what it awaits, and that says who waits for it", "[inspector]") {
    auto run = recordedRun(QStringLiteral("class Later:\n    def __await__(self):\n        yield 'asked'\n"
                                          "async def inner(later):\n    await later\n"
                                          "async def outer(waiting):\n    await waiting\n"
                                          "later = Later()\ncall = inner(later)\nwalk = outer(call)\nwalk.send(None)\nend = 0\n"));
    auto facts = [&](uint64_t step, const char* name) {
        auto reading = run->readingAt(step);
        QStringList told;
        for (const Fact& fact : InspectorFacts::of(*run, step, reading->objectAt(name)).facts)
            if (fact.object) told.append(InspectorWords(*reading).label(fact) + ' ' + InspectorWords(*reading).value(fact));
        return told;
    };
    const uint64_t begun = stepAtLine(*run, 11, 1), paused = stepAtLine(*run, 12, 1);
    CHECK(facts(begun, "walk").isEmpty()); // it has not come to its await
    CHECK(facts(begun, "call").isEmpty());
    CHECK(facts(paused, "walk") == QStringList{QStringLiteral("Awaits coroutine inner")});
    CHECK(facts(paused, "call") == QStringList{QStringLiteral("Awaits Later"), QStringLiteral("Awaited by coroutine outer")});
    CHECK(facts(paused, "later") == QStringList{QStringLiteral("Awaited by coroutine inner")}); // not its iterator, which the coroutine holds
}

TEST_CASE("a generator says what it yields from, and that says who does; one that yields in a loop says nothing", "[inspector]") {
    auto run = recordedRun(QStringLiteral("def inner():\n    for n in 'ab':\n        yield n\n"
                                          "def outer(part):\n    got = (yield\n           from part)\n    yield 'yield from'\n"
                                          "part = inner()\nwalk = outer(part)\nnext(walk)\nfor n in walk:\n    pass\n"));
    auto facts = [&](uint64_t step, const char* name) {
        auto reading = run->readingAt(step);
        QStringList told;
        for (const Fact& fact : InspectorFacts::of(*run, step, reading->objectAt(name)).facts)
            if (fact.object) told.append(InspectorWords(*reading).label(fact) + ' ' + InspectorWords(*reading).value(fact));
        return told;
    };
    const uint64_t begun = stepAtLine(*run, 10, 1), paused = stepAtLine(*run, 11, 1), later = stepAtLine(*run, 12, 2);
    CHECK(facts(begun, "walk").isEmpty());
    CHECK(facts(paused, "walk") == QStringList{QStringLiteral("Yields from generator inner")});
    CHECK(facts(paused, "part") == QStringList{QStringLiteral("Yielded from by generator outer")});
    CHECK(facts(later, "walk").isEmpty()); // at a yield of its own
}
