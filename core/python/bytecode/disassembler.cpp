// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/disassembler.h"

#include <charconv>
#include <cstdio>

#include "core/python/bytecode/opcodes.h"

namespace memtape {
namespace {

std::string floatText(double value) {
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return std::string(buffer, end);
}

std::string intText(const std::string& hexadecimal) {
    const bool negative = !hexadecimal.empty() && hexadecimal[0] == '-';
    const size_t digits = hexadecimal.size() - (negative ? 1 : 0);
    if (digits > 15) return (negative ? "-0x" : "0x") + hexadecimal.substr(negative ? 1 : 0);
    long long value = 0;
    std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), value, 16);
    return std::to_string(value);
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\n') {
            result += "\\n";
        } else if (c == '\'' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\x%02x", static_cast<unsigned char>(c));
            result += buffer;
        } else {
            result += c;
        }
    }
    return result + "'";
}

std::string itemsText(const std::vector<Constant>& items) {
    std::string result;
    for (const Constant& item : items) {
        if (!result.empty()) result += ", ";
        result += constantText(item);
    }
    return result;
}

template <class Names> std::string nameAt(const Names& names, size_t index) { return index < names.size() ? names[index] : "?"; }

std::string padded(std::string text, size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

void appendListing(const CodeUnit& unit, std::string& out) {
    out += unit.qualname + ": " + std::to_string(unit.argCount) + " arguments, stack " + std::to_string(unit.stackSize) + ", line " +
           std::to_string(unit.firstLine) + "\n";
    int lastLine = -2;
    for (size_t i = 0; i < unit.instructions.size(); ++i) {
        const Instruction& instruction = unit.instructions[i];
        const int line = i < unit.positions.size() ? unit.positions[i].line : -1;
        const std::string lineText = line == lastLine ? "" : line < 0 ? "--" : std::to_string(line);
        lastLine = line;
        const std::string operand = operandText(unit, instruction);
        std::string row = padded(lineText, 6) + padded(std::to_string(i), 6) + padded(cpythonOpcodeName(static_cast<Opcode>(instruction.opcode)), 28);
        if (opcodeInfo(static_cast<Opcode>(instruction.opcode)).operand != OperandKind::None) row += padded(std::to_string(instruction.operand), 6);
        if (!operand.empty()) row += "(" + operand + ")";
        row.erase(row.find_last_not_of(' ') + 1);
        out += row + "\n";
    }
    for (const ExceptionEntry& entry : unit.exceptionTable) {
        out += "  " + std::to_string(entry.start) + " to " + std::to_string(entry.end) + " -> " + std::to_string(entry.target) + " [" +
               std::to_string(entry.depth) + "]" + (entry.pushesLasti ? " lasti" : "") + "\n";
    }
    for (const Constant& constant : unit.constants) {
        if (constant.kind == Constant::Kind::Code && constant.code) {
            out += "\n";
            appendListing(*constant.code, out);
        }
    }
}

}

std::string constantText(const Constant& constant) {
    switch (constant.kind) {
    case Constant::Kind::None: return "None";
    case Constant::Kind::Ellipsis: return "Ellipsis";
    case Constant::Kind::False: return "False";
    case Constant::Kind::True: return "True";
    case Constant::Kind::Int: return intText(constant.text);
    case Constant::Kind::Float: return floatText(constant.real);
    case Constant::Kind::Complex: return "(" + floatText(constant.real) + ", " + floatText(constant.imaginary) + "j)";
    case Constant::Kind::Str: return quoted(constant.text);
    case Constant::Kind::Bytes: return "b" + quoted(constant.text);
    case Constant::Kind::Tuple: return "(" + itemsText(constant.items) + (constant.items.size() == 1 ? ",)" : ")");
    case Constant::Kind::FrozenSet: return "frozenset({" + itemsText(constant.items) + "})";
    case Constant::Kind::Code: return "<code object " + (constant.code ? constant.code->name : "?") + ">";
    }
    return "?";
}

std::string operandText(const CodeUnit& unit, const Instruction& instruction) {
    const uint32_t n = instruction.operand;
    switch (opcodeInfo(static_cast<Opcode>(instruction.opcode)).operand) {
    case OperandKind::Constant: return n < unit.constants.size() ? constantText(unit.constants[n]) : "?";
    case OperandKind::Name: return nameAt(unit.names, n);
    case OperandKind::NameAndNull: return nameAt(unit.names, n >> 1) + (n & 1 ? " + NULL" : "");
    case OperandKind::NameAndMethod: return nameAt(unit.names, n >> 1) + (n & 1 ? " + NULL|self" : "");
    case OperandKind::SuperName: return nameAt(unit.names, n >> 2) + (n & 1 ? " + NULL|self" : "");
    case OperandKind::Local:
    case OperandKind::Deref: return nameAt(unit.localsPlusNames, n);
    case OperandKind::TwoLocals: return nameAt(unit.localsPlusNames, n >> 4) + ", " + nameAt(unit.localsPlusNames, n & 15);
    case OperandKind::Jump: return "to " + std::to_string(n);
    case OperandKind::Binary: return std::string(binaryOperationText(n));
    case OperandKind::Compare:
        return n & compareToBool ? "bool(" + std::string(comparisonText(comparisonOf(n))) + ")" : std::string(comparisonText(comparisonOf(n)));
    case OperandKind::Intrinsic1: return std::string(intrinsic1Name(n));
    case OperandKind::Intrinsic2: return std::string(intrinsic2Name(n));
    default: return "";
    }
}

std::string disassemble(const CodeUnit& unit) {
    std::string out;
    appendListing(unit, out);
    return out;
}

}
