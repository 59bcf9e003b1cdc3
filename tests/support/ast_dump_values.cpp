// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

#include <gmp.h>

#include "core/python/syntax/identifiers.h"
#include "tests/support/ast_dump.h"

namespace memtape::tests {

namespace {

std::string floatRepr(double value) {
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    char buffer[64];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    std::string digits(buffer, result.ptr);
    const size_t e = digits.find('e');
    int exponent = 0;
    std::from_chars(digits.data() + e + (digits[e + 1] == '+' ? 2 : 1), digits.data() + digits.size(), exponent);
    std::string mantissa = digits.substr(0, e);
    const bool isNegative = mantissa[0] == '-';
    std::string plain;
    for (const char c : mantissa) {
        if (c >= '0' && c <= '9') plain += c;
    }
    std::string text;
    if (exponent < -4 || exponent >= 16) {
        text = plain.substr(0, 1);
        if (plain.size() > 1) text += "." + plain.substr(1);
        char tail[16];
        std::snprintf(tail, sizeof tail, "e%c%02d", exponent < 0 ? '-' : '+', std::abs(exponent));
        text += tail;
    } else if (exponent < 0) {
        text = "0." + std::string(static_cast<size_t>(-exponent - 1), '0') + plain;
    } else {
        const size_t point = static_cast<size_t>(exponent) + 1;
        if (plain.size() < point) plain.append(point - plain.size(), '0');
        text = plain.substr(0, point) + "." + (plain.size() > point ? plain.substr(point) : "0");
    }
    return (isNegative ? "-" : "") + text;
}

std::string imaginaryRepr(double value) {
    std::string text = floatRepr(value);
    if (text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0) text.resize(text.size() - 2);
    return text + "j";
}

std::string decimal(const std::string& hex) {
    mpz_t value;
    mpz_init_set_str(value, hex.c_str(), 16);
    std::string text(mpz_sizeinbase(value, 10) + 2, '\0');
    mpz_get_str(text.data(), 10, value);
    text.resize(text.find('\0'));
    mpz_clear(value);
    return text;
}

// UTF-8 that may hold surrogates.
char32_t decodeOne(std::string_view text, size_t& i) {
    const auto byte = [&](size_t k) { return static_cast<char32_t>(static_cast<unsigned char>(text[k])); };
    const char32_t first = byte(i);
    if (first < 0x80) return byte(i++);
    const int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t value = first & (0xFFu >> (length + 1));
    for (int k = 1; k < length; k++) value = value << 6 | (byte(i + static_cast<size_t>(k)) & 0x3F);
    i += static_cast<size_t>(length);
    return value;
}

template <class Writer> std::string quoted(std::string_view text, Writer writeRest) {
    const bool useDouble = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = useDouble ? '"' : '\'';
    std::string result(1, quote);
    for (size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == quote || c == '\\') {
            result += '\\';
            result += c;
            i++;
        } else if (c == '\n' || c == '\r' || c == '\t') {
            result += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
            i++;
        } else {
            writeRest(result, i);
        }
    }
    return result + quote;
}

}

std::string stringRepr(std::string_view text) {
    return quoted(text, [text](std::string& result, size_t& i) {
        const size_t begin = i;
        const char32_t c = decodeOne(text, i);
        if (isPrintableCharacter(c)) {
            result += text.substr(begin, i - begin);
            return;
        }
        char escape[16];
        std::snprintf(escape, sizeof escape, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", static_cast<unsigned>(c));
        result += escape;
    });
}

std::string constantRepr(const memtape::Constant& constant) {
    using Kind = memtape::Constant::Kind;
    switch (constant.kind) {
    case Kind::None: return "None";
    case Kind::Ellipsis: return "Ellipsis";
    case Kind::False: return "False";
    case Kind::True: return "True";
    case Kind::Int: return decimal(constant.text);
    case Kind::Float: return floatRepr(constant.real);
    case Kind::Complex: return imaginaryRepr(constant.imaginary);
    case Kind::Str: return stringRepr(constant.text);
    case Kind::Bytes:
        return "b" + quoted(constant.text, [&](std::string& result, size_t& i) {
                   const auto byte = static_cast<unsigned char>(constant.text[i++]);
                   char escape[8];
                   std::snprintf(escape, sizeof escape, byte >= 0x20 && byte < 0x7F ? "%c" : "\\x%02x", byte);
                   result += escape;
               });
    default: return "?";
    }
}

std::string problemRepr(const SyntaxProblem& problem) {
    static constexpr const char* names[] = {"SyntaxError", "IndentationError", "TabError", "MemoryError", "RecursionError"};
    std::string text = "(" + stringRepr(names[static_cast<int>(problem.kind)]) + ", " + stringRepr(problem.message);
    if (problem.hasPosition) {
        text += ", " + std::to_string(problem.line) + ", " + std::to_string(problem.column) + ", " +
                (problem.hasText ? stringRepr(problem.text) : "None") + ", " + std::to_string(problem.endLine) + ", " +
                std::to_string(problem.endColumn);
    }
    return text + ")";
}

}
