// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the diagnoser says when a rule for a mistake fits.
#include "core/python/syntax/diagnosis/diagnoser.h"

namespace memtape::diagnosis {

const char* describe(NodeKind kind) {
    switch (kind) {
    case NodeKind::Name: return "name";
    case NodeKind::None: return "None";
    case NodeKind::True: return "True";
    case NodeKind::False: return "False";
    case NodeKind::Ellipsis: return "ellipsis";
    case NodeKind::Literal: return "literal";
    case NodeKind::FString: return "f-string expression";
    case NodeKind::Attribute: return "attribute";
    case NodeKind::Subscript: return "subscript";
    case NodeKind::Starred: return "starred";
    case NodeKind::List: return "list";
    case NodeKind::Tuple: return "tuple";
    case NodeKind::Lambda: return "lambda";
    case NodeKind::Call: return "function call";
    case NodeKind::Expression: return "expression";
    case NodeKind::Generator: return "generator expression";
    case NodeKind::Yield: return "yield expression";
    case NodeKind::Await: return "await expression";
    case NodeKind::ListComp: return "list comprehension";
    case NodeKind::SetComp: return "set comprehension";
    case NodeKind::DictComp: return "dict comprehension";
    case NodeKind::Dict: return "dict literal";
    case NodeKind::Set: return "set display";
    case NodeKind::Compare: return "comparison";
    case NodeKind::Conditional: return "conditional expression";
    case NodeKind::Named: return "named expression";
    default: return "";
    }
}

namespace {

std::string fill(const std::string& message, std::string_view placeholder, std::string_view word) {
    std::string result = message;
    for (size_t at = result.find(placeholder); at != std::string::npos; at = result.find(placeholder, at + word.size())) {
        result.replace(at, placeholder.size(), word);
    }
    return result;
}

}

void Diagnoser::report(SyntaxProblem::Kind kind, std::string message, int line, int column, int endLine, int endColumn) {
    if (m_problem) return;
    m_hasFailed = true;
    m_problem = m_tokens.lexer().makeProblem(kind, std::move(message), line, column, endLine, endColumn);
}

// Ranges count columns from 0, problems from 1.
void Diagnoser::reportRange(std::string message, const ast::Range& range) {
    report(SyntaxProblem::Kind::SyntaxError, std::move(message), range.line, range.column + 1, range.endLine, range.endColumn + 1);
}

void Diagnoser::reportBetween(std::string message, const Node* first, const Node* last) {
    reportRange(std::move(message), {first->range.line, first->range.column, last->range.endLine, last->range.endColumn});
}

// At a token: one without extent (an indent, the end) is shown where the lexer stands.
void Diagnoser::reportToken(SyntaxProblem::Kind kind, std::string message, const Token& token) {
    if (token.kind == TokenKind::Error) {
        m_hasFailed = true;
        return;
    }
    if (m_problem) return;
    m_hasFailed = true;
    m_problem = m_tokens.lexer().makeProblemAt(kind, std::move(message), token);
}

// The last condition of the last clause, or its iterable.
const Node* Diagnoser::lastClauseItem(const Node* clauses) const {
    const Node* clause = clauses->children.back();
    const Node* conditions = clause->children[1];
    return conditions->children.empty() ? clause->children[0] : conditions->children.back()->children.back();
}

const Node* Diagnoser::findBadTarget(const Node* node, Action use) const {
    switch (node->kind) {
    case NodeKind::List:
    case NodeKind::Tuple:
        for (const Node* child : node->children) {
            if (const Node* bad = findBadTarget(child, use)) return bad;
        }
        return nullptr;
    case NodeKind::Starred:
        if (use == Action::DeleteTarget || node->children.empty()) return node;
        return findBadTarget(node->children[0], use);
    case NodeKind::Compare: {
        // `for a in b` reads as a comparison: its left side is the target.
        if (use != Action::ForTarget) return node;
        const Node* firstPair = node->children[1]->children[0];
        return firstPair->children[0]->token == TokenKind::In ? findBadTarget(node->children[0], use) : nullptr;
    }
    case NodeKind::Name:
    case NodeKind::Attribute:
    case NodeKind::Subscript: return nullptr;
    default: return node;
    }
}

bool Diagnoser::isLegacyStatement(const Node* node) const { return node->kind == NodeKind::Name && (text(node) == "print" || text(node) == "exec"); }

void Diagnoser::mistake(const Alternative& alternative, const Match& match) {
    const std::string& message = alternative.message;
    const Node* a = match.captures[0];
    const Node* b = match.captures[1];
    const auto describeA = [&] { return fill(message, "%s", describe(a->kind)); };
    switch (alternative.action) {
    case Action::At: return reportBetween(describeA(), a, a);
    case Action::Range: return reportBetween(describeA(), a, b);
    case Action::From:
        return report(SyntaxProblem::Kind::SyntaxError, message, a->range.line, a->range.column + 1, m_tokens.lexer().line(),
                      m_tokens.lexer().cursorColumn());
    case Action::Last: return reportToken(SyntaxProblem::Kind::SyntaxError, message, m_tokens.last());
    case Action::Next: return reportToken(SyntaxProblem::Kind::SyntaxError, message, m_tokens.at(m_next));
    case Action::Indent:
        return reportToken(SyntaxProblem::Kind::IndentationError, a ? fill(message, "%d", std::to_string(a->range.line)) : message, m_tokens.last());
    case Action::Target:
    case Action::DeleteTarget:
    case Action::ForTarget:
        if (const Node* bad = findBadTarget(a, alternative.action)) reportBetween(fill(message, "%s", describe(bad->kind)), bad, bad);
        return;
    case Action::TypeParam:
        return report(SyntaxProblem::Kind::SyntaxError,
                      std::string("cannot use ") + (b->kind == NodeKind::Tuple ? "constraints" : "bound") + " with " + message, a->range.line,
                      a->range.column + 1, m_tokens.lexer().line(), m_tokens.lexer().cursorColumn());
    case Action::Comma:
        if (!isLegacyStatement(a) && m_tokens.at(m_next - 1).level > 0) reportBetween(message, a, b);
        return;
    case Action::Legacy:
        if (isLegacyStatement(a)) reportBetween(fill(message, "%s", text(a)), a, b);
        return;
    case Action::Behind: return report(SyntaxProblem::Kind::SyntaxError, message, a->range.line, a->range.endColumn, a->range.endLine, 0);
    case Action::RangeToLastExpression: {
        // `b` is a list of expressions, perhaps with a comma behind the last.
        const Node* items = b->children.empty() || b->kind != NodeKind::Sequence ? b : b->children[0];
        return reportBetween(message, a, items->children.empty() ? items : items->children.back());
    }
    case Action::RangeToLastClause: return reportBetween(message, a, lastClauseItem(b));
    case Action::BareGenerator: {
        const Node* last = nullptr;
        int count = 0;
        for (const Node* child : a->children) {
            if (child->kind == NodeKind::Keyword || child->kind == NodeKind::KeywordUnpacking) continue;
            last = child;
            count++;
        }
        if (count > 1) reportBetween(message, last, lastClauseItem(b));
        return;
    }
    case Action::PositionalAfterKeyword: {
        bool hasUnpacking = false;
        for (const Node* child : a->children) hasUnpacking |= child->kind == NodeKind::KeywordUnpacking;
        return reportToken(SyntaxProblem::Kind::SyntaxError,
                           hasUnpacking ? "positional argument follows keyword argument unpacking" : "positional argument follows keyword argument",
                           m_tokens.last());
    }
    default: return;
    }
}

}
