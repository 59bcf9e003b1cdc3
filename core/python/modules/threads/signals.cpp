// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/signals.h"

#include <csignal>
#include <cstring>

#include "core/host/clock.h"
#include "core/host/handles.h"
#include "core/python/modules/threads/descriptor_waits.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

SignalState signals;
ProgramTimer timers[timerCount];
Object* interruptHandler = nullptr;

namespace {

Object* handlers = nullptr;

void forget() {
    signals = {};
    for (ProgramTimer& timer : timers) timer = {};
    handlers = interruptHandler = nullptr;
}
RuntimeCache signalCache(forget);

constexpr int timerSignals[timerCount] = {SIGALRM, SIGVTALRM, SIGPROF};

bool isIgnoredByDefault(int number) {
    return number == SIGCHLD || number == SIGCONT || number == SIGURG || number == SIGWINCH || number == SIGSTOP || number == SIGTSTP ||
           number == SIGTTIN || number == SIGTTOU;
}

bool raiseInterrupt() {
    Ref<> made = call(exc::KeyboardInterrupt);
    if (made) raiseInstance(made);
    return false;
}

bool handle(int number) {
    if (!handlers) return number == SIGINT ? raiseInterrupt() : true;
    Held<> handler(newRef(asList(handlers)->items[number]));
    if (isNone(handler)) return true;
    if (isInt(handler)) {
        bool isDefault = isTrue(handler) == 0;
        if (!isDefault || isIgnoredByDefault(number)) return true;
        if (threadHooks.endBySignal) threadHooks.endBySignal(number);
        return false;
    }
    Held<> value(newInt(number)), frame(vmHooks.frame(0));
    if (!value) return false;
    if (!frame) clearError();
    Ref<> result = call(handler, value, frame ? frame.get() : None);
    return static_cast<bool>(result);
}

bool runPending(bool interrupt) {
    if (interrupt) sendSignal(SIGINT);
    while (uint64_t due = signals.pending & ~signals.blocked) {
        int number = __builtin_ctzll(due) + 1;
        signals.pending &= ~signalBit(number);
        if (!handle(number)) {
            if (signals.pending & ~signals.blocked) interruptMainThread();
            return false;
        }
    }
    // A handler's own interrupt has set the bit again.
    interpreter.breaker.fetch_and(~uint32_t{Interpreter::SignalDue}, std::memory_order_relaxed);
    return true;
}

int64_t nextTimer() {
    int64_t next = Thread::forever;
    for (const ProgramTimer& timer : timers)
        if (timer.due && timer.due < next) next = timer.due;
    return next;
}

void timersDue() {
    for (int i = 0; i < timerCount; ++i) {
        ProgramTimer& timer = timers[i];
        if (!timer.due || timer.due > hostRunNs()) continue;
        sendSignal(timerSignals[i]);
        setTimer(i, timer.intervalNs, timer.intervalNs);
    }
}

}

void setTimer(int which, int64_t delayNs, int64_t intervalNs) {
    timers[which].due = delayNs ? hostRunNs() + delayNs : 0;
    timers[which].intervalNs = intervalNs;
    countLooks(nextTimer() != Thread::forever);
}

bool hasHandler(int number) { return handlers ? isCallable(asList(handlers)->items[number]) : number == SIGINT; }

void sendSignal(int number) {
    signals.pending |= signalBit(number);
    ++signals.arrivals;
    if (signals.wakeupDescriptor >= 0) {
        size_t written;
        char byte = static_cast<char>(number);
        bool wasBlocking = false;
        if (HandleFlags* flags = hostHandleFlags(signals.wakeupDescriptor)) wasBlocking = std::exchange(flags->blocking, false);
        hostWriteHandle(signals.wakeupDescriptor, {&byte, 1}, written);
        if (HandleFlags* flags = hostHandleFlags(signals.wakeupDescriptor)) flags->blocking = wasBlocking;
    }
    if (!(signals.blocked & signalBit(number))) interruptMainThread();
}

Owned defaultInterruptHandler(Object*, Args) {
    raiseInterrupt();
    return nullptr;
}

Object* signalHandlers() {
    if (handlers) return handlers;
    static const MethodDef function{"default_int_handler", defaultInterruptHandler, 2, 2};
    Held<ListObject> made(newList(0));
    Held<> interrupt(newNativeFunction(&function, nullptr, nullptr)), ignored(newInt(1)), standard(newInt(0));
    if (!made || !interrupt) return nullptr;
    for (int i = 0; i < signalCount; ++i) {
        bool isReserved = i == 0 || i == 32 || i == 33;
        Object* first = isReserved ? None : i == SIGINT ? interrupt : i == SIGPIPE || i == SIGXFSZ ? ignored : standard;
        if (!listAppend(made, first)) return nullptr;
    }
    interruptHandler = interrupt.release().pointer;
    recordKeptForGood(interruptHandler);
    handlers = made.release().pointer;
    recordKeptForGood(handlers);
    return handlers;
}

void installSignals() {
    threadHooks.runSignalHandlers = runPending;
    threadHooks.nextTimer = nextTimer;
    threadHooks.timersDue = timersDue;
    joinChannels();
}

}
