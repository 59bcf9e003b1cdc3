// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A window with the real interpreter behind it, its settings in a folder of its own.

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/window/files/program_files.h"
#include "app/window/lessons/lessons.h"
#include "app/window/main_window.h"
#include "app/window/view_registry.h"
#include "app/window/workbench.h"
#include "tests/support/ui/catch_qt.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/program_runner.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/message_bar.h"

namespace memtape {

struct WindowBench {
    QTemporaryDir folder;
    SettingsStore store{folder.filePath(QStringLiteral("settings.ini"))};
    Settings settings{store};
    std::unique_ptr<MainWindow> window;

    WindowBench() {
        settings.setLanguage(QStringLiteral("en"));
        settings.setThemeMode(1);
        window = std::make_unique<MainWindow>(makeSessionRunner(), settings);
        window->show();
    }
    Cursor& cursor() { return window->bench().cursor; }
    Document& document() { return window->bench().document; }
    QWidget* view() { return &window->views().of<Canvas>().view(); }
    void start(const QString& text) {
        QString path = folder.filePath(QStringLiteral("program.py"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        REQUIRE(window->files().open(path));
    }
    void open(const QString& text) {
        start(text);
        wait();
    }
    void wait() {
        REQUIRE(QTest::qWaitFor([this] { return !document().isRecording(); }, 20000));
        QApplication::processEvents();
    }
    void act(ActionId id) {
        QAction* action = window->bench().actions[id];
        REQUIRE(action->isEnabled());
        action->trigger();
    }
    bool says(const QString& text) {
        for (MessageBar* bar : window->findChildren<MessageBar*>())
            if (bar->text().contains(text)) return true;
        return false;
    }
    uint32_t line() { return document().run()->stateAt(cursor().step())->step().line; }
};

}
