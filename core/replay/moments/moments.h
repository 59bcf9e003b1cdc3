// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory between two steps: after so many events of the run. On its way forwards it plays each event once; backwards it begins again at the first step
// that it was asked for.

#include <cstdint>
#include <memory>

#include "core/replay/memory_state.h"

namespace memtape {

class Reading;
class Tape;

class Moments {
public:
    explicit Moments(std::shared_ptr<const Tape> tape);
    ~Moments();
    Moments(const Moments&) = delete;
    Moments& operator=(const Moments&) = delete;

    // Within the step: behind its own event, or where the run had `event` events, if that is later. False: the tape does not reach so far.
    bool goTo(uint64_t step, uint64_t event);
    const MemoryState& state() const;
    const Reading& reading() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}
