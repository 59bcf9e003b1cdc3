// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Since when nothing has reached an object: what is lost stays lost, so the step is found by halving.

#include <atomic>
#include <cstdint>
#include <optional>

#include "core/replay/memory_state.h"

namespace memtape {

class StepReader;

// The object is unreachable at `step` and was made at `madeAt`. The first step at which it is so. None: over, or the heap is too large to be gone through so often.
std::optional<uint64_t> lostSince(StepReader& reader, ObjectId object, uint64_t madeAt, uint64_t step, const std::atomic<bool>& isOver);

}
