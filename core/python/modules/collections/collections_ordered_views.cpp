// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/collections/collections_ordered.h"
#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/protocol/protocol.h"

// OrderedDict's views (those of dict with another order) and its iterator, which goes along the list of keys.

namespace memtape {

namespace {

struct OrderedIteratorObject : Object {
    int64_t parts;
    OrderedDictObject* dict;
    ssize size;
    size_t state;
    TupleObject* result; // of an iterator of items, used again
    Object* current;     // the key that comes next; null: at the end
};
static_assert(sizeof(OrderedIteratorObject) == 64);

OrderedIteratorObject* asIterator(Object* o) { return static_cast<OrderedIteratorObject*>(o); }

// The key that comes next, and the iterator one further; null: at the end or exception.
Owned nextKey(OrderedIteratorObject* it) {
    OrderedDictObject* d = it->dict;
    if (!d) return nullptr;
    if (!it->current) {
        dropField(it, it->dict);
        return nullptr;
    }
    if (d->state != it->state || d->used != it->size) {
        bool resized = d->used != it->size && d->state == it->state;
        dropField(it, it->dict);
        return raise(exc::RuntimeError, "OrderedDict {} during iteration", resized ? "changed size" : "mutated");
    }
    Held<> dict(newRef(d)), key(newRef(it->current)); // __hash__ and __eq__ may go on with the same iterator
    int64_t hash = keyHash(key);
    OrderedNode* node = hash == -1 ? nullptr : orderedFind(d, key, hash);
    if (!node) {
        if (!errorOccurred()) raiseObject(exc::KeyError, key);
        if (it->current) dropField(it, it->current);
        return nullptr;
    }
    OrderedNode* following = it->parts & OrderedReversed ? node->previous : node->next;
    if (following) setField(it, it->current, newRef(following->key));
    else if (it->current) dropField(it, it->current);
    return key.release();
}

Owned orderedNext(Object* o) {
    OrderedIteratorObject* it = asIterator(o);
    Owned next = nextKey(it);
    if (!next || !(it->parts & OrderedValues)) return next;
    Held<> key(next);
    if (!it->dict) return nullptr; // used up meanwhile
    Held<> dict(newRef(it->dict)), value(getItem(dict, key));
    if (!value || !(it->parts & OrderedKeys)) return value.release();
    TupleObject* pair = it->result;
    if (!pair || pair->refcount != 1) return packTuple(key.get(), value.get());
    incref(pair);
    Object *oldKey = pair->items[0], *oldValue = pair->items[1];
    pair->items[0] = newRef(key).pointer;
    pair->items[1] = newRef(value).pointer;
    recordCell(pair, CellKind::Item, 0, key);
    recordCell(pair, CellKind::Item, 1, value);
    decref(oldKey);
    decref(oldValue);
    if (!isTracked(pair)) gcTrack(pair);
    return Owned(pair);
}

Owned orderedReduce(Object* o) {
    OrderedIteratorObject* it = asIterator(o);
    OrderedIteratorObject* copy = newPlainObject<OrderedIteratorObject>(o->type);
    if (!copy) return nullptr;
    copy->parts = it->parts;
    copy->size = it->size;
    copy->state = it->state;
    if (it->dict) copy->dict = asOrdered(newRef(it->dict).pointer);
    if (it->current) copy->current = newRef(it->current).pointer;
    if (it->result) copy->result = asTuple(packTuple(None, None).pointer);
    Held<> held(finishObject(copy));
    Held<> rest(sequenceToList(held));
    if (!rest) return nullptr;
    Ref<> iter = builtinNamed("iter");
    if (!iter) return nullptr;
    Ref<> args = packTuple(rest.get());
    if (!args) return nullptr;
    return packTuple(iter.get(), args.get());
}

template <int parts> Owned viewIter(Object* o) { return newOrderedIterator(asDictView(o)->dict, parts); }

const Field iteratorFields[] = {{"dict", offsetof(OrderedIteratorObject, dict)},
                                {"result", offsetof(OrderedIteratorObject, result)},
                                {"current", offsetof(OrderedIteratorObject, current)},
                                {}};
const MethodDef iteratorMethods[] = {{"__reduce__", orderedReduce}, {}};
const MethodDef keysMethods[] = {{"__reversed__", viewIter<OrderedKeys | OrderedReversed>}, {}};
const MethodDef valuesMethods[] = {{"__reversed__", viewIter<OrderedValues | OrderedReversed>}, {}};
const MethodDef itemsMethods[] = {{"__reversed__", viewIter<OrderedKeys | OrderedValues | OrderedReversed>}, {}};

void defineView(Type* t, const char* name, Type* base, UnaryFunc iter, const MethodDef* methods) {
    t->name = name;
    t->base = base;
    t->basicSize = sizeof(DictViewObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = base->fields;
    t->iter = iter;
    t->methods = methods;
}

}

Owned newOrderedIterator(Object* dict, int parts) {
    OrderedDictObject* d = asOrdered(dict);
    OrderedIteratorObject* it = newPlainObject<OrderedIteratorObject>(orderedIteratorType);
    if (!it) return nullptr;
    it->parts = parts;
    if ((parts & (OrderedKeys | OrderedValues)) == (OrderedKeys | OrderedValues)) it->result = asTuple(packTuple(None, None).pointer);
    OrderedNode* node = parts & OrderedReversed ? d->last : d->first;
    it->current = node ? newRef(node->key).pointer : nullptr;
    it->size = d->used;
    it->state = d->state;
    it->dict = asOrdered(newRef(dict).pointer);
    return finishObject(it);
}

void defineOrderedIterator(Type* t) {
    describeIterator(t, "odict_iterator", sizeof(OrderedIteratorObject), iteratorFields, orderedNext, iteratorMethods);
}

void defineOrderedKeys(Type* t) { defineView(t, "odict_keys", types::DictKeysView, viewIter<OrderedKeys>, keysMethods); }
void defineOrderedValues(Type* t) { defineView(t, "odict_values", types::DictValuesView, viewIter<OrderedValues>, valuesMethods); }
void defineOrderedItems(Type* t) { defineView(t, "odict_items", types::DictItemsView, viewIter<OrderedKeys | OrderedValues>, itemsMethods); }

}
