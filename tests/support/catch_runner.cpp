// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch_runner.h"

#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized" // GCC 12 says so of <regex>, wrongly, where the sanitizers are on
#endif
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

namespace memtape {

int runTests(int argc, char** argv) { return Catch::Session().run(argc, argv); }

}
