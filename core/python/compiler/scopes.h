// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which names a block of code has, and where each of them lives: CPython's symbol table.
//
// Two passes. The first walks the tree and notes in each scope what is done to a name (bound, used, a parameter, declared
// global or nonlocal ..). The second walks the scopes and decides for each name: local, global (declared or not), free
// (an outer function's) or cell (a local that an inner scope shares). It also takes list, set and dict comprehensions into the
// scope around them (PEP 709): their scope stays, marked `isInlined`, and their names move out.
//
// Names in a scope are mangled already (`__x` in class C is `_C__x`).

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/python/compiler/problem_sink.h"
#include "core/python/syntax/arena.h"
#include "core/python/syntax/ast.h"

namespace memtape {

enum class ScopeKind : uint8_t { Function, Class, Module, Annotation, TypeVariable, TypeAlias, TypeParameters };
enum class ComprehensionKind : uint8_t { None, List, Dict, Set, Generator };

// What is done to a name in a scope.
enum SymbolUse : uint32_t {
    DeclaredGlobal = 1u << 0,
    BoundLocally = 1u << 1,
    Parameter = 1u << 2,
    DeclaredNonlocal = 1u << 3,
    Used = 1u << 4,
    FreeInClass = 1u << 6, // a class body passes it on to its methods
    Imported = 1u << 7,
    Annotated = 1u << 8,
    ComprehensionVariable = 1u << 9,
    TypeParameter = 1u << 10,
    CellInComprehension = 1u << 11, // shared by a comprehension that was taken into this scope
    Bound = BoundLocally | Parameter | Imported | TypeParameter,
};

enum class NameScope : uint8_t { Unknown, Local, GlobalExplicit, GlobalImplicit, Free, Cell };

struct Symbol {
    std::string_view name;
    uint32_t uses = 0;
    NameScope scope = NameScope::Unknown;
};

struct Scope {
    ScopeKind kind;
    std::string_view name;
    int line = 0;                // where it begins; 0 for the module
    std::vector<Symbol> symbols; // in the order of their first mention
    std::unordered_map<std::string_view, int> symbolIndex;
    std::vector<std::string_view> parameters;
    std::vector<Scope*> children;
    ComprehensionKind comprehension = ComprehensionKind::None;
    bool isNested = false;
    bool isGenerator = false;
    bool isCoroutine = false;
    bool hasVarArgs = false, hasVarKeywords = false;
    bool needsClassClosure = false; // a method uses __class__
    bool needsClassDict = false;    // an annotation scope inside looks names up in the class body
    bool seesClassScope = false;    // this is such an annotation scope
    bool isInlined = false;         // a comprehension that runs in the frame around it
    bool isComprehensionTarget = false;
    int comprehensionIterDepth = 0; // while visiting the iterable of a comprehension; scopes inside have it too
    const char* place = "";         // of a type variable's scope: "a TypeVar bound" and so on, for messages
    // In the scope of a generic class's type parameters and those inside it: only these names are mangled.
    std::shared_ptr<std::unordered_set<std::string_view>> mangledNames;

    bool isFunctionLike() const {
        return kind == ScopeKind::Function || kind == ScopeKind::TypeVariable || kind == ScopeKind::TypeAlias || kind == ScopeKind::TypeParameters;
    }
    Symbol* find(std::string_view mangledName);
    const Symbol* find(std::string_view mangledName) const { return const_cast<Scope*>(this)->find(mangledName); }
    Symbol& ensure(std::string_view mangledName);
    void remove(std::string_view mangledName);
    uint32_t usesOf(std::string_view mangledName) const;
    NameScope scopeOf(std::string_view mangledName) const;
};

class ScopeTable {
public:
    Scope* top() const { return m_top; }
    // The scope of a function, lambda, class, comprehension, type alias, type parameter list (its first element), or of
    // a type variable's bound or default (see below).
    Scope* of(const void* node) const {
        const auto found = m_byNode.find(node);
        return found == m_byNode.end() ? nullptr : found->second;
    }

private:
    friend class ScopeBuilder;
    std::deque<Scope> m_scopes;
    std::unordered_map<const void*, Scope*> m_byNode;
    Scope* m_top = nullptr;
};

// A type variable's bound and default have a scope each, the list that it may be the first of another.
inline const void* boundKey(const ast::TypeParam& parameter) { return reinterpret_cast<const char*>(&parameter) + 1; }
inline const void* defaultKey(const ast::TypeParam& parameter) { return reinterpret_cast<const char*>(&parameter) + 2; }

struct ScopeOptions {
    bool futureAnnotations = false;
};

// Problems go to the sink; the table is of use only where there was none.
ScopeTable buildScopes(const ast::Module& module, Arena& arena, const ScopeOptions& options, ProblemSink& sink);
ScopeTable buildScopes(const ast::Expr& expression, Arena& arena, const ScopeOptions& options, ProblemSink& sink);

// The name as a class body knows it; lives in the arena where it differs.
std::string_view mangledName(std::string_view className, std::string_view name, Arena& arena);
// As above, where the scope says whether.
std::string_view mangledNameIn(const Scope& scope, std::string_view className, std::string_view name, Arena& arena);

// The second pass (scopes_analysis.cpp).
void analyzeScopes(Scope& top, ProblemSink& sink, const std::unordered_map<const Scope*, std::vector<struct ScopeDirective>>& directives);

// Where a `global` or `nonlocal` stands, for the error messages of the second pass.
struct ScopeDirective {
    std::string_view name;
    ast::Range range;
};

}
