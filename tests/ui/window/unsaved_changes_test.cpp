// SPDX-License-Identifier: GPL-3.0-or-later
// What is written and not saved outlives the window that is ended.
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QMessageBox>
#include <QTimer>
#include <QToolButton>

#include "app/window/files/unsaved_changes.h"
#include "tests/support/file_size_limit.h"
#include "tests/ui/window/window_bench.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/editor/scintilla.h"

using namespace memtape;

namespace {

struct StateBench : WindowBench {
    QString state = folder.filePath(QStringLiteral("state"));
    StateBench() { begin(); }
    void begin() {
        window.reset();
        window = std::make_unique<MainWindow>(makeSessionRunner(), settings, state);
        window->show();
    }
    void type(const QString& text) {
        CodeEditor& editor = window->views().of<CodePanel>().editor();
        editor.widget().append(text);
        REQUIRE(document().text().endsWith(text));
    }
    bool isKept(const QString& text) const {
        for (const QString& name : QDir(state).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(state + QLatin1Char('/') + name + QStringLiteral("/text.json"));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8())) return true;
        }
        return false;
    }
    // As if another window had been killed.
    void leave(const UnsavedText& text) {
        const pid_t process = fork();
        if (process == 0) {
            UnsavedTexts(state).keep(text);
            _exit(0);
        }
        int status = 0;
        REQUIRE(waitpid(process, &status, 0) == process);
    }
    UnsavedText leftOf(const QString& path, const QString& text) {
        return {path, path.isEmpty() ? QStringLiteral("untitled.py") : QFileInfo(path).fileName(), text, {}, QDateTime::currentDateTime()};
    }
    void press(const QString& text) {
        for (QToolButton* button : window->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == text) {
                button->click();
                return;
            }
        FAIL("there is no button " << text);
    }
    QByteArray onDisk() const {
        QFile file(folder.filePath(QStringLiteral("program.py")));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
};

// Answers the next modal question.
void answerNext(QMessageBox::StandardButton button) {
    QTimer::singleShot(0, qApp, [button] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        REQUIRE(box);
        box->button(button)->click();
    });
}

const QString offered = QStringLiteral("changes that were not saved when the window ended");

}

TEST_CASE("a change is kept a moment later, and no more when it is saved or undone", "[window][unsaved]") {
    StateBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    QTest::qWait(50);
    CHECK_FALSE(bench.isKept(QStringLiteral("n = 1")));
    bench.type(QStringLiteral("m = 22\n"));
    REQUIRE(QTest::qWaitFor([&] { return bench.isKept(QStringLiteral("m = 22")); }));
    bench.act(ActionId::Save);
    REQUIRE(QTest::qWaitFor([&] { return !bench.isKept(QStringLiteral("m = 22")); }));
    CHECK(bench.onDisk() == QByteArray("n = 1\nm = 22\n"));
    bench.type(QStringLiteral("k = 333\n"));
    REQUIRE(QTest::qWaitFor([&] { return bench.isKept(QStringLiteral("k = 333")); }));
    bench.window->views().of<CodePanel>().editor().widget().setText(QStringLiteral("n = 1\nm = 22\n"));
    CHECK(QTest::qWaitFor([&] { return !bench.isKept(QStringLiteral("k = 333")); }));
}

TEST_CASE("what an ended window left is offered, and restored as not saved", "[window][unsaved]") {
    StateBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    const QString path = bench.document().path();
    bench.act(ActionId::New);
    bench.leave(bench.leftOf(path, QStringLiteral("n = 1\nm = 2\n")));
    bench.window->unsaved().offerLeft();
    REQUIRE(bench.says(QStringLiteral("program.py: ") + offered));
    bench.press(QStringLiteral("Restore"));
    bench.wait();
    CHECK_FALSE(bench.says(offered));
    CHECK(bench.document().path() == path);
    CHECK(bench.document().text() == QStringLiteral("n = 1\nm = 2\n"));
    CHECK(bench.document().isModified());
    CHECK(bench.onDisk() == QByteArray("n = 1\n"));
    CHECK(bench.isKept(QStringLiteral("m = 2"))); // by this window now
    bench.act(ActionId::Save);
    CHECK(bench.onDisk() == QByteArray("n = 1\nm = 2\n"));
}

TEST_CASE("what was left is there no more when it is discarded, and again when nothing was decided", "[window][unsaved]") {
    StateBench bench;
    bench.leave(bench.leftOf({}, QStringLiteral("never = 'saved'\n")));
    bench.window->unsaved().offerLeft();
    REQUIRE(bench.says(QStringLiteral("untitled.py: ") + offered));
    bench.begin(); // the window was closed without an answer
    bench.window->unsaved().offerLeft();
    REQUIRE(bench.says(offered));
    bench.press(QStringLiteral("Discard"));
    CHECK_FALSE(bench.says(offered));
    CHECK_FALSE(bench.isKept(QStringLiteral("never")));
}

TEST_CASE("what was left and saved after all is not offered", "[window][unsaved]") {
    StateBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    bench.leave(bench.leftOf(bench.document().path(), QStringLiteral("n = 1\n")));
    bench.window->unsaved().offerLeft();
    CHECK_FALSE(bench.says(offered));
    CHECK_FALSE(bench.isKept(QStringLiteral("n = 1")));
}

TEST_CASE("a question about what was left waits until it is answered, whatever else is said", "[window][unsaved]") {
    StateBench bench;
    bench.leave(bench.leftOf({}, QStringLiteral("first\n")));
    bench.leave(bench.leftOf({}, QStringLiteral("second\n")));
    bench.window->unsaved().offerLeft();
    bench.open(QStringLiteral("n = 1\nm = 2\n"));
    bench.act(ActionId::Last);
    CHECK(bench.says(offered));
    bench.press(QStringLiteral("Discard"));
    CHECK(bench.says(offered)); // the other one
    bench.press(QStringLiteral("Restore"));
    bench.wait();
    CHECK(bench.document().text() == QStringLiteral("second\n"));
    CHECK_FALSE(bench.says(offered));
}

TEST_CASE("a text that is in no file is asked about before another program takes its place, and kept when the window closes", "[window][unsaved]") {
    StateBench bench;
    bench.act(ActionId::New);
    bench.type(QStringLiteral("precious = 1\n"));
    answerNext(QMessageBox::Cancel);
    bench.act(ActionId::New);
    CHECK(bench.document().text() == QStringLiteral("precious = 1\n"));
    CHECK(bench.window->close());
    CHECK(bench.settings.lastText() == QStringLiteral("precious = 1\n"));
    bench.begin();
    bench.window->openStart();
    bench.window->unsaved().offerLeft();
    CHECK(bench.document().text() == QStringLiteral("precious = 1\n"));
    CHECK(bench.document().isModified());
    CHECK_FALSE(bench.says(offered)); // it is here already
    answerNext(QMessageBox::Discard);
    bench.act(ActionId::New);
    CHECK(bench.document().text().isEmpty());
}

TEST_CASE("another window's session does not take a text that is in no file", "[window][unsaved]") {
    StateBench bench;
    bench.act(ActionId::New);
    bench.type(QStringLiteral("precious = 1\n"));
    CHECK(bench.window->close());
    bench.settings.keepSession({}, QStringLiteral("other = 2\n"), {}, 0);
    bench.begin();
    bench.window->openStart();
    bench.window->unsaved().offerLeft();
    CHECK(bench.document().text() == QStringLiteral("other = 2\n"));
    CHECK(bench.says(offered));
}

TEST_CASE("the question before a program is left offers to save it", "[window][unsaved]") {
    StateBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    bench.type(QStringLiteral("m = 2\n"));
    answerNext(QMessageBox::Save);
    bench.act(ActionId::New);
    CHECK(bench.onDisk() == QByteArray("n = 1\nm = 2\n"));
    CHECK(bench.document().path().isEmpty());
}

TEST_CASE("that changes cannot be kept is told once", "[window][unsaved][disk]") {
    StateBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    bench.type(QStringLiteral("m = 2\n"));
    {
        const test::FileSizeLimit limit(20);
        CHECK_FALSE(bench.window->unsaved().keepNow());
    }
    CHECK(bench.says(QStringLiteral("they cannot be kept (File too large)")));
    CHECK(bench.window->unsaved().keepNow());
    CHECK_FALSE(bench.says(QStringLiteral("they cannot be kept")));
}

TEST_CASE("a disk that is full when the program is saved leaves the old file, and the text", "[window][unsaved][disk]") {
    StateBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    bench.type(QStringLiteral("m = 'a text that is longer than the old one'\n"));
    for (int bytes = 0; bytes < 50; ++bytes) {
        const test::FileSizeLimit limit{rlim_t(bytes)};
        bench.act(ActionId::Save);
        REQUIRE(bench.onDisk() == QByteArray("n = 1\n"));
        REQUIRE(bench.document().isModified());
    }
    CHECK(bench.says(QStringLiteral("cannot be written: File too large")));
}
