// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Arrays in other forms than the machine's own: what pickling writes, and files.

#include "core/python/objects/model/native.h"

namespace memtape {

// The number that CPython has for a typecode's form on this machine.
int machineFormat(char typecode);
// _array_reconstructor(type, typecode, format, bytes): what pickles of arrays call.
Owned reconstructArray(Type* arrayType, Args args);

Owned arrayToFile(Object* self, Object* file);
Owned arrayFromFile(Object* self, Object* file, ssize count, ssize itemSize);

}
