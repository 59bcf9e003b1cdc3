// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The syntax tree. It has the shape of CPython 3.13's `ast` module (Parser/Python.asdl): the same node names, the same
// fields, the same source ranges, so that a tree can be compared with `ast.dump(..., include_attributes=True)`.
//
// Nodes live in an Arena and are never freed one by one. A node is a plain struct that begins with its kind; code that
// walks the tree switches over `kind` and uses `as<T>()`. Lists are arena arrays. A null pointer stands for an absent
// optional field; in a list, for an absent element (a `**mapping` key in Dict, a default that is not there).
//
// Identifiers are NFKC-normalised UTF-8. Lines count from 1; columns count UTF-8 bytes from 0, as CPython's
// col_offset does; end positions are exclusive.

#include <cstdint>
#include <span>
#include <string_view>

#include "core/python/bytecode/constant.h"

namespace memtape::ast {

template <class T> using List = std::span<T>;

struct Range {
    int line = 0, column = 0, endLine = 0, endColumn = 0;
};

// ---- expressions -----------------------------------------------------------------------------------------------

enum class ExprKind : uint8_t {
    BoolOp,
    NamedExpr,
    BinOp,
    UnaryOp,
    Lambda,
    IfExp,
    Dict,
    Set,
    ListComp,
    SetComp,
    DictComp,
    GeneratorExp,
    Await,
    Yield,
    YieldFrom,
    Compare,
    Call,
    FormattedValue,
    JoinedStr,
    Constant,
    Attribute,
    Subscript,
    Starred,
    Name,
    List,
    Tuple,
    Slice,
};

enum class Context : uint8_t { Load, Store, Del };
enum class BoolOperator : uint8_t { And, Or };
enum class Operator : uint8_t { Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv };
enum class UnaryOperator : uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

struct Expr {
    ExprKind kind;
    Range range;
    template <class T> T* as() { return static_cast<T*>(this); }
    template <class T> const T* as() const { return static_cast<const T*>(this); }
};

struct Arguments;

struct Comprehension {
    Expr* target;
    Expr* iter;
    List<Expr*> ifs;
    bool isAsync;
};

struct Keyword {
    Range range;
    std::string_view arg; // empty: `**value`
    Expr* value;
};

struct BoolOp : Expr {
    BoolOperator op;
    List<Expr*> values;
};
struct NamedExpr : Expr {
    Expr* target;
    Expr* value;
};
struct BinOp : Expr {
    Expr* left;
    Operator op;
    Expr* right;
};
struct UnaryOp : Expr {
    UnaryOperator op;
    Expr* operand;
};
struct Lambda : Expr {
    Arguments* args;
    Expr* body;
};
struct IfExp : Expr {
    Expr* test;
    Expr* body;
    Expr* orelse;
};
struct Dict : Expr {
    List<Expr*> keys;
    List<Expr*> values;
}; // a null key: `**value`
struct Set : Expr {
    List<Expr*> elts;
};
struct ListComp : Expr {
    Expr* elt;
    List<Comprehension> generators;
};
struct SetComp : Expr {
    Expr* elt;
    List<Comprehension> generators;
};
struct DictComp : Expr {
    Expr* key;
    Expr* value;
    List<Comprehension> generators;
};
struct GeneratorExp : Expr {
    Expr* elt;
    List<Comprehension> generators;
};
struct Await : Expr {
    Expr* value;
};
struct Yield : Expr {
    Expr* value;
};
struct YieldFrom : Expr {
    Expr* value;
};
struct Compare : Expr {
    Expr* left;
    List<CompareOperator> ops;
    List<Expr*> comparators;
};
struct Call : Expr {
    Expr* func;
    List<Expr*> args;
    List<Keyword> keywords;
};
struct FormattedValue : Expr {
    Expr* value;
    int conversion;
    Expr* formatSpec;
}; // conversion: -1, 's', 'r', 'a'
struct JoinedStr : Expr {
    List<Expr*> values;
};
struct Constant : Expr {
    const memtape::Constant* value;
    bool isUnicodePrefixed;
};
struct Attribute : Expr {
    Expr* value;
    std::string_view attr;
    Context ctx;
};
struct Subscript : Expr {
    Expr* value;
    Expr* slice;
    Context ctx;
};
struct Starred : Expr {
    Expr* value;
    Context ctx;
};
struct Name : Expr {
    std::string_view id;
    Context ctx;
};
struct ListExpr : Expr {
    List<Expr*> elts;
    Context ctx;
};
struct Tuple : Expr {
    List<Expr*> elts;
    Context ctx;
};
struct Slice : Expr {
    Expr* lower;
    Expr* upper;
    Expr* step;
};

// ---- parameters --------------------------------------------------------------------------------------------------

struct Arg {
    Range range;
    std::string_view name;
    Expr* annotation;
};

struct Arguments {
    List<Arg> posonlyargs;
    List<Arg> args;
    Arg* vararg;
    List<Arg> kwonlyargs;
    List<Expr*> kwDefaults; // one for each of kwonlyargs; null where there is none
    Arg* kwarg;
    List<Expr*> defaults; // of the last posonlyargs + args
};

enum class TypeParamKind : uint8_t { TypeVar, ParamSpec, TypeVarTuple };

struct TypeParam {
    TypeParamKind kind;
    Range range;
    std::string_view name;
    Expr* bound; // TypeVar only
    Expr* defaultValue;
};

// ---- patterns ----------------------------------------------------------------------------------------------------

enum class PatternKind : uint8_t { Value, Singleton, Sequence, Mapping, Class, Star, As, Or };

struct Pattern {
    PatternKind kind;
    Range range;
    template <class T> T* as() { return static_cast<T*>(this); }
    template <class T> const T* as() const { return static_cast<const T*>(this); }
};

struct MatchValue : Pattern {
    Expr* value;
};
struct MatchSingleton : Pattern {
    const memtape::Constant* value;
};
struct MatchSequence : Pattern {
    List<Pattern*> patterns;
};
struct MatchMapping : Pattern {
    List<Expr*> keys;
    List<Pattern*> patterns;
    std::string_view rest;
};
struct MatchClass : Pattern {
    Expr* cls;
    List<Pattern*> patterns;
    List<std::string_view> kwdAttrs;
    List<Pattern*> kwdPatterns;
};
struct MatchStar : Pattern {
    std::string_view name;
}; // empty: `*_`
struct MatchAs : Pattern {
    Pattern* pattern;
    std::string_view name;
}; // both absent: `_`
struct MatchOr : Pattern {
    List<Pattern*> patterns;
};

struct MatchCase {
    Pattern* pattern;
    Expr* guard;
    List<struct Stmt*> body;
};

// ---- statements --------------------------------------------------------------------------------------------------

enum class StmtKind : uint8_t {
    FunctionDef,
    AsyncFunctionDef,
    ClassDef,
    Return,
    Delete,
    Assign,
    TypeAlias,
    AugAssign,
    AnnAssign,
    For,
    AsyncFor,
    While,
    If,
    With,
    AsyncWith,
    Match,
    Raise,
    Try,
    TryStar,
    Assert,
    Import,
    ImportFrom,
    Global,
    Nonlocal,
    Expr,
    Pass,
    Break,
    Continue,
};

struct Stmt {
    StmtKind kind;
    Range range;
    template <class T> T* as() { return static_cast<T*>(this); }
    template <class T> const T* as() const { return static_cast<const T*>(this); }
};

struct WithItem {
    Expr* contextExpr;
    Expr* optionalVars;
};
struct Alias {
    Range range;
    std::string_view name;
    std::string_view asname;
};
struct ExceptHandler {
    Range range;
    Expr* type;
    std::string_view name;
    List<Stmt*> body;
};

struct FunctionDef : Stmt { // also AsyncFunctionDef
    std::string_view name;
    Arguments* args;
    List<Stmt*> body;
    List<Expr*> decoratorList;
    Expr* returns;
    List<TypeParam> typeParams;
};
struct ClassDef : Stmt {
    std::string_view name;
    List<Expr*> bases;
    List<Keyword> keywords;
    List<Stmt*> body;
    List<Expr*> decoratorList;
    List<TypeParam> typeParams;
};
struct Return : Stmt {
    Expr* value;
};
struct Delete : Stmt {
    List<Expr*> targets;
};
struct Assign : Stmt {
    List<Expr*> targets;
    Expr* value;
};
struct TypeAlias : Stmt {
    Expr* name;
    List<TypeParam> typeParams;
    Expr* value;
};
struct AugAssign : Stmt {
    Expr* target;
    Operator op;
    Expr* value;
};
struct AnnAssign : Stmt {
    Expr* target;
    Expr* annotation;
    Expr* value;
    bool simple;
};
struct For : Stmt {
    Expr* target;
    Expr* iter;
    List<Stmt*> body;
    List<Stmt*> orelse;
}; // also AsyncFor
struct While : Stmt {
    Expr* test;
    List<Stmt*> body;
    List<Stmt*> orelse;
};
struct If : Stmt {
    Expr* test;
    List<Stmt*> body;
    List<Stmt*> orelse;
};
struct With : Stmt {
    List<WithItem> items;
    List<Stmt*> body;
}; // also AsyncWith
struct Match : Stmt {
    Expr* subject;
    List<MatchCase> cases;
};
struct Raise : Stmt {
    Expr* exc;
    Expr* cause;
};
struct Try : Stmt {
    List<Stmt*> body;
    List<ExceptHandler> handlers;
    List<Stmt*> orelse;
    List<Stmt*> finalbody;
}; // also TryStar
struct Assert : Stmt {
    Expr* test;
    Expr* msg;
};
struct Import : Stmt {
    List<Alias> names;
};
struct ImportFrom : Stmt {
    std::string_view module;
    List<Alias> names;
    int level;
};
struct Global : Stmt {
    List<std::string_view> names;
};
struct Nonlocal : Stmt {
    List<std::string_view> names;
};
struct ExprStmt : Stmt {
    Expr* value;
};

struct Module {
    List<Stmt*> body;
};

}
