// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape {

// Runs the test cases that are linked in, as the command line asks. The one place that compiles Catch2's own code, which takes long.
int runTests(int argc, char** argv);

}
