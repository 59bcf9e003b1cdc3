// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStyleFactory>

#include "core/languages/languages.h"
#include "core/worker/worker_verb.h"
#include "tests/support/catch_runner.h"
#include "tests/support/toy/toy_language.h"

int main(int argc, char** argv) {
    memtape::registerLanguages();
    if (memtape::isWorkerCall(argc, argv)) memtape::test::registerToyLanguage();
    if (auto status = memtape::runIfWorker(argc, argv)) return *status; // what the tests record
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    int one = 1; // Qt and Catch are not to eat each other's flags
    QApplication application(one, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return memtape::runTests(argc, argv);
}
