// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs that the tests of the window share, and a ProgramRunner that plays them.

#include <QString>
#include <memory>

#include "ui/state/program_runner.h"
#include "ui/state/run.h"

namespace memtape {

QString linkedListSource();
std::unique_ptr<Run> linkedListRun(); // three nodes pushed in front of one another
QString addSource();
std::unique_ptr<Run> addRun(); // a call that adds two numbers
std::unique_ptr<Run> recursionRun(int depth);
std::unique_ptr<Run> containerRun(int items); // a long list, a cycle that becomes unreachable and is collected
std::unique_ptr<Run> searchTreeRun(int inserts);

// Records by looking the program's text up among the samples.
std::unique_ptr<ProgramRunner> makeScriptedRunner();

}
