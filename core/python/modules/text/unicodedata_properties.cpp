// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/text/unicodedata_properties.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "core/python/modules/text/unicode_data.h"
#include "core/text/character_names.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape::unicodedata {

namespace {

// The last row that begins at the character or before it.
template <size_t count> uint32_t rowOf(const uint32_t (&rows)[count], char32_t c) {
    return *(std::upper_bound(std::begin(rows), std::end(rows), static_cast<uint32_t>(c) << 8 | 0xff) - 1);
}
const Record& recordOf(char32_t c, Version version) {
    return version == Version::Current ? records[rowOf(runs, c) & 0xff] : records32[rowOf(runs32, c) & 0xff];
}

const UNormalizer2* normalizer(bool compatible) {
    UErrorCode status = U_ZERO_ERROR;
    return compatible ? unorm2_getNFKCInstance(&status) : unorm2_getNFCInstance(&status);
}
const UNormalizer2* decomposer(bool compatible) {
    UErrorCode status = U_ZERO_ERROR;
    return compatible ? unorm2_getNFKDInstance(&status) : unorm2_getNFDInstance(&status);
}

}

bool isAssigned(char32_t c, Version version) { return recordOf(c, version).category != 0; }
const char* category(char32_t c, Version version) { return categories[recordOf(c, version).category]; }
const char* bidirectional(char32_t c, Version version) { return bidirectionalClasses[recordOf(c, version).bidirectional]; }
const char* eastAsianWidth(char32_t c, Version version) { return widths[recordOf(c, version).width]; }
int combining(char32_t c, Version version) { return recordOf(c, version).combining; }
int mirrored(char32_t c, Version version) { return recordOf(c, version).mirrored; }

std::optional<double> numeric(char32_t c, Version version) {
    const uint32_t* row = std::lower_bound(std::begin(numericCharacters), std::end(numericCharacters), static_cast<uint32_t>(c) << 8);
    if (row == std::end(numericCharacters) || *row >> 8 != c || !isAssigned(c, version)) return std::nullopt;
    return numericValues[*row & 0xff];
}

int decimal(char32_t c, Version version) {
    if (version == Version::Current) return unicode::decimalValue(c);
    if (!isAssigned(c, version)) return -1;
    for (uint32_t row : decimalsOf32)
        if (row >> 8 == c) return static_cast<int>(row & 0xff);
    return unicode::decimalValue(c);
}

std::string decomposition(char32_t c, Version version) {
    if (!isAssigned(c, version) || (c >= 0xac00 && c <= 0xd7a3)) return ""; // those of syllables are worked out, and not told
    UErrorCode status = U_ZERO_ERROR;
    UChar units[64];
    int32_t size = unorm2_getRawDecomposition(normalizer(true), static_cast<UChar32>(c), units, 64, &status);
    if (size < 0 || U_FAILURE(status)) return "";
    std::string text;
    int type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE);
    if (type != U_DT_CANONICAL && type != U_DT_NONE) {
        text = u_getPropertyValueName(UCHAR_DECOMPOSITION_TYPE, type, U_LONG_PROPERTY_NAME);
        std::transform(text.begin(), text.end(), text.begin(), [](char l) { return l >= 'A' && l <= 'Z' ? static_cast<char>(l | 0x20) : l; });
        text = text == "nobreak" ? "<noBreak>" : "<" + text + ">";
    }
    for (int32_t i = 0; i < size;) {
        UChar32 point;
        U16_NEXT(units, i, size, point);
        char digits[16];
        std::snprintf(digits, sizeof digits, "%s%04X", text.empty() ? "" : " ", static_cast<unsigned>(point));
        text += digits;
    }
    return text;
}

std::string name(char32_t c, Version version) {
    if (!isAssigned(c, version)) return "";
    UErrorCode status = U_ZERO_ERROR;
    char text[256];
    int32_t size = u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, text, sizeof text, &status);
    std::string found = U_SUCCESS(status) ? std::string(text, static_cast<size_t>(size)) : "";
    if (found.empty()) found = unicode::addedCharacterName(c);
    return found.starts_with("TANGUT IDEOGRAPH-") ? "" : found; // which CPython does not know
}

std::string lookup(const std::string& given, Version version) {
    if (std::optional<char32_t> c = unicode::characterByName(given)) {
        // The older version has names only, no corrections of them.
        std::string own = version == Version::Current ? "" : name(*c, Version::Current);
        std::string upper = given;
        std::transform(upper.begin(), upper.end(), upper.begin(), [](char l) { return l >= 'a' && l <= 'z' ? static_cast<char>(l & ~0x20) : l; });
        std::string text;
        if (version == Version::Current || own == upper) utf8::append(text, *c);
        return text;
    }
    if (version != Version::Current) return "";
    std::string upper = given;
    std::transform(upper.begin(), upper.end(), upper.begin(), [](char l) { return l >= 'a' && l <= 'z' ? static_cast<char>(l & ~0x20) : l; });
    const NamedSequence* row = std::lower_bound(std::begin(namedSequences), std::end(namedSequences), upper,
                                                [](const NamedSequence& s, const std::string& wanted) { return wanted.compare(s.name) > 0; });
    return row != std::end(namedSequences) && upper == row->name ? row->text : "";
}

// ---- normal forms -------------------------------------------------------------------------------------------------------

namespace {

void appendNormalized(std::vector<char32_t>& out, Form form, const char32_t* text, size_t count) {
    bool compatible = form == Form::Nfkc || form == Form::Nfkd, composed = form == Form::Nfc || form == Form::Nfkc;
    std::u16string units;
    for (size_t i = 0; i < count; ++i) {
        char32_t c = text[i];
        if (c < 0x10000) {
            units += static_cast<char16_t>(c);
        } else {
            units += static_cast<char16_t>(U16_LEAD(c));
            units += static_cast<char16_t>(U16_TRAIL(c));
        }
    }
    const UNormalizer2* n = composed ? normalizer(compatible) : decomposer(compatible);
    std::u16string result(units.size() * 2 + 32, u'\0');
    for (;;) {
        UErrorCode status = U_ZERO_ERROR;
        int32_t size =
            unorm2_normalize(n, units.data(), static_cast<int32_t>(units.size()), result.data(), static_cast<int32_t>(result.size()), &status);
        result.resize(static_cast<size_t>(size));
        if (status != U_BUFFER_OVERFLOW_ERROR) break;
    }
    for (size_t i = 0; i < result.size();) {
        char32_t c;
        U16_NEXT(result.data(), i, result.size(), c);
        out.push_back(c);
    }
}

}

std::vector<char32_t> normalized(Form form, const std::vector<char32_t>& text, Version version) {
    std::vector<char32_t> out;
    out.reserve(text.size());
    // Surrogates stay as they are, and must not become pairs; so does what has no meaning yet. Nothing is put together across them. A mark that the
    // older version has not is put in its order all the same, as CPython does it.
    auto stays = [version](char32_t c) {
        if ((c >= 0xd800 && c <= 0xdfff) || !isAssigned(c, Version::Current)) return true;
        return version == Version::V3_2 && !isAssigned(c, version) && !decomposition(c, Version::Current).empty();
    };
    size_t at = 0;
    while (at < text.size()) {
        if (stays(text[at])) {
            out.push_back(text[at++]);
            continue;
        }
        size_t end = at;
        std::vector<char32_t> piece;
        for (; end < text.size() && !stays(text[end]) && piece.size() < (size_t{1} << 28); ++end) {
            char32_t c = text[end];
            for (size_t i = 0; version == Version::V3_2 && i < std::size(normalizedOf32); i += 2)
                if (normalizedOf32[i] == c) c = normalizedOf32[i + 1];
            piece.push_back(c);
        }
        appendNormalized(out, form, piece.data(), piece.size());
        at = end;
    }
    return out;
}

}
