// SPDX-License-Identifier: GPL-3.0-or-later
// The evaluation breaker: what waits until the program is between two instructions.

#include "core/host/host.h"
#include "core/python/heap/heap.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/threads/scheduler.h"
#include "core/python/vm/loop/eval_loop.h"
#include "core/python/vm/program/program.h"

namespace memtape {

namespace {

bool raiseKeyboardInterrupt() {
    Ref<> made = call(exc::KeyboardInterrupt);
    if (made) raiseInstance(made);
    return false;
}

// Signals are the main thread's affair. The user's interrupt is one of them where the program has a handler of its own for it.
bool handleSignals(uint32_t bits) {
    interpreter.breaker.fetch_and(~uint32_t{Interpreter::Interrupt | Interpreter::SignalDue}, std::memory_order_relaxed);
    bool isInterrupt = bits & Interpreter::Interrupt;
    if (threadHooks.runSignalHandlers) return threadHooks.runSignalHandlers(isInterrupt);
    return isInterrupt ? raiseKeyboardInterrupt() : true;
}

// Begins to stop where that is asked for, or something is full.
bool isToEnd(uint32_t bits) {
    constexpr uint32_t ends = Interpreter::StopAsked | Interpreter::HeapLimit | Interpreter::StepLimit;
    if (bits & ends) {
        beginStopping(bits & Interpreter::StopAsked   ? EndReason::Stopped
                      : bits & Interpreter::HeapLimit ? EndReason::HeapLimit
                                                      : EndReason::StepLimit);
    } else if (bits & Interpreter::PublishDue && recorder && (recorder->isFull() || host.outputIsFull)) {
        beginStopping(host.outputIsFull ? EndReason::OutputLimit : EndReason::TapeFull);
    }
    return interpreter.stopping;
}

}

bool atBreaker() {
    uint32_t bits = interpreter.breaker.load(std::memory_order_relaxed);
    if (isToEnd(bits)) return false;
    if (bits & (Interpreter::Interrupt | Interpreter::SignalDue) && isMainThread() && !handleSignals(bits)) return false;
    if (bits & Interpreter::PublishDue) {
        interpreter.breaker.fetch_and(~Interpreter::PublishDue, std::memory_order_relaxed);
        if (host.followed) publishRecording();
    }
    if (bits & Interpreter::CollectDue) {
        interpreter.breaker.fetch_and(~Interpreter::CollectDue, std::memory_order_relaxed);
        collector.collectIfDue();
    }
    return !interpreter.stopping;
}

bool errorIsProgram() {
    uint32_t bits = interpreter.breaker.load(std::memory_order_relaxed);
    if (interpreter.pending && !interpreter.stopping && !(bits & Interpreter::HeapLimit)) [[likely]]
        return true;
    if (interpreter.stopping || (bits & Interpreter::HeapLimit && !atBreaker())) return false;
    raise(exc::SystemError, "error return without exception set");
    return interpreter.pending && !heap.limitReached();
}

bool endsBeforeHandler() { return isToEnd(interpreter.breaker.load(std::memory_order_relaxed)); }

bool atLoopBreaker() {
    if (interpreter.breaker.load(std::memory_order_relaxed) & Interpreter::ThreadsRun && !countTurn()) return false;
    return atBreaker();
}

}
