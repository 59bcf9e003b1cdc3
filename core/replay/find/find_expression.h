// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is looked for in a run, as a text and as a tree. The text is a small language of its own, the same for programs of every language:
//
//     either    = both { "or" both }
//     both      = one { "and" one }
//     one       = "not" one | "(" either ")" | event | compared
//     compared  = value operator value { operator value }        1 < x < 5 is 1 < x and x < 5
//     operator  = "==" | "!=" | "<" | "<=" | ">" | ">=" | "is" | "is" "not"
//     value     = path | "len" "(" path ")" | NUMBER | "TEXT" | 'TEXT' | None | True | False
//     path      = NAME { "." NAME | "[" NUMBER "]" | "[" "TEXT" "]" }
//     event     = "made" ID | "released" ID | "line" [ FILE ":" ] NUMBER | "output" "TEXT" | "exception" [ NAME ] | "collection"
//
// The words of events are names too, where an operator follows them.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace memtape {

struct FindPath {
    struct Part {
        enum class Kind : uint8_t { Attribute, Index, Key } kind = Kind::Attribute;
        std::string text;  // Attribute, Key
        int64_t index = 0; // Index; negative: from the end
    };
    std::string name;
    std::vector<Part> parts;
    bool isLength = false; // len(…) of it
    std::string text;      // as it was written
};

struct FindLiteral {
    enum class Kind : uint8_t { Nothing, Truth, Integer, Float, Text } kind = Kind::Nothing;
    bool truth = false;
    std::string integer; // decimal digits behind a sign, if it has one
    double floating = 0;
    std::string text; // UTF-8
};

using FindValue = std::variant<FindPath, FindLiteral>;
enum class FindOperator : uint8_t { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Is, IsNot };

struct FindEvent {
    enum class Kind : uint8_t { Made, Released, Line, Output, Exception, Collection } kind = Kind::Line;
    uint64_t number = 0; // an ID as the state prints it; a line
    std::string text;    // Output; Exception: the type's name, empty: any; Line: the end of a file's path, empty: any file
};

struct FindNode {
    enum class Kind : uint8_t { And, Or, Not, Compare, Event } kind = Kind::Compare;
    std::vector<uint32_t> of; // And, Or, Not: places of what is joined
    FindValue left, right;    // Compare
    FindOperator op = FindOperator::Equal;
    FindEvent event;
};

struct FindExpression {
    std::vector<FindNode> nodes;
    uint32_t root = 0;
};

struct FindProblem {
    size_t at = 0;        // byte of the text
    std::string sentence; // empty: there is none
};

// Fills `out`, or says what is wrong.
FindProblem parseFind(std::string_view text, FindExpression& out);
// A single value that is no literal: a path, or len(…) of one.
FindProblem parsePath(std::string_view text, FindPath& out);

}
