// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace memtape {

// The SHA-512 digest: random.seed() needs it for text.
std::array<uint8_t, 64> sha512(std::string_view data);

}
