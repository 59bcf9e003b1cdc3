// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the object model asks of whoever runs Python frames. The vm fills this in before a program starts; functions are null until then.

#include "core/objects/object.h"
#include "core/objects/type.h"

namespace memtape {

struct VmHooks {
    // Borrowed globals / builtins (a dict) of the running Python frame; null: no frame runs.
    Object* (*runningGlobals)() = nullptr;
    // super() without arguments: the class in the running frame's `__class__` cell and its first argument, both borrowed. False: RuntimeError pending.
    bool (*superArguments)(Type** type, Object** self) = nullptr;
    // import name: the module found (sys.modules[name] afterwards).
    Owned (*importModule)(Object* name) = nullptr;
    // The line that an error of a running native belongs to, and so on, are the vm's own business.
};

extern VmHooks vmHooks;

}
