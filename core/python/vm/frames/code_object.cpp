// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/python/bytecode/opcodes.h"
#include "core/python/modules/runtime/monitoring.h"
#include "core/python/objects/classes/constant_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/code_parts.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/loop/specialised.h"

namespace memtape {

namespace {

bool librarySteps = false;

// The constants of one compilation: equal ones become one object, across all of its code objects, as CPython's const cache does.
class ConstantPool {
public:
    Owned make(const Constant& constant, CodeOrigin origin) {
        if (constant.kind == Constant::Kind::Code) return makeCode(constant.code, origin);
        std::string key = keyOf(constant);
        auto found = m_made.find(key);
        if (found != m_made.end()) return newRef(found->second);
        Ref<> made = makeFresh(constant, origin);
        if (!made) return nullptr;
        m_made.emplace(std::move(key), Ref<>::share(made));
        return made.release();
    }
    Owned makeCode(const std::shared_ptr<CodeUnit>& unit, CodeOrigin origin);

private:
    static std::string keyOf(const Constant& c) {
        std::string key(1, static_cast<char>('a' + static_cast<int>(c.kind)));
        auto addBits = [&](double d) { key.append(reinterpret_cast<const char*>(&d), sizeof d); };
        switch (c.kind) {
        case Constant::Kind::Float: addBits(c.real); break;
        case Constant::Kind::Complex: addBits(c.real), addBits(c.imaginary); break;
        case Constant::Kind::Int:
        case Constant::Kind::Str:
        case Constant::Kind::Bytes: key += c.text; break;
        case Constant::Kind::Tuple:
        case Constant::Kind::FrozenSet:
            for (const Constant& item : c.items) {
                std::string part = keyOf(item);
                key += std::to_string(part.size()) + ':' + part;
            }
            break;
        default: break;
        }
        return key;
    }

    Owned makeFresh(const Constant& c, CodeOrigin origin) {
        switch (c.kind) {
        case Constant::Kind::Tuple: {
            Ref<TupleObject> tuple = newTuple(static_cast<ssize>(c.items.size()));
            if (!tuple) return nullptr;
            for (size_t i = 0; i < c.items.size(); ++i) {
                Owned item = make(c.items[i], origin);
                if (!item) return nullptr;
                tuple->items[i] = item.pointer;
            }
            if (!c.items.empty()) recordCells(tuple);
            return tuple.release();
        }
        case Constant::Kind::FrozenSet: {
            Constant asTuple = c;
            asTuple.kind = Constant::Kind::Tuple;
            Ref<> tuple = makeFresh(asTuple, origin);
            return tuple ? newFrozenSet(tuple) : Owned(nullptr);
        }
        default: return newScalarConstant(c);
        }
    }

    std::unordered_map<std::string, Ref<>> m_made;
};

Owned internedTuple(const std::vector<std::string>& texts) {
    Ref<TupleObject> tuple = newTuple(static_cast<ssize>(texts.size()));
    if (!tuple) return nullptr;
    for (size_t i = 0; i < texts.size(); ++i) {
        Owned text = internStr(texts[i]);
        if (!text) return nullptr;
        tuple->items[i] = text.pointer;
    }
    if (!texts.empty()) recordCells(tuple);
    return tuple.release();
}

// How many inline caches an instruction has. Attributes have two (attribute_cache.h).
unsigned cachesOf(Opcode opcode) {
    switch (opcode) {
    case Opcode::LoadAttr:
    case Opcode::StoreAttr: return 2;
    case Opcode::LoadName:
    case Opcode::StoreName:
    case Opcode::LoadGlobal:
    case Opcode::StoreGlobal:
    case Opcode::ForIter:
    case Opcode::Send:
    case Opcode::Call:
    case Opcode::LoadSuperAttr: return 1;
    default: return 0;
    }
}

// What of a code object lies outside the region. The codes that are left when the region is dropped are not deallocated, so they are known here.
std::unordered_set<CodeObject*> codesWithExtra;

void freeExtra(CodeObject* code) {
    delete[] code->extra->instructions;
    delete[] code->extra->caches;
    delete[] code->extra->lines;
    delete[] code->extra->traceStarts;
    delete code->extra->shown;
    delete code->extra;
    delete code->unit;
}

RuntimeCache codesLeft([] {
    for (CodeObject* code : codesWithExtra) freeExtra(code);
    codesWithExtra.clear();
});

CodeExtra* makeExtra(const CodeUnit& unit, CodeObject* code) {
    auto* extra = new CodeExtra;
    extra->instructionCount = static_cast<uint32_t>(unit.instructions.size());
    extra->instructions = new Instruction[extra->instructionCount];
    extra->lines = new int32_t[extra->instructionCount];
    extra->linesFrom = reinterpret_cast<uintptr_t>(extra->lines) - reinterpret_cast<uintptr_t>(extra->instructions) / 2;
    uint32_t caches = 2; // 0 is no cache, with nothing behind it either
    for (uint32_t i = 0; i < extra->instructionCount; ++i) {
        extra->instructions[i] = unit.instructions[i];
        extra->instructions[i].opcode = dispatchCode(static_cast<Opcode>(unit.instructions[i].opcode));
        const unsigned wanted = cachesOf(static_cast<Opcode>(unit.instructions[i].opcode));
        const bool cached = wanted && caches + wanted <= UINT16_MAX;
        extra->instructions[i].cache = cached ? static_cast<uint16_t>(caches) : 0;
        if (cached) caches += wanted;
        extra->lines[i] = unit.positions[i].line;
    }
    extra->caches = new InlineCache[caches];
    extra->constants = asTuple(code->constants)->items;
    extra->names = asTuple(code->names)->items;
    extra->frameBytes = static_cast<uint32_t>(frameWords(code) * sizeof(void*));
    if ((code->flags & CodeFlag::Optimized) && isSimpleCall(code)) extra->plainArguments = static_cast<int32_t>(code->argCount);
    if (recording() && code->ofProgram) markLineStarts(unit, *extra);
    joinInstructions(*extra);
    return extra;
}

Owned ConstantPool::makeCode(const std::shared_ptr<CodeUnit>& unit, CodeOrigin origin) {
    Ref<TupleObject> constants = newTuple(static_cast<ssize>(unit->constants.size()));
    if (!constants) return nullptr;
    for (size_t i = 0; i < unit->constants.size(); ++i) {
        Owned made = make(unit->constants[i], origin);
        if (!made) return nullptr;
        constants->items[i] = made.pointer;
    }
    if (!unit->constants.empty()) recordCells(constants);
    Constant file;
    file.kind = Constant::Kind::Str;
    file.text = unit->filename;
    Ref<> filename = make(file, origin); // one for all the codes
    return filename ? newCodeObject(unit, std::move(constants), std::move(filename), origin) : OwnedOf<CodeObject>(nullptr);
}

void codeDealloc(Object* self) {
    auto* code = static_cast<CodeObject*>(self);
    clearWeakReferences(self);
    clearField(code->constants);
    clearField(code->names);
    clearField(code->localsPlusNames);
    clearField(code->filename);
    clearField(code->name);
    clearField(code->qualname);
    forgetMonitored(code);
    if (codesWithExtra.erase(code)) freeExtra(code);
    freeObject(self);
}

Owned codeRepr(Object* self) {
    auto* code = static_cast<CodeObject*>(self);
    char address[24];
    std::snprintf(address, sizeof address, "0x%llx", static_cast<unsigned long long>(addressOf(self)));
    const FormatArg parts[] = {code->name, address, code->filename, static_cast<int32_t>(code->firstLine)};
    return formatMessage("<code object {} at {}, file \"{}\", line {}>", parts, 4);
}

// CPython's code object has its instructions in it, behind 200 bytes. Ours has other things there, within those.
uint32_t objectBytes(size_t codeBytes) {
    constexpr size_t head = 200, word = sizeof(void*);
    static_assert(sizeof(CodeObject) <= head);
    return static_cast<uint32_t>((head + codeBytes + word - 1) / word * word);
}

size_t sizeOfCode(Object* o) { return static_cast<CodeObject*>(o)->extra->objectBytes; }

const Field codeFields[] = {{"constants", offsetof(CodeObject, constants)},
                            {"names", offsetof(CodeObject, names)},
                            {"localsPlusNames", offsetof(CodeObject, localsPlusNames)},
                            {"filename", offsetof(CodeObject, filename)},
                            {"name", offsetof(CodeObject, name)},
                            {"qualname", offsetof(CodeObject, qualname)},
                            {}};

}

OwnedOf<CodeObject> newCodeObject(const std::shared_ptr<CodeUnit>& unit, Ref<TupleObject> constants, Ref<> filename, CodeOrigin origin,
                                  std::unique_ptr<CpythonCode> shown) {
    Ref<> names = internedTuple(unit->names), locals = internedTuple(unit->localsPlusNames);
    Ref<> name = internStr(unit->name), qualname = internStr(unit->qualname);
    if (!names || !locals || !name || !qualname) return nullptr;

    const uint32_t size = objectBytes(shown ? shown->code.size() : size_t{cpythonCodeUnits(*unit)} * 2);
    Ref<CodeObject> code = Ref<CodeObject>::steal(allocateObject(types::Code, size));
    if (!code) return nullptr;
    std::memset(static_cast<void*>(reinterpret_cast<char*>(code.get()) + sizeof(Object)), 0, sizeof(CodeObject) - sizeof(Object));
    code->constants = constants.releaseRaw();
    code->names = names.releaseRaw();
    code->localsPlusNames = locals.releaseRaw();
    code->filename = filename.releaseRaw();
    code->name = name.releaseRaw();
    code->qualname = qualname.releaseRaw();
    code->flags = unit->flags;
    code->argCount = unit->argCount;
    code->posOnlyArgCount = unit->posOnlyArgCount;
    code->kwOnlyArgCount = unit->kwOnlyArgCount;
    code->stackSize = unit->stackSize;
    code->localsPlusCount = static_cast<uint32_t>(unit->localsPlusNames.size());
    for (uint8_t kind : unit->localsPlusKinds) {
        if (kind & LocalKind::Local) ++code->localCount;
        if (kind & LocalKind::Cell) ++code->cellCount;
        if (kind & LocalKind::Free) ++code->freeCount;
    }
    code->firstLine = static_cast<uint32_t>(unit->firstLine);
    code->ofProgram = origin == CodeOrigin::Program || (origin == CodeOrigin::Library && librarySteps);
    code->ofLibrary = origin == CodeOrigin::Library;
    code->unit = new std::shared_ptr<CodeUnit>(unit);
    code->extra = makeExtra(*unit, code);
    code->extra->objectBytes = size;
    code->extra->shown = shown.release();
    codesWithExtra.insert(code.get());
    recordCells(code);
    recordPayload(code);
    return code.release();
}

const CpythonCode& shownCode(CodeObject* code) {
    CodeExtra& extra = *code->extra;
    if (!extra.shown) extra.shown = new CpythonCode(toCpythonCode(*codeUnit(code)));
    return *extra.shown;
}

uint32_t instructionAt(CodeObject* code, int offset) {
    const std::vector<uint32_t>& starts = shownCode(code).starts;
    const auto next = std::upper_bound(starts.begin(), starts.end(), static_cast<uint32_t>(offset / 2));
    return static_cast<uint32_t>(next - starts.begin()) - 1;
}

bool libraryHasSteps() { return librarySteps; }
void setLibrarySteps(bool on) { librarySteps = on; }

Owned newCode(const std::shared_ptr<CodeUnit>& unit, CodeOrigin origin) {
    ConstantPool pool;
    return pool.makeCode(unit, origin);
}

const ExceptionEntry* findHandler(const CodeUnit& unit, uint32_t instruction) {
    const auto& table = unit.exceptionTable;
    size_t low = 0, high = table.size();
    while (low < high) { // the last entry that starts at or before the instruction
        size_t middle = (low + high) / 2;
        if (table[middle].start <= instruction) low = middle + 1;
        else high = middle;
    }
    if (low == 0 || instruction >= table[low - 1].end) return nullptr;
    return &table[low - 1];
}

void defineCodeType(Type* t) {
    t->name = "code";
    t->basicSize = sizeof(CodeObject);
    t->size = sizeOfCode;
    t->weaklistOffset = offsetof(CodeObject, weakrefs);
    t->dealloc = codeDealloc;
    t->repr = codeRepr;
    t->methods = codeMethods;
    t->members = codeMembers;
    t->getsets = codeGetSets;
    t->fields = codeFields;
    t->create = codeCreate;
    t->richCompare = codeCompare;
    t->hash = codeHash;
}

}
