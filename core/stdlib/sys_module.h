// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objects/object.h"

namespace memtape {

// Made once, before anything is printed or imported: sets interpreter.sysDict; takes interpreter.modules as sys.modules.
Owned makeSysModule();

}
