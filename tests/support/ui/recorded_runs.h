// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs of real programs, recorded by the interpreter, for tests of what the window makes of them.

#include <QString>
#include <QStringList>
#include <memory>

#include "ui/state/run.h"

namespace memtape {

QStringList textbookPrograms();           // names of a few programs of tests/programs/textbook
QString programText(const QString& name); // of a program of tests/programs, by its path below it
std::unique_ptr<Run> recordedRun(const QString& source);
uint64_t stepAtLine(Run& run, uint32_t line, int time = 1); // the time-th time that the line is about to run

}
