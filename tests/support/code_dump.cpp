// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/code_dump.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "core/python/bytecode/opcodes.h"
#include "core/python/compiler/compiler.h"
#include "core/python/syntax/parser.h"

namespace memtape {
namespace {

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c > 0x20 && c < 0x7F && c != '\\') {
            result += c;
        } else {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\x%02x", static_cast<unsigned char>(c));
            result += buffer;
        }
    }
    return result;
}

std::string bits(double value) {
    unsigned long long number;
    std::memcpy(&number, &value, sizeof number);
    char buffer[20];
    std::snprintf(buffer, sizeof buffer, "%016llx", number);
    return buffer;
}

std::string constantLine(const Constant& constant) {
    using Kind = Constant::Kind;
    switch (constant.kind) {
    case Kind::None: return "None";
    case Kind::Ellipsis: return "Ellipsis";
    case Kind::False: return "False";
    case Kind::True: return "True";
    case Kind::Int: return "int:" + constant.text;
    case Kind::Float: return "float:" + bits(constant.real);
    case Kind::Complex: return "complex:" + bits(constant.real) + "," + bits(constant.imaginary);
    case Kind::Str: return "str:" + escaped(constant.text);
    case Kind::Bytes: return "bytes:" + escaped(constant.text);
    case Kind::Code: return "code:" + escaped(constant.code->qualname);
    case Kind::Tuple:
    case Kind::FrozenSet: break;
    }
    std::vector<std::string> items;
    for (const Constant& item : constant.items) items.push_back(constantLine(item));
    if (constant.kind == Kind::FrozenSet) std::sort(items.begin(), items.end());
    std::string result = constant.kind == Kind::Tuple ? "tuple(" : "frozenset(";
    for (const std::string& item : items) result += item + " ";
    return result + ")";
}

std::string number(int value) { return value < 0 ? "-" : std::to_string(value); }

void dumpUnit(const CodeUnit& unit, std::string& out) {
    out += "code " + escaped(unit.qualname) + " " + escaped(unit.name) + "\n";
    out += "line " + std::to_string(unit.firstLine) + " flags " + std::to_string(unit.flags) + " args " + std::to_string(unit.argCount) + " " +
           std::to_string(unit.posOnlyArgCount) + " " + std::to_string(unit.kwOnlyArgCount) + " stack " + std::to_string(unit.stackSize) + "\n";
    out += "names";
    for (const std::string& name : unit.names) out += " " + escaped(name);
    out += "\nslots";
    for (size_t i = 0; i < unit.localsPlusNames.size(); ++i)
        out += " " + escaped(unit.localsPlusNames[i]) + ":" + std::to_string(unit.localsPlusKinds[i]);
    out += "\n";
    for (const Constant& constant : unit.constants) out += "const " + constantLine(constant) + "\n";
    for (size_t i = 0; i < unit.instructions.size(); ++i) {
        const Instruction& instruction = unit.instructions[i];
        const auto opcode = static_cast<Opcode>(instruction.opcode);
        const Position& position = unit.positions[i];
        const bool hasOperand = opcodeInfo(opcode).operand != OperandKind::None;
        out += std::to_string(i) + " " + cpythonOpcodeName(opcode) + " " + std::to_string(hasOperand ? instruction.operand : 0) + " @ " +
               number(position.line) + " " + number(position.endLine) + " " + number(position.column) + " " + number(position.endColumn) + "\n";
    }
    for (const ExceptionEntry& entry : unit.exceptionTable) {
        out += "except " + std::to_string(entry.start) + " " + std::to_string(entry.end) + " " + std::to_string(entry.target) + " " +
               std::to_string(entry.depth) + (entry.pushesLasti ? " lasti" : "") + "\n";
    }
    for (const Constant& constant : unit.constants) {
        if (constant.kind == Constant::Kind::Code) dumpUnit(*constant.code, out);
    }
}

std::string problemLine(const SyntaxProblem& problem) {
    constexpr const char* kinds[] = {"SyntaxError", "IndentationError", "TabError", "MemoryError", "RecursionError"};
    return std::string("error ") + kinds[static_cast<int>(problem.kind)] + " " + std::to_string(problem.line) + " " + std::to_string(problem.column) +
           " " + std::to_string(problem.endLine) + " " + std::to_string(problem.endColumn) + " " + problem.message + "\n";
}

}

std::string codeDump(const std::string& name, std::string_view bytes, std::string_view mode) {
    const SourceFile source = SourceFile::fromBytes(name, bytes);
    Arena arena;
    std::vector<SyntaxWarning> warnings;
    std::optional<SyntaxProblem> problem;
    CompileResult result;
    if (mode == "eval") {
        ParseExpressionResult parsed = parseExpression(source, arena);
        warnings = std::move(parsed.warnings);
        problem = std::move(parsed.problem);
        if (parsed.expression) result = compileExpression(parsed.expression, source, arena);
    } else {
        ParseResult parsed = mode == "single" ? parseSingle(source, arena) : parseModule(source, arena);
        warnings = std::move(parsed.warnings);
        problem = std::move(parsed.problem);
        if (parsed.module)
            result = mode == "single" ? compileInteractive(*parsed.module, source, arena) : compileModule(*parsed.module, source, arena);
    }
    if (!problem) problem = std::move(result.problem);
    warnings.insert(warnings.end(), result.warnings.begin(), result.warnings.end());
    std::string out;
    for (const SyntaxWarning& warning : warnings) out += "warning " + std::to_string(warning.line) + " " + warning.message + "\n";
    if (problem) out += problemLine(*problem);
    else if (result.code) dumpUnit(*result.code, out);
    return out;
}

}
