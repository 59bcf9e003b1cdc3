// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/encodings.h"

#include <cstdio>
#include <cstring>
#include <initializer_list>

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "core/text/utf8.h"

namespace memtape {

namespace {

bool isCookieCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// As CPython's tokenizer compares names: the first twelve characters, lower case, '-' for '_'.
std::string normalEncodingName(std::string_view name) {
    std::string folded;
    for (const char c : name.substr(0, 12)) {
        if (c == '_') folded += '-';
        else folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    const auto isOrStarts = [&](std::string_view wanted) {
        return folded == wanted || (folded.size() > wanted.size() && folded.compare(0, wanted.size(), wanted) == 0 && folded[wanted.size()] == '-');
    };
    if (isOrStarts("utf-8")) return "utf-8";
    if (isOrStarts("latin-1") || isOrStarts("iso-8859-1") || isOrStarts("iso-latin-1")) return "iso-8859-1";
    return std::string(name);
}

std::string cookieInLine(std::string_view line) {
    size_t i = 0;
    while (i < line.size() && (line[i] == ' ' || line[i] == '\t' || line[i] == '\014')) i++;
    if (i == line.size() || line[i] != '#') return {};
    for (; i + 6 < line.size(); i++) {
        if (line.compare(i, 6, "coding") != 0) continue;
        size_t at = i + 6;
        if (line[at] != ':' && line[at] != '=') continue;
        at++;
        while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) at++;
        const size_t begin = at;
        while (at < line.size() && isCookieCharacter(line[at])) at++;
        if (at > begin) return normalEncodingName(line.substr(begin, at - begin));
    }
    return {};
}

bool isBlankOrComment(std::string_view line) {
    for (const char c : line) {
        if (c == '#') return true;
        if (c != ' ' && c != '\t' && c != '\014') return false;
    }
    return true;
}

bool isOneOf(std::string_view name, std::initializer_list<const char*> names) {
    std::string folded;
    for (const char c : name) {
        if (c == '_' || c == ' ') folded += '-';
        else folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    for (const char* candidate : names) {
        if (folded == candidate) return true;
    }
    return false;
}

constexpr std::initializer_list<const char*> latin1Names = {"iso-8859-1", "latin-1", "latin1", "l1", "iso8859-1", "8859", "cp819", "latin"};
constexpr std::initializer_list<const char*> asciiNames = {"ascii", "us-ascii", "646", "ansi-x3.4-1968"};
constexpr std::initializer_list<const char*> utf8Names = {"utf-8", "utf8", "u8", "utf", "cp65001", "utf-8-sig"};

DecodedText decodeWithIcu(std::string_view encoding, std::string_view bytes) {
    DecodedText result;
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(std::string(encoding).c_str(), &status);
    if (U_FAILURE(status)) {
        result.isKnown = false;
        return result;
    }
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const char* next = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    while (next < end) {
        const char* const before = next;
        const UChar32 character = ucnv_getNextUChar(converter, &next, end, &status);
        if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
        if (U_FAILURE(status)) {
            char words[160];
            std::snprintf(words, sizeof words, "' codec can't decode byte 0x%02x in position %zu: character maps to <undefined>",
                          static_cast<unsigned char>(*before), static_cast<size_t>(before - bytes.data()));
            result.problem = "'" + std::string(encoding) + words;
            break;
        }
        utf8::append(result.text, static_cast<char32_t>(character));
    }
    ucnv_close(converter);
    return result;
}

}

std::string findEncodingCookie(std::string_view bytes) {
    size_t begin = 0;
    for (int number = 0; number < 2 && begin < bytes.size(); number++) {
        size_t end = begin;
        while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r') end++;
        const std::string_view line = bytes.substr(begin, end - begin);
        if (std::string cookie = cookieInLine(line); !cookie.empty()) return cookie;
        // A first line with code in it ends the search: PEP 263's regular expression must match the second line alone.
        if (!isBlankOrComment(line)) return {};
        begin = end + 1;
        if (end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n') begin++;
    }
    return {};
}

std::optional<std::string> findUtf8Problem(std::string_view bytes, size_t* where) {
    const size_t i = utf8::findProblem(bytes);
    if (i == std::string_view::npos) return std::nullopt;
    if (where) *where = i;
    const utf8::Step step = utf8::decode(bytes, i);
    char words[120];
    if (step.length == 1) {
        std::snprintf(words, sizeof words, "'utf-8' codec can't decode byte 0x%02x in position %zu: %s", static_cast<unsigned char>(bytes[i]), i,
                      utf8::words(step.problem));
    } else {
        std::snprintf(words, sizeof words, "'utf-8' codec can't decode bytes in position %zu-%zu: %s", i, i + step.length - 1,
                      utf8::words(step.problem));
    }
    return words;
}

DecodedText decodeBytes(std::string_view encoding, std::string_view bytes) {
    DecodedText result;
    if (isOneOf(encoding, latin1Names)) {
        result.text.reserve(bytes.size());
        for (const char c : bytes) utf8::append(result.text, static_cast<unsigned char>(c));
        return result;
    }
    if (isOneOf(encoding, asciiNames)) {
        if (const size_t i = utf8::asciiLength(bytes); i < bytes.size()) {
            char words[100];
            std::snprintf(words, sizeof words, "'ascii' codec can't decode byte 0x%02x in position %zu: ordinal not in range(128)",
                          static_cast<unsigned char>(bytes[i]), i);
            result.problem = words;
            return result;
        }
        result.text = bytes;
        return result;
    }
    if (isOneOf(encoding, utf8Names)) {
        if (auto problem = findUtf8Problem(bytes)) result.problem = std::move(*problem);
        else result.text = bytes;
        return result;
    }
    return decodeWithIcu(encoding, bytes);
}

std::optional<std::string> encodeText(std::string_view encoding, std::string_view utf8, std::string* missing) {
    missing->clear();
    if (isOneOf(encoding, utf8Names)) return std::string(utf8);
    const bool isAscii = isOneOf(encoding, asciiNames);
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = isAscii || isOneOf(encoding, latin1Names) ? nullptr : ucnv_open(std::string(encoding).c_str(), &status);
    if (U_FAILURE(status)) return std::nullopt;
    if (converter) ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::string bytes;
    for (size_t i = 0; i < utf8.size();) {
        const utf8::Step step = utf8::decode(utf8, i);
        const std::string_view character = utf8.substr(i, step.length);
        i += step.length;
        bool fits = true;
        if (converter) {
            UChar units[2];
            int32_t count = 0;
            U16_APPEND_UNSAFE(units, count, static_cast<UChar32>(step.character));
            char place[32];
            char* to = place;
            const UChar* from = units;
            ucnv_fromUnicode(converter, &to, place + sizeof place, &from, units + count, nullptr, i == utf8.size(), &status);
            fits = U_SUCCESS(status);
            bytes.append(place, to);
        } else {
            fits = step.character < (isAscii ? 0x80u : 0x100u);
            bytes += static_cast<char>(step.character);
        }
        if (!fits) {
            *missing = character;
            break;
        }
    }
    if (converter) ucnv_close(converter);
    return missing->empty() ? std::optional(bytes) : std::nullopt;
}

}
