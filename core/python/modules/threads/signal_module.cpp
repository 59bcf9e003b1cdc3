// SPDX-License-Identifier: GPL-3.0-or-later

// _signal: handlers, timers and masks, beneath signal.

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "core/host/clock.h"
#include "core/host/handles.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/threads/exception_class.h"
#include "core/python/modules/threads/signals.h"
#include "core/python/modules/threads/timeout.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

Type *timerError = nullptr, *siginfoType = nullptr;
RuntimeCache signalTypes([] { timerError = siginfoType = nullptr; });

bool readInt(Object* o, int* number) {
    ssize value = indexAsSize(o, exc::OverflowError);
    if (value == -1 && errorOccurred()) return false;
    if (value != static_cast<int>(value)) return raise(exc::OverflowError, "signed integer is greater than maximum");
    *number = static_cast<int>(value);
    return true;
}

bool readSignal(Object* o, int* number) {
    if (!readInt(o, number)) return false;
    return *number >= 1 && *number < signalCount ? true : raise(exc::ValueError, "signal number out of range");
}

// What the program did may have made a signal due: its handler runs before it goes on.
Owned afterSignals(Owned result) {
    Held<> keep(result);
    if (isMainThread() && !handleBreaker()) return nullptr;
    return keep.release();
}

// ---- handlers

Owned setHandler(Object*, Args args) {
    int number;
    if (!readInt(args[0], &number)) return nullptr;
    if (!isMainThread()) return raise(exc::ValueError, "signal only works in main thread of the main interpreter");
    if (number < 1 || number >= signalCount) return raise(exc::ValueError, "signal number out of range");
    Object* handler = args[1];
    int64_t choice = -1;
    if (isInt(handler)) {
        int overflow = 0;
        choice = intValue(handler, &overflow);
    }
    if (choice != 0 && choice != 1 && !isCallable(handler))
        return raise(exc::TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    Object* list = signalHandlers();
    if (!list) return nullptr;
    bool isFixed = number == SIGKILL || number == SIGSTOP || isNone(asList(list)->items[number]);
    if (isFixed) return raiseOsError(EINVAL);
    Held<> before(newRef(asList(list)->items[number]));
    Held<> plain(choice == 0 || choice == 1 ? newInt(choice) : newRef(handler));
    Held<> place(newInt(number));
    if (!plain || !place || !setItem(list, place, plain)) return nullptr;
    return before.release();
}

Owned getHandler(Object*, Object* arg) {
    int number;
    if (!readSignal(arg, &number)) return nullptr;
    Object* list = signalHandlers();
    return list ? newRef(asList(list)->items[number]) : Owned(nullptr);
}

Owned raiseSignal(Object*, Object* arg) {
    int number;
    if (!readInt(arg, &number)) return nullptr;
    if (number < 0 || number >= signalCount) return raiseOsError(EINVAL);
    if (number) sendSignal(number);
    return afterSignals(newNone());
}

// In one process there is one set of pending signals: which thread is named makes no difference.
Owned sendToThread(Object*, Args args) {
    int number;
    ssize ident = indexAsSize(args[0], exc::OverflowError);
    if ((ident == -1 && errorOccurred()) || !readInt(args[1], &number)) return nullptr;
    bool isAlive = false;
    for (const Thread* t : liveThreads()) isAlive |= t->ident == static_cast<uint64_t>(ident);
    if (!isAlive) return raiseOsError(ESRCH);
    if (number < 0 || number >= signalCount) return raiseOsError(EINVAL);
    if (number) sendSignal(number);
    return afterSignals(newNone());
}

Owned refuseProcess(Object*, Args) { return raiseRefusal(EPERM, "Memtape lets no program send signals to another process"); }

Owned setWakeupDescriptor(Object*, Args args) {
    if (args.count != 1) return raise(exc::TypeError, "set_wakeup_fd() takes exactly 1 positional argument ({} given)", args.count);
    Object* p[2] = {};
    if (!parseArgs("set_wakeup_fd", args, "fd / | $ warn_on_full_buffer", p)) return nullptr;
    int descriptor;
    if (!readInt(p[0], &descriptor)) return nullptr;
    int warns = p[1] ? isTrue(p[1]) : 1;
    if (warns < 0) return nullptr;
    if (!isMainThread()) return raise(exc::ValueError, "set_wakeup_fd only works in main thread of the main interpreter");
    if (descriptor != -1) {
        HandleFlags* flags = hostHandleFlags(descriptor);
        if (!flags) return raiseOsError(EBADF);
        if (flags->blocking) return raise(exc::ValueError, "the fd {} must be in non-blocking mode", descriptor);
    }
    signals.warnsOnFullDescriptor = warns;
    return newInt(std::exchange(signals.wakeupDescriptor, descriptor));
}

Owned allowRestart(Object*, Args args) {
    int number, ignored;
    return readSignal(args[0], &number) && readInt(args[1], &ignored) ? newNone() : nullptr;
}

// ---- waiting and timers

Owned pauseForSignal(Object*) { return waitFor(&signals, WaitKind::Signal, noTimeout) == Wake::Broken ? Owned(nullptr) : newNone(); }

Owned alarm(Object*, Object* arg) {
    int seconds;
    if (!readInt(arg, &seconds)) return nullptr;
    int64_t left = timers[0].due ? timers[0].due - hostRunNs() : 0;
    setTimer(0, int64_t{seconds} * 1'000'000'000, 0);
    return newInt((left + 999'999'999) / 1'000'000'000);
}

Owned timerState(int which) {
    auto seconds = [](int64_t ns) { return newFloat(static_cast<double>(ns / 1000) / 1e6); };
    const ProgramTimer& timer = timers[which];
    Ref<> left = seconds(timer.due ? std::max<int64_t>(0, timer.due - hostRunNs()) : 0), interval = seconds(timer.intervalNs);
    return left && interval ? packTuple(left.get(), interval.get()) : Owned(nullptr);
}

Failure raiseTimerError() {
    Held<> number(newInt(EINVAL)), text(newStr(std::strerror(EINVAL)));
    Ref<> made = number && text ? Ref<>(call(timerError, number, text)) : Ref<>();
    if (made) raiseInstance(made);
    return {};
}

Owned setProgramTimer(Object*, Args args) {
    int which;
    int64_t delay, interval = 0;
    if (!readInt(args[0], &which) || !secondsToNs(args[1], &delay) || (args.count > 2 && !secondsToNs(args[2], &interval))) return nullptr;
    if (which < 0 || which >= timerCount || delay < 0 || interval < 0) return raiseTimerError();
    hostMonotonicNs(); // from now, not from when somebody looked at a clock last
    Owned before = timerState(which);
    if (before) setTimer(which, delay, interval);
    return before;
}

Owned getProgramTimer(Object*, Object* arg) {
    int which;
    if (!readInt(arg, &which)) return nullptr;
    if (which < 0 || which >= timerCount) return raiseTimerError();
    return timerState(which);
}

// ---- sets of signals

Owned setOf(uint64_t bits) {
    Held<> set(newSet(nullptr));
    for (int number = 1; set && number < signalCount; ++number) {
        if (!(bits & signalBit(number))) continue;
        Held<> value(newInt(number));
        if (!value || !setAdd(set, value)) return nullptr;
    }
    return set.release();
}

bool bitsOf(Object* iterable, uint64_t* bits) {
    Held<> iterator(getIter(iterable));
    if (!iterator) return false;
    *bits = 0;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return !errorOccurred();
        int number;
        if (!readInt(item, &number)) return false;
        if (number < 1 || number >= signalCount) return raise(exc::ValueError, "signal number {} out of range [1; {}]", number, signalCount - 1);
        *bits |= signalBit(number);
    }
}

Owned changeMask(Object*, Args args) {
    int how;
    uint64_t bits;
    if (!readInt(args[0], &how) || !bitsOf(args[1], &bits)) return nullptr;
    uint64_t before = signals.blocked, never = signalBit(SIGKILL) | signalBit(SIGSTOP);
    if (how == SIG_BLOCK) signals.blocked |= bits;
    else if (how == SIG_UNBLOCK) signals.blocked &= ~bits;
    else if (how == SIG_SETMASK) signals.blocked = bits;
    else return raiseOsError(EINVAL);
    signals.blocked &= ~never;
    if (signals.pending & ~signals.blocked) interruptMainThread();
    return afterSignals(setOf(before));
}

Owned pendingSignals(Object*) { return setOf(signals.pending); }
Owned validSignals(Object*) {
    constexpr uint64_t reserved = signalBit(32) | signalBit(33);
    return setOf(~reserved);
}

// Waits for one of them; its handler does not run. 0: the time is over; −1: an exception is pending.
int takeSignal(uint64_t wanted, int64_t timeoutNs) {
    int64_t end = hostRunNs() + timeoutNs;
    for (;;) {
        if (uint64_t found = signals.pending & wanted) {
            int number = __builtin_ctzll(found) + 1;
            signals.pending &= ~signalBit(number);
            return number;
        }
        int64_t left = timeoutNs == noTimeout ? noTimeout : end - hostRunNs();
        if (timeoutNs != noTimeout && left <= 0) return 0;
        // What is blocked wakes nobody, so it looks itself when a timer may have come.
        int64_t timer = threadHooks.nextTimer();
        if (timer != Thread::forever && (left == noTimeout || timer - hostRunNs() < left)) left = std::max<int64_t>(0, timer - hostRunNs());
        if (waitFor(&signals, WaitKind::Signal, left) == Wake::Broken) return -1;
    }
}

Owned waitForSignal(Object*, Object* arg) {
    uint64_t wanted;
    if (!bitsOf(arg, &wanted)) return nullptr;
    int number = takeSignal(wanted, noTimeout);
    return number < 0 ? Owned(nullptr) : newInt(number);
}

Owned signalInfo(int number) {
    Object* values[7];
    for (int i = 0; i < 7; ++i) values[i] = newInt(i == 0 ? number : 0).pointer;
    return newStructSequence(siginfoType, values);
}

Owned waitForInfo(Object*, Object* arg) {
    uint64_t wanted;
    if (!bitsOf(arg, &wanted)) return nullptr;
    int number = takeSignal(wanted, noTimeout);
    return number < 0 ? Owned(nullptr) : signalInfo(number);
}

Owned waitForSignalTimed(Object*, Args args) {
    uint64_t wanted;
    int64_t timeout;
    if (!bitsOf(args[0], &wanted) || !secondsToNs(args[1], &timeout)) return nullptr;
    if (timeout < 0) return raise(exc::ValueError, "timeout must be non-negative");
    int number = takeSignal(wanted, timeout);
    return number < 0 ? Owned(nullptr) : number == 0 ? newNone() : signalInfo(number);
}

Owned describe(Object*, Object* arg) {
    int number;
    if (!readSignal(arg, &number)) return nullptr;
    if (number == 32 || number == 33) return newNone();
    return newStr(strsignal(number));
}

const MethodDef functions[] = {
    {"default_int_handler", defaultInterruptHandler, 2, 2},
    {"alarm", alarm},
    {"setitimer", setProgramTimer, 2, 3},
    {"getitimer", getProgramTimer},
    {"signal", setHandler, 2, 2},
    {"raise_signal", raiseSignal},
    {"strsignal", describe},
    {"getsignal", getHandler},
    {"set_wakeup_fd", setWakeupDescriptor, NativeKind::Keywords},
    {"siginterrupt", allowRestart, 2, 2},
    {"pause", pauseForSignal},
    {"pidfd_send_signal", refuseProcess, 2, 4},
    {"pthread_kill", sendToThread, 2, 2},
    {"pthread_sigmask", changeMask, 2, 2},
    {"sigpending", pendingSignals},
    {"sigwait", waitForSignal},
    {"sigwaitinfo", waitForInfo},
    {"sigtimedwait", waitForSignalTimed, 2, 2},
    {"valid_signals", validSignals},
    {},
};

struct NumberName {
    const char* name;
    int value;
};
const NumberName constants[] = {
#define SIGNAL(name) {#name, name},
#include "core/python/modules/threads/signals.def"
#undef SIGNAL
    {"NSIG", signalCount},        {"SIG_DFL", 0},     {"SIG_IGN", 1},        {"SIG_BLOCK", SIG_BLOCK}, {"SIG_UNBLOCK", SIG_UNBLOCK},
    {"SIG_SETMASK", SIG_SETMASK}, {"ITIMER_REAL", 0}, {"ITIMER_VIRTUAL", 1}, {"ITIMER_PROF", 2},
};

const StructSequenceField siginfoFields[] = {{"si_signo"}, {"si_code"}, {"si_errno"}, {"si_pid"}, {"si_uid"}, {"si_status"}, {"si_band"}, {}};
const StructSequenceDef siginfoDefinition{
    "signal.struct_siginfo",
    "struct_siginfo: Result from sigwaitinfo or sigtimedwait.\n\nThis object may be accessed either as a tuple of\n"
    "(si_signo, si_code, si_errno, si_pid, si_uid, si_status, si_band),\nor via the attributes si_signo, si_code, and so on.",
    siginfoFields, 7, false};

bool addTypes(Object* m) {
    timerError = newExceptionClass("signal", "itimer_error", exc::OSError);
    siginfoType = newStructSequenceType(siginfoDefinition);
    return timerError && siginfoType && addToModule(m, "ItimerError", newRef(timerError)) && addToModule(m, "struct_siginfo", newRef(siginfoType));
}

}

Owned makeSignalModule() {
    Ref<> m = newModule("_signal");
    if (!m || !addFunctions(m, functions) || !signalHandlers() || !addTypes(m)) return nullptr;
    for (const NumberName& c : constants)
        if (!addToModule(m, c.name, newInt(c.value))) return nullptr;
    return addToModule(m, "default_int_handler", newRef(interruptHandler)) ? m.release() : nullptr;
}

}
