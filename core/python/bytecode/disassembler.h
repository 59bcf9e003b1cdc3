// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A code unit as text, for tests and developers: one instruction a line with its source line, its index, CPython's name
// and the operand with what it stands for; then the exception table, then the nested code units.

#include <string>

#include "core/python/bytecode/code_unit.h"

namespace memtape {

std::string disassemble(const CodeUnit& unit);

// A constant as Python would print it (ints in hexadecimal beyond 64 bits, code as "<code object name>").
std::string constantText(const Constant& constant);

// An operand's meaning: a name, a constant, "to 12", "+"; empty where the number says it all.
std::string operandText(const CodeUnit& unit, const Instruction& instruction);

}
