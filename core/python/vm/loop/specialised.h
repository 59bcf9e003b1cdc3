// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Specialised forms of instructions (specialised.def), as PEP 659 has them: the generic body of an opcode looks at its operands and rewrites
// the instruction in the code object's own copy; the special body checks its guess and does no more than that one case needs. An instruction
// whose guess fails again and again stays generic.

#include "core/python/bytecode/opcodes.h"
#include "core/python/vm/frames/code_extra.h"

namespace memtape {

enum class SpecialOpcode : uint16_t {
    BeforeFirst = firstSpecializedOpcode - 1,
#define SPECIALISED(name, base, meaning) name,
#include "core/python/vm/loop/specialised.def"
#undef SPECIALISED
    End,
};

// What a rewritten instruction was, and whether or not a line begins there.
extern const Opcode baseOpcodes[];
inline Opcode baseOpcode(const Instruction& instruction) { return baseOpcodes[opcodeNumber(instruction.opcode)]; }
// Whether it is this one, as it was compiled, and no line begins there.
inline bool isPlain(const Instruction& instruction, Opcode opcode) { return instruction.opcode == dispatchCode(opcode); }

inline void rewrite(Instruction* instruction, Opcode opcode) {
    instruction->opcode = static_cast<uint16_t>(dispatchCode(opcode) | (instruction->opcode & stepFlags));
}
inline void rewrite(Instruction* instruction, SpecialOpcode opcode) { rewrite(instruction, static_cast<Opcode>(opcode)); }

// So often may a guess fail. Opcodes that have no inline cache count in Instruction::cache.
constexpr uint16_t mostMisses = 20;
inline bool maySpecialise(const Instruction* instruction) { return instruction->cache < mostMisses; }
inline bool maySpecialise(const Instruction* instruction, const InlineCache& cache) { return instruction->cache && cache.misses < mostMisses; }

// Pairs that are known before anything runs.
void joinInstructions(CodeExtra& extra);

// Lets a LoadFast before the instruction do both, where no line begins at the instruction.
inline void joinToLoadFast(const CodeExtra& extra, Instruction* instruction, SpecialOpcode both) {
    if (instruction == extra.instructions || (instruction->opcode & lineStartFlag)) return;
    if (static_cast<Opcode>(opcodeNumber(instruction[-1].opcode)) == Opcode::LoadFast) rewrite(instruction - 1, both);
}

// The form of a CompareOp by what follows it.
inline SpecialOpcode compareForm(const Instruction* instruction, SpecialOpcode alone, SpecialOpcode jumpIfFalse, SpecialOpcode jumpIfTrue) {
    if (isPlain(instruction[1], Opcode::PopJumpIfFalse)) return jumpIfFalse;
    if (isPlain(instruction[1], Opcode::PopJumpIfTrue)) return jumpIfTrue;
    return alone;
}

}
