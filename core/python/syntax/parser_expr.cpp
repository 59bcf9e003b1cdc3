// SPDX-License-Identifier: GPL-3.0-or-later
//
// Expressions, from the loosest operator to the tightest.
#include "core/python/syntax/tree_parser.h"

namespace memtape {

using ast::ExprKind;

// `lambda: body` and `a if b else c` take another expression as their right part. Chains of them are read in a loop,
// not by recursion, and put together from the right: the native stack stays flat, and the depth is counted as if it did
// not.
ast::Expr* TreeParser::expression() {
    struct Pending {
        Mark start;
        ast::Arguments* lambda; // null: a conditional expression
        Expr* body;
        Expr* test;
    };
    ListBuilder<Pending> pending;
    const int depth = m_depth;
    Expr* value = nullptr;
    for (;;) {
        const Mark start = here();
        if (take(TokenKind::Lambda)) {
            m_depth += 2;
            if (m_depth > MaxDepth && !failDepth()) return nullptr;
            ast::Arguments* args = parameters(TokenKind::Colon);
            if (!args || !take(TokenKind::Colon)) return nullptr;
            pending.add({start, args, nullptr, nullptr});
            continue;
        }
        value = disjunction();
        if (!value) return nullptr;
        if (!take(TokenKind::If)) break;
        Expr* test = disjunction();
        if (!test || !take(TokenKind::Else)) return nullptr;
        m_depth++;
        if (m_depth > MaxDepth && !failDepth()) return nullptr;
        pending.add({start, nullptr, value, test});
    }
    m_depth = depth;
    for (size_t i = pending.size(); i-- > 0;) {
        if (pending[i].lambda) {
            auto* node = makeExpr<ast::Lambda>(ExprKind::Lambda, pending[i].start);
            node->args = pending[i].lambda;
            node->body = value;
            value = node;
        } else {
            auto* node = makeExpr<ast::IfExp>(ExprKind::IfExp, pending[i].start);
            node->test = pending[i].test;
            node->body = pending[i].body;
            node->orelse = value;
            value = node;
        }
    }
    return value;
}

// `expression`, or `name := expression`. The expression may not be followed by ":=".
ast::Expr* TreeParser::namedExpression() {
    const Mark start = here();
    if (at(TokenKind::Name) && peek(1).kind == TokenKind::ColonEqual) {
        auto* target = m_arena.make<ast::Name>();
        target->kind = ExprKind::Name;
        target->id = name(peek());
        target->ctx = ast::Context::Store;
        m_next++;
        target->range = rangeFrom(start);
        m_next++;
        Expr* value = expression();
        if (!value) return nullptr;
        auto* node = makeExpr<ast::NamedExpr>(ExprKind::NamedExpr, start);
        node->target = target;
        node->value = value;
        return node;
    }
    Expr* value = expression();
    return value && at(TokenKind::ColonEqual) ? nullptr : value;
}

ast::Expr* TreeParser::starExpression() {
    if (!at(TokenKind::Star)) return expression();
    const Mark start = here();
    m_next++;
    Expr* value = bitwiseOr();
    if (!value) return nullptr;
    auto* node = makeExpr<ast::Starred>(ExprKind::Starred, start);
    node->value = value;
    return node;
}

ast::Expr* TreeParser::starNamedExpression() { return at(TokenKind::Star) ? starExpression() : namedExpression(); }

bool TreeParser::atExpressionStart() {
    switch (peek().kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::FStringStart:
    case TokenKind::LeftParen:
    case TokenKind::LeftBracket:
    case TokenKind::LeftBrace:
    case TokenKind::Minus:
    case TokenKind::Plus:
    case TokenKind::Tilde:
    case TokenKind::Ellipsis:
    case TokenKind::None_:
    case TokenKind::True_:
    case TokenKind::False_:
    case TokenKind::Not:
    case TokenKind::Await:
    case TokenKind::Lambda: return true;
    default: return false;
    }
}

ast::Expr* TreeParser::starExpressions() {
    const Mark start = here();
    Expr* first = starExpression();
    if (!first || !at(TokenKind::Comma)) return first;
    ListBuilder<Expr*> items;
    items.add(first);
    while (take(TokenKind::Comma)) {
        if (!atExpressionStart() && !at(TokenKind::Star)) break;
        Expr* item = starExpression();
        if (!item) return nullptr;
        items.add(item);
    }
    auto* node = makeExpr<ast::Tuple>(ExprKind::Tuple, start);
    node->elts = items.finish(m_arena);
    return node;
}

ast::Expr* TreeParser::expressionList() {
    const Mark start = here();
    Expr* first = expression();
    if (!first || !at(TokenKind::Comma)) return first;
    ListBuilder<Expr*> items;
    items.add(first);
    while (take(TokenKind::Comma)) {
        if (!atExpressionStart()) break;
        Expr* item = expression();
        if (!item) return nullptr;
        items.add(item);
    }
    auto* node = makeExpr<ast::Tuple>(ExprKind::Tuple, start);
    node->elts = items.finish(m_arena);
    return node;
}

ast::Expr* TreeParser::annotatedRhs() { return at(TokenKind::Yield) ? yieldExpression() : starExpressions(); }

ast::Expr* TreeParser::yieldExpression() {
    const Mark start = here();
    m_next++;
    if (take(TokenKind::From)) {
        Expr* value = expression();
        if (!value) return nullptr;
        auto* node = makeExpr<ast::YieldFrom>(ExprKind::YieldFrom, start);
        node->value = value;
        return node;
    }
    Expr* value = nullptr;
    if (atExpressionStart() || at(TokenKind::Star)) {
        value = starExpressions();
        if (!value) return nullptr;
    }
    auto* node = makeExpr<ast::Yield>(ExprKind::Yield, start);
    node->value = value;
    return node;
}

ast::Expr* TreeParser::disjunction() {
    const Mark start = here();
    Expr* first = conjunction();
    if (!first || !at(TokenKind::Or)) return first;
    ListBuilder<Expr*> values;
    values.add(first);
    while (take(TokenKind::Or)) {
        Expr* value = conjunction();
        if (!value) return nullptr;
        values.add(value);
    }
    auto* node = makeExpr<ast::BoolOp>(ExprKind::BoolOp, start);
    node->op = ast::BoolOperator::Or;
    node->values = values.finish(m_arena);
    return node;
}

ast::Expr* TreeParser::conjunction() {
    const Mark start = here();
    Expr* first = inversion();
    if (!first || !at(TokenKind::And)) return first;
    ListBuilder<Expr*> values;
    values.add(first);
    while (take(TokenKind::And)) {
        Expr* value = inversion();
        if (!value) return nullptr;
        values.add(value);
    }
    auto* node = makeExpr<ast::BoolOp>(ExprKind::BoolOp, start);
    node->op = ast::BoolOperator::And;
    node->values = values.finish(m_arena);
    return node;
}

ast::Expr* TreeParser::inversion() {
    if (!at(TokenKind::Not)) return comparison();
    ListBuilder<Mark> starts;
    const int depth = m_depth;
    while (at(TokenKind::Not)) {
        starts.add(here());
        m_next++;
        if (++m_depth > MaxDepth && !failDepth()) return nullptr;
    }
    Expr* value = comparison();
    m_depth = depth;
    for (size_t i = starts.size(); value && i-- > 0;) {
        auto* node = makeExpr<ast::UnaryOp>(ExprKind::UnaryOp, starts[i]);
        node->op = ast::UnaryOperator::Not;
        node->operand = value;
        value = node;
    }
    return value;
}

ast::Expr* TreeParser::comparison() {
    const Mark start = here();
    Expr* left = bitwiseOr();
    if (!left) return nullptr;
    ListBuilder<ast::CompareOperator> operators;
    ListBuilder<Expr*> operands;
    for (;;) {
        ast::CompareOperator op;
        switch (peek().kind) {
        case TokenKind::EqualEqual: op = ast::CompareOperator::Eq; break;
        case TokenKind::LessEqual: op = ast::CompareOperator::LtE; break;
        case TokenKind::Less: op = ast::CompareOperator::Lt; break;
        case TokenKind::GreaterEqual: op = ast::CompareOperator::GtE; break;
        case TokenKind::Greater: op = ast::CompareOperator::Gt; break;
        case TokenKind::In: op = ast::CompareOperator::In; break;
        case TokenKind::NotEqual:
            if (m_hasBarry && m_tokens.text(peek()) == "!=") {
                return failAtLastToken("with Barry as BDFL, use '<>' instead of '!='");
            }
            if (!m_hasBarry && m_tokens.text(peek()) == "<>") return nullptr;
            op = ast::CompareOperator::NotEq;
            break;
        case TokenKind::Not:
            m_next++;
            if (!at(TokenKind::In)) return nullptr;
            op = ast::CompareOperator::NotIn;
            break;
        case TokenKind::Is:
            op = ast::CompareOperator::Is;
            if (peek(1).kind == TokenKind::Not) {
                m_next++;
                op = ast::CompareOperator::IsNot;
            }
            break;
        default:
            if (operands.isEmpty()) return left;
            auto* node = makeExpr<ast::Compare>(ExprKind::Compare, start);
            node->left = left;
            node->ops = operators.finish(m_arena);
            node->comparators = operands.finish(m_arena);
            return node;
        }
        m_next++;
        Expr* operand = bitwiseOr();
        if (!operand) return nullptr;
        operators.add(op);
        operands.add(operand);
    }
}

namespace {

struct BinaryOperator {
    int precedence; // 0: no operator
    ast::Operator op;
};

BinaryOperator binaryOperator(TokenKind kind) {
    switch (kind) {
    case TokenKind::Bar: return {1, ast::Operator::BitOr};
    case TokenKind::Caret: return {2, ast::Operator::BitXor};
    case TokenKind::Ampersand: return {3, ast::Operator::BitAnd};
    case TokenKind::LeftShift: return {4, ast::Operator::LShift};
    case TokenKind::RightShift: return {4, ast::Operator::RShift};
    case TokenKind::Plus: return {5, ast::Operator::Add};
    case TokenKind::Minus: return {5, ast::Operator::Sub};
    case TokenKind::Star: return {6, ast::Operator::Mult};
    case TokenKind::Slash: return {6, ast::Operator::Div};
    case TokenKind::DoubleSlash: return {6, ast::Operator::FloorDiv};
    case TokenKind::Percent: return {6, ast::Operator::Mod};
    case TokenKind::At: return {6, ast::Operator::MatMult};
    default: return {0, ast::Operator::Add};
    }
}

}

// The binary operators are all left-associative, so a chain is a loop, however long.
ast::Expr* TreeParser::binary(int minPrecedence) {
    const Mark start = here();
    Expr* left = factor();
    while (left) {
        const BinaryOperator next = binaryOperator(peek().kind);
        if (next.precedence < minPrecedence || next.precedence == 0) return left;
        m_next++;
        Expr* right = binary(next.precedence + 1);
        if (!right) return nullptr;
        auto* node = makeExpr<ast::BinOp>(ExprKind::BinOp, start);
        node->left = left;
        node->op = next.op;
        node->right = right;
        left = node;
    }
    return nullptr;
}

// Signs and powers: `-a ** -b ** c` is -(a ** -(b ** c)). Read in a loop, as expression() is.
ast::Expr* TreeParser::factor() {
    struct Pending {
        Mark start;
        Expr* base; // of a power; null: a sign
        ast::UnaryOperator op;
    };
    ListBuilder<Pending> pending;
    const int depth = m_depth;
    Expr* value = nullptr;
    for (;;) {
        const Mark start = here();
        const TokenKind kind = peek().kind;
        if (kind == TokenKind::Minus || kind == TokenKind::Plus || kind == TokenKind::Tilde) {
            m_next++;
            m_depth++;
            pending.add({start, nullptr,
                         kind == TokenKind::Minus  ? ast::UnaryOperator::USub
                         : kind == TokenKind::Plus ? ast::UnaryOperator::UAdd
                                                   : ast::UnaryOperator::Invert});
        } else {
            value = awaitPrimary();
            if (!value) return nullptr;
            if (!take(TokenKind::DoubleStar)) break;
            m_depth += 2;
            pending.add({start, value, ast::UnaryOperator::Not});
        }
        if (m_depth > MaxDepth && !failDepth()) return nullptr;
    }
    m_depth = depth;
    for (size_t i = pending.size(); i-- > 0;) {
        if (pending[i].base) {
            auto* node = makeExpr<ast::BinOp>(ExprKind::BinOp, pending[i].start);
            node->left = pending[i].base;
            node->op = ast::Operator::Pow;
            node->right = value;
            value = node;
        } else {
            auto* node = makeExpr<ast::UnaryOp>(ExprKind::UnaryOp, pending[i].start);
            node->op = pending[i].op;
            node->operand = value;
            value = node;
        }
    }
    return value;
}

ast::Expr* TreeParser::awaitPrimary() {
    if (!at(TokenKind::Await)) return primary();
    const Mark start = here();
    m_next++;
    Expr* value = primary();
    if (!value) return nullptr;
    auto* node = makeExpr<ast::Await>(ExprKind::Await, start);
    node->value = value;
    return node;
}

}
