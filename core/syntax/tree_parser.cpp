// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/tree_parser.h"

#include "core/syntax/identifiers.h"

namespace memtape {

TreeParser::TreeParser(TokenStream& tokens, const SourceFile& source, Arena& arena, const ParseOptions& options)
    : m_tokens(tokens), m_source(source), m_arena(arena), m_options(options), m_text(arena.string(source.text())) {}

std::string_view TreeParser::name(const Token& token) {
    const std::string_view text = m_text.substr(token.begin, token.end - token.begin);
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x80) continue;
        return m_arena.string(normalizeIdentifier(text));
    }
    return text;
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
        m_problem = m_tokens.lexer().makeProblem(SyntaxProblem::Kind::SyntaxError, std::move(message), range.line, range.column + 1,
                                                 range.endLine, range.endColumn + 1);
    }
    return nullptr;
}

std::nullptr_t TreeParser::failAt(std::string message, const Token& token) {
    return fail(std::move(message), {token.line, token.column, token.endLine, token.endColumn});
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

ast::Module* TreeParser::single() {
    ListBuilder<Stmt*> body;
    if (take(TokenKind::Newline)) {
        Stmt* pass = m_arena.make<Stmt>();
        pass->kind = ast::StmtKind::Pass;
        pass->range = rangeFrom({1, 0});
        body.add(pass);
    } else if (at(TokenKind::EndMarker)) {
        return nullptr;
    } else {
        const bool isCompound = !at(TokenKind::Name);
        const size_t before = body.size();
        if (!statement(body)) return nullptr;
        const ast::StmtKind kind = body[before]->kind;
        const bool hasBlock = (kind >= ast::StmtKind::FunctionDef && kind <= ast::StmtKind::ClassDef) ||
                              (kind >= ast::StmtKind::For && kind <= ast::StmtKind::Match) || kind == ast::StmtKind::Try ||
                              kind == ast::StmtKind::TryStar;
        (void)isCompound;
        // A statement with a block needs a line end of its own, which the end of the text gives.
        if (hasBlock && !at(TokenKind::EndMarker) && !take(TokenKind::Newline)) return nullptr;
    }
    auto* result = m_arena.make<ast::Module>();
    result->body = body.finish(m_arena);
    return result;
}

ast::Expr* TreeParser::wholeExpression() {
    Expr* value = expressionList();
    if (!value) return nullptr;
    while (take(TokenKind::Newline)) {
    }
    return take(TokenKind::EndMarker) ? value : nullptr;
}

}
