// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the compiler makes of a module, function, class body or generator expression: CPython's code object before any
// object of the running program exists. The vm makes a CodeObject of it.

#include <cstdint>
#include <string>
#include <vector>

#include "core/python/bytecode/constant.h"

namespace memtape {

// One instruction. Eight bytes, loaded as one word. Jump operands are absolute indices into CodeUnit::instructions (CPython's are
// relative; a comparison converts). There is no EXTENDED_ARG and there are no inline CACHE entries: `cache` is an index into the
// code object's side table of caches, 0 for none, filled in by the vm.
struct Instruction {
    uint16_t opcode;
    uint16_t cache;
    uint32_t operand;
};

// Source range of one instruction; line -1 where CPython has no line (co_positions gives None), columns -1 likewise.
struct Position {
    int32_t line = -1, endLine = -1, column = -1, endColumn = -1;
};

// Instructions [start, end) are covered by the handler at `target`, entered with the stack cut to `depth` (and the
// instruction's index pushed first when `lasti`). Sorted by start, not overlapping, as co_exceptiontable.
struct ExceptionEntry {
    uint32_t start, end, target;
    uint32_t depth;
    bool pushesLasti;
};

// co_flags, with CPython's values.
enum CodeFlag : uint32_t {
    Optimized = 0x1,
    NewLocals = 0x2,
    VarArgs = 0x4,
    VarKeywords = 0x8,
    Nested = 0x10,
    Generator = 0x20,
    Coroutine = 0x80,
    IterableCoroutine = 0x100,
    AsyncGenerator = 0x200,
    FutureAnnotations = 0x1000000,
    NoMonitoring = 0x2000000,
};

// co_localspluskinds, with CPython's values; a parameter that a closure shares has Local | Cell.
enum LocalKind : uint8_t { HiddenLocal = 0x10, Local = 0x20, Cell = 0x40, Free = 0x80 };

struct CodeUnit {
    std::string name, qualname, filename;
    int firstLine = 1;
    uint32_t flags = 0;
    uint32_t argCount = 0, posOnlyArgCount = 0, kwOnlyArgCount = 0; // argCount includes posOnlyArgCount
    uint32_t stackSize = 0;                                         // co_stacksize
    std::vector<Instruction> instructions;
    std::vector<Position> positions; // one for each instruction
    std::vector<ExceptionEntry> exceptionTable;
    std::vector<Constant> constants;
    std::vector<std::string> names;           // co_names
    std::vector<std::string> localsPlusNames; // locals, then cells that are not parameters, then free variables
    std::vector<uint8_t> localsPlusKinds;     // LocalKind bits, one for each of localsPlusNames
};

}
