// SPDX-License-Identifier: GPL-3.0-or-later
//
// Functions and classes: definitions, parameters, type parameters; and the arguments of a call, which a class header
// has too.
#include "core/python/syntax/tree_parser.h"

namespace memtape {

using ast::ExprKind;
using ast::StmtKind;

ast::Stmt* TreeParser::decorated() {
    ListBuilder<Expr*> decorators;
    while (take(TokenKind::At)) {
        Expr* decorator = namedExpression();
        if (!decorator || !take(TokenKind::Newline)) return nullptr;
        decorators.add(decorator);
    }
    const Mark start = here();
    const ast::List<Expr*> list = decorators.finish(m_arena);
    if (at(TokenKind::Class)) return classDefinition(list);
    const bool isAsync = take(TokenKind::Async);
    return at(TokenKind::Def) ? functionDefinition(start, isAsync, list) : nullptr;
}

ast::Stmt* TreeParser::functionDefinition(Mark start, bool isAsync, ast::List<Expr*> decorators) {
    m_next++;
    std::string_view functionName;
    ast::List<ast::TypeParam> typeParams;
    if (!takeName(functionName) || !typeParameters(typeParams) || !take(TokenKind::LeftParen)) return nullptr;
    ast::Arguments* args = parameters(TokenKind::RightParen);
    if (!args || !take(TokenKind::RightParen)) return nullptr;
    Expr* returns = nullptr;
    if (take(TokenKind::Arrow)) {
        returns = expression();
        if (!returns) return nullptr;
    }
    StmtList body;
    if (!take(TokenKind::Colon) || !block(body)) return nullptr;
    auto* node = makeStmt<ast::FunctionDef>(isAsync ? StmtKind::AsyncFunctionDef : StmtKind::FunctionDef, start);
    node->name = functionName;
    node->args = args;
    node->body = body;
    node->decoratorList = decorators;
    node->returns = returns;
    node->typeParams = typeParams;
    return node;
}

ast::Stmt* TreeParser::classDefinition(ast::List<Expr*> decorators) {
    const Mark start = here();
    m_next++;
    std::string_view className;
    ast::List<ast::TypeParam> typeParams;
    if (!takeName(className) || !typeParameters(typeParams)) return nullptr;
    ast::List<Expr*> bases;
    ast::List<ast::Keyword> keywords;
    if (at(TokenKind::LeftParen)) {
        if (!callArguments(bases, keywords, BareGenerator::Forbidden)) return nullptr;
    }
    StmtList body;
    if (!take(TokenKind::Colon) || !block(body)) return nullptr;
    auto* node = makeStmt<ast::ClassDef>(StmtKind::ClassDef, start);
    node->name = className;
    node->bases = bases;
    node->keywords = keywords;
    node->body = body;
    node->decoratorList = decorators;
    node->typeParams = typeParams;
    return node;
}

// From "(" to ")". Positional arguments, then keywords; a `*iterable` may stand among the keywords up to the first
// `**`.
bool TreeParser::callArguments(ast::List<Expr*>& args, ast::List<ast::Keyword>& keywords, BareGenerator bareGenerator) {
    const Mark start = here();
    DepthGuard guard(*this, 29);
    if (!guard) return false;
    m_next++;
    ListBuilder<Expr*> positional;
    ListBuilder<ast::Keyword> named;
    bool hasDoubleStar = false;
    while (!at(TokenKind::RightParen)) {
        const Mark itemStart = here();
        if (at(TokenKind::DoubleStar) || (at(TokenKind::Name) && peek(1).kind == TokenKind::Equal)) {
            ast::Keyword keyword{};
            if (take(TokenKind::DoubleStar)) {
                hasDoubleStar = true;
            } else {
                takeName(keyword.arg);
                m_next++;
            }
            keyword.value = expression();
            if (!keyword.value) return false;
            keyword.range = rangeFrom(itemStart);
            named.add(keyword);
        } else if (take(TokenKind::Star)) {
            if (hasDoubleStar) return false;
            const size_t begin = m_next - 1;
            Expr* value = expression();
            if (!value) {
                suspect(Suspect::Rule::StarredArgument, begin);
                return false;
            }
            auto* starred = makeExpr<ast::Starred>(ExprKind::Starred, itemStart);
            starred->value = value;
            positional.add(starred);
        } else {
            if (!named.isEmpty()) return false;
            Expr* value = namedExpression();
            if (!value || at(TokenKind::Equal)) return false;
            if (positional.isEmpty() && bareGenerator == BareGenerator::Allowed && atComprehension()) {
                ast::List<ast::Comprehension> clauses;
                if (!comprehensionClauses(clauses) || !take(TokenKind::RightParen)) return false;
                auto* generator = makeExpr<ast::GeneratorExp>(ExprKind::GeneratorExp, start);
                generator->elt = value;
                generator->generators = clauses;
                Expr* argument = generator;
                args = m_arena.list(&argument, 1);
                return true;
            }
            positional.add(value);
        }
        if (!take(TokenKind::Comma)) break;
    }
    if (!take(TokenKind::RightParen)) return false;
    args = positional.finish(m_arena);
    keywords = named.finish(m_arena);
    return true;
}

// The parameters of a function (up to ")", with annotations) or of a lambda (up to ":", without).
ast::Arguments* TreeParser::parameters(TokenKind terminator) {
    const bool hasAnnotations = terminator == TokenKind::RightParen;
    ListBuilder<ast::Arg> positional, keywordOnly;
    ListBuilder<Expr*> defaults, keywordDefaults;
    auto* result = m_arena.make<ast::Arguments>();
    enum class Stage { Positional, KeywordOnly, Finished } stage = Stage::Positional;
    bool hasSlash = false;

    const auto readParameter = [&](ast::Arg& arg, bool mayStarAnnotation) {
        const Mark start = here();
        if (!takeName(arg.name)) return false;
        if (hasAnnotations && take(TokenKind::Colon)) {
            arg.annotation = mayStarAnnotation ? starExpression() : expression();
            if (!arg.annotation) return false;
        }
        arg.range = rangeFrom(start);
        return true;
    };

    while (!at(terminator)) {
        if (stage == Stage::Finished) return nullptr; // nothing follows **kwargs
        if (take(TokenKind::Slash)) {
            if (hasSlash || positional.isEmpty() || stage != Stage::Positional) return nullptr;
            hasSlash = true;
            result->posonlyargs = positional.finish(m_arena);
            positional.clear();
        } else if (take(TokenKind::Star)) {
            if (stage != Stage::Positional) return nullptr;
            stage = Stage::KeywordOnly;
            if (at(TokenKind::Comma)) {
                // A bare star needs a parameter behind it.
                if (peek(1).kind != TokenKind::Name) return nullptr;
            } else {
                ast::Arg arg{};
                if (!readParameter(arg, true)) return nullptr;
                result->vararg = m_arena.make<ast::Arg>(arg);
            }
        } else if (take(TokenKind::DoubleStar)) {
            ast::Arg arg{};
            if (!readParameter(arg, false)) return nullptr;
            result->kwarg = m_arena.make<ast::Arg>(arg);
            stage = Stage::Finished;
        } else {
            ast::Arg arg{};
            if (!readParameter(arg, false)) return nullptr;
            Expr* defaultValue = nullptr;
            if (take(TokenKind::Equal)) {
                defaultValue = expression();
                if (!defaultValue) return nullptr;
            }
            if (stage == Stage::KeywordOnly) {
                keywordOnly.add(arg);
                keywordDefaults.add(defaultValue);
            } else {
                if (!defaultValue && !defaults.isEmpty()) return nullptr;
                positional.add(arg);
                if (defaultValue) defaults.add(defaultValue);
            }
        }
        if (!take(TokenKind::Comma)) break;
    }
    if (!at(terminator)) return nullptr;
    result->args = positional.finish(m_arena);
    result->kwonlyargs = keywordOnly.finish(m_arena);
    result->kwDefaults = keywordDefaults.finish(m_arena);
    result->defaults = defaults.finish(m_arena);
    return result;
}

bool TreeParser::typeParameters(ast::List<ast::TypeParam>& params) {
    if (!take(TokenKind::LeftBracket)) return true;
    ListBuilder<ast::TypeParam> items;
    do {
        if (!items.isEmpty() && at(TokenKind::RightBracket)) break;
        ast::TypeParam param{};
        if (!typeParameter(param)) return false;
        items.add(param);
    } while (take(TokenKind::Comma));
    params = items.finish(m_arena);
    return take(TokenKind::RightBracket);
}

bool TreeParser::typeParameter(ast::TypeParam& param) {
    const Mark start = here();
    param.kind = take(TokenKind::Star)         ? ast::TypeParamKind::TypeVarTuple
                 : take(TokenKind::DoubleStar) ? ast::TypeParamKind::ParamSpec
                                               : ast::TypeParamKind::TypeVar;
    if (!takeName(param.name)) return false;
    if (param.kind == ast::TypeParamKind::TypeVar && take(TokenKind::Colon)) {
        param.bound = expression();
        if (!param.bound) return false;
    }
    if (take(TokenKind::Equal)) {
        param.defaultValue = param.kind == ast::TypeParamKind::TypeVarTuple ? starExpression() : expression();
        if (!param.defaultValue) return false;
    }
    param.range = rangeFrom(start);
    return true;
}

}
