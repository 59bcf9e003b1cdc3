// SPDX-License-Identifier: GPL-3.0-or-later
//
// Operands: names, literals, displays and comprehensions, and what may follow one (attribute, subscript, call).
#include "core/python/syntax/literals.h"
#include "core/python/syntax/tree_parser.h"

namespace memtape {

using ast::ExprKind;

ast::Expr* TreeParser::primary() {
    const Mark start = here(); // a parenthesised operand's own range leaves its parentheses out
    Expr* left = atom();
    while (left) {
        switch (peek().kind) {
        case TokenKind::Dot: {
            m_next++;
            std::string_view attr;
            if (!takeName(attr)) return nullptr;
            auto* node = makeExpr<ast::Attribute>(ExprKind::Attribute, start);
            node->value = left;
            node->attr = attr;
            left = node;
            break;
        }
        case TokenKind::LeftBracket: {
            m_next++;
            DepthGuard guard(*this, 20);
            if (!guard) return nullptr;
            Expr* index = slices();
            if (!index || !take(TokenKind::RightBracket)) return nullptr;
            auto* node = makeExpr<ast::Subscript>(ExprKind::Subscript, start);
            node->value = left;
            node->slice = index;
            left = node;
            break;
        }
        case TokenKind::LeftParen: {
            ast::List<Expr*> args;
            ast::List<ast::Keyword> keywords;
            if (!callArguments(args, keywords, BareGenerator::Allowed)) return nullptr;
            auto* node = makeExpr<ast::Call>(ExprKind::Call, start);
            node->func = left;
            node->args = args;
            node->keywords = keywords;
            left = node;
            break;
        }
        default: return left;
        }
    }
    return nullptr;
}

ast::Expr* TreeParser::slices() {
    const Mark start = here();
    const bool isStarred = at(TokenKind::Star);
    Expr* first = slice();
    if (!first || (!at(TokenKind::Comma) && !isStarred)) return first;
    ListBuilder<Expr*> items;
    items.add(first);
    while (take(TokenKind::Comma)) {
        if (at(TokenKind::RightBracket)) break;
        Expr* item = slice();
        if (!item) return nullptr;
        items.add(item);
    }
    auto* node = makeExpr<ast::Tuple>(ExprKind::Tuple, start);
    node->elts = items.finish(m_arena);
    return node;
}

ast::Expr* TreeParser::slice() {
    const Mark start = here();
    if (take(TokenKind::Star)) {
        const size_t begin = m_next - 1;
        Expr* value = expression();
        if (!value) {
            suspect(Suspect::Rule::StarredArgument, begin);
            return nullptr;
        }
        auto* node = makeExpr<ast::Starred>(ExprKind::Starred, start);
        node->value = value;
        return node;
    }
    Expr* lower = nullptr;
    if (!at(TokenKind::Colon)) {
        lower = namedExpression();
        if (!lower || !at(TokenKind::Colon)) return lower;
        // `a[b := 1 : 2]` is no slice.
        if (lower->kind == ExprKind::NamedExpr && lower->range.line == start.line && lower->range.column == start.column) return nullptr;
    }
    m_next++; // ':'
    Expr* upper = nullptr;
    Expr* step = nullptr;
    if (atExpressionStart() && !(upper = expression())) return nullptr;
    if (take(TokenKind::Colon) && atExpressionStart() && !(step = expression())) return nullptr;
    auto* node = makeExpr<ast::Slice>(ExprKind::Slice, start);
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return node;
}

const Constant* sharedConstant(Constant::Kind kind) {
    static const Constant constants[] = {{Constant::Kind::None}, {Constant::Kind::Ellipsis}, {Constant::Kind::False}, {Constant::Kind::True}};
    return &constants[static_cast<size_t>(kind)];
}

ast::Expr* TreeParser::makeConstant(Mark start, const memtape::Constant* value) {
    auto* node = makeExpr<ast::Constant>(ExprKind::Constant, start);
    node->value = value;
    return node;
}

ast::Expr* TreeParser::atom() {
    const Mark start = here();
    Constant::Kind kind;
    switch (peek().kind) {
    case TokenKind::Name: {
        auto* node = m_arena.make<ast::Name>();
        node->kind = ExprKind::Name;
        takeName(node->id);
        node->range = rangeFrom(start);
        return node;
    }
    case TokenKind::True_: kind = Constant::Kind::True; break;
    case TokenKind::False_: kind = Constant::Kind::False; break;
    case TokenKind::None_: kind = Constant::Kind::None; break;
    case TokenKind::Ellipsis: kind = Constant::Kind::Ellipsis; break;
    case TokenKind::String:
    case TokenKind::FStringStart: return strings();
    case TokenKind::Number: return numberLiteral();
    case TokenKind::LeftParen: return parenthesized();
    case TokenKind::LeftBracket: return listDisplay();
    case TokenKind::LeftBrace: return braces();
    default: return nullptr;
    }
    m_next++;
    return makeConstant(start, sharedConstant(kind));
}

ast::Expr* TreeParser::numberLiteral() {
    const Mark start = here();
    const Token token = peek();
    m_next++;
    size_t digits = 0;
    auto value = parseNumber(m_tokens.text(token), m_options.maxIntDigits, digits);
    if (!value) {
        return fail("Exceeds the limit (" + std::to_string(m_options.maxIntDigits) + " digits) for integer string conversion: value has " +
                        std::to_string(digits) +
                        " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for "
                        "huge integer "
                        "literals to avoid decimal conversion limits.",
                    {token.line, -1, token.line, -1});
    }
    return makeConstant(start, m_arena.constant(std::move(*value)));
}

bool TreeParser::starNamedItems(ListBuilder<Expr*>& items, TokenKind close) {
    while (!at(close)) {
        Expr* item = starNamedExpression();
        if (!item) return false;
        items.add(item);
        if (!take(TokenKind::Comma)) break;
    }
    return take(close);
}

// "(": a group, a tuple or a generator expression.
ast::Expr* TreeParser::parenthesized() {
    const Mark start = here();
    DepthGuard guard(*this, 29);
    if (!guard) return nullptr;
    m_next++;
    if (at(TokenKind::Yield)) {
        Expr* inner = yieldExpression();
        return inner && take(TokenKind::RightParen) ? inner : nullptr;
    }
    if (take(TokenKind::RightParen)) return makeExpr<ast::Tuple>(ExprKind::Tuple, start);
    const bool isStarred = at(TokenKind::Star);
    Expr* first = starNamedExpression();
    if (!first) return nullptr;
    if (!isStarred && atComprehension()) {
        ast::List<ast::Comprehension> clauses;
        if (!comprehensionClauses(clauses) || !take(TokenKind::RightParen)) return nullptr;
        auto* node = makeExpr<ast::GeneratorExp>(ExprKind::GeneratorExp, start);
        node->elt = first;
        node->generators = clauses;
        return node;
    }
    if (!take(TokenKind::Comma)) return !isStarred && take(TokenKind::RightParen) ? first : nullptr;
    ListBuilder<Expr*> items;
    items.add(first);
    if (!starNamedItems(items, TokenKind::RightParen)) return nullptr;
    auto* node = makeExpr<ast::Tuple>(ExprKind::Tuple, start);
    node->elts = items.finish(m_arena);
    return node;
}

ast::Expr* TreeParser::listDisplay() {
    const Mark start = here();
    DepthGuard guard(*this, 29);
    if (!guard) return nullptr;
    m_next++;
    ListBuilder<Expr*> items;
    if (!at(TokenKind::RightBracket)) {
        const bool isStarred = at(TokenKind::Star);
        Expr* first = starNamedExpression();
        if (!first) return nullptr;
        if (!isStarred && atComprehension()) {
            ast::List<ast::Comprehension> clauses;
            if (!comprehensionClauses(clauses) || !take(TokenKind::RightBracket)) return nullptr;
            auto* node = makeExpr<ast::ListComp>(ExprKind::ListComp, start);
            node->elt = first;
            node->generators = clauses;
            return node;
        }
        items.add(first);
        if (!take(TokenKind::Comma) && !at(TokenKind::RightBracket)) return nullptr;
    }
    if (!starNamedItems(items, TokenKind::RightBracket)) return nullptr;
    auto* node = makeExpr<ast::ListExpr>(ExprKind::List, start);
    node->elts = items.finish(m_arena);
    return node;
}

// "{": a dict, a set or a comprehension of either.
ast::Expr* TreeParser::braces() {
    const Mark start = here();
    DepthGuard guard(*this, 29);
    if (!guard) return nullptr;
    m_next++;

    ListBuilder<Expr*> keys, values;
    bool isDict = at(TokenKind::RightBrace) || at(TokenKind::DoubleStar);
    if (!isDict) {
        const bool isStarred = at(TokenKind::Star);
        const bool isNamed = at(TokenKind::Name) && peek(1).kind == TokenKind::ColonEqual;
        Expr* first = starNamedExpression();
        if (!first) return nullptr;
        isDict = !isStarred && !isNamed && at(TokenKind::Colon);
        if (!isDict) {
            if (!isStarred && atComprehension()) {
                ast::List<ast::Comprehension> clauses;
                if (!comprehensionClauses(clauses) || !take(TokenKind::RightBrace)) return nullptr;
                auto* node = makeExpr<ast::SetComp>(ExprKind::SetComp, start);
                node->elt = first;
                node->generators = clauses;
                return node;
            }
            values.add(first);
            if (!take(TokenKind::Comma) && !at(TokenKind::RightBrace)) return nullptr;
            if (!starNamedItems(values, TokenKind::RightBrace)) return nullptr;
            auto* node = makeExpr<ast::Set>(ExprKind::Set, start);
            node->elts = values.finish(m_arena);
            return node;
        }
        Expr* value = nullptr;
        if (!dictValue(value)) return nullptr;
        if (atComprehension()) {
            ast::List<ast::Comprehension> clauses;
            if (!comprehensionClauses(clauses) || !take(TokenKind::RightBrace)) return nullptr;
            auto* node = makeExpr<ast::DictComp>(ExprKind::DictComp, start);
            node->key = first;
            node->value = value;
            node->generators = clauses;
            return node;
        }
        keys.add(first);
        values.add(value);
        if (!take(TokenKind::Comma) && !at(TokenKind::RightBrace)) return nullptr;
    }
    if (!dictItems(keys, values)) return nullptr;
    auto* node = makeExpr<ast::Dict>(ExprKind::Dict, start);
    node->keys = keys.finish(m_arena);
    node->values = values.finish(m_arena);
    return node;
}

// The mistakes in a dict display are the only ones with words of their own that CPython 3.13 finds in its first
// reading.
bool TreeParser::dictValue(Expr*& value) {
    const Token colon = peek();
    m_next++;
    if (at(TokenKind::RightBrace) || at(TokenKind::Comma)) {
        fail("expression expected after dictionary key and ':'", {colon.line, colon.column, colon.endLine, colon.endColumn});
        return false;
    }
    if (at(TokenKind::Star)) {
        const Token star = peek();
        m_next++;
        if (bitwiseOr()) failSince("cannot use a starred expression in a dictionary value", star);
        return false;
    }
    value = expression();
    return value;
}

bool TreeParser::dictItems(ListBuilder<Expr*>& keys, ListBuilder<Expr*>& values) {
    while (!at(TokenKind::RightBrace)) {
        Expr* key = nullptr;
        Expr* value = nullptr;
        if (take(TokenKind::DoubleStar)) {
            value = bitwiseOr();
            if (!value) return false;
        } else {
            const size_t keyStart = m_next;
            key = expression();
            if (!key) {
                if (!keys.isEmpty()) suspect(Suspect::Rule::DictKey, keyStart);
                return false;
            }
            if (!at(TokenKind::Colon)) {
                const ast::Range& range = key->range;
                if (!keys.isEmpty()) fail("':' expected after dictionary key", {range.line, range.endColumn - 1, range.endLine, -1});
                return false;
            }
            if (!dictValue(value)) return false;
        }
        keys.add(key);
        values.add(value);
        if (!take(TokenKind::Comma)) break;
    }
    return take(TokenKind::RightBrace);
}

bool TreeParser::comprehensionClauses(ast::List<ast::Comprehension>& clauses) {
    ListBuilder<ast::Comprehension> items;
    while (atComprehension()) {
        ast::Comprehension clause{};
        const size_t begin = m_next;
        clause.isAsync = take(TokenKind::Async);
        m_next++; // 'for'
        clause.target = targetList(TokenKind::In);
        if (!clause.target || !take(TokenKind::In)) {
            suspect(Suspect::Rule::ComprehensionClause, begin);
            return false;
        }
        clause.iter = disjunction();
        if (!clause.iter) return false;
        ListBuilder<Expr*> conditions;
        while (take(TokenKind::If)) {
            Expr* condition = disjunction();
            if (!condition) return false;
            conditions.add(condition);
        }
        clause.ifs = conditions.finish(m_arena);
        items.add(clause);
    }
    clauses = items.finish(m_arena);
    return true;
}

// The targets of `for` and of a comprehension, up to "in".
ast::Expr* TreeParser::targetList(TokenKind terminator) {
    const Mark start = here();
    ListBuilder<Expr*> items;
    bool hasComma = false;
    do {
        if (hasComma && at(terminator)) break;
        const Mark itemStart = here();
        const bool isStarred = take(TokenKind::Star);
        Expr* item = primary();
        if (item && isStarred) {
            auto* starred = makeExpr<ast::Starred>(ExprKind::Starred, itemStart);
            starred->value = item;
            item = starred;
        }
        if (!item || !asTarget(item, ast::Context::Store, TargetUse::Store)) return nullptr;
        items.add(item);
        hasComma = at(TokenKind::Comma);
    } while (take(TokenKind::Comma));
    if (!hasComma && items.size() == 1) return items[0];
    auto* node = makeExpr<ast::Tuple>(ExprKind::Tuple, start);
    node->elts = items.finish(m_arena);
    node->ctx = ast::Context::Store;
    return node;
}

// Makes a target of an expression, in place. Null where it is none.
ast::Expr* TreeParser::asTarget(Expr* expr, ast::Context context, TargetUse use) {
    const auto all = [&](ast::List<Expr*> items) {
        for (Expr* item : items) {
            if (!asTarget(item, context, use)) return false;
        }
        return true;
    };
    switch (expr->kind) {
    case ExprKind::Name: expr->as<ast::Name>()->ctx = context; return expr;
    case ExprKind::Attribute: expr->as<ast::Attribute>()->ctx = context; return expr;
    case ExprKind::Subscript: expr->as<ast::Subscript>()->ctx = context; return expr;
    case ExprKind::Tuple: expr->as<ast::Tuple>()->ctx = context; return all(expr->as<ast::Tuple>()->elts) ? expr : nullptr;
    case ExprKind::List: expr->as<ast::ListExpr>()->ctx = context; return all(expr->as<ast::ListExpr>()->elts) ? expr : nullptr;
    case ExprKind::Starred: {
        auto* starred = expr->as<ast::Starred>();
        starred->ctx = context;
        if (use == TargetUse::Delete || starred->value->kind == ExprKind::Starred) return nullptr;
        return asTarget(starred->value, context, use) ? expr : nullptr;
    }
    default: return nullptr;
    }
}

}
