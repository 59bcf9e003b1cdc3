// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_window.h"

#include <QApplication>
#include <QFileInfo>
#include <QScreen>
#include <QSettings>
#include <QStyleFactory>

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "app/verbs.h"
#include "app/window/main_window.h"
#include "app/window/program_files.h"
#include "app/window/workbench.h"
#include "ui/state/document.h"
#include "ui/state/program_runner.h"
#include "ui/state/settings.h"

namespace memtape {

namespace {

// Qt ends the process where it finds no display; it is to say so in one sentence, and without a core dump.
void onlyFatal(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type != QtFatalMsg) return;
    complain("the window cannot be opened: " + message.section(QLatin1Char('\n'), 0, 0).toStdString());
    std::_Exit(2);
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
    QtMessageHandler usual = qInstallMessageHandler(onlyFatal);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setApplicationName(QStringLiteral("memtape"));
    QApplication::setOrganizationName(QStringLiteral("memtape"));
    QApplication::setDesktopFileName(QStringLiteral("memtape"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QSettings store;
    Settings settings(store);
    MainWindow window(makeSessionRunner(), settings);
    if (settings.geometry().isEmpty()) // never larger than the screen
        window.resize(window.size().boundedTo(QApplication::primaryScreen()->availableGeometry().size()));
    if (line.windowSteps) window.bench().document.setMaxSteps(line.windowSteps);
    window.show();
    if (line.file.empty()) window.openStart();
    else window.files().open(QFileInfo(QString::fromStdString(line.file)).absoluteFilePath());
    return QApplication::exec();
}

}
