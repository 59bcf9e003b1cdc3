// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/native.h"
#include "core/python/objects/numbers/float_object.h"

namespace memtape {

extern const MethodDef floatMethods[];
extern const GetSetDef floatGetSets[];

// numerator and denominator of a finite double, in lowest terms. False: exception pending.
Owned doubleAsIntegerRatio(double value);
// round(value, digits): correctly rounded, halves to even of the decimal text.
Owned roundDouble(double value, int64_t digits);

}
