// SPDX-License-Identifier: GPL-3.0-or-later
//
// Statements with blocks: if, while, for, with, try.
#include "core/python/syntax/tree_parser.h"

namespace memtape {

using ast::ExprKind;
using ast::StmtKind;

ast::Stmt* TreeParser::compoundStatement() {
    DepthGuard guard(*this, 12);
    if (!guard) return nullptr;
    const Mark start = here();
    switch (peek().kind) {
    case TokenKind::Def: return functionDefinition(start, false, {});
    case TokenKind::At: return decorated();
    case TokenKind::Class: return classDefinition({});
    case TokenKind::If: return ifStatement();
    case TokenKind::While: return whileStatement();
    case TokenKind::For: return forStatement(start, false);
    case TokenKind::With: return withStatement(start, false);
    case TokenKind::Try: return tryStatement();
    case TokenKind::Async:
        m_next++;
        if (at(TokenKind::Def)) return functionDefinition(start, true, {});
        if (at(TokenKind::For)) return forStatement(start, true);
        if (at(TokenKind::With)) return withStatement(start, true);
        return nullptr;
    default: return nullptr;
    }
}

// What stands behind a colon: statements on the same line, or an indented block.
bool TreeParser::block(StmtList& body) {
    ListBuilder<Stmt*> statements;
    if (take(TokenKind::Newline)) {
        if (!take(TokenKind::Indent)) return false;
        do {
            if (!statement(statements)) return false;
        } while (!at(TokenKind::Dedent) && !at(TokenKind::EndMarker));
        if (!take(TokenKind::Dedent)) return false;
    } else if (!simpleStatements(statements)) {
        return false;
    }
    body = statements.finish(m_arena);
    return true;
}

bool TreeParser::elseBlock(StmtList& body) {
    if (!take(TokenKind::Else)) return true;
    return take(TokenKind::Colon) && block(body);
}

// An `elif` is an if statement in the else block of the one before. A chain of them is read in a loop and put together
// from the end.
ast::Stmt* TreeParser::ifStatement() {
    struct Branch {
        Mark start;
        Expr* test;
        StmtList body;
    };
    ListBuilder<Branch> branches;
    const int depth = m_depth;
    do {
        Branch branch{here(), nullptr, {}};
        m_next++;
        if (++m_depth > MaxDepth && !failDepth()) return nullptr;
        branch.test = namedExpression();
        if (!branch.test || !take(TokenKind::Colon) || !block(branch.body)) return nullptr;
        branches.add(branch);
    } while (at(TokenKind::Elif));
    m_depth = depth;
    StmtList orelse;
    if (!elseBlock(orelse)) return nullptr;
    Stmt* result = nullptr;
    for (size_t i = branches.size(); i-- > 0;) {
        auto* node = makeStmt<ast::If>(StmtKind::If, branches[i].start);
        node->test = branches[i].test;
        node->body = branches[i].body;
        node->orelse = orelse;
        result = node;
        orelse = m_arena.list(&result, 1);
    }
    return result;
}

ast::Stmt* TreeParser::whileStatement() {
    const Mark start = here();
    m_next++;
    Expr* test = namedExpression();
    StmtList body, orelse;
    if (!test || !take(TokenKind::Colon) || !block(body) || !elseBlock(orelse)) return nullptr;
    auto* node = makeStmt<ast::While>(StmtKind::While, start);
    node->test = test;
    node->body = body;
    node->orelse = orelse;
    return node;
}

ast::Stmt* TreeParser::forStatement(Mark start, bool isAsync) {
    m_next++;
    Expr* target = targetList(TokenKind::In);
    if (!target || !take(TokenKind::In)) return nullptr;
    Expr* iter = starExpressions();
    StmtList body, orelse;
    if (!iter || !take(TokenKind::Colon) || !block(body) || !elseBlock(orelse)) return nullptr;
    auto* node = makeStmt<ast::For>(isAsync ? StmtKind::AsyncFor : StmtKind::For, start);
    node->target = target;
    node->iter = iter;
    node->body = body;
    node->orelse = orelse;
    return node;
}

bool TreeParser::withItem(ast::WithItem& item) {
    item.contextExpr = expression();
    if (!item.contextExpr) return false;
    if (!take(TokenKind::As)) return true;
    const Mark start = here();
    const bool isStarred = take(TokenKind::Star);
    item.optionalVars = primary();
    if (!item.optionalVars) return false;
    if (isStarred) {
        auto* starred = makeExpr<ast::Starred>(ExprKind::Starred, start);
        starred->value = item.optionalVars;
        item.optionalVars = starred;
    }
    if (!asTarget(item.optionalVars, ast::Context::Store, TargetUse::Store)) return false;
    return at(TokenKind::Comma) || at(TokenKind::RightParen) || at(TokenKind::Colon);
}

ast::Stmt* TreeParser::withStatement(Mark start, bool isAsync) {
    m_next++;
    ListBuilder<ast::WithItem> items;
    const auto readItems = [&](TokenKind end) {
        do {
            if (!items.isEmpty() && end == TokenKind::RightParen && at(end)) break;
            ast::WithItem item{};
            if (!withItem(item)) return false;
            items.add(item);
        } while (take(TokenKind::Comma));
        return take(end) && (end == TokenKind::Colon || take(TokenKind::Colon));
    };
    // `with (a, b):` has two items, `with (a, b) as c:` one: which it is shows behind the closing parenthesis.
    bool isRead = false;
    if (at(TokenKind::LeftParen)) {
        const size_t begin = m_next++;
        isRead = readItems(TokenKind::RightParen);
        if (!isRead) {
            if (m_problem || m_tokens.lexer().hasFailed()) return nullptr;
            m_next = begin;
            items.clear();
        }
    }
    if (!isRead && !readItems(TokenKind::Colon)) return nullptr;
    StmtList body;
    if (!block(body)) return nullptr;
    auto* node = makeStmt<ast::With>(isAsync ? StmtKind::AsyncWith : StmtKind::With, start);
    node->items = items.finish(m_arena);
    node->body = body;
    return node;
}

bool TreeParser::exceptHandlers(ListBuilder<ast::ExceptHandler>& handlers, bool& isStar) {
    while (at(TokenKind::Except)) {
        const Mark start = here();
        m_next++;
        const bool hasStar = take(TokenKind::Star);
        if (!handlers.isEmpty() && hasStar != isStar) return false;
        isStar = hasStar;
        ast::ExceptHandler handler{};
        if (isStar || !at(TokenKind::Colon)) {
            handler.type = expression();
            if (!handler.type) return false;
            if (take(TokenKind::As) && !takeName(handler.name)) return false;
        }
        if (!take(TokenKind::Colon) || !block(handler.body)) return false;
        handler.range = blockRangeFrom(start);
        handlers.add(handler);
    }
    return true;
}

ast::Stmt* TreeParser::tryStatement() {
    const Mark start = here();
    m_next++;
    StmtList body, orelse, finalbody;
    if (!take(TokenKind::Colon) || !block(body)) return nullptr;
    ListBuilder<ast::ExceptHandler> handlers;
    bool isStar = false;
    if (!exceptHandlers(handlers, isStar)) return nullptr;
    if (!handlers.isEmpty() && !elseBlock(orelse)) return nullptr;
    if (take(TokenKind::Finally)) {
        if (!take(TokenKind::Colon) || !block(finalbody)) return nullptr;
    } else if (handlers.isEmpty()) {
        return nullptr;
    }
    auto* node = makeStmt<ast::Try>(isStar ? StmtKind::TryStar : StmtKind::Try, start);
    node->body = body;
    node->handlers = handlers.finish(m_arena);
    node->orelse = orelse;
    node->finalbody = finalbody;
    return node;
}

}
