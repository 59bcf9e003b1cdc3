// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/recorded_runs.h"

#include <QFile>

#include "core/session/session.h"

namespace memtape {

QStringList textbookPrograms() {
    return {QStringLiteral("textbook/linked_list.py"),   QStringLiteral("textbook/tree_search.py"),
            QStringLiteral("textbook/sort_merge.py"),    QStringLiteral("textbook/recursion_hanoi.py"),
            QStringLiteral("textbook/cycles_and_gc.py"), QStringLiteral("textbook/exceptions_finally.py"),
            QStringLiteral("textbook/closures.py"),      QStringLiteral("textbook/generators.py")};
}

QString programText(const QString& name) {
    QFile file(QStringLiteral(MEMTAPE_SOURCE_DIR "/tests/programs/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::unique_ptr<Run> recordedRun(const QString& source) {
    Session session;
    RunOptions options;
    options.file = "program.py";
    options.source = source.toStdString();
    options.record = true;
    session.run(options);
    return openRun(session.tape(), Reach::Whole);
}

uint64_t stepAtLine(Run& run, uint32_t line, int time) {
    uint32_t file = run.code(run.stateAt(0)->step().code).file;
    uint64_t at = 0;
    for (int i = 0; i < time; ++i) at = run.nextAtLine(at, line, file, false).value();
    return at;
}

}
