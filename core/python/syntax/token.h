// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One token: a kind and a place. A token owns no text; `begin` and `end` are byte offsets into the source.

#include <cstdint>
#include <string_view>

namespace memtape {

enum class TokenKind : uint8_t {
#define TOKEN(name) name,
#define OPERATOR(name, text) name,
#define KEYWORD(name, text) name,
#include "core/python/syntax/tokens.def"
};

constexpr bool isKeyword(TokenKind kind) { return kind >= TokenKind::False_; }

struct Token {
    TokenKind kind = TokenKind::EndMarker;
    uint8_t level = 0; // brackets open after the token
    uint32_t begin = 0, end = 0;
    int line = 0, column = -1; // column -1: a token without extent (indent, dedent, end); see Lexer
    int endLine = 0, endColumn = -1;

    std::string_view text(std::string_view source) const { return source.substr(begin, end - begin); }
};

// The keyword with this text, or Name.
TokenKind keywordOrName(std::string_view text);
// The fixed text of an operator or keyword; empty for the others.
std::string_view fixedText(TokenKind kind);

}
