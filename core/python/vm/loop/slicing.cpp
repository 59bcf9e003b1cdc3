// SPDX-License-Identifier: GPL-3.0-or-later
// a[i:j] and a[i:j] = v: the slice object lives for the one operation.
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/vm/loop/eval_helpers.h"

namespace memtape {

namespace {

Owned takeSlice(Object** bounds) {
    Owned slice = newSlice(bounds[0], bounds[1], None);
    clearField(bounds[0]);
    clearField(bounds[1]);
    return slice;
}

}

Owned getSlice(Object* container, Object** bounds) {
    Held<> slice(takeSlice(bounds));
    if (!slice) return nullptr;
    Held<> items(getItem(container, slice));
    slice.reset(); // and with it the bounds
    return items.release();
}

bool setSlice(Object* container, Object** bounds, Object* value) {
    Held<> slice(takeSlice(bounds));
    return slice && setItem(container, slice, value);
}

}
