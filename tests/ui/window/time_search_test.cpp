// SPDX-License-Identifier: GPL-3.0-or-later
// Find in time: a condition typed in the window, and the steps at which it comes to hold.
#include <QLineEdit>

#include "tests/ui/window/window_bench.h"
#include "ui/controls/time_search_bar.h"
#include "ui/models/timeline/time_search.h"
#include "ui/models/timeline/time_search_words.h"

using namespace memtape;

namespace {

const char* const counting = "total = 0\nfor n in range(6):\n    total = total + n\nprint('done', total)\nend = 0\n";

struct Bench : WindowBench {
    TimeSearchBar& bar() { return window->views().of<TimeSearchBar>(); }
    void type(const QString& text) {
        bench();
        bar().field().clear();
        QTest::keyClicks(&bar().field(), text);
        REQUIRE(QTest::qWaitFor([&] { return bar().search().text() == text && !bar().search().isLooking(); }, 20000));
    }
    void bench() {
        if (bar().isHidden()) act(ActionId::FindInTime);
    }
    QString status() { return TimeSearchWords::status(bar().search(), cursor().step()); }
};

}

TEST_CASE("a condition is found over the run, and the keys go from one find to the next", "[window][find]") {
    Bench bench;
    bench.open(QString::fromLatin1(counting));
    bench.act(ActionId::First);
    CHECK(bench.bar().isHidden());
    bench.type(QStringLiteral("n == 2"));
    CHECK(bench.bar().search().found().count() == 1);
    CHECK(bench.status() == QStringLiteral("1 found"));
    bench.act(ActionId::FoundNext);
    const uint64_t step = bench.cursor().step();
    CHECK(bench.bar().search().found().has(step));
    CHECK(bench.line() == 3);
    CHECK(bench.status() == QStringLiteral("1 of 1"));
    bench.act(ActionId::FoundNext); // there is no other
    CHECK(bench.cursor().step() == step);
    bench.type(QStringLiteral("line 3"));
    CHECK(bench.bar().search().found().count() == 6);
    bench.act(ActionId::Last);
    bench.act(ActionId::FoundPrevious);
    CHECK(bench.line() == 3);
    CHECK(bench.status() == QStringLiteral("6 of 6"));
    QTest::keyClick(&bench.bar().field(), Qt::Key_Return, Qt::ShiftModifier);
    CHECK(bench.status() == QStringLiteral("5 of 6"));
}

TEST_CASE("Enter behind what was just typed goes to the find as soon as there is one", "[window][find]") {
    Bench bench;
    bench.open(QString::fromLatin1(counting));
    bench.act(ActionId::First);
    bench.bench();
    QTest::keyClicks(&bench.bar().field(), QStringLiteral("n == 4"));
    QTest::keyClick(&bench.bar().field(), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return bench.cursor().step() > 0; }, 20000));
    CHECK(bench.bar().search().found().has(bench.cursor().step()));
}

TEST_CASE("a text that is no expression is told with the place, and finds nothing", "[window][find]") {
    Bench bench;
    bench.open(QString::fromLatin1(counting));
    bench.type(QStringLiteral("total = 3"));
    CHECK(bench.bar().search().problem().at == 6);
    CHECK(bench.bar().problemText().contains(QStringLiteral("'==' compares")));
    CHECK(bench.bar().search().found().count() == 0);
    CHECK(bench.status().isEmpty());
    bench.type(QStringLiteral("total == 3"));
    CHECK(bench.bar().problemText().isEmpty());
    CHECK(bench.bar().search().found().count() == 1);
}

TEST_CASE("the place of a problem is counted in characters", "[window][find]") {
    Bench bench;
    bench.open(QString::fromLatin1(counting));
    bench.bench();
    bench.bar().search().look(QStringLiteral("이름 = 3"));
    CHECK(bench.bar().search().problem().at == 3);
}

TEST_CASE("a name that is never there is said", "[window][find]") {
    Bench bench;
    bench.open(QString::fromLatin1(counting));
    bench.type(QStringLiteral("totl == 3"));
    CHECK(bench.status() == QStringLiteral("this run never has a name 'totl'"));
    bench.type(QStringLiteral("total == 999"));
    CHECK(bench.status() == QStringLiteral("nowhere in this run"));
    bench.type(QStringLiteral("total < \"x\""));
    CHECK(bench.status() == QStringLiteral("nowhere: the values cannot be compared"));
}

TEST_CASE("a program recorded again is looked through again, and a closed search finds nothing", "[window][find]") {
    Bench bench;
    bench.open(QString::fromLatin1(counting));
    bench.type(QStringLiteral("line 3"));
    CHECK(bench.bar().search().found().count() == 6);
    bench.document().setText(QString::fromLatin1(counting).replace(QStringLiteral("range(6)"), QStringLiteral("range(9)")));
    bench.act(ActionId::Record);
    bench.wait();
    REQUIRE(QTest::qWaitFor([&] { return !bench.bar().search().isLooking(); }, 20000));
    CHECK(bench.bar().search().found().count() == 9);
    QTest::keyClick(&bench.bar().field(), Qt::Key_Escape);
    CHECK(bench.bar().isHidden());
    CHECK(bench.bar().search().found().count() == 0);
    bench.act(ActionId::FoundNext); // opens it again
    CHECK_FALSE(bench.bar().isHidden());
}

TEST_CASE("what is found shows before the run is looked through, and a search can be let go of", "[window][find]") {
    Bench bench;
    bench.open(QStringLiteral("for n in range(100000):\n    x = n\n"));
    bench.bench();
    TimeSearch& search = bench.bar().search();
    bool wasFirst = false;
    QObject::connect(&search, &TimeSearch::changed, [&] { wasFirst |= search.isLooking() && search.found().count() > 0; });
    search.look(QStringLiteral("x >= 0"));
    REQUIRE(QTest::qWaitFor([&] { return wasFirst || !search.isLooking(); }, 20000));
    CHECK(wasFirst);
    search.look(QString());
    CHECK_FALSE(search.isLooking());
    CHECK(search.found().count() == 0);
    search.look(QStringLiteral("x == 99999"));
    REQUIRE(QTest::qWaitFor([&] { return !search.isLooking(); }, 60000));
    CHECK(search.found().count() == 1);
}
