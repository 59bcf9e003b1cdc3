// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// range: start, stop, step as ints of any size, and the length worked out once. Its iterator counts in machine words where all
// three fit (RangeIterator), else in ints (LongRangeIterator).

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct RangeObject : Object {
    Object *start, *stop, *step, *length;
};
struct RangeIteratorObject : Object {
    int64_t start, step, remaining;
};
struct LongRangeIteratorObject : Object {
    Object *start, *step, *remaining;
};

inline bool isRange(const Object* o) { return o->type == types::Range; }
inline RangeObject* asRange(Object* o) { return static_cast<RangeObject*>(o); }

}
