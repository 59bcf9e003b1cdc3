// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The opcodes and what their operands mean. Names, stack effects and operand packing are CPython 3.13's.
//
// Three ranges: the opcodes of code units (the rows of opcodes.def, from 0); room for the vm's own specialised forms,
// from firstSpecializedOpcode; and the compiler's pseudo opcodes, which end before a code unit is made.

#include <cstdint>
#include <string>
#include <string_view>

namespace memtape {

enum class Opcode : uint16_t {
#define OPCODE(name, number, operand, pops, pushes, caches, meaning) name,
#include "core/python/bytecode/opcodes.def"
    OpcodeCount,

    FirstPseudo = 0x200,
    BeforePseudo = FirstPseudo - 1,
#define PSEUDO_OPCODE(name, number, operand, pops, pushes) name,
#include "core/python/bytecode/opcodes.def"
    AfterPseudo,
};

inline constexpr uint16_t opcodeCount = static_cast<uint16_t>(Opcode::OpcodeCount);
inline constexpr uint16_t firstSpecializedOpcode = opcodeCount; // the vm numbers its specialised forms from here, below 0x200
inline constexpr uint16_t firstPseudoOpcode = static_cast<uint16_t>(Opcode::FirstPseudo);

constexpr bool isPseudo(Opcode opcode) { return static_cast<uint16_t>(opcode) >= firstPseudoOpcode; }

enum class OperandKind : uint8_t {
    None,          // not used, 0
    Count,         // a number of values
    Depth,         // a place in the evaluation stack, 1 is the top
    Flag,          // 0 or 1
    Constant,      // index into constants
    Name,          // index into names
    NameAndNull,   // index << 1 | (push an empty slot)
    NameAndMethod, // index << 1 | (method call form)
    SuperName,     // index << 2 | (two arguments given) << 1 | (method call form)
    Local,         // index into localsPlus
    TwoLocals,     // first << 4 | second, both below 16
    Deref,         // index into localsPlus, a cell
    Jump,          // index into instructions
    Binary,        // BinaryOperation
    Compare,       // packed comparison, see below
    Conversion,    // ValueConversion
    FunctionPart,  // FunctionPart
    Intrinsic1,
    Intrinsic2,
    UnpackEx,    // items before the star | items behind it << 8
    Resume,      // ResumeLocation | resumeAtDepthOne
    YieldDepth,  // 1 where the yield is inside yield from or await
    AwaitOrigin, // 0 await, 1 __aenter__, 2 __aexit__
};

struct OpcodeInfo {
    std::string_view name; // as in opcodes.def
    uint16_t number;       // CPython's
    OperandKind operand;
    uint8_t caches; // CPython's inline cache entries
    std::string_view meaning;
};

const OpcodeInfo& opcodeInfo(Opcode opcode);
std::string cpythonOpcodeName(Opcode opcode); // "LOAD_FAST_LOAD_FAST"

// Values taken from the stack and left there, for the jump taken or not alike.
int valuesPopped(Opcode opcode, uint32_t operand);
int valuesPushed(Opcode opcode, uint32_t operand);

// BinaryOp's operand.
enum BinaryOperation : uint32_t {
    NB_ADD,
    NB_AND,
    NB_FLOOR_DIVIDE,
    NB_LSHIFT,
    NB_MATRIX_MULTIPLY,
    NB_MULTIPLY,
    NB_REMAINDER,
    NB_OR,
    NB_POWER,
    NB_RSHIFT,
    NB_SUBTRACT,
    NB_TRUE_DIVIDE,
    NB_XOR,
    NB_INPLACE_ADD,
    NB_INPLACE_AND,
    NB_INPLACE_FLOOR_DIVIDE,
    NB_INPLACE_LSHIFT,
    NB_INPLACE_MATRIX_MULTIPLY,
    NB_INPLACE_MULTIPLY,
    NB_INPLACE_REMAINDER,
    NB_INPLACE_OR,
    NB_INPLACE_POWER,
    NB_INPLACE_RSHIFT,
    NB_INPLACE_SUBTRACT,
    NB_INPLACE_TRUE_DIVIDE,
    NB_INPLACE_XOR,
};
inline constexpr uint32_t binaryOperationCount = NB_INPLACE_XOR + 1;
std::string_view binaryOperationText(uint32_t operation); // "+", "+="

// CompareOp's operand: comparison << 5 | compareToBool | mask of the outcomes that make it true (unordered 1, less 2,
// greater 4, equal 8), as CPython packs it; the mask serves its specialised forms.
enum ComparisonCode : uint32_t { CompareLt, CompareLe, CompareEq, CompareNe, CompareGt, CompareGe };
inline constexpr uint32_t compareToBool = 16;
constexpr uint32_t packedComparison(ComparisonCode comparison) {
    constexpr uint32_t masks[] = {2, 2 | 8, 8, 1 | 2 | 4, 4, 4 | 8};
    return static_cast<uint32_t>(comparison) << 5 | masks[comparison];
}
constexpr ComparisonCode comparisonOf(uint32_t operand) { return static_cast<ComparisonCode>(operand >> 5); }
std::string_view comparisonText(ComparisonCode comparison); // "<"

// ConvertValue's operand.
enum ValueConversion : uint32_t { ConvertNone, ConvertStr, ConvertRepr, ConvertAscii };

// SetFunctionAttribute's operand.
enum FunctionPart : uint32_t { FunctionDefaults = 1, FunctionKwDefaults = 2, FunctionAnnotations = 4, FunctionClosure = 8 };

// Resume's operand.
enum ResumeLocation : uint32_t { ResumeAtStart, ResumeAfterYield, ResumeAfterYieldFrom, ResumeAfterAwait };
inline constexpr uint32_t resumeLocationMask = 3;
inline constexpr uint32_t resumeAtDepthOne = 4; // the yield was inside the generator's outermost handler only

// CallIntrinsic1's operand.
enum Intrinsic1 : uint32_t {
    Intrinsic1Invalid,
    IntrinsicPrint,
    IntrinsicImportStar,
    IntrinsicStopIterationError,
    IntrinsicAsyncGenWrap,
    IntrinsicUnaryPositive,
    IntrinsicListToTuple,
    IntrinsicTypeVar,
    IntrinsicParamSpec,
    IntrinsicTypeVarTuple,
    IntrinsicSubscriptGeneric,
    IntrinsicTypeAlias,
};
std::string_view intrinsic1Name(uint32_t intrinsic); // "INTRINSIC_PRINT"

// CallIntrinsic2's operand.
enum Intrinsic2 : uint32_t {
    Intrinsic2Invalid,
    IntrinsicPrepReraiseStar,
    IntrinsicTypeVarWithBound,
    IntrinsicTypeVarWithConstraints,
    IntrinsicSetFunctionTypeParams,
    IntrinsicSetTypeParamDefault,
};
std::string_view intrinsic2Name(uint32_t intrinsic);

}
