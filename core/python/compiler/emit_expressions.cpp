// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/python/compiler/emitter.h"
#include "core/text/utf8.h"

namespace memtape {

using namespace ast;

void Emitter::emitAll(List<Expr*> expressions) {
    for (const Expr* expression : expressions) emit(expression);
}

void Emitter::emit(const Expr* expression) { emitExpression(*expression); }

void Emitter::emitExpression(const Expr& expression) {
    const Position position = at(&expression);
    switch (expression.kind) {
    case ExprKind::NamedExpr:
        emit(expression.as<NamedExpr>()->value);
        add(position, Opcode::Copy, 1);
        return emit(expression.as<NamedExpr>()->target);
    case ExprKind::BoolOp: return emitBoolOp(*expression.as<BoolOp>());
    case ExprKind::BinOp:
        emit(expression.as<BinOp>()->left);
        emit(expression.as<BinOp>()->right);
        return add(position, Opcode::BinaryOp, static_cast<int>(binaryOperationOf(expression.as<BinOp>()->op, false)));
    case ExprKind::UnaryOp: return emitUnary(*expression.as<UnaryOp>());
    case ExprKind::Lambda: return emitLambda(*expression.as<Lambda>());
    case ExprKind::IfExp: return emitIfExp(*expression.as<IfExp>());
    case ExprKind::Dict: return emitDict(*expression.as<Dict>());
    case ExprKind::Set: return emitSequence(position, expression.as<Set>()->elts, {}, 0, Opcode::BuildSet, Opcode::SetAdd, Opcode::SetUpdate, false);
    case ExprKind::ListComp: {
        const auto& node = *expression.as<ListComp>();
        return emitComprehension(node, "<listcomp>", {ComprehensionKind::List, node.generators, node.elt, nullptr});
    }
    case ExprKind::SetComp: {
        const auto& node = *expression.as<SetComp>();
        return emitComprehension(node, "<setcomp>", {ComprehensionKind::Set, node.generators, node.elt, nullptr});
    }
    case ExprKind::DictComp: {
        const auto& node = *expression.as<DictComp>();
        return emitComprehension(node, "<dictcomp>", {ComprehensionKind::Dict, node.generators, node.key, node.value});
    }
    case ExprKind::GeneratorExp: {
        const auto& node = *expression.as<GeneratorExp>();
        return emitComprehension(node, "<genexpr>", {ComprehensionKind::Generator, node.generators, node.elt, nullptr});
    }
    case ExprKind::Yield: return emitYield(*expression.as<Yield>());
    case ExprKind::YieldFrom: return emitYieldFrom(*expression.as<YieldFrom>());
    case ExprKind::Await: return emitAwait(*expression.as<Await>());
    case ExprKind::Compare: return emitCompare(*expression.as<Compare>());
    case ExprKind::Call: return emitCall(*expression.as<Call>());
    case ExprKind::Constant: return addConstant(position, *expression.as<ast::Constant>()->value);
    case ExprKind::JoinedStr: return emitJoinedStr(*expression.as<JoinedStr>());
    case ExprKind::FormattedValue: return emitFormattedValue(*expression.as<FormattedValue>());
    case ExprKind::Attribute: return emitAttribute(*expression.as<Attribute>());
    case ExprKind::Subscript: return emitSubscript(*expression.as<Subscript>());
    case ExprKind::Starred:
        return error(position, expression.as<Starred>()->ctx == Context::Store ? "starred assignment target must be in a list or tuple"
                                                                               : "can't use starred expression here");
    case ExprKind::Slice: {
        const auto& node = *expression.as<Slice>();
        emitSliceParts(node);
        if (node.step) emit(node.step);
        return add(position, Opcode::BuildSlice, node.step ? 3 : 2);
    }
    case ExprKind::Name: return emitName(position, expression.as<Name>()->id, expression.as<Name>()->ctx);
    case ExprKind::List: return emitListOrTuple(position, expression.as<ListExpr>()->elts, expression.as<ListExpr>()->ctx, false);
    case ExprKind::Tuple: return emitListOrTuple(position, expression.as<Tuple>()->elts, expression.as<Tuple>()->ctx, true);
    }
}

void Emitter::emitBoolOp(const BoolOp& node) {
    const Position position = at(&node);
    const Opcode jump = node.op == BoolOperator::And ? Opcode::PopJumpIfFalse : Opcode::PopJumpIfTrue;
    const Label end = newLabel();
    for (size_t i = 0; i + 1 < node.values.size(); ++i) {
        emit(node.values[i]);
        add(position, Opcode::Copy, 1);
        add(position, Opcode::ToBool);
        addJump(position, jump, end);
        add(position, Opcode::PopTop);
    }
    emit(node.values.back());
    use(end);
}

void Emitter::emitUnary(const UnaryOp& node) {
    const Position position = at(&node);
    emit(node.operand);
    switch (node.op) {
    case UnaryOperator::Not: add(position, Opcode::ToBool); return add(position, Opcode::UnaryNot);
    case UnaryOperator::Invert: return add(position, Opcode::UnaryInvert);
    case UnaryOperator::USub: return add(position, Opcode::UnaryNegative);
    case UnaryOperator::UAdd: return add(position, Opcode::CallIntrinsic1, IntrinsicUnaryPositive);
    }
}

// Once, though a `finally` is emitted for each way out.
void Emitter::noteConditional(const Position& whole, const Position& body, const Position& orelse) {
    std::vector<ConditionalSpan>& noted = m_unit->conditionals;
    const bool isThere = std::any_of(noted.begin(), noted.end(), [&](const ConditionalSpan& other) {
        return other.whole.line == whole.line && other.whole.column == whole.column && other.whole.endLine == whole.endLine &&
               other.whole.endColumn == whole.endColumn;
    });
    if (!isThere) noted.push_back({whole, body, orelse});
}

void Emitter::emitIfExp(const IfExp& node) {
    const Label end = newLabel(), next = newLabel();
    emitJumpIf(at(&node), *node.test, next, false);
    emit(node.body);
    addJump(noPosition, Opcode::JumpNoInterrupt, end);
    use(next);
    emit(node.orelse);
    use(end);
    if (conditionalSpans) noteConditional(at(&node), at(node.body), at(node.orelse));
}

void Emitter::emitComparison(const Position& position, CompareOperator op) {
    const auto compare = [&](ComparisonCode code) { add(position, Opcode::CompareOp, static_cast<int>(packedComparison(code))); };
    switch (op) {
    case CompareOperator::Eq: return compare(CompareEq);
    case CompareOperator::NotEq: return compare(CompareNe);
    case CompareOperator::Lt: return compare(CompareLt);
    case CompareOperator::LtE: return compare(CompareLe);
    case CompareOperator::Gt: return compare(CompareGt);
    case CompareOperator::GtE: return compare(CompareGe);
    case CompareOperator::Is: return add(position, Opcode::IsOp, 0);
    case CompareOperator::IsNot: return add(position, Opcode::IsOp, 1);
    case CompareOperator::In: return add(position, Opcode::ContainsOp, 0);
    case CompareOperator::NotIn: return add(position, Opcode::ContainsOp, 1);
    }
}

void Emitter::emitCompare(const Compare& node) {
    const Position position = at(&node);
    warnOfComparison(node);
    emit(node.left);
    const size_t last = node.ops.size() - 1;
    if (last == 0) {
        emit(node.comparators[0]);
        return emitComparison(position, node.ops[0]);
    }
    const Label cleanup = newLabel(), end = newLabel();
    for (size_t i = 0; i < last; ++i) {
        emit(node.comparators[i]);
        add(position, Opcode::Swap, 2);
        add(position, Opcode::Copy, 2);
        emitComparison(position, node.ops[i]);
        add(position, Opcode::Copy, 1);
        add(position, Opcode::ToBool);
        addJump(position, Opcode::PopJumpIfFalse, cleanup);
        add(position, Opcode::PopTop);
    }
    emit(node.comparators[last]);
    emitComparison(position, node.ops[last]);
    addJump(noPosition, Opcode::JumpNoInterrupt, end);
    use(cleanup);
    add(position, Opcode::Swap, 2);
    add(position, Opcode::PopTop);
    use(end);
}

void Emitter::emitYieldValue(const Position& position) {
    if (m_unit->scope->isGenerator && m_unit->scope->isCoroutine) add(position, Opcode::CallIntrinsic1, IntrinsicAsyncGenWrap);
    add(position, Opcode::YieldValue, 0);
    add(position, Opcode::Resume, ResumeAfterYield);
}

void Emitter::emitYield(const Yield& node) {
    const Position position = at(&node);
    if (!m_unit->scope->isFunctionLike()) return error(position, "'yield' outside function");
    if (node.value) emit(node.value);
    else addNone(position);
    emitYieldValue(position);
}

void Emitter::emitYieldFrom(const YieldFrom& node) {
    const Position position = at(&node);
    if (!m_unit->scope->isFunctionLike()) return error(position, "'yield from' outside function");
    if (m_unit->kind == UnitKind::AsyncFunction) return error(position, "'yield from' inside async function");
    emit(node.value);
    add(position, Opcode::GetYieldFromIter);
    addNone(position);
    emitYieldFrom(position, false);
}

void Emitter::emitAwait(const Await& node) {
    const Position position = at(&node);
    if (!awaitsAtTopLevel()) {
        if (!m_unit->scope->isFunctionLike()) return error(position, "'await' outside function");
        if (m_unit->kind != UnitKind::AsyncFunction && m_unit->kind != UnitKind::Comprehension)
            return error(position, "'await' outside async function");
    }
    emit(node.value);
    add(position, Opcode::GetAwaitable, 0);
    addNone(position);
    emitYieldFrom(position, true);
}

// A method call that spans lines is located at the attribute's name, so that a traceback shows its line.
Position Emitter::attributePosition(Position position, const Attribute& attribute) {
    if (position.line == attribute.range.endLine) return position;
    const int length = static_cast<int>(utf8::countKnownCharacters(attribute.attr));
    position.line = attribute.range.endLine;
    position.column = std::max(attribute.range.endColumn - length, 0);
    return position;
}

// `self.x = ..` in a method: the class keeps the names in __static_attributes__.
void Emitter::noteStaticAttribute(const Attribute& node) {
    if (node.ctx != Context::Store || node.value->kind != ExprKind::Name || node.value->as<Name>()->id != "self") return;
    for (size_t i = m_units.size() - 1; i-- > 0;) {
        if (m_units[i]->kind == UnitKind::Class) {
            auto& attributes = m_units[i]->staticAttributes;
            for (const std::string_view attribute : attributes)
                if (attribute == node.attr) return;
            attributes.push_back(node.attr);
            return;
        }
    }
}

void Emitter::emitAttribute(const Attribute& node) {
    Position position = at(&node);
    if (node.ctx == Context::Load && isOptimizableSuper(node)) {
        const auto& call = *node.value->as<Call>();
        emitSuperArguments(call);
        addName(position, call.args.empty() ? Opcode::LoadZeroSuperAttr : Opcode::LoadSuperAttr, node.attr);
        return add(attributePosition(position, node), Opcode::Nop);
    }
    noteStaticAttribute(node);
    emit(node.value);
    position = attributePosition(position, node);
    if (node.ctx == Context::Store) checkBinding(at(&node), node.attr, node.ctx);
    addName(position, node.ctx == Context::Load ? Opcode::LoadAttr : node.ctx == Context::Store ? Opcode::StoreAttr : Opcode::DeleteAttr, node.attr);
}

void Emitter::emitSliceParts(const Slice& node) {
    for (const Expr* part : {node.lower, node.upper}) {
        if (part) emit(part);
        else addNone(at(&node));
    }
}

void Emitter::emitSubscript(const Subscript& node) {
    const Position position = at(&node);
    if (node.ctx == Context::Load) {
        warnOfSubscripted(*node.value);
        warnOfIndex(*node.value, *node.slice);
    }
    emit(node.value);
    if (isTwoPartSlice(*node.slice) && node.ctx != Context::Del) {
        emitSliceParts(*node.slice->as<Slice>());
        return add(position, node.ctx == Context::Load ? Opcode::BinarySlice : Opcode::StoreSlice);
    }
    emit(node.slice);
    add(position, node.ctx == Context::Load ? Opcode::BinarySubscr : node.ctx == Context::Store ? Opcode::StoreSubscr : Opcode::DeleteSubscr);
}

void Emitter::emitJoinedStr(const JoinedStr& node) {
    constexpr size_t maxOnStack = 30;
    const Position position = at(&node);
    if (node.values.size() > maxOnStack) {
        addString(position, "");
        addName(position, Opcode::LoadMethod, "join");
        add(position, Opcode::BuildList, 0);
        for (const Expr* value : node.values) {
            emit(value);
            add(position, Opcode::ListAppend, 1);
        }
        return add(position, Opcode::Call, 1);
    }
    if (node.values.empty()) return addString(position, "");
    emitAll(node.values);
    if (node.values.size() > 1) add(position, Opcode::BuildString, static_cast<int>(node.values.size()));
}

void Emitter::emitFormattedValue(const FormattedValue& node) {
    const Position position = at(&node);
    emit(node.value);
    switch (node.conversion) {
    case 's': add(position, Opcode::ConvertValue, ConvertStr); break;
    case 'r': add(position, Opcode::ConvertValue, ConvertRepr); break;
    case 'a': add(position, Opcode::ConvertValue, ConvertAscii); break;
    default: break;
    }
    if (!node.formatSpec) return add(position, Opcode::FormatSimple);
    emit(node.formatSpec);
    add(position, Opcode::FormatWithSpec);
}

}
