// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// struct.Struct, and the functions of the module, each of which makes (or finds) a Struct first.

#include "core/python/modules/binary/struct_format.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct StructObject : Object {
    ssize size, values; // −1: not initialised
    StructCode* codes;  // a block of the heap with one more than there are
    Object* format;     // str
    Object* weakrefs;
    uint32_t codeCount() const;
};
static_assert(sizeof(StructObject) == 56);

extern Type *structType, *structIteratorType;
inline StructObject* asStruct(Object* o) { return static_cast<StructObject*>(o); }

// Args without the format: of the Struct's methods, and of the module's functions with it taken off.
Owned structPack(StructObject* self, Args args);
Owned structPackInto(StructObject* self, Args args);
Owned structUnpack(StructObject* self, Object* buffer);
Owned structUnpackFrom(StructObject* self, Object* buffer, Object* offsetOrNull);
Owned structIterUnpack(StructObject* self, Object* buffer);

void defineStructType(Type* t);
void defineStructIteratorType(Type* t);

}
