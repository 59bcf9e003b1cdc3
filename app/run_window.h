// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opens the window and runs it until it is closed.

#include <string>

namespace memtape {

// `path`: a program or recording to open; empty: the last session, or the first lesson.
int runWindow(int& argc, char** argv, const std::string& path);

}
