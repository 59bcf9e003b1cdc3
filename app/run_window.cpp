// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_window.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>
#include <QStyleFactory>

#include "app/main_window.h"
#include "ui/state/document.h"
#include "ui/state/program_runner.h"
#include "ui/state/settings.h"

namespace memtape {

int runWindow(int& argc, char** argv, const CommandLine& line) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("memtape"));
    QApplication::setOrganizationName(QStringLiteral("memtape"));
    QApplication::setDesktopFileName(QStringLiteral("memtape"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QSettings store;
    Settings settings(store);
    MainWindow window(makeSessionRunner(), settings);
    if (line.windowSteps) window.document().setMaxSteps(line.windowSteps);
    window.show();
    if (line.file.empty()) window.openStart();
    else window.openPath(QFileInfo(QString::fromStdString(line.file)).absoluteFilePath());
    return QApplication::exec();
}

}
