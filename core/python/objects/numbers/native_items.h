// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Single items in memory by their format letter, as the struct module and memoryview name them, in the machine's own size and order.

#include <cstdint>

#include "core/python/objects/model/object.h"

namespace memtape {

// c b B ? h H i I l L q Q n N e f d P; of any other letter 0.
int nativeItemSize(char format);
Owned readNativeItem(char format, const uint8_t* from);

enum class ItemFault : uint8_t { None, Type, Value, Pending /*an exception of the value's own*/ };
ItemFault writeNativeItem(char format, Object* value, uint8_t* to);

// The same for the integer formats and an int.
ItemFault writeNativeInteger(char format, Object* integer, uint8_t* to);

// Half precision (IEEE 754 binary16), half to even. False: too large.
double halfToDouble(uint16_t half);
bool doubleToHalf(double value, uint16_t* half);

}
