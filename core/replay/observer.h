// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sees each change as play makes it: for questions about what happened, which no state answers.

#include "core/replay/memory_state.h"

namespace memtape {

class Memory;

struct RawChange {
    EventKind kind = EventKind::Step;
    ObjectId object, value, previous;
    CellKind cell = CellKind::Field;
    HolderKind holder = HolderKind::Stack;
    uint32_t index = 0; // cell, slot, depth
    uint32_t frame = 0; // index of the frame
    FreeCause cause = FreeCause::Count;
    OutputStream stream = OutputStream::Stdout;
    uint32_t type = 0;
    std::string_view text;
    std::optional<PointerView> pointer; // PointerSet, PointerCopy: what is there from now on; none: nothing
};

class Observer {
public:
    virtual void see(const RawChange& change, const Memory& memory) = 0;

protected:
    ~Observer() = default;
};

}
