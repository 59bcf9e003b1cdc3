// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

// items: a side block with room for `capacity`, over-allocated by CPython's rule.
struct ListObject : VarObject {
    Object** items;
    ssize capacity;
};

inline bool isList(const Object* o) { return hasFlag(o, ListSubclass); }
inline bool isExactList(const Object* o) { return o->type == types::List; }
inline ListObject* asList(Object* o) { return static_cast<ListObject*>(o); }

OwnedOf<ListObject> newList(ssize count); // `count` null items; the caller fills them and then calls recordCells
Owned newListOf(Object* const* items, ssize count);
Owned newListStealing(Object** items, ssize count);               // BUILD_LIST
bool listAppendGrowing(ListObject* list, Object* value);          // takes over value; no room is left
inline bool listAppendStealing(ListObject* list, Object* value) { // LIST_APPEND
    if (list->count >= list->capacity) [[unlikely]]
        return listAppendGrowing(list, value);
    list->items[list->count] = value;
    recordCell(list, CellKind::Item, static_cast<uint32_t>(list->count), value);
    ++list->count;
    return true;
}
inline bool listAppend(ListObject* list, Object* value) { // shares value
    incref(value);
    return listAppendStealing(list, value);
}
bool listExtend(ListObject* list, Object* iterable);
bool listSetItem(ListObject* list, ssize index, Owned value); // index in range; records
bool listInsert(ListObject* list, ssize index, Object* value);
bool listSort(ListObject* list, Object* keyOrNull, bool reverse);
void listReverse(ListObject* list);
Owned listSlice(ListObject* list, ssize low, ssize high);
Owned listToTuple(ListObject* list);
void listClear(ListObject* list);                                                    // gives the items block back too
bool listAssignSlice(ListObject* list, ssize low, ssize high, Object* valuesOrNull); // list[low:high] = values; null: delete
ssize listIndexOf(ListObject* list, Object* value, ssize start, ssize stop);         // −1: not there or exception pending

// For the files of this type: makes the count `newCount` (new items are not initialised), the capacity by CPython's rule.
bool listResize(ListObject* list, ssize newCount);
// An empty list with room for `capacity` items, which the caller fills and counts; then recordCells.
OwnedOf<ListObject> newListWithRoom(ssize capacity);
// For split and rsplit: CPython makes room for the pieces of at most `atMost` cuts beforehand, but for no more than 12.
OwnedOf<ListObject> newListOfPieces(ssize atMost);
bool listReserveExactly(ListObject* list, ssize capacity); // of a list without an items block

}
