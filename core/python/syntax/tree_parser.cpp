// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/tree_parser.h"

#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

bool hasBlock(ast::StmtKind kind) {
    switch (kind) {
    case ast::StmtKind::FunctionDef:
    case ast::StmtKind::AsyncFunctionDef:
    case ast::StmtKind::ClassDef:
    case ast::StmtKind::For:
    case ast::StmtKind::AsyncFor:
    case ast::StmtKind::While:
    case ast::StmtKind::If:
    case ast::StmtKind::With:
    case ast::StmtKind::AsyncWith:
    case ast::StmtKind::Match:
    case ast::StmtKind::Try:
    case ast::StmtKind::TryStar: return true;
    default: return false;
    }
}

}

TreeParser::TreeParser(TokenStream& tokens, const SourceFile& source, Arena& arena, const ParseOptions& options)
    : m_tokens(tokens),
      m_source(source),
      m_arena(arena),
      m_options(options),
      m_text(arena.string(source.text())) {}

std::string_view TreeParser::name(const Token& token) {
    const std::string_view text = m_text.substr(token.begin, token.end - token.begin);
    return utf8::isAscii(text) ? text : m_arena.string(unicode::normalizedKc(text));
}

bool TreeParser::takeName(std::string_view& result) {
    if (!at(TokenKind::Name)) return false;
    result = name(peek());
    m_next++;
    return true;
}

bool TreeParser::failDepth() {
    if (!m_problem) {
        m_problem.emplace();
        m_problem->kind = SyntaxProblem::Kind::MemoryError;
        m_problem->message = "Parser stack overflowed - Python source too complex to parse";
        m_problem->file = m_source.name();
        m_problem->hasPosition = m_problem->hasText = false;
    }
    return false;
}

std::nullptr_t TreeParser::fail(std::string message, const ast::Range& range) {
    if (!m_problem) {
        m_problem = m_tokens.lexer().makeProblem(SyntaxProblem::Kind::SyntaxError, std::move(message), range.line, range.column + 1, range.endLine,
                                                 range.endColumn + 1);
    }
    return nullptr;
}

// At the token read last. One without extent is shown where the lexer stands.
std::nullptr_t TreeParser::failAtLastToken(std::string message) {
    const Token& token = m_tokens.last();
    if (!m_problem) m_problem = m_tokens.lexer().makeProblemAt(SyntaxProblem::Kind::SyntaxError, std::move(message), token);
    return nullptr;
}

// From a token to where the lexer stands.
std::nullptr_t TreeParser::failSince(std::string message, const Token& token) {
    const Lexer& lexer = m_tokens.lexer();
    if (!m_problem) {
        m_problem =
            lexer.makeProblem(SyntaxProblem::Kind::SyntaxError, std::move(message), token.line, token.column + 1, lexer.line(), lexer.cursorColumn());
    }
    return nullptr;
}

std::optional<SyntaxProblem> TreeParser::findStringProblem(size_t firstToken) {
    const size_t warningCount = m_warnings.size(); // a second reading does not warn
    m_next = firstToken;
    strings();
    m_warnings.resize(warningCount);
    return m_problem;
}

ast::Module* TreeParser::module() {
    ListBuilder<Stmt*> body;
    while (!at(TokenKind::EndMarker)) {
        m_statementStart = m_next;
        if (!statement(body)) return nullptr;
    }
    auto* result = m_arena.make<ast::Module>();
    result->body = body.finish(m_arena);
    return result;
}

// One statement. The lexer ends the line after it, and the line after its block.
ast::Module* TreeParser::single() {
    ListBuilder<Stmt*> body;
    const Mark start = here();
    if (take(TokenKind::Newline)) {
        body.add(makeStmt<Stmt>(ast::StmtKind::Pass, start));
    } else {
        if (at(TokenKind::EndMarker) || !statement(body)) return nullptr;
        if (hasBlock(body[0]->kind) && !take(TokenKind::Newline)) return nullptr;
    }
    auto* result = m_arena.make<ast::Module>();
    result->body = body.finish(m_arena);
    return result;
}

ast::Expr* TreeParser::wholeExpression() {
    Expr* value = expressionList();
    if (!value) return nullptr;
    while (take(TokenKind::Newline)) {}
    return take(TokenKind::EndMarker) ? value : nullptr;
}

}
