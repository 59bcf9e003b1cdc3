// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmp.h>

#include "core/text/float_text.h"
#include "core/text/quoted.h"
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

}

std::string stringRepr(std::string_view text) { return quotedStr(text); }

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
    case Kind::Bytes: return "b" + quotedBytes(constant.text);
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
