// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

// Iterators that are a sequence and an index, and iter(callable, sentinel). An iterator that has come to its end lets go of its sequence and
// stays at its end, whatever is appended later.

namespace memtape {

static_assert(sizeof(IndexIteratorObject) == 32 && sizeof(CallableIteratorObject) == 32);

Owned returnSelf(Object* self) { return newRef(self); }

Owned builtinNamed(const char* name) {
    Object* found = interpreter.builtins ? dictFindText(interpreter.builtins, name) : nullptr;
    if (found) return newRef(found);
    if (errorOccurred()) return nullptr;
    return raise(exc::AttributeError, "{}", name);
}

Owned newIndexIterator(Type* type, Object* sequence, ssize index) {
    IndexIteratorObject* it = newPlainObject<IndexIteratorObject>(type);
    if (!it) return nullptr;
    it->index = index;
    it->sequence = newRef(sequence).pointer;
    return finishObject(it);
}

Owned newSequenceIterator(Object* sequence) { return newIndexIterator(types::SequenceIterator, sequence, 0); }

Owned newCallableIterator(Object* callable, Object* sentinel) {
    CallableIteratorObject* it = newPlainObject<CallableIteratorObject>(types::CallableIterator);
    if (!it) return nullptr;
    it->callable = newRef(callable).pointer;
    it->sentinel = newRef(sentinel).pointer;
    return finishObject(it);
}

namespace {

IndexIteratorObject* asIndexed(Object* o) { return static_cast<IndexIteratorObject*>(o); }

Owned listNext(Object* o) {
    IndexIteratorObject* it = asIndexed(o);
    if (!it->sequence) return nullptr;
    ListObject* list = asList(it->sequence);
    if (it->index < list->count) return newRef(list->items[it->index++]);
    it->index = -1;
    dropField(it, it->sequence);
    return nullptr;
}

// At the list's beginning it keeps the list, as CPython's does; only where the list has become too short it lets it go.
Owned listReverseNext(Object* o) {
    IndexIteratorObject* it = asIndexed(o);
    if (it->index < 0 || !it->sequence) return nullptr;
    ListObject* list = asList(it->sequence);
    if (it->index < list->count) return newRef(list->items[it->index--]);
    it->index = -1;
    dropField(it, it->sequence);
    return nullptr;
}

Owned tupleNext(Object* o) {
    IndexIteratorObject* it = asIndexed(o);
    if (!it->sequence) return nullptr;
    TupleObject* t = asTuple(it->sequence);
    if (it->index < t->count) return newRef(t->items[it->index++]);
    dropField(it, it->sequence);
    return nullptr;
}

Owned sequenceNext(Object* o) {
    IndexIteratorObject* it = asIndexed(o);
    if (!it->sequence) return nullptr;
    if (it->index == PTRDIFF_MAX) return raise(exc::OverflowError, "iter index too large");
    Owned item = getItemAt(it->sequence, it->index);
    if (item) {
        ++it->index;
        return item;
    }
    if (errorMatches(exc::IndexError) || errorMatches(exc::StopIteration)) {
        clearError();
        if (it->sequence) dropField(it, it->sequence);
    }
    return nullptr;
}

Owned callableNext(Object* o) {
    CallableIteratorObject* it = static_cast<CallableIteratorObject*>(o);
    if (!it->callable) return nullptr;
    Held<> result(call(it->callable));
    if (result && it->sentinel) {
        int end = richCompareBool(it->sentinel, result, Comparison::Eq);
        if (end == 0) return result.release();
        if (end > 0) {
            if (it->callable) dropField(it, it->callable);
            if (it->sentinel) dropField(it, it->sentinel);
        }
    } else if (!result && errorMatches(exc::StopIteration)) {
        clearError();
        if (it->callable) dropField(it, it->callable);
        if (it->sentinel) dropField(it, it->sentinel);
    }
    return nullptr;
}

// ---- methods -----------------------------------------------------------------------------------------------------------

Owned indexHint(Object* o) {
    IndexIteratorObject* it = asIndexed(o);
    if (!it->sequence) return newInt(0);
    ssize left = static_cast<VarObject*>(it->sequence)->count - it->index;
    return newInt(left > 0 ? left : 0);
}
Owned reverseHint(Object* o) {
    IndexIteratorObject* it = asIndexed(o);
    ssize left = it->index + 1;
    return newInt(!it->sequence || asList(it->sequence)->count < left ? 0 : left);
}
Owned sequenceHint(Object* o) {
    IndexIteratorObject* it = asIndexed(o);
    if (!it->sequence) return newInt(0);
    if (!it->sequence->type->sequenceLength && !it->sequence->type->mappingLength) return notImplemented();
    ssize length = lengthOf(it->sequence);
    if (length < 0) return nullptr;
    return newInt(length > it->index ? length - it->index : 0);
}

Owned reduceIndexed(Object* o, Object* emptyStandIn) {
    IndexIteratorObject* it = asIndexed(o);
    Ref<> iter = builtinNamed("iter");
    if (!iter) return nullptr;
    if (!it->sequence) {
        Ref<> args = packTuple(emptyStandIn);
        if (!args) return nullptr;
        return packTuple(iter.get(), args.get());
    }
    Ref<> args = packTuple(it->sequence);
    Ref<> index = newInt(it->index);
    if (!args || !index) return nullptr;
    return packTuple(iter.get(), args.get(), index.get());
}
Owned listReduce(Object* o) {
    Ref<> empty = newList(0);
    if (!empty) return nullptr;
    return reduceIndexed(o, empty);
}
Owned listReverseReduce(Object* o) {
    IndexIteratorObject* it = asIndexed(o);
    Ref<> list = it->index < 0 ? Ref<>(newList(0)) : Ref<>::share(it->sequence);
    Ref<> reversed = builtinNamed("reversed");
    Ref<> args = list && reversed ? Ref<>(packTuple(list.get())) : Ref<>();
    if (!args) return nullptr;
    if (it->index < 0) return packTuple(reversed.get(), args.get());
    Ref<> index = newInt(it->index);
    return index ? packTuple(reversed.get(), args.get(), index.get()) : nullptr;
}
Owned tupleReduce(Object* o) { return reduceIndexed(o, emptyTuple); }

Owned callableReduce(Object* o) {
    CallableIteratorObject* it = static_cast<CallableIteratorObject*>(o);
    Ref<> iter = builtinNamed("iter");
    if (!iter) return nullptr;
    Ref<> args = it->callable && it->sentinel ? packTuple(it->callable, it->sentinel) : packTuple(emptyTuple);
    if (!args) return nullptr;
    return packTuple(iter.get(), args.get());
}

Owned setState(Object* o, Object* state) {
    IndexIteratorObject* it = asIndexed(o);
    if (!isInt(state)) return raise(exc::TypeError, "an integer is required");
    int64_t index;
    if (!intToInt64(state, &index)) return nullptr;
    if (!it->sequence) return newNone();
    bool reversed = o->type == types::ListReverseIterator;
    if (o->type == types::ListIterator || o->type == types::TupleIterator || reversed) {
        ssize count = static_cast<VarObject*>(it->sequence)->count;
        ssize low = reversed ? -1 : 0, high = reversed ? count - 1 : count;
        index = index < low ? low : index > high ? high : index;
    } else if (index < 0) {
        index = 0;
    }
    it->index = index;
    return newNone();
}

const Field indexFields[] = {{"sequence", offsetof(IndexIteratorObject, sequence)}, {}};
const Field callableFields[] = {
    {"callable", offsetof(CallableIteratorObject, callable)}, {"sentinel", offsetof(CallableIteratorObject, sentinel)}, {}};
const MethodDef listMethods[] = {{"__length_hint__", indexHint}, {"__reduce__", listReduce}, {"__setstate__", setState}, {}};
const MethodDef reverseMethods[] = {{"__length_hint__", reverseHint}, {"__reduce__", listReverseReduce}, {"__setstate__", setState}, {}};
const MethodDef tupleMethods[] = {{"__length_hint__", indexHint}, {"__reduce__", tupleReduce}, {"__setstate__", setState}, {}};
const MethodDef sequenceMethods[] = {{"__length_hint__", sequenceHint}, {"__reduce__", tupleReduce}, {"__setstate__", setState}, {}};
const MethodDef callableMethods[] = {{"__reduce__", callableReduce}, {}};

}

void describeIterator(Type* t, const char* name, size_t size, const Field* fields, UnaryFunc next, const MethodDef* methods) {
    t->name = name;
    t->basicSize = static_cast<ssize>(size);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = fields;
    t->iter = returnSelf;
    t->iterNext = next;
    t->methods = methods;
}

void describeIteratorClass(Type* t, const char* name, size_t size, NewFunc create, UnaryFunc next, const Field* fields, const MethodDef* methods,
                           const char* doc) {
    describeIterator(t, name, size, fields, next, methods);
    t->flags = HaveGc | BaseType;
    t->create = create;
    t->doc = doc;
}

void defineListIteratorType(Type* t) { describeIterator(t, "list_iterator", sizeof(IndexIteratorObject), indexFields, listNext, listMethods); }
void defineListReverseIteratorType(Type* t) {
    describeIterator(t, "list_reverseiterator", sizeof(IndexIteratorObject), indexFields, listReverseNext, reverseMethods);
}
void defineTupleIteratorType(Type* t) { describeIterator(t, "tuple_iterator", sizeof(IndexIteratorObject), indexFields, tupleNext, tupleMethods); }
void defineSequenceIteratorType(Type* t) { describeIterator(t, "iterator", sizeof(IndexIteratorObject), indexFields, sequenceNext, sequenceMethods); }
void defineCallableIteratorType(Type* t) {
    describeIterator(t, "callable_iterator", sizeof(CallableIteratorObject), callableFields, callableNext, callableMethods);
}

}
