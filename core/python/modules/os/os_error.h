// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the host refuses or the system cannot do, as the OSError of its number.

#include "core/python/objects/model/object.h"

namespace memtape {

Failure raiseOsError(int number, Object* filename = nullptr); // the subclass that the number means; in strerror's words

}
