// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/objects/object.h"

namespace memtape {

// iter() of something with `__getitem__` only.
Owned newSequenceIterator(Object* sequence);

}
