// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Follows values through a whole run: what a path of names, attributes and items leads to at each step. Names are looked up as the running frame sees
// them; a name that only a waiting frame knows is alive too, and is taken from there. Where no frame has the name, there is nothing.
//
// The run is played once for all paths. What one value looks like is asked of the memory at its step (watchedAt).

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/replay/find/find_expression.h"
#include "core/replay/reading.h"

namespace memtape {

class Tape;

struct WatchedValue {
    enum class Kind : uint8_t {
        Absent, // no frame has the name, it refers to nothing, or some part is not there
        Number, // one, a truth, or a length
        Other,
    } kind = Kind::Absent;
    double number = 0; // Number
    ObjectId object;   // none: absent, or a length
    bool operator==(const WatchedValue&) const = default;
};

struct WatchResult {
    uint64_t steps = 0;         // so many were looked at
    std::vector<bool> wasThere; // by path: whether it ever was
    bool isStopped = false, isDamaged = false, isTooLarge = false;
};

// What the path of that place leads to from the step on, in order of steps, with the memory there; all are absent before the first.
using TellWatched = std::function<void(size_t path, uint64_t step, const WatchedValue&, const Reading&)>;
// `seen`: so many steps have been looked at, now and then. `stop` may be null.
WatchResult watch(const std::shared_ptr<const Tape>& tape, const std::vector<FindPath>& paths, const TellWatched& tell,
                  const std::function<void(uint64_t steps)>& seen = {}, const std::atomic<bool>* stop = nullptr);

// The same of one step.
WatchedValue watchedAt(const Reading& reading, const FindPath& path);

}
