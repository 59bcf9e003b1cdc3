// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/language/part_kinds.h"

#include <string_view>

namespace memtape {

namespace {

using Kind = LinePartKind;
using Stack = PartRow::Stack;

bool isSame(const Position& a, const Position& b) {
    return a.line == b.line && a.column == b.column && a.endLine == b.endLine && a.endColumn == b.endColumn;
}

Opcode opcodeAt(const CodeUnit& unit, size_t index) { return static_cast<Opcode>(unit.instructions[index].opcode); }

// Whether an instruction of that kind stands at the same place of the text.
bool hasBeside(const PartOperation& operation, Opcode opcode) {
    for (size_t i = 0; i < operation.unit->instructions.size(); ++i)
        if (opcodeAt(*operation.unit, i) == opcode && isSame(operation.unit->positions[i], operation.position)) return true;
    return false;
}

const std::string* nameOf(const PartOperation& operation) {
    const CodeUnit& unit = *operation.unit;
    size_t index = operation.operand;
    switch (opcodeInfo(operation.opcode).operand) {
    case OperandKind::Local:
    case OperandKind::Deref: return index < unit.localsPlusNames.size() ? &unit.localsPlusNames[index] : nullptr;
    case OperandKind::NameAndNull: index >>= 1; [[fallthrough]];
    case OperandKind::Name: return index < unit.names.size() ? &unit.names[index] : nullptr;
    default: return nullptr;
    }
}

}

std::optional<PartRow> partRow(Opcode opcode, uint32_t operand) {
    const int pairs = static_cast<int>(operand & 1); // [value self-or-empty]
    const int n = static_cast<int>(operand);
    switch (opcode) {
    case Opcode::LoadFast:
    case Opcode::LoadFastCheck:
    case Opcode::LoadDeref:
    case Opcode::LoadFromDictOrDeref:
    case Opcode::LoadName:
    case Opcode::LoadFromDictOrGlobals: return PartRow{Kind::LookUp, Stack::After, 1};
    case Opcode::LoadGlobal: return PartRow{Kind::LookUp, Stack::After, 1 + pairs};
    case Opcode::LoadAttr:
    case Opcode::LoadSuperAttr: return PartRow{Kind::Attribute, Stack::After, 1 + pairs};
    case Opcode::BinarySubscr:
    case Opcode::BinarySlice: return PartRow{Kind::Item, Stack::After, 1};
    case Opcode::UnaryNegative:
    case Opcode::UnaryNot:
    case Opcode::UnaryInvert:
    case Opcode::BinaryOp: return PartRow{Kind::Operator, Stack::After, 1};
    case Opcode::CallIntrinsic1:
        if (operand == IntrinsicUnaryPositive) return PartRow{Kind::Operator, Stack::After, 1};
        if (operand == IntrinsicListToTuple) return PartRow{Kind::Build, Stack::After, 1};
        return std::nullopt;
    case Opcode::CompareOp:
    case Opcode::IsOp:
    case Opcode::ContainsOp: return PartRow{Kind::Comparison, Stack::After, 1};
    case Opcode::ToBool: return PartRow{Kind::Truth, Stack::After, 1};
    case Opcode::Call:
    case Opcode::CallKw:
    case Opcode::CallFunctionEx: return PartRow{Kind::Call, Stack::After, 1};
    case Opcode::WithExceptStart: return PartRow{Kind::Leave, Stack::After, 1};
    case Opcode::BuildTuple:
    case Opcode::BuildList:
    case Opcode::BuildSet:
    case Opcode::BuildMap:
    case Opcode::BuildConstKeyMap:
    case Opcode::BuildString:
    case Opcode::BuildSlice:
    case Opcode::MakeFunction: return PartRow{Kind::Build, Stack::After, 1};
    case Opcode::ListAppend:
    case Opcode::SetAdd:
    case Opcode::ListExtend:
    case Opcode::SetUpdate:
    case Opcode::DictUpdate: return PartRow{Kind::Build, Stack::After, n};
    case Opcode::ConvertValue:
    case Opcode::FormatSimple:
    case Opcode::FormatWithSpec: return PartRow{Kind::Format, Stack::After, 1};
    case Opcode::GetIter:
    case Opcode::GetAiter: return PartRow{Kind::Iterator, Stack::After, 1};
    case Opcode::ForIter: return PartRow{Kind::Next, Stack::After, 1};
    case Opcode::UnpackSequence:
    case Opcode::UnpackEx: return PartRow{Kind::Unpack, Stack::None, 0};
    case Opcode::StoreFast:
    case Opcode::StoreDeref:
    case Opcode::StoreName:
    case Opcode::StoreGlobal: return PartRow{Kind::Store, Stack::Before, 1};
    case Opcode::StoreAttr: return PartRow{Kind::Store, Stack::Before, 2};
    case Opcode::StoreSubscr: return PartRow{Kind::Store, Stack::Before, 3};
    case Opcode::StoreSlice: return PartRow{Kind::Store, Stack::Before, 4};
    case Opcode::DeleteFast:
    case Opcode::DeleteDeref:
    case Opcode::DeleteName:
    case Opcode::DeleteGlobal:
    case Opcode::DeleteAttr:
    case Opcode::DeleteSubscr: return PartRow{Kind::Delete, Stack::None, 0};
    case Opcode::BeforeWith:
    case Opcode::BeforeAsyncWith: return PartRow{Kind::Enter, Stack::After, 1};
    case Opcode::ImportName:
    case Opcode::ImportFrom: return PartRow{Kind::Import, Stack::After, 1};
    case Opcode::CheckExcMatch:
    case Opcode::MatchMapping:
    case Opcode::MatchSequence:
    case Opcode::MatchKeys:
    case Opcode::MatchClass: return PartRow{Kind::Match, Stack::After, 1};
    case Opcode::YieldValue: return operand ? std::nullopt : std::optional(PartRow{Kind::Yield, Stack::After, 1});
    case Opcode::EndSend: return PartRow{Kind::Await, Stack::After, 1};
    case Opcode::RaiseVarargs: return PartRow{Kind::Raise, n ? Stack::Before : Stack::None, n};
    case Opcode::ReturnValue: return PartRow{Kind::Return, Stack::Before, 1};
    default: return std::nullopt;
    }
}

bool isLookUpWritten(const PartOperation& operation) {
    const CodeUnit& unit = *operation.unit;
    const std::string* name = nameOf(operation);
    if (!name || operation.position.line != operation.position.endLine) return false;
    // a cell itself, for a function that is being made
    if (operation.opcode == Opcode::LoadFast && (unit.localsPlusKinds[operation.operand] & (LocalKind::Cell | LocalKind::Free))) return false;
    const auto width = static_cast<size_t>(operation.position.endColumn - operation.position.column);
    // in a class `__name` is `_Class__name`
    const bool isMangled = width < name->size() && name->front() == '_' && (*name)[1] != '_' && name->compare(name->size() - width, 2, "__") == 0;
    return width == name->size() || isMangled;
}

bool isChained(const PartOperation& operation) { return hasBeside(operation, Opcode::Copy); }

// Of all but the last the right operand is copied first.
bool endsChain(const PartOperation& operation) {
    if (!isChained(operation) || !operation.instruction) return false;
    const size_t before = operation.instruction - 1;
    return opcodeAt(*operation.unit, before) != Opcode::Copy || !isSame(operation.unit->positions[before], operation.position);
}

bool endsChainEarly(const PartOperation& operation) {
    if (operation.opcode != Opcode::PopJumpIfFalse || decidesOperators(operation)) return false;
    const CodeUnit& unit = *operation.unit;
    size_t at = operation.instruction;
    const auto isBefore = [&](auto is) { return at > 0 && is(opcodeAt(unit, at - 1)) && isSame(unit.positions[at - 1], operation.position); };
    if (isBefore([](Opcode opcode) { return opcode == Opcode::ToBool; })) --at;
    if (!isBefore([](Opcode opcode) { return opcode == Opcode::CompareOp || opcode == Opcode::IsOp || opcode == Opcode::ContainsOp; })) return false;
    --at;
    return isBefore([](Opcode opcode) { return opcode == Opcode::Copy; });
}

bool isLeaving(const PartOperation& operation) {
    return operation.opcode == Opcode::Call && operation.operand == 2 && operation.instruction > 0 &&
           opcodeAt(*operation.unit, operation.instruction - 1) == Opcode::LoadConst &&
           isSame(operation.unit->positions[operation.instruction - 1], operation.position);
}

bool restoresName(const PartOperation& operation) { return operation.opcode == Opcode::StoreFast && hasBeside(operation, Opcode::LoadFastAndClear); }

bool endsComprehension(const PartOperation& operation) {
    const bool isNextAlike =
        operation.next == Opcode::StoreFast || operation.next == Opcode::StoreFastStoreFast || operation.next == Opcode::StoreFastLoadFast;
    return restoresName(operation) && !(isNextAlike && isSame(operation.nextPosition, operation.position));
}

// In the code of a display follow, at the same place of the text: what it begins with, what fills it, and perhaps a tuple made of it. A `finally` has its
// code twice, so the next beginning is another display's.
bool isFilledLater(const PartOperation& operation) {
    switch (operation.opcode) {
    case Opcode::BuildTuple: return hasBeside(operation, Opcode::MakeFunction); // its defaults, or what it shares
    case Opcode::ListAppend:
    case Opcode::SetAdd:
        if (!hasBeside(operation, operation.opcode == Opcode::ListAppend ? Opcode::BuildList : Opcode::BuildSet)) return true; // of a comprehension
        [[fallthrough]];
    case Opcode::BuildList:
    case Opcode::BuildSet:
    case Opcode::BuildMap:
    case Opcode::ListExtend:
    case Opcode::SetUpdate:
    case Opcode::DictUpdate: break;
    case Opcode::CallIntrinsic1:
        if (operation.operand != IntrinsicListToTuple) return false;
        break;
    default: return false;
    }
    if (hasBeside(operation, Opcode::LoadFastAndClear) || hasBeside(operation, Opcode::CallFunctionEx)) return true;
    const CodeUnit& unit = *operation.unit;
    for (size_t i = operation.instruction + 1; i < unit.instructions.size(); ++i) {
        if (!isSame(unit.positions[i], operation.position)) continue;
        switch (opcodeAt(unit, i)) {
        case Opcode::BuildList:
        case Opcode::BuildSet: return false;
        case Opcode::BuildMap: return unit.instructions[i].operand > 0 && operation.opcode == Opcode::DictUpdate;
        case Opcode::ListExtend:
        case Opcode::ListAppend:
        case Opcode::SetUpdate:
        case Opcode::SetAdd:
        case Opcode::DictUpdate: return true;
        case Opcode::CallIntrinsic1: return unit.instructions[i].operand == IntrinsicListToTuple;
        default: break;
        }
    }
    return false;
}

bool isOfGeneratorExpression(const PartOperation& operation) {
    constexpr std::string_view name = "<genexpr>";
    const CodeUnit& unit = *operation.unit;
    if (operation.opcode == Opcode::YieldValue) return unit.name == name;
    if (operation.opcode != Opcode::MakeFunction || !operation.instruction) return false;
    const Instruction& before = unit.instructions[operation.instruction - 1];
    if (static_cast<Opcode>(before.opcode) != Opcode::LoadConst || before.operand >= unit.constants.size()) return false;
    const Constant& made = unit.constants[before.operand];
    return made.kind == Constant::Kind::Code && made.code->name == name;
}

bool decidesOperators(const PartOperation& operation) {
    if (operation.opcode != Opcode::PopJumpIfFalse && operation.opcode != Opcode::PopJumpIfTrue) return false;
    for (uint32_t back = 1; back <= 2 && back <= operation.instruction; ++back) {
        const Instruction& before = operation.unit->instructions[operation.instruction - back];
        if (static_cast<Opcode>(before.opcode) == Opcode::Copy && before.operand == 1) return true;
        if (static_cast<Opcode>(before.opcode) != Opcode::ToBool) return false;
    }
    return false;
}

}
