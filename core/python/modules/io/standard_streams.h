// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// sys.stdin, sys.stdout and sys.stderr: text over a buffer over a FileIO on the host's first three handles. What is written is out at once, so that it is on the tape at the
// step that writes it, and both outputs are in the order of the writes; print() has a short way.

#include "core/python/objects/model/object.h"

namespace memtape {

enum class StandardStream : int { Input, Output, Error };
Owned newStandardStream(StandardStream which);
bool isStandardStream(const Object* o, StandardStream which); // as it was made, and its writes go where it says

}
