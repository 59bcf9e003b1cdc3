// SPDX-License-Identifier: GPL-3.0-or-later
// Programs with threads, files and packages in the window.
#include <QDir>
#include <QToolButton>

#include "tests/ui/window/window_bench.h"
#include "ui/views/files_view.h"
#include "ui/views/output_view.h"

using namespace memtape;

TEST_CASE("each thread's frames stand below its name, and the global names always", "[window][threads]") {
    WindowBench bench;
    bench.open(QStringLiteral("import threading\n"
                              "lock = threading.Lock()\n"
                              "def work(n):\n"
                              "    with lock:\n"
                              "        total = n\n"
                              "lock.acquire()\n"
                              "first = threading.Thread(target=work, args=(1,), name='baker')\n"
                              "first.start()\n"
                              "lock.release()\n"
                              "first.join()\n"
                              "end = 1\n"));
    Run& run = *bench.document().run();
    bool isWorking = false, isWaiting = false;
    for (uint64_t step = 0; step < run.stepCount(); ++step) {
        QString text = pictureText(buildPicture(run, step, {}));
        INFO(text);
        CHECK(text.count(QStringLiteral("card Global names (a dict)")) == (step == 0 && !text.contains(QStringLiteral("Global")) ? 0 : 1));
        auto state = run.stateAt(step);
        isWorking = isWorking || (text.contains(QStringLiteral("card baker: runs now\ncard work(n)")) &&
                                  text.contains(QStringLiteral("card MainThread: waits its turn\ncard module")));
        isWaiting = isWaiting || (text.contains(QStringLiteral("card baker: waits its turn\ncard work(n)")) &&
                                  text.contains(QStringLiteral("main thread: runs now\ncard module")));
    }
    CHECK((isWorking || isWaiting));
    QString last = pictureText(buildPicture(run, run.stepCount() - 1, {}));
    CHECK_FALSE(last.contains(QStringLiteral("waits its turn"))); // alone again
}

TEST_CASE("the files that a program wrote are listed, and only then is there a tab for them", "[window][files]") {
    WindowBench bench;
    auto tab = [&] {
        for (QToolButton* button : bench.window->findChildren<QToolButton*>())
            if (button->accessibleName() == QStringLiteral("Files")) return button;
        return static_cast<QToolButton*>(nullptr);
    };
    REQUIRE(tab());
    bench.open(QStringLiteral("n = 1\n"));
    CHECK_FALSE(tab()->isVisible());
    bench.open(QStringLiteral("with open('notes.txt', 'w') as file:\n    file.write('hello')\n"));
    CHECK(tab()->isVisible());
    REQUIRE(bench.document().end()->files.size() == 1);
    CHECK(bench.document().end()->files[0].path == "notes.txt");
    CHECK(bench.document().end()->files[0].content == "hello");
    CHECK_FALSE(bench.window->findChild<FilesView*>()->isEmpty());
    CHECK_FALSE(QFile::exists(bench.folder.filePath(QStringLiteral("notes.txt"))));
}

TEST_CASE("packages are imported from the folders that were chosen", "[window][packages]") {
    WindowBench bench;
    QDir(bench.folder.path()).mkdir(QStringLiteral("packages"));
    QFile module(bench.folder.filePath(QStringLiteral("packages/greeting.py")));
    REQUIRE(module.open(QIODevice::WriteOnly));
    module.write("word = 'hello'\n");
    module.close();
    bench.document().setPackageFolders({bench.folder.filePath(QStringLiteral("packages"))});
    bench.open(QStringLiteral("import greeting\nprint(greeting.word)\n"));
    bench.act(ActionId::Last);
    CHECK(bench.window->findChild<OutputView*>()->toPlainText() == QStringLiteral("hello"));
}
