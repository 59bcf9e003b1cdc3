// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// types.SimpleNamespace: a dict with attribute access.

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct NamespaceObject : Object {
    Object* dict;
};

}
