// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8.h"

#include <array>

namespace memtape::utf8 {

namespace {

// What a character's first byte says: how long it is, and between which bounds the second byte lies. The bounds are narrower than those of the
// other continuation bytes where they keep out overlong forms, surrogates and what is above U+10FFFF.
struct Form {
    uint8_t length; // 0: no character begins with this byte
    uint8_t low, high;
};

constexpr Form formOf(unsigned first) {
    if (first < 0xC2 || first > 0xF4) return {0, 0, 0};
    if (first < 0xE0) return {2, 0x80, 0xBF};
    if (first < 0xF0) return {3, static_cast<uint8_t>(first == 0xE0 ? 0xA0 : 0x80), static_cast<uint8_t>(first == 0xED ? 0x9F : 0xBF)};
    return {4, static_cast<uint8_t>(first == 0xF0 ? 0x90 : 0x80), static_cast<uint8_t>(first == 0xF4 ? 0x8F : 0xBF)};
}

constexpr auto forms = [] {
    std::array<Form, 256> table{};
    for (unsigned first = 0; first < table.size(); ++first) table[first] = formOf(first);
    return table;
}();

}

Step decodeLong(std::string_view bytes, size_t offset, Surrogates surrogates) {
    const auto at = [&](size_t i) { return static_cast<unsigned char>(bytes[offset + i]); };
    const size_t left = bytes.size() - offset;
    const unsigned first = at(0);
    Form form = forms[first];
    if (first == 0xED && surrogates == Surrogates::Passed) form.high = 0xBF;
    if (form.length == 0) return {replacementCharacter, 1, Problem::InvalidStart};
    if (left == 1) return {replacementCharacter, 1, Problem::UnexpectedEnd};
    if (at(1) < form.low || at(1) > form.high) return {replacementCharacter, 1, Problem::InvalidContinuation};
    char32_t c = (first & (0x7Fu >> form.length)) << 6 | (at(1) & 0x3Fu);
    for (uint8_t i = 2; i < form.length; ++i) {
        if (i == left) return {replacementCharacter, i, Problem::UnexpectedEnd};
        if (!isContinuation(bytes[offset + i])) return {replacementCharacter, i, Problem::InvalidContinuation};
        c = c << 6 | (at(i) & 0x3Fu);
    }
    return {c, form.length, Problem::None};
}

const char* words(Problem problem) {
    switch (problem) {
    case Problem::InvalidStart: return "invalid start byte";
    case Problem::InvalidContinuation: return "invalid continuation byte";
    case Problem::UnexpectedEnd: return "unexpected end of data";
    case Problem::None: break;
    }
    return "";
}

size_t findProblem(std::string_view bytes, Surrogates surrogates) {
    for (size_t i = asciiLength(bytes); i < bytes.size(); i += asciiLength(bytes, i)) {
        const Step step = decode(bytes, i, surrogates);
        if (step.problem != Problem::None) return i;
        i += step.length;
    }
    return std::string_view::npos;
}

size_t countCharacters(std::string_view bytes) {
    size_t count = 0;
    for (size_t i = 0; i < bytes.size(); ++count) i += decode(bytes, i).length;
    return count;
}

size_t countKnownCharacters(std::string_view utf8) {
    size_t count = 0;
    for (const char byte : utf8) count += !isContinuation(byte);
    return count;
}

std::string replaceProblems(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (size_t i = 0; i < bytes.size();) {
        const Step step = decode(bytes, i);
        append(text, step.character);
        i += step.length;
    }
    return text;
}

std::string encoded(std::u32string_view characters) {
    std::string text;
    text.reserve(characters.size());
    for (const char32_t c : characters) append(text, c);
    return text;
}

}
