// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QThread>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/export/snapshot.h"
#include "ui/state/run.h"

using namespace memtape;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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
    REQUIRE_FALSE(exportSnapshot(*run, 1, {}, folder.filePath(QStringLiteral("x.gif")), &error));
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
    QTemporaryDir folder;
    auto run = addRun();
    ExportOptions options;
    options.width = 800;
    options.scale = 2;
    QString path = folder.filePath(QStringLiteral("x.png")), error;
    REQUIRE(exportSnapshot(*run, 5, options, path, &error));
    REQUIRE(QImage(path).width() == 1600);
}
