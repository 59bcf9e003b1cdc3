// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The clocks of `time`, and the numbers that CPython has for them.

#include "core/python/modules/module_parts.h"
#include "core/python/objects/model/native.h"

namespace memtape {

extern const MethodDef clockFunctions[]; // ends with a null name
extern const IntConstant clockConstants[];

}
