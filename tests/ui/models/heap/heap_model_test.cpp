// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the Heap page.
#include <QAbstractItemModelTester>
#include <QTest>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/heap/heap_model.h"

using namespace memtape;

namespace {

const char* const throws =
    "throws = []\nfor turn in range(120):\n    throws.append([turn % 6 + 300, turn % 4 + 300])\nname = 'a rather long ' + str(len(throws))\nend = 0\n";

struct Bench {
    std::unique_ptr<Run> run = recordedRun(QString::fromLatin1(throws));
    HeapModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    uint64_t last = run->stepCount() - 1;

    QStringList lines() const {
        QStringList out;
        for (int g = 0; g < model.rowCount(); ++g) {
            QModelIndex group = model.index(g, 0);
            out.append(text(group));
            for (int i = 0; i < model.rowCount(group); ++i) out.append(QStringLiteral("  ") + text(model.index(i, 0, group)));
        }
        return out;
    }
    QModelIndex group(const QString& name) const {
        for (int g = 0; g < model.rowCount(); ++g)
            if (model.row(model.index(g, 0))->text == name) return model.index(g, 0);
        return {};
    }

private:
    QString text(const QModelIndex& index) const {
        QStringList cells;
        for (int column = 0; column < HeapModel::ColumnCount; ++column)
            if (QString cell = model.data(index.siblingAtColumn(column), Qt::DisplayRole).toString(); !cell.isEmpty()) cells.append(cell);
        return cells.join(QStringLiteral(" | "));
    }
};

}

TEST_CASE("the heap in rows: types with their share, and the objects of an open one with the way to each", "[heap]") {
    Bench bench;
    bench.model.show(bench.run.get(), bench.last, std::nullopt);
    QStringList closed = bench.lines();
    REQUIRE(closed.size() > 3);
    CHECK(closed.first().startsWith(QStringLiteral("list | 121 | ")));
    CHECK(closed.last().startsWith(QStringLiteral("All | ")));
    QModelIndex lists = bench.group(QStringLiteral("list"));
    bench.model.setOpen(lists, true);
    QStringList open = bench.lines();
    CHECK(open.size() == closed.size() + 41); // forty, and what is left out
    CHECK(open[1].contains(QStringLiteral("| throws")));
    CHECK(open[2].contains(QStringLiteral("| throws[0]")));
    CHECK(open[41] == QStringLiteral("  … 81 more"));
    bench.model.showMore(bench.model.index(40, 0, bench.group(QStringLiteral("list"))));
    CHECK(bench.lines().size() == closed.size() + 121);
    bench.model.setOpen(bench.group(QStringLiteral("list")), false);
    CHECK(bench.lines() == closed);
}

TEST_CASE("what is open stays open from step to step, and closes when the grouping is another", "[heap]") {
    Bench bench;
    bench.model.show(bench.run.get(), bench.last, std::nullopt);
    bench.model.setOpen(bench.group(QStringLiteral("list")), true);
    bench.model.show(bench.run.get(), bench.last - 1, std::nullopt);
    CHECK(bench.model.rowCount(bench.group(QStringLiteral("list"))) == 41);
    bench.model.setGrouping(HeapGrouping::Line);
    CHECK(bench.model.rowCount(bench.group(QStringLiteral("line 3"))) == 0);
    CHECK(bench.model.row(bench.group(QStringLiteral("line 3")))->count >= 120);
}

TEST_CASE("since a mark, what came and what went", "[heap]") {
    Bench bench;
    bench.model.show(bench.run.get(), bench.last, 0);
    const HeapModel::Row* lists = bench.model.row(bench.group(QStringLiteral("list")));
    REQUIRE(lists);
    CHECK(lists->came == 121);
    CHECK(lists->went == 0);
    bench.model.show(bench.run.get(), 1, bench.last);
    CHECK(bench.model.row(bench.group(QStringLiteral("list")))->went >= 120);
    CHECK(bench.model.hasMark());
}

TEST_CASE("a search finds by type, by value and by name", "[heap]") {
    Bench bench;
    bench.model.show(bench.run.get(), bench.last, std::nullopt);
    auto found = [&](const char* text) {
        bench.model.setSearch(QString::fromLatin1(text));
        REQUIRE(QTest::qWaitFor([&] { return !bench.model.isSearching(); }));
        QModelIndex total = bench.model.index(bench.model.rowCount() - 1, 0);
        return total.isValid() ? bench.model.row(total)->count : 0;
    };
    CHECK(found("LIST") == 121);
    CHECK(found("rather long") == 1);
    CHECK(found("throws[7]") >= 1);
    CHECK(found("no such thing") == 0);
    CHECK(bench.model.rowCount() == 0);
    CHECK(found("") > 121);
}

TEST_CASE("rows are sorted by any column, either way", "[heap]") {
    Bench bench;
    bench.model.show(bench.run.get(), bench.last, std::nullopt);
    for (HeapModel::Column column : {HeapModel::Name, HeapModel::Count, HeapModel::Bytes})
        for (Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            bench.model.setSorting(column, order);
            for (int g = 1; g + 1 < bench.model.rowCount(); ++g) {
                const HeapModel::Row &a = *bench.model.row(bench.model.index(g - 1, 0)), &b = *bench.model.row(bench.model.index(g, 0));
                bool ascends = column == HeapModel::Name    ? a.text.localeAwareCompare(b.text) <= 0
                               : column == HeapModel::Count ? a.count <= b.count
                                                            : a.bytes <= b.bytes;
                bool falls = column == HeapModel::Name    ? a.text.localeAwareCompare(b.text) >= 0
                             : column == HeapModel::Count ? a.count >= b.count
                                                          : a.bytes >= b.bytes;
                CHECK((order == Qt::AscendingOrder ? ascends : falls));
            }
        }
}

TEST_CASE("without a recording, or beyond its end, there is nothing to show", "[heap]") {
    Bench bench;
    bench.model.show(nullptr, 0, std::nullopt);
    CHECK(bench.model.rowCount() == 0);
    bench.model.show(bench.run.get(), bench.last + 5, std::nullopt);
    CHECK(bench.model.rowCount() == 0);
}
