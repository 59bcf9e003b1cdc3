// SPDX-License-Identifier: GPL-3.0-or-later
// How far an exception has come, as Python's reading tells it of each step.
#include "core/languages/languages.h"
#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

// One letter a step: `-` none, Raised, Leaving, Sought, Handled; with the line.
std::string stages(const char* source) {
    registerLanguages();
    RunOptions options;
    options.file = "/program.py";
    options.source = source;
    Session session;
    session.run(options);
    Replay replay(session.tape());
    std::string told;
    for (uint64_t step = 0; step < replay.stepCount(); step++) {
        REQUIRE(replay.seek(step));
        if (!told.empty()) told += ' ';
        told += "-RLSH"[static_cast<size_t>(replay.reading().errorAtWork().stage)] + std::to_string(replay.state().step().line);
    }
    return told;
}

}

TEST_CASE("an exception is raised, its handler is sought, and handled by the clause that takes it", "[reading][errors]") {
    CHECK(stages("try:\n    1 / 0\nexcept KeyError:\n    pass\nexcept ZeroDivisionError:\n    x = 1\ny = 2\n") == "-0 -1 -2 R2 S3 S5 H6 -7 -7");
}

TEST_CASE("an exception leaves each frame that does not catch it", "[reading][errors]") {
    CHECK(stages("def f():\n    1 / 0\ntry:\n    f()\nexcept ZeroDivisionError as e:\n    pass\n") == "-0 -1 -3 -4 -1 -2 R2 L2 R4 S5 H6 -6");
    CHECK(stages("def f():\n    try:\n        1 / 0\n    finally:\n        x = 1\nf()\n").find("L5 R6 L6") != std::string::npos);
}

TEST_CASE("a generator handles exceptions of its own", "[reading][errors]") {
    std::string told = stages("def g():\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        yield 1\nnext(g())\n");
    INFO(told);
    CHECK(told.find("R3 S4 H5") != std::string::npos);
}
