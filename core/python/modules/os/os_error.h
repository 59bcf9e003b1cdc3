// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the host refuses or the system cannot do, as the OSError of its number.

#include <string_view>

#include "core/python/objects/model/object.h"

namespace memtape {

Failure raiseOsError(int number, Object* filename = nullptr, Object* filename2 = nullptr); // the subclass that the number means; in strerror's words
Failure raiseRefusal(int number, std::string_view why);                                    // the same in words of our own

}
