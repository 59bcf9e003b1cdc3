// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"

// Whole dicts at once: copying, merging, updating.

namespace memtape {

// A keys block like that of `source`, entry for entry.
static DictKeys* cloneKeys(DictKeys* source) {
    DictKeys* keys = newDictKeys(source->log2Size, source->kind != GeneralKeys);
    if (!keys) return nullptr;
    std::memcpy(static_cast<void*>(keys), source, keysBytes(source));
    keys->refcount = 1;
    keys->version = 0;
    for (ssize i = 0; i < keys->entryCount; ++i) {
        xincref(entryKey(keys, i));
        xincref(entryValue(keys, i));
    }
    return keys;
}

static bool iteratesAsDict(Object* o) { return o->type->iter == dictIter; }

Owned dictCopy(Object* dict) {
    DictObject* d = asDict(dict);
    if (d->used == 0) return newDict();
    if (d->values) {
        DictValues* from = d->values;
        DictValues* values = newDictValues(from->capacity);
        if (!values) return nullptr;
        DictObject* copy = allocateDict(types::Dict);
        if (!copy) {
            releaseBlock(values);
            return nullptr;
        }
        std::memcpy(static_cast<void*>(values->values), from->values, valuesBytes(from->capacity) - 8);
        values->size = from->size;
        for (ssize i = 0; i < values->capacity; ++i) xincref(values->values[i]);
        copy->values = values;
        copy->keys = d->keys;
        shareKeysWith(d->keys, copy);
        copy->used = d->used;
        if (isTracked(d)) gcTrack(copy);
        recordResize(copy);
        recordCells(copy);
        return Owned(copy);
    }
    if (iteratesAsDict(dict) && d->used >= (d->keys->entryCount * 2) / 3) {
        DictKeys* keys = cloneKeys(d->keys);
        if (!keys) return nullptr;
        DictObject* copy = allocateDict(types::Dict);
        if (!copy) {
            releaseKeys(keys);
            return nullptr;
        }
        copy->keys = keys;
        copy->used = d->used;
        if (isTracked(d)) gcTrack(copy);
        recordResize(copy);
        recordCells(copy);
        return Owned(copy);
    }
    Held<DictObject> copy(newDict());
    if (!copy || !dictMerge(copy, dict, 1)) return nullptr;
    return copy.release();
}

static bool mergeDict(DictObject* d, DictObject* other, int override) {
    if (other == d || other->used == 0) return true;
    if (d->used == 0) override = 1;
    DictKeys* keys = other->keys;
    if (!d->values && d->used == 0 && !other->values && other->used == keys->entryCount &&
        (keys->log2Size == dictMinimumLog2 || usableFraction(keysTableSize(keys) / 2) < other->used)) {
        DictKeys* clone = cloneKeys(keys);
        if (!clone) return false;
        DictKeys* old = d->keys;
        d->keys = clone;
        d->used = other->used;
        if (isTracked(other) && !isTracked(d)) gcTrack(d);
        recordDictRefill(d);
        recordResize(d);
        releaseKeys(old);
        return true;
    }
    // One growth at the start, as if no key were in both.
    if (usableFraction(keysTableSize(d->keys)) < other->used && !dictResize(d, log2ForEntries(d->used + other->used), keys->kind != GeneralKeys))
        return false;
    ssize entries = other->keys->entryCount, position = 0;
    int64_t hash;
    for (Object *key, *value; dictNext(other, &position, &key, &value, &hash);) {
        bool ok;
        if (override == 1 || (isExactStr(key) && d->keys->kind != GeneralKeys && findUnicode(d->keys, key, hash) == indexEmpty)) {
            incref(key);
            incref(value);
            ok = dictInsertStealing(d, key, hash, value);
        } else {
            Held<> heldKey(newRef(key)), heldValue(newRef(value));
            Object* present;
            ssize i = findInDict(d, key, hash, &present);
            if (i == indexError) return false;
            ok = true;
            if (!present) ok = dictSetHashed(d, key, hash, value);
            else if (override == 2) return raiseObject(exc::KeyError, key);
        }
        if (!ok) return false;
        if (entries != other->keys->entryCount) return raise(exc::RuntimeError, "dict mutated during update");
    }
    return true;
}

bool dictMerge(Object* dict, Object* other, int override) {
    if (isDict(other) && iteratesAsDict(other)) return mergeDict(asDict(dict), asDict(other), override);
    Held<> keys(callMethod(other, names::keys));
    if (!keys) return false;
    if (!isList(keys.get())) { // as PyMapping_Keys: a list of them first
        Held<> iterator(getIter(keys));
        if (!iterator) {
            if (errorMatches(exc::TypeError)) {
                clearError();
                return raise(exc::TypeError, "{}.keys() returned a non-iterable (type {})", other->type->name, keys->type->name);
            }
            return false;
        }
        keys = sequenceToList(iterator);
        if (!keys) return false;
    }
    Held<> iterator(getIter(keys));
    if (!iterator) return false;
    for (;;) {
        Held<> key(nextOf(iterator));
        if (!key) return !errorOccurred();
        if (override != 1) {
            int present = dictContains(dict, key);
            if (present < 0) return false;
            if (present) {
                if (override == 0) continue;
                return raiseObject(exc::KeyError, key);
            }
        }
        Held<> value(getItem(other, key));
        if (!value || !dictSet(dict, key, value)) return false;
    }
}

bool dictMergePairs(Object* dict, Object* pairs, bool override) {
    Held<> iterator(getIter(pairs));
    if (!iterator) return false;
    for (ssize i = 0;; ++i) {
        Held<> item(nextOf(iterator));
        if (!item) return !errorOccurred();
        Held<> fast;
        if (isExactList(item.get()) || isExactTuple(item.get())) {
            fast = newRef(item);
        } else {
            fast = sequenceToList(item);
            if (!fast) {
                if (errorMatches(exc::TypeError)) {
                    clearError();
                    return raise(exc::TypeError, "cannot convert dictionary update sequence element #{} to a sequence", i);
                }
                return false;
            }
        }
        ssize count = static_cast<VarObject*>(fast.get())->count;
        if (count != 2) return raise(exc::ValueError, "dictionary update sequence element #{} has length {}; 2 is required", i, count);
        Object** parts = isList(fast.get()) ? asList(fast.get())->items : asTuple(fast.get())->items;
        Held<> key(newRef(parts[0])), value(newRef(parts[1]));
        if (override) {
            if (!dictSet(dict, key, value)) return false;
        } else {
            Ref<> present = dictSetDefault(dict, key, value);
            if (!present) return false;
        }
    }
}

bool dictUpdate(Object* dict, Object* other) {
    if (isExactDict(other)) return dictMerge(dict, other, 1);
    bool failed = false;
    Held<> keys(findAttr(other, names::keys, &failed));
    if (failed) return false;
    if (keys) {
        keys.reset();
        return dictMerge(dict, other, 1);
    }
    return dictMergePairs(dict, other, true);
}

}
