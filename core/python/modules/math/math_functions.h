// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The functions of the math module that are not in math_module.cpp itself.

#include "core/python/objects/model/native.h"

namespace memtape {

// math_integer.cpp
Owned mathComb(Object*, Args args);
Owned mathFactorial(Object*, Object* n);
Owned mathGcd(Object*, Args args);
Owned mathIsqrt(Object*, Object* n);
Owned mathLcm(Object*, Args args);
Owned mathPerm(Object*, Args args);

// math_sums.cpp
Owned mathDist(Object*, Args args);
Owned mathFsum(Object*, Object* iterable);
Owned mathHypot(Object*, Args args);
Owned mathProd(Object*, Args args);
Owned mathSumprod(Object*, Args args);

// math_gamma.cpp: errno tells of EDOM and ERANGE.
double gammaFunction(double x);
double logGamma(double x);

}
