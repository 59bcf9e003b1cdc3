// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QThread>
#include <QXmlStreamReader>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/export/snapshot.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/run.h"

using namespace memtape;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What an exported SVG has, as text.
QString svgOf(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options) {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("x.svg"));
    Exported done = exportSteps(run, steps, options, planFor(run, options), path);
    REQUIRE(done.error.isEmpty());
    REQUIRE(done.files == 1);
    return QString::fromUtf8(contents(path));
}

QImage imageOf(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options) {
    return snapshotImage(run, steps, options, planFor(run, options));
}

}

TEST_CASE("the same step gives the same bytes, in each format and theme", "[export]") {
    QTemporaryDir folder;
    auto run = linkedListRun();
    for (const char* ending : {"png", "svg", "pdf"})
        for (Theme theme : {Theme::Light, Theme::Dark, Theme::Print}) {
            ExportOptions options;
            options.theme = theme;
            QString a = folder.filePath(QStringLiteral("a.") + QLatin1String(ending)),
                    b = folder.filePath(QStringLiteral("b.") + QLatin1String(ending));
            QString error;
            REQUIRE(exportSnapshot(*run, 20, options, a, &error));
            if (QLatin1String(ending) == QLatin1String("pdf")) QThread::msleep(1100); // the time of day is not in it
            REQUIRE(exportSnapshot(*run, 20, options, b, &error));
            REQUIRE(contents(a).size() > 1000);
            REQUIRE(contents(a) == contents(b));
        }
}

TEST_CASE("an SVG has real text", "[export]") {
    QTemporaryDir folder;
    auto run = linkedListRun();
    QString path = folder.filePath(QStringLiteral("x.svg")), error;
    ExportOptions options;
    options.title = QStringLiteral("연결 리스트");
    REQUIRE(exportSnapshot(*run, run->stepCount() - 1, options, path, &error));
    QString text = QString::fromUtf8(contents(path));
    REQUIRE(text.contains(QStringLiteral(">Node</text>")));
    REQUIRE(text.contains(QStringLiteral("연결 리스트")));
}

TEST_CASE("an export that cannot be made leaves no file and says why", "[export]") {
    QTemporaryDir folder;
    auto run = addRun();
    QString error;
    REQUIRE_FALSE(exportSnapshot(*run, 1, {}, folder.filePath(QStringLiteral("x.bmp")), &error));
    REQUIRE_FALSE(error.isEmpty());
    REQUIRE_FALSE(exportSnapshot(*run, 9999, {}, folder.filePath(QStringLiteral("x.png")), &error));
    REQUIRE_FALSE(QFile::exists(folder.filePath(QStringLiteral("x.png"))));
    ExportOptions huge;
    huge.scale = 100;
    REQUIRE_FALSE(exportSnapshot(*run, 1, huge, folder.filePath(QStringLiteral("x.png")), &error));
    REQUIRE_FALSE(QFile::exists(folder.filePath(QStringLiteral("x.png"))));
    REQUIRE_FALSE(exportSnapshot(*run, 1, {}, folder.filePath(QStringLiteral("missing/x.png")), &error));
}

TEST_CASE("width and scale decide the size", "[export]") {
    auto run = addRun();
    for (double width : {200.0, 800.0, 3000.0})
        for (bool code : {true, false}) {
            ExportOptions options;
            options.width = width;
            options.scale = 2;
            options.code = code;
            CHECK(imageOf(*run, {5}, options).width() == int(2 * width));
        }
    ExportOptions paper;
    paper.width = unitsOfCentimetres(12);
    paper.scale = 3;
    QImage image = imageOf(*run, {5}, paper);
    CHECK(image.width() * 100.0 / image.dotsPerMeterX() == Approx(12).margin(0.02));
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("x.pdf")), error;
    REQUIRE(exportSnapshot(*run, 5, paper, path, &error));
    const QByteArray pdf = contents(path);
    const QByteArray box = pdf.mid(pdf.indexOf("/MediaBox [0 0 ") + 15, 20);
    CHECK(box.left(box.indexOf(' ')).toDouble() / 72 * 2.54 == Approx(12).margin(0.05));
}

TEST_CASE("a width is what stands beside the program, or below it where that leaves too little", "[export]") {
    auto run = linkedListRun();
    ExportOptions options;
    options.width = 1400;
    QSizeF beside = viewOnPage(*run, {3}, options);
    CHECK(beside.height() == options.picture.view.height());
    options.code = false;
    QSizeF alone = viewOnPage(*run, {3}, options);
    CHECK(alone.width() > beside.width() + 150);
    CHECK(alone.width() < 1400);
    options.width = 700;
    options.code = true;
    CHECK(viewOnPage(*run, {3}, options).width() == Approx(alone.width() - 700));
    options.strip = true;
    options.code = false;
    options.width = 1400;
    CHECK(viewOnPage(*run, {3, 4, 5}, options).width() < alone.width() / 2);
    options.width = 0;
    CHECK(viewOnPage(*run, {3}, options) == options.picture.view);
}

TEST_CASE("a crop leaves out the ground, or all but what is selected or in sight", "[export]") {
    auto run = linkedListRun();
    const uint64_t last = run->stepCount() - 1;
    ExportOptions options;
    options.code = options.legend = false;
    const QSize whole = imageOf(*run, {last}, options).size();
    options.crop = Crop::Drawn;
    const QSize drawn = imageOf(*run, {last}, options).size();
    CHECK(drawn.height() < whole.height());
    CHECK(drawn.width() <= whole.width());
    options.crop = Crop::InSight;
    options.sight = QRectF(100, 50, 300, 200);
    CHECK(imageOf(*run, {last}, options).height() < drawn.height());
    options.crop = Crop::Selected;
    options.selected = buildPicture(*run, last, {}).boxes.first().id;
    const QString selected = svgOf(*run, {last}, options);
    options.selected = {}; // as where it is not drawn
    CHECK(imageOf(*run, {last}, options).size() == drawn);
    CHECK(selected != svgOf(*run, {last}, options));
}

TEST_CASE("an SVG of a part shows nothing beyond its edge, as its other formats do not", "[export]") {
    auto run = linkedListRun();
    const uint64_t last = run->stepCount() - 1;
    ExportOptions options;
    options.code = options.legend = false;
    options.crop = Crop::Drawn;
    CHECK_FALSE(svgOf(*run, {last}, options).contains(QStringLiteral("clip-path")));
    options.crop = Crop::InSight;
    options.sight = QRectF(100, 50, 300, 200);
    options.strip = true;
    const QString text = svgOf(*run, {last - 1, last}, options);
    CHECK(text.count(QStringLiteral("\"><rect x=\"0\" y=\"0\" width=\"300.00\" height=\"200.00\"/></clipPath>")) == 2);
    CHECK(text.count(QStringLiteral("clip-path=\"url(#part0)\"")) == 1);
    CHECK(text.count(QStringLiteral("clip-path=\"url(#part1)\"")) == 1);
    QXmlStreamReader reader(text);
    while (!reader.atEnd()) reader.readNext();
    CHECK_FALSE(reader.hasError());
}

TEST_CASE("a strip has all steps on one page, each with the same part of the picture", "[export]") {
    auto run = linkedListRun();
    ExportOptions options;
    options.code = false;
    options.strip = true;
    const QString strip = svgOf(*run, {4, 12, 20}, options);
    for (int step : {4, 12, 20}) CHECK(strip.count(QStringLiteral("Step %1 of ").arg(step)) == 1);
    CHECK(strip.count(QStringLiteral("refers to")) == 1);
    options.legend = false;
    const QSize one = imageOf(*run, {20}, options).size(), three = imageOf(*run, {20, 20, 20}, options).size();
    CHECK(three.height() == one.height());
    CHECK(three.width() > 2.5 * one.width());
    // What only the last step needs of the ground, the first one has too.
    CHECK(imageOf(*run, {0, 20}, options).height() == one.height());
    options.width = 600; // one below another
    CHECK(imageOf(*run, {20, 20, 20}, options).width() == 600);
    CHECK(imageOf(*run, {20, 20, 20}, options).height() > 2.5 * imageOf(*run, {20}, options).height());
}

TEST_CASE("the legend tells the signs that occur", "[export]") {
    auto run = linkedListRun();
    const uint64_t last = run->stepCount() - 1;
    ExportOptions options;
    const QString text = svgOf(*run, {last}, options);
    CHECK(text.contains(QStringLiteral("object in the heap")));
    CHECK_FALSE(text.contains(QStringLiteral("weak reference")));
    CHECK_FALSE(text.contains(QStringLiteral("unreachable")));
    options.picture.detail = Detail::Names;
    CHECK_FALSE(svgOf(*run, {last}, options).contains(QStringLiteral("immortal")));
    options.legend = false;
    CHECK_FALSE(svgOf(*run, {last}, options).contains(QStringLiteral("object in the heap")));
    auto cycle = containerRun(3);
    bool isToldOnce = false;
    for (uint64_t step = 0; step < cycle->stepCount(); ++step) {
        const bool isThere = buildPicture(*cycle, step, {}).unreachableObjects > 0;
        CHECK(svgOf(*cycle, {step}, {}).contains(QStringLiteral("unreachable but alive")) == isThere);
        isToldOnce |= isThere;
    }
    CHECK(isToldOnce);
}

TEST_CASE("the program has the colours of the editor, and each step its arrow", "[export]") {
    auto run = recordedRun(QStringLiteral("def f(x):\n    return x  # back\nf(1)\n"));
    ExportOptions options;
    const QString keyword = Palette(Theme::Light)[Ink::Keyword].name(), comment = Palette(Theme::Light)[Ink::Comment].name();
    const QString text = svgOf(*run, {0}, options);
    auto isBefore = [&](const QString& colour, const QString& word) { // in the group that draws the word
        const qsizetype at = text.indexOf(QLatin1Char('>') + word);
        return at > 0 && text.lastIndexOf(colour, at) > text.lastIndexOf(QStringLiteral("<g "), at);
    };
    CHECK(isBefore(keyword, QStringLiteral("def")));
    CHECK(isBefore(comment, QStringLiteral("# back")));
    CHECK_FALSE(isBefore(keyword, QStringLiteral("f")));
    options.strip = true;
    const QString band = Palette(Theme::Light)[Ink::LineBand].name();
    const uint64_t outside = stepAtLine(*run, 3), inside = stepAtLine(*run, 2);
    REQUIRE(svgOf(*run, {outside}, options).count(band) == 1);
    CHECK(svgOf(*run, {outside, inside}, options).count(band) == 2);
}
