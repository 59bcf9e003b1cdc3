// SPDX-License-Identifier: GPL-3.0-or-later
// The file of the open program, as another program changes it.
#include <QToolButton>

#include "app/window/files/disk_changes.h"
#include "tests/ui/window/window_bench.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/editor/scintilla.h"

using namespace memtape;

namespace {

struct DiskBench : WindowBench {
    QString path = folder.filePath(QStringLiteral("program.py"));
    DiskBench() { open(QStringLiteral("n = 1\nm = 2\n")); }
    void writeElsewhere(const QByteArray& bytes) const {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    // As editors do it.
    void replaceElsewhere(const QByteArray& bytes) const {
        QFile file(path + QStringLiteral(".new"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        REQUIRE(QFile::remove(path));
        REQUIRE(QFile::rename(file.fileName(), path));
    }
    QByteArray content() const {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void type(const QString& text) { window->views().of<CodePanel>().editor().widget().append(text); }
    bool soonSays(const QString& text) {
        return QTest::qWaitFor([&] { return says(text); });
    }
    void press(const QString& text) {
        for (QToolButton* button : window->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == text) {
                button->click();
                return;
            }
        FAIL("there is no button " << text);
    }
};

const QString changed = QStringLiteral("program.py was changed on the disk by another program");

}

TEST_CASE("a file that another program writes is told, and taken on request", "[window][disk]") {
    DiskBench bench;
    bench.cursor().jumpTo(1);
    const bool isReplaced = GENERATE(false, true);
    if (isReplaced) bench.replaceElsewhere("n = 3\nm = 4\n");
    else bench.writeElsewhere("n = 3\nm = 4\n");
    REQUIRE(bench.soonSays(changed + QLatin1Char('.')));
    CHECK(bench.document().text() == QStringLiteral("n = 1\nm = 2\n")); // unasked nothing is given up
    bench.press(QStringLiteral("Take the disk's"));
    bench.wait();
    CHECK(bench.document().text() == QStringLiteral("n = 3\nm = 4\n"));
    CHECK_FALSE(bench.document().isModified());
    CHECK(bench.cursor().step() == 1);
    CHECK_FALSE(bench.says(changed));
    bench.writeElsewhere("n = 5\n"); // it is watched further
    CHECK(bench.soonSays(changed));
}

TEST_CASE("an edited text is kept when the file changes, and takes its place when it is saved then", "[window][disk]") {
    DiskBench bench;
    bench.type(QStringLiteral("k = 3\n"));
    bench.writeElsewhere("n = 9\n");
    REQUIRE(bench.soonSays(changed + QStringLiteral(", and here by you.")));
    bench.press(QStringLiteral("Keep mine"));
    CHECK_FALSE(bench.says(changed));
    CHECK(bench.document().isModified());
    CHECK(bench.content() == QByteArray("n = 9\n"));
    bench.act(ActionId::Save);
    CHECK(bench.content() == QByteArray("n = 1\nm = 2\nk = 3\n"));
    CHECK_FALSE(bench.document().isModified());
}

TEST_CASE("a save never takes the place of what has not been seen", "[window][disk]") {
    DiskBench bench;
    bench.type(QStringLiteral("k = 3\n"));
    bench.writeElsewhere("n = 9\n");
    bench.act(ActionId::Save); // at once
    CHECK(bench.content() == QByteArray("n = 9\n"));
    REQUIRE(bench.says(QStringLiteral("program.py was not saved: another program has changed it on the disk meanwhile.")));
    bench.press(QStringLiteral("Overwrite it"));
    CHECK(bench.content() == QByteArray("n = 1\nm = 2\nk = 3\n"));
    CHECK_FALSE(bench.says(QStringLiteral("was not saved")));
}

TEST_CASE("a file that is taken away is told, and can be written again", "[window][disk]") {
    DiskBench bench;
    REQUIRE(QFile::remove(bench.path));
    REQUIRE(bench.soonSays(QStringLiteral("program.py is no longer on the disk; its text is here only.")));
    CHECK(bench.document().isModified());
    bench.press(QStringLiteral("Save"));
    CHECK(bench.content() == QByteArray("n = 1\nm = 2\n"));
    CHECK_FALSE(bench.document().isModified());
    REQUIRE(QFile::remove(bench.path));
    REQUIRE(bench.soonSays(QStringLiteral("no longer on the disk")));
    bench.writeElsewhere("n = 1\nm = 2\n"); // it came back as it was
    REQUIRE(QTest::qWaitFor([&] { return !bench.says(QStringLiteral("no longer on the disk")); }));
    CHECK_FALSE(bench.document().isModified());
}

TEST_CASE("what is said of a file is over when another program is opened", "[window][disk]") {
    DiskBench bench;
    bench.writeElsewhere("n = 9\n");
    REQUIRE(bench.soonSays(changed));
    bench.act(ActionId::New);
    CHECK_FALSE(bench.says(changed));
    bench.writeElsewhere("n = 10\n");
    QTest::qWait(400);
    CHECK_FALSE(bench.says(changed));
}

TEST_CASE("a link to a program stays one when it is saved", "[window][disk]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    const QString link = bench.folder.filePath(QStringLiteral("link.py"));
    REQUIRE(QFile::link(QStringLiteral("program.py"), link));
    REQUIRE(bench.window->files().open(link));
    bench.wait();
    bench.window->views().of<CodePanel>().editor().widget().append(QStringLiteral("m = 2\n"));
    bench.act(ActionId::Save);
    CHECK(QFileInfo(link).isSymLink());
    QFile file(bench.folder.filePath(QStringLiteral("program.py")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == QByteArray("n = 1\nm = 2\n"));
}
