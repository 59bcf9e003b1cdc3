// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What regular expressions ask of characters: categories, and lower case in its three readings.

#include <cstdint>

namespace memtape::sre {

// Whose lower case counts where case is ignored. Locale is that of C: Memtape's programs have no other.
enum class Folding : uint8_t { None, Ascii, Locale, Unicode };

uint32_t lowerAscii(uint32_t c);
uint32_t lowerUnicode(uint32_t c); // of those that become several characters, the first
uint32_t upperUnicode(uint32_t c);
bool isCasedUnicode(uint32_t c);
inline uint32_t folded(Folding folding, uint32_t c) {
    return folding == Folding::None ? c : folding == Folding::Unicode ? lowerUnicode(c) : lowerAscii(c);
}

bool isWordAscii(uint32_t c);
bool isWordUnicode(uint32_t c);
bool inCategory(uint32_t category, uint32_t c); // category: one of sre_codes.h, or the one behind it for its complement

}
