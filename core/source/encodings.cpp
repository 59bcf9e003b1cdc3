// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/encodings.h"

#include <cstdio>
#include <cstring>

#include <unicode/ucnv.h>

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
        appendUtf8(result.text, static_cast<char32_t>(character));
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

Utf8Step readUtf8(std::string_view bytes, size_t offset) {
    const auto at = [&](size_t i) -> unsigned { return offset + i < bytes.size() ? static_cast<unsigned char>(bytes[offset + i]) : 0x100u; };
    const unsigned first = at(0);
    if (first < 0x80) return {first, 1, nullptr};
    const auto isTail = [](unsigned byte) { return byte < 0x100 && (byte & 0xC0) == 0x80; };
    if (first < 0xC2 || first > 0xF4) return {0xFFFD, 1, "invalid start byte"};
    const int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const unsigned second = at(1);
    const bool isSecondWrong = !isTail(second) || (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                               (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    if (isSecondWrong) return {0xFFFD, 1, second > 0xFF ? "unexpected end of data" : "invalid continuation byte"};
    char32_t value = first & (length == 2 ? 0x1Fu : length == 3 ? 0x0Fu : 0x07u);
    value = value << 6 | (second & 0x3F);
    for (int i = 2; i < length; i++) {
        const unsigned byte = at(static_cast<size_t>(i));
        if (!isTail(byte)) return {0xFFFD, i, byte > 0xFF ? "unexpected end of data" : "invalid continuation byte"};
        value = value << 6 | (byte & 0x3F);
    }
    return {value, length, nullptr};
}

void appendUtf8(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::optional<std::string> findUtf8Problem(std::string_view bytes, size_t* where) {
    for (size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            i++;
            continue;
        }
        const Utf8Step step = readUtf8(bytes, i);
        if (step.problem) {
            if (where) *where = i;
            char words[120];
            if (step.length == 1) {
                std::snprintf(words, sizeof words, "'utf-8' codec can't decode byte 0x%02x in position %zu: %s", static_cast<unsigned char>(bytes[i]),
                              i, step.problem);
            } else {
                std::snprintf(words, sizeof words, "'utf-8' codec can't decode bytes in position %zu-%zu: %s", i,
                              i + static_cast<size_t>(step.length) - 1, step.problem);
            }
            return words;
        }
        i += static_cast<size_t>(step.length);
    }
    return std::nullopt;
}

DecodedText decodeBytes(std::string_view encoding, std::string_view bytes) {
    DecodedText result;
    if (isOneOf(encoding, {"iso-8859-1", "latin-1", "latin1", "l1", "iso8859-1", "8859", "cp819", "latin"})) {
        result.text.reserve(bytes.size());
        for (const char c : bytes) appendUtf8(result.text, static_cast<unsigned char>(c));
        return result;
    }
    if (isOneOf(encoding, {"ascii", "us-ascii", "646", "ansi-x3.4-1968"})) {
        for (size_t i = 0; i < bytes.size(); i++) {
            if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
            char words[100];
            std::snprintf(words, sizeof words, "'ascii' codec can't decode byte 0x%02x in position %zu: ordinal not in range(128)",
                          static_cast<unsigned char>(bytes[i]), i);
            result.problem = words;
            return result;
        }
        result.text = bytes;
        return result;
    }
    if (isOneOf(encoding, {"utf-8", "utf8", "u8", "utf", "cp65001", "utf-8-sig"})) {
        if (auto problem = findUtf8Problem(bytes)) result.problem = std::move(*problem);
        else result.text = bytes;
        return result;
    }
    return decodeWithIcu(encoding, bytes);
}

}
