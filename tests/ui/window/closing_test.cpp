// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/window/files/program_files.h"
#include "app/window/main_window.h"
#include "app/window/workbench.h"
#include "tests/support/ui/catch_qt.h"
#include "ui/state/document.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/program_runner.h"
#include "ui/state/run.h"
#include "ui/state/settings.h"

using namespace memtape;

TEST_CASE("the window closes while a program runs, sleeps or waits for input", "[window]") {
    const char* program =
        GENERATE("while True: pass\n", "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n",
                 "import time\nx = 1\ntime.sleep(1000)\n", "x = 1\nx = input()\n", "x = 10**6\nprint(sum(i for i in range(10**12)))\n",
                 "class A:\n    def __del__(self):\n        while True: pass\na = A()\n");
    INFO(program);
    QTemporaryDir folder;
    SettingsStore store(folder.filePath(QStringLiteral("settings.ini")));
    Settings settings(store);
    QString path = folder.filePath(QStringLiteral("program.py"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(program);
    file.close();
    auto window = std::make_unique<MainWindow>(makeSessionRunner(), settings);
    window->bench().document.setLimit(Limit::Steps, 1'000'000'000); // so that it still runs when it is looked at
    window->show();
    REQUIRE(window->files().open(path));
    REQUIRE(window->bench().document.isRecording());
    // What was recorded is shown while the program goes on, sleeps or waits.
    REQUIRE(QTest::qWaitFor([&] { return window->bench().document.stepCount() > 2; }, 60000));
    CHECK(window->close());
    window.reset(); // waits for the program's end
    SUCCEED();
}
