// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// slice: start, stop and step as the program gave them; what they mean for a sequence of a given length is worked out when it is used.

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct SliceObject : Object {
    Object *start, *stop, *step;
};

inline bool isSlice(const Object* o) { return o->type == types::Slice; }
inline SliceObject* asSlice(Object* o) { return static_cast<SliceObject*>(o); }

Owned newSlice(Object* start, Object* stop, Object* step); // shares; null: None
// A slice is read in two steps. First the three as sizes (None replaced, clipped to what a size can hold), which may run the program's __index__; false:
// exception pending. Then they are fitted to the length that the sequence has by now, and nothing runs between that and their use.
bool sliceUnpack(Object* slice, ssize* start, ssize* stop, ssize* step);
// The second step; says how many of the `length` items are selected. A step that leads out of the sequence at once is made no greater than that needs
// (and never 1, which is not a step), so that no sum of a place and a step overflows.
ssize sliceAdjust(ssize length, ssize* start, ssize* stop, ssize* step);
// An optional bound of index(), find() and the like: clips; None is left as it was. "slice indices must be integers or None or have an __index__ method"
bool sliceBound(Object* value, ssize* out);
// The optional second and third argument of index(): where to look from and to. "slice indices must be integers or have an __index__ method"
bool indexBounds(Args args, ssize* start, ssize* stop);

}
