// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_window.h"

#include <QApplication>
#include <QFileInfo>
#include <QScreen>
#include <QStyleFactory>
#include <QTimer>

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "app/display.h"
#include "app/verbs.h"
#include "app/window/files/program_files.h"
#include "app/window/files/unsaved_changes.h"
#include "app/window/guide/guide.h"
#include "app/window/main_window.h"
#include "app/window/workbench.h"
#include "ui/state/document.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/kept/unsaved_texts.h"
#include "ui/state/program_runner.h"
#include "ui/state/settings.h"

namespace memtape {

namespace {

void endWithoutDisplay(const std::string& why) {
    complain("the window cannot be opened: " + why);
    std::_Exit(2);
}

// With its frame, as it comes the first time.
bool hasRoomFor(const QWidget& window) {
    const QSize room = QApplication::primaryScreen()->availableGeometry().size();
    return window.width() < room.width() && window.height() < room.height();
}

}

int runWindow(int& argc, char** argv, const CommandLine& line) {
    const std::string& path = line.file;
    struct stat file;
    if (!path.empty() && stat(path.c_str(), &file) != 0) {
        complain("can't open file '" + path + "': " + std::strerror(errno));
        return 3;
    }
    if (!path.empty() && S_ISDIR(file.st_mode)) {
        complain("'" + path + "' is a folder, not a program or a recording");
        return 3;
    }
    // The first recording begins with the window: its process starts while the window is made.
    std::unique_ptr<ProgramRunner> runner = makeSessionRunner();
    runner->keepReady();
    onDisplayMissing(endWithoutDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    QApplication::setApplicationName(QStringLiteral("memtape"));
    QApplication::setOrganizationName(QStringLiteral("memtape"));
    QApplication::setDesktopFileName(QStringLiteral("memtape"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    SettingsStore store(SettingsStore::usualPath());
    Settings settings(store);
    MainWindow window(std::move(runner), settings, UnsavedTexts::usualFolder());
    if (line.windowSteps) window.bench().document.setLimit(Limit::Steps, line.windowSteps);
    if (settings.geometry().isEmpty() && !hasRoomFor(window)) window.showMaximized();
    else window.show();
    if (line.file.empty()) window.openStart();
    else window.files().open(QFileInfo(QString::fromStdString(line.file)).absoluteFilePath());
    window.unsaved().offerLeft();
    window.guide().pointOnce();
    // The next one finds its process ready too; it is started when nothing else is to be done.
    QTimer ready;
    ready.setSingleShot(true);
    ready.setInterval(300);
    Document& document = window.bench().document;
    QObject::connect(&ready, &QTimer::timeout, &document, &Document::keepReady);
    QObject::connect(&document, &Document::recordingFinished, &ready, qOverload<>(&QTimer::start));
    return QApplication::exec();
}

}
