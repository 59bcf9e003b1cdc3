// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells the recorder about calls, steps and what is held outside the heap while the program runs. Only the recording copy of the
// dispatch loop, and code that asks `recording()` first, comes here.
//
// What stays on an evaluation stack across a step, what native functions hold, and the exceptions being handled are compared at each
// step, call and return with what the tape already says, and only differences are written. Mostly there are none, so the comparison is
// inline and the writing is not.
//
// Where a call, a return or a generator's turn is as such mostly are, its events and its step are one row (Recorder): the functions that end in AtOnce
// write that, or nothing and say false.

#include "core/events/recorder.h"
#include "core/python/heap/heap.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/vm/frames/frame.h"
#include "core/python/vm/generators/generator_object.h"

namespace memtape {

// What the tape says of the holders near the running frame.
struct HolderShadow {
    Object** begin = nullptr; // where the shadows of the thread's evaluation stacks begin
    Object** stack = nullptr; // the evaluation stack of the running frame: `count` entries
    uint64_t count = 0;
    uint32_t nativeCount = 0; // entries of interpreter.holds
    Object* pending = nullptr;
    HandledException* handled = nullptr; // whose value was looked at last, and what it was
    Object* handledValue = nullptr;
};
extern HolderShadow holderShadow;

// Steps that may still be recorded; 0 before the program's first step and after its last.
extern uint64_t stepsLeft;

void startFrameRecording();
void beginThreadRecording(uint32_t slot); // on a new thread
void recordSwitch(uint32_t thread);       // the running thread leaves the processor to that one; what it holds is told before
void endFrameRecording();
void startSteps(uint64_t limit);
void endSteps();
void pauseSteps(); // what runs now has none
void resumeSteps();
uint64_t recordedSteps();

void recordCall(Frame* frame);                  // the frame is complete, its arguments in place; interpreter.frame is still the caller's
bool recordCallAtOnce(Frame* frame);            // with its step, so that the frame goes on behind its first instruction, Resume
inline void recordReturn(Frame* frame);         // the running frame is about to be cleared
void recordFrameObject(Frame* frame);           // it has just been made
void recordSuspend(GeneratorObject* generator); // the running frame's generator gives a value
void recordResume(GeneratorObject* generator);
bool recordResumeAtOnce(GeneratorObject* generator, Object* sent); // with its step, which is where it is sent something: as recordCallAtOnce
bool recordYieldAtOnce(GeneratorObject* generator, Object** sp, int32_t line); // with its step; the value is on the stack still
// A generator's frame stands on the stack without running while throw() goes to what it delegates to. The exception that it is
// handling is not taken up, so that the list of those is as it was.
void recordDelegating(GeneratorObject* generator);
void recordDelegated(GeneratorObject* generator);
void tellKeptForGood(Object* o);                                      // recordKeptForGood(), by vmHooks
void recordAsyncHooks();                                              // interpreter.asyncFirstIter and asyncFinalizer have changed
void recordThreadPart(uint32_t slot, uint32_t part, Object* o);       // what a thread refers to itself, running or not (Thread::Part)
void recordTraceFunctionsOf(uint32_t slot, const ThreadState& state); // of a thread that does not run
void recordTraceFunctions();                                          // interpreter.traceFunction and profileFunction have changed
// A step of the running frame, in the program's own code.
void recordStep(Frame* frame, StepKind kind, Object* subject = nullptr);

// What happens at the last step that may be recorded: the run ends, unless a test looks on, which then allows further ones.
extern void (*atStepLimit)();
void allowSteps(uint64_t more);

// The evaluation stacks of the frames that are running lie one after the other, each behind two words that say where the caller's begins and
// how long it is.
inline void openShadow() {
    HolderShadow& shadow = holderShadow;
    Object** begin = shadow.stack + shadow.count;
    begin[0] = reinterpret_cast<Object*>(shadow.stack);
    begin[1] = reinterpret_cast<Object*>(shadow.count);
    shadow.stack = begin + 2;
    shadow.count = 0;
}
inline void closeShadow() {
    HolderShadow& shadow = holderShadow;
    shadow.count = reinterpret_cast<uint64_t>(shadow.stack[-1]);
    shadow.stack = reinterpret_cast<Object**>(shadow.stack[-2]);
}

void recordGeneratorEnd(GeneratorObject* generator);
void forgetFrameObject(FrameObject* object); // it is the frame's no longer
inline void recordReturn(Frame* frame) {
    recorder->framePop();
    closeShadow();
    if (frame->owner == FrameOwner::Generator) recordGeneratorEnd(generatorOf(frame));
    else if (frame->frameObject) [[unlikely]] forgetFrameObject(frame->frameObject);
}

// Bringing the tape up to date with what is held now: beside the evaluation stack, and on it.
inline bool othersUnchanged() {
    const HolderShadow& shadow = holderShadow;
    return interpreter.pending == shadow.pending && interpreter.handled == shadow.handled && interpreter.handled->value == shadow.handledValue &&
           interpreter.holdCount == shadow.nativeCount && interpreter.holdsUnchanged == shadow.nativeCount && interpreter.dying.empty();
}
void syncOthers();
// The first so many entries of an evaluation stack are as the tape has them.
inline bool stackUnchanged(Object* const* base, uint64_t count) {
    for (uint64_t i = 0; i < count; ++i)
        if (base[i] != holderShadow.stack[i]) return false;
    return true;
}
void syncStack(Object** base, Object** sp);
inline void syncStackAt(Object** base, Object** sp) {
    const uint64_t count = static_cast<uint64_t>(sp - base);
    if (count != holderShadow.count || !stackUnchanged(base, count)) syncStack(base, sp);
}
inline void syncHoldersAt(Object** base, Object** sp) {
    syncStackAt(base, sp);
    if (!othersUnchanged()) [[unlikely]]
        syncOthers();
}

// A return with its step, of a frame on the stack that nobody looks at.
inline bool recordReturnAtOnce(Object** base, Object** sp, int32_t line) {
    if (sp != base + 1 || holderShadow.count || stepsLeft <= 1 || !othersUnchanged() ||
        !recorder->returned(granuleOf(*base), static_cast<uint32_t>(line < 0 ? 0 : line)))
        return false;
    --stepsLeft;
    closeShadow();
    return true;
}

// A step of a program's frame, from within the dispatch loop. Whether atStepLimit was called.
template <StepKind kind> [[gnu::noinline]] bool recordStepAt(Object** base, Object** sp, int32_t line, Object* subject) {
    if (stepsLeft == 0) return false;
    syncHoldersAt(base, sp);
    recorder->step(kind, static_cast<uint32_t>(line < 0 ? 0 : line), granuleOf(subject));
    if (--stepsLeft > 0) [[likely]]
        return false;
    atStepLimit();
    return true;
}

}
