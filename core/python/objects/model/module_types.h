// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What native modules with types of their own need (itertools.count, collections.deque); see makeModuleType in define_types.h.

#include "core/python/objects/model/define_types.h"

namespace memtape {

// Makes the type and adds it to the module under the last part of its name; keeps it in `out`.
bool addTypeToModule(Object* module, Type*& out, void (*define)(Type*));

// For deallocators of types with a `fields` table and something besides.
void dropFields(Object* o);

}
