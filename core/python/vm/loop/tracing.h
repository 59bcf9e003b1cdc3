// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What sys.settrace() and sys.setprofile() functions are told: CPython's events, from the dispatch loop's form for them. A function is not told of what
// runs for another, nor for itself. False: an exception is pending, that of the function, which is then no longer set.

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/native.h"
#include "core/python/vm/frames/frame.h"

namespace memtape {

enum class TraceEvent : uint8_t { Call, Line, Return, Exception, Opcode, NativeCall, NativeReturn, NativeException };

// The event that a trace function is being told of, for f_lineno = …
struct TraceState {
    bool isRunning = false;
    TraceEvent event = TraceEvent::Line;
    Frame* frame = nullptr;      // whose event it is
    Instruction* from = nullptr; // where that frame stood
};
extern TraceState traceState;

inline bool wantsLines(const Frame* frame) {
    return interpreter.traceFunction && frame->frameObject && frame->frameObject->trace && frame->started && !interpreter.inTrace;
}

bool traceCall(Frame* frame);
bool traceReturn(Frame* frame, Object* value);
bool traceException(Frame* frame);                    // the one that is pending, which stays so
void traceUnwind(Frame* frame);                       // the frame ends by the exception that is pending
bool traceThrow(Frame* frame);                        // a generator goes on with the exception that is pending
bool traceStopIteration(Frame* frame, Object* value); // a generator has ended where no exception is raised
bool traceLine(Frame* frame);
bool traceInstruction(Frame* frame, Instruction* previous); // a line begins at frame->ip, perhaps; and `opcode` events
// `tools`: those of sys.monitoring that were told of the call (monitorCall).
Owned callTraced(Frame* frame, uint32_t tools, Object* callable, Args args);
Owned callTracedWithTuple(Frame* frame, uint32_t tools, Object* callable, Object* tuple, Object* dictOrNull);

const uint8_t* traceStarts(CodeObject* code); // where it is told of a line: stepFlags of each instruction
void updateTraceBit();                        // whether the running thread's loops are to look for one who wants to be told

// sys.settrace(None), sys.setprofile(f) …: null for None.
void setTraceFunction(Object*& place, Object* functionOrNull);

}
