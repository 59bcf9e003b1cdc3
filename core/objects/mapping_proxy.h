// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objects/object.h"
#include "core/objects/runtime.h"

namespace memtape {

// types.MappingProxyType: a view of a mapping that cannot be written through (a class's __dict__).
struct MappingProxyObject : Object { Object* mapping; };

Owned newMappingProxy(Object* mapping); // shares

}
