// SPDX-License-Identifier: GPL-3.0-or-later

// SyntaxWarnings: what is valid, but surely not meant.

#include "core/python/compiler/emitter.h"

namespace memtape {

using namespace ast;

namespace {

using Kind = memtape::Constant::Kind;

std::string_view constantTypeName(const memtape::Constant& constant) {
    switch (constant.kind) {
    case Kind::None: return "NoneType";
    case Kind::Ellipsis: return "ellipsis";
    case Kind::False:
    case Kind::True: return "bool";
    case Kind::Int: return "int";
    case Kind::Float: return "float";
    case Kind::Complex: return "complex";
    case Kind::Str: return "str";
    case Kind::Bytes: return "bytes";
    case Kind::Tuple: return "tuple";
    case Kind::FrozenSet: return "frozenset";
    case Kind::Code: return "code";
    }
    return "";
}

// Whether `is` with it can be meant.
bool hasIdentity(const Expr& expression) {
    const memtape::Constant* constant = constantOf(expression);
    return !constant || constant->kind == Kind::None || constant->kind == Kind::False || constant->kind == Kind::True ||
           constant->kind == Kind::Ellipsis;
}

}

std::string_view typeNameOf(const Expr& expression) {
    switch (expression.kind) {
    case ExprKind::Tuple: return "tuple";
    case ExprKind::List:
    case ExprKind::ListComp: return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp: return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp: return "set";
    case ExprKind::GeneratorExp: return "generator";
    case ExprKind::Lambda: return "function";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue: return "str";
    case ExprKind::Constant: return constantTypeName(*constantOf(expression));
    default: return "";
    }
}

void Emitter::warnOfComparison(const Compare& node) {
    const Expr* left = node.left;
    for (size_t i = 0; i < node.ops.size(); ++i) {
        const Expr* right = node.comparators[i];
        const bool isIs = node.ops[i] == CompareOperator::Is;
        if ((isIs || node.ops[i] == CompareOperator::IsNot) && (!hasIdentity(*left) || !hasIdentity(*right))) {
            const std::string type(typeNameOf(!hasIdentity(*left) ? *left : *right));
            return warning(node.range, isIs ? "\"is\" with '" + type + "' literal. Did you mean \"==\"?"
                                            : "\"is not\" with '" + type + "' literal. Did you mean \"!=\"?");
        }
        left = right;
    }
}

void Emitter::warnOfCaller(const Expr& function) {
    switch (function.kind) {
    case ExprKind::Constant:
    case ExprKind::Tuple:
    case ExprKind::List:
    case ExprKind::ListComp:
    case ExprKind::Dict:
    case ExprKind::DictComp:
    case ExprKind::Set:
    case ExprKind::SetComp:
    case ExprKind::GeneratorExp:
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
        return warning(function.range, "'" + std::string(typeNameOf(function)) + "' object is not callable; perhaps you missed a comma?");
    default: return;
    }
}

void Emitter::warnOfSubscripted(const Expr& value) {
    switch (value.kind) {
    case ExprKind::Constant:
        switch (constantOf(value)->kind) {
        case Kind::None:
        case Kind::Ellipsis:
        case Kind::False:
        case Kind::True:
        case Kind::Int:
        case Kind::Float:
        case Kind::Complex:
        case Kind::FrozenSet: break;
        default: return;
        }
        [[fallthrough]];
    case ExprKind::Set:
    case ExprKind::SetComp:
    case ExprKind::GeneratorExp:
    case ExprKind::Lambda:
        return warning(value.range, "'" + std::string(typeNameOf(value)) + "' object is not subscriptable; perhaps you missed a comma?");
    default: return;
    }
}

void Emitter::warnOfIndex(const Expr& value, const Expr& index) {
    const std::string_view type = typeNameOf(index);
    if (type.empty() || type == "int" || type == "bool") return;
    switch (value.kind) {
    case ExprKind::Constant: {
        const Kind kind = constantOf(value)->kind;
        if (kind != Kind::Str && kind != Kind::Bytes && kind != Kind::Tuple) return;
        break;
    }
    case ExprKind::Tuple:
    case ExprKind::List:
    case ExprKind::ListComp:
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue: break;
    default: return;
    }
    warning(value.range,
            std::string(typeNameOf(value)) + " indices must be integers or slices, not " + std::string(type) + "; perhaps you missed a comma?");
}

}
