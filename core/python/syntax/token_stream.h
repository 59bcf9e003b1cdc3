// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tokens of a program as parsers see them: read once, on demand, and kept, so that a parser can go back.
//
// "On demand" matters: how far a parser has looked decides which of several errors in a text is reported, and where. So
// a parser asks for a token only when CPython's would.

#include <vector>

#include "core/python/syntax/lexer.h"

namespace memtape {

class TokenStream {
public:
    TokenStream(const SourceFile& source, Lexer::Goal goal) : m_lexer(source, goal) { m_tokens.reserve(source.text().size() / 4 + 16); }

    const Token& at(size_t index) {
        while (index >= m_tokens.size()) m_tokens.push_back(m_lexer.next());
        return m_tokens[index];
    }
    const Token& last() const { return m_tokens.back(); }
    size_t fetchedCount() const { return m_tokens.size(); }
    std::string_view text(const Token& token) const { return token.text(m_lexer.source().text()); }

    // The last token in front of `index` that is not about lines and blocks: where a node that ends there ends.
    const Token& lastSignificantBefore(size_t index) const {
        while (index > 1) {
            const TokenKind kind = m_tokens[index - 1].kind;
            if (kind != TokenKind::Newline && kind != TokenKind::Indent && kind != TokenKind::Dedent && kind != TokenKind::EndMarker) break;
            index--;
        }
        return m_tokens[index - 1];
    }

    Lexer& lexer() { return m_lexer; }
    const Lexer& lexer() const { return m_lexer; }

private:
    Lexer m_lexer;
    std::vector<Token> m_tokens;
};

}
