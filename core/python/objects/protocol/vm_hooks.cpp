// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/protocol/vm_hooks.h"

#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"

namespace memtape {

VmHooks vmHooks;

bool handleBreaker() { return interpreter.isStarting || vmHooks.handleBreaker(); }

void recordKeptForGood(Object* o) { vmHooks.keptForGood(o); }

}
