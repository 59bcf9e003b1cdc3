// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The dispatch loop. It exists twice, from one source: recording and not.
//
// eval_loop.cpp holds the loop's frame: entering, dispatch, the ways out of a frame (return, error, suspension). The opcodes' bodies are in
// ops_*.inc, by family, and are included into it. A Python function called from Python code gets its frame and the loop goes on with it: no C++ call.
// A body keeps its operands on the evaluation stack until its result is there, so that a step inside it can say who holds what.

#include "core/python/objects/model/object.h"
#include "core/python/vm/frames/frame.h"

namespace memtape {

// Runs a frame that is complete and linked, to its end: the result, or null with an exception pending. For a generator's frame: what
// it yields or returns; its state tells which.
Owned runFrame(Frame* frame);
Owned runFrameTold(Frame* frame); // of a generator, after recordResumeAtOnce()

// Thrown into a suspended generator: the pending exception is raised where it stands.
Owned runFrameRaising(Frame* frame);

// A frame for a call of the function with `count` positional arguments and the values of keywords after them; takes over the references in
// `args` in either case. Null: TypeError pending. The frame is not linked yet.
Frame* frameForCall(FunctionObject* function, Object* locals, Object** args, size_t count, TupleObject* keywordNames);
// The same for borrowed arguments, run to the end: types::Function's call slot.
Owned callFunction(Object* function, Args args);
// Code with its globals and a namespace (module, class body, exec).
Owned runCode(Object* code, Object* globals, Object* locals);
Owned runBody(Owned function, Object* locals); // of a module, for whose code the function was made

// What the evaluation breaker asks for: a collection that is due, stopping, publishing (vmHooks.handleBreaker).
bool atBreaker();
bool atLoopBreaker(); // the same between two instructions, where another thread may take over
// An instruction has failed: whether the program's handlers are to hear of it. Not where the run ends, nor where the heap is full, as nothing could handle
// that. A failure without an exception becomes a SystemError.
bool errorIsProgram();
// Before a handler runs: whether the run ends here instead. Handlers that a program puts together from instructions may fail for ever, with no jump back.
bool endsBeforeHandler();

// Called when py_recursion_remaining is used up.
Failure raisePythonRecursion();

}
