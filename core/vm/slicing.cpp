// SPDX-License-Identifier: GPL-3.0-or-later
// a[i:j] and a[i:j] = v: the slice object lives for the one operation.
#include "core/objects/protocol.h"
#include "core/objects/slice_object.h"
#include "core/vm/eval_helpers.h"

namespace memtape {

Owned getSlice(Object* container, Object* start, Object* stop) {
    Held<> slice(newSlice(start, stop, None));
    return slice ? getItem(container, slice) : Owned(nullptr);
}

bool setSlice(Object* container, Object* start, Object* stop, Object* value) {
    Held<> slice(newSlice(start, stop, None));
    return slice && setItem(container, slice, value);
}

}
