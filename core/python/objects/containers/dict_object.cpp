// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/dict_object.h"

#include <cstring>

#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/free_lists.h"
#include "core/python/objects/model/quiet_allocation.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"

// The life of a dict: making, growing, setting, deleting. Finding is in dict_keys.cpp, what merges whole dicts in dict_merge.cpp.

namespace memtape {

namespace {

constexpr int freeListMaximum = 80;
DictObject* freeList[freeListMaximum];
int freeListCount = 0;
RuntimeCache dictFreeList([] { freeListCount = 0; });

}

void clearFreeDicts() {
    while (freeListCount > 0) releaseFreeObject(freeList[--freeListCount]);
}

DictObject* allocateDict(Type* type) {
    DictObject* d;
    if (freeListCount > 0) {
        d = freeList[--freeListCount];
        d->refcount = 1;
    } else {
        QuietAllocation quiet;
        d = static_cast<DictObject*>(allocateGcObject(type, sizeof(DictObject)));
        if (!d) return nullptr;
    }
    d->used = 0;
    d->version = 0;
    d->keys = emptyDictKeys;
    d->values = nullptr;
    recordAlloc(d);
    return d;
}

OwnedOf<DictObject> newDict() { return OwnedOf<DictObject>(allocateDict(types::Dict)); }

OwnedOf<DictObject> newPresizedDict(ssize entries, bool unicodeKeys) {
    if (entries <= usableFraction(8)) return newDict();
    constexpr ssize most = 128 * 1024; // larger ones grow as they are filled
    int log2 = entries > usableFraction(most) ? 17 : log2ForEntries(entries);
    DictKeys* keys = newDictKeys(log2, unicodeKeys);
    if (!keys) return nullptr;
    DictObject* d = allocateDict(types::Dict);
    if (!d) {
        freeKeysBlock(keys);
        return nullptr;
    }
    d->keys = keys;
    recordResize(d);
    return OwnedOf<DictObject>(d);
}

Owned newDictOf(Object* const* keys, ssize keyStride, Object* const* values, ssize valueStride, ssize count) {
    bool unicode = true;
    for (ssize i = 0; unicode && i < count; ++i) unicode = isExactStr(keys[i * keyStride]);
    Held<DictObject> d(newPresizedDict(count, unicode));
    if (!d) return nullptr;
    for (ssize i = 0; i < count; ++i)
        if (!dictSet(d.get(), keys[i * keyStride], values[i * valueStride])) return nullptr;
    return d.release();
}

// While recording: each entry is gone from the tape too before what its release may run.
static void dropEntriesRecorded(DictObject* d) {
    DictKeys* keys = d->keys;
    ssize told = 0; // entries before this one are no longer on the tape
    auto drop = [&](Object*& place, ssize i, CellKind kind) {
        if (!place) return;
        if (dropMayRunCode(place)) {
            for (; told < i; ++told)
                for (CellKind each : {CellKind::Key, CellKind::Value}) recordCell(d, each, static_cast<uint32_t>(told), nullptr);
            if (kind == CellKind::Value) recordCell(d, CellKind::Key, static_cast<uint32_t>(i), nullptr);
            recordCell(d, kind, static_cast<uint32_t>(i), nullptr);
        }
        clearField(place);
    };
    for (ssize i = 0; i < keys->entryCount; ++i) {
        drop(entryKey(keys, i), i, CellKind::Key);
        drop(entryValue(keys, i), i, CellKind::Value);
    }
}

void dictDealloc(Object* o) {
    DictObject* d = asDict(o);
    gcUntrack(o);
    DictValues* values = d->values;
    DictKeys* keys = d->keys;
    if (recording()) forgetSharer(d);
    if (values) {
        if (!values->embedded) {
            Dying dying(o);
            for (ssize i = 0; i < values->capacity; ++i) clearField(values->values[i]);
            d->values = nullptr;
            releaseBlock(values);
        }
        d->values = nullptr;
        d->keys = emptyDictKeys;
        releaseKeys(keys);
    } else if (keys != emptyDictKeys) {
        if (keys->refcount == 1) {
            // One by one out of the dict, which keeps its table while they go.
            if (recording()) {
                dropEntriesRecorded(d);
            } else {
                for (ssize i = 0; i < keys->entryCount; ++i) {
                    clearField(entryKey(keys, i));
                    clearField(entryValue(keys, i));
                }
            }
            keys->entryCount = 0;
        }
        d->keys = emptyDictKeys;
        releaseKeys(keys);
    }
    if (o->type == types::Dict && freeListCount < freeListMaximum) {
        recordFree(o);
        freeList[freeListCount++] = d;
        return;
    }
    freeObject(o);
}

size_t dictSize(Object* o) {
    DictObject* d = asDict(o);
    size_t size = static_cast<size_t>(o->type->basicSize);
    if (!d->keys) return size; // being made
    if (d->values) size += static_cast<size_t>(sharedUsable(d->keys)) * sizeof(Object*);
    if (d->keys->refcount == 1 && d->keys != emptyDictKeys) size += keysBytes(d->keys); // shared ones are the class's
    return size;
}

// ---- growing ---------------------------------------------------------------------------------------------------------

// An embedded dict goes its own way: its values leave the instance.
static void recordLeavesInstance(DictObject* d, Object* instance) {
    if (recording()) recordTruncate(instance, CellKind::Attribute, 0);
}

bool dictResize(DictObject* d, int log2Size, bool unicode) {
    DictKeys* old = d->keys;
    DictValues* oldValues = d->values;
    if (old->kind == GeneralKeys) unicode = false;
    DictKeys* keys = newDictKeys(log2Size, unicode);
    if (!keys) return false;
    ssize count = d->used;
    auto put = [&](ssize i, Object* key, Object* value, int64_t hash) {
        if (unicode) unicodeEntries(keys)[i] = {key, value};
        else generalEntries(keys)[i] = {hash, key, value};
    };
    bool compacted = false;
    if (oldValues) {
        // From a split table: the class keeps its references to the names, the dict has its own now.
        for (ssize i = 0; i < count; ++i) {
            ssize index = insertionOrder(oldValues)[i];
            Object* key = unicodeEntries(old)[index].key;
            incref(key);
            put(i, key, oldValues->values[index], asStr(key)->hash);
        }
    } else {
        compacted = count != old->entryCount;
        for (ssize i = 0, from = 0; from < old->entryCount; ++from) {
            Object* value = entryValue(old, from);
            if (!value) continue;
            put(i++, entryKey(old, from), value,
                old->kind == GeneralKeys ? generalEntries(old)[from].hash : asStr(unicodeEntries(old)[from].key)->hash);
        }
    }
    keys->usable -= count;
    keys->entryCount = count;
    putIndices(keys, count);
    d->keys = keys;
    if (oldValues) {
        d->values = nullptr;
        if (oldValues->embedded) {
            Object* instance = embeddingInstance(d);
            d->version = 0;
            oldValues->valid = 0;
            recordLeavesInstance(d, instance);
        } else {
            releaseBlock(oldValues);
        }
        releaseKeys(old);
        recordDictRefill(d);
    } else {
        if (old != emptyDictKeys) {
            // The references have moved; only the block goes.
            freeKeysBlock(old);
        }
        if (compacted) recordDictRefill(d);
    }
    recordResize(d);
    return true;
}

static bool grow(DictObject* d, bool unicode) { return dictResize(d, log2ForTable(static_cast<size_t>(d->used) * 3), unicode); }

static void putNewEntry(DictObject* d, Object* key, int64_t hash, Object* value) {
    DictKeys* keys = d->keys;
    keys->version = 0;
    ssize i = keys->entryCount;
    writeIndex(keys, findEmptyPlace(keys, hash), i);
    if (keys->kind == UnicodeKeys) unicodeEntries(keys)[i] = {key, value};
    else generalEntries(keys)[i] = {hash, key, value};
    --keys->usable;
    ++keys->entryCount;
    ++d->used;
    if (recording()) {
        recordCell(d, CellKind::Key, static_cast<uint32_t>(i), key);
        recordCell(d, CellKind::Value, static_cast<uint32_t>(i), value);
    }
}

bool dictInsertStealing(DictObject* d, Object* key, int64_t hash, Object* value) {
    trackDictFor(d, key, value);
    if (d->keys == emptyDictKeys) {
        DictKeys* keys = newDictKeys(dictMinimumLog2, isExactStr(key));
        if (!keys) goto Fail;
        d->keys = keys;
        recordResize(d);
        putNewEntry(d, key, hash, value);
        return true;
    }
    if (d->keys->kind != GeneralKeys && !isExactStr(key) && !grow(d, false)) goto Fail;
    if (d->values) {
        ssize i = insertSplitKey(d->keys, key, hash);
        if (i != indexEmpty) {
            Object* old = d->values->values[i];
            d->values->values[i] = value;
            if (!old) {
                addToOrder(d->values, i);
                ++d->used;
            }
            recordDictValue(d, i, value);
            decref(key);
            xdecref(old);
            return true;
        }
        if (!grow(d, true)) goto Fail; // no room in the shared keys
    }
    {
        Object* old = nullptr;
        ssize i;
        if (d->keys->kind == UnicodeKeys) {
            i = findUnicode(d->keys, key, hash); // an exact str: see above
            if (i >= 0) old = unicodeEntries(d->keys)[i].value;
        } else {
            Held<> heldKey, heldValue;
            if (recording() && !isExactStr(key)) {
                heldKey = Owned(key);
                heldValue = Owned(value);
            }
            i = findInDict(d, key, hash, &old);
            (void)heldKey.release();
            (void)heldValue.release();
        }
        if (i == indexError) goto Fail;
        if (!old) {
            if (d->keys->usable <= 0 && !grow(d, true)) goto Fail;
            putNewEntry(d, key, hash, value);
            return true;
        }
        if (old == value) {
            decref(old);
            decref(key);
            return true;
        }
        entryValue(d->keys, i) = value;
        recordDictValue(d, i, value);
        if (recording() && dropMayRunCode(old)) {
            Held<> heldKey{Owned(key)};
            decref(old);
        } else {
            decref(old);
            decref(key);
        }
        return true;
    }
Fail:
    decref(value);
    decref(key);
    return false;
}

bool dictSetHashed(Object* dict, Object* key, int64_t hash, Object* value) {
    incref(key);
    incref(value);
    return dictInsertStealing(asDict(dict), key, hash, value);
}

bool dictSet(Object* dict, Object* key, Object* value) {
    int64_t hash = keyHash(key);
    if (hash == -1) return false;
    return dictSetHashed(dict, key, hash, value);
}

bool dictSetText(Object* dict, const char* key, Object* value) {
    Ref<> name = internStr(key);
    return name && value && dictSet(dict, name, value); // null: it could not be made
}

// ---- finding ---------------------------------------------------------------------------------------------------------

Object* dictFindHashed(Object* dict, Object* key, int64_t hash) {
    Object* value;
    return findInDict(asDict(dict), key, hash, &value) >= 0 ? value : nullptr;
}

Object* dictFind(Object* dict, Object* key) {
    int64_t hash = keyHash(key);
    return hash == -1 ? nullptr : dictFindHashed(dict, key, hash);
}

Object* dictFindText(Object* dict, const char* key) {
    Ref<> name = newStr(key);
    return name ? dictFind(dict, name) : nullptr;
}

int dictContains(Object* dict, Object* key) {
    int64_t hash = keyHash(key);
    if (hash == -1) return -1;
    Object* value;
    ssize i = findInDict(asDict(dict), key, hash, &value);
    return i == indexError ? -1 : i >= 0 && value;
}

ssize dictLength(Object* dict) { return asDict(dict)->used; }

bool dictNext(Object* dict, ssize* position, Object** key, Object** value, int64_t* hash) {
    DictObject* d = asDict(dict);
    ssize i = *position;
    if (i < 0) return false;
    if (d->values) {
        if (i >= d->used) return false;
        ssize index = insertionOrder(d->values)[i];
        *position = i + 1;
        Object* name = unicodeEntries(d->keys)[index].key;
        if (key) *key = name;
        if (value) *value = d->values->values[index];
        if (hash) *hash = strHash(name);
        return true;
    }
    DictKeys* keys = d->keys;
    while (i < keys->entryCount && !entryValue(keys, i)) ++i;
    if (i >= keys->entryCount) return false;
    *position = i + 1;
    if (key) *key = entryKey(keys, i);
    if (value) *value = entryValue(keys, i);
    if (hash) *hash = entryHash(keys, i);
    return true;
}

// ---- taking out ------------------------------------------------------------------------------------------------------

Object* dictTakeEntry(DictObject* d, int64_t hash, ssize index) {
    --d->used;
    if (d->values) {
        Object* value = d->values->values[index];
        d->values->values[index] = nullptr;
        removeFromOrder(d->values, index);
        recordDictValue(d, index, nullptr);
        return value;
    }
    DictKeys* keys = d->keys;
    keys->version = 0;
    writeIndex(keys, placeOfEntry(keys, hash, index), indexDummy);
    Object *key = entryKey(keys, index), *value = entryValue(keys, index);
    entryKey(keys, index) = entryValue(keys, index) = nullptr;
    if (keys->kind == GeneralKeys) generalEntries(keys)[index].hash = 0;
    if (recording()) {
        recordCell(d, CellKind::Key, static_cast<uint32_t>(index), nullptr);
        recordCell(d, CellKind::Value, static_cast<uint32_t>(index), nullptr);
        if (dropMayRunCode(key)) {
            Held<> held{Owned(value)};
            decref(key);
            return held.release().pointer;
        }
    }
    decref(key);
    return value;
}

int dictDelete(Object* dict, Object* key) {
    int64_t hash = keyHash(key);
    if (hash == -1) return -1;
    DictObject* d = asDict(dict);
    Object* value;
    ssize i = findInDict(d, key, hash, &value);
    if (i == indexError) return -1;
    if (i == indexEmpty || !value) return 0;
    decref(dictTakeEntry(d, hash, i));
    return 1;
}

Owned dictPop(Object* dict, Object* key, bool* found) {
    DictObject* d = asDict(dict);
    *found = false;
    if (d->used == 0) return nullptr;
    int64_t hash = keyHash(key);
    if (hash == -1) return nullptr;
    Object* value;
    ssize i = findInDict(d, key, hash, &value);
    if (i < 0 || !value) return nullptr;
    *found = true;
    return Owned(dictTakeEntry(d, hash, i));
}

Owned dictSetDefault(Object* dict, Object* key, Object* value) {
    int64_t hash = keyHash(key);
    if (hash == -1) return nullptr;
    Object* present;
    ssize i = findInDict(asDict(dict), key, hash, &present);
    if (i == indexError) return nullptr;
    if (present) return newRef(present);
    DictObject* d = asDict(dict);
    if (d->keys->kind == GeneralKeys && d->keys != emptyDictKeys) {
        // It is known not to be there: it is not looked for, and compared, once more.
        if (d->keys->usable <= 0 && !grow(d, false)) return nullptr;
        trackDictFor(d, key, value);
        putNewEntry(d, newRef(key).pointer, hash, newRef(value).pointer);
        return newRef(value);
    }
    if (!dictSetHashed(dict, key, hash, value)) return nullptr;
    return newRef(value);
}

void dictClear(Object* dict) {
    DictObject* d = asDict(dict);
    DictKeys* keys = d->keys;
    DictValues* values = d->values;
    if (keys == emptyDictKeys) return;
    if (!values) {
        d->keys = emptyDictKeys;
        d->used = 0;
        recordTruncate(d, CellKind::Key, 0);
        recordTruncate(d, CellKind::Value, 0);
        recordResize(d);
        releaseKeys(keys);
        return;
    }
    Object* taken[256];
    ssize count = 0;
    for (ssize i = values->capacity; --i >= 0;) { // dropped from the first on
        if (values->values[i]) taken[count++] = values->values[i];
        values->values[i] = nullptr;
    }
    values->size = 0;
    d->used = 0;
    if (values->embedded) {
        if (recording()) recordTruncate(embeddingInstance(d), CellKind::Attribute, 0);
        dropReferences(taken, count);
        return;
    }
    d->values = nullptr;
    d->keys = emptyDictKeys;
    recordTruncate(d, CellKind::Value, 0);
    dropReferences(taken, count);
    releaseBlock(values);
    releaseKeys(keys);
    recordResize(d);
}

// ---- lists of what is in it ------------------------------------------------------------------------------------------

Owned dictKeysList(Object* dict) {
    OwnedOf<ListObject> made = newListWithRoom(dictLength(dict));
    if (!made) return nullptr;
    ListObject* list = made.pointer;
    ssize position = 0;
    for (Object *key, *value; dictNext(dict, &position, &key, &value);) {
        incref(key);
        list->items[list->count++] = key;
    }
    recordCells(list);
    return made;
}

Owned dictItemsList(Object* dict) {
    ssize count = dictLength(dict);
    Held<ListObject> list(newList(count));
    if (!list) return nullptr;
    for (ssize i = 0; i < count; ++i) {
        OwnedOf<TupleObject> pair = newTuple(2);
        if (!pair) return nullptr;
        list->items[i] = pair.pointer;
    }
    if (count != dictLength(dict)) return dictItemsList(dict); // making the pairs ran a collection that changed the dict
    ssize position = 0, i = 0;
    for (Object *key, *value; dictNext(dict, &position, &key, &value); ++i) {
        TupleObject* pair = asTuple(list->items[i]);
        incref(key);
        incref(value);
        pair->items[0] = key;
        pair->items[1] = value;
        recordCells(pair);
    }
    recordCells(list.get());
    return list.release();
}

// ---- the type --------------------------------------------------------------------------------------------------------

int dictTraverse(Object* o, Visit visit, void* context) {
    DictObject* d = asDict(o);
    if (d->values) {
        if (d->values->embedded) return 0; // the instance visits them
        for (ssize i = 0; i < d->values->capacity; ++i)
            if (d->values->values[i])
                if (int stop = visit(d->values->values[i], context)) return stop;
        return 0;
    }
    for (ssize i = 0; i < d->keys->entryCount; ++i) {
        Object* value = entryValue(d->keys, i);
        if (!value) continue;
        if (int stop = visit(value, context)) return stop;
        if (d->keys->kind == GeneralKeys)
            if (int stop = visit(entryKey(d->keys, i), context)) return stop;
    }
    return 0;
}

void dictCells(Object* o, CellVisitor& visitor) {
    DictObject* d = asDict(o);
    if (d->values) {
        if (d->values->embedded) return;
        for (ssize i = 0; i < d->values->capacity; ++i) visitor.visit(CellKind::Value, static_cast<uint32_t>(i), d->values->values[i]);
        return;
    }
    // Keys first, then values: runs of neighbours are written together.
    for (ssize i = 0; i < d->keys->entryCount; ++i) visitor.visit(CellKind::Key, static_cast<uint32_t>(i), entryKey(d->keys, i));
    for (ssize i = 0; i < d->keys->entryCount; ++i) visitor.visit(CellKind::Value, static_cast<uint32_t>(i), entryValue(d->keys, i));
}

namespace {

Owned dictCreate(Type* type, Args) {
    if (type == types::Dict) return newDict();
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    DictObject* d = asDict(made.pointer);
    d->used = 0;
    d->version = 0;
    d->keys = emptyDictKeys;
    d->values = nullptr;
    return made;
}

}

void defineDictType(Type* t) {
    t->name = "dict";
    t->basicSize = sizeof(DictObject);
    t->flags = BaseType | HaveGc | DictSubclass | IsMapping | MatchSelf;
    t->doc =
        "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\n"
        "dict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\n"
        "dict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)";
    t->dealloc = dictDealloc;
    t->traverse = dictTraverse;
    t->clear = dictClear;
    t->cells = dictCells;
    t->size = dictSize;
    t->repr = dictRepr;
    t->hash = hashNotImplementedSlot;
    t->richCompare = dictCompare;
    t->iter = dictIter;
    t->create = dictCreate;
    t->init = dictInit;
    t->bitOr = dictOr;
    t->inplaceOr = dictInplaceOr;
    t->contains = dictContainsSlot;
    t->mappingLength = dictLength;
    t->subscript = dictSubscript;
    t->setSubscript = dictSetSubscript;
    t->methods = dictMethods;
}

}
