// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// UTF-8, read and written, for all who have text as bytes.
//
// Well-formed is what Unicode calls so: the shortest form of a code point up to U+10FFFF that is no surrogate. What str holds may also have
// lone surrogates, which have no UTF-8; inside the program they are kept in the three bytes that the rule would give them, and who expects
// such text says Surrogates::Passed.
//
// What is not well-formed is one problem for each longest beginning of a well-formed character, as Unicode recommends and CPython reports it:
// E2 82 41 is a problem of two bytes, then 'A'; C0 80 are two problems of one byte each.

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace memtape::utf8 {

constexpr char32_t replacementCharacter = 0xFFFD;

enum class Surrogates : uint8_t { Refused, Passed };
enum class Problem : uint8_t { None, InvalidStart, InvalidContinuation, UnexpectedEnd };

// One step through a text.
struct Step {
    char32_t character; // replacementCharacter where there is a problem
    uint8_t length;     // bytes of the character, 1 to 4, or of the problem, 1 to 3
    Problem problem;
};

constexpr bool isAscii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
// Any byte of a character but its first.
constexpr bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Of a byte that is not ASCII at `offset`, which must lie in the text.
Step decodeLong(std::string_view bytes, size_t offset, Surrogates surrogates);
// What begins at `offset`, which must lie in the text.
inline Step decode(std::string_view bytes, size_t offset, Surrogates surrogates = Surrogates::Refused) {
    if (isAscii(bytes[offset])) return {static_cast<unsigned char>(bytes[offset]), 1, Problem::None};
    return decodeLong(bytes, offset, surrogates);
}
// "invalid start byte", "invalid continuation byte", "unexpected end of data"; "" for no problem.
const char* words(Problem problem);

// How many ASCII bytes stand at `offset`, which may be the text's end.
inline size_t asciiLength(std::string_view bytes, size_t offset = 0) {
    size_t i = offset;
    for (uint64_t eight; i + sizeof eight <= bytes.size(); i += sizeof eight) {
        std::memcpy(&eight, bytes.data() + i, sizeof eight);
        if (eight & 0x8080808080808080u) break;
    }
    while (i < bytes.size() && isAscii(bytes[i])) ++i;
    return i - offset;
}
inline bool isAscii(std::string_view bytes) { return asciiLength(bytes) == bytes.size(); }

// Where the first problem is; npos where the text is well-formed.
size_t findProblem(std::string_view bytes, Surrogates surrogates = Surrogates::Refused);
// The number of characters; a problem counts as one.
size_t countCharacters(std::string_view bytes);
// The number of characters of a text that is known to be well-formed, surrogates passed.
size_t countKnownCharacters(std::string_view utf8);
// The same text with replacementCharacter for each problem.
std::string replaceProblems(std::string_view bytes);

// Bytes that a code point takes.
constexpr size_t encodedLength(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }
// Writes a code point (a surrogate as three bytes); `out` has room for four bytes. The number of bytes written.
inline size_t encode(char32_t c, char* out) {
    const auto put = [&](size_t i, char32_t bits) { out[i] = static_cast<char>(bits); };
    const auto tail = [&](int shift) { return 0x80 | (c >> shift & 0x3F); };
    switch (encodedLength(c)) {
    case 1: return put(0, c), 1;
    case 2: return put(0, 0xC0 | c >> 6), put(1, tail(0)), 2;
    case 3: return put(0, 0xE0 | c >> 12), put(1, tail(6)), put(2, tail(0)), 3;
    default: return put(0, 0xF0 | c >> 18), put(1, tail(12)), put(2, tail(6)), put(3, tail(0)), 4;
    }
}
inline void append(std::string& text, char32_t c) {
    char bytes[4];
    text.append(bytes, encode(c, bytes));
}
inline std::string encoded(char32_t c) {
    char bytes[4];
    return std::string(bytes, encode(c, bytes));
}
std::string encoded(std::u32string_view characters);

}
