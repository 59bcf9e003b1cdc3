// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/text/str_object.h"

namespace memtape {

// An interned, counted string dies: the table forgets it. (str's dealloc calls it.)
void dropInterned(StrObject* s);
size_t internedStringCount(bool onlyImmortal);

}
