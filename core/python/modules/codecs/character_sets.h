// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sets of characters that ISO 2022 switches between, out of the tables of the EUC encodings, which have the same codes with the high bits set.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/python/modules/codecs/multibyte_codecs.h"

namespace memtape {

// A set is known by the final byte of the escape sequences that designate it; where two bytes are a character the high bit is set as well.
constexpr uint8_t twoByteSet = 0x80;
enum SetMark : uint8_t {
    AsciiSet = 'B',
    JisRoman = 'J',
    JisKatakana = 'I',
    Latin1Set = 'A',
    GreekSet = 'F',
    Jis1978 = '@' | twoByteSet,
    Gb2312Set = 'A' | twoByteSet,
    Jis0208 = 'B' | twoByteSet,
    Ksx1001 = 'C' | twoByteSet,
    Jis0212 = 'D' | twoByteSet,
    Jis0213Of2000 = 'O' | twoByteSet,
    Jis0213Second = 'P' | twoByteSet, // the second plane
    Jis0213Of2004 = 'Q' | twoByteSet,
};
inline bool hasTwoBytes(uint8_t mark) { return mark & twoByteSet; }

// The code of a character, appended: one byte or two, below 0x80. False: the set has none.
bool encodeInSet(uint8_t mark, char32_t c, std::string& code);
bool encodePairInSet(uint8_t mark, char32_t first, char32_t second, std::string& code);
// Of as many bytes as the set's codes have.
bool decodeInSet(uint8_t mark, std::string_view code, std::u32string& out);
// Of the sets with a high half alone, as single shifts reach it: `code` is below 0x80. 0: none.
char32_t decodeInHighHalf(uint8_t mark, uint8_t code);

}
