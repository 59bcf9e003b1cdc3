// SPDX-License-Identifier: GPL-3.0-or-later
// _opcode: what opcode.py and dis.py ask of the interpreter's instructions.

#include <array>

#include "core/python/bytecode/opcodes.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

constexpr int firstPseudoNumber = 256, numberCount = 268;

// CPython's opcodes that are not ours: its specialised and instrumented forms, and what only its loop has.
struct OtherOpcodes {
    int first, last;
    bool hasArgument, hasStackEffect;
    int pops, pushes;
};
constexpr OtherOpcodes otherOpcodes[] = {
    {0, 0, false, true, 0, 0},      // CACHE
    {3, 3, false, false, 0, 0},     // BINARY_OP_INPLACE_ADD_UNICODE
    {17, 17, false, true, 0, 0},    // RESERVED
    {70, 71, true, true, 0, 0},     // ENTER_EXECUTOR, EXTENDED_ARG
    {150, 222, false, false, 0, 0}, // the specialised ones
    {236, 236, true, true, 0, 0},   // INSTRUMENTED_RESUME …
    {237, 239, false, true, 1, 0},  {240, 241, true, true, 0, 0},  {242, 242, true, true, 3, 1},
    {243, 245, true, true, 0, 0},   {246, 247, false, true, 0, 0}, {248, 253, true, true, 0, 0},
};

const OtherOpcodes* findOther(int number) {
    for (const OtherOpcodes& row : otherOpcodes)
        if (number >= row.first && number <= row.last) return &row;
    return nullptr;
}

// Ours by CPython's number.
Opcode opcodeOf(int number) {
    static const auto table = [] {
        std::array<Opcode, numberCount> opcodes;
        opcodes.fill(Opcode::OpcodeCount);
        for (uint16_t i = 0; i < opcodeCount; ++i) opcodes[opcodeInfo(static_cast<Opcode>(i)).number] = static_cast<Opcode>(i);
        for (int i = firstPseudoNumber; i < numberCount; ++i) opcodes[i] = static_cast<Opcode>(firstPseudoOpcode + (i - firstPseudoNumber));
        return opcodes;
    }();
    return number >= 0 && number < numberCount ? table[static_cast<size_t>(number)] : Opcode::OpcodeCount;
}

bool readInt(Object* value, int* out) {
    Ref<> index = numberIndex(value);
    if (!index) return false;
    int overflow = 0;
    const int64_t n = intValue(index, &overflow);
    if (overflow || n != static_cast<int>(n)) return raise(exc::OverflowError, "Python int too large to convert to C int");
    *out = static_cast<int>(n);
    return true;
}

bool isBlockSetup(Opcode opcode) { return opcode == Opcode::SetupCleanup || opcode == Opcode::SetupFinally || opcode == Opcode::SetupWith; }

Owned stackEffect(Object*, Args args) {
    Object* out[3] = {};
    if (!parseArgs("stack_effect", args, "opcode | oparg / $ jump", out)) return nullptr;
    int number = 0, operand = 0;
    if (!readInt(out[0], &number)) return nullptr;
    if (out[1] && !isNone(out[1]) && !readInt(out[1], &operand)) return nullptr;
    Object* jump = out[2] ? out[2] : None;
    if (jump != True && jump != False && !isNone(jump)) return raise(exc::ValueError, "stack_effect: jump must be False, True or None");
    if (const OtherOpcodes* other = findOther(number)) {
        if (other->hasStackEffect) return newInt(other->pushes - other->pops + (number == 242 ? operand & 1 : 0));
    } else if (const Opcode opcode = opcodeOf(number); opcode != Opcode::OpcodeCount) {
        if (isBlockSetup(opcode) && jump == False) return newInt(0); // in force at the handler only
        if (opcode == Opcode::LoadZeroSuperAttr) return newInt(-1);  // counted as its method form
        const auto n = static_cast<uint32_t>(operand);
        return newInt(int64_t{valuesPushed(opcode, n)} - valuesPopped(opcode, n));
    }
    return raise(exc::ValueError, "invalid opcode or oparg");
}

bool isValid(int number) { return findOther(number) || opcodeOf(number) != Opcode::OpcodeCount; }
bool hasArgument(int number) {
    if (const OtherOpcodes* other = findOther(number)) return other->hasArgument;
    const Opcode opcode = opcodeOf(number);
    return opcode != Opcode::OpcodeCount && opcodeInfo(opcode).operand != OperandKind::None;
}
template <OperandKind... kinds> bool hasOperand(int number) {
    const Opcode opcode = opcodeOf(number);
    return opcode != Opcode::OpcodeCount && !isBlockSetup(opcode) && ((opcodeInfo(opcode).operand == kinds) || ...);
}
bool hasConstant(int number) { return hasOperand<OperandKind::Constant>(number) || number == 240; } // INSTRUMENTED_RETURN_CONST
bool hasException(int number) { return isBlockSetup(opcodeOf(number)); }

template <bool (*answer)(int), const char* const& name> Owned ask(Object*, Args args) {
    Object* out[1] = {};
    int number;
    if (!parseArgs(name, args, "opcode", out) || !readInt(out[0], &number)) return nullptr;
    return newBool(answer(number));
}

Owned namePairs(Object*) {
    constexpr const char* names[] = {"ADD", "AND",   "FLOOR_DIVIDE", "LSHIFT",   "MATRIX_MULTIPLY", "MULTIPLY", "REMAINDER",
                                     "OR",  "POWER", "RSHIFT",       "SUBTRACT", "TRUE_DIVIDE",     "XOR"};
    Ref<ListObject> list = newList(0);
    for (uint32_t i = 0; list && i < binaryOperationCount; ++i) {
        const bool inPlace = i >= NB_INPLACE_ADD;
        Ref<> name = newStr(std::string(inPlace ? "NB_INPLACE_" : "NB_") + names[inPlace ? i - NB_INPLACE_ADD : i]);
        Ref<> text = newStr(binaryOperationText(i));
        Ref<> pair = name && text ? Ref<>(packTuple(name.get(), text.get())) : Ref<>();
        if (!pair || !listAppend(list, pair)) return nullptr;
    }
    return list.release();
}

template <std::string_view (*nameOf)(uint32_t), uint32_t count> Owned intrinsicNames(Object*) {
    Ref<ListObject> list = newList(0);
    for (uint32_t i = 0; list && i < count; ++i) {
        Ref<> name = newStr(nameOf(i));
        if (!name || !listAppend(list, name)) return nullptr;
    }
    return list.release();
}

Owned specializationStats(Object*) { return newNone(); }

Owned executorOf(Object*, Args args) {
    Object* out[2] = {};
    int offset;
    if (!parseArgs("get_executor", args, "code offset", out) || !readInt(out[1], &offset)) return nullptr;
    if (out[0]->type != types::Code) return raise(exc::TypeError, "expected a code object, not '{}'", out[0]->type->name);
    return raise(exc::RuntimeError, "Executors are not available in this build");
}

constexpr const char *isValidName = "is_valid", *hasArgName = "has_arg", *hasConstName = "has_const", *hasNameName = "has_name",
                     *hasJumpName = "has_jump", *hasFreeName = "has_free", *hasLocalName = "has_local", *hasExcName = "has_exc";
constexpr auto hasName = hasOperand<OperandKind::Name, OperandKind::NameAndNull, OperandKind::NameAndMethod, OperandKind::SuperName>;
constexpr auto hasJump = hasOperand<OperandKind::Jump>;
constexpr auto hasFree = hasOperand<OperandKind::Deref>;
constexpr auto hasLocal = hasOperand<OperandKind::Local, OperandKind::TwoLocals>;

const MethodDef functions[] = {{"stack_effect", stackEffect, NativeKind::Keywords},
                               {"is_valid", ask<isValid, isValidName>, NativeKind::Keywords},
                               {"has_arg", ask<hasArgument, hasArgName>, NativeKind::Keywords},
                               {"has_const", ask<hasConstant, hasConstName>, NativeKind::Keywords},
                               {"has_name", ask<hasName, hasNameName>, NativeKind::Keywords},
                               {"has_jump", ask<hasJump, hasJumpName>, NativeKind::Keywords},
                               {"has_free", ask<hasFree, hasFreeName>, NativeKind::Keywords},
                               {"has_local", ask<hasLocal, hasLocalName>, NativeKind::Keywords},
                               {"has_exc", ask<hasException, hasExcName>, NativeKind::Keywords},
                               {"get_nb_ops", namePairs},
                               {"get_intrinsic1_descs", intrinsicNames<intrinsic1Name, IntrinsicTypeAlias + 1>},
                               {"get_intrinsic2_descs", intrinsicNames<intrinsic2Name, IntrinsicSetTypeParamDefault + 1>},
                               {"get_specialization_stats", specializationStats},
                               {"get_executor", executorOf, NativeKind::Keywords},
                               {}};

}

Owned makeOpcodeModule() {
    Ref<> module = newModule("_opcode");
    if (!module || !addFunctions(module, functions) || !addToModule(module, "ENABLE_SPECIALIZATION", newInt(1))) return nullptr;
    return module.release();
}

}
