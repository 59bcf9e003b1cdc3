// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ast_dump.h"

namespace memtape::tests {

namespace {

using namespace memtape::ast;

// Writes one node: begin, fields in the order of the grammar, end. Absent fields and empty lists are left out, as
// ast.dump does.
class Dumper {
public:
    std::string text;

    void module(const Module& module) {
        begin("Module");
        statements("body", module.body);
        text += ')';
    }

    void expression(const Expr* expr);

private:
    void begin(const char* name) {
        text += name;
        text += '(';
        m_isFirst = true;
    }
    void key(const char* name) {
        if (!m_isFirst) text += ", ";
        m_isFirst = false;
        text += name;
        text += '=';
    }
    void number(const char* name, int value) {
        key(name);
        text += std::to_string(value);
    }
    void string(const char* name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        text += stringRepr(value);
    }
    void end(const Range& range) {
        number("lineno", range.line);
        number("col_offset", range.column);
        number("end_lineno", range.endLine);
        number("end_col_offset", range.endColumn);
        text += ')';
        m_isFirst = false;
    }
    void close() {
        text += ')';
        m_isFirst = false;
    }

    template <class Items, class Write> void list(const char* name, const Items& items, Write write) {
        if (items.empty()) return;
        key(name);
        text += '[';
        bool isFirst = true;
        for (const auto& item : items) {
            if (!isFirst) text += ", ";
            isFirst = false;
            write(item);
        }
        text += ']';
        m_isFirst = false;
    }

    void child(const char* name, const Expr* expr) {
        if (!expr) return;
        key(name);
        expression(expr);
    }
    void expressions(const char* name, const List<Expr*>& items) {
        list(name, items, [&](const Expr* item) {
            if (item) expression(item);
            else text += "None";
        });
    }
    void statements(const char* name, const List<Stmt*>& items) {
        list(name, items, [&](const Stmt* item) { statement(item); });
    }
    void context(Context ctx) {
        key("ctx");
        text += ctx == Context::Load ? "Load()" : ctx == Context::Store ? "Store()" : "Del()";
    }
    void binaryOperator(Operator op) {
        static constexpr const char* names[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                                "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
        key("op");
        text += names[static_cast<int>(op)];
        text += "()";
    }

    void comprehensions(const List<Comprehension>& items);
    void keywords(const List<Keyword>& items);
    void arguments(const char* name, const Arguments& args);
    void argument(const Arg& arg);
    void typeParams(const List<TypeParam>& items);
    void aliases(const List<Alias>& items);
    void statement(const Stmt* stmt);
    void pattern(const Pattern* node);
    void patterns(const char* name, const List<Pattern*>& items) {
        list(name, items, [&](const Pattern* item) { pattern(item); });
    }

    bool m_isFirst = true;
};

void Dumper::comprehensions(const List<Comprehension>& items) {
    list("generators", items, [&](const Comprehension& item) {
        begin("comprehension");
        child("target", item.target);
        child("iter", item.iter);
        expressions("ifs", item.ifs);
        number("is_async", item.isAsync);
        close();
    });
}

void Dumper::keywords(const List<Keyword>& items) {
    list("keywords", items, [&](const Keyword& item) {
        begin("keyword");
        string("arg", item.arg);
        child("value", item.value);
        end(item.range);
    });
}

void Dumper::argument(const Arg& arg) {
    begin("arg");
    string("arg", arg.name);
    child("annotation", arg.annotation);
    end(arg.range);
}

void Dumper::arguments(const char* name, const Arguments& args) {
    key(name);
    begin("arguments");
    const auto one = [&](const Arg& arg) { argument(arg); };
    list("posonlyargs", args.posonlyargs, one);
    list("args", args.args, one);
    if (args.vararg) {
        key("vararg");
        argument(*args.vararg);
    }
    list("kwonlyargs", args.kwonlyargs, one);
    expressions("kw_defaults", args.kwDefaults);
    if (args.kwarg) {
        key("kwarg");
        argument(*args.kwarg);
    }
    expressions("defaults", args.defaults);
    close();
}

void Dumper::typeParams(const List<TypeParam>& items) {
    list("type_params", items, [&](const TypeParam& item) {
        begin(item.kind == TypeParamKind::TypeVar ? "TypeVar" : item.kind == TypeParamKind::ParamSpec ? "ParamSpec" : "TypeVarTuple");
        string("name", item.name);
        child("bound", item.bound);
        child("default_value", item.defaultValue);
        end(item.range);
    });
}

void Dumper::aliases(const List<Alias>& items) {
    list("names", items, [&](const Alias& item) {
        begin("alias");
        string("name", item.name);
        string("asname", item.asname);
        end(item.range);
    });
}

void Dumper::expression(const Expr* expr) {
    switch (expr->kind) {
    case ExprKind::BoolOp: {
        const auto* node = expr->as<BoolOp>();
        begin("BoolOp");
        key("op");
        text += node->op == BoolOperator::And ? "And()" : "Or()";
        expressions("values", node->values);
        break;
    }
    case ExprKind::NamedExpr:
        begin("NamedExpr");
        child("target", expr->as<NamedExpr>()->target);
        child("value", expr->as<NamedExpr>()->value);
        break;
    case ExprKind::BinOp:
        begin("BinOp");
        child("left", expr->as<BinOp>()->left);
        binaryOperator(expr->as<BinOp>()->op);
        child("right", expr->as<BinOp>()->right);
        break;
    case ExprKind::UnaryOp: {
        static constexpr const char* names[] = {"Invert()", "Not()", "UAdd()", "USub()"};
        begin("UnaryOp");
        key("op");
        text += names[static_cast<int>(expr->as<UnaryOp>()->op)];
        child("operand", expr->as<UnaryOp>()->operand);
        break;
    }
    case ExprKind::Lambda:
        begin("Lambda");
        arguments("args", *expr->as<Lambda>()->args);
        child("body", expr->as<Lambda>()->body);
        break;
    case ExprKind::IfExp:
        begin("IfExp");
        child("test", expr->as<IfExp>()->test);
        child("body", expr->as<IfExp>()->body);
        child("orelse", expr->as<IfExp>()->orelse);
        break;
    case ExprKind::Dict:
        begin("Dict");
        expressions("keys", expr->as<Dict>()->keys);
        expressions("values", expr->as<Dict>()->values);
        break;
    case ExprKind::Set:
        begin("Set");
        expressions("elts", expr->as<Set>()->elts);
        break;
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::GeneratorExp: {
        const auto* node = expr->as<ListComp>(); // the three have one layout
        begin(expr->kind == ExprKind::ListComp ? "ListComp" : expr->kind == ExprKind::SetComp ? "SetComp" : "GeneratorExp");
        child("elt", node->elt);
        comprehensions(node->generators);
        break;
    }
    case ExprKind::DictComp:
        begin("DictComp");
        child("key", expr->as<DictComp>()->key);
        child("value", expr->as<DictComp>()->value);
        comprehensions(expr->as<DictComp>()->generators);
        break;
    case ExprKind::Await:
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
        begin(expr->kind == ExprKind::Await ? "Await" : expr->kind == ExprKind::Yield ? "Yield" : "YieldFrom");
        child("value", expr->as<Await>()->value);
        break;
    case ExprKind::Compare: {
        static constexpr const char* names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
        const auto* node = expr->as<Compare>();
        begin("Compare");
        child("left", node->left);
        list("ops", node->ops, [&](CompareOperator op) {
            text += names[static_cast<int>(op)];
            text += "()";
        });
        expressions("comparators", node->comparators);
        break;
    }
    case ExprKind::Call:
        begin("Call");
        child("func", expr->as<Call>()->func);
        expressions("args", expr->as<Call>()->args);
        keywords(expr->as<Call>()->keywords);
        break;
    case ExprKind::FormattedValue:
        begin("FormattedValue");
        child("value", expr->as<FormattedValue>()->value);
        number("conversion", expr->as<FormattedValue>()->conversion);
        child("format_spec", expr->as<FormattedValue>()->formatSpec);
        break;
    case ExprKind::JoinedStr:
        begin("JoinedStr");
        expressions("values", expr->as<JoinedStr>()->values);
        break;
    case ExprKind::Constant:
        begin("Constant");
        key("value");
        text += constantRepr(*expr->as<ast::Constant>()->value);
        if (expr->as<ast::Constant>()->isUnicodePrefixed) string("kind", "u");
        break;
    case ExprKind::Attribute:
        begin("Attribute");
        child("value", expr->as<Attribute>()->value);
        string("attr", expr->as<Attribute>()->attr);
        context(expr->as<Attribute>()->ctx);
        break;
    case ExprKind::Subscript:
        begin("Subscript");
        child("value", expr->as<Subscript>()->value);
        child("slice", expr->as<Subscript>()->slice);
        context(expr->as<Subscript>()->ctx);
        break;
    case ExprKind::Starred:
        begin("Starred");
        child("value", expr->as<Starred>()->value);
        context(expr->as<Starred>()->ctx);
        break;
    case ExprKind::Name:
        begin("Name");
        string("id", expr->as<Name>()->id);
        context(expr->as<Name>()->ctx);
        break;
    case ExprKind::List:
    case ExprKind::Tuple:
        begin(expr->kind == ExprKind::List ? "List" : "Tuple");
        expressions("elts", expr->as<Tuple>()->elts);
        context(expr->as<Tuple>()->ctx);
        break;
    case ExprKind::Slice:
        begin("Slice");
        child("lower", expr->as<Slice>()->lower);
        child("upper", expr->as<Slice>()->upper);
        child("step", expr->as<Slice>()->step);
        break;
    }
    end(expr->range);
}

void Dumper::pattern(const Pattern* node) {
    switch (node->kind) {
    case PatternKind::Value:
        begin("MatchValue");
        child("value", node->as<MatchValue>()->value);
        break;
    case PatternKind::Singleton:
        begin("MatchSingleton");
        key("value");
        text += constantRepr(*node->as<MatchSingleton>()->value);
        break;
    case PatternKind::Sequence:
        begin("MatchSequence");
        patterns("patterns", node->as<MatchSequence>()->patterns);
        break;
    case PatternKind::Mapping:
        begin("MatchMapping");
        expressions("keys", node->as<MatchMapping>()->keys);
        patterns("patterns", node->as<MatchMapping>()->patterns);
        string("rest", node->as<MatchMapping>()->rest);
        break;
    case PatternKind::Class: {
        const auto* cls = node->as<MatchClass>();
        begin("MatchClass");
        child("cls", cls->cls);
        patterns("patterns", cls->patterns);
        list("kwd_attrs", cls->kwdAttrs, [&](std::string_view name) { text += stringRepr(name); });
        patterns("kwd_patterns", cls->kwdPatterns);
        break;
    }
    case PatternKind::Star:
        begin("MatchStar");
        string("name", node->as<MatchStar>()->name);
        break;
    case PatternKind::As:
        begin("MatchAs");
        if (const Pattern* inner = node->as<MatchAs>()->pattern) {
            key("pattern");
            pattern(inner);
        }
        string("name", node->as<MatchAs>()->name);
        break;
    case PatternKind::Or:
        begin("MatchOr");
        patterns("patterns", node->as<MatchOr>()->patterns);
        break;
    }
    end(node->range);
}

void Dumper::statement(const Stmt* stmt) {
    switch (stmt->kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef: {
        const auto* node = stmt->as<FunctionDef>();
        begin(stmt->kind == StmtKind::FunctionDef ? "FunctionDef" : "AsyncFunctionDef");
        string("name", node->name);
        arguments("args", *node->args);
        statements("body", node->body);
        expressions("decorator_list", node->decoratorList);
        child("returns", node->returns);
        typeParams(node->typeParams);
        break;
    }
    case StmtKind::ClassDef: {
        const auto* node = stmt->as<ClassDef>();
        begin("ClassDef");
        string("name", node->name);
        expressions("bases", node->bases);
        keywords(node->keywords);
        statements("body", node->body);
        expressions("decorator_list", node->decoratorList);
        typeParams(node->typeParams);
        break;
    }
    case StmtKind::Return:
        begin("Return");
        child("value", stmt->as<Return>()->value);
        break;
    case StmtKind::Delete:
        begin("Delete");
        expressions("targets", stmt->as<Delete>()->targets);
        break;
    case StmtKind::Assign:
        begin("Assign");
        expressions("targets", stmt->as<Assign>()->targets);
        child("value", stmt->as<Assign>()->value);
        break;
    case StmtKind::TypeAlias:
        begin("TypeAlias");
        child("name", stmt->as<TypeAlias>()->name);
        typeParams(stmt->as<TypeAlias>()->typeParams);
        child("value", stmt->as<TypeAlias>()->value);
        break;
    case StmtKind::AugAssign:
        begin("AugAssign");
        child("target", stmt->as<AugAssign>()->target);
        binaryOperator(stmt->as<AugAssign>()->op);
        child("value", stmt->as<AugAssign>()->value);
        break;
    case StmtKind::AnnAssign:
        begin("AnnAssign");
        child("target", stmt->as<AnnAssign>()->target);
        child("annotation", stmt->as<AnnAssign>()->annotation);
        child("value", stmt->as<AnnAssign>()->value);
        number("simple", stmt->as<AnnAssign>()->simple);
        break;
    case StmtKind::For:
    case StmtKind::AsyncFor:
        begin(stmt->kind == StmtKind::For ? "For" : "AsyncFor");
        child("target", stmt->as<For>()->target);
        child("iter", stmt->as<For>()->iter);
        statements("body", stmt->as<For>()->body);
        statements("orelse", stmt->as<For>()->orelse);
        break;
    case StmtKind::While:
    case StmtKind::If: // one layout
        begin(stmt->kind == StmtKind::If ? "If" : "While");
        child("test", stmt->as<If>()->test);
        statements("body", stmt->as<If>()->body);
        statements("orelse", stmt->as<If>()->orelse);
        break;
    case StmtKind::With:
    case StmtKind::AsyncWith:
        begin(stmt->kind == StmtKind::With ? "With" : "AsyncWith");
        list("items", stmt->as<With>()->items, [&](const WithItem& item) {
            begin("withitem");
            child("context_expr", item.contextExpr);
            child("optional_vars", item.optionalVars);
            close();
        });
        statements("body", stmt->as<With>()->body);
        break;
    case StmtKind::Match:
        begin("Match");
        child("subject", stmt->as<Match>()->subject);
        list("cases", stmt->as<Match>()->cases, [&](const MatchCase& item) {
            begin("match_case");
            key("pattern");
            pattern(item.pattern);
            child("guard", item.guard);
            statements("body", item.body);
            close();
        });
        break;
    case StmtKind::Raise:
        begin("Raise");
        child("exc", stmt->as<Raise>()->exc);
        child("cause", stmt->as<Raise>()->cause);
        break;
    case StmtKind::Try:
    case StmtKind::TryStar:
        begin(stmt->kind == StmtKind::Try ? "Try" : "TryStar");
        statements("body", stmt->as<Try>()->body);
        list("handlers", stmt->as<Try>()->handlers, [&](const ExceptHandler& item) {
            begin("ExceptHandler");
            child("type", item.type);
            string("name", item.name);
            statements("body", item.body);
            end(item.range);
        });
        statements("orelse", stmt->as<Try>()->orelse);
        statements("finalbody", stmt->as<Try>()->finalbody);
        break;
    case StmtKind::Assert:
        begin("Assert");
        child("test", stmt->as<Assert>()->test);
        child("msg", stmt->as<Assert>()->msg);
        break;
    case StmtKind::Import:
        begin("Import");
        aliases(stmt->as<Import>()->names);
        break;
    case StmtKind::ImportFrom:
        begin("ImportFrom");
        string("module", stmt->as<ImportFrom>()->module);
        aliases(stmt->as<ImportFrom>()->names);
        number("level", stmt->as<ImportFrom>()->level);
        break;
    case StmtKind::Global:
    case StmtKind::Nonlocal:
        begin(stmt->kind == StmtKind::Global ? "Global" : "Nonlocal");
        list("names", stmt->as<Global>()->names, [&](std::string_view name) { text += stringRepr(name); });
        break;
    case StmtKind::Expr:
        begin("Expr");
        child("value", stmt->as<ExprStmt>()->value);
        break;
    case StmtKind::Pass: begin("Pass"); break;
    case StmtKind::Break: begin("Break"); break;
    case StmtKind::Continue: begin("Continue"); break;
    }
    end(stmt->range);
}

}

std::string dumpModule(const ast::Module& module) {
    Dumper dumper;
    dumper.module(module);
    return std::move(dumper.text);
}

std::string dumpExpression(const ast::Expr& expression) {
    Dumper dumper;
    dumper.text = "Expression(body=";
    dumper.expression(&expression);
    return dumper.text + ")";
}

}
