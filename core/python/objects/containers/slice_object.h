// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// slice: start, stop and step as the program gave them; what they mean for a sequence of a given length is worked out when it is used.

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct SliceObject : Object {
    Object *start, *stop, *step;
};

inline bool isSlice(const Object* o) { return o->type == types::Slice; }
inline SliceObject* asSlice(Object* o) { return static_cast<SliceObject*>(o); }

Owned newSlice(Object* start, Object* stop, Object* step); // shares; null: None
// The three as sizes (None replaced, clipped to what a size can hold), before they are fitted to a length. False: exception pending.
bool sliceUnpack(Object* slice, ssize* start, ssize* stop, ssize* step);
// Fits start and stop to a sequence of `length` items; says how many items are selected.
ssize sliceAdjust(ssize length, ssize* start, ssize* stop, ssize step);
// Both steps. −1: exception pending.
ssize sliceFit(Object* slice, ssize length, ssize* start, ssize* stop, ssize* step);
// An optional bound of index(), find() and the like: clips; None is left as it was. "slice indices must be integers or None or have an __index__ method"
bool sliceBound(Object* value, ssize* out);
bool sliceBoundNotNone(Object* value, ssize* out); // "slice indices must be integers or have an __index__ method"

}
