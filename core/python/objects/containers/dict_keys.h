// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The keys block of a dict: a table of indices (1, 2 or 4 bytes each, by the table's size) into the entries that follow it. An index is −1 where the
// table is empty and −2 where something was deleted. Probing, growth and the points at which a table is made anew are CPython 3.13's,
// since they show in sys.getsizeof and in the number of `__eq__` calls.
//
// Who holds the keys: a dict its own block's; a class those of the block that its instances share, however many dicts and instances use it.

#include <cstdint>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

enum DictKind : uint8_t { GeneralKeys = 0, UnicodeKeys = 1, SplitKeys = 2 };

constexpr int dictMinimumLog2 = 3;
constexpr ssize indexEmpty = -1, indexDummy = -2, indexError = -3, indexChanged = -4;
constexpr ssize sharedKeysMaximum = 30;

extern DictKeys* const emptyDictKeys; // of every empty dict; never freed, never written to

inline size_t keysTableSize(const DictKeys* k) { return size_t{1} << k->log2Size; }
inline ssize usableFraction(size_t tableSize) { return static_cast<ssize>((tableSize << 1) / 3); }
int log2ForTable(size_t minimum);  // a table of at least so many indices
int log2ForEntries(ssize entries); // of at least so many entries

inline ssize readIndex(const DictKeys* k, size_t i) {
    const void* table = k + 1;
    if (k->log2Size < 8) return static_cast<const int8_t*>(table)[i];
    if (k->log2Size < 16) return static_cast<const int16_t*>(table)[i];
    if (k->log2Size < 32) return static_cast<const int32_t*>(table)[i];
    return static_cast<const int64_t*>(table)[i];
}
inline void writeIndex(DictKeys* k, size_t i, ssize value) {
    void* table = k + 1;
    if (k->log2Size < 8) static_cast<int8_t*>(table)[i] = static_cast<int8_t>(value);
    else if (k->log2Size < 16) static_cast<int16_t*>(table)[i] = static_cast<int16_t>(value);
    else if (k->log2Size < 32) static_cast<int32_t*>(table)[i] = static_cast<int32_t>(value);
    else static_cast<int64_t*>(table)[i] = value;
}

// The places in the table where a hash is looked for, one after the other.
struct Probe {
    size_t mask, perturb, place;
    Probe(const DictKeys* k, int64_t hash) : mask(keysTableSize(k) - 1), perturb(static_cast<size_t>(hash)), place(perturb & mask) {}
    void next() {
        perturb >>= 5;
        place = (place * 5 + perturb + 1) & mask;
    }
};

DictKeys* newDictKeys(int log2Size, bool unicode); // no entries yet; null: MemoryError pending
size_t keysBytes(const DictKeys* k);
inline void shareKeys(DictKeys* k) {
    if (k != emptyDictKeys) ++k->refcount;
}
void shareKeysWith(DictKeys* k, DictObject* d); // k of a class, and a dict that is being made
void forgetSharer(DictObject* d);               // at its death
void releaseKeys(DictKeys* k);                  // the last one drops the entries' references
void freeKeysBlock(DictKeys* k);                // the block alone
void putIndices(DictKeys* k, ssize count);      // after the entries were written: their indices, into an empty table
size_t findEmptyPlace(const DictKeys* k, int64_t hash);
size_t placeOfEntry(const DictKeys* k, int64_t hash, ssize index);

// ---- keys, of sets too: most are text or ints, whose hash and equality need no call
inline int64_t strHash(Object* str) {
    int64_t hash = asStr(str)->hash;
    return hash != -1 ? hash : hashStr(str);
}

// -1: exception pending (unhashable). May run `__hash__`.
inline int64_t keyHash(Object* key) {
    if (isExactStr(key)) return strHash(key);
    if (isExactInt(key) && isCompactInt(key)) return hashCompactInt(key);
    return hashOf(key);
}

// 1: the same object, or equal text or ints. 0: text or ints that differ. -1: richCompareBool() has to say, which may run `__eq__`.
inline int plainlyEqual(Object* a, Object* b) {
    if (a == b) return 1;
    if (a->type != b->type) return -1;
    if (a->type == types::Str) return strEquals(a, b);
    if (a->type != types::Int) return -1;
    if (isCompactInt(a) && isCompactInt(b)) return compactValue(a) == compactValue(b);
    return intCompare(a, b) == 0;
}

// ---- finding
// Whether the entry at `index` of a table of str keys has this very object as its key, which then is at no other place.
inline bool hasKeyAt(DictKeys* k, uint32_t index, const Object* key) {
    return k->kind == UnicodeKeys && index < static_cast<uint64_t>(k->entryCount) && unicodeEntries(k)[index].key == key;
}
// Index of an exact str in a table of str keys, or indexEmpty. Runs no Python code.
ssize findUnicode(const DictKeys* k, Object* key, int64_t hash);
// Index of any key in any table, or indexEmpty, indexError. May run `__eq__`.
ssize findInDict(DictObject* d, Object* key, int64_t hash, Object** value);

inline Object*& entryKey(DictKeys* k, ssize i) { return k->kind == GeneralKeys ? generalEntries(k)[i].key : unicodeEntries(k)[i].key; }
inline Object*& entryValue(DictKeys* k, ssize i) { return k->kind == GeneralKeys ? generalEntries(k)[i].value : unicodeEntries(k)[i].value; }
inline int64_t entryHash(DictKeys* k, ssize i) { return k->kind == GeneralKeys ? generalEntries(k)[i].hash : strHash(unicodeEntries(k)[i].key); }

// ---- split tables
inline uint8_t* insertionOrder(DictValues* v) { return reinterpret_cast<uint8_t*>(v->values + v->capacity); }
inline void addToOrder(DictValues* v, ssize index) { insertionOrder(v)[v->size++] = static_cast<uint8_t>(index); }
void removeFromOrder(DictValues* v, ssize index);
// Values are freed by whoever has them: `embedded` ones lie in an instance.
DictValues* newDictValues(ssize capacity);
inline size_t valuesBytes(ssize capacity) {
    return 8 + static_cast<size_t>(capacity) * sizeof(Object*) + ((static_cast<size_t>(capacity) + 7) & ~size_t{7});
}
inline ssize sharedUsable(const DictKeys* k) { return k->entryCount + k->usable; }
// The class whose instances share the block (its last entry is never used and keeps it); null once the class is gone.
Type*& sharedKeysOwner(DictKeys* k);
// The index of a name in shared keys, which it joins where there is room; else indexEmpty.
ssize insertSplitKey(DictKeys* k, Object* name, int64_t hash);
// A dict whose values lie in an instance: the instance. Its cells are recorded as the instance's attributes.
inline Object* embeddingInstance(const DictObject* d) { return reinterpret_cast<Object*>(d->version); }
inline bool isEmbedded(const DictObject* d) { return d->values && d->values->embedded; }

}
