// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/literals.h"

#include <charconv>
#include <cstdio>

#include <gmp.h>

#include "core/source/encodings.h"
#include "core/text/character_names.h"
#include "core/text/float_text.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// The digits of a float as the lexer leaves them: all of the text is a number.
double parseFloat(std::string_view text) {
    double value = 0;
    parseDouble(text, &value);
    return value;
}

std::string toHex(unsigned long long value) {
    char buffer[20];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value, 16);
    return std::string(buffer, result.ptr);
}

Constant makeInt(std::string hex) {
    Constant constant;
    constant.kind = Constant::Kind::Int;
    constant.text = std::move(hex);
    return constant;
}

Constant parseBigInt(const std::string& digits, int radix) {
    mpz_t value;
    mpz_init(value);
    mpz_set_str(value, digits.c_str(), radix);
    std::string hex(mpz_sizeinbase(value, 16) + 2, '\0');
    mpz_get_str(hex.data(), 16, value);
    hex.resize(hex.find('\0'));
    mpz_clear(value);
    return makeInt(std::move(hex));
}

}

std::optional<Constant> parseNumber(std::string_view text, int maxDigits, size_t& digitCount) {
    std::string digits;
    digits.reserve(text.size());
    for (const char c : text) {
        if (c != '_') digits += c;
    }
    if (digits.size() > 1 && digits[0] == '0' && (digits[1] | 0x20) > 'a') {
        const char kind = static_cast<char>(digits[1] | 0x20);
        const int radix = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
        if (radix) {
            unsigned long long value = 0;
            const auto result = std::from_chars(digits.data() + 2, digits.data() + digits.size(), value, radix);
            if (result.ec == std::errc()) return makeInt(toHex(value));
            return parseBigInt(digits.substr(2), radix);
        }
    }
    if ((digits.back() | 0x20) == 'j') {
        digits.pop_back();
        Constant constant;
        constant.kind = Constant::Kind::Complex;
        constant.imaginary = parseFloat(digits);
        return constant;
    }
    if (digits.find_first_of(".eE") != std::string::npos) {
        Constant constant;
        constant.kind = Constant::Kind::Float;
        constant.real = parseFloat(digits);
        return constant;
    }
    unsigned long long value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec == std::errc()) return makeInt(toHex(value));
    digitCount = digits.size();
    if (maxDigits > 0 && digitCount > static_cast<size_t>(maxDigits)) return std::nullopt;
    return parseBigInt(digits, 10);
}

namespace {

// CPython rewrites a body before it decodes the escapes: each character beyond ASCII becomes \UXXXXXXXX, and a
// backslash in front of one becomes \u005c. The positions in its messages count that text, so this class counts along.
class EscapeDecoder {
public:
    EscapeDecoder(std::string_view body, bool isKnownUtf8) : m_body(body), m_isKnownUtf8(isKnownUtf8) {}

    DecodedLiteral decode() {
        DecodedLiteral& result = m_result;
        result.text.reserve(m_body.size());
        while (m_next < m_body.size() && result.problem.empty()) {
            const char c = m_body[m_next];
            if (c == '\\') escape();
            else if (static_cast<unsigned char>(c) >= 0x80) copyRun();
            else copyAscii();
        }
        return std::move(result);
    }

private:
    void copyAscii() {
        const size_t begin = m_next;
        while (m_next < m_body.size() && m_body[m_next] != '\\' && static_cast<unsigned char>(m_body[m_next]) < 0x80) m_next++;
        m_result.text += m_body.substr(begin, m_next - begin);
        m_position += m_next - begin;
    }
    char at(size_t offset) const { return m_next + offset < m_body.size() ? m_body[m_next + offset] : '\0'; }

    void copyRun() {
        const size_t begin = m_next;
        size_t end = begin;
        while (end < m_body.size() && static_cast<unsigned char>(m_body[end]) >= 0x80) end++;
        const std::string_view run = m_body.substr(begin, end - begin);
        if (!m_isKnownUtf8) {
            if (auto problem = findUtf8Problem(run)) {
                m_result.problem = "(unicode error) " + *problem;
                return;
            }
        }
        m_position += 10 * utf8::countKnownCharacters(run);
        m_result.text += run;
        m_next = end;
    }

    void fail(size_t begin, size_t end, const char* why) {
        char words[120];
        if (end == begin + 1) {
            std::snprintf(words, sizeof words, "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %zu: ", begin);
        } else {
            std::snprintf(words, sizeof words, "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: ", begin, end - 1);
        }
        m_result.problem = std::string(words) + why;
    }

    void hexEscape(int count, const char* why) {
        const size_t begin = m_position;
        char32_t value = 0;
        for (int i = 0; i < count; i++) {
            const size_t offset = 2 + static_cast<size_t>(i);
            const int digit = m_next + offset < m_body.size() ? hexValue(m_body[m_next + offset]) : -1;
            if (digit < 0) return fail(begin, begin + offset, why);
            value = value * 16 + static_cast<char32_t>(digit);
        }
        if (value > 0x10FFFF) return fail(begin, begin + 2 + static_cast<size_t>(count), "illegal Unicode character");
        utf8::append(m_result.text, value);
        advance(2 + static_cast<size_t>(count));
    }

    void namedCharacter() {
        const size_t begin = m_position;
        static constexpr const char* malformed = "malformed \\N character escape";
        if (at(2) != '{') return fail(begin, begin + 2, malformed);
        const size_t close = m_body.find('}', m_next + 3);
        // The position of a character beyond ASCII in a name counts as ten, too.
        const auto expandedLength = [&](size_t from, size_t to) {
            size_t length = 0;
            for (size_t i = from; i < to; i++) {
                const auto byte = static_cast<unsigned char>(m_body[i]);
                length += byte < 0x80 ? 1 : byte >= 0xC0 ? 10 : 0;
            }
            return length;
        };
        if (close == std::string_view::npos) return fail(begin, begin + expandedLength(m_next, m_body.size()), malformed);
        const std::string_view name = m_body.substr(m_next + 3, close - m_next - 3);
        if (name.empty()) return fail(begin, begin + 3, malformed);
        const auto character = unicode::characterByName(name);
        if (!character) return fail(begin, begin + expandedLength(m_next, close + 1), "unknown Unicode character name");
        utf8::append(m_result.text, *character);
        advance(close + 1 - m_next);
    }

    void octalEscape() {
        size_t length = 1;
        char32_t value = 0;
        for (; length < 4 && at(length) >= '0' && at(length) <= '7'; length++) {
            value = value * 8 + static_cast<char32_t>(at(length) - '0');
        }
        if (value > 0377 && m_result.invalidEscape.empty()) m_result.invalidEscape = m_body.substr(m_next + 1, 3);
        utf8::append(m_result.text, value);
        advance(length);
    }

    void escape() {
        if (m_next + 1 == m_body.size()) { // in front of a field of an f-string
            m_result.text += '\\';
            m_position += 6;
            m_next++;
            return;
        }
        const char c = at(1);
        switch (c) {
        case '\n': return advance(2);
        case '\\': return simple('\\');
        case '\'': return simple('\'');
        case '"': return simple('"');
        case 'b': return simple('\b');
        case 'f': return simple('\f');
        case 't': return simple('\t');
        case 'n': return simple('\n');
        case 'r': return simple('\r');
        case 'v': return simple('\v');
        case 'a': return simple('\a');
        case '0':
        case '1':
        case '2':
        case '3':
        case '4':
        case '5':
        case '6':
        case '7': return octalEscape();
        case 'x': return hexEscape(2, "truncated \\xXX escape");
        case 'u': return hexEscape(4, "truncated \\uXXXX escape");
        case 'U': return hexEscape(8, "truncated \\UXXXXXXXX escape");
        case 'N': return namedCharacter();
        default:
            m_result.text += '\\';
            if (static_cast<unsigned char>(c) >= 0x80) {
                // Rewritten, such a backslash is an escape of its own: no warning.
                m_position += 6;
                m_next++;
                return;
            }
            if (m_result.invalidEscape.empty()) m_result.invalidEscape = std::string(1, c);
            m_result.text += c;
            advance(2);
        }
    }

    void simple(char c) {
        m_result.text += c;
        advance(2);
    }
    // All that is passed over here is ASCII, or in a name that has been found: one byte, one position.
    void advance(size_t count) {
        m_next += count;
        m_position += count;
    }

    std::string_view m_body;
    bool m_isKnownUtf8;
    size_t m_next = 0;     // in the body
    size_t m_position = 0; // in CPython's rewritten body
    DecodedLiteral m_result;
};

}

DecodedLiteral decodeStringBody(std::string_view body, bool isRaw, bool isKnownUtf8) {
    if (!isRaw && body.find('\\') != std::string_view::npos) return EscapeDecoder(body, isKnownUtf8).decode();
    DecodedLiteral result;
    if (!isKnownUtf8) {
        if (auto problem = findUtf8Problem(body)) {
            result.problem = "(unicode error) " + *problem;
            return result;
        }
    }
    result.text = body;
    return result;
}

DecodedLiteral decodeBytesBody(std::string_view body, bool isRaw) {
    DecodedLiteral result;
    if (isRaw || body.find('\\') == std::string_view::npos) {
        result.text = body;
        return result;
    }
    for (size_t i = 0; i < body.size();) {
        const char c = body[i];
        if (c != '\\') {
            result.text += c;
            i++;
            continue;
        }
        const char escaped = i + 1 < body.size() ? body[i + 1] : '\0';
        size_t length = 2;
        switch (escaped) {
        case '\n': break;
        case '\\':
        case '\'':
        case '"': result.text += escaped; break;
        case 'b': result.text += '\b'; break;
        case 'f': result.text += '\f'; break;
        case 't': result.text += '\t'; break;
        case 'n': result.text += '\n'; break;
        case 'r': result.text += '\r'; break;
        case 'v': result.text += '\v'; break;
        case 'a': result.text += '\a'; break;
        case '0':
        case '1':
        case '2':
        case '3':
        case '4':
        case '5':
        case '6':
        case '7': {
            unsigned value = 0;
            length = 1;
            while (length < 4 && i + length < body.size() && body[i + length] >= '0' && body[i + length] <= '7') {
                value = value * 8 + static_cast<unsigned>(body[i + length++] - '0');
            }
            if (value > 0377 && result.invalidEscape.empty()) result.invalidEscape = body.substr(i + 1, 3);
            result.text += static_cast<char>(value & 0xFF);
            break;
        }
        case 'x': {
            const int high = i + 2 < body.size() ? hexValue(body[i + 2]) : -1;
            const int low = i + 3 < body.size() ? hexValue(body[i + 3]) : -1;
            if (high < 0 || low < 0) {
                result.problem = "(value error) invalid \\x escape at position " + std::to_string(i);
                return result;
            }
            result.text += static_cast<char>(high * 16 + low);
            length = 4;
            break;
        }
        default:
            if (result.invalidEscape.empty()) result.invalidEscape = std::string(1, escaped);
            result.text += '\\';
            length = 1; // what follows stands for itself
        }
        i += length;
    }
    return result;
}

}
