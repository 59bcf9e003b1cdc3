// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

// The six iterators of dicts and their views. They stop with an error when the dict's size has changed. Those of items use their
// result tuple again as long as nobody else has kept it.

namespace memtape {

namespace {

struct DictIteratorObject : Object {
    DictObject* dict; // null: exhausted
    ssize used;       // size of the dict at the start; −1: it has changed
    ssize position;
    TupleObject* result;
    ssize remaining;
};
static_assert(sizeof(DictIteratorObject) == 56);

DictIteratorObject* asIterator(Object* o) { return static_cast<DictIteratorObject*>(o); }

Owned makeIterator(Type* type, Object* dict, bool reversed) {
    DictIteratorObject* it = newPlainObject<DictIteratorObject>(type);
    if (!it) return nullptr;
    DictObject* d = asDict(dict);
    it->dict = asDict(newRef(dict).pointer);
    it->used = it->remaining = d->used;
    if (reversed) it->position = d->values ? d->used - 1 : d->keys->entryCount - 1;
    if (type == types::DictItemIterator || type == types::DictReverseItemIterator) {
        Object* pair[2] = {None, None};
        Owned result = newTupleOf(pair, 2);
        if (!result) {
            gcTrack(it);
            decref(it);
            return nullptr;
        }
        it->result = asTuple(result.pointer);
    }
    return finishObject(it);
}

// Finds the next entry; false: at the end, or changed (then an exception is pending).
bool step(DictIteratorObject* it, bool reversed, Object** key, Object** value) {
    DictObject* d = it->dict;
    if (!d) return false;
    if (it->used != d->used) {
        raise(exc::RuntimeError, "dictionary changed size during iteration");
        it->used = -1; // for good
        return false;
    }
    bool found;
    if (!reversed) {
        found = dictNext(d, &it->position, key, value);
        if (found && it->remaining == 0) {
            raise(exc::RuntimeError, "dictionary keys changed during iteration");
            dropField(it, it->dict);
            return false;
        }
    } else {
        ssize i = it->position;
        found = false;
        if (i >= 0 && d->values) {
            ssize index = insertionOrder(d->values)[i];
            *key = unicodeEntries(d->keys)[index].key;
            *value = d->values->values[index];
            found = true;
        } else if (i >= 0 && i < d->keys->entryCount) {
            while (i >= 0 && !entryValue(d->keys, i)) --i;
            if (i >= 0) {
                *key = entryKey(d->keys, i);
                *value = entryValue(d->keys, i);
                found = true;
            }
        }
        it->position = i - 1;
    }
    if (!found) {
        dropField(it, it->dict);
        return false;
    }
    --it->remaining;
    return true;
}

template <bool reversed> Owned nextKey(Object* o) {
    Object *key, *value;
    return step(asIterator(o), reversed, &key, &value) ? newRef(key) : Owned(nullptr);
}
template <bool reversed> Owned nextValue(Object* o) {
    Object *key, *value;
    return step(asIterator(o), reversed, &key, &value) ? newRef(value) : Owned(nullptr);
}
template <bool reversed> Owned nextItem(Object* o) {
    DictIteratorObject* it = asIterator(o);
    Object *key, *value;
    if (!step(it, reversed, &key, &value)) return nullptr;
    TupleObject* pair = it->result;
    if (pair->refcount != 1) return packTuple(key, value);
    incref(pair);
    Object *oldKey = pair->items[0], *oldValue = pair->items[1];
    incref(key);
    incref(value);
    pair->items[0] = key;
    pair->items[1] = value;
    recordCell(pair, CellKind::Item, 0, key);
    recordCell(pair, CellKind::Item, 1, value);
    decref(oldKey);
    decref(oldValue);
    if (!isTracked(pair)) gcTrack(pair); // the collector may have left a tuple of atoms
    return Owned(pair);
}

Owned iteratorHint(Object* o) {
    DictIteratorObject* it = asIterator(o);
    return newInt(it->dict && it->used == it->dict->used ? it->remaining : 0);
}

Owned iteratorReduce(Object* o) {
    // A copy goes through what is left.
    DictIteratorObject* it = asIterator(o);
    DictIteratorObject* copy = newPlainObject<DictIteratorObject>(o->type);
    if (!copy) return nullptr;
    copy->used = it->used;
    copy->position = it->position;
    copy->remaining = it->remaining;
    if (it->dict) copy->dict = asDict(newRef(it->dict).pointer);
    if (it->result) {
        Object* pair[2] = {None, None};
        copy->result = asTuple(newTupleOf(pair, 2).pointer);
    }
    Held<> held(finishObject(copy));
    Held<> rest(sequenceToList(held));
    if (!rest) return nullptr;
    Ref<> iter = builtinNamed("iter");
    if (!iter) return nullptr;
    Ref<> args = packTuple(rest.get());
    if (!args) return nullptr;
    return packTuple(iter.get(), args.get());
}

const Field iteratorFields[] = {{"dict", offsetof(DictIteratorObject, dict)}, {"result", offsetof(DictIteratorObject, result)}, {}};
const MethodDef iteratorMethods[] = {{"__length_hint__", iteratorHint}, {"__reduce__", iteratorReduce}, {}};

void defineIterator(Type* t, const char* name, UnaryFunc next) {
    describeIterator(t, name, sizeof(DictIteratorObject), iteratorFields, next, iteratorMethods);
}

}

Owned newDictIterator(Type* type, Object* dict) { return makeIterator(type, dict, false); }
Owned newDictReverseIterator(Type* type, Object* dict) { return makeIterator(type, dict, true); }
Owned dictIter(Object* o) { return makeIterator(types::DictKeyIterator, o, false); }

void defineDictKeyIteratorType(Type* t) { defineIterator(t, "dict_keyiterator", nextKey<false>); }
void defineDictValueIteratorType(Type* t) { defineIterator(t, "dict_valueiterator", nextValue<false>); }
void defineDictItemIteratorType(Type* t) { defineIterator(t, "dict_itemiterator", nextItem<false>); }
void defineDictReverseKeyIteratorType(Type* t) { defineIterator(t, "dict_reversekeyiterator", nextKey<true>); }
void defineDictReverseValueIteratorType(Type* t) { defineIterator(t, "dict_reversevalueiterator", nextValue<true>); }
void defineDictReverseItemIteratorType(Type* t) { defineIterator(t, "dict_reverseitemiterator", nextItem<true>); }

}
