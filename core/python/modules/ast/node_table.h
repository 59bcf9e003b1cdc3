// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one table of CPython 3.13's syntax tree (Python.asdl): which classes of nodes there are, their fields, and where each field lies in the
// compiler's own tree (syntax/ast.h). The classes of `_ast`, and both ways between a program's nodes and the compiler's, follow from it.

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/python/syntax/ast.h"

namespace memtape::ast {

// What a field may be: a node of one of the sums, in CPython's order of their classes, or a plain value.
enum class FieldType : uint8_t {
    Mod,
    Stmt,
    Expr,
    ExprContext,
    BoolOp,
    Operator,
    UnaryOp,
    CmpOp,
    Comprehension,
    ExceptHandler,
    Arguments,
    Arg,
    Keyword,
    Alias,
    WithItem,
    MatchCase,
    Pattern,
    TypeIgnore,
    TypeParam,
    SumCount,

    Identifier = SumCount, // std::string_view
    String,                // only `kind` of a Constant: whether it is there is a bool
    Int,                   // int
    Flag,                  // bool, an int in Python
    Value,                 // const Constant*
};
constexpr size_t sumCount = static_cast<size_t>(FieldType::SumCount);
constexpr bool isSum(FieldType type) { return type < FieldType::SumCount; }

enum class Arity : uint8_t { One, Optional, List };

constexpr uint32_t notStored = UINT32_MAX; // the compiler's tree has no place for it: None, or an empty list

struct FieldRow {
    const char* name;
    FieldType type;
    Arity arity;
    uint32_t offset; // in the node's struct
};

struct NodeRow {
    const char* name;
    FieldType sum;
    uint32_t size; // of the struct
    std::span<const FieldRow> fields;
};

// How nodes of a sum lie in the tree.
enum class Storage : uint8_t {
    Pointer, // Expr*, List<Expr*>: the struct begins with its kind
    Inside,  // List<Keyword>: structs side by side, where single a pointer
    Number,  // an enumerator of one byte
};

struct SumRow {
    const char* name;
    Storage storage;
    bool isProduct;                 // one class and no class above it
    bool hasKind;                   // the struct begins with its kind
    uint32_t rangeOffset;           // notStored: it has no place in the source
    bool endIsOptional;             // end_lineno and end_col_offset may be left out
    std::span<const NodeRow> nodes; // by kind
};

const SumRow& sumRow(FieldType sum);
const char* typeName(FieldType type); // "expr", "identifier"

// A whole tree: what compile() makes or is given.
enum class ModKind : uint8_t { Module, Interactive, Expression, FunctionType };
struct Mod {
    ModKind kind;
    List<Stmt*> body;
    memtape::ast::Expr* expression; // also what a function type returns
    List<memtape::ast::Expr*> argumentTypes;
};

}
