// SPDX-License-Identifier: GPL-3.0-or-later
//
// Statements, and the simple ones among them.
#include "core/python/syntax/tree_parser.h"

namespace memtape {

using ast::ExprKind;
using ast::StmtKind;

bool TreeParser::statement(ListBuilder<Stmt*>& body) {
    switch (peek().kind) {
    case TokenKind::Def:
    case TokenKind::At:
    case TokenKind::Async:
    case TokenKind::If:
    case TokenKind::Class:
    case TokenKind::With:
    case TokenKind::For:
    case TokenKind::Try:
    case TokenKind::While: {
        Stmt* compound = compoundStatement();
        if (!compound) return false;
        body.add(compound);
        return true;
    }
    case TokenKind::Name:
        if (atSoftKeyword("match")) {
            bool isMatch = false;
            Stmt* match = matchStatement(isMatch);
            if (isMatch) {
                if (!match) return false;
                body.add(match);
                return true;
            }
            if (m_problem || m_tokens.lexer().hasFailed()) return false;
        }
        return simpleStatements(body);
    default: return simpleStatements(body);
    }
}

bool TreeParser::simpleStatements(ListBuilder<Stmt*>& body) {
    do {
        Stmt* stmt = simpleStatement();
        if (!stmt) return false;
        body.add(stmt);
        if (!take(TokenKind::Semicolon)) break;
    } while (!at(TokenKind::Newline));
    return take(TokenKind::Newline);
}

ast::Stmt* TreeParser::simpleStatement() {
    const Mark start = here();
    StmtKind kind;
    switch (peek().kind) {
    case TokenKind::Import: return importStatement();
    case TokenKind::From: return fromStatement();
    case TokenKind::Return: return returnStatement();
    case TokenKind::Raise: return raiseStatement();
    case TokenKind::Del: return deleteStatement();
    case TokenKind::Assert: return assertStatement();
    case TokenKind::Global:
    case TokenKind::Nonlocal: return scopeStatement();
    case TokenKind::Pass: kind = StmtKind::Pass; break;
    case TokenKind::Break: kind = StmtKind::Break; break;
    case TokenKind::Continue: kind = StmtKind::Continue; break;
    case TokenKind::Name:
        if (atSoftKeyword("type") && peek(1).kind == TokenKind::Name) return typeAlias();
        return expressionStatement();
    default: return expressionStatement();
    }
    m_next++;
    return makeStmt<Stmt>(kind, start);
}

namespace {

bool augmentedOperator(TokenKind kind, ast::Operator& op) {
    switch (kind) {
    case TokenKind::PlusEqual: op = ast::Operator::Add; return true;
    case TokenKind::MinusEqual: op = ast::Operator::Sub; return true;
    case TokenKind::StarEqual: op = ast::Operator::Mult; return true;
    case TokenKind::AtEqual: op = ast::Operator::MatMult; return true;
    case TokenKind::SlashEqual: op = ast::Operator::Div; return true;
    case TokenKind::PercentEqual: op = ast::Operator::Mod; return true;
    case TokenKind::AmpersandEqual: op = ast::Operator::BitAnd; return true;
    case TokenKind::BarEqual: op = ast::Operator::BitOr; return true;
    case TokenKind::CaretEqual: op = ast::Operator::BitXor; return true;
    case TokenKind::LeftShiftEqual: op = ast::Operator::LShift; return true;
    case TokenKind::RightShiftEqual: op = ast::Operator::RShift; return true;
    case TokenKind::DoubleStarEqual: op = ast::Operator::Pow; return true;
    case TokenKind::DoubleSlashEqual: op = ast::Operator::FloorDiv; return true;
    default: return false;
    }
}

bool isSingleTarget(const ast::Expr* expr) {
    return expr->kind == ExprKind::Name || expr->kind == ExprKind::Attribute || expr->kind == ExprKind::Subscript;
}

}

// An expression, or one of the assignments that begin with one.
ast::Stmt* TreeParser::expressionStatement() {
    const Mark start = here();
    const Parentheses parentheses = at(TokenKind::LeftParen) ? Parentheses::Present : Parentheses::Absent;
    const bool isYield = at(TokenKind::Yield);
    Expr* value = isYield ? yieldExpression() : starExpressions();
    if (!value) return nullptr;

    ast::Operator op;
    if (isYield) {
        // `yield x = 1` assigns to nothing
    } else if (at(TokenKind::Equal)) {
        ListBuilder<Expr*> targets;
        while (take(TokenKind::Equal)) {
            if (!asTarget(value, ast::Context::Store, TargetUse::Store)) return nullptr;
            targets.add(value);
            const bool isLast = at(TokenKind::Yield);
            value = annotatedRhs();
            if (!value || (isLast && at(TokenKind::Equal))) return nullptr;
        }
        auto* node = makeStmt<ast::Assign>(StmtKind::Assign, start);
        node->targets = targets.finish(m_arena);
        node->value = value;
        return node;
    } else if (at(TokenKind::Colon)) {
        return annotatedAssignment(start, value, parentheses);
    } else if (augmentedOperator(peek().kind, op)) {
        if (!isSingleTarget(value)) return nullptr;
        m_next++;
        asTarget(value, ast::Context::Store, TargetUse::Store);
        Expr* operand = annotatedRhs();
        if (!operand) return nullptr;
        auto* node = makeStmt<ast::AugAssign>(StmtKind::AugAssign, start);
        node->target = value;
        node->op = op;
        node->value = operand;
        return node;
    }
    auto* node = makeStmt<ast::ExprStmt>(StmtKind::Expr, start);
    node->value = value;
    return node;
}

ast::Stmt* TreeParser::annotatedAssignment(Mark start, Expr* target, Parentheses parentheses) {
    if (!isSingleTarget(target)) return nullptr;
    m_next++; // ':'
    Expr* annotation = expression();
    if (!annotation) return nullptr;
    Expr* value = nullptr;
    if (take(TokenKind::Equal)) {
        value = annotatedRhs();
        if (!value) return nullptr;
    }
    asTarget(target, ast::Context::Store, TargetUse::Store);
    auto* node = makeStmt<ast::AnnAssign>(StmtKind::AnnAssign, start);
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    node->simple = target->kind == ExprKind::Name && parentheses == Parentheses::Absent;
    return node;
}

ast::Stmt* TreeParser::returnStatement() {
    const Mark start = here();
    m_next++;
    Expr* value = nullptr;
    if (atExpressionStart() || at(TokenKind::Star)) {
        value = starExpressions();
        if (!value) return nullptr;
    }
    auto* node = makeStmt<ast::Return>(StmtKind::Return, start);
    node->value = value;
    return node;
}

ast::Stmt* TreeParser::raiseStatement() {
    const Mark start = here();
    m_next++;
    Expr* exception = nullptr;
    Expr* cause = nullptr;
    if (atExpressionStart()) {
        exception = expression();
        if (!exception) return nullptr;
        if (take(TokenKind::From)) {
            cause = expression();
            if (!cause) return nullptr;
        }
    }
    auto* node = makeStmt<ast::Raise>(StmtKind::Raise, start);
    node->exc = exception;
    node->cause = cause;
    return node;
}

ast::Stmt* TreeParser::deleteStatement() {
    const Mark start = here();
    m_next++;
    ListBuilder<Expr*> targets;
    do {
        if (!targets.isEmpty() && (at(TokenKind::Semicolon) || at(TokenKind::Newline))) break;
        Expr* target = primary();
        if (!target || !asTarget(target, ast::Context::Del, TargetUse::Delete)) return nullptr;
        targets.add(target);
    } while (take(TokenKind::Comma));
    if (!at(TokenKind::Semicolon) && !at(TokenKind::Newline)) return nullptr;
    auto* node = makeStmt<ast::Delete>(StmtKind::Delete, start);
    node->targets = targets.finish(m_arena);
    return node;
}

ast::Stmt* TreeParser::assertStatement() {
    const Mark start = here();
    m_next++;
    Expr* test = expression();
    if (!test) return nullptr;
    Expr* message = nullptr;
    if (take(TokenKind::Comma)) {
        message = expression();
        if (!message) return nullptr;
    }
    auto* node = makeStmt<ast::Assert>(StmtKind::Assert, start);
    node->test = test;
    node->msg = message;
    return node;
}

ast::Stmt* TreeParser::scopeStatement() {
    const Mark start = here();
    const bool isGlobal = at(TokenKind::Global);
    m_next++;
    ListBuilder<std::string_view> names;
    do {
        std::string_view word;
        if (!takeName(word)) return nullptr;
        names.add(word);
    } while (take(TokenKind::Comma));
    auto* node = makeStmt<ast::Global>(isGlobal ? StmtKind::Global : StmtKind::Nonlocal, start);
    static_assert(sizeof(ast::Global) == sizeof(ast::Nonlocal));
    node->names = names.finish(m_arena);
    return node;
}

ast::Stmt* TreeParser::typeAlias() {
    const Mark start = here();
    m_next++;
    const Mark nameStart = here();
    auto* target = m_arena.make<ast::Name>();
    target->kind = ExprKind::Name;
    takeName(target->id);
    target->ctx = ast::Context::Store;
    target->range = rangeFrom(nameStart);
    ast::List<ast::TypeParam> params;
    if (!typeParameters(params) || !take(TokenKind::Equal)) return nullptr;
    Expr* value = expression();
    if (!value) return nullptr;
    auto* node = makeStmt<ast::TypeAlias>(StmtKind::TypeAlias, start);
    node->name = target;
    node->typeParams = params;
    node->value = value;
    return node;
}

// ---- import ----------------------------------------------------------------------------------------------------

bool TreeParser::dottedName(std::string_view& result) {
    if (!takeName(result)) return false;
    if (!at(TokenKind::Dot)) return true;
    std::string joined(result);
    while (take(TokenKind::Dot)) {
        std::string_view part;
        if (!takeName(part)) return false;
        joined += '.';
        joined += part;
    }
    result = m_arena.string(joined);
    return true;
}

ast::Stmt* TreeParser::importStatement() {
    const Mark start = here();
    m_next++;
    ListBuilder<ast::Alias> names;
    do {
        const Mark aliasStart = here();
        ast::Alias alias{};
        if (!dottedName(alias.name)) return nullptr;
        if (take(TokenKind::As) && !takeName(alias.asname)) return nullptr;
        alias.range = rangeFrom(aliasStart);
        names.add(alias);
    } while (take(TokenKind::Comma));
    auto* node = makeStmt<ast::Import>(StmtKind::Import, start);
    node->names = names.finish(m_arena);
    return node;
}

bool TreeParser::importNames(ListBuilder<ast::Alias>& names) {
    const bool isParenthesized = take(TokenKind::LeftParen);
    if (!isParenthesized && at(TokenKind::Star)) {
        const Mark aliasStart = here();
        m_next++;
        names.add({rangeFrom(aliasStart), "*", {}});
        return true;
    }
    do {
        if (isParenthesized && !names.isEmpty() && at(TokenKind::RightParen)) break;
        const Mark aliasStart = here();
        ast::Alias alias{};
        if (!takeName(alias.name)) return false;
        if (take(TokenKind::As) && !takeName(alias.asname)) return false;
        alias.range = rangeFrom(aliasStart);
        names.add(alias);
    } while (take(TokenKind::Comma));
    return !isParenthesized || take(TokenKind::RightParen);
}

ast::Stmt* TreeParser::fromStatement() {
    const Mark start = here();
    m_next++;
    int level = 0;
    for (; at(TokenKind::Dot) || at(TokenKind::Ellipsis); m_next++) level += at(TokenKind::Dot) ? 1 : 3;
    std::string_view module;
    if (!at(TokenKind::Import) || level == 0) {
        if (!dottedName(module)) return nullptr;
    }
    ListBuilder<ast::Alias> names;
    if (!take(TokenKind::Import) || !importNames(names)) return nullptr;
    if (module == "__future__" && level == 0) {
        for (const ast::Alias& alias : names) m_hasBarry |= alias.name == "barry_as_FLUFL";
    }
    auto* node = makeStmt<ast::ImportFrom>(StmtKind::ImportFrom, start);
    node->module = module;
    node->names = names.finish(m_arena);
    node->level = level;
    return node;
}

}
