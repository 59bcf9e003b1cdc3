// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/loop/specialised.h"

namespace memtape {

const Opcode baseOpcodes[] = {
#define OPCODE(name, number, operand, pops, pushes, caches, meaning) Opcode::name,
#include "core/python/bytecode/opcodes.def"
#define SPECIALISED(name, base, meaning) Opcode::base,
#include "core/python/vm/loop/specialised.def"
#undef SPECIALISED
};

void joinInstructions(CodeExtra& extra) {
    for (uint32_t i = 0; i + 1 < extra.instructionCount; ++i) {
        Instruction* instruction = extra.instructions + i;
        if (baseOpcode(*instruction) == Opcode::LoadFast && isPlain(instruction[1], Opcode::LoadConst))
            rewrite(instruction, SpecialOpcode::LoadFastLoadConst);
    }
}

}
