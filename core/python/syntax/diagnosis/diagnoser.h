// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds out what is wrong with a text that TreeParser could not read.
//
// CPython parses a wrong program a second time, with rules for common mistakes switched on. This class does the same,
// by interpreting the grammar in rules.cpp: slowly, with backtracking and a memory for what was tried, but only over
// the statement that failed. It builds no tree, only as much of nodes as the messages need: kind, place, parts.

#include <optional>
#include <span>
#include <vector>

#include "core/python/syntax/arena.h"
#include "core/python/syntax/ast.h"
#include "core/python/syntax/diagnosis/peg.h"
#include "core/python/syntax/token_stream.h"
#include "core/python/syntax/tree_parser.h"

namespace memtape::diagnosis {

struct Node {
    NodeKind kind = NodeKind::Sequence;
    TokenKind token = TokenKind::Error; // Token
    uint32_t begin = 0;                 // Name: where its text is
    uint32_t end = 0;
    ast::Range range;
    std::span<Node*> children;
};

class Diagnoser {
public:
    Diagnoser(TokenStream& tokens, TreeParser& parser, const SourceFile& source)
        : m_tokens(tokens),
          m_parser(parser),
          m_source(source),
          m_grammar(Grammar::python()) {}

    // Reads from the given token on by the rule with this name. Nothing: no rule for mistakes fits.
    std::optional<SyntaxProblem> diagnose(std::string_view rule, size_t firstToken);
    // Continues the first reading, in which only a few mistakes are found, where TreeParser gave up.
    std::optional<SyntaxProblem> diagnoseSuspect(const TreeParser::Suspect& suspect);

private:
    struct Memo {
        uint64_t key = 0;     // token and rule; 0 for a free slot
        Node* node = nullptr; // null: the rule does not fit here
        size_t end = 0;
    };
    // What the elements of an alternative gave lies on a stack; a node that is made takes it from there.
    struct Match {
        size_t begin;      // the first token
        size_t partsBegin; // on m_parts
        Node* captures[2];
    };

    static constexpr int MaxDepth = 6000;                    // CPython's
    static constexpr size_t MaxStackBytes = 4 * 1024 * 1024; // reached first only where sanitizers make frames large

    Node* parse(int rule);
    Node* parseLeftRecursive(const Rule& rule);
    Node* parseAlternatives(const Rule& rule, Node* seed, size_t seedBegin = 0);
    Node* parseItem(const Item& item);
    Node* repeat(const Item& item);
    Node* takeToken(TokenKind kind);
    Node* takeSoftKeyword(std::string_view text);

    // The slot of the key, or the free slot where it belongs.
    Memo& memo(uint64_t key);
    void setMemo(uint64_t key, Node* node, size_t end);
    // Out of line, as the next is: parse() calls itself some thousand deep, and its frame has to be small.
    [[gnu::noinline]] void growMemos();
    [[gnu::noinline]] Node* failDepth();
    size_t stackUsed() const;

    Node* finish(const Alternative& alternative, const Match& match);
    Node* build(NodeKind kind, const Match& match);
    Node* makeSequence(const Match& match);
    ast::Range rangeSince(size_t begin);
    void mistake(const Alternative& alternative, const Match& match);

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
    const char* m_stackBase = nullptr;
    bool m_findsMistakes = true;
    bool m_hasFailed = false;
    std::optional<SyntaxProblem> m_problem;
    Arena m_nodes;
    Node m_nothing; // what an absent option gives
    std::vector<Node*> m_parts;
    std::vector<Memo> m_memos = std::vector<Memo>(1024); // a hash table, its size a power of two
    size_t m_memoCount = 0;
};

// How messages call an expression: "function call", "list comprehension".
const char* describe(NodeKind kind);

}
