// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/dict_keys.h"

#include <bit>
#include <cstring>

#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/free_lists.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

static_assert(sizeof(DictKeys) == 32 && sizeof(DictObject) == 48);

namespace {

struct {
    DictKeys head = {1, 0, 3, UnicodeKeys, 0, 0, 0};
    int8_t indices[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
} emptyKeysBlock;

// Blocks of the smallest tables of str keys.
constexpr int freeListMaximum = 80;
DictKeys* freeList[freeListMaximum];
int freeListCount = 0;
uint32_t nextKeysVersion = 1;
RuntimeCache keysCache([] {
    freeListCount = 0;
    nextKeysVersion = 1;
});

}

DictKeys* const emptyDictKeys = &emptyKeysBlock.head;

// CPython's formula, with its oddity: a minimum of 1 to 7 that is not 0 gives 16 places, not 8.
int log2ForTable(size_t minimum) { return std::bit_width(((minimum | 8) - 1) | 7); }

int log2ForEntries(ssize entries) { return log2ForTable((static_cast<size_t>(entries) * 3 + 1) / 2); }

static size_t entryBytes(const DictKeys* k) { return k->kind == GeneralKeys ? sizeof(DictEntry) : sizeof(UnicodeEntry); }

size_t keysBytes(const DictKeys* k) {
    return sizeof(DictKeys) + (size_t{1} << k->log2IndexBytes) + entryBytes(k) * static_cast<size_t>(usableFraction(keysTableSize(k)));
}

DictKeys* newDictKeys(int log2Size, bool unicode) {
    if (log2Size >= 48) {
        raiseMemoryError();
        return nullptr;
    }
    size_t usable = static_cast<size_t>(usableFraction(size_t{1} << log2Size));
    int log2Bytes = log2Size < 8 ? log2Size : log2Size < 16 ? log2Size + 1 : log2Size < 32 ? log2Size + 2 : log2Size + 3;
    size_t entries = usable * (unicode ? sizeof(UnicodeEntry) : sizeof(DictEntry));
    DictKeys* k;
    if (log2Size == dictMinimumLog2 && unicode && freeListCount > 0) {
        k = freeList[--freeListCount];
    } else {
        k = static_cast<DictKeys*>(allocateBlock(sizeof(DictKeys) + (size_t{1} << log2Bytes) + entries));
        if (!k) return nullptr;
    }
    k->refcount = 1;
    k->log2Size = static_cast<uint8_t>(log2Size);
    k->log2IndexBytes = static_cast<uint8_t>(log2Bytes);
    k->kind = unicode ? UnicodeKeys : GeneralKeys;
    k->version = 0;
    k->usable = static_cast<ssize>(usable);
    k->entryCount = 0;
    std::memset(static_cast<void*>(k + 1), 0xff, size_t{1} << log2Bytes);
    std::memset(reinterpret_cast<char*>(k + 1) + (size_t{1} << log2Bytes), 0, entries);
    return k;
}

void clearFreeDictKeys() {
    while (freeListCount > 0) releaseBlock(freeList[--freeListCount]);
}

void freeKeysBlock(DictKeys* k) {
    if (k == emptyDictKeys) return;
    if (k->log2Size == dictMinimumLog2 && k->kind == UnicodeKeys && freeListCount < freeListMaximum) {
        freeList[freeListCount++] = k;
        return;
    }
    releaseBlock(k);
}

void releaseKeys(DictKeys* k) {
    if (k == emptyDictKeys || --k->refcount > 0) return;
    if (!recording()) {
        for (ssize i = 0; i < k->entryCount; ++i) {
            xdecref(entryKey(k, i));
            xdecref(entryValue(k, i));
        }
    } else if (k->entryCount > 0) {
        // The same order, with what is left held for all to see.
        size_t count = static_cast<size_t>(k->entryCount) * 2, at = count;
        Object** all = static_cast<Object**>(std::malloc(count * sizeof(Object*)));
        if (all) {
            for (ssize i = 0; i < k->entryCount; ++i) {
                all[--at] = entryKey(k, i);
                all[--at] = entryValue(k, i);
            }
            dropReferences(all, static_cast<ssize>(count));
            std::free(all);
        }
    }
    freeKeysBlock(k);
}

size_t findEmptyPlace(const DictKeys* k, int64_t hash) {
    Probe p(k, hash);
    while (readIndex(k, p.place) >= 0) p.next();
    return p.place;
}

size_t placeOfEntry(const DictKeys* k, int64_t hash, ssize index) {
    Probe p(k, hash);
    while (readIndex(k, p.place) != index) p.next();
    return p.place;
}

void putIndices(DictKeys* k, ssize count) {
    for (ssize i = 0; i < count; ++i) {
        Probe p(k, entryHash(k, i));
        while (readIndex(k, p.place) != indexEmpty) p.next();
        writeIndex(k, p.place, i);
    }
}

// ---- finding ---------------------------------------------------------------------------------------------------------

template <class Index> static inline ssize findUnicodeIn(const DictKeys* k, Object* key, int64_t hash) {
    const Index* table = reinterpret_cast<const Index*>(k + 1);
    const UnicodeEntry* entries = unicodeEntries(const_cast<DictKeys*>(k));
    Probe p(k, hash);
    for (;;) {
        ssize i = table[p.place];
        if (i >= 0) {
            Object* other = entries[i].key;
            if (other == key || (asStr(other)->hash == hash && strEquals(other, key))) return i;
        } else if (i == indexEmpty) {
            return indexEmpty;
        }
        p.next();
    }
}

ssize findUnicode(const DictKeys* k, Object* key, int64_t hash) {
    if (k->log2Size < 8) return findUnicodeIn<int8_t>(k, key, hash);
    if (k->log2Size < 16) return findUnicodeIn<int16_t>(k, key, hash);
    return findUnicodeIn<int32_t>(k, key, hash);
}

// Is the entry's key equal to the key sought, where plainlyEqual() cannot say? The dict may change while `__eq__` runs: then the search begins anew.
static ssize compareWithEntry(DictObject* d, DictKeys* k, ssize i, Object* key) { // 1, 0, indexError, indexChanged
    Object* other = entryKey(k, i);
    Held<> held(newRef(other));
    int equal = richCompareBool(other, key, Comparison::Eq);
    if (equal < 0) return indexError;
    if (d->keys != k || entryKey(k, i) != other) return indexChanged;
    return equal;
}

static ssize findGeneral(DictObject* d, DictKeys* k, Object* key, int64_t hash) {
    const DictEntry* entries = generalEntries(k);
    for (Probe p(k, hash);; p.next()) {
        ssize i = readIndex(k, p.place);
        if (i == indexEmpty) return indexEmpty;
        if (i < 0) continue;
        if (entries[i].key == key) return i;
        if (entries[i].hash != hash) continue;
        if (int plain = plainlyEqual(entries[i].key, key); plain >= 0) {
            if (plain) return i;
            continue;
        }
        ssize answer = compareWithEntry(d, k, i, key);
        if (answer < 0) return answer;
        if (answer) return i;
    }
}

// A key that is no exact str, in a table of str.
static ssize findOtherInUnicode(DictObject* d, DictKeys* k, Object* key, int64_t hash) {
    for (Probe p(k, hash);; p.next()) {
        ssize i = readIndex(k, p.place);
        if (i == indexEmpty) return indexEmpty;
        if (i < 0) continue;
        Object* other = unicodeEntries(k)[i].key;
        if (other == key) return i;
        if (asStr(other)->hash != hash) continue;
        ssize answer = compareWithEntry(d, k, i, key);
        if (answer < 0) return answer;
        if (answer) return i;
    }
}

ssize findInDict(DictObject* d, Object* key, int64_t hash, Object** value) {
    ssize i;
    for (;;) {
        DictKeys* k = d->keys;
        if (k->kind == GeneralKeys) {
            i = findGeneral(d, k, key, hash);
            if (i == indexChanged) continue;
            *value = i >= 0 ? generalEntries(k)[i].value : nullptr;
            return i;
        }
        i = isExactStr(key) ? findUnicode(k, key, hash) : findOtherInUnicode(d, k, key, hash);
        if (i == indexChanged) continue;
        *value = i < 0 ? nullptr : d->values ? d->values->values[i] : unicodeEntries(k)[i].value;
        return i;
    }
}

ssize dictKeysFind(DictKeys* keys, Object* str) {
    if (keys->kind == GeneralKeys || !isExactStr(str)) return -1;
    ssize i = findUnicode(keys, str, strHash(str));
    return i >= 0 ? i : -1;
}

uint32_t dictKeysVersion(DictKeys* keys) {
    if (keys->version || keys == emptyDictKeys) return keys->version;
    if (nextKeysVersion == 0) return 0;
    keys->version = nextKeysVersion++;
    return keys->version;
}

// ---- split tables ----------------------------------------------------------------------------------------------------

void removeFromOrder(DictValues* v, ssize index) {
    uint8_t* order = insertionOrder(v);
    int i = 0;
    while (order[i] != index) ++i;
    --v->size;
    for (; i < v->size; ++i) order[i] = order[i + 1];
}

DictValues* newDictValues(ssize capacity) {
    DictValues* v = static_cast<DictValues*>(allocateBlock(valuesBytes(capacity)));
    if (!v) return nullptr;
    v->capacity = static_cast<uint8_t>(capacity);
    v->size = 0;
    v->embedded = 0;
    v->valid = 1;
    std::memset(v->values, 0, static_cast<size_t>(capacity) * sizeof(Object*));
    return v;
}

Type*& sharedKeysOwner(DictKeys* k) { return reinterpret_cast<Type*&>(unicodeEntries(k)[usableFraction(keysTableSize(k)) - 1].key); }

ssize insertSplitKey(DictKeys* k, Object* name, int64_t hash) {
    ssize i = findUnicode(k, name, hash);
    if (i != indexEmpty || k->usable <= 0) return i;
    k->version = 0;
    i = k->entryCount;
    writeIndex(k, findEmptyPlace(k, hash), i);
    incref(name);
    unicodeEntries(k)[i].key = name;
    --k->usable;
    ++k->entryCount;
    if (recording())
        if (Type* owner = sharedKeysOwner(k)) {
            recordCell(owner, CellKind::Key, static_cast<uint32_t>(i), name);
            recordAttributeNames(owner);
        }
    return i;
}

}
