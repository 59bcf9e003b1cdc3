// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"

namespace memtape {

// threading.excepthook and the type of its argument: what becomes of an exception that a Thread's run() lets through.
Owned threadExceptHook(Object* module, Object* args);
Owned threadExceptHookArgs();

}
