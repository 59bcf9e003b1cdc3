// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which instructions are parts of a line, and where on the evaluation stack the value of each lies.

#include <cstdint>
#include <optional>

#include "core/python/bytecode/code_unit.h"
#include "core/python/bytecode/opcodes.h"
#include "core/session/part_watch.h"

namespace memtape {

struct PartRow {
    LinePartKind kind;
    enum class Stack : uint8_t { Before, After, None } stack; // on which the value lies: when the instruction begins or has ended
    int depth;                                                // 1 is the top
};

// None: the instruction is no part, as far as it alone can tell.
std::optional<PartRow> partRow(Opcode opcode, uint32_t operand);

// An instruction, or one half of one that does two things with locals.
struct PartOperation {
    const CodeUnit* unit = nullptr;
    uint32_t instruction = 0;
    Opcode opcode = Opcode::Nop;
    uint32_t operand = 0;
    Position position;
    Opcode next = Opcode::Nop; // what follows in the code, with its position
    Position nextPosition;
};

bool isLookUpWritten(const PartOperation& operation); // the name stands there: no look-up of the compiler's own
bool isChained(const PartOperation& operation);       // a comparison that is one of several: a < b < c
bool endsChain(const PartOperation& operation);       // the last of several: what it gives is the whole's value
bool endsChainEarly(const PartOperation& operation);  // a jump out of several that make no value, but lead one way or another
bool isLeaving(const PartOperation& operation);       // a call of a context's __exit__
bool endsComprehension(const PartOperation& operation);
bool restoresName(const PartOperation& operation);            // that a comprehension has borrowed
bool isFilledLater(const PartOperation& operation);           // a display, or arguments, that are not whole yet
bool isOfGeneratorExpression(const PartOperation& operation); // the function and the yields that it is made of
bool decidesOperators(const PartOperation& operation);        // a jump of `and`, `or` and chained comparisons, which leaves the value

}
