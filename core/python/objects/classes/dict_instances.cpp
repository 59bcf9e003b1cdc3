// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/instance_layout.h"
#include "core/python/objects/protocol/protocol.h"

// Where instances of classes keep their attributes.
//
// All instances of a class share one block of names (split keys, at most 30). An instance's values lie behind it, in the order of the names;
// a byte for each says in which order they were set. A dict is made when `__dict__` is first asked for, and looks at the same values: it is
// "embedded", and what changes in it is recorded as the instance's attributes. It takes the values over (`valid` falls) when a
// name finds no room, when a key is no str, when the instance dies first, and when `__dict__` is replaced.

namespace memtape {

DictKeys* newSharedKeys(Type* type) {
    DictKeys* keys = newDictKeys(6, true);
    if (!keys) return nullptr;
    keys->kind = SplitKeys;
    keys->usable = sharedKeysMaximum;
    sharedKeysOwner(keys) = type;
    return keys;
}

// The dicts that share a class's names, as far as they were made while recording: their size follows the room that is left for names.
static std::unordered_map<DictObject*, DictKeys*> sharers;
static RuntimeCache sharersCache([] { sharers.clear(); });

void shareKeysWith(DictKeys* keys, DictObject* d) {
    shareKeys(keys);
    if (recording() && keys->kind == SplitKeys) sharers[d] = keys;
}
void forgetSharer(DictObject* d) { sharers.erase(d); }

static void recordSharersResized(DictKeys* keys) {
    std::vector<DictObject*> found;
    for (auto [d, shared] : sharers)
        if (shared == keys && d->keys == keys && d->values) found.push_back(d);
    std::sort(found.begin(), found.end());
    for (DictObject* d : found) recordResize(d);
}

size_t inlineValuesSize(const Type* type) { return valuesBytes(sharedUsable(type->cachedKeys)); }

void initInlineValues(Object* o, Type* type) {
    DictKeys* keys = type->cachedKeys;
    if (keys->usable > 1) { // each new instance of a class with few names leaves less room for more
        --keys->usable;
        if (recording()) recordSharersResized(keys);
    }
    ssize capacity = sharedUsable(keys);
    DictValues* values = inlineValues(o);
    values->capacity = static_cast<uint8_t>(capacity);
    values->size = 0;
    values->embedded = 1;
    values->valid = 1;
    std::memset(values->values, 0, static_cast<size_t>(capacity) * sizeof(Object*));
    managedDict(o) = nullptr;
}

void releaseSharedKeys(DictKeys* keys) {
    sharedKeysOwner(keys) = nullptr;
    releaseKeys(keys);
}

Object* findInlineAttribute(Object* o, Object* name) {
    // One of a subclass that hashes and compares as str does is the same name.
    const bool isName = isExactStr(name) || (name->type->hash == types::Str->hash && name->type->richCompare == types::Str->richCompare);
    if (!isName) return nullptr;
    ssize i = findUnicode(o->type->cachedKeys, name, strHash(name));
    return i >= 0 ? inlineValues(o)->values[i] : nullptr;
}

static DictObject* inlineDict(Object* o) { return static_cast<DictObject*>(managedDict(o)); }
static void recordManagedDict(Object* o) {
    if (recording()) recordCell(o, CellKind::Field, dictFieldIndex(o->type), managedDict(o));
}

// A dict that looks at the instance's values.
static DictObject* newEmbeddedDict(Object* o) {
    DictObject* d = allocateDict(types::Dict);
    if (!d) return nullptr;
    DictKeys* keys = o->type->cachedKeys;
    shareKeysWith(keys, d);
    d->keys = keys;
    d->values = inlineValues(o);
    d->used = d->values->size;
    d->version = reinterpret_cast<uint64_t>(o);
    for (ssize i = 0; i < d->used; ++i) {
        Object* value = d->values->values[insertionOrder(d->values)[i]];
        if (mayBeTracked(value)) {
            gcTrack(d);
            break;
        }
    }
    recordResize(d);
    return d;
}

bool storeInstanceAttribute(Object* o, Object* name, Object* value) {
    DictValues* values = inlineValues(o);
    DictObject* d = inlineDict(o);
    if (!values->valid) {
        // The values have moved into the dict (or there never was one: then it is made now).
        if (!d) {
            Ref<> made = instanceDict(o);
            if (!made) return false;
            d = inlineDict(o);
        }
        if (value) return dictSet(d, name, value);
        int deleted = dictDelete(d, name);
        if (deleted == 0) return raiseAttributeError(o, name);
        return deleted > 0;
    }
    ssize i = isExactStr(name) ? insertSplitKey(o->type->cachedKeys, name, strHash(name)) : indexEmpty;
    if (i == indexEmpty) {
        if (!value) return raiseAttributeError(o, name);
        if (d) return dictSet(d, name, value);
        // Not the instance's before it is complete.
        Ref<DictObject> made = Ref<DictObject>(OwnedOf<DictObject>(newEmbeddedDict(o)));
        if (!made || !dictSet(made.get(), name, value)) return false;
        managedDict(o) = made.releaseRaw();
        recordManagedDict(o);
        return true;
    }
    Object* old = values->values[i];
    if (!old && !value) return raiseAttributeError(o, name);
    if (value) incref(value);
    values->values[i] = value;
    if (!old) {
        addToOrder(values, i);
        if (d) ++d->used;
    } else if (!value) {
        removeFromOrder(values, i);
        if (d) --d->used;
    }
    if (d && value) trackDictFor(d, name, value);
    recordCell(o, CellKind::Attribute, static_cast<uint32_t>(i), value);
    if (old) decref(old);
    return true;
}

Object** instanceDictSlot(Object* o) {
    ssize offset = o->type->dictOffset;
    if (offset == 0) return nullptr;
    if (offset > 0) return reinterpret_cast<Object**>(reinterpret_cast<char*>(o) + offset);
    return hasFlag(o->type, ManagedDict) ? &managedDict(o) : nullptr;
}

// Tells whose keys the values of a dict go by, which is no reference of its own: it may outlive the instance.
static void recordKeysOwner(DictObject* d) {
    if (!recording()) return;
    if (Type* owner = sharedKeysOwner(d->keys)) recorder->payloadInt(granuleOf(d), granuleOf(owner));
}

// A dict of its own whose keys are the class's.
static DictObject* newSplitDict(Type* type) {
    DictKeys* keys = type->cachedKeys;
    if (!keys) return newDict().pointer;
    DictValues* values = newDictValues(sharedUsable(keys));
    if (!values) return nullptr;
    DictObject* d = allocateDict(types::Dict);
    if (!d) {
        releaseBlock(values);
        return nullptr;
    }
    shareKeysWith(keys, d);
    d->keys = keys;
    d->values = values;
    recordResize(d);
    recordKeysOwner(d);
    return d;
}

Owned instanceDict(Object* o) {
    Object** slot = instanceDictSlot(o);
    if (!slot) return raise(exc::AttributeError, "This object has no __dict__");
    if (!*slot) {
        DictObject* d;
        if (slot != &managedDict(o) || !hasFlag(o->type, ManagedDict)) {
            d = o->type->cachedKeys ? newSplitDict(o->type) : newDict().pointer;
            if (!d) return nullptr;
            *slot = d;
            recordField(o, static_cast<uint32_t>(o->type->dictOffset), d);
        } else {
            d = hasFlag(o->type, InlineValues) && inlineValues(o)->valid ? newEmbeddedDict(o) : newSplitDict(o->type);
            if (!d) return nullptr;
            *slot = d;
            recordManagedDict(o);
        }
    }
    return newRef(*slot);
}

// The dict gets a copy of the values; the instance has none any more.
static bool detachDict(DictObject* d, Object* o) {
    DictValues* inner = inlineValues(o);
    if (d->values != inner) return true;
    DictValues* copy = newDictValues(inner->capacity);
    if (!copy) return false;
    std::memcpy(static_cast<void*>(copy->values), inner->values, valuesBytes(inner->capacity) - 8);
    copy->size = inner->size;
    inner->valid = 0;
    inner->size = 0;
    std::memset(inner->values, 0, static_cast<size_t>(inner->capacity) * sizeof(Object*));
    d->values = copy;
    d->version = 0;
    recordTruncate(o, CellKind::Attribute, 0);
    recordKeysOwner(d);
    recordRefill(d, CellKind::Value);
    return true;
}

bool detachInstanceDict(Object* o) {
    Ref<> made = instanceDict(o);
    return made && detachDict(inlineDict(o), o);
}

// Drops the inline values, in the order of the names.
static void dropInlineValues(Object* o) {
    DictValues* values = inlineValues(o);
    values->valid = 0;
    if (values->size == 0) return;
    Dying dying(o);
    values->size = 0;
    for (ssize i = 0; i < values->capacity; ++i) {
        Object* value = values->values[i];
        if (!value) continue;
        values->values[i] = nullptr;
        recordCell(o, CellKind::Attribute, static_cast<uint32_t>(i), nullptr);
        decref(value);
    }
}

static bool replaceManagedDict(Object* o, Object* dictOrNull) {
    DictObject* old = inlineDict(o);
    if (hasFlag(o->type, InlineValues)) {
        if (old) {
            if (old->refcount == 1 && old->values == inlineValues(o)) {
                // Nobody else has the dict: it goes, and the values with it.
                managedDict(o) = dictOrNull;
                xincref(dictOrNull);
                recordManagedDict(o);
                DictKeys* keys = old->keys;
                old->values = nullptr;
                old->version = 0;
                old->used = 0;
                old->keys = emptyDictKeys;
                releaseKeys(keys);
                dropInlineValues(o);
                decref(old);
                return true;
            }
            if (!detachDict(old, o)) return false;
        } else {
            managedDict(o) = dictOrNull;
            xincref(dictOrNull);
            recordManagedDict(o);
            if (inlineValues(o)->valid) dropInlineValues(o);
            return true;
        }
    }
    managedDict(o) = dictOrNull;
    xincref(dictOrNull);
    recordManagedDict(o);
    if (old) decref(old);
    return true;
}

bool setInstanceDict(Object* o, Object* dict) {
    Object** slot = instanceDictSlot(o);
    if (!slot) return raise(exc::AttributeError, "This object has no __dict__");
    if (dict && !isDict(dict)) return raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '{}'", dict->type->name);
    if (hasFlag(o->type, ManagedDict)) return replaceManagedDict(o, dict);
    Object* old = *slot;
    xincref(dict);
    *slot = dict;
    recordField(o, static_cast<uint32_t>(o->type->dictOffset), dict);
    if (old) decref(old);
    return true;
}

void clearInstanceAttributes(Object* o) {
    if (hasFlag(o->type, ManagedDict) && !replaceManagedDict(o, nullptr)) {
        // No memory for a copy of the values: the dict becomes empty.
        clearError();
        if (DictObject* d = inlineDict(o)) {
            managedDict(o) = nullptr;
            d->values = nullptr;
            d->used = 0;
            d->version = 0;
            d->keys = emptyDictKeys;
            dropInlineValues(o);
            decref(d);
        }
    }
}

int visitInstanceAttributes(Object* o, Visit visit, void* context) {
    if (!hasFlag(o->type, ManagedDict)) return 0;
    if (hasFlag(o->type, InlineValues) && inlineValues(o)->valid) {
        // As CPython, the values alone: a dict that looks at them is not visited.
        DictValues* values = inlineValues(o);
        for (ssize i = 0; i < values->capacity; ++i)
            if (values->values[i])
                if (int stop = visit(values->values[i], context)) return stop;
        return 0;
    }
    return managedDict(o) ? visit(managedDict(o), context) : 0;
}

}
