// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A number for all that a replayed memory holds: two states are the same where their numbers are.

#include <cstdint>

#include "core/replay/memory.h"

namespace memtape {

uint64_t fingerprint(const Memory& memory);

}
