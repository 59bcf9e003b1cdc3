// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What Unicode 15.1, that of CPython 3.13, says of a code point. utf8proc answers, and where it knows 15.0 only, or where Python's answer is
// not one of its properties, the tables of unicode_tables.h do. All of Memtape asks here, so that a program that runs and the picture of it,
// a name's str.isidentifier() and its place in a program never disagree.

#include <cstddef>
#include <string>
#include <string_view>

namespace memtape::unicode {

bool isAlpha(char32_t c);
bool isDecimal(char32_t c);
bool isDigit(char32_t c);
bool isNumeric(char32_t c);
bool isPrintable(char32_t c);
bool isUpper(char32_t c);
bool isLower(char32_t c);
bool isTitle(char32_t c);
bool isCased(char32_t c);
bool isCaseIgnorable(char32_t c);
bool isAssigned(char32_t c);
// XID_Start and XID_Continue, and '_': where identifiers may begin, and what they may go on with (PEP 3131).
bool isIdentifierStart(char32_t c);
bool isIdentifierContinue(char32_t c);
// The byte offset of the first character that has no place in the identifier; npos where all have one.
size_t findNonIdentifierCharacter(std::string_view utf8);
// East Asian Width "wide" or "fullwidth": takes two columns of a terminal.
bool isWide(char32_t c);
inline bool isSpace(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f);
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
           c == 0x3000;
}
inline bool isLineBreak(char32_t c) { return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029; }
inline bool isAlnum(char32_t c) { return isAlpha(c) || isDecimal(c) || isDigit(c) || isNumeric(c); }
int decimalValue(char32_t c); // -1: not a decimal digit
int digitValue(char32_t c);   // -1: not a digit

// Full case mappings: up to three code points into `out`, their number back.
int toUpper(char32_t c, char32_t out[3]);
int toLower(char32_t c, char32_t out[3]);
int toTitle(char32_t c, char32_t out[3]);
int toFold(char32_t c, char32_t out[3]);

// Normalization form KC of well-formed UTF-8: the form in which identifiers are compared.
std::string normalizedKc(std::string_view utf8);

// The ideographs that 15.1 added (CJK Extension I).
constexpr char32_t firstAddedIdeograph = 0x2EBF0, lastAddedIdeograph = 0x2EE5D;

}
