// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/type.h"

namespace memtape {

// A class of exceptions as a class statement would make it, kept to the end of the run. Null: an exception is pending.
Type* newExceptionClass(const char* module, const char* name, Type* base, const char* doc = nullptr);

}
