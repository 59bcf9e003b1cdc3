// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct SuperObject : Object {
    Object *type, *self, *selfType;
};

Owned newSuper(Type* type, Object* self);
// super(type, self).name without the object in between (LOAD_SUPER_ATTR). `unbound`: where not null, a method may come unbound and *unbound says so.
Owned superAttribute(Type* type, Object* self, Object* name, bool* unbound);

}
