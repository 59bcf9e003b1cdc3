// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/tuple_object.h"

#include <cstddef>
#include <cstring>
#include <string>

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/item_equals.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/free_lists.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static_assert(offsetof(TupleObject, items) == 24);

Object* emptyTuple = nullptr;

namespace {

// Blocks of dead tuples of length 1 … 20, linked through their first item.
constexpr ssize freeListLengths = 20;
constexpr int freeListMaximum = 2000;
struct FreeList {
    TupleObject* first;
    int count;
};
FreeList freeLists[freeListLengths + 1];

void dropFreeLists() {
    for (FreeList& list : freeLists) list = {};
}
RuntimeCache tupleFreeLists(dropFreeLists);

}

void clearFreeTuples() {
    for (FreeList& list : freeLists) {
        while (TupleObject* t = list.first) {
            list.first = reinterpret_cast<TupleObject*>(t->items[0]);
            releaseFreeObject(t);
        }
        list.count = 0;
    }
}

namespace {

// An untracked tuple whose items are not initialised.
TupleObject* allocateTuple(ssize count) {
    if (count <= freeListLengths) {
        FreeList& list = freeLists[count];
        if (TupleObject* t = list.first) {
            list.first = reinterpret_cast<TupleObject*>(t->items[0]);
            --list.count;
            t->refcount = 1;
            recordAlloc(t);
            return t;
        }
    }
    if (static_cast<size_t>(count) > (static_cast<size_t>(PTRDIFF_MAX) - sizeof(TupleObject)) / sizeof(Object*)) {
        raiseMemoryError();
        return nullptr;
    }
    return static_cast<TupleObject*>(allocateGcVarObject(types::Tuple, 24 + static_cast<size_t>(count) * sizeof(Object*), count));
}

Owned finishTuple(TupleObject* t) {
    gcTrack(t);
    recordCells(t);
    return Owned(t);
}

void tupleDealloc(Object* o) {
    TupleObject* t = asTuple(o);
    gcUntrack(o);
    for (ssize i = t->count; --i >= 0;) {
        if (recording() && t->items[i] && dropMayRunCode(t->items[i])) recordTruncate(t, CellKind::Item, static_cast<uint32_t>(i));
        clearField(t->items[i]);
    }
    if (o->type == types::Tuple && t->count <= freeListLengths && t->count > 0) {
        FreeList& list = freeLists[t->count];
        if (list.count < freeListMaximum) {
            recordFree(o);
            t->items[0] = list.first;
            list.first = t;
            ++list.count;
            return;
        }
    }
    freeObject(o);
}

int tupleTraverse(Object* o, Visit visit, void* context) {
    TupleObject* t = asTuple(o);
    for (ssize i = t->count; --i >= 0;)
        if (t->items[i])
            if (int stop = visit(t->items[i], context)) return stop;
    return 0;
}

void tupleCells(Object* o, CellVisitor& visitor) {
    TupleObject* t = asTuple(o);
    visitItems(visitor, t->items, t->count);
}

Owned tupleRepr(Object* o) {
    TupleObject* t = asTuple(o);
    if (t->count == 0) return newStr("()");
    int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr("(...)") : Owned(nullptr);
    std::string out = "(";
    for (ssize i = 0; i < t->count; ++i) {
        if (i > 0) out += ", ";
        if (!appendRepr(out, t->items[i])) {
            reprLeave(o);
            return nullptr;
        }
    }
    out += t->count > 1 ? ")" : ",)";
    reprLeave(o);
    return newStr(out);
}

// xxHash's mixing of the items' hashes, with CPython's constants.
int64_t tupleHash(Object* o) {
    constexpr uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
    TupleObject* t = asTuple(o);
    uint64_t sum = prime5;
    for (ssize i = 0; i < t->count; ++i) {
        int64_t lane = hashOf(t->items[i]);
        if (lane == -1) return -1;
        sum += static_cast<uint64_t>(lane) * prime2;
        sum = (sum << 31) | (sum >> 33);
        sum *= prime1;
    }
    sum += static_cast<uint64_t>(t->count) ^ (prime5 ^ 3527539u);
    return sum == static_cast<uint64_t>(-1) ? 1546275796 : static_cast<int64_t>(sum);
}

Owned tupleCompare(Object* a, Object* b, Comparison op) {
    if (!isTuple(a) || !isTuple(b)) return notImplemented();
    TupleObject *v = asTuple(a), *w = asTuple(b);
    ssize i = 0;
    for (; i < v->count && i < w->count; ++i) {
        int equal = richCompareBool(v->items[i], w->items[i], Comparison::Eq);
        if (equal < 0) return nullptr;
        if (!equal) break;
    }
    if (i >= v->count || i >= w->count) return newBool(answers(op, orderOf(v->count, w->count)));
    if (op == Comparison::Eq) return newBool(false);
    if (op == Comparison::Ne) return newBool(true);
    return richCompare(v->items[i], w->items[i], op);
}

ssize tupleLength(Object* o) { return asTuple(o)->count; }

int tupleContains(Object* o, Object* value) {
    TupleObject* t = asTuple(o);
    for (ssize i = 0; i < t->count; ++i)
        if (int equal = itemEquals(t->items[i], value)) return equal;
    return 0;
}

Owned tupleItem(Object* o, ssize i) {
    TupleObject* t = asTuple(o);
    if (i < 0 || i >= t->count) return raise(exc::IndexError, "tuple index out of range");
    return newRef(t->items[i]);
}

Owned tupleSubscript(Object* o, Object* key) {
    TupleObject* t = asTuple(o);
    if (isSlice(key)) {
        ssize start, stop, step;
        if (!sliceUnpack(key, &start, &stop, &step)) return nullptr;
        ssize count = sliceAdjust(t->count, &start, &stop, &step);
        if (count == 0) return newRef(emptyTuple);
        if (start == 0 && step == 1 && count == t->count && isExactTuple(o)) return newRef(o);
        TupleObject* result = allocateTuple(count);
        if (!result) return nullptr;
        for (ssize i = 0, from = start; i < count; ++i, from += step) {
            incref(t->items[from]);
            result->items[i] = t->items[from];
        }
        return finishTuple(result);
    }
    if (!key->type->index) return raise(exc::TypeError, "tuple indices must be integers or slices, not {}", key->type->name);
    ssize i = indexAsSize(key, exc::IndexError);
    if (i == -1 && errorOccurred()) return nullptr;
    if (i < 0) i += t->count;
    return tupleItem(o, i);
}

Owned tupleConcat(Object* a, Object* b) {
    TupleObject* v = asTuple(a);
    if (v->count == 0 && isExactTuple(b)) return newRef(b);
    if (!isTuple(b)) return raise(exc::TypeError, "can only concatenate tuple (not \"{}\") to tuple", b->type->name);
    TupleObject* w = asTuple(b);
    if (w->count == 0 && isExactTuple(a)) return newRef(a);
    ssize count = v->count + w->count;
    if (count == 0) return newRef(emptyTuple);
    TupleObject* result = allocateTuple(count);
    if (!result) return nullptr;
    for (ssize i = 0; i < v->count; ++i) {
        incref(v->items[i]);
        result->items[i] = v->items[i];
    }
    for (ssize i = 0; i < w->count; ++i) {
        incref(w->items[i]);
        result->items[v->count + i] = w->items[i];
    }
    return finishTuple(result);
}

Owned tupleRepeat(Object* o, ssize n) {
    TupleObject* t = asTuple(o);
    if ((t->count == 0 || n == 1) && isExactTuple(o)) return newRef(o);
    if (t->count == 0 || n <= 0) return newRef(emptyTuple);
    if (n > PTRDIFF_MAX / t->count) return raiseMemoryError();
    TupleObject* result = allocateTuple(t->count * n);
    if (!result) return nullptr;
    ssize at = 0;
    for (ssize round = 0; round < n; ++round)
        for (ssize i = 0; i < t->count; ++i) {
            incref(t->items[i]);
            result->items[at++] = t->items[i];
        }
    return finishTuple(result);
}

Owned tupleIndexMethod(Object* self, Args args) {
    TupleObject* t = asTuple(self);
    ssize start = 0, stop = PTRDIFF_MAX;
    if (!indexBounds(args, &start, &stop)) return nullptr;
    if (start < 0 && (start += t->count) < 0) start = 0;
    if (stop < 0) stop += t->count;
    if (stop > t->count) stop = t->count;
    for (ssize i = start; i < stop; ++i) {
        int equal = itemEquals(t->items[i], args[0]);
        if (equal < 0) return nullptr;
        if (equal) return newInt(i);
    }
    return raise(exc::ValueError, "tuple.index(x): x not in tuple");
}

Owned tupleCountMethod(Object* self, Object* value) {
    TupleObject* t = asTuple(self);
    ssize count = 0;
    for (ssize i = 0; i < t->count; ++i) {
        int equal = itemEquals(t->items[i], value);
        if (equal < 0) return nullptr;
        count += equal;
    }
    return newInt(count);
}

Owned tupleGetNewArgs(Object* self) {
    TupleObject* t = asTuple(self);
    Ref<> plain = newTupleOf(t->items, t->count);
    if (!plain) return nullptr;
    return packTuple(plain.get());
}

Owned tupleCreate(Type* type, Args args) {
    if (initIsOf(type, types::Tuple) && !checkNoKeywords("tuple", args)) return nullptr;
    if (!checkArgCount("tuple", args.count, 0, 1)) return nullptr;
    Owned made = args.count ? sequenceToTuple(args[0]) : newRef(emptyTuple);
    if (!made || type == types::Tuple) return made;
    Ref<TupleObject> plain = Ref<TupleObject>::steal(made.pointer);
    Owned instance = type->alloc(type, plain->count);
    if (!instance) return nullptr;
    TupleObject* t = asTuple(instance.pointer);
    for (ssize i = 0; i < plain->count; ++i) {
        incref(plain->items[i]);
        t->items[i] = plain->items[i];
    }
    recordCells(t);
    return instance;
}

Owned tupleIter(Object* o) { return newIndexIterator(types::TupleIterator, o, 0); }

const MethodDef tupleMethods[] = {
    {"__getnewargs__", tupleGetNewArgs},
    {"index", tupleIndexMethod, 1, 3},
    {"count", tupleCountMethod},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

}

OwnedOf<TupleObject> newTuple(ssize count) {
    if (count == 0) {
        incref(emptyTuple);
        return OwnedOf<TupleObject>(asTuple(emptyTuple));
    }
    TupleObject* t = allocateTuple(count);
    if (!t) return nullptr;
    std::memset(t->items, 0, static_cast<size_t>(count) * sizeof(Object*));
    gcTrack(t);
    return OwnedOf<TupleObject>(t);
}

Owned newTupleOf(Object* const* items, ssize count) {
    if (count == 0) return newRef(emptyTuple);
    for (ssize i = 0; i < count; ++i)
        if (!items[i]) return nullptr; // it could not be made
    TupleObject* t = allocateTuple(count);
    if (!t) return nullptr;
    for (ssize i = 0; i < count; ++i) {
        incref(items[i]);
        t->items[i] = items[i];
    }
    return finishTuple(t);
}

Owned newTupleStealing(Object** items, ssize count) {
    if (count == 0) return newRef(emptyTuple);
    TupleObject* t = allocateTuple(count);
    if (!t) {
        for (ssize i = 0; i < count; ++i) decref(items[i]);
        return nullptr;
    }
    std::memcpy(t->items, items, static_cast<size_t>(count) * sizeof(Object*));
    return finishTuple(t);
}

void defineTupleType(Type* t) {
    t->name = "tuple";
    t->basicSize = 24;
    t->itemSize = sizeof(Object*);
    t->flags = BaseType | HaveGc | TupleSubclass | IsSequence | MatchSelf;
    t->doc =
        "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is "
        "initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.";
    t->dealloc = tupleDealloc;
    t->traverse = tupleTraverse;
    t->cells = tupleCells;
    t->repr = tupleRepr;
    t->hash = tupleHash;
    t->richCompare = tupleCompare;
    t->iter = tupleIter;
    t->create = tupleCreate;
    t->sequenceLength = t->mappingLength = tupleLength;
    t->concat = tupleConcat;
    t->repeat = tupleRepeat;
    t->item = tupleItem;
    t->contains = tupleContains;
    t->subscript = tupleSubscript;
    t->methods = tupleMethods;
}

}
