// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hash table of set and frozenset: open addressing in the order of CPython 3.13 (up to nine neighbours in a row, then a jump), kept less than 3/5 full.
// A deleted entry holds `setDummy` with hash −1; a new
// key takes the last such entry that its search has come by.

#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/model/recording.h"

namespace memtape {

extern Object* const setDummy; // never counted, never seen by a program

inline SetObject* asSet(Object* o) { return static_cast<SetObject*>(o); }
inline bool isExactAnySet(const Object* o) { return o->type == types::Set || o->type == types::FrozenSet; }
inline bool isLive(const SetEntry& e) { return e.key && e.key != setDummy; }

SetObject* allocateSetOf(Type* type);                            // empty, tracked; any subclass
Owned newSetOfType(Type* type, Object* iterableOrNull);          // set, frozenset or a subclass
Owned newSetOfBase(Type* type, Object* iterableOrNull);          // set or frozenset, whichever the type derives from
SetEntry* setFindEntry(SetObject* s, Object* key, int64_t hash); // an unused one where it is not there; null: exception
bool setAddHashed(SetObject* s, Object* key, int64_t hash);      // shares key
int setContainsHashed(SetObject* s, Object* key, int64_t hash);
int setDiscardHashed(SetObject* s, Object* key, int64_t hash); // 1 discarded, 0 not there, −1
bool setResizeTable(SetObject* s, ssize minimumUsed);
bool setMerge(SetObject* s, SetObject* other);
void setClear(Object* set);
void setSwapBodies(SetObject* a, SetObject* b);
// After many deletions: dummies are thrown out where they are more than a quarter.
bool setDropDummies(SetObject* s);

// The set operations (set_operations.cpp): new references.
Owned setIntersection(SetObject* s, Object* other);
Owned setDifference(SetObject* s, Object* other);
Owned setSymmetricDifference(SetObject* s, Object* other);
bool setDifferenceUpdate(SetObject* s, Object* other);
bool setSymmetricDifferenceUpdate(SetObject* s, Object* other);
bool setIntersectionUpdate(SetObject* s, Object* other);
int setIsSubset(SetObject* s, Object* other);
int setIsSuperset(SetObject* s, Object* other);
int setIsDisjoint(SetObject* s, Object* other);
int setContainsAny(SetObject* s, Object* key); // `in`: a set as key is looked for as a frozenset

}
