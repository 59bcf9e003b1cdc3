// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/display_tokens.h"

#include <algorithm>

namespace memtape {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

bool isNamePart(char c) { return isNameStart(c) || isDigit(c); }

// The longest operator at the start of a text.
TokenKind longestOperator(std::string_view text, size_t& length) {
    TokenKind best = TokenKind::Unknown;
    length = 1;
    for (int i = static_cast<int>(TokenKind::LeftParen); i <= static_cast<int>(TokenKind::Ellipsis); i++) {
        const std::string_view candidate = fixedText(static_cast<TokenKind>(i));
        if (text.substr(0, candidate.size()) != candidate || (best != TokenKind::Unknown && candidate.size() <= length)) continue;
        best = static_cast<TokenKind>(i);
        length = candidate.size();
    }
    return best;
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::vector<Token> run() {
        while (m_next < m_text.size()) {
            if (!m_fstrings.empty() && !m_fstrings.back().isInField) fstringText();
            else token();
        }
        markSoftKeywords();
        return std::move(m_tokens);
    }

private:
    struct FString {
        std::string_view quotes;
        bool isInField = false;
        bool isInSpec = false;
        int brackets = 0;   // open in the current field, without the field's own
        int fieldDepth = 0; // fields open: a spec may hold fields of its own
    };

    char at(size_t offset) const { return m_next + offset < m_text.size() ? m_text[m_next + offset] : '\0'; }
    bool isNext(std::string_view wanted) const { return m_text.substr(m_next, wanted.size()) == wanted; }

    void add(TokenKind kind, size_t end) {
        Token token;
        token.kind = kind;
        token.begin = static_cast<uint32_t>(m_next);
        token.end = static_cast<uint32_t>(end);
        token.line = m_line;
        token.column = static_cast<int>(m_next - m_lineStart);
        for (size_t i = m_next; i < end; i++) {
            if (m_text[i] == '\n') {
                m_line++;
                m_lineStart = i + 1;
            }
        }
        token.endLine = m_line;
        token.endColumn = static_cast<int>(end - m_lineStart);
        if (end > m_next) m_tokens.push_back(token);
        m_next = end;
    }

    void token() {
        const char c = at(0);
        if (c == '\n') {
            m_next++;
            m_line++;
            m_lineStart = m_next;
            // A field of an f-string with single quotes that is not closed ends here, so that one typing error does not
            // recolour the rest.
            while (!m_fstrings.empty() && m_fstrings.back().quotes.size() == 1) m_fstrings.pop_back();
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\014' || (c == '\\' && (at(1) == '\n' || at(1) == '\r'))) {
            m_next++;
        } else if (c == '#') {
            add(TokenKind::Comment, std::min(m_text.find_first_of("\r\n", m_next), m_text.size()));
        } else if (!m_fstrings.empty() && isNext(m_fstrings.back().quotes) && m_fstrings.back().brackets == 0) {
            // The string ends inside a field: the field was not closed.
            add(TokenKind::FStringEnd, m_next + m_fstrings.back().quotes.size());
            m_fstrings.pop_back();
        } else if (c == '"' || c == '\'') {
            string(0);
        } else if (isNameStart(c)) {
            nameOrString();
        } else if (isDigit(c) || (c == '.' && isDigit(at(1)))) {
            number();
        } else {
            punctuation(c);
        }
    }

    void nameOrString() {
        size_t length = 0;
        while (isNamePart(at(length))) length++;
        const std::string_view word = m_text.substr(m_next, length);
        if (length <= 2 && (at(length) == '"' || at(length) == '\'')) {
            const bool isPrefix = word.find_first_not_of("rRbBuUfF") == std::string_view::npos;
            const bool isFString = word.find_first_of("fF") != std::string_view::npos;
            if (isPrefix && isFString) return fstringStart(length);
            if (isPrefix) return string(length);
        }
        add(keywordOrName(word), m_next + length);
    }

    void number() {
        size_t length = 1;
        for (;; length++) {
            const char c = at(length), before = at(length - 1);
            if (isNamePart(c) || c == '.') continue;
            const bool isHex = at(0) == '0' && (at(1) == 'x' || at(1) == 'X');
            if ((c == '+' || c == '-') && (before == 'e' || before == 'E') && !isHex && isDigit(at(length + 1))) continue;
            break;
        }
        add(TokenKind::Number, m_next + length);
    }

    std::string_view quotesAt(size_t offset) const {
        const bool isTriple = at(offset + 1) == at(offset) && at(offset + 2) == at(offset);
        return m_text.substr(m_next + offset, isTriple ? 3 : 1);
    }

    void string(size_t prefix) {
        const std::string_view quotes = quotesAt(prefix);
        size_t end = m_next + prefix + quotes.size();
        for (; end < m_text.size(); end++) {
            if (m_text.substr(end, quotes.size()) == quotes) {
                end += quotes.size();
                break;
            }
            if (m_text[end] == '\\' && end + 1 < m_text.size()) end++;
            else if (m_text[end] == '\n' && quotes.size() == 1) break;
        }
        add(TokenKind::String, std::min(end, m_text.size()));
    }

    void fstringStart(size_t prefix) {
        FString fstring;
        fstring.quotes = quotesAt(prefix);
        add(TokenKind::FStringStart, m_next + prefix + fstring.quotes.size());
        m_fstrings.push_back(fstring);
    }

    void fstringText() {
        FString& fstring = m_fstrings.back();
        size_t end = m_next;
        for (; end < m_text.size(); end++) {
            const char c = m_text[end];
            if (m_text.substr(end, fstring.quotes.size()) == fstring.quotes) {
                add(TokenKind::FStringMiddle, end);
                add(TokenKind::FStringEnd, end + fstring.quotes.size());
                m_fstrings.pop_back();
                return;
            }
            if (c == '\n' && fstring.quotes.size() == 1) {
                add(TokenKind::FStringMiddle, end);
                m_fstrings.pop_back();
                return;
            }
            const bool isDoubled = end + 1 < m_text.size() && m_text[end + 1] == c && !fstring.isInSpec;
            if ((c == '{' || c == '}') && isDoubled) {
                end++;
            } else if (c == '{') {
                add(TokenKind::FStringMiddle, end);
                fstring.isInField = true;
                fstring.isInSpec = false;
                fstring.fieldDepth++;
                return add(TokenKind::LeftBrace, end + 1);
            } else if (c == '}' && fstring.isInSpec) {
                add(TokenKind::FStringMiddle, end);
                return closeField(fstring);
            } else if (c == '\\' && end + 1 < m_text.size() && m_text[end + 1] != '{' && m_text[end + 1] != '}') {
                end++;
            }
        }
        add(TokenKind::FStringMiddle, m_text.size());
    }

    void closeField(FString& fstring) {
        fstring.fieldDepth--;
        fstring.isInField = false;
        fstring.isInSpec = fstring.fieldDepth > 0;
        add(TokenKind::RightBrace, m_next + 1);
    }

    void punctuation(char c) {
        FString* const fstring = m_fstrings.empty() ? nullptr : &m_fstrings.back();
        if (fstring && fstring->brackets == 0) {
            if (c == '}') return closeField(*fstring);
            if (c == ':') {
                fstring->isInField = false;
                fstring->isInSpec = true;
                return add(TokenKind::Colon, m_next + 1);
            }
            if (c == '!' && at(1) != '=') return add(TokenKind::Exclamation, m_next + 1);
        }
        if (fstring && (c == '(' || c == '[' || c == '{')) fstring->brackets++;
        if (fstring && (c == ')' || c == ']' || c == '}') && fstring->brackets > 0) fstring->brackets--;
        size_t length = 1;
        const TokenKind kind = longestOperator(m_text.substr(m_next, 3), length);
        add(kind == TokenKind::Exclamation ? TokenKind::Unknown : kind, m_next + length);
    }

    // `match` and `case` begin a statement when their line ends with a colon and what follows is no operator; `type`
    // does before a name.
    void markSoftKeywords() {
        int brackets = 0;
        bool isStart = true;
        for (size_t i = 0; i < m_tokens.size(); i++) {
            Token& token = m_tokens[i];
            if (token.kind == TokenKind::Comment) continue;
            if (i > 0 && m_tokens[i - 1].endLine < token.line && brackets == 0) isStart = true;
            if (isStart && brackets == 0 && token.kind == TokenKind::Name && i + 1 < m_tokens.size()) {
                const std::string_view word = token.text(m_text);
                const Token& next = m_tokens[i + 1];
                const bool isSameLine = next.line == token.endLine;
                if (word == "type" && isSameLine && next.kind == TokenKind::Name) token.kind = TokenKind::SoftKeyword;
                if ((word == "match" || word == "case") && isSameLine && beginsOperand(next.kind) && headEndsWithColon(i)) {
                    token.kind = TokenKind::SoftKeyword;
                }
            }
            isStart = token.kind == TokenKind::Semicolon;
            if (token.kind == TokenKind::LeftParen || token.kind == TokenKind::LeftBracket || token.kind == TokenKind::LeftBrace) brackets++;
            if (token.kind == TokenKind::RightParen || token.kind == TokenKind::RightBracket || token.kind == TokenKind::RightBrace) {
                brackets = std::max(0, brackets - 1);
            }
        }
    }

    static bool beginsOperand(TokenKind kind) {
        switch (kind) {
        case TokenKind::Name:
        case TokenKind::Number:
        case TokenKind::String:
        case TokenKind::FStringStart:
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace:
        case TokenKind::Minus:
        case TokenKind::Star:
        case TokenKind::Tilde:
        case TokenKind::None_:
        case TokenKind::True_:
        case TokenKind::False_:
        case TokenKind::Not:
        case TokenKind::Await:
        case TokenKind::Lambda: return true;
        default: return false;
        }
    }

    // A colon outside brackets before the statement's line ends.
    bool headEndsWithColon(size_t index) const {
        int brackets = 0;
        for (size_t i = index + 1; i < m_tokens.size(); i++) {
            const Token& token = m_tokens[i];
            if (brackets == 0 && m_tokens[i - 1].endLine < token.line) return false;
            switch (token.kind) {
            case TokenKind::LeftParen:
            case TokenKind::LeftBracket:
            case TokenKind::LeftBrace: brackets++; break;
            case TokenKind::RightParen:
            case TokenKind::RightBracket:
            case TokenKind::RightBrace: brackets--; break;
            case TokenKind::Colon:
                if (brackets == 0) return true;
                break;
            case TokenKind::Equal:
                if (brackets == 0) return false;
                break;
            default: break;
            }
        }
        return false;
    }

    std::string_view m_text;
    size_t m_next = 0, m_lineStart = 0;
    int m_line = 1;
    std::vector<FString> m_fstrings;
    std::vector<Token> m_tokens;
};

}

std::vector<Token> tokenizeForDisplay(std::string_view text) { return Scanner(text).run(); }

}
