// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace memtape {

void checkFailed(const char* what, const char* file, int line) {
    std::fprintf(stderr, "memtape: internal error: %s does not hold (%s:%d)\n", what, file, line);
    std::abort();
}

}
