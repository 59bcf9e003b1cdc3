// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace memtape {

// One collection of a generation of the collector and those younger, from beginning to end. The number of objects that were unreachable,
// without those that finalizers brought back, and with the weak references that died of their callbacks. Errors are unraisable; none is pending before or after.
int64_t runCollection(int generation);

}
