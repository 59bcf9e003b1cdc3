// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/itertools/itertools_objects.h"
#include "core/python/objects/classes/generic_alias.h"

// groupby and tee: iterators that give out iterators over what they share.

namespace memtape {
void clearWeakReferences(Object* o);
}

namespace memtape::itertools {

namespace {

// ---- groupby -------------------------------------------------------------------------------------------------------------

Owned groupByCreate(Type* type, Args args) {
    Object* given[2] = {nullptr, None};
    if (!parseArgs("groupby", args, "iterable | key", given)) return nullptr;
    Held<> iterator(getIter(given[0]));
    if (!iterator) return nullptr;
    GroupByObject* g = newInstance<GroupByObject>(type);
    if (!g) return nullptr;
    g->iterator = iterator.release().pointer;
    g->keyFunction = newRef(given[1]).pointer;
    return finishObject(g);
}

bool step(GroupByObject* g) {
    Held<> value(nextOf(g->iterator));
    if (!value) return false;
    Held<> key(isNone(g->keyFunction) ? newRef(value) : call(g->keyFunction, value));
    if (!key) return false;
    setField(g, g->currentValue, value.release());
    setField(g, g->currentKey, key.release());
    return true;
}

// Compares two keys that may be replaced meanwhile.
int sameKey(Object* a, Object* b) {
    Held<> x(newRef(a)), y(newRef(b));
    return richCompareBool(x, y, Comparison::Eq);
}

Owned groupByNext(Object* o) {
    GroupByObject* g = static_cast<GroupByObject*>(o);
    g->currentGrouper = nullptr;
    for (;;) { // skip what is left of the group before
        if (g->currentKey) {
            if (!g->targetKey) break;
            int same = sameKey(g->targetKey, g->currentKey);
            if (same < 0) return nullptr;
            if (!same) break;
        }
        if (!step(g) || !checkBreaker()) return nullptr;
    }
    setField(g, g->targetKey, newRef(g->currentKey));
    GrouperObject* grouper = newInstance<GrouperObject>(GrouperType);
    if (!grouper) return nullptr;
    grouper->parent = static_cast<GroupByObject*>(newRef(g).pointer);
    grouper->targetKey = newRef(g->targetKey).pointer;
    g->currentGrouper = grouper;
    Held<> held(finishObject(grouper));
    return packTuple(g->currentKey, held.get());
}

Owned grouperCreate(Type* type, Args args) {
    if (!checkArgCount("_grouper", args.count, 2, 2)) return nullptr;
    if (args[0]->type != GroupByType) return raise(exc::TypeError, "incorrect usage of internal _grouper");
    GrouperObject* grouper = newInstance<GrouperObject>(type);
    if (!grouper) return nullptr;
    grouper->parent = static_cast<GroupByObject*>(newRef(args[0]).pointer);
    grouper->targetKey = newRef(args[1]).pointer;
    grouper->parent->currentGrouper = grouper;
    return finishObject(grouper);
}

Owned grouperNext(Object* o) {
    GrouperObject* grouper = static_cast<GrouperObject*>(o);
    GroupByObject* g = grouper->parent;
    if (g->currentGrouper != grouper) return nullptr;
    if (!g->currentValue && !step(g)) return nullptr;
    if (sameKey(grouper->targetKey, g->currentKey) <= 0) return nullptr; // an exception, or the group's end
    if (!g->currentValue) return nullptr;
    Held<> value(newRef(g->currentValue));
    dropField(g, g->currentValue);
    dropField(g, g->currentKey);
    return value.release();
}

const Field groupByFields[] = {{"iterator", offsetof(GroupByObject, iterator)},          {"key function", offsetof(GroupByObject, keyFunction)},
                               {"target key", offsetof(GroupByObject, targetKey)},       {"current key", offsetof(GroupByObject, currentKey)},
                               {"current value", offsetof(GroupByObject, currentValue)}, {}};
const Field grouperFields[] = {{"parent", offsetof(GrouperObject, parent)}, {"target key", offsetof(GrouperObject, targetKey)}, {}};

// ---- tee -----------------------------------------------------------------------------------------------------------------

TeeDataObject* asData(Object* o) { return static_cast<TeeDataObject*>(o); }
TeeObject* asTee(Object* o) { return static_cast<TeeObject*>(o); }

Owned newTeeData(Object* iterator) {
    TeeDataObject* d = newInstance<TeeDataObject>(TeeDataType);
    if (!d) return nullptr;
    d->iterator = newRef(iterator).pointer;
    return finishObject(d);
}

void dataCells(Object* o, CellVisitor& visitor) {
    TeeDataObject* d = asData(o);
    visitor.visit(CellKind::Field, 0, d->iterator);
    visitor.visit(CellKind::Field, 1, d->next);
    visitItems(visitor, d->values, d->count);
}
int dataTraverse(Object* o, Visit visit, void* context) {
    TeeDataObject* d = asData(o);
    if (d->iterator)
        if (int stop = visit(d->iterator, context)) return stop;
    for (int i = 0; i < d->count; ++i)
        if (d->values[i])
            if (int stop = visit(d->values[i], context)) return stop;
    return d->next ? visit(d->next, context) : 0;
}
void dataClear(Object* o) {
    TeeDataObject* d = asData(o);
    if (d->iterator) clearField(d->iterator);
    for (int i = 0; i < d->count; ++i)
        if (d->values[i]) clearField(d->values[i]);
    // A long chain that only we have goes block by block, not by recursion.
    Object* next = d->next;
    d->next = nullptr;
    while (next && next->refcount == 1) {
        Object* following = asData(next)->next;
        asData(next)->next = nullptr;
        decref(next);
        next = following;
    }
    if (next) decref(next);
}
void dataDealloc(Object* o) {
    gcUntrack(o);
    {
        Dying dying(o);
        dataClear(o);
    }
    freeObject(o);
}

// The i-th value of the block, read from the iterator if it is the next one.
Owned dataValue(TeeDataObject* d, ssize i) {
    if (i < d->count) return newRef(d->values[i]);
    if (d->running) return raise(exc::RuntimeError, "cannot re-enter the tee iterator");
    d->running = 1;
    Owned value = nextOf(d->iterator);
    d->running = 0;
    if (!value) return nullptr;
    d->values[d->count] = value.pointer;
    recordCell(d, CellKind::Item, static_cast<uint32_t>(d->count), value.pointer);
    ++d->count;
    return newRef(value.pointer);
}

Owned dataFollowing(TeeDataObject* d) {
    if (!d->next) {
        Owned made = newTeeData(d->iterator);
        if (!made) return nullptr;
        setField(d, d->next, made);
    }
    return newRef(d->next);
}

Owned teeNext(Object* o) {
    TeeObject* t = asTee(o);
    if (t->index >= TeeDataObject::length) {
        Owned following = dataFollowing(t->data);
        if (!following) return nullptr;
        setField(t, t->data, OwnedOf<TeeDataObject>(asData(following.pointer)));
        t->index = 0;
    }
    Owned value = dataValue(t->data, t->index);
    if (value) ++t->index;
    return value;
}

Owned teeCopy(Object* o) {
    TeeObject* copy = newInstance<TeeObject>(o->type);
    if (!copy) return nullptr;
    copy->data = asData(newRef(asTee(o)->data).pointer);
    copy->index = asTee(o)->index;
    return finishObject(copy);
}

Owned teeOf(Object* iterable) {
    Held<> iterator(getIter(iterable));
    if (!iterator) return nullptr;
    if (isInstance(iterator, TeeType)) return teeCopy(iterator);
    Held<> data(newTeeData(iterator));
    if (!data) return nullptr;
    TeeObject* t = newInstance<TeeObject>(TeeType);
    if (!t) return nullptr;
    t->data = asData(data.release().pointer);
    return finishObject(t);
}

Owned teeCreate(Type*, Args args) {
    if (!checkNoKeywords("_tee", args) || !checkArgCount("_tee", args.count, 1, 1)) return nullptr;
    return teeOf(args[0]);
}

void teeDealloc(Object* o) {
    gcUntrack(o);
    if (asTee(o)->weakrefs) clearWeakReferences(o);
    {
        Dying dying(o);
        if (asTee(o)->data) clearField(asTee(o)->data);
    }
    freeObject(o);
}

const Field teeFields[] = {{"data", offsetof(TeeObject, data)}, {}};
const Field dataFields[] = {{"iterator", offsetof(TeeDataObject, iterator)}, {"next", offsetof(TeeDataObject, next)}, {}};
const MethodDef teeMethods[] = {{"__copy__", teeCopy}, {"__reduce__", teeReduce}, {"__setstate__", teeSetState}, {}};
const MethodDef dataMethods[] = {{"__reduce__", teeDataReduce}, {}};
const MethodDef groupByMethods[] = {
    {"__class_getitem__", classGetItem, NativeBinding::Class}, {"__reduce__", groupByReduce}, {"__setstate__", groupBySetState}, {}};
const MethodDef grouperMethods[] = {{"__reduce__", grouperReduce}, {}};

}

Owned teeFunction(Object*, Args args) {
    ssize n = 2;
    if (args.count > 1) {
        n = argumentAsSize(args[1]);
        if (n == -1 && errorOccurred()) return nullptr;
    }
    if (n < 0) return raise(exc::ValueError, "n must be >= 0");
    Held<TupleObject> result(newTuple(n));
    if (!result || n == 0) return result.release();
    Held<> iterator(getIter(args[0]));
    if (!iterator) return nullptr;
    bool failed = false;
    Held<> copyFunction(findAttr(iterator, names::dunderCopy, &failed));
    if (failed) return nullptr;
    Held<> first(copyFunction ? iterator.release() : teeOf(iterator));
    if (!first) return nullptr;
    if (!copyFunction) {
        copyFunction = getAttr(first, names::dunderCopy);
        if (!copyFunction) return nullptr;
    }
    replaceItem(result.get(), 0, first.release().pointer);
    for (ssize i = 1; i < n; ++i) {
        Owned copy = call(copyFunction);
        if (!copy) return nullptr;
        replaceItem(result.get(), i, copy.pointer);
    }
    return result.release();
}

void defineGroupBy(Type* t) {
    describeIteratorClass(
        t, "itertools.groupby", sizeof(GroupByObject), groupByCreate, groupByNext, groupByFields, groupByMethods,
        "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n"
        "  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.");
}
void defineGrouper(Type* t) {
    describeIteratorClass(t, "itertools._grouper", sizeof(GrouperObject), grouperCreate, grouperNext, grouperFields, grouperMethods, nullptr);
    t->flags = HaveGc;
}
void defineTee(Type* t) {
    describeIteratorClass(t, "itertools._tee", sizeof(TeeObject), teeCreate, teeNext, teeFields, teeMethods, "Iterator wrapped to make it copyable.");
    t->flags = HaveGc;
    t->weaklistOffset = offsetof(TeeObject, weakrefs);
    t->dealloc = teeDealloc;
}
void defineTeeData(Type* t) {
    t->name = "itertools._tee_dataobject";
    t->basicSize = sizeof(TeeDataObject);
    t->flags = HaveGc;
    t->create = teeDataCreate;
    t->methods = dataMethods;
    t->doc = "Data container common to multiple tee objects.";
    t->fields = dataFields;
    t->traverse = dataTraverse;
    t->clear = dataClear;
    t->cells = dataCells;
    t->dealloc = dataDealloc;
}

}
