// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/ast/node_table.h"

namespace memtape::ast {

namespace {

using enum FieldType;
using enum Arity;

// clang-format off
#define AT(member) offsetof(Node, member)
// A node's fields: FIELDS(struct, class) … END.
#define FIELDS(structure, name) struct name##Row { using Node = structure; static constexpr FieldRow rows[] = {
#define END }; };
#define NODE(sum, structure, name) {#name, sum, sizeof(structure), name##Row::rows}
#define LEAF(sum, structure, name) {#name, sum, sizeof(structure), {}}
#define OPERATOR(sum, name) {#name, sum, 1, {}}

FIELDS(ast::Mod, Module) {"body", Stmt, List, AT(body)}, {"type_ignores", TypeIgnore, List, notStored} END
FIELDS(ast::Mod, Interactive) {"body", Stmt, List, AT(body)} END
FIELDS(ast::Mod, Expression) {"body", Expr, One, AT(expression)} END
FIELDS(ast::Mod, FunctionType) {"argtypes", Expr, List, AT(argumentTypes)}, {"returns", Expr, One, AT(expression)} END

FIELDS(ast::FunctionDef, FunctionDef)
    {"name", Identifier, One, AT(name)}, {"args", Arguments, One, AT(args)}, {"body", Stmt, List, AT(body)},
    {"decorator_list", Expr, List, AT(decoratorList)}, {"returns", Expr, Optional, AT(returns)},
    {"type_comment", String, Optional, notStored}, {"type_params", TypeParam, List, AT(typeParams)} END
using AsyncFunctionDefRow = FunctionDefRow;
FIELDS(ast::ClassDef, ClassDef)
    {"name", Identifier, One, AT(name)}, {"bases", Expr, List, AT(bases)}, {"keywords", Keyword, List, AT(keywords)},
    {"body", Stmt, List, AT(body)}, {"decorator_list", Expr, List, AT(decoratorList)}, {"type_params", TypeParam, List, AT(typeParams)} END
FIELDS(ast::Return, Return) {"value", Expr, Optional, AT(value)} END
FIELDS(ast::Delete, Delete) {"targets", Expr, List, AT(targets)} END
FIELDS(ast::Assign, Assign) {"targets", Expr, List, AT(targets)}, {"value", Expr, One, AT(value)}, {"type_comment", String, Optional, notStored} END
FIELDS(ast::TypeAlias, TypeAlias)
    {"name", Expr, One, AT(name)}, {"type_params", TypeParam, List, AT(typeParams)}, {"value", Expr, One, AT(value)} END
FIELDS(ast::AugAssign, AugAssign) {"target", Expr, One, AT(target)}, {"op", Operator, One, AT(op)}, {"value", Expr, One, AT(value)} END
FIELDS(ast::AnnAssign, AnnAssign)
    {"target", Expr, One, AT(target)}, {"annotation", Expr, One, AT(annotation)}, {"value", Expr, Optional, AT(value)}, {"simple", Flag, One, AT(simple)} END
FIELDS(ast::For, For)
    {"target", Expr, One, AT(target)}, {"iter", Expr, One, AT(iter)}, {"body", Stmt, List, AT(body)}, {"orelse", Stmt, List, AT(orelse)},
    {"type_comment", String, Optional, notStored} END
using AsyncForRow = ForRow;
FIELDS(ast::While, While) {"test", Expr, One, AT(test)}, {"body", Stmt, List, AT(body)}, {"orelse", Stmt, List, AT(orelse)} END
FIELDS(ast::If, If) {"test", Expr, One, AT(test)}, {"body", Stmt, List, AT(body)}, {"orelse", Stmt, List, AT(orelse)} END
FIELDS(ast::With, With) {"items", WithItem, List, AT(items)}, {"body", Stmt, List, AT(body)}, {"type_comment", String, Optional, notStored} END
using AsyncWithRow = WithRow;
FIELDS(ast::Match, Match) {"subject", Expr, One, AT(subject)}, {"cases", MatchCase, List, AT(cases)} END
FIELDS(ast::Raise, Raise) {"exc", Expr, Optional, AT(exc)}, {"cause", Expr, Optional, AT(cause)} END
FIELDS(ast::Try, Try)
    {"body", Stmt, List, AT(body)}, {"handlers", ExceptHandler, List, AT(handlers)}, {"orelse", Stmt, List, AT(orelse)},
    {"finalbody", Stmt, List, AT(finalbody)} END
using TryStarRow = TryRow;
FIELDS(ast::Assert, Assert) {"test", Expr, One, AT(test)}, {"msg", Expr, Optional, AT(msg)} END
FIELDS(ast::Import, Import) {"names", Alias, List, AT(names)} END
FIELDS(ast::ImportFrom, ImportFrom)
    {"module", Identifier, Optional, AT(module)}, {"names", Alias, List, AT(names)}, {"level", Int, Optional, AT(level)} END
FIELDS(ast::Global, Global) {"names", Identifier, List, AT(names)} END
FIELDS(ast::Nonlocal, Nonlocal) {"names", Identifier, List, AT(names)} END
FIELDS(ExprStmt, ExprStatement) {"value", Expr, One, AT(value)} END

FIELDS(ast::BoolOp, BoolOp) {"op", FieldType::BoolOp, One, AT(op)}, {"values", Expr, List, AT(values)} END
FIELDS(ast::NamedExpr, NamedExpr) {"target", Expr, One, AT(target)}, {"value", Expr, One, AT(value)} END
FIELDS(ast::BinOp, BinOp) {"left", Expr, One, AT(left)}, {"op", Operator, One, AT(op)}, {"right", Expr, One, AT(right)} END
FIELDS(ast::UnaryOp, UnaryOp) {"op", FieldType::UnaryOp, One, AT(op)}, {"operand", Expr, One, AT(operand)} END
FIELDS(ast::Lambda, Lambda) {"args", Arguments, One, AT(args)}, {"body", Expr, One, AT(body)} END
FIELDS(ast::IfExp, IfExp) {"test", Expr, One, AT(test)}, {"body", Expr, One, AT(body)}, {"orelse", Expr, One, AT(orelse)} END
FIELDS(ast::Dict, Dict) {"keys", Expr, List, AT(keys)}, {"values", Expr, List, AT(values)} END
FIELDS(ast::Set, Set) {"elts", Expr, List, AT(elts)} END
FIELDS(ast::ListComp, ListComp) {"elt", Expr, One, AT(elt)}, {"generators", Comprehension, List, AT(generators)} END
FIELDS(ast::SetComp, SetComp) {"elt", Expr, One, AT(elt)}, {"generators", Comprehension, List, AT(generators)} END
FIELDS(ast::DictComp, DictComp)
    {"key", Expr, One, AT(key)}, {"value", Expr, One, AT(value)}, {"generators", Comprehension, List, AT(generators)} END
FIELDS(ast::GeneratorExp, GeneratorExp) {"elt", Expr, One, AT(elt)}, {"generators", Comprehension, List, AT(generators)} END
FIELDS(ast::Await, Await) {"value", Expr, One, AT(value)} END
FIELDS(ast::Yield, Yield) {"value", Expr, Optional, AT(value)} END
FIELDS(ast::YieldFrom, YieldFrom) {"value", Expr, One, AT(value)} END
FIELDS(ast::Compare, Compare) {"left", Expr, One, AT(left)}, {"ops", CmpOp, List, AT(ops)}, {"comparators", Expr, List, AT(comparators)} END
FIELDS(ast::Call, Call) {"func", Expr, One, AT(func)}, {"args", Expr, List, AT(args)}, {"keywords", Keyword, List, AT(keywords)} END
FIELDS(ast::FormattedValue, FormattedValue)
    {"value", Expr, One, AT(value)}, {"conversion", Int, One, AT(conversion)}, {"format_spec", Expr, Optional, AT(formatSpec)} END
FIELDS(ast::JoinedStr, JoinedStr) {"values", Expr, List, AT(values)} END
FIELDS(ast::Constant, Constant) {"value", Value, One, AT(value)}, {"kind", String, Optional, AT(isUnicodePrefixed)} END
FIELDS(ast::Attribute, Attribute) {"value", Expr, One, AT(value)}, {"attr", Identifier, One, AT(attr)}, {"ctx", ExprContext, One, AT(ctx)} END
FIELDS(ast::Subscript, Subscript) {"value", Expr, One, AT(value)}, {"slice", Expr, One, AT(slice)}, {"ctx", ExprContext, One, AT(ctx)} END
FIELDS(ast::Starred, Starred) {"value", Expr, One, AT(value)}, {"ctx", ExprContext, One, AT(ctx)} END
FIELDS(ast::Name, Name) {"id", Identifier, One, AT(id)}, {"ctx", ExprContext, One, AT(ctx)} END
FIELDS(ListExpr, ListDisplay) {"elts", Expr, List, AT(elts)}, {"ctx", ExprContext, One, AT(ctx)} END
FIELDS(ast::Tuple, Tuple) {"elts", Expr, List, AT(elts)}, {"ctx", ExprContext, One, AT(ctx)} END
FIELDS(ast::Slice, Slice) {"lower", Expr, Optional, AT(lower)}, {"upper", Expr, Optional, AT(upper)}, {"step", Expr, Optional, AT(step)} END

FIELDS(ast::Comprehension, comprehension)
    {"target", Expr, One, AT(target)}, {"iter", Expr, One, AT(iter)}, {"ifs", Expr, List, AT(ifs)}, {"is_async", Flag, One, AT(isAsync)} END
FIELDS(ast::ExceptHandler, ExceptHandler)
    {"type", Expr, Optional, AT(type)}, {"name", Identifier, Optional, AT(name)}, {"body", Stmt, List, AT(body)} END
FIELDS(ast::Arguments, arguments)
    {"posonlyargs", Arg, List, AT(posonlyargs)}, {"args", Arg, List, AT(args)}, {"vararg", Arg, Optional, AT(vararg)},
    {"kwonlyargs", Arg, List, AT(kwonlyargs)}, {"kw_defaults", Expr, List, AT(kwDefaults)}, {"kwarg", Arg, Optional, AT(kwarg)},
    {"defaults", Expr, List, AT(defaults)} END
FIELDS(ast::Arg, arg)
    {"arg", Identifier, One, AT(name)}, {"annotation", Expr, Optional, AT(annotation)}, {"type_comment", String, Optional, notStored} END
FIELDS(ast::Keyword, keyword) {"arg", Identifier, Optional, AT(arg)}, {"value", Expr, One, AT(value)} END
FIELDS(ast::Alias, alias) {"name", Identifier, One, AT(name)}, {"asname", Identifier, Optional, AT(asname)} END
FIELDS(ast::WithItem, withitem) {"context_expr", Expr, One, AT(contextExpr)}, {"optional_vars", Expr, Optional, AT(optionalVars)} END
FIELDS(ast::MatchCase, match_case)
    {"pattern", FieldType::Pattern, One, AT(pattern)}, {"guard", Expr, Optional, AT(guard)}, {"body", Stmt, List, AT(body)} END

FIELDS(ast::MatchValue, MatchValue) {"value", Expr, One, AT(value)} END
FIELDS(ast::MatchSingleton, MatchSingleton) {"value", Value, One, AT(value)} END
FIELDS(ast::MatchSequence, MatchSequence) {"patterns", FieldType::Pattern, List, AT(patterns)} END
FIELDS(ast::MatchMapping, MatchMapping)
    {"keys", Expr, List, AT(keys)}, {"patterns", FieldType::Pattern, List, AT(patterns)}, {"rest", Identifier, Optional, AT(rest)} END
FIELDS(ast::MatchClass, MatchClass)
    {"cls", Expr, One, AT(cls)}, {"patterns", FieldType::Pattern, List, AT(patterns)}, {"kwd_attrs", Identifier, List, AT(kwdAttrs)},
    {"kwd_patterns", FieldType::Pattern, List, AT(kwdPatterns)} END
FIELDS(ast::MatchStar, MatchStar) {"name", Identifier, Optional, AT(name)} END
FIELDS(ast::MatchAs, MatchAs) {"pattern", FieldType::Pattern, Optional, AT(pattern)}, {"name", Identifier, Optional, AT(name)} END
FIELDS(ast::MatchOr, MatchOr) {"patterns", FieldType::Pattern, List, AT(patterns)} END

struct TypeIgnoreComment {};
FIELDS(TypeIgnoreComment, TypeIgnore) {"lineno", Int, One, notStored}, {"tag", String, One, notStored} END

FIELDS(ast::TypeParam, TypeVar) {"name", Identifier, One, AT(name)}, {"bound", Expr, Optional, AT(bound)}, {"default_value", Expr, Optional, AT(defaultValue)} END
FIELDS(ast::TypeParam, ParamSpec) {"name", Identifier, One, AT(name)}, {"default_value", Expr, Optional, AT(defaultValue)} END
FIELDS(ast::TypeParam, TypeVarTuple) {"name", Identifier, One, AT(name)}, {"default_value", Expr, Optional, AT(defaultValue)} END

constexpr NodeRow mods[] = {
    NODE(FieldType::Mod, ast::Mod, Module), NODE(FieldType::Mod, ast::Mod, Interactive), NODE(FieldType::Mod, ast::Mod, Expression),
    NODE(FieldType::Mod, ast::Mod, FunctionType)};
constexpr NodeRow statements[] = {
    NODE(Stmt, ast::FunctionDef, FunctionDef), NODE(Stmt, ast::FunctionDef, AsyncFunctionDef), NODE(Stmt, ast::ClassDef, ClassDef),
    NODE(Stmt, ast::Return, Return), NODE(Stmt, ast::Delete, Delete), NODE(Stmt, ast::Assign, Assign), NODE(Stmt, ast::TypeAlias, TypeAlias),
    NODE(Stmt, ast::AugAssign, AugAssign), NODE(Stmt, ast::AnnAssign, AnnAssign), NODE(Stmt, ast::For, For), NODE(Stmt, ast::For, AsyncFor),
    NODE(Stmt, ast::While, While), NODE(Stmt, ast::If, If), NODE(Stmt, ast::With, With), NODE(Stmt, ast::With, AsyncWith),
    NODE(Stmt, ast::Match, Match), NODE(Stmt, ast::Raise, Raise), NODE(Stmt, ast::Try, Try), NODE(Stmt, ast::Try, TryStar),
    NODE(Stmt, ast::Assert, Assert), NODE(Stmt, ast::Import, Import), NODE(Stmt, ast::ImportFrom, ImportFrom), NODE(Stmt, ast::Global, Global),
    NODE(Stmt, ast::Nonlocal, Nonlocal), {"Expr", Stmt, sizeof(ExprStmt), ExprStatementRow::rows},
    LEAF(Stmt, ast::Stmt, Pass), LEAF(Stmt, ast::Stmt, Break), LEAF(Stmt, ast::Stmt, Continue)};
constexpr NodeRow expressions[] = {
    NODE(Expr, ast::BoolOp, BoolOp), NODE(Expr, ast::NamedExpr, NamedExpr), NODE(Expr, ast::BinOp, BinOp), NODE(Expr, ast::UnaryOp, UnaryOp),
    NODE(Expr, ast::Lambda, Lambda), NODE(Expr, ast::IfExp, IfExp), NODE(Expr, ast::Dict, Dict), NODE(Expr, ast::Set, Set),
    NODE(Expr, ast::ListComp, ListComp), NODE(Expr, ast::SetComp, SetComp), NODE(Expr, ast::DictComp, DictComp),
    NODE(Expr, ast::GeneratorExp, GeneratorExp), NODE(Expr, ast::Await, Await), NODE(Expr, ast::Yield, Yield), NODE(Expr, ast::YieldFrom, YieldFrom),
    NODE(Expr, ast::Compare, Compare), NODE(Expr, ast::Call, Call), NODE(Expr, ast::FormattedValue, FormattedValue),
    NODE(Expr, ast::JoinedStr, JoinedStr), NODE(Expr, ast::Constant, Constant), NODE(Expr, ast::Attribute, Attribute),
    NODE(Expr, ast::Subscript, Subscript), NODE(Expr, ast::Starred, Starred), NODE(Expr, ast::Name, Name),
    {"List", Expr, sizeof(ListExpr), ListDisplayRow::rows}, NODE(Expr, ast::Tuple, Tuple), NODE(Expr, ast::Slice, Slice)};
constexpr NodeRow contexts[] = {OPERATOR(ExprContext, Load), OPERATOR(ExprContext, Store), OPERATOR(ExprContext, Del)};
constexpr NodeRow boolOperators[] = {OPERATOR(FieldType::BoolOp, And), OPERATOR(FieldType::BoolOp, Or)};
constexpr NodeRow operators[] = {
    OPERATOR(Operator, Add), OPERATOR(Operator, Sub), OPERATOR(Operator, Mult), OPERATOR(Operator, MatMult), OPERATOR(Operator, Div),
    OPERATOR(Operator, Mod), OPERATOR(Operator, Pow), OPERATOR(Operator, LShift), OPERATOR(Operator, RShift), OPERATOR(Operator, BitOr),
    OPERATOR(Operator, BitXor), OPERATOR(Operator, BitAnd), OPERATOR(Operator, FloorDiv)};
constexpr NodeRow unaryOperators[] = {
    OPERATOR(FieldType::UnaryOp, Invert), OPERATOR(FieldType::UnaryOp, Not), OPERATOR(FieldType::UnaryOp, UAdd), OPERATOR(FieldType::UnaryOp, USub)};
constexpr NodeRow comparisons[] = {
    OPERATOR(CmpOp, Eq), OPERATOR(CmpOp, NotEq), OPERATOR(CmpOp, Lt), OPERATOR(CmpOp, LtE), OPERATOR(CmpOp, Gt), OPERATOR(CmpOp, GtE),
    OPERATOR(CmpOp, Is), OPERATOR(CmpOp, IsNot), OPERATOR(CmpOp, In), OPERATOR(CmpOp, NotIn)};
constexpr NodeRow comprehensions[] = {NODE(Comprehension, ast::Comprehension, comprehension)};
constexpr NodeRow handlers[] = {NODE(FieldType::ExceptHandler, ast::ExceptHandler, ExceptHandler)};
constexpr NodeRow argumentLists[] = {NODE(Arguments, ast::Arguments, arguments)};
constexpr NodeRow parameters[] = {NODE(Arg, ast::Arg, arg)};
constexpr NodeRow keywords[] = {NODE(Keyword, ast::Keyword, keyword)};
constexpr NodeRow aliases[] = {NODE(Alias, ast::Alias, alias)};
constexpr NodeRow withItems[] = {NODE(WithItem, ast::WithItem, withitem)};
constexpr NodeRow matchCases[] = {NODE(MatchCase, ast::MatchCase, match_case)};
constexpr NodeRow patterns[] = {
    NODE(FieldType::Pattern, ast::MatchValue, MatchValue), NODE(FieldType::Pattern, ast::MatchSingleton, MatchSingleton),
    NODE(FieldType::Pattern, ast::MatchSequence, MatchSequence), NODE(FieldType::Pattern, ast::MatchMapping, MatchMapping),
    NODE(FieldType::Pattern, ast::MatchClass, MatchClass), NODE(FieldType::Pattern, ast::MatchStar, MatchStar),
    NODE(FieldType::Pattern, ast::MatchAs, MatchAs), NODE(FieldType::Pattern, ast::MatchOr, MatchOr)};
constexpr NodeRow typeIgnores[] = {NODE(FieldType::TypeIgnore, TypeIgnoreComment, TypeIgnore)};
constexpr NodeRow typeParameters[] = {
    NODE(FieldType::TypeParam, ast::TypeParam, TypeVar), NODE(FieldType::TypeParam, ast::TypeParam, ParamSpec),
    NODE(FieldType::TypeParam, ast::TypeParam, TypeVarTuple)};

// By FieldType.    name             storage           product  kind   range                              end optional
constexpr SumRow sums[] = {
    {"mod",            Storage::Pointer, false, true,  notStored,                          false, mods},
    {"stmt",           Storage::Pointer, false, true,  offsetof(ast::Stmt, range),          true,  statements},
    {"expr",           Storage::Pointer, false, true,  offsetof(ast::Expr, range),          true,  expressions},
    {"expr_context",   Storage::Number,  false, true,  notStored,                          false, contexts},
    {"boolop",         Storage::Number,  false, true,  notStored,                          false, boolOperators},
    {"operator",       Storage::Number,  false, true,  notStored,                          false, operators},
    {"unaryop",        Storage::Number,  false, true,  notStored,                          false, unaryOperators},
    {"cmpop",          Storage::Number,  false, true,  notStored,                          false, comparisons},
    {"comprehension",  Storage::Inside,  true,  false, notStored,                          false, comprehensions},
    {"excepthandler",  Storage::Inside,  false, false, offsetof(ast::ExceptHandler, range), true,  handlers},
    {"arguments",      Storage::Inside,  true,  false, notStored,                          false, argumentLists},
    {"arg",            Storage::Inside,  true,  false, offsetof(ast::Arg, range),           true,  parameters},
    {"keyword",        Storage::Inside,  true,  false, offsetof(ast::Keyword, range),       true,  keywords},
    {"alias",          Storage::Inside,  true,  false, offsetof(ast::Alias, range),         true,  aliases},
    {"withitem",       Storage::Inside,  true,  false, notStored,                          false, withItems},
    {"match_case",     Storage::Inside,  true,  false, notStored,                          false, matchCases},
    {"pattern",        Storage::Pointer, false, true,  offsetof(ast::Pattern, range),       false, patterns},
    {"type_ignore",    Storage::Inside,  false, false, notStored,                          false, typeIgnores},
    {"type_param",     Storage::Inside,  false, true,  offsetof(ast::TypeParam, range),     false, typeParameters},
};
static_assert(std::size(sums) == sumCount);
// clang-format on

}

const SumRow& sumRow(FieldType sum) { return sums[static_cast<size_t>(sum)]; }

const char* typeName(FieldType type) {
    if (isSum(type)) return sumRow(type).name;
    switch (type) {
    case Identifier: return "identifier";
    case String: return "string";
    case Value: return "constant";
    default: return "int";
    }
}

}
