// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/identifiers.h"

#include <cstdlib>

#include <unicode/uchar.h>
#include <utf8proc.h>

#include "core/text/utf8.h"

namespace memtape {

bool isIdentifierStart(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_XID_START);
}

bool isIdentifierContinue(char32_t c) {
    if (c < 0x80) return isIdentifierStart(c) || (c >= '0' && c <= '9');
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_XID_CONTINUE);
}

// As str.isprintable(): everything but "other" and "separator", the space excepted.
bool isPrintableCharacter(char32_t c) {
    if (c < 0x80) return c >= 0x20 && c < 0x7F;
    switch (u_charType(static_cast<UChar32>(c))) {
    case U_UNASSIGNED:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return false;
    default: return true;
    }
}

size_t findNonIdentifierCharacter(std::string_view utf8) {
    for (size_t i = 0; i < utf8.size();) {
        const utf8::Step step = utf8::decode(utf8, i);
        if (i == 0 ? !isIdentifierStart(step.character) : !isIdentifierContinue(step.character)) return i;
        i += step.length;
    }
    return std::string_view::npos;
}

std::string normalizeIdentifier(std::string_view utf8) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()), &mapped, options);
    if (size < 0) return std::string(utf8);
    std::string result(reinterpret_cast<const char*>(mapped), static_cast<size_t>(size));
    std::free(mapped);
    return result;
}

std::optional<char32_t> characterByName(std::string_view name) {
    const std::string text(name);
    for (const UCharNameChoice choice : {U_UNICODE_CHAR_NAME, U_CHAR_NAME_ALIAS}) {
        UErrorCode status = U_ZERO_ERROR;
        const UChar32 character = u_charFromName(choice, text.c_str(), &status);
        if (U_SUCCESS(status)) return static_cast<char32_t>(character);
    }
    return std::nullopt;
}

}
