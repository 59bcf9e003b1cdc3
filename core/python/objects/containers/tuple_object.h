// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct TupleObject : VarObject {
    Object* items[1];
};

inline bool isTuple(const Object* o) { return hasFlag(o, TupleSubclass); }
inline bool isExactTuple(const Object* o) { return o->type == types::Tuple; }
inline TupleObject* asTuple(Object* o) { return static_cast<TupleObject*>(o); }

extern Object* emptyTuple; // immortal ()
// `count` null items, tracked; the caller fills them and then calls recordCells. For 0: ().
OwnedOf<TupleObject> newTuple(ssize count);
Owned newTupleOf(Object* const* items, ssize count); // shares the items
Owned newTupleStealing(Object** items, ssize count); // takes over the references (BUILD_TUPLE); on failure drops them
template <class... O> Owned packTuple(O*... items) {
    Object* list[] = {items...};
    return newTupleOf(list, sizeof...(items));
}

}
