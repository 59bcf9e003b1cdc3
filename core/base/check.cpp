// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace memtape {

void checkFailed(const char* what, const char* file, int line) {
    std::fprintf(stderr, "memtape: internal error: %s does not hold (%s:%d)\n", what, file, line);
    std::abort();
}

void noAddressSpace() {
    std::fputs("memtape: the system gives no room: about 70 GB of addresses are needed, although little memory (see ulimit -v)\n", stderr);
    std::_Exit(1);
}

}
