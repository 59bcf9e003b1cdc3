// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/loop/frame_recording.h"

#include <sys/mman.h>

#include <utility>
#include <vector>

#include "core/base/check.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/thread_part.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/shapes/thread_holders.h"
#include "core/python/threads/thread.h"
#include "core/python/vm/frames/code_definitions.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/loop/instruction_notes.h"
#include "core/python/vm/loop/specialised.h"

namespace memtape {

HolderShadow holderShadow;
namespace {
bool beginThreadShadow(HolderShadow& shadow);
void endThreadShadow(HolderShadow& shadow);
ThreadPart<HolderShadow> holderShadows(holderShadow, beginThreadShadow, endThreadShadow);
}
uint64_t stepsLeft = 0;
void (*atStepLimit)() = [] { interpreter.breaker.fetch_or(Interpreter::StepLimit, std::memory_order_relaxed); };

namespace {

uint64_t stepLimit = 0;
uint64_t stepsPaused = 0;
uint64_t stepsDone = 0; // of the stretch that endSteps() closed

// Room for the shadows of the evaluation stacks: address space only, more than frames and generators can fill.
constexpr size_t shadowReserve = size_t{16} << 30, threadShadowReserve = size_t{1} << 30;

bool beginThreadShadow(HolderShadow& shadow) {
    shadow.handled = &interpreter.handledByMain;
    if (!recording()) return true;
    void* place = mmap(nullptr, threadShadowReserve, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED) return false;
    shadow.begin = shadow.stack = static_cast<Object**>(place);
    return true;
}
void endThreadShadow(HolderShadow& shadow) {
    if (shadow.begin) munmap(shadow.begin, threadShadowReserve);
}

std::vector<Granule> nativeShadow;
// One entry for the HandledException of each generator under way; that of the thread's outermost function is in threadHolders.
std::vector<Granule> handledShadow;
ThreadPart<std::vector<Granule>> nativeShadows(nativeShadow), handledShadows(handledShadow);
ThreadPart<size_t> dyingTolds(dyingTold);

// The interpreter's own references have these holder indices: first its dicts, then what native modules keep for good. From firstPairedHolder on
// by turns the FrameObjects that frames on the stacks hold, each at its place in `frameObjects`, and what each thread holds.
enum InterpreterHolder : uint32_t { HoldsBuiltins, HoldsModules, HoldsSysDict, firstKeptForGood };
static_assert(threadPartCount == Thread::PartCount);

struct ThreadHolders {
    uint32_t slot = 0;
    Granule told[FirstPart] = {};
};
ThreadHolders threadHolders;
ThreadPart<ThreadHolders> allThreadHolders(threadHolders);

uint32_t frameObjectHolder(size_t place) { return firstPairedHolder + 2 * static_cast<uint32_t>(place); }
std::vector<Object*> keptForGood;
RuntimeCache keptCache([] { keptForGood.clear(); });
std::vector<FrameObject*> frameObjects;

void tellHolder(uint32_t index, Granule g) {
    if (g) recorder->holdSet(HolderKind::Interpreter, index, g);
    else recorder->holdClear(HolderKind::Interpreter, index);
}

void syncThreadHolder(ThreadHolder which, Object* value) {
    Granule g = granuleOf(value);
    if (threadHolders.told[which] == g) return;
    threadHolders.told[which] = g;
    tellHolder(threadHolder(threadHolders.slot, which), g);
}

void syncHandled() {
    HandledException* handled = interpreter.handled;
    holderShadow.handled = handled;
    holderShadow.handledValue = handled->value;
    if (handled == &interpreter.handledByMain) {
        syncThreadHolder(HoldsHandled, handled->value);
        return;
    }
    Granule g = granuleOf(handled->value);
    if (handledShadow.empty() || handledShadow.back() == g) return;
    handledShadow.back() = g;
    auto* generator = reinterpret_cast<GeneratorObject*>(reinterpret_cast<char*>(handled) - offsetof(GeneratorObject, handled));
    recordCell(generator, CellKind::Field, generatorHandledField, handled->value);
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

bool inFrame() { return holderShadow.stack != holderShadow.begin; }

Object** stackTop(Frame* frame) { return frame->localsPlus + frame->stackTop; }

inline void syncHolders(Frame* frame) {
    if (frame && inFrame()) syncStackAt(frame->stackBase(), stackTop(frame));
    if (!othersUnchanged()) syncOthers();
}

// The tape is up to date for this exception state, which is the current one now.
void handledIsTold(HandledException* handled) {
    Granule told = handledShadow.empty() ? threadHolders.told[HoldsHandled] : handledShadow.back();
    if (granuleOf(handled->value) != told) return; // it will be looked at
    holderShadow.handled = handled;
    holderShadow.handledValue = handled->value;
}

}

void syncStack(Object** base, Object** sp) {
    HolderShadow& shadow = holderShadow;
    const uint64_t count = static_cast<uint64_t>(sp - base), known = shadow.count;
    for (uint64_t i = 0; i < count; ++i) {
        if (i < known && shadow.stack[i] == base[i]) continue;
        shadow.stack[i] = base[i];
        recorder->holdSet(HolderKind::Stack, static_cast<uint32_t>(i), granuleOf(base[i]));
    }
    if (count < known) recorder->holdClear(HolderKind::Stack, static_cast<uint32_t>(count));
    shadow.count = count;
}

void syncOthers() {
    if (holderShadow.nativeCount != interpreter.holdCount || interpreter.holdsUnchanged != interpreter.holdCount) syncNatives();
    syncHandled();
    holderShadow.pending = interpreter.pending;
    syncThreadHolder(HoldsPending, interpreter.pending);
    for (; dyingTold < interpreter.dying.size(); ++dyingTold) {
        Object* o = interpreter.dying[dyingTold];
        for (CellKind kind : {CellKind::Field, CellKind::Item, CellKind::Key, CellKind::Value, CellKind::Attribute})
            recorder->cellTruncate(granuleOf(o), kind, 0);
        recordCells(o);
    }
    if (dyingTold > 0) --dyingTold; // the innermost goes on
}

void startFrameRecording() {
    void* place = mmap(nullptr, shadowReserve, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED) noAddressSpace();
    holderShadow = HolderShadow();
    holderShadow.begin = holderShadow.stack = static_cast<Object**>(place);
    holderShadow.handled = interpreter.handled;
    forgetCodeDefinitions();
    nativeShadow.clear();
    handledShadow.clear();
    frameObjects.clear();
    dyingTold = 0;
    threadHolders = {};
    recorder->holdSet(HolderKind::Interpreter, HoldsBuiltins, granuleOf(interpreter.builtins));
    recorder->holdSet(HolderKind::Interpreter, HoldsModules, granuleOf(interpreter.modules));
    recorder->holdSet(HolderKind::Interpreter, HoldsSysDict, granuleOf(interpreter.sysDict));
    for (size_t i = 0; i < keptForGood.size(); ++i)
        recorder->holdSet(HolderKind::Interpreter, firstKeptForGood + static_cast<uint32_t>(i), granuleOf(keptForGood[i]));
    stepsLeft = stepsDone = stepLimit = 0;
}

void tellKeptForGood(Object* o) {
    uint32_t place = firstKeptForGood + static_cast<uint32_t>(keptForGood.size());
    MEMTAPE_CHECK(place < firstPairedHolder);
    keptForGood.push_back(o);
    if (recording()) recorder->holdSet(HolderKind::Interpreter, place, granuleOf(o));
}

void endFrameRecording() {
    munmap(holderShadow.begin, shadowReserve);
    holderShadow = HolderShadow();
    nativeShadow = {};
}

void recordAsyncHooks() {
    syncThreadHolder(HoldsFirstIter, interpreter.asyncFirstIter);
    syncThreadHolder(HoldsFinalizer, interpreter.asyncFinalizer);
}

void recordTraceFunctionsOf(uint32_t slot, const ThreadState& state) {
    tellHolder(threadHolder(slot, HoldsTraceFunction), granuleOf(state.traceFunction));
    tellHolder(threadHolder(slot, HoldsProfileFunction), granuleOf(state.profileFunction));
}

void recordThreadPart(uint32_t slot, uint32_t part, Object* o) { tellHolder(threadHolder(slot, FirstPart + part), granuleOf(o)); }

void beginThreadRecording(uint32_t slot) { threadHolders.slot = slot; }

void recordSwitch(uint32_t thread) {
    syncHolders(interpreter.frame);
    recorder->switchThread(thread);
}

void recordTraceFunctions() {
    syncThreadHolder(HoldsTraceFunction, interpreter.traceFunction);
    syncThreadHolder(HoldsProfileFunction, interpreter.profileFunction);
}

void startSteps(uint64_t limit) { stepsLeft = stepLimit = limit; }

void pauseSteps() { stepsPaused = std::exchange(stepsLeft, 0); }
void resumeSteps() { stepsLeft = std::exchange(stepsPaused, 0); }

void endSteps() {
    stepsDone = stepLimit - stepsLeft;
    stepsLeft = stepLimit = 0;
}

uint64_t recordedSteps() { return stepsDone + stepLimit - stepsLeft; }

void allowSteps(uint64_t more) {
    stepLimit += more;
    stepsLeft += more;
}

void recordCall(Frame* frame) {
    syncHolders(interpreter.frame);
    CodeObject* code = frame->code;
    if (!code->recordId) code->recordId = defineCodeOnTape(code);
    recorder->framePush(frameStackOffset(frame), code->recordId, granuleOf(code), granuleOf(frame->function), granuleOf(frame->locals),
                        code->ofProgram ? 0 : 1);
    for (uint32_t i = 0; i < code->localsPlusCount; ++i) {
        if (frame->localsPlus[i]) recorder->slotSet(i, granuleOf(frame->localsPlus[i]));
    }
    openShadow();
}

namespace {

// Whether a step may be told before the instruction that makes it: nothing happens there but the step. Of an object that is dying each look tells
// anew what is left, so that the events would be others. Publishing may be due, which comes at no certain
// time and must not say what bytes a run has: the loop sees to it right behind the step.
inline bool mayStepAtOnce(const CodeObject* code, const Instruction* ip) {
    return code->ofProgram && isPlain(*ip, Opcode::Resume) && stepsLeft > 1 && interpreter.recursionRemaining > 0 && !instructionNotes &&
           interpreter.dying.empty() && !(interpreter.breaker.load(std::memory_order_relaxed) & ~static_cast<uint32_t>(Interpreter::PublishDue));
}
inline uint32_t lineAt(const CodeExtra* extra, const Instruction* ip) {
    int32_t line = extra->lineAt(ip);
    return static_cast<uint32_t>(line < 0 ? 0 : line);
}

}

bool recordCallAtOnce(Frame* frame) {
    const CodeObject* code = frame->code;
    if (!mayStepAtOnce(code, frame->ip)) return false;
    const uint32_t line = lineAt(code->extra, frame->ip), slots = code->localsPlusCount;
    uint32_t arguments = 0;
    while (arguments < slots && frame->localsPlus[arguments]) ++arguments;
    for (uint32_t i = arguments; i < slots; ++i)
        if (frame->localsPlus[i]) return false;
    syncHolders(interpreter.frame);
    if (frame->locals || !recorder->beginCall(frameStackOffset(frame), code->recordId, granuleOf(code), granuleOf(frame->function), line, arguments))
        return false;
    for (uint32_t i = 0; i < arguments; ++i) recorder->argument(i, granuleOf(frame->localsPlus[i]));
    recorder->endCall(line);
    --stepsLeft;
    openShadow();
    return true;
}

namespace {

// The generator is left as it is now: what it handled may have been changed since the last step by code that makes none.
void leaveHandled(GeneratorObject* generator) {
    if (handledShadow.empty()) return;
    Object* value = generator->handled.value;
    if (handledShadow.back() != granuleOf(value)) recordCell(generator, CellKind::Field, generatorHandledField, value);
    handledShadow.pop_back();
}

}

void recordGeneratorEnd(GeneratorObject* generator) {
    leaveHandled(generator);
    handledIsTold(interpreter.handled);
    recordCell(generator, CellKind::Field, generatorCodeField, generator->frame.code);
}

void recordFrameObject(Frame* frame) {
    FrameObject* object = frame->frameObject;
    if (frame->owner == FrameOwner::Generator) {
        recordCell(generatorOf(frame), CellKind::Field, generatorFrameObjectField, object);
        return;
    }
    recorder->holdSet(HolderKind::Interpreter, frameObjectHolder(frameObjects.size()), granuleOf(object));
    frameObjects.push_back(object);
}

// Frames end from the innermost on, so it is found near the end.
void forgetFrameObject(FrameObject* object) {
    size_t place = frameObjects.size();
    while (place > 0 && frameObjects[place - 1] != object) --place;
    if (!place) return;
    frameObjects[place - 1] = nullptr;
    recorder->holdClear(HolderKind::Interpreter, frameObjectHolder(place - 1));
    while (!frameObjects.empty() && !frameObjects.back()) frameObjects.pop_back();
}

void recordSuspend(GeneratorObject* generator) {
    syncHolders(&generator->frame);
    leaveHandled(generator);
    recorder->frameSuspend(granuleOf(generator));
    closeShadow();
    handledIsTold(generator->handled.previous);
}

// The frame has just moved into its generator, before its first step.
void recordSuspendNew(GeneratorObject* generator) {
    syncStackAt(generator->frame.stackBase(), stackTop(&generator->frame));
    recorder->frameSuspend(granuleOf(generator));
    closeShadow();
    if (generator->frame.frameObject) forgetFrameObject(generator->frame.frameObject); // it is the generator's now
}

void recordDelegating(GeneratorObject* generator) {
    if (interpreter.frame) syncHolders(interpreter.frame);
    recorder->frameResume(granuleOf(generator));
    openShadow();
    Frame* frame = &generator->frame;
    Object** base = frame->stackBase();
    HolderShadow& shadow = holderShadow;
    shadow.count = static_cast<uint64_t>(frame->localsPlus + frame->stackTop - base);
    for (uint64_t i = 0; i < shadow.count; ++i) shadow.stack[i] = base[i];
}

void recordDelegated(GeneratorObject* generator) {
    syncHolders(&generator->frame);
    recorder->frameSuspend(granuleOf(generator));
    closeShadow();
}

void recordResume(GeneratorObject* generator) {
    recordDelegating(generator);
    handledShadow.push_back(granuleOf(generator->handled.value));
    handledIsTold(&generator->handled);
}

bool recordResumeAtOnce(GeneratorObject* generator, Object* sent) {
    Frame* frame = &generator->frame;
    Object** base = frame->stackBase();
    const uint64_t depth = static_cast<uint64_t>(stackTop(frame) - base);
    if (depth >= op::depthsInRow || !mayStepAtOnce(frame->code, frame->ip)) return false;
    if (interpreter.frame) syncHolders(interpreter.frame);
    recorder->resumed(granuleOf(generator), static_cast<uint32_t>(depth), granuleOf(sent), lineAt(frame->code->extra, frame->ip));
    --stepsLeft;
    openShadow();
    HolderShadow& shadow = holderShadow;
    for (uint64_t i = 0; i < depth; ++i) shadow.stack[i] = base[i];
    shadow.stack[depth] = sent;
    shadow.count = depth + 1;
    handledShadow.push_back(granuleOf(generator->handled.value));
    shadow.handled = &generator->handled;
    shadow.handledValue = generator->handled.value;
    return true;
}

bool recordYieldAtOnce(GeneratorObject* generator, Object** sp, int32_t line) {
    Object** base = generator->frame.stackBase();
    const uint64_t depth = static_cast<uint64_t>(sp - base) - 1;
    if (depth >= op::depthsInRow || holderShadow.count != depth || stepsLeft <= 1 || !stackUnchanged(base, depth) || !othersUnchanged() ||
        !recorder->yielded(granuleOf(generator), static_cast<uint32_t>(depth), granuleOf(sp[-1]), static_cast<uint32_t>(line < 0 ? 0 : line)))
        return false;
    --stepsLeft;
    if (!handledShadow.empty()) handledShadow.pop_back(); // it is as it was told
    closeShadow();
    handledIsTold(generator->handled.previous);
    return true;
}

void recordStep(Frame* frame, StepKind kind, Object* subject) {
    Object **base = frame->stackBase(), **sp = stackTop(frame);
    int32_t line = frameLine(frame);
    switch (kind) {
    case StepKind::Call: recordStepAt<StepKind::Call>(base, sp, line, subject); break;
    case StepKind::Line: recordStepAt<StepKind::Line>(base, sp, line, subject); break;
    case StepKind::Return: recordStepAt<StepKind::Return>(base, sp, line, subject); break;
    case StepKind::Exception: recordStepAt<StepKind::Exception>(base, sp, line, subject); break;
    }
}

}
