// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/opcodes.h"

namespace memtape {
namespace {

constexpr OpcodeInfo realOpcodes[] = {
#define OPCODE(name, number, operand, pops, pushes, caches, meaning) {#name, number, OperandKind::operand, caches, meaning},
#include "core/python/bytecode/opcodes.def"
};

constexpr OpcodeInfo pseudoOpcodes[] = {
#define PSEUDO_OPCODE(name, number, operand, pops, pushes) {#name, number, OperandKind::operand, 0, ""},
#include "core/python/bytecode/opcodes.def"
};

constexpr OpcodeInfo unknownOpcode = {"Unknown", 0, OperandKind::None, 0, ""};

}

const OpcodeInfo& opcodeInfo(Opcode opcode) {
    const auto number = static_cast<uint16_t>(opcode);
    if (number < opcodeCount) return realOpcodes[number];
    if (isPseudo(opcode) && opcode < Opcode::AfterPseudo) return pseudoOpcodes[number - firstPseudoOpcode];
    return unknownOpcode;
}

std::string cpythonOpcodeName(Opcode opcode) {
    std::string result;
    const std::string_view name = opcodeInfo(opcode).name;
    for (size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool upper = c >= 'A' && c <= 'Z';
        const bool digit = c >= '0' && c <= '9';
        if (i > 0 && (upper || digit)) result += '_';
        result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

int valuesPopped(Opcode opcode, uint32_t operand) {
    const int n = static_cast<int>(operand);
    switch (opcode) {
// clang-format off
#define OPCODE(name, number, operand, pops, pushes, caches, meaning) case Opcode::name: return pops;
#define PSEUDO_OPCODE(name, number, operand, pops, pushes) case Opcode::name: return pops;
// clang-format on
#include "core/python/bytecode/opcodes.def"
    default: return n * 0;
    }
}

int valuesPushed(Opcode opcode, uint32_t operand) {
    const int n = static_cast<int>(operand);
    switch (opcode) {
// clang-format off
#define OPCODE(name, number, operand, pops, pushes, caches, meaning) case Opcode::name: return pushes;
#define PSEUDO_OPCODE(name, number, operand, pops, pushes) case Opcode::name: return pushes;
// clang-format on
#include "core/python/bytecode/opcodes.def"
    default: return n * 0;
    }
}

std::string_view binaryOperationText(uint32_t operation) {
    constexpr std::string_view texts[] = {
        "+",  "&",  "//",  "<<",  "@",  "*",  "%",  "|",  "**",  ">>",  "-",  "/",  "^",
        "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^=",
    };
    return operation < binaryOperationCount ? texts[operation] : "?";
}

std::string_view comparisonText(ComparisonCode comparison) {
    constexpr std::string_view texts[] = {"<", "<=", "==", "!=", ">", ">="};
    return comparison <= CompareGe ? texts[comparison] : "?";
}

std::string_view intrinsic1Name(uint32_t intrinsic) {
    constexpr std::string_view names[] = {
        "INTRINSIC_1_INVALID",      "INTRINSIC_PRINT",          "INTRINSIC_IMPORT_STAR",       "INTRINSIC_STOPITERATION_ERROR",
        "INTRINSIC_ASYNC_GEN_WRAP", "INTRINSIC_UNARY_POSITIVE", "INTRINSIC_LIST_TO_TUPLE",     "INTRINSIC_TYPEVAR",
        "INTRINSIC_PARAMSPEC",      "INTRINSIC_TYPEVARTUPLE",   "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS",
    };
    return intrinsic <= IntrinsicTypeAlias ? names[intrinsic] : "?";
}

std::string_view intrinsic2Name(uint32_t intrinsic) {
    constexpr std::string_view names[] = {
        "INTRINSIC_2_INVALID",
        "INTRINSIC_PREP_RERAISE_STAR",
        "INTRINSIC_TYPEVAR_WITH_BOUND",
        "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
        "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
        "INTRINSIC_SET_TYPEPARAM_DEFAULT",
    };
    return intrinsic <= IntrinsicSetTypeParamDefault ? names[intrinsic] : "?";
}

}
