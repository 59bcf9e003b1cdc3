// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parser that builds trees: recursive descent over CPython 3.13's grammar, one token ahead nearly everywhere.
//
// It answers "is this a program, and which", and nothing else. A function returns null where the text does not fit, and
// that is the end, save for the few places that try two readings (`with (`, `match`). What is wrong with a text that
// does not fit is found by a second reading of its last statement, slow and thorough: see diagnosis/diagnoser.h. Only errors that
// lie in the meaning of a token or node, such as a wrong escape in a string, are set here, in `problem()`.
//
// Where the grammar allows a target on the left of "=" or "in", this parser reads an expression and turns it into a
// target afterwards (`asTarget`): the two agree on every text that is a program.

#include <optional>
#include <string>
#include <vector>

#include "core/python/syntax/arena.h"
#include "core/python/syntax/ast.h"
#include "core/python/syntax/list_builder.h"
#include "core/python/syntax/parser.h"
#include "core/python/syntax/token_stream.h"

namespace memtape {

class TreeParser {
public:
    TreeParser(TokenStream& tokens, const SourceFile& source, Arena& arena, const ParseOptions& options);

    ast::Module* module();
    ast::Module* single();
    ast::Expr* wholeExpression();

    const std::optional<SyntaxProblem>& problem() const { return m_problem; }
    std::vector<SyntaxWarning>& warnings() { return m_warnings; }
    // What is wrong with the values of the string literals from this token on, which are known to be well-formed.
    std::optional<SyntaxProblem> findStringProblem(size_t firstToken);
    // Rules that could not be read to their end, the innermost first, and for which CPython has an error in its first
    // reading.
    struct Suspect {
        enum class Rule { DictKey, ComprehensionClause, StarredArgument } rule;
        size_t firstToken;
    };
    const std::vector<Suspect>& suspects() const { return m_suspects; }
    // The token with which the statement at the outermost level that was being read begins.
    size_t statementStart() const { return m_statementStart; }

private:
    using Expr = ast::Expr;
    using Stmt = ast::Stmt;
    using Pattern = ast::Pattern;
    using StmtList = ast::List<Stmt*>;
    enum class Parentheses { Absent, Present };
    enum class TargetUse { Store, Delete };
    enum class BareGenerator { Forbidden, Allowed }; // `f(x for x in y)`; a class header has none

    // CPython's parser counts the rules it is inside of, and gives up at this many. The costs below are what its
    // grammar spends on one more level of each kind.
    static constexpr int MaxDepth = 6000;
    class DepthGuard {
    public:
        DepthGuard(TreeParser& parser, int cost) : m_parser(parser), m_cost(cost) { parser.m_depth += cost; }
        ~DepthGuard() { m_parser.m_depth -= m_cost; }
        // False: too deep; the problem is set.
        explicit operator bool() const { return m_parser.m_depth <= MaxDepth || m_parser.failDepth(); }

    private:
        TreeParser& m_parser;
        int m_cost;
    };
    bool failDepth();
    void suspect(Suspect::Rule rule, size_t firstToken) {
        if (!m_problem) m_suspects.push_back({rule, firstToken});
    }

    // ---- tokens (inline: they are the parser's pulse)
    const Token& peek() { return m_tokens.at(m_next); }
    const Token& peek(size_t ahead) { return m_tokens.at(m_next + ahead); }
    bool at(TokenKind kind) { return peek().kind == kind; }
    bool take(TokenKind kind) {
        if (!at(kind)) return false;
        m_next++;
        return true;
    }
    bool atSoftKeyword(std::string_view word) { return at(TokenKind::Name) && m_tokens.text(peek()) == word; }
    std::string_view name(const Token& token);
    bool takeName(std::string_view& result);

    // ---- places
    struct Mark {
        int line, column;
    };
    Mark here() {
        const Token& token = peek();
        return {token.line, token.column};
    }
    ast::Range rangeFrom(Mark start) {
        const Token& last = m_tokens.at(m_next - 1);
        return {start.line, start.column, last.endLine, last.endColumn};
    }
    ast::Range blockRangeFrom(Mark start) {
        const Token& last = m_tokens.lastSignificantBefore(m_next);
        return {start.line, start.column, last.endLine, last.endColumn};
    }

    template <class T> T* makeExpr(ast::ExprKind kind, Mark start) {
        T* node = m_arena.make<T>();
        node->kind = kind;
        node->range = rangeFrom(start);
        return node;
    }
    template <class T> T* makeStmt(ast::StmtKind kind, Mark start) {
        T* node = m_arena.make<T>();
        node->kind = kind;
        node->range = blockRangeFrom(start);
        return node;
    }
    template <class T> T* makePattern(ast::PatternKind kind, Mark start) {
        T* node = m_arena.make<T>();
        node->kind = kind;
        node->range = rangeFrom(start);
        return node;
    }

    std::nullptr_t fail(std::string message, const ast::Range& range);
    std::nullptr_t failAtLastToken(std::string message);

    // ---- expressions (parser_expr.cpp)
    Expr* expression();
    Expr* namedExpression();
    Expr* starExpressions();
    Expr* starExpression();
    Expr* starNamedExpression();
    Expr* expressionList(); // `expressions`: no stars
    Expr* annotatedRhs();   // yield or star_expressions
    Expr* yieldExpression();
    Expr* disjunction();
    Expr* conjunction();
    Expr* inversion();
    Expr* comparison();
    Expr* binary(int minPrecedence);
    Expr* bitwiseOr() { return binary(1); }
    Expr* factor();
    Expr* awaitPrimary();
    bool atExpressionStart();

    // ---- operands (parser_atom.cpp)
    Expr* primary();
    Expr* atom();
    Expr* parenthesized();
    bool starNamedItems(ListBuilder<Expr*>& items, TokenKind close);
    Expr* listDisplay();
    Expr* braces();
    bool dictItems(ListBuilder<Expr*>& keys, ListBuilder<Expr*>& values);
    bool dictValue(Expr*& value);
    std::nullptr_t failSince(std::string message, const Token& token);
    Expr* slices();
    Expr* slice();
    bool comprehensionClauses(ast::List<ast::Comprehension>& clauses);
    bool atComprehension() { return at(TokenKind::For) || (at(TokenKind::Async) && peek(1).kind == TokenKind::For); }
    Expr* makeConstant(Mark start, const memtape::Constant* value);
    Expr* numberLiteral();
    Expr* targetList(TokenKind terminator);
    Expr* asTarget(Expr* expr, ast::Context context, TargetUse use);

    // ---- strings (parser_string.cpp)
    Expr* strings();
    Expr* stringLiteral(const Token& token, bool& isBytes);
    Expr* fstring();
    bool replacementField(ListBuilder<Expr*>& parts);
    Expr* formatSpec(const Token& colon);
    Expr* joinParts(ListBuilder<Expr*>& parts, Mark start, bool hasFString, bool isBytes);
    std::string debugText(size_t beginOffset, size_t endOffset) const;
    Expr* fstringText(std::string_view text, const ast::Range& range, const Token& token, bool isRaw);
    bool checkDecoded(const struct DecodedLiteral& decoded, const Token& token, bool isFStringText);
    Expr* makeStringConstant(std::string text, const ast::Range& range, bool isUnicodePrefixed = false);

    // ---- statements (parser_stmt.cpp)
    bool statement(ListBuilder<Stmt*>& body);
    bool simpleStatements(ListBuilder<Stmt*>& body);
    Stmt* simpleStatement();
    Stmt* expressionStatement();
    Stmt* annotatedAssignment(Mark start, Expr* target, Parentheses parentheses);
    Stmt* returnStatement();
    Stmt* raiseStatement();
    Stmt* deleteStatement();
    Stmt* assertStatement();
    Stmt* importStatement();
    Stmt* fromStatement();
    Stmt* scopeStatement();
    Stmt* typeAlias();
    bool dottedName(std::string_view& result);
    bool importNames(ListBuilder<ast::Alias>& names);

    // ---- compound statements (parser_compound.cpp)
    Stmt* compoundStatement();
    bool block(StmtList& body);
    bool elseBlock(StmtList& body);
    Stmt* ifStatement();
    Stmt* whileStatement();
    Stmt* forStatement(Mark start, bool isAsync);
    Stmt* withStatement(Mark start, bool isAsync);
    bool withItem(ast::WithItem& item);
    Stmt* tryStatement();
    bool exceptHandlers(ListBuilder<ast::ExceptHandler>& handlers, bool& isStar);

    // ---- definitions (parser_def.cpp)
    Stmt* decorated();
    Stmt* functionDefinition(Mark start, bool isAsync, ast::List<Expr*> decorators);
    Stmt* classDefinition(ast::List<Expr*> decorators);
    bool callArguments(ast::List<Expr*>& args, ast::List<ast::Keyword>& keywords, BareGenerator bareGenerator);
    ast::Arguments* parameters(TokenKind terminator);
    bool typeParameters(ast::List<ast::TypeParam>& params);
    bool typeParameter(ast::TypeParam& param);

    // ---- match (parser_pattern.cpp)
    Stmt* matchStatement(bool& isMatch);
    Expr* subjectExpression();
    bool matchCase(ast::MatchCase& result);
    Pattern* topPattern();
    Pattern* pattern();
    Pattern* orPattern();
    Pattern* closedPattern();
    Pattern* starOrPattern();
    Pattern* sequenceOrGroup(TokenKind close);
    Pattern* mappingPattern();
    Pattern* nameOrClassPattern();
    bool patternSequence(ListBuilder<Pattern*>& items, TokenKind close);
    bool captureTarget(std::string_view& result);
    Expr* nameOrAttribute();
    Expr* literalExpression();
    Expr* signedNumber();
    const memtape::Constant* singleton();

    TokenStream& m_tokens;
    const SourceFile& m_source;
    Arena& m_arena;
    const ParseOptions& m_options;
    std::string_view m_text; // the arena's copy of the source: names in the tree point into it
    size_t m_next = 0;
    size_t m_statementStart = 0;
    std::vector<Suspect> m_suspects;
    int m_depth = 0;
    bool m_hasBarry = false; // from __future__ import barry_as_FLUFL
    std::optional<SyntaxProblem> m_problem;
    std::vector<SyntaxWarning> m_warnings;
};

// The values that are the same in every program.
const Constant* sharedConstant(Constant::Kind kind);

}
