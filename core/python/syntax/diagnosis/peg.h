// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A parsing expression grammar as data, compiled from the text in rules.cpp.
//
//     name flags: alternative | alternative        a rule begins in the first column
//     'x'  "x"  NAME  rule                         a token, a soft keyword, a class of tokens, another rule
//     [e]  e*  e+  s.e+  (e | e)                   option, repetitions, a list with separators, a group
//     &e  !e  ~  &&'x'                             look ahead; commit to this alternative; demand the token
//     a=e                                          names what an element gave, for what follows
//     -> a   -> Kind                               the alternative gives that; or a node of this kind
//     => action(a,b) "message"                     the alternative is a mistake, and this says which
//
// Alternatives are tried in order and the first that fits is taken. Flags: `memo`, results are kept as CPython keeps
// them; `left`, the rule is left-recursive; `quiet`, below it the rules for mistakes are off. A rule whose name begins
// with "bad" is one of those.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/syntax/token.h"

namespace memtape::diagnosis {

enum class NodeKind : uint8_t {
    Sequence,
    Token,
    Other,
    Statement,
    Comprehension,
    Arguments,
    Keyword,
    KeywordUnpacking,
    // Kinds of expressions. Strings is one of Literal and FString when it is built.
    Name,
    None,
    True,
    False,
    Ellipsis,
    Literal,
    FString,
    Strings,
    Attribute,
    Subscript,
    Starred,
    List,
    Tuple,
    Lambda,
    Call,
    Expression,
    Generator,
    Yield,
    Await,
    ListComp,
    SetComp,
    DictComp,
    Dict,
    Set,
    Compare,
    Conditional,
    Named,
};

enum class ItemType : uint8_t { Token, SoftKeyword, AnySoftKeyword, Rule, Optional, Star, Plus, Gather, And, Not, Cut, Forced };

struct Item {
    ItemType type;
    TokenKind token = TokenKind::Error; // Token, Forced; the separator of a Gather
    int rule = -1;                      // Rule, and what repetitions and looks ahead apply to (always a rule)
    int8_t capture = -1;                // 0: a, 1: b
    std::string_view text;              // SoftKeyword; Forced: the text in the message
};

enum class Action : uint8_t {
    None,
    Capture,
    Build,
    // mistakes
    At,
    Range,
    From,
    Last,
    Next,
    Indent,
    Target,
    DeleteTarget,
    ForTarget,
    TypeParam,
    Comma,
    Legacy,
    Behind,
    RangeToLastExpression,
    RangeToLastClause,
    BareGenerator,
    PositionalAfterKeyword,
};

// Which tokens something can begin with.
class TokenSet {
public:
    void add(TokenKind kind) { m_bits[index(kind)] |= bit(kind); }
    void addAll() { m_bits[0] = m_bits[1] = ~uint64_t{0}; }
    // True when that changed anything.
    bool add(const TokenSet& other) {
        const uint64_t before[2] = {m_bits[0], m_bits[1]};
        m_bits[0] |= other.m_bits[0];
        m_bits[1] |= other.m_bits[1];
        return m_bits[0] != before[0] || m_bits[1] != before[1];
    }
    bool has(TokenKind kind) const { return m_bits[index(kind)] & bit(kind); }

private:
    static size_t index(TokenKind kind) { return static_cast<size_t>(kind) / 64; }
    static uint64_t bit(TokenKind kind) { return uint64_t{1} << (static_cast<unsigned>(kind) % 64); }

    uint64_t m_bits[2] = {0, 0};
};

struct Alternative {
    std::vector<Item> items;
    TokenSet first;               // all of them where the alternative can be empty
    bool isLeftRecursive = false; // begins with its own rule
    Action action = Action::None;
    NodeKind kind = NodeKind::Sequence; // Build
    std::string message;
};

struct Rule {
    std::string_view name;
    std::vector<Alternative> alternatives;
    TokenSet first;
    TokenSet growth; // of a left-recursive rule: what can stand behind itself
    bool isMemo = false, isLeftRecursive = false, isQuiet = false, isMistake = false;
};

class Grammar {
public:
    // Compiled once, when the first wrong program is met.
    static const Grammar& python();

    const Rule& rule(int index) const { return m_rules[static_cast<size_t>(index)]; }
    int find(std::string_view name) const;
    size_t ruleCount() const { return m_rules.size(); }

private:
    friend class GrammarReader;
    std::vector<Rule> m_rules;
};

}
