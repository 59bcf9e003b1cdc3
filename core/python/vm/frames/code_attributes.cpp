// SPDX-License-Identifier: GPL-3.0-or-later
// What programs read of a code object: names, and its instructions and places in CPython's form.

#include <algorithm>

#include "core/python/bytecode/opcodes.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/code_parts.h"

namespace memtape {

namespace {

CodeObject* asCode(Object* o) { return static_cast<CodeObject*>(o); }

Owned namesOfKind(Object* self, uint8_t kinds) {
    TupleObject* all = asTuple(asCode(self)->localsPlusNames);
    const auto& present = codeUnit(asCode(self))->localsPlusKinds;
    const auto count = std::count_if(present.begin(), present.end(), [&](uint8_t kind) { return kind & kinds; });
    Ref<TupleObject> names = newTuple(count);
    if (!names || count == 0) return names.release();
    ssize at = 0;
    for (size_t i = 0; i < present.size(); ++i)
        if (present[i] & kinds) names->items[at++] = newRef(all->items[i]).pointer;
    recordCells(names);
    return names.release();
}

Owned codeVarNames(Object* self) { return namesOfKind(self, LocalKind::Local); }
Owned codeCellVars(Object* self) { return namesOfKind(self, LocalKind::Cell); }
Owned codeFreeVars(Object* self) { return namesOfKind(self, LocalKind::Free); }
Owned codeLocalCount(Object* self) { return newInt(asCode(self)->localCount); }
Owned codeBytes(Object* self) { return newBytes(shownCode(asCode(self)).code); }
Owned codeLineTable(Object* self) { return newBytes(shownCode(asCode(self)).lineTable); }
Owned codeExceptionTable(Object* self) { return newBytes(shownCode(asCode(self)).exceptionTable); }

Owned codeLineNumbers(Object* self) {
    if (!warn(exc::DeprecationWarning, "co_lnotab is deprecated, use co_lines instead.")) return nullptr;
    return newBytes(lineNumberTable(*codeUnit(asCode(self)), shownCode(asCode(self))));
}

Owned numberOrNone(int n) { return n < 0 ? newNone() : newInt(n); }

// One row for each unit of two bytes, the caches' too.
Owned codePositions(Object* self) {
    const CodeUnit& unit = *codeUnit(asCode(self));
    const CpythonCode& shown = shownCode(asCode(self));
    Ref<ListObject> rows = newList(0);
    if (!rows) return nullptr;
    for (size_t i = 0; i < unit.positions.size(); ++i) {
        const Position& p = unit.positions[i];
        Ref<> line = numberOrNone(p.line), endLine = numberOrNone(p.endLine), column = numberOrNone(p.column), endColumn = numberOrNone(p.endColumn);
        Ref<> row = packTuple(line.get(), endLine.get(), column.get(), endColumn.get());
        if (!row) return nullptr;
        for (uint32_t at = shown.starts[i]; at < shown.starts[i + 1]; ++at)
            if (!listAppend(rows, row)) return nullptr;
    }
    return getIter(rows);
}

// Start, end and line of each run of one line.
Owned codeLines(Object* self) {
    const CodeUnit& unit = *codeUnit(asCode(self));
    const CpythonCode& shown = shownCode(asCode(self));
    Ref<ListObject> rows = newList(0);
    if (!rows) return nullptr;
    const size_t count = unit.positions.size();
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && unit.positions[end].line == unit.positions[i].line) ++end;
        Ref<> from = newInt(shown.starts[i] * 2), to = newInt(shown.starts[end] * 2), line = numberOrNone(unit.positions[i].line);
        Ref<> row = packTuple(from.get(), to.get(), line.get());
        if (!row || !listAppend(rows, row)) return nullptr;
        i = end;
    }
    return getIter(rows);
}

Owned nameOfOperand(Object* self, Args args) {
    Object* out[1] = {};
    if (!parseArgs("_varname_from_oparg", args, "oparg", out)) return nullptr;
    TupleObject* names = asTuple(asCode(self)->localsPlusNames);
    const ssize i = indexAsSize(out[0], exc::OverflowError);
    if (i == -1 && errorOccurred()) return nullptr;
    if (i < 0 || i >= names->count) return raise(exc::IndexError, "tuple index out of range");
    return newRef(names->items[i]);
}

// Constants are equal where type and value are: 0, 0.0 and False are three.
int sameConstantObjects(Object* a, Object* b) {
    if (a == b) return 1;
    if (a->type != b->type) return 0;
    if (isExactTuple(a)) {
        TupleObject *left = asTuple(a), *right = asTuple(b);
        if (left->count != right->count) return 0;
        if (!enterNative(" in comparison")) return -1;
        int same = 1;
        for (ssize i = 0; i < left->count && same == 1; ++i) same = sameConstantObjects(left->items[i], right->items[i]);
        leaveNative();
        return same;
    }
    if (a->type == types::Float || a->type == types::Complex) {
        Ref<> left = reprOf(a), right = reprOf(b); // 0.0 is not -0.0
        return !left || !right ? -1 : strEquals(left, right);
    }
    return richCompareBool(a, b, Comparison::Eq);
}

}

Owned codeCompare(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || a->type != types::Code || b->type != types::Code) return notImplemented();
    int same = 1;
    if (a != b) {
        same = sameCodeButConstants(*codeUnit(asCode(a)), *codeUnit(asCode(b)));
        if (same) same = sameConstantObjects(asCode(a)->constants, asCode(b)->constants);
        if (same < 0) return nullptr;
    }
    return newBool((same == 1) == (op == Comparison::Eq));
}

int64_t codeHash(Object* self) {
    CodeObject* code = asCode(self);
    uint64_t hash = 20221211;
    const auto mix = [&](uint64_t n) { hash = (hash ^ n) * 1000003u; };
    for (Object* part : {code->name, code->names, code->localsPlusNames}) {
        const int64_t partHash = hashOf(part);
        if (partHash == -1) return -1;
        mix(static_cast<uint64_t>(partHash));
    }
    for (uint32_t n : {code->argCount, code->posOnlyArgCount, code->kwOnlyArgCount, code->flags, code->firstLine}) mix(n);
    for (const Instruction& instruction : codeUnit(code)->instructions) mix(uint64_t{instruction.opcode} << 32 | instruction.operand);
    const auto result = static_cast<int64_t>(hash);
    return result == -1 ? -2 : result;
}

const MethodDef codeMethods[] = {
    {"co_positions", codePositions},
    {"co_lines", codeLines},
    {"replace", codeReplace, NativeKind::Keywords},
    {"__replace__", codeReplace, NativeKind::Keywords},
    {"_varname_from_oparg", nameOfOperand, NativeKind::Keywords},
    {},
};
const MemberDef codeMembers[] = {{"co_consts", MemberKind::Object, offsetof(CodeObject, constants)},
                                 {"co_names", MemberKind::Object, offsetof(CodeObject, names)},
                                 {"co_filename", MemberKind::Object, offsetof(CodeObject, filename)},
                                 {"co_name", MemberKind::Object, offsetof(CodeObject, name)},
                                 {"co_qualname", MemberKind::Object, offsetof(CodeObject, qualname)},
                                 {"co_flags", MemberKind::Int32, offsetof(CodeObject, flags)},
                                 {"co_argcount", MemberKind::Int32, offsetof(CodeObject, argCount)},
                                 {"co_posonlyargcount", MemberKind::Int32, offsetof(CodeObject, posOnlyArgCount)},
                                 {"co_kwonlyargcount", MemberKind::Int32, offsetof(CodeObject, kwOnlyArgCount)},
                                 {"co_stacksize", MemberKind::Int32, offsetof(CodeObject, stackSize)},
                                 {"co_firstlineno", MemberKind::Int32, offsetof(CodeObject, firstLine)},
                                 {}};
const GetSetDef codeGetSets[] = {{"co_varnames", codeVarNames},   {"co_cellvars", codeCellVars},
                                 {"co_freevars", codeFreeVars},   {"co_nlocals", codeLocalCount},
                                 {"co_code", codeBytes},          {"_co_code_adaptive", codeBytes},
                                 {"co_linetable", codeLineTable}, {"co_exceptiontable", codeExceptionTable},
                                 {"co_lnotab", codeLineNumbers},  {}};

}
