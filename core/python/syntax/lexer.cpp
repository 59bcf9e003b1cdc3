// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/lexer.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "core/source/encodings.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

int countCharacters(std::string_view text) { return static_cast<int>(utf8::countCharacters(text)); }

bool isNameStart(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128; }

bool isNameByte(int c) { return isNameStart(c) || (c >= '0' && c <= '9'); }

}

Lexer::Lexer(const SourceFile& source, Goal goal)
    : m_source(source),
      m_goal(goal),
      m_text(source.text().data()),
      m_textEnd(m_text + source.text().size()),
      m_cursor(m_text),
      m_lineStart(m_text),
      m_lineEnd(m_text),
      m_bufferStart(m_text) {
    if (goal != Goal::File && source.hasAddedLineEnd()) m_textEnd--;
}

bool Lexer::nextLine() {
    if (m_lineEnd == m_textEnd) {
        if (!m_hasReachedEnd) m_isRewound = !m_start && m_source.origin() == SourceFile::Origin::File;
        m_hasReachedEnd = true;
        return false;
    }
    if (!m_start) m_bufferStart = m_cursor;
    m_lineStart = m_cursor;
    m_line++;
    const void* found = std::memchr(m_cursor, '\n', static_cast<size_t>(m_textEnd - m_cursor));
    m_lineEnd = found ? static_cast<const char*>(found) + 1 : m_textEnd;
    return true;
}

Token Lexer::next() {
    if (m_problem) return errorToken();
    if (isInFString() && !m_fstrings.back().isInExpression) return fstringToken();
    Token token = regularToken();
    if (m_goal != Goal::Statement) return token;
    // At a prompt the end of the text ends the line and all blocks, once for each statement.
    if (token.kind == TokenKind::EndMarker && m_hasStatement) {
        token.kind = TokenKind::Newline;
        m_hasStatement = false;
        m_pendingIndents -= m_indent;
        m_indent = 0;
    } else {
        m_hasStatement = true;
    }
    return token;
}

// ---- making tokens and problems --------------------------------------------------------------------------------

Token Lexer::make(TokenKind kind, const char* begin, const char* end) {
    Token token;
    token.kind = kind;
    token.level = static_cast<uint8_t>(std::min<size_t>(m_brackets.size(), 255));
    token.begin = static_cast<uint32_t>(begin - m_text);
    token.end = static_cast<uint32_t>(end - m_text);
    token.line = token.endLine = m_line;
    token.column = begin >= m_lineStart ? static_cast<int>(begin - m_lineStart) : -1;
    token.endColumn = end >= m_lineStart ? static_cast<int>(end - m_lineStart) : -1;
    return token;
}

Token Lexer::makeString(TokenKind kind, const char* begin, const char* end) {
    Token token = make(kind, begin, end);
    token.line = m_stringLine;
    token.column = static_cast<int>(begin - m_stringLineStart);
    return token;
}

Token Lexer::makePlaceless(TokenKind kind) {
    Token token = make(kind, m_cursor, m_cursor);
    token.column = token.endColumn = -1;
    return token;
}

Token Lexer::errorToken() { return makePlaceless(TokenKind::Error); }

// A problem that the tokenizer itself words: the quoted line ends where the line does, and the column is that of the
// last character read unless one is given.
Token Lexer::fail(std::string message, int column, int endColumn) {
    if (m_problem) return errorToken();
    SyntaxProblem problem;
    problem.message = std::move(message);
    problem.file = m_source.name();
    problem.line = problem.endLine = m_line;
    const std::string_view read(m_lineStart, static_cast<size_t>(m_cursor - m_lineStart));
    problem.column = column >= 0 ? column : countCharacters(read);
    problem.endColumn = endColumn >= 0 ? endColumn : problem.column;
    const char* lineEnd = static_cast<const char*>(std::memchr(m_lineStart, '\n', static_cast<size_t>(m_textEnd - m_lineStart)));
    problem.text = utf8::replaceProblems({m_lineStart, static_cast<size_t>((lineEnd ? lineEnd : m_textEnd) - m_lineStart)});
    m_problem = std::move(problem);
    m_hasWrongToken = true;
    return errorToken();
}

Token Lexer::failAtEnd() {
    if (m_problem) return errorToken();
    if (m_source.decodingProblem()) {
        m_problem = m_source.decodingProblem();
        m_hasWrongToken = true;
    } else if (!m_brackets.empty()) {
        m_problem = unclosedBracketProblem();
    } else {
        m_cursor = m_lineEnd;
        m_problem = makeProblem(SyntaxProblem::Kind::SyntaxError, "unexpected EOF while parsing", m_line, cursorColumn(), m_line, -1);
    }
    return errorToken();
}

// A problem with the current line as a whole, the cursor behind it.
Token Lexer::failHere(SyntaxProblem::Kind kind, std::string message) {
    m_problem = makeProblem(kind, std::move(message), m_line, cursorColumn(), m_line, -1);
    return errorToken();
}

SyntaxProblem Lexer::unclosedBracketProblem() const {
    const Bracket& bracket = m_brackets.back();
    return makeProblem(SyntaxProblem::Kind::SyntaxError, std::string("'") + bracket.character + "' was never closed", bracket.line,
                       bracket.column + 1, bracket.line, 0);
}

SyntaxProblem Lexer::makeProblem(SyntaxProblem::Kind kind, std::string message, int line, int column, int endLine, int endColumn) const {
    std::string_view text;
    if (!m_source.isOnDisk() && m_line <= line) {
        text = buffer();
    } else {
        text = m_source.quotedLine(line);
        if (!m_source.isOnDisk() && !text.empty() && text.back() == '\n') text.remove_suffix(1);
    }
    SyntaxProblem problem;
    problem.kind = kind;
    problem.message = std::move(message);
    problem.file = m_source.name();
    problem.line = line;
    problem.endLine = endLine;
    problem.text = m_source.isValidUtf8() ? std::string(text) : utf8::replaceProblems(text);
    // CPython counts the characters in front of a 1-based byte column, so a column inside a character counts that one.
    const auto charactersTo = [&](int byteColumn) {
        if (byteColumn <= 0) return byteColumn;
        const size_t wanted = static_cast<size_t>(byteColumn);
        if (wanted > problem.text.size()) return countCharacters(problem.text) + 1;
        return countCharacters(std::string_view(problem.text).substr(0, wanted));
    };
    problem.column = charactersTo(column);
    problem.endColumn = charactersTo(endColumn);
    return problem;
}

void Lexer::warn(std::string message) {
    if (!m_warns) return;
    const int column = countCharacters({m_lineStart, static_cast<size_t>(m_cursor - m_lineStart)});
    m_warnings.push_back({std::move(message), m_line, column, column + 1, m_line});
}

// ---- ordinary tokens -------------------------------------------------------------------------------------------

bool Lexer::readContinuation() {
    int c = read();
    if (c == '\r') c = read();
    if (c != '\n') {
        m_problem = makeProblem(SyntaxProblem::Kind::SyntaxError, "unexpected character after line continuation character", m_line,
                                static_cast<int>(m_cursor - m_bufferStart), m_line, 0);
        return false;
    }
    c = read();
    if (c == EndOfText) {
        m_cursor = m_lineEnd;
        failAtEnd();
        return false;
    }
    unread(c);
    return true;
}

bool Lexer::readIndentation() {
    m_isBlankLine = false;
    int column = 0, tabColumn = 0, continuedColumn = 0;
    m_isAtLineStart = false;
    int c;
    for (;;) {
        c = read();
        if (c == ' ') {
            column++;
            tabColumn++;
        } else if (c == '\t') {
            column = (column / 8 + 1) * 8;
            tabColumn++;
        } else if (c == '\014') {
            column = tabColumn = 0; // a form feed starts the count anew
        } else if (c == '\\') {
            // A backslash in front of any text: the indentation is what stands before the first one.
            continuedColumn = continuedColumn ? continuedColumn : column;
            if (!readContinuation()) return false;
        } else {
            break;
        }
    }
    unread(c);
    if (c == '#' || c == '\n' || c == '\r') {
        m_isBlankLine = true;
        return true;
    }
    if (!m_brackets.empty()) return true;
    if (continuedColumn) column = tabColumn = continuedColumn;

    const auto failTabs = [&] {
        m_cursor = m_lineEnd;
        m_problem = makeProblem(SyntaxProblem::Kind::TabError, "inconsistent use of tabs and spaces in indentation", m_line, 1, m_line, 0);
        return false;
    };
    if (column == m_indents[m_indent]) return tabColumn == m_tabIndents[m_indent] || failTabs();
    if (column > m_indents[m_indent]) {
        if (m_indent + 1 >= MaxIndents) {
            m_cursor = m_lineEnd;
            m_problem = makeProblem(SyntaxProblem::Kind::IndentationError, "too many levels of indentation", m_line, 1, m_line, 0);
            return false;
        }
        if (tabColumn <= m_tabIndents[m_indent]) return failTabs();
        m_pendingIndents++;
        m_indents[++m_indent] = column;
        m_tabIndents[m_indent] = tabColumn;
        return true;
    }
    while (m_indent > 0 && column < m_indents[m_indent]) {
        m_pendingIndents--;
        m_indent--;
    }
    if (column != m_indents[m_indent]) {
        m_cursor = m_lineEnd;
        failHere(SyntaxProblem::Kind::IndentationError, "unindent does not match any outer indentation level");
        return false;
    }
    return tabColumn == m_tabIndents[m_indent] || failTabs();
}

Token Lexer::regularToken() {
nextLine:
    m_start = nullptr;
    if (m_isAtLineStart && !readIndentation()) return errorToken();
    m_start = m_cursor;
    if (m_pendingIndents != 0) {
        const bool isIndent = m_pendingIndents > 0;
        m_pendingIndents += isIndent ? -1 : 1;
        return makePlaceless(isIndent ? TokenKind::Indent : TokenKind::Dedent);
    }
    // Peeking is what reads the next line, with m_start set: CPython's buffer then keeps the line before.
    unread(read());

again:
    m_start = nullptr;
    int c;
    do c = read();
    while (c == ' ' || c == '\t' || c == '\014');
    m_start = c == EndOfText ? m_cursor : m_cursor - 1;
    if (c == '#') {
        m_cursor = m_lineEnd[-1] == '\n' ? m_lineEnd - 1 : m_lineEnd;
        if (m_keepsEverything) return make(TokenKind::Comment, m_start, m_cursor);
        c = read();
    }
    if (c == EndOfText) {
        if (!m_brackets.empty() || m_source.decodingProblem()) return failAtEnd();
        return makePlaceless(TokenKind::EndMarker);
    }
    if (isNameStart(c)) return nameOrString(c);
    if (c == '\n') {
        m_isAtLineStart = true;
        if (m_isBlankLine || !m_brackets.empty()) {
            if (!m_keepsEverything) goto nextLine;
            return make(TokenKind::LineBreak, m_start, m_cursor);
        }
        return make(TokenKind::Newline, m_start, m_cursor);
    }
    if (c == '.') {
        c = read();
        if (c >= '0' && c <= '9') return number('.');
        if (c == '.') {
            c = read();
            if (c == '.') return make(TokenKind::Ellipsis, m_start, m_cursor);
            unread(c);
            c = '.';
        }
        unread(c);
        return make(TokenKind::Dot, m_start, m_cursor);
    }
    if (c >= '0' && c <= '9') return number(c);
    if (c == '\'' || c == '"') return stringLiteral(c);
    if (c == '\\') {
        if (!readContinuation()) return errorToken();
        goto again;
    }
    return punctuation(c);
}

Token Lexer::nameOrString(int c) {
    // The legal prefixes of a string, in any order and case; "u" stands alone.
    bool hasB = false, hasR = false, hasU = false, hasF = false;
    for (;;) {
        const int lower = c | 0x20;
        if (lower == 'b' && !hasB && !hasU && !hasF) hasB = true;
        else if (lower == 'u' && !hasB && !hasU && !hasR && !hasF) hasU = true;
        else if (lower == 'r' && !hasR && !hasU) hasR = true;
        else if (lower == 'f' && !hasF && !hasB && !hasU) hasF = true;
        else break;
        c = read();
        if (c == '"' || c == '\'') return hasF ? fstringStart(c) : stringLiteral(c);
    }
    bool isAscii = true;
    while (isNameByte(c)) {
        if (c >= 128) isAscii = false;
        c = read();
    }
    unread(c);
    if (!isAscii && !m_keepsEverything && !checkIdentifier()) return errorToken();
    const std::string_view text(m_start, static_cast<size_t>(m_cursor - m_start));
    return make(isAscii ? keywordOrName(text) : TokenKind::Name, m_start, m_cursor);
}

bool Lexer::checkIdentifier() {
    const std::string_view text(m_start, static_cast<size_t>(m_cursor - m_start));
    if (!m_source.isValidUtf8()) {
        if (auto problem = findUtf8Problem(text)) {
            m_problem = makeProblem(SyntaxProblem::Kind::SyntaxError, "(unicode error) " + *problem, m_line, cursorColumn(), m_line, -1);
            return false;
        }
    }
    const size_t wrong = unicode::findNonIdentifierCharacter(text);
    if (wrong == std::string_view::npos) return true;
    const utf8::Step step = utf8::decode(text, wrong);
    m_cursor = m_start + wrong + step.length;
    char hex[16];
    std::snprintf(hex, sizeof hex, "U+%04X", static_cast<unsigned>(step.character));
    if (unicode::isPrintable(step.character)) {
        fail("invalid character '" + std::string(text.substr(wrong, step.length)) + "' (" + hex + ")");
    } else {
        fail(std::string("invalid non-printable character ") + hex);
    }
    return false;
}

// ---- punctuation -----------------------------------------------------------------------------------------------

namespace {

TokenKind oneCharacterOperator(int c) {
    switch (c) {
    case '(': return TokenKind::LeftParen;
    case ')': return TokenKind::RightParen;
    case '[': return TokenKind::LeftBracket;
    case ']': return TokenKind::RightBracket;
    case '{': return TokenKind::LeftBrace;
    case '}': return TokenKind::RightBrace;
    case ':': return TokenKind::Colon;
    case ',': return TokenKind::Comma;
    case ';': return TokenKind::Semicolon;
    case '+': return TokenKind::Plus;
    case '-': return TokenKind::Minus;
    case '*': return TokenKind::Star;
    case '/': return TokenKind::Slash;
    case '|': return TokenKind::Bar;
    case '&': return TokenKind::Ampersand;
    case '<': return TokenKind::Less;
    case '>': return TokenKind::Greater;
    case '=': return TokenKind::Equal;
    case '.': return TokenKind::Dot;
    case '%': return TokenKind::Percent;
    case '~': return TokenKind::Tilde;
    case '^': return TokenKind::Caret;
    case '@': return TokenKind::At;
    case '!': return TokenKind::Exclamation;
    default: return TokenKind::Unknown;
    }
}

// Unknown: the two (or three) characters are no operator together.
TokenKind twoCharacterOperator(int c, int c2) {
    const auto ifEqual = [c2](TokenKind kind) { return c2 == '=' ? kind : TokenKind::Unknown; };
    switch (c) {
    case '=': return ifEqual(TokenKind::EqualEqual);
    case '!': return ifEqual(TokenKind::NotEqual);
    case '<': return c2 == '<' ? TokenKind::LeftShift : c2 == '>' ? TokenKind::NotEqual : ifEqual(TokenKind::LessEqual);
    case '>': return c2 == '>' ? TokenKind::RightShift : ifEqual(TokenKind::GreaterEqual);
    case '*': return c2 == '*' ? TokenKind::DoubleStar : ifEqual(TokenKind::StarEqual);
    case '/': return c2 == '/' ? TokenKind::DoubleSlash : ifEqual(TokenKind::SlashEqual);
    case '-': return c2 == '>' ? TokenKind::Arrow : ifEqual(TokenKind::MinusEqual);
    case ':': return ifEqual(TokenKind::ColonEqual);
    case '+': return ifEqual(TokenKind::PlusEqual);
    case '%': return ifEqual(TokenKind::PercentEqual);
    case '&': return ifEqual(TokenKind::AmpersandEqual);
    case '|': return ifEqual(TokenKind::BarEqual);
    case '^': return ifEqual(TokenKind::CaretEqual);
    case '@': return ifEqual(TokenKind::AtEqual);
    default: return TokenKind::Unknown;
    }
}

TokenKind threeCharacterOperator(TokenKind two, int c3) {
    if (c3 != '=') return TokenKind::Unknown;
    switch (two) {
    case TokenKind::LeftShift: return TokenKind::LeftShiftEqual;
    case TokenKind::RightShift: return TokenKind::RightShiftEqual;
    case TokenKind::DoubleStar: return TokenKind::DoubleStarEqual;
    case TokenKind::DoubleSlash: return TokenKind::DoubleSlashEqual;
    default: return TokenKind::Unknown;
    }
}

}

Token Lexer::punctuation(int c) {
    if (isInFStringExpression() && c == ':') {
        // A colon at the field's own level begins its format spec, even where ":=" would be an operator.
        FString& fstring = m_fstrings.back();
        if (fstring.braceDepth - 1 == fstring.expressionDepth) {
            fstring.isInExpression = false;
            fstring.isInFormatSpec = true;
            return make(TokenKind::Colon, m_start, m_cursor);
        }
    }
    const int c2 = read();
    if (const TokenKind two = twoCharacterOperator(c, c2); two != TokenKind::Unknown) {
        const int c3 = read();
        if (const TokenKind three = threeCharacterOperator(two, c3); three != TokenKind::Unknown) {
            return make(three, m_start, m_cursor);
        }
        unread(c3);
        return make(two, m_start, m_cursor);
    }
    unread(c2);

    if (c == '(' || c == '[' || c == '{') return openBracket(c);
    if (c == ')' || c == ']' || c == '}') return closeBracket(c);
    if (!unicode::isPrintable(static_cast<char32_t>(c))) {
        char message[60];
        std::snprintf(message, sizeof message, "invalid non-printable character U+%04X", static_cast<unsigned>(c));
        return fail(message);
    }
    return make(oneCharacterOperator(c), m_start, m_cursor);
}

Token Lexer::openBracket(int c) {
    if (m_brackets.size() >= MaxBrackets) return fail("too many nested parentheses");
    m_brackets.push_back({static_cast<char>(c), m_line, static_cast<int>(m_start - m_lineStart)});
    if (isInFString()) m_fstrings.back().braceDepth++;
    return make(oneCharacterOperator(c), m_start, m_cursor);
}

Token Lexer::closeBracket(int c) {
    const char closing = static_cast<char>(c);
    if (isInFString() && m_fstrings.back().braceDepth == 0 && c == '}') return fail("f-string: single '}' is not allowed");
    if (m_brackets.empty() && m_keepsEverything) return make(oneCharacterOperator(c), m_start, m_cursor);
    if (m_brackets.empty()) return fail(std::string("unmatched '") + closing + "'");
    const Bracket opening = m_brackets.back();
    m_brackets.pop_back();
    const char wanted = opening.character == '(' ? ')' : opening.character == '[' ? ']' : '}';
    if (closing != wanted && !m_keepsEverything) {
        // The field's own brace is not what a stray bracket inside was meant to close.
        if (isInFString() && opening.character == '{' && m_fstrings.back().braceDepth - 1 == m_fstrings.back().expressionDepth) {
            return fail(std::string("f-string: unmatched '") + closing + "'");
        }
        std::string message = std::string("closing parenthesis '") + closing + "' does not match opening parenthesis '" + opening.character + "'";
        if (opening.line != m_line) message += " on line " + std::to_string(opening.line);
        return fail(std::move(message));
    }
    if (isInFString()) {
        FString& fstring = m_fstrings.back();
        if (--fstring.braceDepth < 0) return fail(std::string("f-string: unmatched '") + closing + "'");
        if (c == '}' && fstring.braceDepth == fstring.expressionDepth) {
            fstring.expressionDepth--;
            fstring.isInExpression = false;
            fstring.isInFormatSpec = false;
        }
    }
    return make(oneCharacterOperator(c), m_start, m_cursor);
}

}
