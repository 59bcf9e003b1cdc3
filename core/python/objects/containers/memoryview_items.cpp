// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <string>

#include "core/python/objects/containers/memoryview_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/numbers/native_items.h"
#include "core/python/objects/protocol/protocol.h"

// Items and slices of a memoryview, read and set. Of one with several dimensions an item is named by a tuple, and a slice is one of the first.

namespace memtape {

namespace {

bool areAll(Object* tuple, bool (*is)(Object*)) {
    return isTuple(tuple) && std::all_of(asTuple(tuple)->items, asTuple(tuple)->items + asTuple(tuple)->count, is);
}
bool isIndices(Object* key) {
    return areAll(key, [](Object* o) { return o->type->index != nullptr; });
}
bool isSlices(Object* key) {
    return asTuple(key)->count > 0 && areAll(key, [](Object* o) { return isSlice(o); });
}
bool isWhole(Object* key) { return key == Ellipsis || (isTuple(key) && asTuple(key)->count == 0); } // of a view without dimensions

// Moves `place` to an index in a dimension.
bool moveTo(uint8_t*& place, const ViewShape& shape, ssize dimension, ssize index) {
    if (index < 0) index += shape.lengths[dimension];
    if (index < 0 || index >= shape.lengths[dimension]) return raise(exc::IndexError, "index out of bounds on dimension {}", dimension + 1);
    place += index * shape.strides[dimension];
    return true;
}

// The place of an item; null: raised.
uint8_t* placeOf(MemoryViewObject* v, Object* key) {
    const ViewShape shape = shapeOf(v);
    uint8_t* place = v->data;
    Object* const* keys = isTuple(key) ? asTuple(key)->items : &key;
    const ssize given = isTuple(key) ? asTuple(key)->count : 1;
    if (given < shape.dimensions) return raise(exc::NotImplementedError, "sub-views are not implemented"), nullptr;
    if (given > shape.dimensions)
        return raise(exc::TypeError, "cannot index {}-dimension view with {}-element tuple", shape.dimensions, given), nullptr;
    for (ssize d = 0; d < given; ++d) {
        const ssize index = indexAsSize(keys[d], exc::IndexError);
        if ((index == -1 && errorOccurred()) || !moveTo(place, shape, d, index)) return nullptr;
    }
    return place;
}

// A value as an item of the view's format.
bool itemOfFormat(char format, Object* value, uint8_t* item) {
    ItemFault fault = writeNativeItem(format, value, item);
    if (fault == ItemFault::None) return true;
    if (fault == ItemFault::Pending) return false;
    return raise(fault == ItemFault::Type ? exc::TypeError : exc::ValueError, "memoryview: invalid {} for format '{}'",
                 fault == ItemFault::Type ? "type" : "value", std::string_view(&format, 1));
}

bool setItem(MemoryViewObject* v, uint8_t* place, Object* value) {
    uint8_t item[8];
    if (!place || !itemOfFormat(v->format, value, item)) return false;
    if (!wantAlive(v)) return false; // the index or the value released it
    std::memcpy(place, item, v->itemSize);
    recordWritten(v->owner);
    return true;
}

bool setSlice(MemoryViewObject* v, Object* key, Object* value) {
    HeldBuffer given;
    if (!given.want(value)) return false;
    ssize start, stop, step;
    if (!sliceUnpack(key, &start, &stop, &step)) return false;
    ssize count = sliceAdjust(v->length, &start, &stop, &step);
    if (!wantAlive(v)) return false;
    const BufferSource* source = isView(value) || isBytes(value) ? nullptr : sourceOf(value);
    char format = isView(value) ? asView(value)->format : source && source->format ? source->format(value) : 'B';
    const bool isFlat = !isView(value) || dimensionsOf(asView(value)) == 1;
    if (!isFlat || format != v->format || static_cast<ssize>(given.size()) != count * v->itemSize)
        return raise(exc::ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    std::string copy(reinterpret_cast<const char*>(given.data()), given.size()); // they may overlap
    for (ssize i = 0; i < count; ++i) std::memcpy(v->data + (start + i * step) * v->stride, copy.data() + i * v->itemSize, v->itemSize);
    recordWritten(v->owner);
    return true;
}

Failure raiseNoKey() { return raise(exc::TypeError, "memoryview: invalid slice key"); }
Failure raiseNoDimension() { return raise(exc::TypeError, "invalid indexing of 0-dim memory"); }

}

Owned itemOfView(Object* o, ssize index) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return nullptr;
    if (dimensionsOf(v) == 0) return raiseNoDimension();
    if (dimensionsOf(v) > 1) return raise(exc::NotImplementedError, "multi-dimensional sub-views are not implemented");
    if (index < 0 || index >= v->length) return raise(exc::IndexError, "index out of bounds on dimension 1");
    return readNativeItem(v->format, v->data + index * v->stride);
}

Owned subscriptView(Object* o, Object* key) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return nullptr;
    if (dimensionsOf(v) == 0) {
        if (!isWhole(key)) return raiseNoDimension();
        return key == Ellipsis ? newRef(o) : readNativeItem(v->format, v->data);
    }
    if (key->type->index) {
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return nullptr;
        return itemOfView(o, i < 0 ? i + v->length : i);
    }
    if (isSlice(key)) {
        // The new view is there before the slice is read: it keeps the bytes, even where reading releases this view.
        Held<> made(copyOfView(v, v->readOnly));
        ssize start, stop, step;
        if (!made || !sliceUnpack(key, &start, &stop, &step)) return nullptr;
        MemoryViewObject* part = asView(made);
        const ViewShape shape = shapeOf(part);
        shape.lengths[0] = sliceAdjust(shape.lengths[0], &start, &stop, &step);
        part->data += start * shape.strides[0];
        shape.strides[0] *= step;
        noteShape(part);
        return made.release();
    }
    if (isIndices(key)) {
        const uint8_t* place = placeOf(v, key);
        if (!place) return nullptr;
        return wantAlive(v) ? readNativeItem(v->format, place) : nullptr; // an index may have released it
    }
    if (isTuple(key) && isSlices(key)) return raise(exc::NotImplementedError, "multi-dimensional slicing is not implemented");
    return raiseNoKey();
}

bool setSubscriptOfView(Object* o, Object* key, Object* value) {
    MemoryViewObject* v = asView(o);
    if (!wantAlive(v)) return false;
    if (v->readOnly) return raise(exc::TypeError, "cannot modify read-only memory");
    if (!value) return raise(exc::TypeError, "cannot delete memory");
    if (dimensionsOf(v) == 0) return isWhole(key) ? setItem(v, v->data, value) : static_cast<bool>(raiseNoDimension());
    if (key->type->index || isIndices(key)) return setItem(v, placeOf(v, key), value);
    if (isSlice(key) && dimensionsOf(v) == 1) return setSlice(v, key, value);
    if (isSlice(key) || (isTuple(key) && isSlices(key)))
        return raise(exc::NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
    return raiseNoKey();
}

}
