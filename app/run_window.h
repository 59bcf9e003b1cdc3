// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opens the window and runs it until it is closed.

#include "app/command_line.h"

namespace memtape {

// With a program or recording to open, or on the last session, or on the first lesson.
int runWindow(int& argc, char** argv, const CommandLine& line);

}
