// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vm/frame_recording.h"

#include <vector>

#include "core/objects/interpreter.h"
#include "core/objects/recording.h"
#include "core/objects/str_object.h"
#include "core/vm/code_definitions.h"
#include "core/vm/code_extra.h"

namespace memtape {

uint64_t recordedSteps = 0;
uint64_t stepLimit = UINT64_MAX;
bool stepsRecorded = false;

namespace {

// The evaluation stacks, as the tape has them: one after the other for the frames that are running.
struct FrameShadow {
    uint32_t begin, count;
};
std::vector<Granule> stackShadow;
std::vector<FrameShadow> frameShadows;
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
    interpreter.holdsUnchanged = count;
}

void syncStack(Frame* frame) {
    FrameShadow& shadow = frameShadows.back();
    Object** base = frame->stackBase();
    uint32_t count = static_cast<uint32_t>(frame->localsPlus + frame->stackTop - base);
    stackShadow.resize(shadow.begin + (count > shadow.count ? count : shadow.count));
    for (uint32_t i = 0; i < count; ++i) {
        Granule g = granuleOf(base[i]);
        if (i < shadow.count && stackShadow[shadow.begin + i] == g) continue;
        stackShadow[shadow.begin + i] = g;
        recorder->holdSet(HolderKind::Stack, i, g);
    }
    if (count < shadow.count) {
        recorder->holdClear(HolderKind::Stack, count);
        stackShadow.resize(shadow.begin + count);
    }
    shadow.count = count;
}

void syncHolders(Frame* frame) {
    if (frame && !frameShadows.empty()) syncStack(frame);
    if (nativeShadow.size() != interpreter.holdCount || interpreter.holdsUnchanged != interpreter.holdCount) syncNatives();
    syncHandled();
    syncInterpreterHolder(HoldsPending, interpreter.pending);
    for (Object* o : interpreter.dying) {
        for (CellKind kind : {CellKind::Field, CellKind::Item, CellKind::Key, CellKind::Value, CellKind::Attribute}) recorder->cellTruncate(granuleOf(o), kind, 0);
        recordCells(o);
    }
}

void openShadow() { frameShadows.push_back({static_cast<uint32_t>(stackShadow.size()), 0}); }
void closeShadow() {
    stackShadow.resize(frameShadows.back().begin);
    frameShadows.pop_back();
}


}

void startFrameRecording() {
    stackShadow.clear();
    frameShadows.clear();
    nativeShadow.clear();
    handledShadow.clear();
    for (Granule& g : interpreterShadow) g = 0;
    syncInterpreterHolder(HoldsBuiltins, interpreter.builtins);
    syncInterpreterHolder(HoldsModules, interpreter.modules);
    syncInterpreterHolder(HoldsSysDict, interpreter.sysDict);
    recordedSteps = 0;
    stepsRecorded = false;
}

void endFrameRecording() {
    stackShadow = {};
    frameShadows = {};
    nativeShadow = {};
}

void recordAsyncHooks() {
    syncInterpreterHolder(HoldsFirstIter, interpreter.asyncFirstIter);
    syncInterpreterHolder(HoldsFinalizer, interpreter.asyncFinalizer);
}

void recordCall(Frame* frame) {
    syncHolders(interpreter.frame);
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
    syncHolders(&generator->frame);
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
    if (interpreter.frame) syncHolders(interpreter.frame);
    recorder->frameResume(granuleOf(generator));
    openShadow();
    Frame* frame = &generator->frame;
    Object** base = frame->stackBase();
    FrameShadow& shadow = frameShadows.back();
    shadow.count = static_cast<uint32_t>(frame->localsPlus + frame->stackTop - base);
    for (uint32_t i = 0; i < shadow.count; ++i) stackShadow.push_back(granuleOf(base[i]));
    handledShadow.push_back(granuleOf(generator->handled.value));
}

void recordStep(Frame* frame, StepKind kind, Object* subject) {
    if (!stepsRecorded || recordedSteps >= stepLimit) return;
    syncHolders(frame);
    int line = frameLine(frame);
    recorder->step(kind, static_cast<uint32_t>(line < 0 ? 0 : line), granuleOf(subject));
    if (++recordedSteps >= stepLimit) interpreter.breaker.fetch_or(Interpreter::StepLimit, std::memory_order_relaxed);
}

}
