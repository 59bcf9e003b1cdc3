// SPDX-License-Identifier: GPL-3.0-or-later
//
// The match statement and its patterns. `match` and `case` are names everywhere else.
#include "core/python/syntax/tree_parser.h"

namespace memtape {

using ast::ExprKind;
using ast::PatternKind;
using ast::StmtKind;

// `isMatch` tells a match statement from a statement that begins with a name `match`: the text up to the line end
// decides.
ast::Stmt* TreeParser::matchStatement(bool& isMatch) {
    const Mark start = here();
    const size_t begin = m_next++;
    Expr* subject = nullptr;
    isMatch = (atExpressionStart() || at(TokenKind::Star)) && (subject = subjectExpression()) && take(TokenKind::Colon) && take(TokenKind::Newline);
    if (!isMatch) {
        m_next = begin;
        return nullptr;
    }
    DepthGuard guard(*this, 12);
    if (!guard || !take(TokenKind::Indent)) return nullptr;
    ListBuilder<ast::MatchCase> cases;
    do {
        ast::MatchCase item{};
        if (!matchCase(item)) return nullptr;
        cases.add(item);
    } while (!at(TokenKind::Dedent));
    m_next++;
    auto* node = makeStmt<ast::Match>(StmtKind::Match, start);
    node->subject = subject;
    node->cases = cases.finish(m_arena);
    return node;
}

ast::Expr* TreeParser::subjectExpression() {
    const Mark start = here();
    const bool isStarred = at(TokenKind::Star);
    Expr* first = starNamedExpression();
    if (!first || (!at(TokenKind::Comma) && !isStarred)) return first;
    ListBuilder<Expr*> items;
    items.add(first);
    if (!take(TokenKind::Comma)) return nullptr;
    while (!at(TokenKind::Colon)) {
        Expr* item = starNamedExpression();
        if (!item) return nullptr;
        items.add(item);
        if (!take(TokenKind::Comma)) break;
    }
    auto* node = makeExpr<ast::Tuple>(ExprKind::Tuple, start);
    node->elts = items.finish(m_arena);
    return node;
}

bool TreeParser::matchCase(ast::MatchCase& result) {
    if (!atSoftKeyword("case")) return false;
    m_next++;
    result.pattern = topPattern();
    if (!result.pattern) return false;
    if (take(TokenKind::If)) {
        result.guard = namedExpression();
        if (!result.guard) return false;
    }
    return take(TokenKind::Colon) && block(result.body);
}

// A pattern, or several with commas: a sequence without brackets.
ast::Pattern* TreeParser::topPattern() {
    const Mark start = here();
    Pattern* first = starOrPattern();
    if (!first) return nullptr;
    if (!at(TokenKind::Comma)) return first->kind == PatternKind::Star ? nullptr : first;
    ListBuilder<Pattern*> items;
    items.add(first);
    while (take(TokenKind::Comma)) {
        if (at(TokenKind::Colon) || at(TokenKind::If)) break;
        Pattern* item = starOrPattern();
        if (!item) return nullptr;
        items.add(item);
    }
    auto* node = makePattern<ast::MatchSequence>(PatternKind::Sequence, start);
    node->patterns = items.finish(m_arena);
    return node;
}

ast::Pattern* TreeParser::starOrPattern() {
    if (!at(TokenKind::Star)) return pattern();
    const Mark start = here();
    m_next++;
    std::string_view target;
    if (atSoftKeyword("_")) m_next++;
    else if (!captureTarget(target)) return nullptr;
    auto* node = makePattern<ast::MatchStar>(PatternKind::Star, start);
    node->name = target;
    return node;
}

ast::Pattern* TreeParser::pattern() {
    const Mark start = here();
    Pattern* inner = orPattern();
    if (!inner || !take(TokenKind::As)) return inner;
    std::string_view target;
    if (!captureTarget(target)) return nullptr;
    auto* node = makePattern<ast::MatchAs>(PatternKind::As, start);
    node->pattern = inner;
    node->name = target;
    return node;
}

ast::Pattern* TreeParser::orPattern() {
    const Mark start = here();
    Pattern* first = closedPattern();
    if (!first || !at(TokenKind::Bar)) return first;
    ListBuilder<Pattern*> items;
    items.add(first);
    while (take(TokenKind::Bar)) {
        Pattern* item = closedPattern();
        if (!item) return nullptr;
        items.add(item);
    }
    auto* node = makePattern<ast::MatchOr>(PatternKind::Or, start);
    node->patterns = items.finish(m_arena);
    return node;
}

// A name that binds: not "_", and nothing behind it that makes it a value, a class or a keyword.
bool TreeParser::captureTarget(std::string_view& result) {
    if (!at(TokenKind::Name) || atSoftKeyword("_")) return false;
    const TokenKind next = peek(1).kind;
    if (next == TokenKind::Dot || next == TokenKind::LeftParen || next == TokenKind::Equal) return false;
    return takeName(result);
}

const Constant* TreeParser::singleton() {
    Constant::Kind kind;
    switch (peek().kind) {
    case TokenKind::None_: kind = Constant::Kind::None; break;
    case TokenKind::True_: kind = Constant::Kind::True; break;
    case TokenKind::False_: kind = Constant::Kind::False; break;
    default: return nullptr;
    }
    m_next++;
    return sharedConstant(kind);
}

ast::Pattern* TreeParser::closedPattern() {
    const Mark start = here();
    switch (peek().kind) {
    case TokenKind::None_:
    case TokenKind::True_:
    case TokenKind::False_: {
        const Constant* value = singleton();
        auto* node = makePattern<ast::MatchSingleton>(PatternKind::Singleton, start);
        node->value = value;
        return node;
    }
    case TokenKind::Number:
    case TokenKind::Minus:
    case TokenKind::String:
    case TokenKind::FStringStart: {
        Expr* value = literalExpression();
        if (!value) return nullptr;
        auto* node = makePattern<ast::MatchValue>(PatternKind::Value, start);
        node->value = value;
        return node;
    }
    case TokenKind::LeftParen: return sequenceOrGroup(TokenKind::RightParen);
    case TokenKind::LeftBracket: return sequenceOrGroup(TokenKind::RightBracket);
    case TokenKind::LeftBrace: return mappingPattern();
    case TokenKind::Name: return nameOrClassPattern();
    default: return nullptr;
    }
}

// A number, a complex number like -1+2j, or a string.
ast::Expr* TreeParser::literalExpression() {
    if (at(TokenKind::String) || at(TokenKind::FStringStart)) return strings();
    const Mark start = here();
    const Token first = peek(at(TokenKind::Minus) ? 1 : 0);
    Expr* real = signedNumber();
    if (!real || (!at(TokenKind::Plus) && !at(TokenKind::Minus))) return real;

    const auto isComplex = [](const Expr* number) {
        if (number->kind == ExprKind::UnaryOp) number = number->as<ast::UnaryOp>()->operand;
        return number->as<ast::Constant>()->value->kind == Constant::Kind::Complex;
    };
    if (isComplex(real)) {
        return fail("real number required in complex literal", {first.line, first.column, first.endLine, first.endColumn});
    }
    const ast::Operator op = at(TokenKind::Plus) ? ast::Operator::Add : ast::Operator::Sub;
    m_next++;
    if (!at(TokenKind::Number)) return nullptr;
    Expr* imaginary = numberLiteral();
    if (!imaginary) return nullptr;
    if (!isComplex(imaginary)) return fail("imaginary number required in complex literal", imaginary->range);
    auto* node = makeExpr<ast::BinOp>(ExprKind::BinOp, start);
    node->left = real;
    node->op = op;
    node->right = imaginary;
    return node;
}

ast::Expr* TreeParser::signedNumber() {
    const Mark start = here();
    const bool isNegative = take(TokenKind::Minus);
    if (!at(TokenKind::Number)) return nullptr;
    Expr* number = numberLiteral();
    if (!number || !isNegative) return number;
    auto* node = makeExpr<ast::UnaryOp>(ExprKind::UnaryOp, start);
    node->op = ast::UnaryOperator::USub;
    node->operand = number;
    return node;
}

ast::Expr* TreeParser::nameOrAttribute() {
    const Mark start = here();
    auto* word = m_arena.make<ast::Name>();
    word->kind = ExprKind::Name;
    if (!takeName(word->id)) return nullptr;
    word->range = rangeFrom(start);
    Expr* value = word;
    while (take(TokenKind::Dot)) {
        std::string_view attr;
        if (!takeName(attr)) return nullptr;
        auto* node = makeExpr<ast::Attribute>(ExprKind::Attribute, start);
        node->value = value;
        node->attr = attr;
        value = node;
    }
    return value;
}

bool TreeParser::patternSequence(ListBuilder<Pattern*>& items, TokenKind close) {
    while (!at(close)) {
        Pattern* item = starOrPattern();
        if (!item) return false;
        items.add(item);
        if (!take(TokenKind::Comma)) break;
    }
    return take(close);
}

ast::Pattern* TreeParser::sequenceOrGroup(TokenKind close) {
    const Mark start = here();
    DepthGuard guard(*this, 29);
    if (!guard) return nullptr;
    m_next++;
    ListBuilder<Pattern*> items;
    if (close == TokenKind::RightParen && !at(close)) {
        Pattern* first = starOrPattern();
        if (!first) return nullptr;
        if (!take(TokenKind::Comma)) {
            return first->kind != PatternKind::Star && take(TokenKind::RightParen) ? first : nullptr; // a group
        }
        items.add(first);
    }
    if (!patternSequence(items, close)) return nullptr;
    auto* node = makePattern<ast::MatchSequence>(PatternKind::Sequence, start);
    node->patterns = items.finish(m_arena);
    return node;
}

ast::Pattern* TreeParser::mappingPattern() {
    const Mark start = here();
    DepthGuard guard(*this, 29);
    if (!guard) return nullptr;
    m_next++;
    ListBuilder<Expr*> keys;
    ListBuilder<Pattern*> values;
    std::string_view rest;
    while (!at(TokenKind::RightBrace)) {
        if (take(TokenKind::DoubleStar)) {
            if (!captureTarget(rest)) return nullptr;
            take(TokenKind::Comma);
            break;
        }
        const Mark keyStart = here();
        Expr* key = nullptr;
        if (at(TokenKind::Name)) {
            key = nameOrAttribute();
            if (!key || key->kind != ExprKind::Attribute) return nullptr;
        } else if (const Constant* value = singleton()) {
            key = makeConstant(keyStart, value);
        } else {
            key = literalExpression();
        }
        if (!key || !take(TokenKind::Colon)) return nullptr;
        Pattern* value = pattern();
        if (!value) return nullptr;
        keys.add(key);
        values.add(value);
        if (!take(TokenKind::Comma)) break;
    }
    if (!take(TokenKind::RightBrace)) return nullptr;
    auto* node = makePattern<ast::MatchMapping>(PatternKind::Mapping, start);
    node->keys = keys.finish(m_arena);
    node->patterns = values.finish(m_arena);
    node->rest = rest;
    return node;
}

// A capture, "_", a dotted value, or a class with its arguments.
ast::Pattern* TreeParser::nameOrClassPattern() {
    const Mark start = here();
    const bool isWildcard = atSoftKeyword("_");
    Expr* value = nameOrAttribute();
    if (!value) return nullptr;
    if (!at(TokenKind::LeftParen)) {
        if (at(TokenKind::Equal)) return nullptr;
        if (value->kind == ExprKind::Attribute) {
            auto* node = makePattern<ast::MatchValue>(PatternKind::Value, start);
            node->value = value;
            return node;
        }
        auto* node = makePattern<ast::MatchAs>(PatternKind::As, start);
        if (!isWildcard) node->name = value->as<ast::Name>()->id;
        return node;
    }
    DepthGuard guard(*this, 29);
    if (!guard) return nullptr;
    m_next++;
    ListBuilder<Pattern*> positional, keywordPatterns;
    ListBuilder<std::string_view> keywords;
    while (!at(TokenKind::RightParen)) {
        if (at(TokenKind::Name) && peek(1).kind == TokenKind::Equal) {
            std::string_view keyword;
            takeName(keyword);
            m_next++;
            Pattern* item = pattern();
            if (!item) return nullptr;
            keywords.add(keyword);
            keywordPatterns.add(item);
        } else {
            if (!keywords.isEmpty()) return nullptr;
            Pattern* item = pattern();
            if (!item) return nullptr;
            positional.add(item);
        }
        if (!take(TokenKind::Comma)) break;
    }
    if (!take(TokenKind::RightParen)) return nullptr;
    auto* node = makePattern<ast::MatchClass>(PatternKind::Class, start);
    node->cls = value;
    node->patterns = positional.finish(m_arena);
    node->kwdAttrs = keywords.finish(m_arena);
    node->kwdPatterns = keywordPatterns.finish(m_arena);
    return node;
}

}
