// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs that the tests of the window share: tapes written by hand (event_script.h), replayed as every tape is.

#include <QString>
#include <memory>

#include "ui/state/run.h"

namespace memtape {

constexpr uint32_t sampleFile = 1; // their program's file

QString linkedListSource();
std::unique_ptr<Run> linkedListRun(); // three nodes pushed in front of one another
QString addSource();
std::unique_ptr<Run> addRun(); // a call that adds two numbers
std::unique_ptr<Run> recursionRun(int depth);
std::unique_ptr<Run> containerRun(int items); // a long list, a cycle that becomes unreachable and is collected
std::unique_ptr<Run> searchTreeRun(int inserts);

}
