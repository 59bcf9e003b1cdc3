// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Types that belong to a native module (itertools.count, collections.deque): made when the module is, immortal, static builtin types to the
// program. `define` fills in the type as defineXxxType does for those in types.def.

#include "core/objects/type.h"

namespace memtape {

Type* allocateBuiltinType(); // zeroed; the caller describes it and makes it ready
Type* newBuiltinType(void (*define)(Type*)); // ready; null: exception pending
// Makes the type and adds it to the module under the last part of its name; keeps it in `out`.
bool addTypeToModule(Object* module, Type*& out, void (*define)(Type*));

// For deallocators of types with a `fields` table and something besides.
void dropFields(Object* o);

}
