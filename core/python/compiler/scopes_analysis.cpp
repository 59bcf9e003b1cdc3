// SPDX-License-Identifier: GPL-3.0-or-later

// The second pass over the scopes: where each name lives.

#include <algorithm>

#include "core/python/compiler/scopes.h"

namespace memtape {
namespace {

using NameSet = std::unordered_set<std::string_view>;
using NameScopes = std::unordered_map<std::string_view, NameScope>;
using Directives = std::unordered_map<const Scope*, std::vector<ScopeDirective>>;

void addAll(NameSet& to, const NameSet& from) { to.insert(from.begin(), from.end()); }

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

class Analysis {
public:
    Analysis(ProblemSink& sink, const Directives& directives) : m_sink(sink), m_directives(directives) {}

    // `bound`: names of enclosing functions, null at module level; `global`: names declared global around; `free` gets the
    // names that this scope wants from outside. All are the caller's to lose.
    void analyze(Scope& scope, NameSet* bound, NameSet& free, NameSet& global, NameSet& typeParameters, const Scope* classScope) {
        if (m_sink.hasProblem()) return;
        NameSet local, newGlobal, newFree, newBound, inlinedCells;
        NameScopes scopes;
        const bool isClass = scope.kind == ScopeKind::Class;
        // A class body's own names are not seen in its functions, so what those may see is settled before.
        if (isClass) {
            newGlobal = global;
            if (bound) newBound = *bound;
        }
        for (const Symbol& symbol : scope.symbols) analyzeName(scope, scopes, symbol, bound, local, free, global, typeParameters, classScope);
        if (isClass) {
            newBound.insert("__class__");
            newBound.insert("__classdict__");
        } else {
            if (scope.isFunctionLike()) newBound = local;
            if (bound) addAll(newBound, *bound);
            newGlobal = global;
        }

        for (Scope* child : scope.children) {
            const Scope* childClassScope = nullptr;
            if (child->seesClassScope) childClassScope = isClass ? &scope : classScope;
            // Comprehensions in annotation scopes inside classes keep a frame of their own.
            const bool isInlined =
                child->comprehension != ComprehensionKind::None && child->comprehension != ComprehensionKind::Generator && !scope.seesClassScope;
            NameSet childBound = newBound, childFree, childGlobal = newGlobal, childTypeParameters = typeParameters;
            analyze(*child, &childBound, childFree, childGlobal, childTypeParameters, childClassScope);
            if (isInlined) {
                inlineComprehension(scope, *child, scopes, childFree, inlinedCells);
                child->isInlined = true;
            }
            addAll(newFree, childFree);
        }
        spliceInlinedChildren(scope);

        if (scope.isFunctionLike()) {
            settleCells(scopes, newFree, inlinedCells);
        } else if (isClass) {
            scope.needsClassClosure |= newFree.erase("__class__") > 0;
            scope.needsClassDict |= newFree.erase("__classdict__") > 0;
        }
        updateSymbols(scope, scopes, bound, newFree, inlinedCells);
        addAll(free, newFree);
    }

private:
    void errorAtDirective(const Scope& scope, std::string_view name, std::string message) {
        const auto found = m_directives.find(&scope);
        if (found != m_directives.end()) {
            for (const ScopeDirective& directive : found->second) {
                if (directive.name == name) return m_sink.error(directive.range, std::move(message));
            }
        }
        m_sink.error({1, 0, 1, 0}, std::move(message));
    }

    void analyzeName(Scope& scope, NameScopes& scopes, const Symbol& symbol, NameSet* bound, NameSet& local, NameSet& free, NameSet& global,
                     NameSet& typeParameters, const Scope* classScope) {
        const std::string_view name = symbol.name;
        if (symbol.uses & DeclaredGlobal) {
            if (symbol.uses & DeclaredNonlocal) return errorAtDirective(scope, name, "name " + quoted(name) + " is nonlocal and global");
            scopes[name] = NameScope::GlobalExplicit;
            global.insert(name);
            if (bound) bound->erase(name);
            return;
        }
        if (symbol.uses & DeclaredNonlocal) {
            if (!bound) return errorAtDirective(scope, name, "nonlocal declaration not allowed at module level");
            if (!bound->contains(name)) return errorAtDirective(scope, name, "no binding for nonlocal " + quoted(name) + " found");
            if (typeParameters.contains(name))
                return errorAtDirective(scope, name, "nonlocal binding not allowed for type parameter " + quoted(name));
            scopes[name] = NameScope::Free;
            free.insert(name);
            return;
        }
        if (symbol.uses & Bound) {
            scopes[name] = NameScope::Local;
            local.insert(name);
            global.erase(name);
            if (symbol.uses & TypeParameter) typeParameters.insert(name);
            else typeParameters.erase(name);
            return;
        }
        // A name that the class body around an annotation scope binds is looked up there first at run time, then among the
        // globals: an outer function's variable of that name is passed over.
        if (classScope) {
            const uint32_t uses = classScope->usesOf(name);
            if (uses & DeclaredGlobal) {
                scopes[name] = NameScope::GlobalExplicit;
                return;
            }
            if ((uses & Bound) && !(uses & DeclaredNonlocal)) {
                scopes[name] = NameScope::GlobalImplicit;
                return;
            }
        }
        if (bound && bound->contains(name)) {
            scopes[name] = NameScope::Free;
            free.insert(name);
            return;
        }
        scopes[name] = NameScope::GlobalImplicit;
    }

    // Whether a scope inside the comprehension wants the name from it.
    static bool isFreeInChild(const Scope& comprehension, std::string_view name) {
        return std::any_of(comprehension.children.begin(), comprehension.children.end(),
                           [name](const Scope* child) { return child->scopeOf(name) == NameScope::Free; });
    }

    static void inlineComprehension(Scope& scope, Scope& comprehension, NameScopes& scopes, NameSet& comprehensionFree, NameSet& inlinedCells) {
        bool removesClass = false;
        for (const Symbol& symbol : comprehension.symbols) {
            if (symbol.uses & Parameter) continue; // the iterator
            NameScope where = symbol.scope;
            if (where == NameScope::Cell || (symbol.uses & CellInComprehension)) inlinedCells.insert(symbol.name);
            const Symbol* existing = scope.find(symbol.name);
            // In a class body `__class__` is not the cell that its functions have, whichever of its comprehensions asks for it first.
            if (where == NameScope::Free && scope.kind == ScopeKind::Class && symbol.name == "__class__") {
                where = NameScope::GlobalImplicit;
                comprehensionFree.erase(symbol.name);
                removesClass = true;
            }
            if (!existing) {
                scope.ensure(symbol.name).uses = symbol.uses;
                scopes[symbol.name] = where;
            } else if ((existing->uses & Bound) && scope.kind != ScopeKind::Class && !isFreeInChild(comprehension, symbol.name)) {
                comprehensionFree.erase(symbol.name); // a local of one frame now
            }
        }
        if (removesClass) comprehension.remove("__class__");
    }

    static void spliceInlinedChildren(Scope& scope) {
        std::vector<Scope*> children;
        for (Scope* child : scope.children) {
            if (child->isInlined) children.insert(children.end(), child->children.begin(), child->children.end());
            else children.push_back(child);
        }
        scope.children = std::move(children);
    }

    static void settleCells(NameScopes& scopes, NameSet& free, const NameSet& inlinedCells) {
        for (auto& [name, where] : scopes) {
            if (where != NameScope::Local || (!free.contains(name) && !inlinedCells.contains(name))) continue;
            where = NameScope::Cell;
            free.erase(name);
        }
    }

    static void updateSymbols(Scope& scope, const NameScopes& scopes, const NameSet* bound, const NameSet& free, const NameSet& inlinedCells) {
        for (Symbol& symbol : scope.symbols) {
            if (inlinedCells.contains(symbol.name)) symbol.uses |= CellInComprehension;
            const auto found = scopes.find(symbol.name);
            if (found != scopes.end()) symbol.scope = found->second;
        }
        const bool isClassLike = scope.kind == ScopeKind::Class || scope.seesClassScope;
        for (const std::string_view name : free) {
            if (Symbol* existing = scope.find(name)) {
                if (isClassLike) existing->uses |= FreeInClass;
                continue;
            }
            if (bound && !bound->contains(name)) continue; // a global
            scope.ensure(name).scope = NameScope::Free;
        }
    }

    ProblemSink& m_sink;
    const Directives& m_directives;
};

}

void analyzeScopes(Scope& top, ProblemSink& sink, const Directives& directives) {
    NameSet free, global, typeParameters;
    Analysis(sink, directives).analyze(top, nullptr, free, global, typeParameters, nullptr);
}

}
