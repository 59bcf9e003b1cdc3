// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two kinds of locks of _thread. Who waits for one waits for its address (scheduler.h).

#include "core/python/objects/model/type.h"
#include "core/python/threads/thread.h"

namespace memtape {

// A lock that any thread may unlock; 56 bytes with the GC head, as CPython's.
struct LockObject : Object {
    Thread* holder; // who locked it last, for the sentence about a deadlock
    Object* weakrefs;
    char isLocked;
};

// A lock that its owner may lock again; 64 bytes with the GC head.
struct ReentrantLockObject : Object {
    void* unused;
    uint64_t owner; // its ident; 0: nobody
    uint64_t count;
    Object* weakrefs;
};

extern Type *lockType, *reentrantLockType;
void defineLockType(Type* type);
void defineReentrantLockType(Type* type);
Owned newLock();

}
