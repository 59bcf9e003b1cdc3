// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The value of an int beyond 64 bits, as the tape has it: a character for the sign, then the magnitude's bytes, lowest first. Of one that is too long to be
// kept whole the lowest are left out. Decimal digits begin with neither character, nor does what tapes up to format 6 have instead, hexadecimal digits.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace memtape {

constexpr char largePositive = '+', largeNegative = '~';

inline bool isLargeInt(std::string_view payload) { return !payload.empty() && (payload[0] == largePositive || payload[0] == largeNegative); }

// Sixteen bits by which two values are told apart.
inline uint16_t checksumOfLargeInt(std::string_view payload) {
    uint64_t sum = 0;
    for (; !payload.empty(); payload.remove_prefix(payload.size() < sizeof sum ? payload.size() : sizeof sum)) {
        uint64_t word = 0;
        std::memcpy(&word, payload.data(), payload.size() < sizeof word ? payload.size() : sizeof word);
        sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
        sum ^= sum >> 32;
    }
    return static_cast<uint16_t>(sum);
}

}
