// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <vector>

#include <gmp.h>

#include "core/text/float_text.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"
#include "tests/support/ast_dump.h"

namespace memtape::tests {

namespace {

std::string decimal(const std::string& hex) {
    mpz_t value;
    mpz_init_set_str(value, hex.c_str(), 16);
    std::string text(mpz_sizeinbase(value, 10) + 2, '\0');
    mpz_get_str(text.data(), 10, value);
    text.resize(text.find('\0'));
    mpz_clear(value);
    return text;
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
        const utf8::Step step = utf8::decode(text, i, utf8::Surrogates::Passed);
        const char32_t c = step.character;
        i += step.length;
        if (unicode::isPrintable(c)) {
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
    case Kind::Float: return floatText(constant.real);
    case Kind::Complex: return complexText(0, constant.imaginary);
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
