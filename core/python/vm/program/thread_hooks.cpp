// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/thread_hooks.h"

#include <cstring>
#include <optional>
#include <utility>

#include "core/events/recorder.h"
#include "core/python/modules/threads/signals.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/frames/frame.h"
#include "core/python/vm/loop/frame_recording.h"
#include "core/python/vm/loop/tracing.h"
#include "core/python/vm/program/program.h"

namespace memtape {

namespace {

std::string stopReason;

void begins(Thread& thread) {
    beginFramesOfThread();
    beginThreadRecording(thread.slot);
}

void switching(Thread&, Thread& arriving) {
    if (recording()) recordSwitch(arriving.number);
}

// Each thread has trace functions of its own; the breaker tells the loop of them.
void switched() { updateTraceBit(); }

void setTraceOfAll(Object* ThreadState::*place, Object* functionOrNull) {
    const std::vector<Thread*> threads = liveThreads();
    for (const Thread* thread : threads) {
        if (thread == &currentThread()) {
            setTraceFunction(interpreter.*place, functionOrNull);
            continue;
        }
        auto& state = const_cast<ThreadState&>(stateOf(*thread));
        xincref(functionOrNull);
        Held<> old(Owned(std::exchange(state.*place, functionOrNull)));
        if (recording()) recordTraceFunctionsOf(thread->slot, state);
    }
}

void ends(Thread&) {
    setTraceFunction(interpreter.traceFunction, nullptr);
    setTraceFunction(interpreter.profileFunction, nullptr);
    Held<> first(Owned(std::exchange(interpreter.asyncFirstIter, nullptr))), last(Owned(std::exchange(interpreter.asyncFinalizer, nullptr)));
    if (recording()) recordAsyncHooks();
}

// The name that threading knows the thread by, without running anything of the program's.
std::string nameOf(const Thread& thread) {
    Object* module = dictFindText(interpreter.modules, "threading");
    Object* active = module && module->type == types::Module ? dictFindText(moduleDict(module), "_active") : nullptr;
    Ref<> ident = newInt(static_cast<int64_t>(thread.ident));
    Object* object = active && isDict(active) && ident ? dictFind(active, ident) : nullptr;
    Ref<> name = object ? Ref<>(genericGetAttr(object, Ref<>(newStr("_name")))) : Ref<>();
    clearError();
    if (name && isStr(name)) return strToUtf8(name);
    return thread.number == 0 ? "the main thread" : "thread " + std::to_string(thread.number);
}

// "Thread-1 in Queue.get (line 12)": the library's outermost function below the program's innermost line.
std::string placeOf(const Thread& thread) {
    std::string function;
    for (const Frame* f = stateOf(thread).frame; f; f = f->previous) {
        if (f->code->ofProgram) return (function.empty() ? "" : " in " + function) + " (line " + std::to_string(frameLine(f)) + ")";
        function = strToUtf8(f->code->qualname);
    }
    return function.empty() ? "" : " in " + function;
}

const char* thingOf(WaitKind kind) {
    switch (kind) {
    case WaitKind::Lock: return "a lock";
    case WaitKind::Join: return "the end of a thread";
    case WaitKind::Queue: return "an item of a queue";
    case WaitKind::Sleep: return "a time";
    case WaitKind::Descriptor: return "input or output";
    case WaitKind::Signal: return "a signal";
    case WaitKind::Nothing: break;
    }
    return "nothing";
}

void everybodyWaits() {
    bool isAlone = liveThreads().size() == 1;
    stopReason = isAlone ? "the program waits for what can never come: " : "every thread waits for another: ";
    size_t told = 0;
    constexpr size_t mostTold = 8;
    for (Thread* thread : liveThreads()) {
        if (told == mostTold) {
            stopReason += " and " + std::to_string(liveThreads().size() - mostTold) + " more";
            break;
        }
        if (told++) stopReason += ", ";
        stopReason += nameOf(*thread) + " for " + thingOf(thread->waitKind);
        if (thread->waitKind == WaitKind::Lock) {
            if (Thread* holder = holderOfLock(thread->waitsFor))
                stopReason += holder == thread ? " that it holds itself" : " that " + nameOf(*holder) + " holds";
        }
        stopReason += placeOf(*thread);
    }
    beginStopping(EndReason::Deadlock);
}

// Takes what is recorded where nobody looks any more.
class NoSink final : public EventSink {
public:
    void defineFile(uint32_t, std::string_view, std::string_view, bool) override {}
    void defineCode(const CodeInfo&) override {}
    void defineType(const TypeInfo&, uint32_t) override {}
    void attributeName(uint32_t, uint32_t, std::string_view) override {}
    void chunkFull(EncodedChunk) override {}
    void publish(EncodedChunk) override {}
    void finish() override {}
    bool isFull() const override { return false; }
};

}

void installThreadHooks() {
    stopReason.clear();
    threadHooks.begins = begins;
    threadHooks.frameOf = [](const Thread& thread) -> Owned {
        Frame* frame = stateOf(thread).frame;
        while (frame && !frame->started) frame = frame->previous;
        FrameObject* object = frame ? frameObjectOf(frame) : nullptr;
        return object ? newRef(object) : Owned(nullptr);
    };
    threadHooks.switching = switching;
    threadHooks.switched = switched;
    threadHooks.ends = ends;
    threadHooks.setTraceOfAll = setTraceOfAll;
    threadHooks.partChanged = [](Thread& thread, Thread::Part part) {
        if (recording()) recordThreadPart(thread.slot, part, thread.parts[part]);
    };
    threadHooks.deadlock = everybodyWaits;
    threadHooks.endBySignal = [](int number) {
        stopReason = std::string(strsignal(number)) + " (signal " + std::to_string(number) + "), which ends a process";
        beginStopping(EndReason::Stopped);
    };
    installSignals();
}

std::string whyStopped() { return stopReason; }

void endOtherThreads(Recorder* pen) {
    NoSink nowhere;
    std::optional<Recorder> scrap;
    if (pen) recorder = &scrap.emplace(nowhere);
    endThreads();
    recorder = pen;
    threadHooks = {};
}

}
