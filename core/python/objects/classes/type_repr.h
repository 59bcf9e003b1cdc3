// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What list[int] and int | str share.

#include <string>

#include "core/python/objects/model/object.h"

namespace memtape {

// A type as annotations show it: `int`, `collections.deque`, `...`, else its repr. False: exception pending.
bool appendTypeRepr(std::string& out, Object* o);
Owned typeParametersOf(Object* args); // the type variables in a tuple of arguments, each once
// The arguments with the parameters replaced by what is given.
Owned substituteParameters(Object* self, Object* args, Object* parameters, Object* given);

}
