// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

// types.MappingProxyType: a view of a mapping that cannot be written through (a class's __dict__).
struct MappingProxyObject : Object {
    Object* mapping;
};

Owned newMappingProxy(Object* mapping); // shares

}
