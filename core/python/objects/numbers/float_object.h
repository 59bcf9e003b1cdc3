// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// float: a double. Freed floats are kept in a free list of 100, as CPython 3.13 keeps them.

#include <string>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct FloatObject : Object {
    double value;
};
struct ComplexObject : Object {
    double real, imaginary;
};

inline bool isFloat(const Object* o) { return o->type == types::Float || isSubtype(o->type, types::Float); }
inline bool isExactFloat(const Object* o) { return o->type == types::Float; }
inline double floatValue(const Object* o) { return static_cast<const FloatObject*>(o)->value; }

// Freed floats, linked by their type pointers as in CPython.
constexpr int freeFloatRoom = 100;
extern Object* freeFloats;
extern int freeFloatCount;

Owned newFloat(double value);
Owned newComplex(double real, double imaginary);
// float(o) for numbers: __float__, then __index__. False: exception pending.
bool toDouble(Object* o, double* out);
int64_t hashDouble(Object* forIdentity, double value);
Owned floatFromText(Object* text); // float('…')

}
