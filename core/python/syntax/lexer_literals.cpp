// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lexer's numbers and strings.
#include <cstring>

#include "core/python/syntax/lexer.h"

namespace memtape {

namespace {

bool isDigit(int c) { return c >= '0' && c <= '9'; }

bool isHexDigit(int c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

}

// ---- numbers ---------------------------------------------------------------------------------------------------

// The word is next, and ends there.
bool Lexer::isFollowedBy(const char* word) {
    const size_t length = std::strlen(word);
    if (static_cast<size_t>(m_textEnd - m_cursor) < length || std::memcmp(m_cursor, word, length) != 0) return false;
    const int c = m_cursor + length < m_textEnd ? static_cast<unsigned char>(m_cursor[length]) : EndOfText;
    return !(isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128);
}

// A number runs into a name. Where the name is a keyword that may follow a number CPython still lets it pass, with a
// warning.
bool Lexer::checkEndOfNumber(int c, const char* kind) {
    if (m_keepsEverything) return true;
    bool isKeywordNext = false;
    switch (c) {
    case 'a': isKeywordNext = isFollowedBy("nd"); break;
    case 'e': isKeywordNext = isFollowedBy("lse"); break;
    case 'f': isKeywordNext = isFollowedBy("or"); break;
    case 'i': isKeywordNext = m_cursor < m_textEnd && (*m_cursor == 'f' || *m_cursor == 'n' || *m_cursor == 's'); break;
    case 'o': isKeywordNext = isFollowedBy("r"); break;
    case 'n': isKeywordNext = isFollowedBy("ot"); break;
    default: break;
    }
    if (isKeywordNext) {
        unread(c);
        warn(std::string("invalid ") + kind + " literal");
        read();
        return true;
    }
    const bool isNamePart = isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!isNamePart) return true;
    unread(c);
    fail(std::string("invalid ") + kind + " literal");
    return false;
}

bool Lexer::readDecimalDigits(int& c) {
    for (;;) {
        do c = read();
        while (isDigit(c));
        if (c != '_') return true;
        c = read();
        if (!isDigit(c)) {
            unread(c);
            fail("invalid decimal literal");
            return false;
        }
    }
}

bool Lexer::readRadixDigits(int& c, int radix) {
    const char* kind = radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary";
    const auto isRadixDigit = [radix](int digit) { return radix == 16 ? isHexDigit(digit) : digit >= '0' && digit < '0' + radix; };
    const auto failDigit = [&] {
        fail(std::string("invalid digit '") + static_cast<char>(c) + "' in " + kind + " literal");
        return false;
    };
    c = read();
    do {
        if (c == '_') c = read();
        if (!isRadixDigit(c)) {
            if (isDigit(c)) return failDigit();
            unread(c);
            fail(std::string("invalid ") + kind + " literal");
            return false;
        }
        do c = read();
        while (isRadixDigit(c));
    } while (c == '_');
    if (isDigit(c)) return failDigit();
    return checkEndOfNumber(c, kind);
}

// Called with the first digit, or with '.' when a digit has been read behind it.
Token Lexer::number(int c) {
    const auto finish = [&] {
        unread(c);
        return make(TokenKind::Number, m_start, m_cursor);
    };
    enum class Part { Integer, Fraction, Exponent, Imaginary } part = Part::Integer;
    const char* zerosEnd = nullptr; // set for "0123", which is an error unless it goes on as a float

    if (c == '.') {
        if (!readDecimalDigits(c)) return errorToken();
        part = Part::Exponent;
    } else if (c == '0') {
        c = read();
        const int radix = c == 'x' || c == 'X' ? 16 : c == 'o' || c == 'O' ? 8 : c == 'b' || c == 'B' ? 2 : 0;
        if (radix) return readRadixDigits(c, radix) ? finish() : errorToken();
        for (;;) {
            if (c == '_') {
                c = read();
                if (!isDigit(c)) {
                    unread(c);
                    return fail("invalid decimal literal");
                }
            }
            if (c != '0') break;
            c = read();
        }
        const char* const zeros = m_cursor;
        if (isDigit(c)) {
            zerosEnd = zeros;
            if (!readDecimalDigits(c)) return errorToken();
        }
        if (c != '.' && c != 'e' && c != 'E' && c != 'j' && c != 'J') {
            if (!m_keepsEverything && zerosEnd) {
                unread(c);
                return fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                            static_cast<int>(m_start + 1 - m_lineStart), static_cast<int>(zerosEnd - m_lineStart));
            }
            return checkEndOfNumber(c, "decimal") ? finish() : errorToken();
        }
    } else if (!readDecimalDigits(c)) {
        return errorToken();
    }

    if (part == Part::Integer && c == '.') {
        c = read();
        if (isDigit(c) && !readDecimalDigits(c)) return errorToken();
    }
    if (c == 'e' || c == 'E') {
        const int e = c;
        c = read();
        if (c == '+' || c == '-') {
            c = read();
            if (!isDigit(c)) {
                unread(c);
                return fail("invalid decimal literal");
            }
        } else if (!isDigit(c)) {
            // Not an exponent: perhaps "1else".
            unread(c);
            if (!checkEndOfNumber(e, "decimal")) return errorToken();
            unread(e);
            return make(TokenKind::Number, m_start, m_cursor);
        }
        if (!readDecimalDigits(c)) return errorToken();
    }
    if (c == 'j' || c == 'J') {
        c = read();
        return checkEndOfNumber(c, "imaginary") ? finish() : errorToken();
    }
    return checkEndOfNumber(c, "decimal") ? finish() : errorToken();
}

// ---- strings ---------------------------------------------------------------------------------------------------

Token Lexer::stringLiteral(int quote) {
    m_stringLine = m_line;
    m_stringLineStart = m_lineStart;
    int quoteSize = 1, endQuotes = 0;
    bool hasEscapedQuote = false;
    int c = read();
    if (c == quote) {
        c = read();
        if (c == quote) quoteSize = 3;
        else endQuotes = 1; // the empty string
    }
    if (c != quote) unread(c);

    while (endQuotes != quoteSize) {
        c = read();
        if (c == EndOfText && m_source.decodingProblem()) return failAtEnd();
        if (c == EndOfText || (quoteSize == 1 && c == '\n')) {
            // The error is shown at the opening quote.
            const int detectedLine = m_line;
            m_cursor = m_start + 1;
            m_lineStart = m_stringLineStart;
            m_line = m_stringLine;
            if (isInFString() && m_fstrings.back().quote == quote && m_fstrings.back().quoteSize == quoteSize) {
                return fail("f-string: expecting '}'");
            }
            const std::string detected = " (detected at line " + std::to_string(detectedLine) + ")";
            if (quoteSize == 3) return fail("unterminated triple-quoted string literal" + detected);
            return fail("unterminated string literal" + detected + (hasEscapedQuote ? "; perhaps you escaped the end quote?" : ""));
        }
        if (c == quote) {
            endQuotes++;
            continue;
        }
        endQuotes = 0;
        if (c == '\\') {
            c = read();
            if (c == quote) hasEscapedQuote = true;
        }
    }
    return makeString(TokenKind::String, m_start, m_cursor);
}

Token Lexer::fstringStart(int quote) {
    int quoteSize = 1;
    m_stringLine = m_line;
    m_stringLineStart = m_lineStart;
    const int c2 = read();
    if (c2 == quote) {
        const int c3 = read();
        if (c3 == quote) {
            quoteSize = 3;
        } else {
            unread(c3);
            unread(c2);
        }
    } else {
        unread(c2);
    }
    if (m_fstrings.size() + 1 >= MaxFStrings) return fail("too many nested f-strings");
    FString fstring{};
    fstring.quote = static_cast<char>(quote);
    fstring.quoteSize = quoteSize;
    fstring.isRaw = (m_start[0] | 0x20) == 'r' || (m_start[1] | 0x20) == 'r';
    fstring.isInExpression = false;
    fstring.isInFormatSpec = false;
    fstring.braceDepth = 0;
    fstring.expressionDepth = -1;
    fstring.start = m_start;
    fstring.lineStart = m_lineStart;
    fstring.line = m_line;
    m_fstrings.push_back(fstring);
    return make(TokenKind::FStringStart, m_start, m_cursor);
}

// Text of an f-string up to the next field, the end, or half of a doubled brace.
Token Lexer::fstringToken() {
    FString& fstring = m_fstrings.back();
    m_start = m_cursor;
    m_stringLine = m_line;
    const auto openField = [&] {
        fstring.expressionDepth++;
        if (fstring.expressionDepth >= MaxFStringExpressions) {
            fail("f-string: expressions nested too deeply");
            return false;
        }
        fstring.isInExpression = true;
        return true;
    };

    const int first = read();
    if (first == '{') {
        const int second = read();
        unread(second);
        unread(first);
        if (second != '{') return openField() ? regularToken() : errorToken();
    } else {
        unread(first);
    }

    bool isAtQuotes = true;
    for (int i = 0; i < fstring.quoteSize && isAtQuotes; i++) {
        const int c = read();
        if (c == fstring.quote) continue;
        unread(c);
        isAtQuotes = false;
    }
    if (isAtQuotes) {
        const Token end = make(TokenKind::FStringEnd, m_start, m_cursor);
        m_fstrings.pop_back();
        return end;
    }

    m_stringLineStart = m_lineStart;
    bool isInCharacterName = false;
    int endQuotes = 0;
    const auto middle = [&](const char* end) {
        // Columns of the text count from the start of its first line.
        Token token = make(TokenKind::FStringMiddle, m_start, end);
        token.line = m_stringLine;
        token.column = static_cast<int>(m_start - m_stringLineStart);
        return token;
    };
    // The text has one brace of two, the token's range both.
    const auto doubledBrace = [&] {
        Token token = middle(m_cursor - 1);
        token.endColumn++;
        return token;
    };
    while (endQuotes != fstring.quoteSize) {
        const int c = read();
        const bool isInSpec = fstring.isInFormatSpec && fstring.expressionDepth >= 0;
        if (c == EndOfText && m_source.decodingProblem()) return failAtEnd();
        if (c == EndOfText || (fstring.quoteSize == 1 && c == '\n')) {
            if (isInSpec && c == '\n') {
                // A line end also ends the format spec; the parser then finds no brace.
                unread(c);
                fstring.isInExpression = true;
                fstring.isInFormatSpec = false;
                return middle(m_cursor);
            }
            const std::string detected = " (detected at line " + std::to_string(m_line) + ")";
            m_cursor = fstring.start + 1;
            m_lineStart = fstring.lineStart;
            m_line = fstring.line;
            if (fstring.quoteSize == 3) return fail("unterminated triple-quoted f-string literal" + detected);
            return fail("unterminated f-string literal" + detected);
        }
        if (c == fstring.quote) {
            endQuotes++;
            continue;
        }
        endQuotes = 0;
        if (c == '{') {
            const int peek = read();
            if (peek == '{' && !isInSpec) return doubledBrace();
            unread(peek);
            unread(c);
            return openField() ? middle(m_cursor) : errorToken();
        }
        if (c == '}') {
            if (isInCharacterName) return middle(m_cursor);
            const int peek = read();
            if (peek == '}' && !isInSpec && fstring.braceDepth == 0) return doubledBrace();
            unread(peek);
            unread(c);
            fstring.isInExpression = true;
            return middle(m_cursor);
        }
        if (c == '\\') {
            int peek = read();
            if (peek == '{' || peek == '}') {
                if (!fstring.isRaw) warn(std::string("invalid escape sequence '\\") + static_cast<char>(peek) + "'");
                unread(peek);
                continue;
            }
            if (!fstring.isRaw && peek == 'N') {
                peek = read();
                if (peek == '{') isInCharacterName = true;
                else unread(peek);
            }
        }
    }
    m_cursor -= fstring.quoteSize; // the quotes are the next token
    return middle(m_cursor);
}

}
