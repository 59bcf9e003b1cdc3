// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which Field cell is which in an instance: the builtin base's fields, then the slots of each heap class from the eldest on, then `__dict__`.

#include <cstdint>

#include "core/python/objects/model/type.h"

namespace memtape {

uint32_t slotFieldStart(const Type* type); // index of the type's own first slot
uint32_t dictFieldIndex(const Type* type); // index of `__dict__`, for heap types with a managed dict

}
