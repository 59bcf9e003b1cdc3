// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times to wait, as the program gives them.

#include <cstdint>

#include "core/python/objects/model/object.h"

namespace memtape {

// Seconds as nanoseconds, rounded up; what has no place there raises CPython's errors. Negative ones stay negative.
bool secondsToNs(Object* seconds, int64_t* ns);

// The two arguments of a lock's acquire(): whether to wait, and for how long (noTimeout: for ever; 0: not at all).
bool acquireArguments(struct Args args, int64_t* timeoutNs);

}
