// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/models/sentences/happened_text.h"

using namespace memtape;

namespace {

StepText text(Run& run, uint64_t step, const QString& source) { return HappenedText::describe(run, step, source.split(QLatin1Char('\n'))); }

}

TEST_CASE("an attribute set to an existing object says that nothing was copied", "[happened]") {
    auto run = linkedListRun();
    StepText said = text(*run, stepAtLine(*run, 9, 3), linkedListSource());
    REQUIRE(said.justTitle == QStringLiteral("Just ran line 8:  node.next = head"));
    REQUIRE(said.justBody == QStringLiteral("Attribute next of the Node (30) now refers to the Node (20). "
                                            "Node (20): 3 references = 2 names + 1 attribute. Nothing was copied."));
    REQUIRE(said.nextTitle == QStringLiteral("Next, line 9:  return node"));
    REQUIRE(said.nextBody == QStringLiteral("The call of push will end and its frame will go; the object it returns stays."));
}

TEST_CASE("before the first line nothing has run, and no line is called 0", "[happened]") {
    auto run = addRun();
    StepText said = text(*run, 0, addSource());
    REQUIRE(said.justTitle.isEmpty());
    REQUIRE(said.nextTitle == QStringLiteral("Next: the program begins"));
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        REQUIRE_FALSE(HappenedText::place(run->stateAt(step)->step(), run->stepCount()).contains(QStringLiteral("line 0")));
        StepText each = text(*run, step, addSource());
        REQUIRE_FALSE(each.justTitle.contains(QStringLiteral("line 0")));
        REQUIRE_FALSE(each.nextTitle.isEmpty());
    }
}

TEST_CASE("a call is said to get a frame, and its return to lose it", "[happened]") {
    auto run = addRun();
    uint64_t call = stepAtLine(*run, 2, 1) - 1;
    REQUIRE(text(*run, call, addSource()).justBody.startsWith(QStringLiteral("The call got a frame of its own on the stack.")));
    StepText after = text(*run, stepAtLine(*run, 7, 1), addSource());
    REQUIRE(after.justTitle == QStringLiteral("Just returned from add to line 6:  total = add()"));
    REQUIRE(after.justBody.contains(QStringLiteral("The call is over: its frame and the names in it are gone.")));
    REQUIRE(after.justBody.contains(QStringLiteral("Name total now refers to 30.")));
}

TEST_CASE("output is said, and so is a collection", "[happened]") {
    auto run = addRun();
    REQUIRE(text(*run, run->stepCount() - 1, addSource()).justBody.contains(QStringLiteral("Printed: 30")));
    auto lists = containerRun(3);
    REQUIRE(text(*lists, stepAtLine(*lists, 7, 1), {}).justBody.contains(QStringLiteral("collected by the cycle collector")));
}
