// SPDX-License-Identifier: GPL-3.0-or-later
// What the grammar says of a tree that its classes do not, in CPython's order and words: contexts, lists that may not be empty, lists that go
// together, what a pattern may hold.

#include "core/python/modules/ast/tree_objects.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"

namespace memtape {

using namespace ast;

namespace {

using ConstantKind = memtape::Constant::Kind;

const char* contextName(Context context) { return sumRow(FieldType::ExprContext).nodes[static_cast<size_t>(context)].name; }
template <class T> const char* nameOf(FieldType sum, const T& node) { return sumRow(sum).nodes[static_cast<size_t>(node.kind)].name; }

bool checkRange(const Range& r) {
    if (r.line > r.endLine) return raise(exc::ValueError, "AST node line range ({}, {}) is not valid", r.line, r.endLine);
    if ((r.line < 0 && r.endLine != r.line) || (r.column < 0 && r.column != r.endColumn)) {
        return raise(exc::ValueError, "AST node column range ({}, {}) for line range ({}, {}) is not valid", r.column, r.endColumn, r.line,
                     r.endLine);
    }
    if (r.line == r.endLine && r.column > r.endColumn)
        return raise(exc::ValueError, "line {}, column {}-{} is not a valid range", r.line, r.column, r.endColumn);
    return true;
}

bool checkName(std::string_view name) {
    for (const char* forbidden : {"None", "True", "False"})
        if (name == forbidden) return raise(exc::ValueError, "identifier field can't represent '{}' constant", forbidden);
    return true;
}

template <class T> bool notEmpty(const T& list, const char* what, const char* owner) {
    return !list.empty() || raise(exc::ValueError, "empty {} on {}", what, owner);
}

// Numbers as a pattern may have them: 1, -1, 1+2j.
bool isNumber(const ast::Expr& e, bool realAllowed, bool imaginaryAllowed) {
    if (e.kind != ExprKind::Constant) return false;
    const ConstantKind kind = e.as<ast::Constant>()->value->kind;
    return (realAllowed && (kind == ConstantKind::Int || kind == ConstantKind::Float)) || (imaginaryAllowed && kind == ConstantKind::Complex);
}
bool isNegativeNumber(const ast::Expr& e, bool imaginaryAllowed) {
    return e.kind == ExprKind::UnaryOp && e.as<UnaryOp>()->op == UnaryOperator::USub && isNumber(*e.as<UnaryOp>()->operand, true, imaginaryAllowed);
}
bool isComplexNumber(const ast::Expr& e) {
    if (e.kind != ExprKind::BinOp) return false;
    const auto& node = *e.as<BinOp>();
    const bool isSum = node.op == ast::Operator::Add || node.op == ast::Operator::Sub;
    return isSum && (isNumber(*node.left, true, false) || isNegativeNumber(*node.left, false)) && isNumber(*node.right, false, true);
}

class Validator {
public:
    bool statements(List<Stmt*> list) {
        for (const Stmt* statement : list) {
            if (!statement) return raise(exc::ValueError, "None disallowed in statement list");
            if (!nested([&] { return checkRange(statement->range) && this->statement(*statement); })) return false;
        }
        return true;
    }

    bool expression(const ast::Expr* e, Context wanted = Context::Load) {
        if (!e) return true; // an optional one
        return nested([&] { return checkRange(e->range) && checkContext(*e, wanted) && parts(*e, wanted); });
    }

    bool expressions(List<ast::Expr*> list, Context wanted = Context::Load, bool mayBeNone = false) {
        for (const ast::Expr* e : list) {
            if (!e && !mayBeNone) return raise(exc::ValueError, "None disallowed in expression list");
            if (!expression(e, wanted)) return false;
        }
        return true;
    }

private:
    template <class F> bool nested(F check) {
        if (!enterNative(" during compilation")) return false;
        const bool ok = check();
        leaveNative();
        return ok;
    }

    bool body(List<Stmt*> list, const char* owner) { return notEmpty(list, "body", owner) && statements(list); }

    // ---- statements

    bool statement(const Stmt& s) {
        const char* name = nameOf(FieldType::Stmt, s);
        switch (s.kind) {
        case StmtKind::FunctionDef:
        case StmtKind::AsyncFunctionDef: {
            const auto& n = *s.as<FunctionDef>();
            return body(n.body, name) && typeParameters(n.typeParams) && arguments(*n.args) && expressions(n.decoratorList) && expression(n.returns);
        }
        case StmtKind::ClassDef: {
            const auto& n = *s.as<ClassDef>();
            return body(n.body, name) && typeParameters(n.typeParams) && expressions(n.bases) && keywords(n.keywords) && expressions(n.decoratorList);
        }
        case StmtKind::Return: return expression(s.as<Return>()->value);
        case StmtKind::Delete: return notEmpty(s.as<Delete>()->targets, "targets", name) && expressions(s.as<Delete>()->targets, Context::Del);
        case StmtKind::Assign: {
            const auto& n = *s.as<Assign>();
            return notEmpty(n.targets, "targets", name) && expressions(n.targets, Context::Store) && expression(n.value);
        }
        case StmtKind::AugAssign: return expression(s.as<AugAssign>()->target, Context::Store) && expression(s.as<AugAssign>()->value);
        case StmtKind::AnnAssign: {
            const auto& n = *s.as<AnnAssign>();
            if (n.simple && n.target->kind != ExprKind::Name) return raise(exc::TypeError, "AnnAssign with simple non-Name target");
            return expression(n.target, Context::Store) && expression(n.value) && expression(n.annotation);
        }
        case StmtKind::TypeAlias: {
            const auto& n = *s.as<TypeAlias>();
            if (n.name->kind != ExprKind::Name) return raise(exc::TypeError, "TypeAlias with non-Name name");
            return expression(n.name, Context::Store) && typeParameters(n.typeParams) && expression(n.value);
        }
        case StmtKind::For:
        case StmtKind::AsyncFor: {
            const auto& n = *s.as<For>();
            return expression(n.target, Context::Store) && expression(n.iter) && body(n.body, name) && statements(n.orelse);
        }
        case StmtKind::While: return expression(s.as<While>()->test) && body(s.as<While>()->body, name) && statements(s.as<While>()->orelse);
        case StmtKind::If: return expression(s.as<If>()->test) && body(s.as<If>()->body, name) && statements(s.as<If>()->orelse);
        case StmtKind::With:
        case StmtKind::AsyncWith: {
            const auto& n = *s.as<With>();
            if (!notEmpty(n.items, "items", name)) return false;
            for (const WithItem& item : n.items)
                if (!expression(item.contextExpr) || !expression(item.optionalVars, Context::Store)) return false;
            return body(n.body, name);
        }
        case StmtKind::Match: {
            const auto& n = *s.as<Match>();
            if (!expression(n.subject) || !notEmpty(n.cases, "cases", name)) return false;
            for (const MatchCase& c : n.cases)
                if (!pattern(c.pattern, false) || !expression(c.guard) || !body(c.body, "match_case")) return false;
            return true;
        }
        case StmtKind::Raise: {
            const auto& n = *s.as<Raise>();
            if (n.exc) return expression(n.exc) && expression(n.cause);
            return !n.cause || raise(exc::ValueError, "Raise with cause but no exception");
        }
        case StmtKind::Try:
        case StmtKind::TryStar: return tryStatement(*s.as<Try>(), name);
        case StmtKind::Assert: return expression(s.as<Assert>()->test) && expression(s.as<Assert>()->msg);
        case StmtKind::Import: return notEmpty(s.as<Import>()->names, "names", name);
        case StmtKind::ImportFrom:
            if (s.as<ImportFrom>()->level < 0) return raise(exc::ValueError, "Negative ImportFrom level");
            return notEmpty(s.as<ImportFrom>()->names, "names", name);
        case StmtKind::Global: return notEmpty(s.as<Global>()->names, "names", name);
        case StmtKind::Nonlocal: return notEmpty(s.as<Nonlocal>()->names, "names", name);
        case StmtKind::Expr: return expression(s.as<ExprStmt>()->value);
        case StmtKind::Pass:
        case StmtKind::Break:
        case StmtKind::Continue: return true;
        }
        return true;
    }

    bool tryStatement(const Try& n, const char* name) {
        if (!body(n.body, name)) return false;
        if (n.handlers.empty() && n.finalbody.empty()) return raise(exc::ValueError, "{} has neither except handlers nor finalbody", name);
        if (n.handlers.empty() && !n.orelse.empty()) return raise(exc::ValueError, "{} has orelse but no except handlers", name);
        for (const ExceptHandler& handler : n.handlers)
            if (!checkRange(handler.range) || !expression(handler.type) || !body(handler.body, "ExceptHandler")) return false;
        return statements(n.finalbody) && statements(n.orelse);
    }

    bool typeParameters(List<TypeParam> list) {
        for (const TypeParam& p : list) {
            if (!checkRange(p.range) || !checkName(p.name) || !expression(p.bound) || !expression(p.defaultValue)) return false;
        }
        return true;
    }

    bool keywords(List<Keyword> list) {
        for (const Keyword& k : list)
            if (!expression(k.value)) return false;
        return true;
    }

    bool parameters(List<Arg> list) {
        for (const Arg& a : list)
            if (!checkRange(a.range) || !expression(a.annotation)) return false;
        return true;
    }
    bool parameter(const Arg* a) { return !a || (checkRange(a->range) && expression(a->annotation)); }

    bool arguments(const Arguments& n) {
        if (!parameters(n.posonlyargs) || !parameters(n.args) || !parameter(n.vararg) || !parameters(n.kwonlyargs) || !parameter(n.kwarg))
            return false;
        if (n.defaults.size() > n.posonlyargs.size() + n.args.size())
            return raise(exc::ValueError, "more positional defaults than args on arguments");
        if (n.kwDefaults.size() != n.kwonlyargs.size())
            return raise(exc::ValueError, "length of kwonlyargs is not the same as kw_defaults on arguments");
        return expressions(n.defaults) && expressions(n.kwDefaults, Context::Load, true);
    }

    // ---- expressions

    bool checkContext(const ast::Expr& e, Context wanted) {
        Context has;
        switch (e.kind) {
        case ExprKind::Attribute: has = e.as<Attribute>()->ctx; break;
        case ExprKind::Subscript: has = e.as<Subscript>()->ctx; break;
        case ExprKind::Starred: has = e.as<Starred>()->ctx; break;
        case ExprKind::Name:
            if (!checkName(e.as<Name>()->id)) return false;
            has = e.as<Name>()->ctx;
            break;
        case ExprKind::List: has = e.as<ListExpr>()->ctx; break;
        case ExprKind::Tuple: has = e.as<Tuple>()->ctx; break;
        default: return wanted == Context::Load || raise(exc::ValueError, "expression which can't be assigned to in {} context", contextName(wanted));
        }
        return has == wanted || raise(exc::ValueError, "expression must have {} context but has {} instead", contextName(wanted), contextName(has));
    }

    bool comprehension(List<Comprehension> generators, const ast::Expr* first, const ast::Expr* second = nullptr) {
        if (generators.empty()) return raise(exc::ValueError, "comprehension with no generators");
        for (const Comprehension& g : generators)
            if (!expression(g.target, Context::Store) || !expression(g.iter) || !expressions(g.ifs)) return false;
        return expression(first) && expression(second);
    }

    bool parts(const ast::Expr& e, Context wanted) {
        switch (e.kind) {
        case ExprKind::BoolOp:
            if (e.as<BoolOp>()->values.size() < 2) return raise(exc::ValueError, "BoolOp with less than 2 values");
            return expressions(e.as<BoolOp>()->values);
        case ExprKind::NamedExpr:
            if (e.as<NamedExpr>()->target->kind != ExprKind::Name) return raise(exc::TypeError, "NamedExpr target must be a Name");
            return expression(e.as<NamedExpr>()->value);
        case ExprKind::BinOp: return expression(e.as<BinOp>()->left) && expression(e.as<BinOp>()->right);
        case ExprKind::UnaryOp: return expression(e.as<UnaryOp>()->operand);
        case ExprKind::Lambda: return arguments(*e.as<Lambda>()->args) && expression(e.as<Lambda>()->body);
        case ExprKind::IfExp: return expression(e.as<IfExp>()->test) && expression(e.as<IfExp>()->body) && expression(e.as<IfExp>()->orelse);
        case ExprKind::Dict: {
            const auto& n = *e.as<Dict>();
            if (n.keys.size() != n.values.size()) return raise(exc::ValueError, "Dict doesn't have the same number of keys as values");
            return expressions(n.keys, Context::Load, true) && expressions(n.values);
        }
        case ExprKind::Set: return expressions(e.as<Set>()->elts);
        case ExprKind::ListComp:
        case ExprKind::SetComp:
        case ExprKind::GeneratorExp: return comprehension(e.as<ListComp>()->generators, e.as<ListComp>()->elt); // of one shape
        case ExprKind::DictComp: return comprehension(e.as<DictComp>()->generators, e.as<DictComp>()->key, e.as<DictComp>()->value);
        case ExprKind::Await: return expression(e.as<Await>()->value);
        case ExprKind::Yield: return expression(e.as<Yield>()->value);
        case ExprKind::YieldFrom: return expression(e.as<YieldFrom>()->value);
        case ExprKind::Compare: {
            const auto& n = *e.as<Compare>();
            if (n.comparators.empty()) return raise(exc::ValueError, "Compare with no comparators");
            if (n.comparators.size() != n.ops.size()) return raise(exc::ValueError, "Compare has a different number of comparators and operands");
            return expressions(n.comparators) && expression(n.left);
        }
        case ExprKind::Call: return expression(e.as<Call>()->func) && expressions(e.as<Call>()->args) && keywords(e.as<Call>()->keywords);
        case ExprKind::FormattedValue: {
            const auto& n = *e.as<FormattedValue>();
            if (!expression(n.value) || !expression(n.formatSpec)) return false;
            const bool isKnown = n.conversion == -1 || n.conversion == 's' || n.conversion == 'r' || n.conversion == 'a';
            return isKnown || raise(exc::SystemError, "Unrecognized conversion character {}", n.conversion);
        }
        case ExprKind::JoinedStr: return expressions(e.as<JoinedStr>()->values);
        case ExprKind::Constant: return true;
        case ExprKind::Attribute: return expression(e.as<Attribute>()->value);
        case ExprKind::Subscript: return expression(e.as<Subscript>()->slice) && expression(e.as<Subscript>()->value);
        case ExprKind::Starred: return expression(e.as<Starred>()->value, wanted);
        case ExprKind::Name: return true;
        case ExprKind::List: return expressions(e.as<ListExpr>()->elts, wanted);
        case ExprKind::Tuple: return expressions(e.as<Tuple>()->elts, wanted);
        case ExprKind::Slice: return expression(e.as<Slice>()->lower) && expression(e.as<Slice>()->upper) && expression(e.as<Slice>()->step);
        }
        return true;
    }

    // ---- patterns

    static bool isCapturable(std::string_view name) {
        if (name == "_") return raise(exc::ValueError, "can't capture name '_' in patterns");
        return checkName(name);
    }

    bool patterns(List<ast::Pattern*> list, bool starAllowed) {
        for (const ast::Pattern* p : list) {
            if (!p) return raise(exc::ValueError, "None disallowed in pattern list");
            if (!pattern(p, starAllowed)) return false;
        }
        return true;
    }

    bool matchValue(const ast::Expr* e) {
        if (!e) return raise(exc::ValueError, "None disallowed in expression list");
        if (!expression(e)) return false;
        switch (e->kind) {
        case ExprKind::Constant:
            switch (e->as<ast::Constant>()->value->kind) {
            case ConstantKind::Int:
            case ConstantKind::Float:
            case ConstantKind::Complex:
            case ConstantKind::Str:
            case ConstantKind::Bytes: return true;
            default: return raise(exc::ValueError, "unexpected constant inside of a literal pattern");
            }
        case ExprKind::Attribute:
        case ExprKind::JoinedStr: return true; // the compiler looks at these
        case ExprKind::UnaryOp:
            if (isNegativeNumber(*e, true)) return true;
            break;
        case ExprKind::BinOp:
            if (isComplexNumber(*e)) return true;
            break;
        default: break;
        }
        return raise(exc::ValueError, "patterns may only match literals and attribute lookups");
    }

    static bool isSingleton(const memtape::Constant& c) {
        return c.kind == ConstantKind::None || c.kind == ConstantKind::True || c.kind == ConstantKind::False;
    }

    bool matchMapping(const MatchMapping& n) {
        if (n.keys.size() != n.patterns.size()) return raise(exc::ValueError, "MatchMapping doesn't have the same number of keys as patterns");
        if (n.rest.data() && !isCapturable(n.rest)) return false;
        for (const ast::Expr* key : n.keys) {
            if (key && key->kind == ExprKind::Constant && isSingleton(*key->as<ast::Constant>()->value)) continue;
            if (!matchValue(key)) return false;
        }
        return patterns(n.patterns, false);
    }

    bool matchClass(const MatchClass& n) {
        if (n.kwdAttrs.size() != n.kwdPatterns.size())
            return raise(exc::ValueError, "MatchClass doesn't have the same number of keyword attributes as patterns");
        if (!expression(n.cls)) return false;
        const ast::Expr* cls = n.cls;
        while (cls->kind == ExprKind::Attribute) cls = cls->as<Attribute>()->value;
        if (cls->kind != ExprKind::Name) return raise(exc::ValueError, "MatchClass cls field can only contain Name or Attribute nodes.");
        for (std::string_view name : n.kwdAttrs)
            if (!checkName(name)) return false;
        return patterns(n.patterns, false) && patterns(n.kwdPatterns, false);
    }

    bool pattern(const ast::Pattern* p, bool starAllowed) {
        return nested([&] { return checkRange(p->range) && patternParts(*p, starAllowed); });
    }

    bool patternParts(const ast::Pattern& p, bool starAllowed) {
        switch (p.kind) {
        case PatternKind::Value: return matchValue(p.as<MatchValue>()->value);
        case PatternKind::Singleton:
            return isSingleton(*p.as<MatchSingleton>()->value) || raise(exc::ValueError, "MatchSingleton can only contain True, False and None");
        case PatternKind::Sequence: return patterns(p.as<MatchSequence>()->patterns, true);
        case PatternKind::Mapping: return matchMapping(*p.as<MatchMapping>());
        case PatternKind::Class: return matchClass(*p.as<MatchClass>());
        case PatternKind::Star:
            if (!starAllowed) return raise(exc::ValueError, "can't use MatchStar here");
            return !p.as<MatchStar>()->name.data() || isCapturable(p.as<MatchStar>()->name);
        case PatternKind::As: {
            const auto& n = *p.as<MatchAs>();
            if (n.name.data() && !isCapturable(n.name)) return false;
            if (!n.pattern) return true;
            if (!n.name.data()) return raise(exc::ValueError, "MatchAs must specify a target name if a pattern is given");
            return pattern(n.pattern, false);
        }
        case PatternKind::Or:
            if (p.as<MatchOr>()->patterns.size() < 2) return raise(exc::ValueError, "MatchOr requires at least 2 patterns");
            return patterns(p.as<MatchOr>()->patterns, false);
        }
        return true;
    }
};

}

bool validateTree(const Mod& tree) {
    Validator validator;
    switch (tree.kind) {
    case ModKind::Module:
    case ModKind::Interactive: return validator.statements(tree.body);
    case ModKind::Expression: return validator.expression(tree.expression);
    case ModKind::FunctionType: return validator.expressions(tree.argumentTypes) && validator.expression(tree.expression);
    }
    return true;
}

}
