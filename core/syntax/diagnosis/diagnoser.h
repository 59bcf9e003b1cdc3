// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds out what is wrong with a text that TreeParser could not read.
//
// CPython parses a wrong program a second time, with rules for common mistakes switched on. This class does the same, by interpreting
// the grammar in rules.cpp: slowly, with backtracking and a memory for what was tried, but only over the statement that
// failed. It builds no tree, only as much of nodes as the messages need: kind, place, parts.

#include <deque>
#include <optional>
#include <vector>

#include "core/syntax/ast.h"
#include "core/syntax/diagnosis/peg.h"
#include "core/syntax/token_stream.h"
#include "core/syntax/tree_parser.h"

namespace memtape::diagnosis {

struct Node {
    NodeKind kind = NodeKind::Sequence;
    TokenKind token = TokenKind::Error; // Token
    uint32_t begin = 0;                 // Name: where its text is
    uint32_t end = 0;
    ast::Range range;
    std::vector<Node*> children;
};

class Diagnoser {
public:
    Diagnoser(TokenStream& tokens, TreeParser& parser, const SourceFile& source)
        : m_tokens(tokens), m_parser(parser), m_source(source), m_grammar(Grammar::python()) {}

    // Reads from the given token on by the rule with this name. Nothing: no rule for mistakes fits.
    std::optional<SyntaxProblem> diagnose(std::string_view rule, size_t firstToken);
    // A dict display has a key at this token that could not be read to its end. CPython reads as much as is an expression, and
    // says so in its first reading already.
    std::optional<SyntaxProblem> diagnoseDictKey(size_t firstToken);

private:
    struct Memo {
        int rule;
        int next; // in the chain of the same token; -1 ends it
        uint32_t end;
        Node* node; // null: the rule does not fit here
    };
    using Captures = Node* [2];

    static constexpr int MaxDepth = 6000;

    Node* parse(int rule);
    Node* parseLeftRecursive(int rule, int key);
    Node* parseAlternatives(const Rule& rule);
    Node* parseItem(const Item& item);
    Node* repeat(const Item& item);
    Node* takeToken(TokenKind kind);
    Node* takeSoftKeyword(std::string_view text);

    Memo* findMemo(size_t token, int key);
    void addMemo(size_t token, int key, Node* node);

    Node* finish(const Alternative& alternative, Captures captures, std::vector<Node*>& parts, size_t begin);
    Node* build(NodeKind kind, std::vector<Node*>& parts, size_t begin);
    Node* makeSequence(std::vector<Node*>& parts, size_t begin);
    ast::Range rangeSince(size_t begin);
    void mistake(const Alternative& alternative, Captures captures);

    void report(SyntaxProblem::Kind kind, std::string message, int line, int column, int endLine, int endColumn);
    void reportRange(std::string message, const ast::Range& range);
    void reportBetween(std::string message, const Node* first, const Node* last);
    void reportToken(SyntaxProblem::Kind kind, std::string message, const Token& token);

    const Node* lastClauseItem(const Node* clauses) const;
    const Node* findBadTarget(const Node* node, Action use) const;
    bool isLegacyStatement(const Node* node) const;
    std::string_view text(const Node* node) const { return m_source.text().substr(node->begin, node->end - node->begin); }

    TokenStream& m_tokens;
    TreeParser& m_parser; // for the values of literals
    const SourceFile& m_source;
    const Grammar& m_grammar;
    size_t m_next = 0;
    int m_depth = 0;
    bool m_findsMistakes = true;
    bool m_hasFailed = false;
    std::optional<SyntaxProblem> m_problem;
    std::deque<Node> m_nodes;
    Node m_nothing; // what an absent option gives
    std::vector<int> m_memoHeads; // by token, from m_firstToken
    std::deque<Memo> m_memos;
    size_t m_firstToken = 0;
};

// How messages call an expression: "function call", "list comprehension".
const char* describe(NodeKind kind);

}
