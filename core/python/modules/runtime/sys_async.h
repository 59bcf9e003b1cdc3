// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/native.h"

namespace memtape {

// sys's functions about coroutines and async generators.
extern const MethodDef sysAsyncFunctions[];

}
