// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tape tells of memory besides objects: a Resize whose extra2 says that the room is a pool's, else that it is a block's.

#include <cstdint>

namespace memtape {

constexpr uint64_t roomOfPool = 1;
constexpr uint64_t granuleBytes = 16;

}
