// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/lock_objects.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>

#include "core/host/clock.h"
#include "core/python/modules/threads/timeout.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

Type *lockType = nullptr, *reentrantLockType = nullptr;

namespace {

RuntimeCache lockTypes([] { lockType = reentrantLockType = nullptr; });

LockObject* lock(Object* o) { return static_cast<LockObject*>(o); }
ReentrantLockObject* reentrant(Object* o) { return static_cast<ReentrantLockObject*>(o); }

// Until the lock is free or the time is over. 1: it is free now, 0: it is not, −1: as Wake::Broken.
template <class IsFree> int waitUntilFree(Object* o, int64_t timeoutNs, IsFree&& isFree) {
    if (isFree()) return 1;
    if (timeoutNs == 0) return 0;
    Held<> keep(newRef(o));
    uint64_t turn = newTurn();
    int64_t end = hostRunNs() + timeoutNs;
    while (!isFree()) {
        int64_t left = timeoutNs == noTimeout ? noTimeout : std::max<int64_t>(0, end - hostRunNs());
        Wake wake = waitFor(o, WaitKind::Lock, left, turn);
        if (wake == Wake::Broken) return -1;
        if (wake == Wake::TimedOut) return isFree();
    }
    return 1;
}

Owned addressText(Object* o, const std::string& before) {
    char place[32];
    std::snprintf(place, sizeof place, " at 0x%llx>", static_cast<unsigned long long>(shownAddress(granuleOf(o))));
    return newStr(before + place);
}

// ---- lock

Owned lockAcquire(Object* o, Args args) {
    int64_t timeout;
    if (!acquireArguments(args, &timeout)) return nullptr;
    int free = waitUntilFree(o, timeout, [o] { return !lock(o)->isLocked; });
    if (free < 0) return nullptr;
    if (!free) return newBool(false);
    lock(o)->isLocked = 1;
    lock(o)->holder = &currentThread();
    return newBool(true);
}

Owned lockRelease(Object* o) {
    if (!lock(o)->isLocked) return raise(exc::RuntimeError, "release unlocked lock");
    lock(o)->isLocked = 0;
    lock(o)->holder = nullptr;
    wakeFirst(o);
    return newNone();
}

Owned lockEnter(Object* o) { return lockAcquire(o, Args{}); }
Owned lockExit(Object* o, Args) { return lockRelease(o); }
Owned lockLocked(Object* o) { return newBool(lock(o)->isLocked); }
Owned lockForget(Object* o) {
    lock(o)->isLocked = 0;
    lock(o)->holder = nullptr;
    wakeFirst(o);
    return newNone();
}

Owned lockRepr(Object* o) { return addressText(o, std::string("<") + (lock(o)->isLocked ? "locked " : "unlocked ") + o->type->name + " object"); }

Owned lockCreate(Type* type, Args args) {
    if (!checkNoKeywords("lock", args) || !checkArgCount("lock", args.count, 0, 0)) return nullptr;
    return type->alloc(type, 0);
}

constexpr MethodDef lockMethods[] = {
    {"acquire_lock", lockAcquire, NativeKind::Keywords},
    {"acquire", lockAcquire, NativeKind::Keywords},
    {"release_lock", lockRelease},
    {"release", lockRelease},
    {"locked_lock", lockLocked},
    {"locked", lockLocked},
    {"__enter__", lockEnter},
    {"__exit__", lockExit, 0, -1},
    {"_at_fork_reinit", lockForget},
    {},
};

// ---- RLock

bool isMine(Object* o) { return reentrant(o)->count > 0 && reentrant(o)->owner == currentThread().ident; }

bool takeReentrant(Object* o, uint64_t count) {
    reentrant(o)->owner = currentThread().ident;
    reentrant(o)->count = count;
    return true;
}

void freeReentrant(Object* o) {
    reentrant(o)->owner = reentrant(o)->count = 0;
    wakeFirst(o);
}

Owned reentrantAcquire(Object* o, Args args) {
    int64_t timeout;
    if (!acquireArguments(args, &timeout)) return nullptr;
    if (isMine(o)) {
        if (reentrant(o)->count == UINT64_MAX) return raise(exc::OverflowError, "Internal lock count overflowed");
        ++reentrant(o)->count;
        return newBool(true);
    }
    int free = waitUntilFree(o, timeout, [o] { return reentrant(o)->count == 0; });
    if (free < 0) return nullptr;
    return newBool(free && takeReentrant(o, 1));
}

Owned reentrantRelease(Object* o) {
    if (!isMine(o)) return raise(exc::RuntimeError, "cannot release un-acquired lock");
    if (--reentrant(o)->count == 0) freeReentrant(o);
    return newNone();
}

Owned reentrantEnter(Object* o) { return reentrantAcquire(o, Args{}); }
Owned reentrantExit(Object* o, Args) { return reentrantRelease(o); }
Owned reentrantIsOwned(Object* o) { return newBool(isMine(o)); }
Owned reentrantDepth(Object* o) { return newInt(isMine(o) ? static_cast<int64_t>(reentrant(o)->count) : 0); }

// For threading.Condition: lets go of it wholly, and takes it again as it was.
Owned reentrantSave(Object* o) {
    if (reentrant(o)->count == 0) return raise(exc::RuntimeError, "cannot release un-acquired lock");
    Ref<> count = newInt(static_cast<int64_t>(reentrant(o)->count)), owner = newInt(static_cast<int64_t>(reentrant(o)->owner));
    if (!count || !owner) return nullptr;
    freeReentrant(o);
    return packTuple(count.get(), owner.get());
}

bool savedNumber(Object* state, ssize item, uint64_t* number) {
    Object* o = asTuple(state)->items[item];
    if (!isInt(o)) return raise(exc::TypeError, "_acquire_restore() argument 1, item {} must be int, not {}", item, o->type->name);
    int overflow = 0;
    *number = static_cast<uint64_t>(intValue(o, &overflow));
    return true;
}

Owned reentrantRestore(Object* o, Object* state) {
    if (!isTuple(state)) return raise(exc::TypeError, "_acquire_restore() argument 1 must be 2-item sequence, not {}", state->type->name);
    if (asTuple(state)->count != 2)
        return raise(exc::TypeError, "_acquire_restore() argument 1 must be sequence of length 2, not {}", asTuple(state)->count);
    uint64_t count, owner;
    if (!savedNumber(state, 0, &count) || !savedNumber(state, 1, &owner)) return nullptr;
    if (waitUntilFree(o, noTimeout, [o] { return reentrant(o)->count == 0; }) < 0) return nullptr;
    takeReentrant(o, count);
    reentrant(o)->owner = owner;
    return newNone();
}

Owned reentrantForget(Object* o) {
    freeReentrant(o);
    return newNone();
}

Owned reentrantRepr(Object* o) {
    const ReentrantLockObject* r = reentrant(o);
    return addressText(o, std::string("<") + (r->count ? "locked " : "unlocked ") + o->type->name + " object owner=" + std::to_string(r->owner) +
                              " count=" + std::to_string(r->count));
}

Owned reentrantCreate(Type* type, Args) { return type->alloc(type, 0); }

constexpr MethodDef reentrantMethods[] = {
    {"acquire", reentrantAcquire, NativeKind::Keywords},
    {"release", reentrantRelease},
    {"_is_owned", reentrantIsOwned},
    {"_recursion_count", reentrantDepth},
    {"_acquire_restore", reentrantRestore},
    {"_release_save", reentrantSave},
    {"__enter__", reentrantEnter},
    {"__exit__", reentrantExit, 0, -1},
    {"_at_fork_reinit", reentrantForget},
    {},
};

constexpr Field noFields[] = {{}};

Thread* holderOf(const void* what) {
    auto* o = static_cast<Object*>(const_cast<void*>(what));
    for (Thread* t : liveThreads()) // one that is over may have left its lock locked
        if (o->type == lockType ? t == lock(o)->holder : t->ident == reentrant(o)->owner) return t;
    return nullptr;
}

}

Owned newLock() { return lockType->alloc(lockType, 0); }

void defineLockType(Type* t) {
    holderOfLock = holderOf;
    t->name = "_thread.lock";
    t->doc =
        "What one thread at a time can hold: acquire() waits for it, release() gives it back, whichever thread does so, locked() says whether it is held. with does both.";
    t->basicSize = sizeof(LockObject);
    t->flags = HaveGc;
    t->weaklistOffset = offsetof(LockObject, weakrefs);
    t->fields = noFields;
    t->methods = lockMethods;
    t->create = lockCreate;
    t->repr = lockRepr;
}

void defineReentrantLockType(Type* t) {
    t->name = "_thread.RLock";
    t->basicSize = sizeof(ReentrantLockObject);
    t->flags = HaveGc | BaseType;
    t->weaklistOffset = offsetof(ReentrantLockObject, weakrefs);
    t->fields = noFields;
    t->methods = reentrantMethods;
    t->create = reentrantCreate;
    t->repr = reentrantRepr;
}

}
