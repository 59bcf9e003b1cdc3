// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A constant of the compiler as an object of the program, and the other way round.

#include "core/python/bytecode/constant.h"
#include "core/python/objects/model/object.h"

namespace memtape {

Owned newScalarConstant(const Constant& constant); // no tuple, frozenset or code
Owned newConstantObject(const Constant& constant); // no code
// False: TypeError "got an invalid type in Constant: list".
bool constantOf(Object* value, Constant* constant);

}
