// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/disassembler.h"

#include "core/python/bytecode/opcodes.h"
#include "tests/support/catch.h"

using namespace memtape;

TEST_CASE("a listing names lines, instructions and operands", "[bytecode]") {
    CodeUnit unit;
    unit.name = unit.qualname = "f";
    unit.argCount = 1;
    unit.stackSize = 2;
    unit.localsPlusNames = {"x"};
    unit.localsPlusKinds = {LocalKind::Local};
    Constant one;
    one.kind = Constant::Kind::Int;
    one.text = "ff";
    unit.constants = {one};
    const auto add = [&unit](Opcode opcode, uint32_t operand, int line) {
        unit.instructions.push_back({static_cast<uint16_t>(opcode), 0, operand});
        unit.positions.push_back({line, line, 0, 0});
    };
    add(Opcode::Resume, 0, 1);
    add(Opcode::LoadFast, 0, 2);
    add(Opcode::LoadConst, 0, 2);
    add(Opcode::CompareOp, packedComparison(CompareLt) | compareToBool, 2);
    add(Opcode::PopJumpIfFalse, 1, 2);
    add(Opcode::ReturnConst, 0, 3);
    unit.exceptionTable.push_back({1, 3, 5, 0, true});
    CHECK(disassemble(unit) == "f: 1 arguments, stack 2, line 1\n"
                               "1     0     RESUME                      0\n"
                               "2     1     LOAD_FAST                   0     (x)\n"
                               "      2     LOAD_CONST                  0     (255)\n"
                               "      3     COMPARE_OP                  18    (bool(<))\n"
                               "      4     POP_JUMP_IF_FALSE           1     (to 1)\n"
                               "3     5     RETURN_CONST                0     (255)\n"
                               "  1 to 3 -> 5 [0] lasti\n");
}

TEST_CASE("opcodes have CPython's names and numbers", "[bytecode]") {
    CHECK(cpythonOpcodeName(Opcode::LoadFastLoadFast) == "LOAD_FAST_LOAD_FAST");
    CHECK(cpythonOpcodeName(Opcode::CallIntrinsic1) == "CALL_INTRINSIC_1");
    CHECK(opcodeInfo(Opcode::Resume).number == 149);
    CHECK(valuesPopped(Opcode::BuildMap, 3) == 6);
    CHECK(valuesPushed(Opcode::UnpackEx, 2 | 3 << 8) == 6);
}
