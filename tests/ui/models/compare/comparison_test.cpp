// SPDX-License-Identifier: GPL-3.0-or-later
// Two steps compared, as rows and as marks of a picture.
#include "ui/models/compare/comparison.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "core/tape/tape.h"
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/compare/comparison_model.h"

using namespace memtape;

namespace {

const char* const program = R"(row = [1000, 2000]
kept = [row]
gone = [3.5, 4.5]
row[1] = 2500
gone = None
new = [row, 7]
end = 0
)";

ComparedSteps compared(Run& then, uint64_t other, Run& now, uint64_t step) {
    auto was = then.readingAt(other), is = now.readingAt(step);
    return ComparisonWords::tell({*was, then.tape()}, {*is, now.tape()});
}

QStringList lines(const ComparedSteps& compared) {
    QStringList out;
    for (const ComparisonRow& row : compared.rows) {
        static constexpr const char* signs[] = {"  ", "+ ", "- ", "~ "};
        const QString indent = row.kind == ComparisonRow::Kind::Part ? QStringLiteral("    ") : QString();
        out.append(indent + QString::fromLatin1(signs[int(row.sign)]) + row.text +
                   (row.detail.isEmpty() ? QString() : QStringLiteral(": ") + row.detail));
    }
    return out;
}

const BoxPicture* boxOfType(const Picture& picture, Mark mark) {
    for (const BoxPicture& box : picture.boxes)
        if (box.mark == mark) return &box;
    return nullptr;
}

}

TEST_CASE("two steps of a run: what came, went and changed, each with what it was", "[compare]") {
    auto run = recordedRun(QString::fromLatin1(program));
    const ComparedSteps found = compared(*run, stepAtLine(*run, 4), *run, stepAtLine(*run, 7));
    CHECK(found.ofOneRun);
    CHECK(found.came == 1);
    CHECK(found.went == 1);
    CHECK(found.changed == 1);
    const QStringList told = lines(found);
    CHECK(told.contains(QStringLiteral("~ gone: list of 2 \u2192 None")));
    CHECK(told.contains(QStringLiteral("+ new: list of 2")));
    CHECK(told.contains(QStringLiteral("+ list of 2: made by line 6")));
    CHECK(told.contains(QStringLiteral("- list of 2: made by line 3")));
    CHECK(told.contains(QStringLiteral("    ~ [1]: 2000 \u2192 2500")));
}

TEST_CASE("a step compared with itself: nothing differs", "[compare]") {
    auto run = recordedRun(QString::fromLatin1(program));
    const ComparedSteps found = compared(*run, 5, *run, 5);
    CHECK(found.rows.isEmpty());
    CHECK(found.alike > 0);
}

TEST_CASE("a run and one of the edited program: objects are known by the line that made them", "[compare]") {
    auto run = recordedRun(QString::fromLatin1(program)),
         edited =
             recordedRun(QStringLiteral("# a new line\n") + QString::fromLatin1(program).replace(QStringLiteral("2500"), QStringLiteral("9999")));
    const ComparedSteps found = compared(*run, run->stepCount() - 1, *edited, edited->stepCount() - 1);
    CHECK_FALSE(found.ofOneRun);
    CHECK(found.came == 0);
    CHECK(found.went == 0);
    CHECK(lines(found).contains(QStringLiteral("    ~ [1]: 2500 \u2192 9999")));
}

TEST_CASE("a picture is marked by what is compared, at its step only", "[compare][picture]") {
    auto run = recordedRun(QString::fromLatin1(program));
    const uint64_t step = stepAtLine(*run, 7);
    PictureOptions options;
    options.compared = compared(*run, stepAtLine(*run, 4), *run, step).marks;
    const Picture picture = buildPicture(*run, step, options);
    const BoxPicture *came = boxOfType(picture, Mark::Made), *changed = boxOfType(picture, Mark::Changed);
    REQUIRE(came);
    CHECK(came->note == QStringLiteral("not there at step %1").arg(stepAtLine(*run, 4)));
    REQUIRE(changed);
    CHECK(changed->note == QStringLiteral("otherwise at step %1").arg(stepAtLine(*run, 4)));
    REQUIRE(changed->rows.size() == 2);
    CHECK(changed->rows[0].mark == Mark::None);
    CHECK(changed->rows[1].mark == Mark::Changed);
    for (const RowPicture& row : picture.cards[0].rows) {
        const bool differs = row.label == QStringLiteral("gone") || row.label == QStringLiteral("new");
        INFO(row.label.toStdString());
        CHECK((row.mark == Mark::Changed) == differs);
    }
    CHECK_FALSE(boxOfType(picture, Mark::Released)); // what went is a list
    const Picture elsewhere = buildPicture(*run, step - 1, options);
    CHECK_FALSE(boxOfType(elsewhere, Mark::Made));
    CHECK_FALSE(boxOfType(elsewhere, Mark::Changed));
}

TEST_CASE("of names in calls, those of the call that has them are marked", "[compare][picture]") {
    auto run = recordedRun(QStringLiteral("def down(n):\n    if n:\n        down(n - 1)\n    last = n\n    return n\ndown(2)\nend = 0\n"));
    const uint64_t before = stepAtLine(*run, 4), step = stepAtLine(*run, 5);
    PictureOptions options;
    options.compared = compared(*run, before, *run, step).marks;
    const Picture picture = buildPicture(*run, step, options);
    int marked = 0;
    for (const CardPicture& card : picture.cards)
        for (const RowPicture& row : card.rows)
            if (row.mark == Mark::Changed) {
                ++marked;
                CHECK(card.running);
                CHECK(row.label == QStringLiteral("last"));
            }
    CHECK(marked == 1);
}

TEST_CASE("the rows come from beside the window, and the last that was asked for counts", "[compare]") {
    auto run = recordedRun(QString::fromLatin1(program));
    ComparisonModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy changed(&model, &ComparisonModel::changed);
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        model.show(run.get(), step, run.get(), 0);
        if (!model.isBusy()) CHECK(model.compared()->step == step); // it was there soon enough to be waited for
    }
    REQUIRE(QTest::qWaitFor([&] { return !model.isBusy(); }, 20000));
    CHECK(changed.count() >= 1);
    REQUIRE(model.compared());
    CHECK(model.compared()->step == run->stepCount() - 1);
    CHECK(model.rowCount() == model.compared()->rows.size());
    model.show(run.get(), run->stepCount(), run.get(), 0); // there is no such step
    CHECK_FALSE(model.compared());
    CHECK(model.rowCount() == 0);
}
