// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vm/frame_recording.h"

#include <sys/mman.h>

#include <vector>

#include "core/base/check.h"
#include "core/objects/interpreter.h"
#include "core/objects/recording.h"
#include "core/objects/str_object.h"
#include "core/vm/code_definitions.h"
#include "core/vm/code_extra.h"

namespace memtape {

HolderShadow holderShadow;
uint64_t stepsLeft = 0;

namespace {

uint64_t stepLimit = 0;
uint64_t stepsDone = 0; // of the stretch that endSteps() closed

// The evaluation stacks, as the tape has them: those of the frames that are running lie one after the other, each behind two words that say
// where the caller's begins and how long it is. Address space only, more than frames and generators can fill.
constexpr size_t shadowReserve = size_t{16} << 30;
Object** shadowBegin = nullptr;

std::vector<Granule> nativeShadow;
// One entry for each HandledException under way, the main program's first.
std::vector<Granule> handledShadow;

// The interpreter's own references, in the order of their holder index. The pending and the handled exception change while the program runs,
// the hooks of async generators when sys.set_asyncgen_hooks() is called.
enum InterpreterHolder : uint32_t { HoldsBuiltins, HoldsModules, HoldsSysDict, HoldsPending, HoldsHandled, HoldsFirstIter, HoldsFinalizer, InterpreterHolderCount };
Granule interpreterShadow[InterpreterHolderCount];

void syncInterpreterHolder(InterpreterHolder index, Object* value) {
    Granule g = granuleOf(value);
    if (interpreterShadow[index] == g) return;
    interpreterShadow[index] = g;
    if (g) recorder->holdSet(HolderKind::Interpreter, index, g);
    else recorder->holdClear(HolderKind::Interpreter, index);
}

void syncHandled() {
    HandledException* handled = interpreter.handled;
    holderShadow.handled = handled;
    holderShadow.handledValue = handled->value;
    if (handled == &interpreter.handledByMain) {
        syncInterpreterHolder(HoldsHandled, handled->value);
        return;
    }
    Granule g = granuleOf(handled->value);
    if (handledShadow.empty() || handledShadow.back() == g) return;
    handledShadow.back() = g;
    auto* generator = reinterpret_cast<GeneratorObject*>(reinterpret_cast<char*>(handled) - offsetof(GeneratorObject, handled));
    recordCell(generator, CellKind::Field, GeneratorHandledField, handled->value);
}

void syncNatives() {
    uint32_t count = interpreter.holdCount;
    uint32_t from = interpreter.holdsUnchanged;
    if (nativeShadow.size() > count) {
        recorder->holdClear(HolderKind::Native, count);
        nativeShadow.resize(count);
    }
    for (uint32_t i = from < nativeShadow.size() ? from : static_cast<uint32_t>(nativeShadow.size()); i < count; ++i) {
        Granule g = granuleOf(interpreter.holds[i]->object());
        if (i < nativeShadow.size()) {
            if (nativeShadow[i] == g) continue;
            nativeShadow[i] = g;
        } else {
            nativeShadow.push_back(g);
        }
        recorder->holdSet(HolderKind::Native, i, g);
    }
    interpreter.holdsUnchanged = holderShadow.nativeCount = count;
}

bool inFrame() { return holderShadow.stack != shadowBegin; }

void syncStack(Frame* frame) {
    HolderShadow& shadow = holderShadow;
    Object** base = frame->stackBase();
    uint64_t count = static_cast<uint64_t>(frame->localsPlus + frame->stackTop - base);
    for (uint64_t i = 0; i < count; ++i) {
        if (i < shadow.count && shadow.stack[i] == base[i]) continue;
        shadow.stack[i] = base[i];
        recorder->holdSet(HolderKind::Stack, static_cast<uint32_t>(i), granuleOf(base[i]));
    }
    if (count < shadow.count) recorder->holdClear(HolderKind::Stack, static_cast<uint32_t>(count));
    shadow.count = count;
}

void openShadow() {
    HolderShadow& shadow = holderShadow;
    Object** begin = shadow.stack + shadow.count;
    begin[0] = reinterpret_cast<Object*>(shadow.stack);
    begin[1] = reinterpret_cast<Object*>(shadow.count);
    shadow.stack = begin + 2;
    shadow.count = 0;
}
void closeShadow() {
    HolderShadow& shadow = holderShadow;
    shadow.count = reinterpret_cast<uint64_t>(shadow.stack[-1]);
    shadow.stack = reinterpret_cast<Object**>(shadow.stack[-2]);
}

inline void syncHoldersIfChanged(Frame* frame) {
    if (frame && holdersUnchanged(frame->stackBase(), frame->localsPlus + frame->stackTop)) [[likely]] return;
    syncHolders(frame);
}

}

void syncHolders(Frame* frame) {
    if (frame && inFrame()) syncStack(frame);
    if (holderShadow.nativeCount != interpreter.holdCount || interpreter.holdsUnchanged != interpreter.holdCount) syncNatives();
    syncHandled();
    holderShadow.pending = interpreter.pending;
    syncInterpreterHolder(HoldsPending, interpreter.pending);
    for (Object* o : interpreter.dying) {
        for (CellKind kind : {CellKind::Field, CellKind::Item, CellKind::Key, CellKind::Value, CellKind::Attribute}) recorder->cellTruncate(granuleOf(o), kind, 0);
        recordCells(o);
    }
}

void startFrameRecording() {
    void* place = mmap(nullptr, shadowReserve, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    MEMTAPE_CHECK(place != MAP_FAILED);
    shadowBegin = static_cast<Object**>(place);
    holderShadow = HolderShadow();
    holderShadow.stack = shadowBegin;
    holderShadow.handled = interpreter.handled;
    nativeShadow.clear();
    handledShadow.clear();
    for (Granule& g : interpreterShadow) g = 0;
    syncInterpreterHolder(HoldsBuiltins, interpreter.builtins);
    syncInterpreterHolder(HoldsModules, interpreter.modules);
    syncInterpreterHolder(HoldsSysDict, interpreter.sysDict);
    stepsLeft = stepsDone = stepLimit = 0;
}

void endFrameRecording() {
    munmap(shadowBegin, shadowReserve);
    shadowBegin = nullptr;
    holderShadow = HolderShadow();
    nativeShadow = {};
}

void recordAsyncHooks() {
    syncInterpreterHolder(HoldsFirstIter, interpreter.asyncFirstIter);
    syncInterpreterHolder(HoldsFinalizer, interpreter.asyncFinalizer);
}

void startSteps(uint64_t limit) { stepsLeft = stepLimit = limit; }

void endSteps() {
    stepsDone = stepLimit - stepsLeft;
    stepsLeft = stepLimit = 0;
}

uint64_t recordedSteps() { return stepsDone + stepLimit - stepsLeft; }

void reachedStepLimit() { interpreter.breaker.fetch_or(Interpreter::StepLimit, std::memory_order_relaxed); }

void recordCall(Frame* frame) {
    syncHoldersIfChanged(interpreter.frame);
    CodeObject* code = frame->code;
    if (!code->recordId) code->recordId = defineCodeOnTape(code);
    recorder->framePush(frameStackOffset(frame), code->recordId, granuleOf(code), granuleOf(frame->function), granuleOf(frame->locals), code->ofProgram ? 0 : 1);
    for (uint32_t i = 0; i < code->localsPlusCount; ++i) {
        if (frame->localsPlus[i]) recorder->slotSet(i, granuleOf(frame->localsPlus[i]));
    }
    openShadow();
}

void recordReturn(const Frame* frame) {
    if (frame->owner == FrameOwner::Generator && !handledShadow.empty()) handledShadow.pop_back();
    recorder->framePop();
    closeShadow();
}

void recordSuspend(GeneratorObject* generator) {
    syncHoldersIfChanged(&generator->frame);
    if (!handledShadow.empty()) handledShadow.pop_back();
    recorder->frameSuspend(granuleOf(generator));
    closeShadow();
}

// The frame has just moved into its generator, before its first step.
void recordSuspendNew(GeneratorObject* generator) {
    syncStack(&generator->frame);
    recorder->frameSuspend(granuleOf(generator));
    closeShadow();
}

void recordResume(GeneratorObject* generator) {
    if (interpreter.frame) syncHoldersIfChanged(interpreter.frame);
    recorder->frameResume(granuleOf(generator));
    openShadow();
    Frame* frame = &generator->frame;
    Object** base = frame->stackBase();
    HolderShadow& shadow = holderShadow;
    shadow.count = static_cast<uint64_t>(frame->localsPlus + frame->stackTop - base);
    for (uint64_t i = 0; i < shadow.count; ++i) shadow.stack[i] = base[i];
    handledShadow.push_back(granuleOf(generator->handled.value));
}

void recordStep(Frame* frame, StepKind kind, Object* subject, FrameGoesOn goesOn) {
    if (stepsLeft == 0) return;
    syncHoldersIfChanged(frame);
    int line = frameLine(frame);
    recorder->step(kind, static_cast<uint32_t>(line < 0 ? 0 : line), granuleOf(subject), goesOn);
    if (--stepsLeft == 0) reachedStepLimit();
}

}
