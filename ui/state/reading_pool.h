// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The readers by which the readings of a run are handed out. A reader whose state nobody holds any more is moved to the next step that is
// asked for, which mostly is near; so one reader is enough while no state is held. Readers hold the replay: a state may outlive the run.

#include <memory>
#include <vector>

#include "core/replay/reading.h"
#include "core/replay/replay.h"

namespace memtape {

class ReadingPool {
public:
    explicit ReadingPool(std::shared_ptr<Replay> replay) : m_replay(std::move(replay)) {}
    std::shared_ptr<const Reading> readingAt(uint64_t step); // null: no such step

private:
    struct Standing {
        explicit Standing(std::shared_ptr<Replay> r) : replay(std::move(r)), reader(replay->reader()) {}
        std::shared_ptr<Replay> replay; // before its reader, which it must outlive
        std::unique_ptr<Replay::Reader> reader;
    };
    std::shared_ptr<Standing> freeNear(uint64_t step);
    void dropSpare();

    std::shared_ptr<Replay> m_replay;
    std::vector<std::shared_ptr<Standing>> m_readers; // used once: here only, so it is free
};

}
