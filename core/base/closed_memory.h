// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Memory that is kept though nobody has it: closed to AddressSanitizer, so that a use of it is found. Without that sanitizer nothing is done; a compiler may
// come without its header then.

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#endif

namespace memtape {

inline void closeMemory([[maybe_unused]] const void* begin, [[maybe_unused]] size_t bytes) {
#if defined(__SANITIZE_ADDRESS__)
    __asan_poison_memory_region(begin, bytes);
#endif
}
inline void openMemory([[maybe_unused]] const void* begin, [[maybe_unused]] size_t bytes) {
#if defined(__SANITIZE_ADDRESS__)
    __asan_unpoison_memory_region(begin, bytes);
#endif
}

}
