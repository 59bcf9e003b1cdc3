// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/list_object.h"

#include <cstring>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/containers/item_equals.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/free_lists.h"
#include "core/python/objects/model/quiet_allocation.h"
#include "core/python/objects/protocol/protocol.h"

// The life of a list and the operations that others use. Methods and slots are in list_methods.cpp, sorting in list_sort.cpp.

namespace memtape {

static_assert(sizeof(ListObject) == 40);

namespace {

constexpr int freeListMaximum = 80;
ListObject* freeLists[freeListMaximum];
int freeListCount = 0;
RuntimeCache listFreeList([] { freeListCount = 0; });

constexpr size_t itemBytes = sizeof(Object*);
constexpr ssize maximumCount = PTRDIFF_MAX / static_cast<ssize>(itemBytes);

// An empty, untracked list.
ListObject* allocateList() {
    ListObject* list;
    if (freeListCount > 0) {
        list = freeLists[--freeListCount];
        list->refcount = 1;
    } else {
        QuietAllocation quiet;
        list = static_cast<ListObject*>(allocateGcVarObject(types::List, sizeof(ListObject), 0));
        if (!list) return nullptr;
    }
    list->count = 0;
    list->items = nullptr;
    list->capacity = 0;
    recordAlloc(list);
    return list;
}

}

void clearFreeLists() {
    while (freeListCount > 0) releaseFreeObject(freeLists[--freeListCount]);
}

void listDealloc(Object* o) {
    ListObject* list = asList(o);
    gcUntrack(o);
    if (list->items) {
        // The items stay visible as the list's own while they go, one by one from the end.
        while (list->count > 0) {
            ssize last = --list->count;
            Object* item = list->items[last];
            if (recording() && item && dropMayRunCode(item)) recordTruncate(list, CellKind::Item, static_cast<uint32_t>(last));
            xdecref(item);
        }
        releaseBlock(list->items);
        list->items = nullptr;
        list->capacity = 0;
    }
    if (o->type == types::List && freeListCount < freeListMaximum) {
        recordFree(o);
        freeLists[freeListCount++] = list;
        return;
    }
    freeObject(o);
}

bool listResize(ListObject* list, ssize newCount) {
    ssize capacity = list->capacity;
    if (capacity >= newCount && newCount >= (capacity >> 1)) {
        list->count = newCount;
        return true;
    }
    // The growth pattern is 0, 4, 8, 16, 24, 32, 40, 52, 64, 76, …; a single large step is not over-allocated.
    size_t wanted = static_cast<size_t>(newCount);
    size_t newCapacity = (wanted + (wanted >> 3) + 6) & ~size_t{3};
    if (newCount - list->count > static_cast<ssize>(newCapacity - wanted)) newCapacity = (wanted + 3) & ~size_t{3};
    if (newCount == 0) newCapacity = 0;
    if (newCapacity > static_cast<size_t>(maximumCount)) return raiseMemoryError();
    if (newCapacity == 0) {
        releaseBlock(list->items);
        list->items = nullptr;
    } else {
        void* items = list->items ? reallocateBlock(list->items, newCapacity * itemBytes) : allocateBlock(newCapacity * itemBytes);
        if (!items) return false;
        list->items = static_cast<Object**>(items);
    }
    list->count = newCount;
    list->capacity = static_cast<ssize>(newCapacity);
    recordResize(list);
    return true;
}

bool listReserveExactly(ListObject* list, ssize capacity) {
    if (capacity > maximumCount) return raiseMemoryError();
    capacity = (capacity + 1) & ~ssize{1};
    void* items = allocateBlock(static_cast<size_t>(capacity) * itemBytes);
    if (!items) return false;
    list->items = static_cast<Object**>(items);
    list->capacity = capacity;
    recordResize(list);
    return true;
}

OwnedOf<ListObject> newListWithRoom(ssize capacity) {
    if (capacity > maximumCount) return raiseMemoryError();
    ListObject* list = allocateList();
    if (!list) return nullptr;
    gcTrack(list);
    if (capacity > 0) {
        void* items = allocateBlock(static_cast<size_t>(capacity) * itemBytes);
        if (!items) {
            decref(list);
            return nullptr;
        }
        list->items = static_cast<Object**>(items);
        list->capacity = capacity;
        recordResize(list);
    }
    return OwnedOf<ListObject>(list);
}

OwnedOf<ListObject> newListOfPieces(ssize atMost) {
    constexpr ssize most = 12;
    return newListWithRoom(atMost >= most ? most : atMost + 1);
}

OwnedOf<ListObject> newList(ssize count) {
    OwnedOf<ListObject> made = newListWithRoom(count);
    if (!made) return made;
    if (count > 0) std::memset(made.pointer->items, 0, static_cast<size_t>(count) * itemBytes);
    made.pointer->count = count;
    return made;
}

Owned newListOf(Object* const* items, ssize count) {
    OwnedOf<ListObject> made = newListWithRoom(count);
    if (!made) return nullptr;
    ListObject* list = made.pointer;
    for (ssize i = 0; i < count; ++i) {
        incref(items[i]);
        list->items[i] = items[i];
    }
    list->count = count;
    recordCells(list);
    return made;
}

Owned newListStealing(Object** items, ssize count) {
    OwnedOf<ListObject> made = newListWithRoom(count);
    if (!made) {
        for (ssize i = 0; i < count; ++i) decref(items[i]);
        return nullptr;
    }
    ListObject* list = made.pointer;
    if (count > 0) std::memcpy(list->items, items, static_cast<size_t>(count) * itemBytes);
    list->count = count;
    recordCells(list);
    return made;
}

bool listAppendGrowing(ListObject* list, Object* value) {
    ssize count = list->count;
    if (!listResize(list, count + 1)) {
        decref(value);
        return false;
    }
    list->items[count] = value;
    recordCell(list, CellKind::Item, static_cast<uint32_t>(count), value);
    return true;
}

bool listSetItem(ListObject* list, ssize index, Owned value) {
    Object* old = list->items[index];
    list->items[index] = value.pointer;
    recordCell(list, CellKind::Item, static_cast<uint32_t>(index), value.pointer);
    xdecref(old);
    return true;
}

bool listInsert(ListObject* list, ssize index, Object* value) {
    ssize count = list->count;
    if (!listResize(list, count + 1)) return false;
    if (index < 0 && (index += count) < 0) index = 0;
    if (index > count) index = count;
    std::memmove(list->items + index + 1, list->items + index, static_cast<size_t>(count - index) * itemBytes);
    incref(value);
    list->items[index] = value;
    recordInsert(list, static_cast<uint32_t>(index), value);
    return true;
}

void listClear(ListObject* list) {
    if (!list->items) return;
    // The list is empty before anything is dropped: a __del__ may look at it or fill it anew.
    Object** items = list->items;
    ssize count = list->count;
    list->items = nullptr;
    list->count = list->capacity = 0;
    recordTruncate(list, CellKind::Item, 0);
    recordResize(list);
    dropReferences(items, count);
    releaseBlock(items);
}

void listReverse(ListObject* list) {
    if (list->count < 2) return;
    for (Object **low = list->items, **high = list->items + list->count - 1; low < high; ++low, --high) std::swap(*low, *high);
    recordRefill(list, CellKind::Item);
}

Owned listSlice(ListObject* list, ssize low, ssize high) {
    ssize count = high - low;
    return count <= 0 ? Owned(newList(0)) : newListOf(list->items + low, count);
}

Owned listToTuple(ListObject* list) { return newTupleOf(list->items, list->count); }

ssize listIndexOf(ListObject* list, Object* value, ssize start, ssize stop) {
    for (ssize i = start; i < stop && i < list->count; ++i) {
        int equal = itemEquals(list->items[i], value);
        if (equal < 0) return -1;
        if (equal) return i;
    }
    return -1;
}

// ---- extend --------------------------------------------------------------------------------------------------------

namespace {

// Room for `added` items behind the present ones, whose count is unchanged afterwards.
bool makeRoom(ListObject* list, ssize added) {
    ssize count = list->count;
    if (added > maximumCount - count) return raiseMemoryError();
    if (!listResize(list, count + added)) return false;
    list->count = count;
    return true;
}

bool extendByArray(ListObject* list, Object* source) {
    ssize added = static_cast<VarObject*>(source)->count;
    if (added == 0) return true;
    ssize before = list->count;
    if (!list->items ? !listReserveExactly(list, added) : !makeRoom(list, added)) return false;
    // Read the items only now: the list may be extended by itself.
    Object** from = isList(source) ? asList(source)->items : asTuple(source)->items;
    for (ssize i = 0; i < added; ++i) {
        incref(from[i]);
        list->items[before + i] = from[i];
        recordCell(list, CellKind::Item, static_cast<uint32_t>(before + i), from[i]);
    }
    list->count = before + added;
    return true;
}

bool extendBySet(ListObject* list, Object* set) {
    if (setLength(set) == 0) return true;
    if (!makeRoom(list, setLength(set))) return false;
    ssize position = 0;
    for (Object* key; setNext(set, &position, &key);) listAppend(list, key);
    return true;
}

enum class DictPart { Keys, Values, Items };
bool extendByDict(ListObject* list, Object* dict, DictPart part) {
    if (dictLength(dict) == 0) return true;
    if (!makeRoom(list, dictLength(dict))) return false;
    ssize position = 0;
    for (Object *key, *value; dictNext(dict, &position, &key, &value);) {
        if (part == DictPart::Items) {
            Owned pair = packTuple(key, value);
            if (!pair || !listAppendStealing(list, pair.pointer)) return false;
        } else {
            listAppend(list, part == DictPart::Keys ? key : value);
        }
    }
    return true;
}

bool extendByIterable(ListObject* list, Object* iterable) {
    Held<> iterator(getIter(iterable));
    if (!iterator) return false;
    ssize hint = lengthHint(iterable, 8);
    if (hint < 0) return false;
    if (hint <= maximumCount - list->count) { // else: the hint is a lie, or memory runs out soon enough
        if (!list->items ? (hint > 0 && !listReserveExactly(list, hint)) : !makeRoom(list, hint)) return false;
    }
    UnaryFunc next = iterator->type->iterNext;
    for (;;) {
        Owned item = next(iterator);
        if (!item) {
            if (errorOccurred()) {
                if (!errorMatches(exc::StopIteration)) return false;
                clearError();
            }
            break;
        }
        if (!listAppendStealing(list, item.pointer)) return false;
        if (!checkBreaker()) return false;
    }
    return list->count >= list->capacity || listResize(list, list->count);
}

}

bool listExtend(ListObject* list, Object* iterable) {
    Type* type = iterable->type;
    if (type == types::List || type == types::Tuple || iterable == list) return extendByArray(list, iterable);
    if (type == types::Set || type == types::FrozenSet) return extendBySet(list, iterable);
    if (type == types::Dict) return extendByDict(list, iterable, DictPart::Keys);
    if (type == types::DictKeysView) return extendByDict(list, asDictView(iterable)->dict, DictPart::Keys);
    if (type == types::DictValuesView) return extendByDict(list, asDictView(iterable)->dict, DictPart::Values);
    if (type == types::DictItemsView) return extendByDict(list, asDictView(iterable)->dict, DictPart::Items);
    return extendByIterable(list, iterable);
}

// ---- slices ----------------------------------------------------------------------------------------------------------

bool listAssignSlice(ListObject* list, ssize low, ssize high, Object* valuesOrNull) {
    // What is put in is copied first if it could change: the list itself, or what an iterator gives.
    Held<> source;
    Object** values = nullptr;
    ssize added = 0;
    if (valuesOrNull) {
        if (valuesOrNull == list) {
            source = listSlice(list, 0, list->count);
        } else if (isList(valuesOrNull) || isTuple(valuesOrNull)) {
            source = newRef(valuesOrNull);
        } else {
            Held<> iterator(getIter(valuesOrNull));
            if (!iterator) {
                if (errorMatches(exc::TypeError)) {
                    clearError();
                    return raise(exc::TypeError, "must assign iterable to extended slice");
                }
                return false;
            }
            source = sequenceToList(iterator);
        }
        if (!source) return false;
        values = isList(source.get()) ? asList(source.get())->items : asTuple(source.get())->items;
        added = static_cast<VarObject*>(source.get())->count;
    }
    if (low < 0) low = 0;
    else if (low > list->count) low = list->count;
    if (high < low) high = low;
    else if (high > list->count) high = list->count;
    ssize removed = high - low, difference = added - removed;
    if (list->count + difference == 0) {
        listClear(list);
        return true;
    }
    constexpr ssize onStack = 8;
    Object* few[onStack];
    Object** recycled = few;
    if (removed > onStack) {
        recycled = static_cast<Object**>(std::malloc(static_cast<size_t>(removed) * itemBytes));
        if (!recycled) return raiseMemoryError();
    }
    if (removed > 0) std::memcpy(recycled, list->items + low, static_cast<size_t>(removed) * itemBytes);
    ssize tail = list->count - high;
    bool ok = true;
    if (difference < 0) {
        if (tail > 0) std::memmove(list->items + high + difference, list->items + high, static_cast<size_t>(tail) * itemBytes);
        ok = listResize(list, list->count + difference);
    } else if (difference > 0) {
        ok = listResize(list, list->count + difference);
        if (ok && tail > 0) std::memmove(list->items + high + difference, list->items + high, static_cast<size_t>(tail) * itemBytes);
    }
    if (!ok) {
        if (recycled != few) std::free(recycled);
        return false;
    }
    for (ssize i = 0; i < added; ++i) {
        incref(values[i]);
        list->items[low + i] = values[i];
    }
    if (added == 0) recordErase(list, static_cast<uint32_t>(low), static_cast<uint32_t>(removed));
    else recordRefill(list, CellKind::Item);
    dropReferences(recycled, removed);
    if (recycled != few) std::free(recycled);
    return true;
}

}
