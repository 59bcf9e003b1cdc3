// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The modules written in C++: each is made when it is first imported (modules.def lists them).

#include "core/python/objects/model/object.h"

namespace memtape {

#define MODULE(name, make) Owned make();
#include "core/python/modules/modules.def"
#undef MODULE

}
