// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// memoryview: what its files share. A view of one dimension has its length and stride in the object; those of another number of dimensions lie behind it,
// where CPython has them too, and `length` is then the number of all items, `stride` the item's size where they lie in one piece.

#include <string>

#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

inline MemoryViewObject* asView(Object* o) { return static_cast<MemoryViewObject*>(o); }
inline bool isView(const Object* o) { return o->type == types::MemoryView; }
bool wantAlive(MemoryViewObject* v); // ValueError where it has been released

struct ViewShape {
    ssize dimensions;
    ssize *lengths, *strides;
};
constexpr ssize mostDimensions = 64;
// CPython leaves room for one dimension where there is none; such a view has no stride.
inline ssize dimensionsOf(const MemoryViewObject* v) { return v->stride == 0 && v->count == 3 ? 0 : v->count / 3; }
inline ViewShape shapeOf(MemoryViewObject* v) {
    const ssize dimensions = dimensionsOf(v);
    if (dimensions == 1) return {1, &v->length, &v->stride};
    auto* lengths = reinterpret_cast<ssize*>(v + 1);
    return {dimensions, lengths, lengths + dimensions};
}
enum class ItemOrder : uint8_t { C, Fortran };
bool isContiguous(MemoryViewObject* v, ItemOrder order);
void noteShape(MemoryViewObject* v); // the lengths or strides of one with several dimensions have changed

Owned newView(Object* owner, uint8_t* data, ssize length, ssize stride, bool readOnly, char format);
// Of other dimensions, whose lengths and strides the caller fills in and then notes.
MemoryViewObject* newShapedView(MemoryViewObject* like, ssize dimensions, char format);
Owned copyOfView(MemoryViewObject* v, bool readOnly, Object* ownerOrNull = nullptr); // null: that of `v`
Owned memoryViewOf(Object* o);                                                       // memoryview(o)
Owned nativeViewOf(Object* o);                                                       // the same, without asking a __buffer__ of the program's

std::string bytesOfView(MemoryViewObject* v, ItemOrder order = ItemOrder::C);
Owned listOfView(Object* o);
Owned castView(Object* o, Args args);
Owned itemOfView(Object* o, ssize index);
Owned subscriptView(Object* o, Object* key);
bool setSubscriptOfView(Object* o, Object* key, Object* value);
Owned compareView(Object* a, Object* b, Comparison op);

Owned releaseView(Object* o);
Owned viewFromFlags(Object* type, Args args);

void changeExports(Object* owner, int by); // of the object at the end of a chain of views
void recordWritten(Object* owner);
const BufferSource* sourceOf(const Object* o); // null: bytes, bytearray, or no buffer at all

}
