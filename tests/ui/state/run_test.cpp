// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run.h"

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/picture/picture.h"

using namespace memtape;

TEST_CASE("a state that is held stays at its step, whatever else is asked of the run", "[run]") {
    auto run = recordedRun(QStringLiteral("n = 0\nwhile n < 200:\n    n += 1\nend = 1\n"));
    auto held = run->stateAt(100);
    REQUIRE(held);
    uint32_t line = held->step().line;
    for (uint64_t step = 0; step < run->stepCount(); step += 7) {
        auto state = run->stateAt(step);
        REQUIRE(state->step().step == step);
        REQUIRE(buildPicture(*run, step, {}).info.step == step);
        REQUIRE(held->step().step == 100);
    }
    CHECK(held->step().line == line);
    CHECK(run->stateAt(100) == held); // shared, not made twice
    CHECK_FALSE(run->stateAt(run->stepCount()));
    run.reset();
    CHECK(held->step().step == 100);
    CHECK(held->frameCount() >= 1);
}

TEST_CASE("states that nobody holds leave their place to the next", "[run]") {
    auto run = recordedRun(QStringLiteral("a = [1, 2]\nb = 2\nc = 3\n"));
    const MemoryState* first = run->stateAt(0).get();
    CHECK(run->stateAt(2).get() == first);
    auto held = run->stateAt(1);
    CHECK(held.get() == first);
    CHECK(run->stateAt(2).get() != first);
}
