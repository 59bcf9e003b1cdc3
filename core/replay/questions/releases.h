// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why objects of the program were released over a stretch of the run: what was the last to let go of each.

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "core/replay/questions/kept_alive.h"

namespace memtape {

class Tape;

enum class ReleaseCause : uint8_t {
    NameUnbound,    // a name was removed
    NameRebound,    // a name was bound to something else
    CallEnded,      // a call returned or was left, and its names with it
    PartReplaced,   // an item, attribute or entry was set to something else
    PartRemoved,    // an item, attribute or entry was taken away
    HolderReleased, // what held it was released
    LineDone,       // only the running line had held it
    Collected,      // the cycle collector took it
    GivenBack,      // the program gave its block back
    ProgramEnded,
};
constexpr size_t releaseCauses = static_cast<size_t>(ReleaseCause::ProgramEnded) + 1;
std::string_view keyOf(ReleaseCause cause);  // in JSON: `name unbound`
std::string_view textOf(ReleaseCause cause); // in English: `a name was removed`

struct ReleasedType {
    uint32_t type = 0; // TypeInfo id
    uint64_t objects = 0;
};

struct Releases {
    struct Row {
        Kept released;
        std::vector<ReleasedType> types; // the most first
    };
    std::array<Row, releaseCauses> rows;
    const Row& of(ReleaseCause cause) const { return rows[static_cast<size_t>(cause)]; }
};

// Of what the states of the steps from … to−1 show alive and the state of `to` does not, and of what came and went between. Plays the run up to `to`.
Releases releasesOf(const std::shared_ptr<const Tape>& tape, uint64_t from, uint64_t to);

}
