// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells the recorder about calls, steps and what is held outside the heap while the program runs. Only the recording copy of the
// dispatch loop, and code that asks `recording()` first, comes here.
//
// What stays on an evaluation stack across a step, what native functions hold, and the exceptions being handled are compared at each
// step, call and return with what the tape already says, and only differences are written.

#include "core/events/memory_events.h"
#include "core/vm/frame.h"
#include "core/vm/generator_object.h"

namespace memtape {

void startFrameRecording();
void endFrameRecording();

void recordCall(Frame* frame);                  // the frame is complete, its arguments in place; interpreter.frame is still the caller's
void recordReturn(const Frame* frame);          // the running frame is about to be cleared
void recordSuspend(GeneratorObject* generator); // the running frame's generator gives a value
void recordResume(GeneratorObject* generator);
void recordAsyncHooks();                        // interpreter.asyncFirstIter and asyncFinalizer have changed
// A step of the running frame, in the program's own code.
void recordStep(Frame* frame, StepKind kind, Object* subject = nullptr);

extern uint64_t recordedSteps;
extern uint64_t stepLimit;
extern bool stepsRecorded; // between the program's first step and its last: not while the interpreter ends

}
