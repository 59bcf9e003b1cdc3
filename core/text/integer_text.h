// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whole numbers as text, where no object stands for them: addresses, and numbers of any length that are kept by their hexadecimal digits.

#include <cstdint>
#include <string>
#include <string_view>

namespace memtape {

std::string hexText(uint64_t value); // "0x7f"
// Of hexadecimal digits, with a '-' in front where negative, which `zeros` more would follow. Empty: it is no such text.
std::string decimalOfHex(std::string_view digits, uint64_t zeros = 0);

}
