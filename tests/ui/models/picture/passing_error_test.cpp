// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/passing_error.h"

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/picture/picture.h"

using namespace memtape;

namespace {

QString textAt(Run& run, uint64_t step) { return pictureText(buildPicture(run, step, {})); }

uint64_t firstStep(Run& run, StepKind kind, uint32_t line) {
    for (uint64_t step = 0; step < run.stepCount(); ++step) {
        auto row = run.summary(step, step + 1)[0];
        if (row.kind == kind && row.line == line) return step;
    }
    FAIL("no such step");
    return 0;
}

}

TEST_CASE("frames that an exception has left say so until it is caught, and stand in the picture meanwhile", "[picture][error]") {
    auto run = recordedRun(QStringLiteral("def inner():\n"
                                          "    return 1 / 0\n"
                                          "def outer():\n"
                                          "    return inner()\n"
                                          "try:\n"
                                          "    outer()\n"
                                          "except ZeroDivisionError:\n"
                                          "    done = 1\n"));
    uint64_t raised = firstStep(*run, StepKind::Exception, 2), inOuter = firstStep(*run, StepKind::Exception, 4),
             inModule = firstStep(*run, StepKind::Exception, 6);
    auto first = passingError(*run, raised);
    REQUIRE(first);
    CHECK(first->raisedAt == raised);
    CHECK(first->left.isEmpty());
    CHECK_FALSE(first->leavesNow);
    REQUIRE(passingError(*run, raised + 1)); // inner's return, with nothing to hand back
    CHECK(passingError(*run, raised + 1)->leavesNow);
    CHECK(textAt(*run, raised + 1).contains(QStringLiteral("leaves by -> ZeroDivisionError#")));
    CHECK(textAt(*run, inOuter).contains(QStringLiteral("card inner() line 2 left\n  left by ZeroDivisionError\n")));
    CHECK(textAt(*run, inModule)
              .contains(QStringLiteral("card outer() line 4 left\n  left by ZeroDivisionError\n"
                                       "card inner() line 2 left\n  left by ZeroDivisionError\n")));
    auto last = passingError(*run, inModule);
    REQUIRE(last);
    CHECK(last->raisedAt == raised);
    CHECK(last->leftInAll == 2);
    CHECK_FALSE(passingError(*run, inModule + 1)); // the handler
    CHECK_FALSE(textAt(*run, inModule + 1).contains(QStringLiteral("left by")));
}

TEST_CASE("what a frame does on its way out does not hide the error", "[picture][error]") {
    auto run = recordedRun(QStringLiteral("def f():\n"
                                          "    try:\n"
                                          "        1 / 0\n"
                                          "    finally:\n"
                                          "        print('out')\n"
                                          "f()\n"));
    uint64_t raised = firstStep(*run, StepKind::Exception, 3);
    auto atEnd = passingError(*run, run->stepCount() - 1);
    REQUIRE(atEnd);
    CHECK(atEnd->raisedAt == raised);
    CHECK(atEnd->leavesNow);
    CHECK(textAt(*run, run->stepCount() - 1).contains(QStringLiteral("card f() line 5 left\n  left by ZeroDivisionError\n")));
}

TEST_CASE("a frame that returned did not leave by an error, though the next step raises one", "[picture][error]") {
    auto run = recordedRun(QStringLiteral("def f():\n    return None\nf() + 1\n"));
    uint64_t raised = firstStep(*run, StepKind::Exception, 3);
    CHECK(textAt(*run, raised).contains(QStringLiteral("card f() gone\n  returned; its names are gone\n")));
    CHECK(passingError(*run, raised)->leftInAll == 0);
}

TEST_CASE("of very many frames that an error has left the outermost are drawn, and the rest counted", "[picture][error]") {
    auto run = recordedRun(QStringLiteral("def f(n):\n    if n == 0:\n        raise ValueError(n)\n    f(n - 1)\nf(40)\n"));
    QString text = textAt(*run, run->stepCount() - 1);
    CHECK(text.count(QStringLiteral("left by ValueError")) == 4);
    CHECK(text.contains(QStringLiteral("card … and 37 more frames …")));
}

TEST_CASE("an exception's box has its arguments, its cause, and its traceback as one small object", "[picture][error]") {
    auto run = recordedRun(QStringLiteral("try:\n"
                                          "    try:\n"
                                          "        1 / 0\n"
                                          "    except ZeroDivisionError as first:\n"
                                          "        raise ValueError('no') from first\n"
                                          "except ValueError as second:\n"
                                          "    kept = second\n"
                                          "end = 1\n"));
    QString text = textAt(*run, firstStep(*run, StepKind::Line, 7));
    CHECK(text.contains(QStringLiteral("args -> ")));
    CHECK(text.contains(QStringLiteral("__cause__ -> ZeroDivisionError#")));
    CHECK(text.contains(QStringLiteral("__traceback__ -> traceback\n")));
}

TEST_CASE("an error that a handler raises anew was raised where it first came up", "[picture][error]") {
    auto run = recordedRun(QStringLiteral("def f():\n"
                                          "    1 / 0\n"
                                          "try:\n"
                                          "    f()\n"
                                          "except ZeroDivisionError:\n"
                                          "    done = 1\n"
                                          "    raise\n"));
    auto atEnd = passingError(*run, run->stepCount() - 1);
    REQUIRE(atEnd);
    CHECK(atEnd->raisedAt == firstStep(*run, StepKind::Exception, 2));
}
