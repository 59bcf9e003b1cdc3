// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A broken invariant of Memtape itself (never a fault of the program under study) stops with a sentence.

namespace memtape {

[[noreturn]] void checkFailed(const char* what, const char* file, int line);
// Nothing can run without the reserved ranges of addresses (a memory limit of the shell or the container stands against it).
[[noreturn]] void noAddressSpace();

}

#define MEMTAPE_CHECK(condition) \
    do { \
        if (!(condition)) [[unlikely]] \
            ::memtape::checkFailed(#condition, __FILE__, __LINE__); \
    } while (false)
