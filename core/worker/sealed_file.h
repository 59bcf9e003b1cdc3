// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes in a file in memory that nobody can change any more, to be handed to another process without being copied. The kernel sees to it (F_SEAL_WRITE,
// F_SEAL_SHRINK): who maps it may look at a byte twice and finds the same, and never meets its end early (SIGBUS), whatever the one who made it does.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/kept_bytes.h"

namespace memtape {

// A descriptor of such a file with the pieces one after another; −1: errno says why not.
int makeSealedFile(const std::vector<std::string_view>& pieces);
// What is in it, mapped; null: it is no such file, or not of that size. The descriptor stays the caller's, and may be closed at once.
std::optional<KeptBytes> mapSealedFile(int descriptor, uint64_t size);

}
