// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks at the steps of a run from one thread, whichever, while others look elsewhere. It shares what the run has learnt, and keeps it.

#include <memory>

#include "core/replay/reading.h"
#include "core/replay/replay.h"

namespace memtape {

class StepReader {
public:
    explicit StepReader(std::shared_ptr<Replay> replay) : m_replay(std::move(replay)), m_reader(m_replay->reader()) {}
    // Holds until the next call. Null: there is no such step. May wait until the run is learnt as far as that.
    const Reading* readingAt(uint64_t step) { return m_reader->seek(step) ? &m_reader->reading() : nullptr; }

private:
    std::shared_ptr<Replay> m_replay; // before its reader, which it must outlive
    std::unique_ptr<Replay::Reader> m_reader;
};

}
