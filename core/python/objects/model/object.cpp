// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/object.h"

#include <cstring>

#include "core/python/heap/heap.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/blocks.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/free_lists.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type.h"

namespace memtape {

// ---- death ---------------------------------------------------------------------------------------------------------

// A list of a list of a list … dies level by level, and each level is a native call. When the native stack gets short, containers are
// put aside (linked by their GC heads, as CPython's trashcan does) and die when the outermost deallocation returns.
namespace {

constexpr int headroom = 50;
Object* depositedObjects = nullptr;
RuntimeCache trashcan([] { depositedObjects = nullptr; });

void destroyDeposited() {
    while (depositedObjects) {
        Object* o = depositedObjects;
        depositedObjects = reinterpret_cast<Object*>(previousOf(gcHead(o)));
        gcHead(o)->prev &= gcBits::finalized;
        --interpreter.nativeRemaining;
        o->type->dealloc(o);
        ++interpreter.nativeRemaining;
    }
}

}

void deallocate(Object* o) {
    Type* type = o->type;
    if (!hasFlag(type, HaveGc)) {
        type->dealloc(o);
        return;
    }
    if (interpreter.nativeRemaining <= headroom && isGcObject(o)) [[unlikely]] {
        if (isTracked(o)) gcUntrack(o);
        setPrevious(gcHead(o), reinterpret_cast<GcHead*>(depositedObjects));
        depositedObjects = o;
        return;
    }
    --interpreter.nativeRemaining;
    type->dealloc(o);
    ++interpreter.nativeRemaining;
    if (depositedObjects && interpreter.nativeRemaining > headroom * 2) [[unlikely]]
        destroyDeposited();
}

// ---- the collector's lists -----------------------------------------------------------------------------------------

void gcTrack(Object* o) {
    GcHead* head = gcHead(o);
    if (!head->next) collector.generations[0].list.append(head);
}

void gcUntrack(Object* o) {
    GcHead* head = gcHead(o);
    if (!head->next) return;
    unlink(head);
    head->next = 0;
    head->prev &= gcBits::finalized;
}

// ---- allocation ----------------------------------------------------------------------------------------------------

namespace {

size_t preHeaderBytes(const Type* type) {
    return (hasFlag(type, HaveGc) ? sizeof(GcHead) : 0) + (hasFlag(type, ManagedDict | ManagedWeakref) ? 16 : 0);
}

void countYoung() {
    Collector::Generation& young = collector.generations[0];
    if (++young.count > young.threshold && collector.enabled && young.threshold && !collector.collecting && !interpreter.pending)
        interpreter.breaker.fetch_or(Interpreter::CollectDue, std::memory_order_relaxed);
}

// What is asked for is what sys.getsizeof will say, side blocks apart, where the object cannot be asked yet: the type's own `size`, or the count, may
// look at fields that are not set. An object of one size says that of its type, even where its block is shorter (a datetime without a zone) or longer.
void recordFresh(Object* o, size_t bytes) {
    if (recording()) [[unlikely]] {
        const Type* type = o->type;
        recordAllocSized(o, type->size || type->itemSize ? bytes : preHeaderBytes(type) + static_cast<size_t>(type->basicSize));
    }
}

Object* finish(void* block, size_t headBytes, Type* type) {
    if (!block) {
        raiseMemoryError();
        return nullptr;
    }
    std::memset(block, 0, headBytes);
    Object* o = reinterpret_cast<Object*>(static_cast<char*>(block) + headBytes);
    o->refcount = 1;
    o->type = type;
    if (isHeapType(type)) incref(type);
    return o;
}

}

Object* allocateObject(Type* type, size_t bytes) {
    size_t head = preHeaderBytes(type);
    Object* o = finish(heap.allocate(head + bytes), head, type);
    if (o) recordFresh(o, head + bytes);
    return o;
}

Object* allocateGcObject(Type* type, size_t bytes) {
    size_t head = preHeaderBytes(type);
    Object* o = finish(heap.allocate(head + bytes), head, type);
    if (!o) return nullptr;
    countYoung();
    recordFresh(o, head + bytes);
    return o;
}

VarObject* allocateVarObject(Type* type, size_t bytes, ssize count) {
    size_t head = preHeaderBytes(type);
    VarObject* o = static_cast<VarObject*>(finish(heap.allocate(head + bytes), head, type));
    if (!o) return nullptr;
    o->count = count;
    recordFresh(o, head + bytes);
    return o;
}

VarObject* allocateGcVarObject(Type* type, size_t bytes, ssize count) {
    size_t head = preHeaderBytes(type);
    VarObject* o = static_cast<VarObject*>(finish(heap.allocate(head + bytes), head, type));
    if (!o) return nullptr;
    o->count = count;
    countYoung();
    recordFresh(o, head + bytes);
    return o;
}

Owned typeAlloc(Type* type, ssize itemCount) {
    // One item more than asked for, as CPython: a sentinel for those who want one; sys.getsizeof does not count it.
    size_t items = type->itemSize ? static_cast<size_t>(type->itemSize) * static_cast<size_t>(itemCount + 1) : 0;
    size_t bytes = static_cast<size_t>(type->basicSize) + items;
    bytes = (bytes + 7) & ~size_t{7};
    if (hasFlag(type, InlineValues)) bytes += inlineValuesSize(type);
    size_t head = preHeaderBytes(type);
    Object* o = finish(heap.allocate(head + bytes), head, type);
    if (!o) return nullptr;
    std::memset(o + 1, 0, bytes - sizeof(Object));
    if (type->itemSize && !hasFlag(type, IntSubclass)) static_cast<VarObject*>(o)->count = itemCount;
    if (hasFlag(type, InlineValues)) initInlineValues(o, type);
    recordFresh(o, head + static_cast<size_t>(type->basicSize) + static_cast<size_t>(type->itemSize * itemCount));
    if (hasFlag(type, HaveGc)) {
        countYoung();
        gcTrack(o);
    }
    return Owned(o);
}

void freeObject(Object* o) {
    recordFree(o);
    Type* type = o->type;
    char* block = reinterpret_cast<char*>(o) - preHeaderBytes(type);
    if (isGcObject(o)) {
        if (isTracked(o)) gcUntrack(o);
        if (collector.generations[0].count > 0) --collector.generations[0].count;
    }
    heap.release(block);
}

void releaseFreeObject(Object* o) {
    if (collector.generations[0].count > 0) --collector.generations[0].count;
    heap.release(gcHead(o));
}

void clearAllFreeLists() {
    clearFreeFloats();
    clearFreeTuples();
    clearFreeLists();
    clearFreeDicts();
    clearFreeDictKeys();
}

void* allocateBlock(size_t bytes) {
    void* block = takeBlock(bytes);
    if (!block) raiseMemoryError();
    return block;
}

void* reallocateBlock(void* block, size_t bytes) {
    void* moved = resizeBlock(block, bytes);
    if (!moved) raiseMemoryError();
    return moved;
}

void releaseBlock(void* block) { giveBlock(block); }

bool wantRoom(uint64_t bytes) { return heap.hasRoomFor(bytes) || raiseMemoryError(); }

size_t sizeOfObject(Object* o) {
    Type* type = o->type;
    size_t size;
    if (type->size) {
        size = type->size(o);
    } else {
        size = static_cast<size_t>(type->basicSize);
        if (type->itemSize) size += static_cast<size_t>(type->itemSize) * static_cast<size_t>(static_cast<VarObject*>(o)->count);
    }
    if (isGcObject(o)) size += sizeof(GcHead);
    if (hasFlag(type, ManagedDict | ManagedWeakref)) size += 16;
    return size;
}

}
