// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Properties of code points as str's methods need them: Unicode 15.1, through utf8proc and a table of differences.

#include <cstdint>

namespace memtape::unicode {

bool isAlpha(uint32_t c);
bool isDecimal(uint32_t c);
bool isDigit(uint32_t c);
bool isNumeric(uint32_t c);
bool isPrintable(uint32_t c);
bool isUpper(uint32_t c);
bool isLower(uint32_t c);
bool isTitle(uint32_t c);
bool isCased(uint32_t c);
bool isCaseIgnorable(uint32_t c);
bool isIdentifierStart(uint32_t c);
bool isIdentifierContinue(uint32_t c);
inline bool isSpace(uint32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f);
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
           c == 0x3000;
}
inline bool isLineBreak(uint32_t c) { return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029; }
inline bool isAlnum(uint32_t c) { return isAlpha(c) || isDecimal(c) || isDigit(c) || isNumeric(c); }
int decimalValue(uint32_t c); // -1: not a decimal digit
int digitValue(uint32_t c);   // -1: not a digit

// Full case mappings: up to three code points into `out`, their number back.
int toUpper(uint32_t c, uint32_t out[3]);
int toLower(uint32_t c, uint32_t out[3]);
int toTitle(uint32_t c, uint32_t out[3]);
int toFold(uint32_t c, uint32_t out[3]);

}
