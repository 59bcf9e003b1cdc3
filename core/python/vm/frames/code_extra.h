// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the dispatch loop needs beside a code object and what is no part of the program's memory: the instructions (a copy that may be
// rewritten into specialised forms), the inline caches, the line of each instruction, and where steps are.

#include <cstdint>
#include <vector>

#include "core/python/bytecode/code_unit.h"
#include "core/python/bytecode/opcodes.h"
#include "core/python/objects/classes/function_object.h"

namespace memtape {

struct CpythonCode;

// One place in the code that remembers what it found last time.
struct InlineCache {
    uint32_t version = 0;  // type version (attributes) or version of the globals' keys
    uint32_t version2 = 0; // keys version of the builtins, or of an instance's keys
    uint32_t index = 0;
    uint16_t kind = 0;
    uint8_t counter = 0;      // executions until CPython would specialise
    uint8_t misses = 0;       // how often the instruction's special form did not fit
    Object* object = nullptr; // borrowed from what the versions guard
};

// In these instructions `opcode` is the number of the opcode or special form × 4, with two flags: an index into the dispatch loop's table of
// labels, which leads to the step first where the step is certain when the loop comes from the instruction before.
constexpr uint16_t lineStartFlag = 1; // when recording, CPython may fire a line event here
constexpr uint16_t newLineFlag = 2;   // and does so behind the instruction before, which is on another line
constexpr uint16_t stepFlags = lineStartFlag | newLineFlag;
inline uint16_t dispatchCode(Opcode opcode) { return static_cast<uint16_t>(static_cast<uint16_t>(opcode) << 2); }
inline uint16_t opcodeNumber(uint16_t dispatchCode) { return dispatchCode >> 2; } // of an opcode or a special form

struct CodeExtra {
    Instruction* instructions = nullptr;
    uint32_t instructionCount = 0;
    InlineCache* caches = nullptr;
    int32_t* lines = nullptr; // -1: none
    uintptr_t linesFrom = 0;  // what half of an instruction's address is added to, for the address of its line: the quickest way there
    Object** constants = nullptr;
    Object** names = nullptr;
    uint8_t* traceStarts = nullptr; // where a trace function is told of a line, as the flags of steps say it; null until one is set
    CpythonCode* shown = nullptr;   // what programs see of it (code_parts.h); null until asked for
    uint32_t frameBytes = 0;
    uint32_t objectBytes = 0;    // of the code object
    int32_t plainArguments = -1; // so many arguments, all positional, are what a call needs; −1: it is not that simple

    int32_t lineAt(const Instruction* instruction) const {
        static_assert(sizeof(Instruction) == 2 * sizeof(int32_t));
        return *reinterpret_cast<const int32_t*>(linesFrom + reinterpret_cast<uintptr_t>(instruction) / 2);
    }
};

// Whose code is: Program: of its own files, with steps. Generated: text that the program compiles as it runs. Library: what it makes for itself is not the
// program's.
enum class CodeOrigin { Program, Generated, Library };
// Makes the code object, and those of the functions in it.
bool libraryHasSteps();
void setLibrarySteps(bool on); // whether library code that is made from now on has steps
inline CodeOrigin originOf(const CodeObject* code) {
    return code->ofLibrary ? CodeOrigin::Library : code->ofProgram ? CodeOrigin::Program : CodeOrigin::Generated;
}
Owned newCode(const std::shared_ptr<CodeUnit>& unit, CodeOrigin origin);
// Sets the flags of steps: where CPython 3.13 places INSTRUMENTED_LINE (instrumentation.c, initialize_lines).
void markLineStarts(const CodeUnit& unit, CodeExtra& extra);
std::vector<uint8_t> lineStartsOf(const CodeUnit& unit); // stepFlags of each instruction
const ExceptionEntry* findHandler(const CodeUnit& unit, uint32_t instruction);
inline int codeLine(const CodeObject* code, uint32_t instruction) { return code->extra->lines[instruction]; }

}
