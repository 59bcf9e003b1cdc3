// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An error on its way out of the frames: at the steps that raise it, and at those that leave a frame by it. Each frame that it has left
// until then is named; none of them returned.

#include <QVector>
#include <cstdint>
#include <optional>

#include "core/replay/memory_state.h"

namespace memtape {

class Run;

struct LeftFrame {
    uint32_t code = 0, line = 0;
};

struct PassingError {
    ObjectId error;
    QVector<LeftFrame> left; // from the outermost
    uint64_t leftInAll = 0;  // of which `left` has the outermost ones
    uint64_t raisedAt = 0;   // the step that raised it
    bool leavesNow = false;  // the step leaves a frame by it
};

// None: no error is on its way at the step. At most so many frames are told; 0: the error alone is asked for.
std::optional<PassingError> passingError(Run& run, uint64_t step, qsizetype mostFrames = 8);

}
