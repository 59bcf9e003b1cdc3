// SPDX-License-Identifier: GPL-3.0-or-later

// _thread: threads and locks, beneath threading.

#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/modules/threads/lock_objects.h"
#include "core/python/modules/threads/signals.h"
#include "core/python/modules/threads/thread_handle.h"
#include "core/python/modules/threads/thread_hook.h"
#include "core/python/modules/threads/thread_local.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/unraisable.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

Type* localType = nullptr;
int64_t stackSize = 0;
RuntimeCache threadCache([] {
    localType = nullptr;
    stackSize = 0;
});

// ---- the life of a thread

Owned takePart(Thread& thread, Thread::Part part) { return Owned(setThreadPart(thread, part, nullptr)); }

// An exception that the thread's function lets through ends the thread; SystemExit does so silently.
void runBody(Thread& thread) {
    Held<> function(takePart(thread, Thread::Function)), arguments(takePart(thread, Thread::Arguments)), keywords(takePart(thread, Thread::Keywords));
    Ref<> result = callWithTuple(function, arguments, keywords);
    if (result || interpreter.stopping) return;
    if (errorMatches(exc::SystemExit)) return clearError();
    Held<> problem(takeError());
    std::string message = "Exception ignored in thread started by ";
    if (!appendRepr(message, function)) message += "<object repr() failed>";
    restoreError(problem.release());
    writeUnraisableMessage(message);
}

void threadIsOver(Thread& thread) {
    forgetLocalsOf(thread);
    for (Thread::Part part : {Thread::Function, Thread::Arguments, Thread::Keywords, Thread::Context}) Held<> last(takePart(thread, part));
    Held<> handle(takePart(thread, Thread::Handle));
    if (handle) finishHandle(handle);
}

// ---- starting one

Owned startNewThread(Object*, Args args) {
    if (!isCallable(args[0])) return raise(exc::TypeError, "first arg must be callable");
    if (!isTuple(args[1])) return raise(exc::TypeError, "2nd arg must be a tuple");
    if (args.count > 2 && !isDict(args[2])) return raise(exc::TypeError, "optional 3rd arg must be a dictionary");
    Held<> handle(newThreadHandle(0, ThreadHandleObject::State::NotStarted));
    if (!handle) return nullptr;
    Thread* thread = startThread(args[0], args[1], args.count > 2 ? args[2] : nullptr, handle, true);
    if (!thread) return nullptr;
    static_cast<ThreadHandleObject*>(handle.get())->become(thread->ident, ThreadHandleObject::State::Running);
    return newInt(static_cast<int64_t>(thread->ident));
}

Owned startJoinableThread(Object*, Args args) {
    Object* p[3] = {};
    if (!parseArgs("start_joinable_thread", args, "function | handle daemon", p)) return nullptr;
    if (!isCallable(p[0])) return raise(exc::TypeError, "thread function must be callable");
    if (p[1] && !isNone(p[1]) && p[1]->type != threadHandleType) return raise(exc::TypeError, "'handle' must be a _ThreadHandle");
    int daemon = p[2] ? isTrue(p[2]) : 1;
    if (daemon < 0) return nullptr;
    Held<> handle(p[1] && !isNone(p[1]) ? newRef(p[1]) : newThreadHandle(0, ThreadHandleObject::State::NotStarted));
    if (!handle) return nullptr;
    auto* own = static_cast<ThreadHandleObject*>(handle.get());
    if (own->state() != ThreadHandleObject::State::NotStarted) return raise(exc::RuntimeError, "thread already started");
    Thread* thread = startThread(p[0], emptyTuple, nullptr, handle, daemon);
    if (!thread) return nullptr;
    own->become(thread->ident, ThreadHandleObject::State::Running);
    return handle.release();
}

// Waits for those that are no daemons, those included that are started meanwhile.
Owned shutdown(Object*) {
    for (;;) {
        Object* handle = nullptr;
        for (Thread* t : liveThreads())
            if (t != &currentThread() && !t->isDaemon && t->parts[Thread::Handle]) handle = t->parts[Thread::Handle];
        if (!handle) return newNone();
        Held<> keep(newRef(handle));
        if (joinHandle(keep, noTimeout)) continue;
        if (interpreter.stopping) return nullptr;
        writeUnraisableMessage("Exception ignored on joining a thread in _thread._shutdown()");
        return newNone();
    }
}

// ---- what there is to know

Owned getIdent(Object*) { return newInt(static_cast<int64_t>(currentThread().ident)); }
Owned mainIdent(Object*) { return newInt(static_cast<int64_t>(liveThreads().front()->ident)); }
Owned nativeId(Object*) { return newInt(posix::processNumber + currentThread().number); }
Owned count(Object*) { return newInt(static_cast<int64_t>(liveThreads().size()) - 1); }
Owned yes(Object*) { return newBool(true); }
Owned allocateLock(Object*) { return newLock(); }
Owned exitThread(Object*) {
    Ref<> made = call(exc::SystemExit);
    if (made) raiseInstance(made);
    return nullptr;
}

Owned makeHandle(Object*, Object* ident) {
    if (!isInt(ident)) return raise(exc::TypeError, "ident must be an integer");
    int overflow = 0;
    int64_t value = intValue(ident, &overflow);
    if (overflow) return raise(exc::OverflowError, "Python int too large to convert to C unsigned long long");
    return newThreadHandle(static_cast<uint64_t>(value) & ((uint64_t{1} << 56) - 1), ThreadHandleObject::State::Running);
}

Owned setStackSize(Object*, Args args) {
    constexpr int64_t least = 32768;
    ssize wanted = args.count ? indexAsSize(args[0], exc::OverflowError) : 0;
    if (wanted == -1 && errorOccurred()) return nullptr;
    if (wanted < 0) return raise(exc::ValueError, "size must be 0 or a positive value");
    if (wanted > 0 && wanted < least) return raise(exc::ValueError, "size not valid: {} bytes", wanted);
    Owned before = newInt(stackSize);
    stackSize = wanted; // asking without an argument is a setting to 0, as in CPython
    return before;
}

Owned interruptMain(Object*, Args args) {
    constexpr int interruptSignal = 2;
    ssize number = args.count ? indexAsSize(args[0], exc::OverflowError) : interruptSignal;
    if (number == -1 && errorOccurred()) return nullptr;
    if (number < 1 || number >= signalCount) return raise(exc::ValueError, "signal number out of range");
    if (hasHandler(static_cast<int>(number))) sendSignal(static_cast<int>(number));
    return newNone();
}

const MethodDef functions[] = {
    {"start_new_thread", startNewThread, 2, 3},
    {"start_new", startNewThread, 2, 3},
    {"start_joinable_thread", startJoinableThread, NativeKind::Keywords},
    {"daemon_threads_allowed", yes},
    {"allocate_lock", allocateLock},
    {"allocate", allocateLock},
    {"exit_thread", exitThread},
    {"exit", exitThread},
    {"interrupt_main", interruptMain, 0, 1},
    {"get_ident", getIdent},
    {"get_native_id", nativeId},
    {"_count", count},
    {"stack_size", setStackSize, 0, 1},
    {"_excepthook", threadExceptHook},
    {"_is_main_interpreter", yes},
    {"_shutdown", shutdown},
    {"_make_thread_handle", makeHandle},
    {"_get_main_thread_ident", mainIdent},
    {},
};

}

Owned makeThreadModule() {
    runThreadBody = runBody;
    threadHooks.threadIsOver = threadIsOver;
    Ref<> m = newModule("_thread");
    if (!m || !addFunctions(m, functions)) return nullptr;
    constexpr double mostSeconds = 9223372036.0;
    bool ok = addTypeToModule(m, lockType, defineLockType) && addToModule(m, "LockType", newRef(lockType)) &&
              addTypeToModule(m, reentrantLockType, defineReentrantLockType) && addTypeToModule(m, threadHandleType, defineThreadHandleType) &&
              addTypeToModule(m, localType, defineThreadLocalType) && addToModule(m, "_ExceptHookArgs", threadExceptHookArgs()) &&
              addToModule(m, "error", newRef(exc::RuntimeError)) && addToModule(m, "TIMEOUT_MAX", newFloat(mostSeconds));
    return ok ? m.release() : nullptr;
}

}
