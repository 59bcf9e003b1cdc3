// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStyleFactory>

#include "core/languages/languages.h"
#include "tests/support/catch_runner.h"

int main(int argc, char** argv) {
    memtape::registerLanguages();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    int one = 1; // Qt and Catch are not to eat each other's flags
    QApplication application(one, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return memtape::runTests(argc, argv);
}
