// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"

namespace memtape {

// A profiler of _lsprof listens in the place of a program's profile function, which sys.getprofile() does not show.
bool isProfileListener(const Object* profileFunction);

}
