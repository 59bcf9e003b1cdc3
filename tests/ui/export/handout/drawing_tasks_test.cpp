// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/handout/drawing_tasks.h"

#include <QTemporaryDir>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/export/snapshot.h"
#include "ui/scene/layout/run_plan.h"

using namespace memtape;

namespace {

const QString grows = QStringLiteral("a = [1]\nb = [a]\nc = [a, b]\nd = [b, c]\ne = [d, d]\nf = [e, a]\ng = 0\n");

int arrowsAt(Run& run, uint64_t step) {
    int arrows = 0;
    const Picture picture = buildPicture(run, step, {});
    auto count = [&](const QVector<RowPicture>& rows) {
        for (const RowPicture& row : rows) arrows += row.ref.id && !row.ref.isChip;
    };
    for (const CardPicture& card : picture.cards) count(card.rows);
    for (const BoxPicture& box : picture.boxes) count(box.rows);
    return arrows;
}

QByteArray svgOf(Run& run, uint64_t step, const ExportOptions& options) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.svg"));
    QString error;
    REQUIRE(exportSnapshot(run, step, options, path, &error));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

}

TEST_CASE("what is to be drawn can be drawn by hand, and is another picture than those that are shown", "[handout]") {
    auto run = recordedRun(grows);
    const uint64_t shown = stepAtLine(*run, 6);
    const std::vector<DrawingTask> tasks = stepsToDraw(*run, {}, {shown});
    REQUIRE(tasks.size() == 2);
    CHECK(tasks[0].step < tasks[1].step);
    for (const DrawingTask& task : tasks) {
        INFO("step " << task.step);
        CHECK(task.step != shown);
        CHECK(stepAtLine(*run, uint32_t(task.place.line), task.place.time) == task.step);
        CHECK(arrowsAt(*run, task.step) >= 3);
        CHECK(arrowsAt(*run, task.step) <= 14);
    }
}

TEST_CASE("where all is shown, the picture with the most arrows is to be drawn; where there is hardly anything, none is", "[handout]") {
    auto run = recordedRun(grows);
    std::vector<uint64_t> all;
    for (uint64_t step = 0; step < run->stepCount(); ++step) all.push_back(step);
    const std::vector<DrawingTask> tasks = stepsToDraw(*run, {}, all);
    REQUIRE(tasks.size() == 1);
    for (uint64_t step : all)
        if (arrowsAt(*run, step) <= 14) CHECK(arrowsAt(*run, step) <= arrowsAt(*run, tasks[0].step));
    auto small = recordedRun(QStringLiteral("a = [1]\nb = a\nc = 3\n"));
    CHECK(stepsToDraw(*small, {}, {}).empty());
}

TEST_CASE("the time of a line that runs again is told", "[handout]") {
    auto run = recordedRun(QStringLiteral("kept = []\nfor i in range(3):\n    kept.append([kept])\nkept.clear()\n"));
    for (const DrawingTask& task : stepsToDraw(*run, {}, {})) CHECK(stepAtLine(*run, uint32_t(task.place.line), task.place.time) == task.step);
}

TEST_CASE("a picture to draw arrows in has their dots, and nothing that tells where they lead", "[handout]") {
    auto run = recordedRun(QStringLiteral("a = [1]\nb = [2]\nx = a\nx = b\npass\n"));
    const uint64_t step = stepAtLine(*run, 5);
    ExportOptions options;
    options.legend = options.code = false;
    const QByteArray whole = svgOf(*run, step, options);
    options.arrows = false;
    const QByteArray sheet = svgOf(*run, step, options);
    const QByteArray changed = Palette(options.theme)[Ink::Changed].name().toLatin1();
    CHECK(whole.contains(changed)); // x has just been bound anew
    CHECK_FALSE(sheet.contains(changed));
    CHECK(whole.count("<text") >= sheet.count("<text"));
    CHECK(sheet.contains(">x</text>"));
    auto lines = [](const QByteArray& svg) { return svg.count("<path") + svg.count("<polyline"); };
    CHECK(lines(whole) >= lines(sheet) + arrowsAt(*run, step));
    CHECK(sheet.count("<circle") + sheet.count("<ellipse") >= arrowsAt(*run, step));
}
