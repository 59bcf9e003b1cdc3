// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// array.array: numbers of one machine type in one block. Who changes an array tells the recording by recordArray(), once it is done.

#include "core/python/modules/collections/array_items.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct ArrayObject : VarObject {
    char* items; // null: none
    ssize capacity;
    const ArrayItemKind* kind;
    Object* weakrefs;
    ssize exports; // buffers that are out: as long as there are any, the count stays
};
static_assert(sizeof(ArrayObject) == 64);

extern Type *arrayType, *arrayIteratorType;
inline ArrayObject* asArray(Object* o) { return static_cast<ArrayObject*>(o); }
bool isArray(Object* o);
inline bool isTextArray(const ArrayObject* a) { return a->kind->code == 'u' || a->kind->code == 'w'; }
inline char* arrayPlace(ArrayObject* a, ssize i) { return a->items + i * a->kind->size; }
inline Owned arrayItemOf(ArrayObject* a, ssize i) { return a->kind->get(arrayPlace(a, i)); }

void recordArray(ArrayObject* a);
// False, or null: an exception is pending.
ArrayObject* newArray(Type* type, ssize count, const ArrayItemKind* kind); // what the items are is left to the caller
bool mayResizeArray(ArrayObject* a);
bool resizeArray(ArrayObject* a, ssize count);
bool appendToArray(ArrayObject* a, Object* value);
bool extendArray(ArrayObject* a, Object* other); // an array of the same kind, or anything that can be gone through
bool extendArrayByIterable(ArrayObject* a, Object* iterable);
bool fillArrayFromBytes(ArrayObject* a, Object* source); // behind what is there, as the next
bool fillArrayFromText(ArrayObject* a, Object* text);
bool eraseFromArray(ArrayObject* a, ssize from, ssize count);
ssize findInArray(ArrayObject* a, Object* value, ssize start, ssize stop); // -1: it is not there, or an exception is pending
Owned listOfArray(ArrayObject* a);
Owned textOfArray(ArrayObject* a);
size_t arraySize(Object* o); // of the object and its block
Owned arrayRepeat(Object* o, ssize n);

// The type as far as it is no method, and its iterator.
void setArraySlots(Type* t);
void addArrayBuffer();
void defineArrayIterator(Type* t);

}
