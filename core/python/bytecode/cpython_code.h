// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A code unit in the form in which CPython 3.13 shows its code objects: co_code, co_linetable and co_exceptiontable.
//
//     co_code            units of two bytes, opcode and operand; operands above 255 have EXTENDED_ARG units in front, many opcodes
//                        CACHE units behind; jumps are relative, in units, from behind the caches of the jump
//     co_linetable       runs of units with one source range, each relative to the line of the one before
//     co_exceptiontable  start, length, target, depth << 1 | lasti, as numbers of six bits a byte
//
// Both ways: what programs read of code objects, and what marshal and types.CodeType() are given.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/bytecode/code_unit.h"

namespace memtape {

struct CpythonCode {
    std::string code, lineTable, exceptionTable;
    // In units. One more than there are instructions: the last is the end.
    std::vector<uint32_t> starts; // where an instruction with its EXTENDED_ARG begins
    std::vector<uint32_t> units;  // where its own opcode is, which is what f_lasti and tb_lasti say
};

CpythonCode toCpythonCode(const CodeUnit& unit);
uint32_t cpythonCodeUnits(const CodeUnit& unit); // the length of its code, without making it

// Instructions, positions and exception table of `unit` from CPython's bytes, for its firstLine. Null, or what is wrong with them.
const char* fromCpythonCode(CodeUnit& unit, std::string_view code, std::string_view lineTable, std::string_view exceptionTable);
// What the instructions rest on of a constant.
struct ConstantFacts {
    bool isNone = false, isText = false, isTuple = false, isTupleOfTexts = false, isCode = false;
    uint32_t count = 0; // of a tuple's items; of a code object's free variables
};
// Whether the instructions keep to the unit's constants, names, locals and stack, and what each takes is of the kind that it takes, so that running
// them stays in the frame.
bool mayRun(const CodeUnit& unit, const std::vector<ConstantFacts>& constants);

// co_lnotab: pairs of a step in the code and a step of the line.
std::string lineNumberTable(const CodeUnit& unit, const CpythonCode& code);

}
