// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing under 12 px at 100 %: in the picture, whose texts an SVG names with their sizes, and in the window's widgets.
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextLayout>
#include <QWidget>

#include "app/window/main_window.h"
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/export/snapshot.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/program_runner.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"

using namespace memtape;

namespace {

qsizetype glyphs(const QString& text) {
    QTextLayout layout(text, codeFont(13));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QSet<quint32> different;
    for (const QGlyphRun& run : layout.glyphRuns())
        for (quint32 glyph : run.glyphIndexes()) different.insert(glyph);
    return different.size();
}

}

TEST_CASE("no text of the picture is smaller than 12 px", "[legibility]") {
    QTemporaryDir folder;
    for (const QString& name : textbookPrograms()) {
        auto run = recordedRun(programText(name));
        for (Detail detail : {Detail::Names, Detail::Objects, Detail::Bytes}) {
            ExportOptions options;
            options.picture.detail = detail;
            QString path = folder.filePath(QStringLiteral("x.svg")), error;
            REQUIRE(exportSnapshot(*run, run->stepCount() / 2, options, path, &error));
            QFile file(path);
            REQUIRE(file.open(QIODevice::ReadOnly));
            QString text = QString::fromUtf8(file.readAll());
            static const QRegularExpression size(QStringLiteral("font-size=\"([0-9.]+)\""));
            int seen = 0;
            for (auto all = size.globalMatch(text); all.hasNext(); ++seen) CHECK(all.next().captured(1).toDouble() >= 12);
            REQUIRE(seen > 10);
        }
    }
}

TEST_CASE("no text of the window is smaller than 12 px", "[legibility]") {
    QTemporaryDir folder;
    SettingsStore store(folder.filePath(QStringLiteral("settings.ini")));
    Settings settings(store);
    MainWindow window(makeSessionRunner(), settings);
    window.show();
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        INFO(widget->metaObject()->className());
        widget->ensurePolished();
        CHECK(QFontInfo(widget->font()).pixelSize() >= 12);
    }
}

TEST_CASE("operators are drawn as they are typed, not as one sign", "[legibility]") {
    for (const char* text : {"<=", ">=", "!=", "->", ":="}) {
        INFO(text);
        CHECK(glyphs(QString::fromLatin1(text)) == 2);
        QString one = QString::fromLatin1(text, 1), other = QString::fromLatin1(text + 1, 1);
        CHECK(glyphs(QString::fromLatin1(text) + one + QLatin1Char(' ') + other) == 3); // the same two, and a space
    }
}
