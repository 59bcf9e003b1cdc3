// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From text to tokens, one at a time: CPython 3.13's tokenizer, with PEP 701's f-strings.
//
// The lexer goes through the text line by line. Its state is visible because a SyntaxError shows it: where the reading
// head is when the error is found decides columns and the quoted line. These are the marks in the current line:
//
//     spam = (1, $ 2)\n
//     |         |    `- m_lineEnd: behind the line end
//     |         `- m_cursor: the next byte to read
//     `- m_lineStart; m_bufferStart is the same, or the start of an earlier line when a token began there
//
// An f-string is lexed in two modes that take turns: text between the braces (FString) and ordinary tokens inside them
// (Regular). A stack has an entry for each f-string that is open.

#include <optional>
#include <string>
#include <vector>

#include "core/python/syntax/token.h"
#include "core/source/diagnostic.h"
#include "core/source/source_file.h"

namespace memtape {

class Lexer {
public:
    static constexpr int MaxIndents = 100;
    static constexpr int MaxBrackets = 200;
    static constexpr int MaxFStrings = 150;
    static constexpr int MaxFStringExpressions = 3;

    struct Bracket {
        char character;
        int line, column;
    };

    // What the text is to be. A file's last line always ends; that of an expression or of a statement typed at a prompt
    // may not.
    enum class Goal { File, Expression, Statement };

    Lexer(const SourceFile& source, Goal goal);

    // The next token. After a token of kind Error there is no more, and `problem()` says why.
    Token next();

    const std::optional<SyntaxProblem>& problem() const { return m_problem; }
    std::vector<SyntaxWarning>& warnings() { return m_warnings; }
    void setWarns(bool warns) { m_warns = warns; }
    // As CPython's tokenizer works for a program's tokenize module: comments and all line ends are tokens, and what only a parser would object to
    // is none of its business.
    void setKeepsEverything() { m_keepsEverything = true; }

    const SourceFile& source() const { return m_source; }
    bool hasReachedEnd() const { return m_hasReachedEnd; }
    bool hasFailed() const { return m_problem.has_value(); }
    // The problem is of the kind that CPython reports even when it comes after another error in the text: a token that
    // is none, not a matter of lines and indentation.
    bool hasWrongToken() const { return m_hasWrongToken; }
    bool isInFString() const { return !m_fstrings.empty(); }
    size_t offset() const { return static_cast<size_t>(m_cursor - m_text); }
    int line() const { return m_line; }
    int cursorColumn() const { return m_isRewound ? 0 : static_cast<int>(m_cursor - m_lineStart); }
    const std::vector<Bracket>& brackets() const { return m_brackets; }
    // The text that CPython holds in its buffer: the current line, and those before it that belong to the same token.
    std::string_view buffer() const { return {m_bufferStart, static_cast<size_t>(m_lineEnd - m_bufferStart)}; }

    // "'(' was never closed", at the innermost open bracket.
    SyntaxProblem unclosedBracketProblem() const;
    // A problem with CPython's numbers: columns count bytes from 1, and are turned into characters of the quoted line.
    SyntaxProblem makeProblem(SyntaxProblem::Kind kind, std::string message, int line, int column, int endLine, int endColumn) const;
    // The same at a token; one without extent is shown at the cursor.
    SyntaxProblem makeProblemAt(SyntaxProblem::Kind kind, std::string message, const Token& token) const {
        // at the end of a file CPython's buffer is empty already, so no column is left to tell
        const bool isOver = m_cursor == m_textEnd && m_source.origin() == SourceFile::Origin::File;
        return makeProblem(kind, std::move(message), token.line,
                           token.column >= 0 ? token.column + 1
                           : isOver          ? 0
                                             : cursorColumn(),
                           token.endLine, token.endColumn < 0 ? -1 : token.endColumn + 1);
    }

private:
    static constexpr int EndOfText = -1;

    // One open f-string.
    struct FString {
        char quote;
        int quoteSize;
        bool isRaw;
        bool isInExpression; // the mode: tokens, not text
        bool isInFormatSpec = false;
        int braceDepth = 0;       // brackets of any kind open inside
        int expressionDepth = -1; // replacement fields open inside: the field's braceDepth, -1 for none
        const char* start;
        const char* lineStart;
        int line;
    };

    int read() {
        if (m_cursor == m_lineEnd && !nextLine()) return EndOfText;
        return static_cast<unsigned char>(*m_cursor++);
    }
    void unread(int c) {
        if (c != EndOfText) m_cursor--;
    }
    bool nextLine();

    Token regularToken();
    Token fstringToken();
    // Sets indents pending; false: a problem.
    bool readIndentation();
    bool readContinuation();
    Token nameOrString(int c);
    Token number(int c);
    Token stringLiteral(int quote);
    Token fstringStart(int quote);
    Token punctuation(int c);
    Token openBracket(int c);
    Token closeBracket(int c);

    // number() in parts: each leaves the first character behind the number in `c`; false: a problem.
    bool readDecimalDigits(int& c);
    bool readRadixDigits(int& c, int radix);
    bool checkEndOfNumber(int c, const char* kind);
    bool isFollowedBy(const char* word);
    bool checkIdentifier();

    Token make(TokenKind kind, const char* begin, const char* end);
    Token makePlaceless(TokenKind kind);
    Token makeString(TokenKind kind, const char* begin, const char* end);
    Token fail(std::string message, int column = -1, int endColumn = -1);
    Token failAtEnd();
    Token failHere(SyntaxProblem::Kind kind, std::string message);
    Token errorToken();
    void warn(std::string message);

    bool isInFStringExpression() const { return isInFString() && m_fstrings.back().expressionDepth >= 0; }

    const SourceFile& m_source;
    Goal m_goal;
    const char* m_text;
    const char* m_textEnd;
    const char* m_cursor;
    const char* m_lineStart;
    const char* m_lineEnd;
    const char* m_bufferStart;
    const char* m_start = nullptr;           // where the current token begins; null between tokens
    bool m_isRewound = false;                // at a file's end between tokens CPython's buffer is empty, its cursor at the beginning
    const char* m_stringLineStart = nullptr; // a string's first line: token columns count from there
    int m_stringLine = 0;
    int m_line = 0;
    bool m_isAtLineStart = true;
    bool m_hasReachedEnd = false;
    bool m_hasWrongToken = false;
    bool m_warns = true;
    bool m_keepsEverything = false;
    bool m_isBlankLine = false;  // nothing but a comment, perhaps, is on the current line
    bool m_hasStatement = false; // Goal::Statement: tokens since the last line end that the end of the text stood for
    int m_pendingIndents = 0;    // negative: dedents
    int m_indent = 0;
    // Columns of the open blocks, with tabs as eight columns and as one: they must agree in order.
    int m_indents[MaxIndents] = {};
    int m_tabIndents[MaxIndents] = {};
    std::vector<Bracket> m_brackets;
    std::vector<FString> m_fstrings;
    std::optional<SyntaxProblem> m_problem;
    std::vector<SyntaxWarning> m_warnings;
};

}
