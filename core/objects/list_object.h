// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objects/object.h"
#include "core/objects/runtime.h"

namespace memtape {

// items: a side block with room for `capacity`, over-allocated by CPython's rule.
struct ListObject : VarObject {
    Object** items;
    ssize capacity;
};

inline bool isList(const Object* o) { return hasFlag(o, ListSubclass); }
inline bool isExactList(const Object* o) { return o->type == types::List; }
inline ListObject* asList(Object* o) { return static_cast<ListObject*>(o); }

OwnedOf<ListObject> newList(ssize count);                // `count` null items; the caller fills them and then calls recordCells
Owned newListOf(Object* const* items, ssize count);
Owned newListStealing(Object** items, ssize count);      // BUILD_LIST
bool listAppend(ListObject* list, Object* value);         // shares value
bool listAppendStealing(ListObject* list, Object* value); // LIST_APPEND
bool listExtend(ListObject* list, Object* iterable);
bool listSetItem(ListObject* list, ssize index, Owned value); // index in range; records
bool listInsert(ListObject* list, ssize index, Object* value);
bool listSort(ListObject* list, Object* keyOrNull, bool reverse);
void listReverse(ListObject* list);
Owned listSlice(ListObject* list, ssize low, ssize high);
Owned listToTuple(ListObject* list);

}
