// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct SetEntry {
    Object* key;
    int64_t hash;
};

// Layout, probing and growth as CPython 3.13's PySetObject (a small table of 8 entries inside the object).
struct SetObject : Object {
    ssize fill, used, mask;
    SetEntry* table;
    int64_t hash; // frozenset: -1 not yet
    ssize finger; // for pop()
    SetEntry smallTable[8];
    Object* weakrefs;
};

inline bool isAnySet(const Object* o) { return isInstance(o, types::Set) || isInstance(o, types::FrozenSet); }

Owned newSet(Object* iterableOrNull);
Owned newFrozenSet(Object* iterableOrNull);
bool setAdd(Object* set, Object* key);
int setContains(Object* set, Object* key);
int setDiscard(Object* set, Object* key);
bool setUpdate(Object* set, Object* iterable);
bool setNext(Object* set, ssize* position, Object** key, int64_t* hash = nullptr);
ssize setLength(Object* set);

}
