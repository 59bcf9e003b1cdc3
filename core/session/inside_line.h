// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a line stands between two of its parts: at sub-step N.K the K parts that end in step N are done.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/session/part_watch.h"

namespace memtape {

enum class PartState : uint8_t { Done, AtWork, ToCome, Raising };

struct InsideLine {
    struct Row {
        const LinePart* part;
        PartState state;
    };
    std::vector<Row> rows;            // the parts of the line that runs, in order
    const LinePart* atWork = nullptr; // whose turn it is; null: nobody's that is known
    const LinePart* justDone = nullptr;
    uint32_t number = 0, ofStep = 0; // K, and how many parts end in the step
    PartMoment now;                  // event 0: the step itself
    std::vector<Granule> stack;      // the evaluation stack, the top last; 0: an empty place
};

// None: not so many parts end in the step. The parts must stay while the answer is used.
std::optional<InsideLine> insideLineAt(const std::vector<LinePart>& parts, uint64_t step, uint32_t number);

}
