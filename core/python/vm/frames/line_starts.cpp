// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/opcodes.h"
#include "core/python/vm/frames/code_extra.h"

namespace memtape {

namespace {

// Instructions that never begin a line: they are skipped by the instruction that jumps to them, or are the interpreter's own.
bool neverStartsLine(Opcode opcode) {
    return opcode == Opcode::EndAsyncFor || opcode == Opcode::EndFor || opcode == Opcode::EndSend || opcode == Opcode::Resume;
}

}

// Three rules, in CPython's order: where the line changes in the order of the code; where a jump leads to another line;
// where an exception handler begins.
std::vector<uint8_t> lineStartsOf(const CodeUnit& unit) {
    const uint32_t count = static_cast<uint32_t>(unit.instructions.size());
    std::vector<uint8_t> flags(count);
    auto mark = [&](uint32_t i) { flags[i] |= lineStartFlag; };
    auto opcodeAt = [&](uint32_t i) { return static_cast<Opcode>(unit.instructions[i].opcode); };
    auto lineAt = [&](uint32_t i) { return unit.positions[i].line; };

    uint32_t first = 0; // instructions before the first Resume are not traced
    while (first < count && opcodeAt(first) != Opcode::Resume) ++first;

    int current = -1;
    for (uint32_t i = first; i < count; ++i) {
        int line = lineAt(i);
        if (neverStartsLine(opcodeAt(i))) continue; // nor does it end one: the first instruction behind Resume begins its line
        if (line != current && line >= 0) mark(i);
        current = line;
    }
    for (uint32_t i = first; i < count; ++i) {
        Opcode opcode = opcodeAt(i);
        uint32_t target;
        switch (opcode) {
        case Opcode::PopJumpIfFalse:
        case Opcode::PopJumpIfTrue:
        case Opcode::PopJumpIfNone:
        case Opcode::PopJumpIfNotNone:
        case Opcode::JumpForward:
        case Opcode::JumpBackward:
        case Opcode::JumpBackwardNoInterrupt: target = unit.instructions[i].operand; break;
        case Opcode::ForIter:
        case Opcode::Send: // over EndFor and EndSend, which have no event
            target = unit.instructions[i].operand + 1;
            break;
        case Opcode::EndAsyncFor: {
            target = i + 1;
            break;
        }
        default: continue;
        }
        if (target >= count) continue;
        int line = lineAt(target);
        if (line >= 0 && line != lineAt(i) && !neverStartsLine(opcodeAt(target))) mark(target);
    }
    for (const ExceptionEntry& entry : unit.exceptionTable) {
        if (entry.target < count && lineAt(entry.target) >= 0 && entry.target >= first) mark(entry.target);
    }
    // No event where the instruction executed before was on the same line, unless that was the frame's Resume
    // (_Py_call_instrumentation_line). Behind a jump the loop finds that out when it is there; behind the instruction before it is known now.
    for (uint32_t i = 1; i < count; ++i) {
        if ((flags[i] & lineStartFlag) && (lineAt(i - 1) != lineAt(i) || opcodeAt(i - 1) == Opcode::Resume)) flags[i] |= newLineFlag;
    }
    return flags;
}

void markLineStarts(const CodeUnit& unit, CodeExtra& extra) {
    const std::vector<uint8_t> flags = lineStartsOf(unit);
    for (uint32_t i = 0; i < extra.instructionCount; ++i) extra.instructions[i].opcode |= flags[i];
}

}
