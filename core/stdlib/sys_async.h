// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objects/native.h"

namespace memtape {

// sys's functions about coroutines and async generators.
extern const MethodDef sysAsyncFunctions[];

}
