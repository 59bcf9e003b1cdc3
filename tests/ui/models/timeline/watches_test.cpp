// SPDX-License-Identifier: GPL-3.0-or-later
// What is watched of a recorded program, against the values that the program has at each step.
#include "ui/models/timeline/watches.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/support/ui/catch_qt.h"
#include "ui/state/document.h"
#include "ui/state/program_runner.h"

using namespace memtape;

namespace {

const QString counting = QStringLiteral("n = 0\nxs = []\nwhile n < 3:\n    n += 1\n    xs.append(n)\nword = 'end'\ndel n\nlast = 1\n");

struct WatchBench {
    Document document{makeSessionRunner()};
    Watches watches{document};

    explicit WatchBench(const QString& program = counting) { record(program); }
    void record(const QString& program) {
        document.setProgram({}, program);
        document.record();
        REQUIRE(QTest::qWaitFor([this] { return !document.isRecording(); }, 20000));
        wait();
    }
    void wait() {
        REQUIRE(QTest::qWaitFor([this] { return !watches.isLooking(); }, 20000));
    }
    void add(const QString& expression) {
        REQUIRE(watches.add(expression).sentence.empty());
        wait();
    }
    // What the curve says of a step.
    QString drawnAt(qsizetype row, uint64_t step) const {
        const WatchCurve& curve = watches.curve(row);
        const qsizetype at = curve.pointAt(step);
        if (at < 0 || curve.points()[at].kind == WatchedValue::Kind::Absent) return {};
        const WatchPoint& point = curve.points()[at];
        return point.kind == WatchedValue::Kind::Number ? QString::number(point.last) : curve.text(point);
    }
};

}

TEST_CASE("a watched name is at every step what the memory has, and is gone with the name", "[watch]") {
    WatchBench bench;
    bench.add(QStringLiteral("n"));
    bench.add(QStringLiteral("len(xs)"));
    QStringList numbers;
    for (uint64_t step = 0; step < bench.document.stepCount(); ++step)
        for (qsizetype row = 0; row < 2; ++row) {
            INFO("step " << step << ", row " << row);
            CHECK(bench.drawnAt(row, step) == bench.watches.valueAt(row, step));
            if (row == 0 && (numbers.isEmpty() || numbers.last() != bench.watches.valueAt(0, step))) numbers.append(bench.watches.valueAt(0, step));
        }
    CHECK(numbers == QStringList{QString(), QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QString()});
    CHECK(bench.watches.curve(0).most() == 3);
    CHECK(bench.watches.valueAt(1, bench.document.stepCount() - 1) == QStringLiteral("3"));
    CHECK(bench.watches.lookedAt() == bench.document.stepCount());
}

TEST_CASE("one goes from change to change, both ways, and no further than to the last", "[watch]") {
    WatchBench bench;
    bench.add(QStringLiteral("n"));
    QVector<uint64_t> changes;
    std::optional<uint64_t> at = bench.watches.nextChange(0, 0, false);
    for (; at && changes.size() < 20; at = bench.watches.nextChange(0, *at, false)) changes.append(*at);
    REQUIRE(changes.size() == 5); // made, three times counted, deleted
    for (uint64_t step : changes) {
        INFO(step);
        CHECK(bench.watches.valueAt(0, step) != bench.watches.valueAt(0, step - 1));
    }
    for (qsizetype i = changes.size() - 1; i > 0; --i) CHECK(bench.watches.nextChange(0, changes[i], true) == changes[i - 1]);
    CHECK(bench.watches.nextChange(0, changes.last() + 1, true) == changes.last());
    CHECK_FALSE(bench.watches.nextChange(0, changes.first(), true));
    CHECK_FALSE(bench.watches.nextChange(0, changes.last(), false));
}

TEST_CASE("the same is watched once, twelve at most, and what does not parse says where", "[watch]") {
    WatchBench bench;
    QSignalSpy told(&bench.watches, &Watches::expressionsChanged);
    bench.add(QStringLiteral("n"));
    bench.add(QStringLiteral(" n "));
    CHECK(bench.watches.expressions() == QStringList{QStringLiteral("n")});
    CHECK(told.size() == 1);
    const Watches::Problem problem = bench.watches.add(QStringLiteral("값 + 1"));
    CHECK_FALSE(problem.sentence.empty());
    CHECK(problem.at == 2); // counted in characters
    for (qsizetype i = 1; i < Watches::most; ++i) bench.add(QStringLiteral("xs[%1]").arg(i));
    CHECK_FALSE(bench.watches.add(QStringLiteral("word")).sentence.empty());
    CHECK(bench.watches.count() == Watches::most);
    CHECK(bench.watches.add(QStringLiteral("n")).sentence.empty()); // that is there already
    bench.watches.remove(0);
    CHECK(bench.watches.expression(0) == QStringLiteral("xs[1]"));
    bench.watches.remove(99);
    CHECK(bench.watches.count() == Watches::most - 1);
}

TEST_CASE("what was never there is told apart from what is not there now", "[watch]") {
    WatchBench bench;
    bench.add(QStringLiteral("n"));
    bench.add(QStringLiteral("nowhere.at"));
    CHECK(bench.watches.wasThere(0));
    CHECK_FALSE(bench.watches.wasThere(1));
    CHECK(bench.watches.valueAt(0, bench.document.stepCount() - 1).isEmpty());
}

TEST_CASE("another recording is watched anew, and expressions that do not parse are left out of what was kept", "[watch]") {
    WatchBench bench;
    bench.watches.setExpressions({QStringLiteral("n"), QStringLiteral("(("), QStringLiteral("word")});
    bench.wait();
    REQUIRE(bench.watches.expressions() == QStringList{QStringLiteral("n"), QStringLiteral("word")});
    CHECK(bench.watches.curve(1).text(bench.watches.curve(1).points().last()) == QStringLiteral("'end'"));
    bench.record(QStringLiteral("n = 70\nlast = 1\n"));
    CHECK(bench.watches.curve(0).most() == 70);
    CHECK(bench.watches.curve(1).points().isEmpty());
    CHECK_FALSE(bench.watches.wasThere(1));
}
