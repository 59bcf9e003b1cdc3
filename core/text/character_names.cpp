// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/character_names.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>

#include <unicode/uchar.h>

#include "core/text/character_aliases.h"
#include "core/text/unicode.h"

namespace memtape::unicode {

namespace {

// Names that Unicode 15.1 added, for an ICU that knows 15.0 only.
constexpr struct {
    std::string_view name;
    char32_t character;
} addedNames[] = {
    {"IDEOGRAPHIC DESCRIPTION CHARACTER SURROUND FROM RIGHT", 0x2FFC},   {"IDEOGRAPHIC DESCRIPTION CHARACTER SURROUND FROM LOWER RIGHT", 0x2FFD},
    {"IDEOGRAPHIC DESCRIPTION CHARACTER HORIZONTAL REFLECTION", 0x2FFE}, {"IDEOGRAPHIC DESCRIPTION CHARACTER ROTATION", 0x2FFF},
    {"IDEOGRAPHIC DESCRIPTION CHARACTER SUBTRACTION", 0x31EF},
};
constexpr std::string_view ideograph = "CJK UNIFIED IDEOGRAPH-";
constexpr std::string_view hangul = "HANGUL SYLLABLE ";
constexpr std::string_view tangut = "TANGUT IDEOGRAPH-";

bool startsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::optional<char32_t> addedCharacter(std::string_view name) {
    for (const auto& row : addedNames) {
        if (row.name == name) return row.character;
    }
    if (!startsWith(name, ideograph)) return std::nullopt;
    const std::string_view digits = name.substr(ideograph.size());
    uint32_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    const bool isWhole = read.ec == std::errc() && read.ptr == digits.data() + digits.size() && digits.size() == 5;
    if (isWhole && number >= firstAddedIdeograph && number <= lastAddedIdeograph) return number;
    return std::nullopt;
}

}

std::optional<char32_t> characterByName(std::string_view given) {
    std::string name(given);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    // CPython works these names out instead of keeping them, and then looks at the case.
    const bool isWorkedOut = startsWith(name, ideograph) || startsWith(name, hangul);
    if ((isWorkedOut && name != given) || startsWith(name, tangut) || name.find('\0') != name.npos) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 character = u_charFromName(U_UNICODE_CHAR_NAME, name.c_str(), &status);
    if (U_SUCCESS(status) && isAssigned(static_cast<char32_t>(character))) return static_cast<char32_t>(character);
    const auto* alias = std::lower_bound(std::begin(characterAliases), std::end(characterAliases), name,
                                         [](const auto& row, const std::string& wanted) { return wanted.compare(row.name) > 0; });
    if (alias != std::end(characterAliases) && name == alias->name) return alias->character;
    return addedCharacter(name);
}

std::string addedCharacterName(char32_t c) {
    for (const auto& row : addedNames)
        if (row.character == c) return std::string(row.name);
    if (c < firstAddedIdeograph || c > lastAddedIdeograph) return "";
    char digits[8];
    const auto written = std::to_chars(digits, digits + sizeof digits, static_cast<uint32_t>(c), 16);
    std::string name(ideograph);
    for (const char* digit = digits; digit != written.ptr; ++digit) name += *digit >= 'a' ? static_cast<char>(*digit - 32) : *digit;
    return name;
}

}
