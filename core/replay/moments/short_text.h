// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/replay/memory_state.h"

namespace memtape {

class Reading;

// An object in one short line: a value as its language writes it, a container with its first items, and theirs: `[1, 'tea', …]`; others by their title.
// None: empty.
std::string shortText(const Reading& reading, ObjectId id);

}
