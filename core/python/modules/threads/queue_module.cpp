// SPDX-License-Identifier: GPL-3.0-or-later

// _queue: SimpleQueue, a line of items in which threads put things and wait for them. It lies in a ring of places: [ … first, second … last … ].

#include <algorithm>
#include <cstddef>

#include "core/host/clock.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/threads/exception_class.h"
#include "core/python/modules/threads/timeout.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

// 88 bytes with the GC head, as CPython's; the ring is apart.
struct QueueObject : Object {
    Object* weakrefs;
    Object** ring;
    ssize capacity, first, count;
    void *unused, *unused2;
};

Type *queueType = nullptr, *emptyType = nullptr;
RuntimeCache queueCache([] { queueType = emptyType = nullptr; });

QueueObject* queue(Object* o) { return static_cast<QueueObject*>(o); }
Object*& place(QueueObject* q, ssize index) { return q->ring[(q->first + index) % q->capacity]; }

bool grow(QueueObject* q, ssize capacity) {
    auto** ring = static_cast<Object**>(allocateBlock(static_cast<size_t>(capacity) * sizeof(Object*)));
    if (!ring) return false;
    for (ssize i = 0; i < q->count; ++i) ring[i] = place(q, i);
    if (q->ring) releaseBlock(q->ring);
    q->ring = ring;
    q->capacity = capacity;
    q->first = 0;
    return true;
}

bool append(Object* o, Object* item) {
    constexpr ssize least = 8;
    QueueObject* q = queue(o);
    if (q->count == q->capacity && !grow(q, std::max(least, q->capacity * 2))) return false;
    incref(item);
    place(q, q->count++) = item;
    recordInsert(o, static_cast<uint32_t>(q->count - 1), item);
    wakeFirst(o);
    return true;
}

Owned takeFirst(Object* o) {
    QueueObject* q = queue(o);
    Object* item = place(q, 0);
    q->first = (q->first + 1) % q->capacity;
    --q->count;
    recordErase(o, 0, 1);
    return Owned(item);
}

Owned raiseEmpty() {
    Ref<> made = call(emptyType);
    if (made) raiseInstance(made);
    return nullptr;
}

// ---- methods

Owned put(Object* o, Args args) {
    Object* p[3] = {};
    if (!parseArgs("put", args, "item | block timeout", p)) return nullptr;
    return append(o, p[0]) ? newNone() : nullptr;
}

Owned putNoWait(Object* o, Args args) {
    Object* p[1] = {};
    if (!parseArgs("put_nowait", args, "item", p)) return nullptr;
    return append(o, p[0]) ? newNone() : nullptr;
}

Owned waitAndTake(Object* o, int64_t timeoutNs) {
    Held<> keep(newRef(o));
    uint64_t turn = newTurn();
    int64_t end = hostRunNs() + timeoutNs;
    while (queue(o)->count == 0) {
        int64_t left = timeoutNs == noTimeout ? noTimeout : std::max<int64_t>(0, end - hostRunNs());
        if (timeoutNs != noTimeout && left == 0) return raiseEmpty();
        Wake wake = waitFor(o, WaitKind::Queue, left, turn);
        if (wake == Wake::Broken) return nullptr;
        if (wake == Wake::TimedOut && queue(o)->count == 0) return raiseEmpty();
    }
    return takeFirst(o);
}

Owned get(Object* o, Args args) {
    Object* p[2] = {};
    if (!parseArgs("get", args, "| block timeout", p)) return nullptr;
    int blocks = p[0] ? isTrue(p[0]) : 1;
    if (blocks < 0) return nullptr;
    int64_t timeout = noTimeout;
    if (!blocks) {
        timeout = 0;
    } else if (p[1] && !isNone(p[1])) {
        if (!secondsToNs(p[1], &timeout)) return nullptr;
        if (timeout < 0) return raise(exc::ValueError, "'timeout' must be a non-negative number");
    }
    return waitAndTake(o, timeout);
}

Owned getNoWait(Object* o, Args args) {
    if (args.count || args.keywordCount()) return raise(exc::TypeError, "get_nowait() takes no arguments");
    return waitAndTake(o, 0);
}

Owned isEmpty(Object* o) { return newBool(queue(o)->count == 0); }
Owned size(Object* o) { return newInt(queue(o)->count); }

// ---- the type

Owned create(Type* type, Args args) {
    if (type == queueType && args.count) return raise(exc::TypeError, "SimpleQueue() takes no positional arguments");
    if (type == queueType && args.keywordCount()) return raise(exc::TypeError, "SimpleQueue() takes no keyword arguments");
    return type->alloc(type, 0);
}

int traverse(Object* o, Visit visit, void* context) {
    for (ssize i = 0; i < queue(o)->count; ++i)
        if (int r = visit(place(queue(o), i), context)) return r;
    return 0;
}

void cells(Object* o, CellVisitor& visitor) {
    for (ssize i = 0; i < queue(o)->count; ++i) visitor.visit(CellKind::Item, static_cast<uint32_t>(i), place(queue(o), i));
}

void clear(Object* o) {
    while (queue(o)->count > 0) Held<> item(takeFirst(o));
}

void dealloc(Object* o) {
    gcUntrack(o);
    if (queue(o)->weakrefs) clearWeakReferences(o);
    Dying dying(o);
    clear(o);
    if (queue(o)->ring) releaseBlock(queue(o)->ring);
    queue(o)->ring = nullptr;
    freeObject(o);
}

constexpr MethodDef methods[] = {
    {"empty", isEmpty},
    {"get", get, NativeKind::Keywords},
    {"get_nowait", getNoWait, NativeKind::Keywords},
    {"put", put, NativeKind::Keywords},
    {"put_nowait", putNoWait, NativeKind::Keywords},
    {"qsize", size},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

void defineQueueType(Type* t) {
    t->name = "_queue.SimpleQueue";
    t->doc = "Simple, unbounded, reentrant FIFO queue.";
    t->basicSize = sizeof(QueueObject);
    t->flags = HaveGc | BaseType;
    t->weaklistOffset = offsetof(QueueObject, weakrefs);
    t->methods = methods;
    t->create = create;
    t->traverse = traverse;
    t->cells = cells;
    t->clear = clear;
    t->dealloc = dealloc;
}

bool addEmpty(Object* m) {
    emptyType = newExceptionClass("_queue", "Empty", exc::Exception, "Exception raised by Queue.get(block=0)/get_nowait().");
    return emptyType && addToModule(m, "Empty", newRef(emptyType));
}

}

Owned makeQueueModule() {
    Ref<> m = newModule("_queue");
    if (!m || !addTypeToModule(m, queueType, defineQueueType) || !addEmpty(m)) return nullptr;
    Ref<> doc(newStr("C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly."));
    return doc && dictSetText(moduleDict(m), "__doc__", doc) ? m.release() : nullptr;
}

}
