// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/thread_handle.h"

#include <cstdio>

#include "core/host/clock.h"
#include "core/python/modules/threads/timeout.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

Type* threadHandleType = nullptr;

namespace {

using State = ThreadHandleObject::State;

RuntimeCache handleType([] { threadHandleType = nullptr; });

ThreadHandleObject* handle(Object* o) { return static_cast<ThreadHandleObject*>(o); }

Owned getIdent(Object* o) { return newInt(static_cast<int64_t>(handle(o)->ident())); }
Owned isDone(Object* o) { return newBool(handle(o)->state() == State::Done); }

Owned setDone(Object* o) {
    if (handle(o)->state() == State::NotStarted) return raise(exc::RuntimeError, "thread not started");
    finishHandle(o);
    return newNone();
}

Owned join(Object* o, Args args) {
    if (args.keywordCount()) return raise(exc::TypeError, "join() takes no keyword arguments");
    if (args.count > 1) return raise(exc::TypeError, "join() takes at most 1 argument ({} given)", args.count);
    int64_t timeout = noTimeout;
    if (args.count == 1 && !isNone(args[0]) && !secondsToNs(args[0], &timeout)) return nullptr;
    return joinHandle(o, timeout < 0 ? noTimeout : timeout) ? newNone() : nullptr;
}

Owned repr(Object* o) {
    char text[80];
    std::snprintf(text, sizeof text, "<%s object: ident=%llu>", o->type->name, static_cast<unsigned long long>(handle(o)->ident()));
    return newStr(text);
}

Owned create(Type*, Args) { return newThreadHandle(0, State::NotStarted); }

constexpr MethodDef methods[] = {{"join", join, NativeKind::Keywords}, {"_set_done", setDone}, {"is_done", isDone}, {}};
constexpr GetSetDef getsets[] = {{"ident", getIdent, nullptr}, {}};
constexpr Field noFields[] = {{}};

}

Owned newThreadHandle(uint64_t ident, State state) {
    Owned made = threadHandleType->alloc(threadHandleType, 0);
    if (made) handle(made.pointer)->become(ident, state);
    return made;
}

void finishHandle(Object* o) {
    handle(o)->become(handle(o)->ident(), State::Done);
    wakeAll(o);
}

bool joinHandle(Object* o, int64_t timeoutNs) {
    if (handle(o)->state() == State::NotStarted) return raise(exc::RuntimeError, "thread not started");
    if (handle(o)->state() == State::Running && handle(o)->ident() == currentThread().ident)
        return raise(exc::RuntimeError, "Cannot join current thread");
    Held<> keep(newRef(o));
    int64_t end = hostRunNs() + timeoutNs;
    while (handle(o)->state() != State::Done) {
        int64_t left = timeoutNs == noTimeout ? noTimeout : end - hostRunNs();
        if (timeoutNs != noTimeout && left <= 0) return true;
        Wake wake = waitFor(o, WaitKind::Join, left);
        if (wake == Wake::Broken) return false;
        if (wake == Wake::TimedOut) return true;
    }
    return true;
}

void defineThreadHandleType(Type* t) {
    t->name = "_thread._ThreadHandle";
    t->basicSize = sizeof(ThreadHandleObject);
    t->flags = HaveGc;
    t->fields = noFields;
    t->methods = methods;
    t->getsets = getsets;
    t->create = create;
    t->repr = repr;
}

}
