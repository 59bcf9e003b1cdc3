// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The value of an int beyond 64 bits, as the tape has it: a character for the sign, then the magnitude's bytes, lowest first. Of one that is too long to be
// kept whole the lowest are left out. Decimal digits begin with neither character, nor does what tapes up to format 6 have instead, hexadecimal digits.

#include <string_view>

namespace memtape {

constexpr char largePositive = '+', largeNegative = '~';

inline bool isLargeInt(std::string_view payload) { return !payload.empty() && (payload[0] == largePositive || payload[0] == largeNegative); }

}
