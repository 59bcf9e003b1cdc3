// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window into a picture, so that it can be looked at:
//     ui_pictures OUT.png [theme light|dark] [lang en|ko] [size WxH] [text SCALE] [program linked|add|FILE.py] [step N] [line L[:K]] [detail 0…3]
//         [select N] [hover N] [act ACTION] [mark N] [open N] [lesson ID] [stop N] [legend] [unfold] [fit] [first]
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPixmap>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QThread>
#include <QTreeView>

#include "app/window/files/program_files.h"
#include "app/window/lessons/lessons.h"
#include "app/window/main_window.h"
#include "app/window/view_registry.h"
#include "app/window/workbench.h"
#include "core/languages/languages.h"
#include "core/worker/worker_verb.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/controls/timeline.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/program_runner.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/heap_view.h"
#include "ui/views/lessons/lesson_panel.h"

using namespace memtape;

int main(int argc, char** argv) {
    memtape::registerLanguages();
    if (auto status = memtape::runIfWorker(argc, argv)) return *status;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QStringList words = QApplication::arguments();
    auto value = [&](const QString& key, const QString& fallback) {
        qsizetype at = words.indexOf(key);
        return at > 0 && at + 1 < words.size() ? words[at + 1] : fallback;
    };
    QTemporaryDir folder;
    SettingsStore store(folder.filePath(QStringLiteral("settings.ini")));
    Settings settings(store);
    settings.setThemeMode(value("theme", "light") == "dark" ? 2 : 1);
    settings.setTextScale(value("text", "1").toDouble());
    settings.setLanguage(value("lang", "en"));
    settings.setDetail(value("detail", "2").toInt());
    settings.setTimelineFolded(!words.contains("unfold"));
    settings.setLegendShown(words.contains("legend"));
    QString program = value("program", "linked");
    bool isSample = !words.contains("lesson") && !words.contains("first") && (program == "linked" || program == "add" || program == "bad");
    MainWindow window(makeSessionRunner(), settings);
    QStringList size = value("size", "1440x900").split('x');
    window.resize(size[0].toInt(), size[1].toInt());
    window.show();
    auto settle = [&](int ms) {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < ms) {
            QApplication::processEvents();
            QThread::msleep(5);
        }
    };
    if (words.contains("first")) window.openStart();
    else if (words.contains("lesson")) {
        window.lessons().open(value("lesson", ""));
        settle(300);
        window.views().of<LessonPanel>().goToStop(value("stop", "0").toInt());
    } else {
        QString path = isSample ? folder.filePath(program == "linked" ? "linked_list.py" : "add.py") : program;
        if (isSample) {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write((program == "linked" ? linkedListSource() : program == "bad" ? QStringLiteral("foo bar\n") : addSource()).toUtf8());
        }
        window.files().open(path);
    }
    QElapsedTimer timer;
    timer.start();
    settle(200);
    while (window.bench().document.isRecording() && timer.elapsed() < 10000) settle(50);
    settle(200);
    if (words.contains("step")) window.bench().cursor.jumpTo(value("step", "0").toULongLong());
    if (words.contains("line")) { // the K-th time line L is about to run
        QStringList wanted = value("line", "1").split(':');
        std::optional<uint64_t> at = 0;
        for (int time = 0; time < wanted.value(1, "1").toInt() && at; ++time)
            at = window.bench().document.run()->nextAtLine(*at, wanted[0].toUInt(), window.bench().document.mainFile(), false);
        if (at) window.bench().cursor.jumpTo(*at);
    }
    settle(100);
    if (words.contains("select")) {
        auto ids = window.views().of<Canvas>().scene().boxesInOrder();
        int which = value("select", "0").toInt();
        if (which < ids.size()) window.bench().selection.select(ids[which]);
    }
    if (words.contains("fit")) window.views().of<Canvas>().view().fit();
    if (words.contains("hover")) {
        auto ids = window.views().of<Canvas>().scene().boxesInOrder();
        if (!ids.isEmpty()) window.bench().selection.hover(ids[std::min<qsizetype>(value("hover", "0").toInt(), ids.size() - 1)]);
    }
    if (words.contains("act")) {
        for (const ActionRow& row : actionTable())
            if (value("act", "") == QLatin1String(row.name)) window.bench().actions[row.id]->trigger();
    }
    if (words.contains("mark")) window.bench().cursor.setMark(value("mark", "0").toULongLong());
    if (words.contains("open")) { // a row of the Heap page
        QTreeView& tree = window.views().of<HeapView>().tree();
        tree.expand(tree.model()->index(value("open", "0").toInt(), 0));
    }
    settle(300);
    fprintf(stderr, "%llu steps, at %llu\n", (unsigned long long)window.bench().cursor.stepCount(), (unsigned long long)window.bench().cursor.step());
    return window.grab().save(words.value(1)) ? 0 : 1;
}
