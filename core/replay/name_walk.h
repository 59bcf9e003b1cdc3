// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the names of a program lead to, breadth first: each object once, by a shortest way. The rules are all here, so that who tells what
// is reachable and who tells what the program works on cannot disagree by accident.

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/replay/reading.h"

namespace memtape {

struct WalkRule {
    bool ofProgramOnly = false; // frames of the program alone, and of those the names alone
    bool dataOnly = false;      // not into modules, nor into what programs are made of (classes, routines, code)
    size_t most = SIZE_MAX;     // so many objects are enough
};

// Whatever keeps an object reachable.
constexpr WalkRule reachableRule;
// What the program's own names lead to while it works; a heap of many more objects is not told in sentences.
constexpr WalkRule workedOnRule{.ofProgramOnly = true, .dataOnly = true, .most = 20000};

class NameWalk {
public:
    // How a first object of a way is held.
    enum class Root : uint8_t { None, Namespace, Slot, Stack, Call, Returned, Raised };
    struct Hop {
        ObjectId id, from;      // from: none at a way's beginning
        Root root = Root::None; // there
        std::string_view name;  // Slot: its name; else of the cell, where it has one
        CellKind cell = CellKind::Field;
        uint32_t index = 0; // of the cell
        ObjectId key;       // of an entry
    };

    // Goes as if `without` were not there.
    NameWalk(const Reading& reading, const WalkRule& rule, ObjectId without = {});
    const std::vector<Hop>& hops() const { return m_hops; } // as they were reached
    const Hop* find(ObjectId id) const;                     // null: no way leads there
    bool leadsTo(ObjectId id) const { return find(id) != nullptr; }

private:
    void addRoots();
    void addFrame(const FrameView& frame);
    void reach(const Hop& hop);
    void goOn(ObjectId from);

    const Reading& m_reading;
    const MemoryState& m_state;
    WalkRule m_rule;
    ObjectId m_without;
    std::vector<Hop> m_hops;
    std::unordered_map<Granule, size_t> m_places; // in m_hops; one life of a granule is there at a step
};

}
