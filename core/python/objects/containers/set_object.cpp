// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/set_object.h"

#include <cstring>

#include "core/python/objects/containers/dict_keys.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/containers/set_table.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/quiet_allocation.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static_assert(sizeof(SetObject) == 200);

namespace {
Object dummyObject = {immortalRefcount, nullptr};
constexpr size_t linearProbes = 9;
constexpr ssize minimumTable = 8;
}
Object* const setDummy = &dummyObject;

// Goes along the places where a hash is looked for: visit(entry) until it returns true.
template <class V> static inline SetEntry* probeTable(SetEntry* table, size_t mask, int64_t hash, V visit) {
    size_t perturb = static_cast<size_t>(hash), i = perturb & mask;
    for (;;) {
        SetEntry* entry = table + i;
        size_t probes = i + linearProbes <= mask ? linearProbes : 0;
        do {
            if (visit(entry)) return entry;
            ++entry;
        } while (probes--);
        perturb >>= 5;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static bool isUnused(const SetEntry* e) { return e->hash == 0 && !e->key; }

// The entry of a key, or the unused one at which the search ended. `freeSlot`: the last deleted entry on the way, or null.
static SetEntry* findEntry(SetObject* s, Object* key, int64_t hash, SetEntry** freeSlot) {
    for (;;) {
        SetEntry* table = s->table;
        bool failed = false, changed = false;
        *freeSlot = nullptr;
        SetEntry* entry = probeTable(table, static_cast<size_t>(s->mask), hash, [&](SetEntry* e) {
            if (isUnused(e)) return true;
            if (e->hash != hash) {
                if (e->hash == -1) *freeSlot = e;
                return false;
            }
            Object* other = e->key;
            if (int plain = plainlyEqual(other, key); plain >= 0) return plain > 0;
            Held<> held(newRef(other));
            int equal = richCompareBool(other, key, Comparison::Eq);
            if (equal < 0) failed = true;
            else changed = table != s->table || e->key != other; // begin anew
            return equal != 0 || changed;
        });
        if (failed) return nullptr;
        if (!changed) return entry;
    }
}

SetEntry* setFindEntry(SetObject* s, Object* key, int64_t hash) {
    SetEntry* freeSlot;
    return findEntry(s, key, hash, &freeSlot);
}

static void insertClean(SetEntry* table, size_t mask, Object* key, int64_t hash) {
    SetEntry* entry = probeTable(table, mask, hash, [](SetEntry* e) { return e->key == nullptr; });
    entry->key = key;
    entry->hash = hash;
}

bool setResizeTable(SetObject* s, ssize minimumUsed) {
    size_t size = minimumTable;
    while (size <= static_cast<size_t>(minimumUsed)) size <<= 1;
    SetEntry* old = s->table;
    SetEntry* toRelease = old != s->smallTable ? old : nullptr;
    size_t oldMask = static_cast<size_t>(s->mask);
    SetEntry copy[minimumTable];
    SetEntry* table;
    if (size == minimumTable) {
        table = s->smallTable;
        if (table == old) {
            if (s->fill == s->used) return true; // no dummies: nothing to gain
            std::memcpy(copy, old, sizeof(copy));
            old = copy;
        }
    } else {
        table = static_cast<SetEntry*>(allocateBlock(size * sizeof(SetEntry)));
        if (!table) return false;
    }
    std::memset(table, 0, size * sizeof(SetEntry));
    s->mask = static_cast<ssize>(size - 1);
    s->table = table;
    s->fill = s->used;
    for (size_t i = 0; i <= oldMask; ++i)
        if (isLive(old[i])) insertClean(table, size - 1, old[i].key, old[i].hash);
    if (toRelease) releaseBlock(toRelease);
    recordRefill(s, CellKind::Item);
    recordResize(s);
    return true;
}

static ssize grownUse(const SetObject* s) { return s->used > 50000 ? s->used * 2 : s->used * 4; }

bool setAddHashed(SetObject* s, Object* key, int64_t hash) {
    Held<> held(newRef(key)); // from here on, as in CPython
    SetEntry* freeSlot;
    SetEntry* entry = findEntry(s, key, hash, &freeSlot);
    if (!entry || entry->key) return entry != nullptr;
    (void)held.release();
    if (freeSlot) {
        ++s->used;
        freeSlot->key = key;
        freeSlot->hash = hash;
        recordCell(s, CellKind::Item, static_cast<uint32_t>(freeSlot - s->table), key);
        return true;
    }
    ++s->fill;
    ++s->used;
    entry->key = key;
    entry->hash = hash;
    recordCell(s, CellKind::Item, static_cast<uint32_t>(entry - s->table), key);
    if (static_cast<size_t>(s->fill) * 5 < static_cast<size_t>(s->mask) * 3) return true;
    return setResizeTable(s, grownUse(s));
}

int setContainsHashed(SetObject* s, Object* key, int64_t hash) {
    SetEntry* entry = setFindEntry(s, key, hash);
    return entry ? entry->key != nullptr : -1;
}

int setDiscardHashed(SetObject* s, Object* key, int64_t hash) {
    SetEntry* entry = setFindEntry(s, key, hash);
    if (!entry) return -1;
    if (!entry->key) return 0;
    Object* old = entry->key;
    entry->key = setDummy;
    entry->hash = -1;
    --s->used;
    recordCell(s, CellKind::Item, static_cast<uint32_t>(entry - s->table), nullptr);
    decref(old);
    return 1;
}

bool setDropDummies(SetObject* s) {
    if (static_cast<size_t>(s->fill - s->used) <= static_cast<size_t>(s->mask) / 4) return true;
    return setResizeTable(s, grownUse(s));
}

bool setAdd(Object* set, Object* key) {
    int64_t hash = keyHash(key);
    return hash != -1 && setAddHashed(asSet(set), key, hash);
}
int setContains(Object* set, Object* key) {
    int64_t hash = keyHash(key);
    return hash == -1 ? -1 : setContainsHashed(asSet(set), key, hash);
}
int setDiscard(Object* set, Object* key) {
    int64_t hash = keyHash(key);
    return hash == -1 ? -1 : setDiscardHashed(asSet(set), key, hash);
}
ssize setLength(Object* set) { return asSet(set)->used; }

bool setNext(Object* set, ssize* position, Object** key, int64_t* hash) {
    SetObject* s = asSet(set);
    ssize i = *position;
    while (i <= s->mask && !isLive(s->table[i])) ++i;
    *position = i + 1;
    if (i > s->mask) return false;
    *key = s->table[i].key;
    if (hash) *hash = s->table[i].hash;
    return true;
}

bool setMerge(SetObject* s, SetObject* other) {
    if (other == s || other->used == 0) return true;
    if ((s->fill + other->used) * 5 >= s->mask * 3 && !setResizeTable(s, (s->used + other->used) * 2)) return false;
    if (s->fill == 0) {
        if (s->mask == other->mask && other->fill == other->used) {
            for (ssize i = 0; i <= other->mask; ++i) {
                if (!other->table[i].key) continue;
                incref(other->table[i].key);
                s->table[i] = other->table[i];
            }
        } else {
            for (ssize i = 0; i <= other->mask; ++i) {
                if (!isLive(other->table[i])) continue;
                incref(other->table[i].key);
                insertClean(s->table, static_cast<size_t>(s->mask), other->table[i].key, other->table[i].hash);
            }
        }
        s->fill = s->used = other->used;
        recordRefill(s, CellKind::Item);
        return true;
    }
    for (ssize i = 0; i <= other->mask; ++i)
        if (isLive(other->table[i]) && !setAddHashed(s, other->table[i].key, other->table[i].hash)) return false;
    return true;
}

bool setUpdate(Object* set, Object* iterable) {
    SetObject* s = asSet(set);
    if (isAnySet(iterable)) return setMerge(s, asSet(iterable));
    if (isExactDict(iterable)) {
        ssize count = dictLength(iterable);
        if ((s->fill + count) * 5 >= s->mask * 3 && !setResizeTable(s, (s->used + count) * 2)) return false;
        ssize position = 0;
        int64_t hash;
        for (Object* key; dictNext(iterable, &position, &key, nullptr, &hash);)
            if (!setAddHashed(s, key, hash)) return false;
        return true;
    }
    Held<> iterator(getIter(iterable));
    if (!iterator) return false;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return !errorOccurred();
        if (!setAdd(s, item) || !checkBreaker()) return false;
    }
}

void setClear(Object* set) {
    SetObject* s = asSet(set);
    if (s->fill == 0 && s->table == s->smallTable) return;
    // Empty first: dropping an item may lead back here.
    ssize count = 0, all = s->used;
    Object* few[minimumTable];
    Object** dropped = few;
    if (all > minimumTable) {
        dropped = static_cast<Object**>(std::malloc(static_cast<size_t>(all) * sizeof(Object*)));
        if (!dropped) return;
    }
    for (ssize i = s->mask; i >= 0; --i) // the first in the table is dropped first
        if (isLive(s->table[i])) dropped[count++] = s->table[i].key;
    SetEntry* table = s->table;
    std::memset(s->smallTable, 0, sizeof(s->smallTable));
    s->fill = s->used = 0;
    s->mask = minimumTable - 1;
    s->table = s->smallTable;
    s->hash = -1;
    if (table != s->smallTable) releaseBlock(table);
    recordTruncate(s, CellKind::Item, 0);
    recordResize(s);
    dropReferences(dropped, count);
    if (dropped != few) std::free(dropped);
}

void setSwapBodies(SetObject* a, SetObject* b) {
    std::swap(a->fill, b->fill);
    std::swap(a->used, b->used);
    std::swap(a->mask, b->mask);
    SetEntry* tableA = a->table == a->smallTable ? b->smallTable : a->table;
    SetEntry* tableB = b->table == b->smallTable ? a->smallTable : b->table;
    SetEntry copy[minimumTable];
    std::memcpy(copy, a->smallTable, sizeof(copy));
    std::memcpy(a->smallTable, b->smallTable, sizeof(copy));
    std::memcpy(b->smallTable, copy, sizeof(copy));
    a->table = tableB;
    b->table = tableA;
    bool frozen = isInstance(a, types::FrozenSet) && isInstance(b, types::FrozenSet);
    if (frozen) std::swap(a->hash, b->hash);
    else a->hash = b->hash = -1;
    for (SetObject* s : {a, b}) {
        recordRefill(s, CellKind::Item);
        recordResize(s);
    }
}

// ---- making ----------------------------------------------------------------------------------------------------------

SetObject* allocateSetOf(Type* type) {
    SetObject* s;
    if (type == types::Set || type == types::FrozenSet) {
        QuietAllocation quiet;
        s = static_cast<SetObject*>(allocateGcObject(type, sizeof(SetObject)));
        if (!s) return nullptr;
        std::memset(static_cast<void*>(static_cast<Object*>(s) + 1), 0, sizeof(SetObject) - sizeof(Object));
    } else {
        s = asSet(type->alloc(type, 0).pointer);
        if (!s) return nullptr;
    }
    s->mask = minimumTable - 1;
    s->table = s->smallTable;
    s->hash = -1;
    if (isExactAnySet(s)) {
        recordAlloc(s);
        gcTrack(s);
    }
    return s;
}

Owned newSetOfType(Type* type, Object* iterableOrNull) {
    SetObject* s = allocateSetOf(type);
    if (!s) return nullptr;
    Held<> held{Owned(s)};
    if (iterableOrNull && !setUpdate(s, iterableOrNull)) return nullptr;
    return held.release();
}

Owned newSetOfBase(Type* type, Object* iterableOrNull) {
    if (type != types::Set && type != types::FrozenSet) type = isSubtype(type, types::Set) ? types::Set : types::FrozenSet;
    return newSetOfType(type, iterableOrNull);
}

Owned newSet(Object* iterableOrNull) { return newSetOfType(types::Set, iterableOrNull); }
Owned newFrozenSet(Object* iterableOrNull) { return newSetOfType(types::FrozenSet, iterableOrNull); }

}
