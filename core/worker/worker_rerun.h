// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a recorded program again in a process of its own, to see what happens inside its lines (session/rerun.h). Used from one thread; its functions return
// at once.

#include <functional>
#include <memory>
#include <vector>

#include "core/session/rerun.h"

namespace memtape {

class RunFollower;

class WorkerRerun {
public:
    WorkerRerun();
    ~WorkerRerun(); // ends what runs, without `finished` being called

    // The one before is given up. `finished`: on another thread.
    void start(const std::shared_ptr<const Tape>& tape, const RunOptions& given, const std::vector<uint64_t>& steps,
               std::function<void(const LineParts&)> finished);
    bool isRunning() const;
    // How many steps it has done, for who waits.
    uint64_t stepsSoFar() const;

private:
    std::shared_ptr<Tape> m_again;
    std::unique_ptr<RunFollower> m_follower; // of the one that was started last
};

}
