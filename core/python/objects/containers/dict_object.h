// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// dict: CPython 3.13's compact hash table: a table of small indices into a dense array of entries in order of insertion. Keys
// are a block of their own (DictKeys), which instances of a class share (a split table: the values then lie in the instance). A table whose
// keys are all str has entries of two words (key, value), another one of three (hash, key, value). Growth, sizes and iteration order as CPython.

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct DictEntry {
    int64_t hash;
    Object *key, *value;
}; // general tables
struct UnicodeEntry {
    Object *key, *value;
}; // tables of str keys

// The head of the keys block: as CPython's PyDictKeysObject; the index table and the entries follow.
struct DictKeys {
    uint64_t refcount;
    uint8_t log2Size, log2IndexBytes, kind /*0 general, 1 unicode, 2 split*/;
    uint32_t version;
    ssize usable, entryCount;
};

// The values of a split table, inline in the instance (after basicSize) or in a block of their own.
struct DictValues {
    uint8_t capacity, size, embedded, valid;
    Object* values[1]; // capacity of them; then `capacity` bytes: order of insertion
};

struct DictObject : Object {
    ssize used;
    uint64_t version;
    DictKeys* keys;
    DictValues* values; // split tables; null: combined
};

inline bool isDict(const Object* o) { return hasFlag(o, DictSubclass); }
inline bool isExactDict(const Object* o) { return o->type == types::Dict; }
inline DictObject* asDict(Object* o) { return static_cast<DictObject*>(o); }

OwnedOf<DictObject> newDict();
OwnedOf<DictObject> newPresizedDict(ssize entries, bool unicodeKeys = false);
// BUILD_MAP: keys[0], keys[stride] … with values[0], values[stride] …
Owned newDictOf(Object* const* keys, ssize keyStride, Object* const* values, ssize valueStride, ssize count);
// Borrowed value, or null: not there (then errorOccurred() tells whether hashing or comparing raised).
Object* dictFind(Object* dict, Object* key);
Object* dictFindHashed(Object* dict, Object* key, int64_t hash);
Object* dictFindText(Object* dict, const char* key);
bool dictSet(Object* dict, Object* key, Object* value); // shares both
bool dictSetHashed(Object* dict, Object* key, int64_t hash, Object* value);
bool dictSetText(Object* dict, const char* key, Object* value);
int dictDelete(Object* dict, Object* key); // 1 deleted, 0 not there (no exception), -1 exception
int dictContains(Object* dict, Object* key);
Owned dictSetDefault(Object* dict, Object* key, Object* value); // the value that is there afterwards
Owned dictPop(Object* dict, Object* key, bool* found);
void dictClear(Object* dict);
// In order. `position` starts at 0. Borrowed. false: at the end.
bool dictNext(Object* dict, ssize* position, Object** key, Object** value, int64_t* hash = nullptr);
bool dictMerge(Object* dict, Object* other, int override /*0 keep, 1 replace, 2 raise KeyError*/); // other: dict or mapping with keys()
bool dictUpdate(Object* dict, Object* other);                                                      // as dict.update(other): mapping or pairs
Owned dictCopy(Object* dict);
Owned dictKeysList(Object* dict);
Owned dictItemsList(Object* dict);
ssize dictLength(Object* dict);
// dict[key]: a new reference; __missing__ of a subclass, else KeyError.
Owned dictSubscript(Object* dict, Object* key);
// Key, value pairs: dict(pairs).
bool dictMergePairs(Object* dict, Object* pairs, bool override);

// dict.keys(), values(), items(): a view refers to its dict.
struct DictViewObject : Object {
    DictObject* dict;
};
inline DictViewObject* asDictView(Object* o) { return static_cast<DictViewObject*>(o); }
Owned newDictView(Type* viewType, Object* dict);

// The vm's caches: position of a str key in a keys block, -1: not there.
ssize dictKeysFind(DictKeys* keys, Object* str);
uint32_t dictKeysVersion(DictKeys* keys); // 0: cannot be cached; changes when the keys do
inline UnicodeEntry* unicodeEntries(DictKeys* k) {
    return reinterpret_cast<UnicodeEntry*>(reinterpret_cast<char*>(k + 1) + (size_t{1} << k->log2IndexBytes));
}
inline DictEntry* generalEntries(DictKeys* k) {
    return reinterpret_cast<DictEntry*>(reinterpret_cast<char*>(k + 1) + (size_t{1} << k->log2IndexBytes));
}

// ---- instances (attribute storage) -------------------------------------------------------------------------------
// A class's instances share DictKeys (Type::cachedKeys). While an instance has no dict of its own its values are inline.
inline DictValues* inlineValues(Object* o) { return reinterpret_cast<DictValues*>(reinterpret_cast<char*>(o) + o->type->basicSize); }
inline Object*& managedDict(Object* o) { return reinterpret_cast<Object**>(o)[-3]; }
inline Object*& managedWeakrefs(Object* o) { return reinterpret_cast<Object**>(o)[-4]; }
DictKeys* newSharedKeys(Type* type);
void releaseSharedKeys(DictKeys* keys);    // the class is gone: its reference to the keys
size_t inlineValuesSize(const Type* type); // bytes to allocate after basicSize
void initInlineValues(Object* o, Type* type);
// Stores or deletes (null) an attribute of an instance with inline values; falls over to a dict where the keys are full. Records.
bool storeInstanceAttribute(Object* o, Object* name, Object* value);
Object* findInlineAttribute(Object* o, Object* name); // borrowed or null; only where inline values are valid
Owned instanceDict(Object* o);                        // o.__dict__ of a managed or offset dict: made when first asked for
Object** instanceDictSlot(Object* o);                 // for types with dictOffset > 0; null: none
bool setInstanceDict(Object* o, Object* dict);        // o.__dict__ = dict; null: delete
bool detachInstanceDict(Object* o);                   // o.__dict__ is made, with values of its own (o.__class__ is about to change)
void clearInstanceAttributes(Object* o);              // dealloc and tp_clear of heap-type instances
int visitInstanceAttributes(Object* o, Visit visit, void* context);
void releaseSharedKeys(DictKeys* keys); // the class dies; instances' dicts may go on using the block

}
