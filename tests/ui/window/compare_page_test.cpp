// SPDX-License-Identifier: GPL-3.0-or-later
// The Compare page in the window: with another step, with the recording before, with a file; and the picture's marks meanwhile.
#include <QLineEdit>
#include <QListView>
#include <algorithm>

#include "tests/ui/window/window_bench.h"
#include "ui/models/compare/comparison_model.h"
#include "ui/views/inspector/compare_view.h"

using namespace memtape;

namespace {

const char* const rows = "rows = []\nfor n in range(3):\n    rows.append([n + 1000])\nrows[0][0] = 5.5\nend = 0\n";

struct Bench : WindowBench {
    CompareView& page() { return window->views().of<CompareView>(); }
    const ComparedSteps& compared() {
        REQUIRE(QTest::qWaitFor([this] { return !page().model().isBusy(); }, 20000));
        REQUIRE(page().model().compared());
        return *page().model().compared();
    }
    int marked(Mark mark) {
        int count = 0;
        for (const BoxPicture& box : window->views().of<Canvas>().picture().boxes) count += box.mark == mark;
        return count;
    }
};

}

TEST_CASE("while the Compare page is open the picture's marks tell what differs from the other step", "[window][compare]") {
    Bench bench;
    bench.open(QString::fromLatin1(rows));
    bench.act(ActionId::Last);
    const int before = bench.marked(Mark::Made) + bench.marked(Mark::Changed);
    bench.act(ActionId::Compare);
    CHECK(bench.compared().other == 0);
    const ComparedSteps& compared = bench.compared();
    auto isList = [](const ComparisonRow& row) {
        return row.sign == ComparisonRow::Sign::Came && row.kind == ComparisonRow::Kind::Object && row.text.startsWith(QStringLiteral("list"));
    };
    CHECK(std::count_if(compared.rows.begin(), compared.rows.end(), isList) == 4);
    CHECK(bench.marked(Mark::Made) == 4);
    bench.act(ActionId::Back);
    bench.compared();
    CHECK(bench.marked(Mark::Made) == 4);
    bench.act(ActionId::Last);
    bench.compared();
    bench.act(ActionId::Inspector); // closes it
    CHECK(bench.marked(Mark::Made) + bench.marked(Mark::Changed) == before);
}

TEST_CASE("a step to compare with is typed, or is the marked or the last one", "[window][compare]") {
    Bench bench;
    bench.open(QString::fromLatin1(rows));
    bench.act(ActionId::First);
    bench.act(ActionId::Step);
    bench.cursor().setMark(bench.cursor().step());
    bench.act(ActionId::Last);
    bench.act(ActionId::Compare);
    bench.page().compareAt(CompareView::At::Marked);
    CHECK(bench.compared().other == *bench.cursor().mark());
    bench.page().compareAt(CompareView::At::Last);
    CHECK(bench.compared().rows.isEmpty()); // it is this one
    QLineEdit& field = bench.page().stepField();
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("3"));
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(bench.compared().other == 3);
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("999999"));
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(bench.compared().other == bench.cursor().stepCount() - 1); // there is none behind it
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("soon"));
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(bench.compared().other == bench.cursor().stepCount() - 1);
}

TEST_CASE("a click on what went leads to where it was", "[window][compare]") {
    Bench bench;
    bench.open(QStringLiteral("x = [1.5]\nx = None\nend = 0\n"));
    bench.act(ActionId::Last);
    bench.act(ActionId::Compare);
    bench.page().stepField().setText(QString());
    QTest::keyClicks(&bench.page().stepField(), QStringLiteral("2"));
    QTest::keyClick(&bench.page().stepField(), Qt::Key_Return);
    CHECK(bench.compared().went == 1);
    ComparisonModel& model = bench.page().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const ComparisonRow* at = model.row(model.index(row, 0));
        if (at->kind != ComparisonRow::Kind::Object || at->sign != ComparisonRow::Sign::Went) continue;
        const ObjectId object = at->object;
        Q_EMIT bench.page().list().clicked(model.index(row, 0));
        CHECK(bench.cursor().step() == 2);
        CHECK(bench.window->bench().selection.object() == object);
        return;
    }
    FAIL("it is not told");
}

TEST_CASE("a program that was edited and recorded again is compared with what it was", "[window][compare]") {
    Bench bench;
    bench.open(QString::fromLatin1(rows));
    bench.act(ActionId::Compare);
    bench.page().compareWith(CompareView::With::EarlierRun);
    CHECK_FALSE(bench.page().model().compared()); // there is none yet
    CHECK_FALSE(bench.page().summary().isEmpty());
    bench.document().setText(QString::fromLatin1(rows).replace(QStringLiteral("5.5"), QStringLiteral("6.5")));
    bench.act(ActionId::Record);
    bench.wait();
    bench.act(ActionId::Last);
    bench.page().compareWith(CompareView::With::EarlierRun);
    CHECK_FALSE(bench.compared().ofOneRun);
    CHECK(bench.compared().came == 0);
    CHECK(bench.compared().changed == 1);
    bench.open(QStringLiteral("other = 1\n")); // another program: it has no run before
    CHECK_FALSE(bench.document().earlierRun());
}

TEST_CASE("a saved recording is compared with; one that cannot be read says so and loses nothing", "[window][compare]") {
    Bench bench;
    bench.open(QString::fromLatin1(rows));
    const QString path = bench.folder.filePath(QStringLiteral("before.tape")), broken = bench.folder.filePath(QStringLiteral("broken.tape"));
    QString problem;
    REQUIRE(bench.document().saveRecording(path, &problem));
    QFile file(broken);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("no tape");
    file.close();
    bench.act(ActionId::Last);
    bench.act(ActionId::Compare);
    bench.compared();
    CHECK_FALSE(bench.page().openRecording(broken));
    CHECK(bench.page().summary().startsWith(QStringLiteral("broken.tape cannot be compared: ")));
    REQUIRE(bench.page().openRecording(path));
    CHECK_FALSE(bench.compared().ofOneRun);
    CHECK(bench.compared().came == 0);
    CHECK(bench.compared().changed == 0);
    CHECK(bench.document().run()->stepCount() == bench.cursor().stepCount());
}
