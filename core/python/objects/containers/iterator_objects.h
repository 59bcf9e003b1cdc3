// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The iterators of list, tuple and of anything with __getitem__, and what iterators share.

#include <cstring>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

// list, tuple, sequence iterators; `sequence` null: exhausted for good. `reversed` counts down with the same layout.
struct IndexIteratorObject : Object {
    ssize index;
    Object* sequence;
};
struct CallableIteratorObject : Object {
    Object *callable, *sentinel;
};

Owned newSequenceIterator(Object* sequence);                       // for __getitem__
Owned newCallableIterator(Object* callable, Object* sentinel);     // iter(f, sentinel)
Owned newIndexIterator(Type* type, Object* sequence, ssize index); // tracked and recorded

Owned returnSelf(Object* self); // __iter__ of an iterator

// What the types of iterators have in common; each is watched by the collector. The first: only other objects make them.
void describeIterator(Type* t, const char* name, size_t size, const Field* fields, UnaryFunc next, const MethodDef* methods);
// The second: a class that programs call, and derive from.
void describeIteratorClass(Type* t, const char* name, size_t size, NewFunc create, UnaryFunc next, const Field* fields, const MethodDef* methods,
                           const char* doc);

// builtins.<name> (iter, reversed …) as pickling iterators wants it; a new reference.
Owned builtinNamed(const char* name);

// Drops a recorded field for good.
template <class T> void dropField(Object* owner, T*& field) { setField(owner, field, OwnedOf<T>(nullptr)); }

// Keywords are for a subclass's own __init__ only; where it has none, they are a mistake.
inline bool initIsOf(const Type* type, const Type* exact) { return type == exact || type->init == exact->init; }

// For objects that are filled in by hand: a GC object of a type with a `fields` table, zeroed beyond its head, tracked by finishObject,
// which also reports its cells.
template <class T> T* newPlainObject(Type* type) {
    Object* o = allocateGcObject(type, sizeof(T));
    if (!o) return nullptr;
    std::memset(static_cast<void*>(o + 1), 0, sizeof(T) - sizeof(Object));
    return static_cast<T*>(o);
}
inline Owned finishObject(Object* o) {
    gcTrack(o);
    recordCells(o);
    return Owned(o);
}

}
