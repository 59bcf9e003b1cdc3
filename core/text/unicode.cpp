// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>

#include "core/text/unicode_tables.h"
#include "core/text/utf8.h"

namespace memtape::unicode {

namespace {

template <size_t N> bool inRanges(const Range (&ranges)[N], char32_t c) {
    const Range* r = std::lower_bound(ranges, ranges + N, c, [](const Range& range, char32_t value) { return range.last < value; });
    return r != ranges + N && r->first <= c;
}

template <size_t N> int mapped(const Mapping (&table)[N], char32_t c, char32_t out[3]) {
    const Mapping* m = std::lower_bound(table, table + N, c, [](const Mapping& mapping, char32_t value) { return mapping.from < value; });
    if (m == table + N || m->from != c) return 0;
    int count = 0;
    while (count < 3 && m->to[count]) out[count] = m->to[count], ++count;
    return count;
}

int category(char32_t c) {
    if (c >= firstAddedIdeograph && c <= lastAddedIdeograph) return UTF8PROC_CATEGORY_LO;
    if (c >= 0x2ffc && c <= 0x31ef && inRanges(addedSymbols, c)) return UTF8PROC_CATEGORY_SO;
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool isLetter(int k) { return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO; }

}

bool isAlpha(char32_t c) {
    if (c < 0x80) return (c | 32) - 'a' < 26;
    return isLetter(category(c));
}

bool isDecimal(char32_t c) {
    if (c < 0x80) return c - '0' < 10;
    return category(c) == UTF8PROC_CATEGORY_ND;
}

bool isDigit(char32_t c) {
    if (c < 0x80) return c - '0' < 10;
    return (category(c) == UTF8PROC_CATEGORY_ND) != inRanges(digitToggles, c);
}

bool isNumeric(char32_t c) {
    if (c < 0x80) return c - '0' < 10;
    int k = category(c);
    return (k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO) != inRanges(numericToggles, c);
}

bool isPrintable(char32_t c) {
    if (c < 0x7f) return c >= 32;
    int k = category(c);
    return k != UTF8PROC_CATEGORY_CN && k < UTF8PROC_CATEGORY_ZS;
}

bool isUpper(char32_t c) {
    if (c < 0x80) return c - 'A' < 26;
    return (category(c) == UTF8PROC_CATEGORY_LU) != inRanges(upperToggles, c);
}

bool isLower(char32_t c) {
    if (c < 0x80) return c - 'a' < 26;
    return (category(c) == UTF8PROC_CATEGORY_LL) != inRanges(lowerToggles, c);
}

bool isTitle(char32_t c) { return c >= 0x80 && category(c) == UTF8PROC_CATEGORY_LT; }

bool isCased(char32_t c) { return isUpper(c) || isLower(c) || isTitle(c); }

bool isCaseIgnorable(char32_t c) {
    int k = category(c);
    return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_ME || k == UTF8PROC_CATEGORY_CF || k == UTF8PROC_CATEGORY_LM ||
           k == UTF8PROC_CATEGORY_SK || inRanges(caseIgnorable, c);
}

bool isAssigned(char32_t c) { return category(c) != UTF8PROC_CATEGORY_CN; }

bool isIdentifierStart(char32_t c) {
    if (c < 0x80) return (c | 32) - 'a' < 26 || c == '_';
    int k = category(c);
    return (isLetter(k) || k == UTF8PROC_CATEGORY_NL) != inRanges(idstartToggles, c);
}

bool isIdentifierContinue(char32_t c) {
    if (c < 0x80) return (c | 32) - 'a' < 26 || c == '_' || c - '0' < 10;
    int k = category(c);
    bool plain = isLetter(k) || k == UTF8PROC_CATEGORY_NL || k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_MC || k == UTF8PROC_CATEGORY_ND ||
                 k == UTF8PROC_CATEGORY_PC;
    return plain != inRanges(idcontToggles, c);
}

bool isWide(char32_t c) { return c >= 0x80 && (utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)) == 2 || inRanges(wideExceptions, c)); }

size_t findNonIdentifierCharacter(std::string_view utf8) {
    for (size_t i = 0; i < utf8.size();) {
        const utf8::Step step = utf8::decode(utf8, i);
        if (i == 0 ? !isIdentifierStart(step.character) : !isIdentifierContinue(step.character)) return i;
        i += step.length;
    }
    return std::string_view::npos;
}

int decimalValue(char32_t c) {
    if (c < 0x80) return c - '0' < 10 ? static_cast<int>(c - '0') : -1;
    const char32_t* end = std::end(decimalZeros);
    const char32_t* zero = std::upper_bound(std::begin(decimalZeros), end, c);
    if (zero == std::begin(decimalZeros)) return -1;
    char32_t value = c - zero[-1];
    return value < 10 ? static_cast<int>(value) : -1;
}

int digitValue(char32_t c) {
    int value = decimalValue(c);
    if (value >= 0) return value;
    for (const DigitRun& run : digitRuns) {
        if (c - run.first < run.count) return run.value + static_cast<int>(c - run.first);
    }
    return -1;
}

int toUpper(char32_t c, char32_t out[3]) {
    if (c < 0x80) return out[0] = c - 'a' < 26 ? c - 32 : c, 1;
    if (int n = mapped(upperExceptions, c, out)) return n;
    return out[0] = static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))), 1;
}

int toLower(char32_t c, char32_t out[3]) {
    if (c < 0x80) return out[0] = c - 'A' < 26 ? c + 32 : c, 1;
    if (int n = mapped(lowerExceptions, c, out)) return n;
    return out[0] = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))), 1;
}

int toTitle(char32_t c, char32_t out[3]) {
    if (c < 0x80) return toUpper(c, out);
    if (int n = mapped(titleExceptions, c, out)) return n;
    return out[0] = static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(c))), 1;
}

int toFold(char32_t c, char32_t out[3]) {
    if (int n = mapped(foldExceptions, c, out)) return n;
    return toLower(c, out);
}

std::string normalizedKc(std::string_view utf8) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()), &mapped, options);
    if (size < 0) return std::string(utf8);
    std::string result(reinterpret_cast<const char*>(mapped), static_cast<size_t>(size));
    std::free(mapped);
    return result;
}

}
