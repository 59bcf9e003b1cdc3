// SPDX-License-Identifier: GPL-3.0-or-later
// types.CodeType(...) and code.replace(...): a code object of what CPython's bytes say.
//
// CPython takes any bytes, and what happens when they run is the caller's business. Here instructions that do not keep to their frame make a code
// object too, which shows what it was given, but to run it is a SystemError.

#include <algorithm>
#include <iterator>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/code_parts.h"

namespace memtape {

namespace {

enum class PartKind : uint8_t { Number, Bytes, Tuple, Text };
enum Part {
    ArgCount,
    PosOnlyArgCount,
    KwOnlyArgCount,
    LocalCount,
    StackSize,
    Flags,
    Code,
    Constants,
    Names,
    VarNames,
    FileName,
    Name,
    QualName,
    FirstLine,
    LineTable,
    ExceptionTable,
    FreeVars,
    CellVars,
    PartCount
};

// In the order of the constructor's arguments.
struct PartRow {
    const char* name;
    PartKind kind;
};
constexpr PartRow partRows[PartCount] = {
    {"co_argcount", PartKind::Number},      {"co_posonlyargcount", PartKind::Number}, {"co_kwonlyargcount", PartKind::Number},
    {"co_nlocals", PartKind::Number},       {"co_stacksize", PartKind::Number},       {"co_flags", PartKind::Number},
    {"co_code", PartKind::Bytes},           {"co_consts", PartKind::Tuple},           {"co_names", PartKind::Tuple},
    {"co_varnames", PartKind::Tuple},       {"co_filename", PartKind::Text},          {"co_name", PartKind::Text},
    {"co_qualname", PartKind::Text},        {"co_firstlineno", PartKind::Number},     {"co_linetable", PartKind::Bytes},
    {"co_exceptiontable", PartKind::Bytes}, {"co_freevars", PartKind::Tuple},         {"co_cellvars", PartKind::Tuple},
};
constexpr size_t fewestParts = FreeVars;

struct Parts {
    int numbers[PartCount] = {};
    Ref<> objects[PartCount];

    std::string_view bytes(Part part) const {
        return {reinterpret_cast<const char*>(bytesData(objects[part])), static_cast<size_t>(bytesLength(objects[part]))};
    }
    TupleObject* tuple(Part part) const { return asTuple(objects[part]); }
};

bool fits(Object* value, PartKind kind) { return kind == PartKind::Bytes ? isBytes(value) : kind == PartKind::Tuple ? isTuple(value) : isStr(value); }
const char* kindName(PartKind kind) { return kind == PartKind::Bytes ? "bytes" : kind == PartKind::Tuple ? "tuple" : "str"; }

bool readNumber(Object* value, int* number) {
    Ref<> index = numberIndex(value);
    if (!index) return false;
    int overflow = 0;
    const int64_t n = intValue(index, &overflow);
    if (overflow || n != static_cast<int>(n)) return raise(exc::OverflowError, "Python int too large to convert to C int");
    *number = static_cast<int>(n);
    return true;
}

// `place`: how the message calls the argument.
bool readPart(Parts& parts, int part, Object* value, const char* function, const std::string& place) {
    const PartKind kind = partRows[part].kind;
    if (kind == PartKind::Number) return readNumber(value, &parts.numbers[part]);
    if (!fits(value, kind)) {
        return raise(exc::TypeError, "{}() argument {} must be {}, not {}", function, place, kindName(kind),
                     isNone(value) ? "None" : value->type->name);
    }
    parts.objects[part] = Ref<>::share(value);
    return true;
}

bool namesOf(std::vector<std::string>& names, TupleObject* tuple) {
    for (ssize i = 0; i < tuple->count; ++i) {
        if (!isStr(tuple->items[i])) return raise(exc::SystemError, "non-string found in code slot");
        names.push_back(strToUtf8(tuple->items[i]));
    }
    return true;
}

bool contains(const std::vector<std::string>& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

bool readNames(CodeUnit& unit, const Parts& parts) {
    std::vector<std::string> variables, cells, free;
    if (!namesOf(unit.names, parts.tuple(Names)) || !namesOf(variables, parts.tuple(VarNames)) || !namesOf(free, parts.tuple(FreeVars)) ||
        !namesOf(cells, parts.tuple(CellVars))) {
        return false;
    }
    const auto add = [&](const std::string& name, int kind) {
        unit.localsPlusNames.push_back(name);
        unit.localsPlusKinds.push_back(static_cast<uint8_t>(kind));
    };
    for (const std::string& name : variables) add(name, contains(cells, name) ? LocalKind::Local | LocalKind::Cell : LocalKind::Local);
    for (const std::string& name : cells)
        if (!contains(variables, name)) add(name, LocalKind::Cell);
    for (const std::string& name : free) add(name, LocalKind::Free);

    const uint64_t arguments =
        uint64_t{unit.argCount} + unit.kwOnlyArgCount + ((unit.flags & CodeFlag::VarArgs) != 0) + ((unit.flags & CodeFlag::VarKeywords) != 0);
    if (static_cast<size_t>(parts.numbers[LocalCount]) != variables.size()) {
        return arguments > variables.size() ? raise(exc::ValueError, "code: co_varnames is too small")
                                            : raise(exc::ValueError, "code: co_nlocals != len(co_varnames)");
    }
    if (arguments > variables.size()) return raise(exc::ValueError, "code: co_varnames is too small");
    return true;
}

// A generator's code begins with the instruction that makes the generator; others have no place to suspend.
bool suspendsRightly(const CodeUnit& unit) {
    const bool isGenerator = unit.flags & (CodeFlag::Generator | CodeFlag::Coroutine | CodeFlag::AsyncGenerator);
    size_t i = 0;
    const auto opcodeAt = [&](size_t at) { return static_cast<Opcode>(unit.instructions[at].opcode); };
    while (i < unit.instructions.size() && (opcodeAt(i) == Opcode::MakeCell || opcodeAt(i) == Opcode::CopyFreeVars)) ++i;
    if (isGenerator && (i == unit.instructions.size() || opcodeAt(i) != Opcode::ReturnGenerator)) return false;
    uint32_t freeCount = 0;
    for (uint8_t kind : unit.localsPlusKinds) freeCount += (kind & LocalKind::Free) != 0;
    for (size_t at = 0; at < unit.instructions.size(); ++at) {
        const Opcode opcode = opcodeAt(at);
        if (opcode == Opcode::CopyFreeVars && unit.instructions[at].operand != freeCount) return false;
        if (opcode == Opcode::ReturnGenerator && (!isGenerator || at != i)) return false;
        if (opcode == Opcode::YieldValue && !isGenerator) return false;
    }
    return true;
}

std::vector<ConstantFacts> factsOf(TupleObject* constants) {
    std::vector<ConstantFacts> all(static_cast<size_t>(constants->count));
    for (ssize i = 0; i < constants->count; ++i) {
        Object* constant = constants->items[i];
        ConstantFacts& facts = all[static_cast<size_t>(i)];
        facts.isNone = isNone(constant);
        facts.isText = isStr(constant);
        facts.isTuple = isExactTuple(constant);
        facts.isCode = constant->type == types::Code;
        if (facts.isTuple) {
            const TupleObject* tuple = asTuple(constant);
            facts.count = static_cast<uint32_t>(tuple->count);
            facts.isTupleOfTexts = std::all_of(tuple->items, tuple->items + tuple->count, [](Object* item) { return isStr(item); });
        } else if (facts.isCode) {
            const std::vector<uint8_t>& kinds = codeUnit(static_cast<CodeObject*>(constant))->localsPlusKinds;
            facts.count = static_cast<uint32_t>(std::count_if(kinds.begin(), kinds.end(), [](uint8_t kind) { return kind & LocalKind::Free; }));
        }
    }
    return all;
}

OwnedOf<CodeObject> build(Parts& parts, CodeOrigin origin) {
    if (parts.numbers[StackSize] < 0 || parts.numbers[Flags] < 0 || parts.numbers[PosOnlyArgCount] > parts.numbers[ArgCount])
        return raise(exc::SystemError, "bad argument to internal function");
    if (parts.bytes(Code).size() % 2) return raise(exc::ValueError, "code: co_code is malformed");
    auto unit = std::make_shared<CodeUnit>();
    unit->argCount = static_cast<uint32_t>(parts.numbers[ArgCount]);
    unit->posOnlyArgCount = static_cast<uint32_t>(parts.numbers[PosOnlyArgCount]);
    unit->kwOnlyArgCount = static_cast<uint32_t>(parts.numbers[KwOnlyArgCount]);
    unit->flags = static_cast<uint32_t>(parts.numbers[Flags]);
    unit->stackSize = static_cast<uint32_t>(parts.numbers[StackSize]);
    unit->firstLine = parts.numbers[FirstLine];
    unit->name = strToUtf8(parts.objects[Name]);
    unit->qualname = strToUtf8(parts.objects[QualName]);
    unit->filename = strToUtf8(parts.objects[FileName]);
    if (!readNames(*unit, parts)) return nullptr;
    constexpr uint32_t largestStack = 1u << 20; // a frame has to fit the interpreter's stack
    auto shown = std::make_unique<CpythonCode>();
    const char* wrong = fromCpythonCode(*unit, parts.bytes(Code), parts.bytes(LineTable), parts.bytes(ExceptionTable));
    if (wrong || unit->stackSize > largestStack || !suspendsRightly(*unit) || !mayRun(*unit, factsOf(parts.tuple(Constants)))) {
        unit->stackSize = std::min(unit->stackSize, largestStack);
        unit->instructions.assign(1, {static_cast<uint16_t>(Opcode::InterpreterExit), 0, 0}); // which ends it with a SystemError
        unit->positions.assign(1, Position());
        unit->exceptionTable.clear();
        const auto units = static_cast<uint32_t>(parts.bytes(Code).size() / 2);
        shown->starts = shown->units = {0, units};
    } else {
        *shown = toCpythonCode(*unit);
    }
    shown->code = parts.bytes(Code);
    shown->lineTable = parts.bytes(LineTable);
    shown->exceptionTable = parts.bytes(ExceptionTable);
    return newCodeObject(unit, Ref<TupleObject>::share(parts.tuple(Constants)), parts.objects[FileName], origin, std::move(shown));
}

}

Owned codeCreate(Type*, Args args) {
    if (!checkNoKeywords("code", args) || !checkArgCount("code", args.count, fewestParts, PartCount)) return nullptr;
    Parts parts;
    parts.objects[FreeVars] = parts.objects[CellVars] = Ref<>::share(emptyTuple);
    for (size_t i = 0; i < args.count; ++i)
        if (!readPart(parts, static_cast<int>(i), args[i], "code", std::to_string(i + 1))) return nullptr;
    for (Part part : {ArgCount, PosOnlyArgCount, KwOnlyArgCount, LocalCount})
        if (parts.numbers[part] < 0) return raise(exc::ValueError, "code: {} must not be negative", partRows[part].name + 3);
    for (Part part : {Names, VarNames, FreeVars, CellVars}) {
        TupleObject* names = parts.tuple(part);
        for (ssize i = 0; i < names->count; ++i)
            if (!isStr(names->items[i])) return raise(exc::TypeError, "name tuples must contain only strings, not '{}'", names->items[i]->type->name);
    }
    return build(parts, CodeOrigin::Generated);
}

Owned codeReplace(Object* self, Args args) {
    if (args.count) return raise(exc::TypeError, "replace() takes no positional arguments");
    auto* code = static_cast<CodeObject*>(self);
    Object* given[PartCount] = {};
    for (size_t i = 0; i < args.keywordCount(); ++i) {
        const PartRow* row =
            std::find_if(std::begin(partRows), std::end(partRows), [&](const PartRow& r) { return strEqualsText(args.keywordName(i), r.name); });
        if (row == std::end(partRows)) return raise(exc::TypeError, "replace() got an unexpected keyword argument '{}'", args.keywordName(i));
        given[row - partRows] = args.keywordValue(i);
    }
    Parts parts;
    for (int part = 0; part < PartCount; ++part) {
        Ref<> own = given[part] ? Ref<>::share(given[part]) : Ref<>(getAttr(self, partRows[part].name));
        if (!own || !readPart(parts, part, own, "replace", std::string("'") + partRows[part].name + "'")) return nullptr;
    }
    for (Part part : {ArgCount, PosOnlyArgCount, KwOnlyArgCount, LocalCount, StackSize, Flags, FirstLine})
        if (parts.numbers[part] < 0 && given[part]) return raise(exc::ValueError, "{} must be a positive integer", partRows[part].name);
    return build(parts, originOf(code));
}

}
