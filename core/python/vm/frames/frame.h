// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A call under way. Frames lie one after the other on the interpreter's own stack and are as large as CPython 3.13's
// _PyInterpreterFrame: 9 words, then locals, cells and free variables, then the evaluation stack.
//
//     | code | previous | function | globals | builtins | locals | frameObject | ip | stackTop … | localsPlus … | stack … |
//
// A generator's frame lies in the generator object. A FrameObject (f.f_back, tb.tb_frame, sys._getframe) is made when somebody asks
// for it; it takes the frame's contents over when the frame ends while it is still referred to.

#include "core/python/bytecode/code_unit.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct FrameObject;
struct GeneratorObject;

enum class FrameOwner : uint8_t { Stack, Generator, FrameObject };

struct Frame {
    CodeObject* code;         // counted
    Frame* previous;          // the caller's
    FunctionObject* function; // counted; null for exec'd code
    Object* globals;          // borrowed from the function, or counted through `locals` of a module
    Object* builtins;         // borrowed
    Object* locals;           // counted; the namespace of a module or class body, else null
    FrameObject* frameObject; // counted; null until asked for
    Instruction* ip;          // the instruction being executed
    int32_t stackTop;         // entries of localsPlus in use, as of the last call or step
    uint8_t isEntry;          // the dispatch loop was entered with this frame: leave it when the frame ends
    uint8_t isInit;           // an __init__ called for its class: its result must be None, the caller's stack has the instance
    FrameOwner owner;
    uint8_t started; // Resume was reached: the frame appears in tracebacks
    Object* localsPlus[1];

    Object** stackBase() { return localsPlus + code->localsPlusCount; }
};
static_assert(sizeof(Frame) == 80);

constexpr size_t frameHeadWords = 9;
inline size_t frameWords(const CodeObject* code) { return frameHeadWords + code->localsPlusCount + code->stackSize; }

// sys._getframe()'s and traceback's view of a frame.
struct FrameObject : Object {
    FrameObject* back; // counted; only once the frame's contents are here
    Frame* frame;      // where the contents are: on the stack, in a generator, or `contents`
    int line;          // f_lineno where it was set
    uint8_t cleared;
    uint8_t traceLines, traceOpcodes; // f_trace_lines, f_trace_opcodes
    uint8_t tellsOpcodes;             // … as it took effect: CPython looks when one of f_trace and f_trace_opcodes is set by a program
    Object* extraLocals;              // counted; a dict of what f_locals was given beside the frame's locals
    Object* trace;                    // counted; f_trace: told of the lines and the end of this frame
    Object* localsCache;              // as CPython has it; never set
    Frame contents;                   // last: as many localsPlus as the code has
};

struct TracebackObject : Object {
    Object* next;  // TracebackObject, towards where it was raised
    Object* frame; // FrameObject
    int lasti;     // instruction index × 2; below 0: fromGivenOffset()
    int line;
};
// A program's own tb_lasti, an offset in co_code, is kept as it was given.
inline int fromGivenOffset(int offset) { return offset < 0 ? -1 : -2 - offset; }
inline int givenOffset(int lasti) { return lasti == -1 ? -1 : -2 - lasti; }

// The interpreter's stack, one for each thread.
void startFrameStack(uint64_t mostBytes);
void beginFramesOfThread(); // on a new thread
void endFrameStack();
uint32_t frameStackOffset(const Frame* frame); // bytes from the stack's beginning

extern char* frameStackTop;
extern char* frameStackLimit;
inline Frame* allocateFrame(const CodeObject* code) {
    char* place = frameStackTop;
    frameStackTop += frameWords(code) * sizeof(void*);
    return reinterpret_cast<Frame*>(place);
}
inline void releaseFrame(Frame* frame) { frameStackTop = reinterpret_cast<char*>(frame); }

// Drops what the frame refers to (a FrameObject that is still wanted takes it over); the frame's place is not given back. `result`: what
// the caller is about to get.
void clearFrame(Frame* frame, Object* result = nullptr);
// Drops the locals and the evaluation stack only.
void clearFrameContents(Frame* frame);
FrameObject* frameObjectOf(Frame* frame); // borrowed from the frame; null: MemoryError
int frameLine(const Frame* frame);
int visitFrame(Frame* frame, Visit visit, void* context);

}
