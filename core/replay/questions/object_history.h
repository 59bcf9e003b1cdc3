// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What became of one object over the whole run, as values: the events that concern it, in order.

#include <optional>
#include <string>
#include <vector>

#include "core/replay/reading.h"
#include "core/replay/replay.h"

namespace memtape {

struct HistoryEvent {
    enum class Kind : uint8_t {
        Made,
        Released, // its count reached 0
        Collected,
        GivenBack,     // by the program itself
        Named,         // `name` refers to it from now on; empty: a name that is not known any more
        NoLongerNamed, // `name` refers to something else
        NameRemoved,   // `name` refers to nothing
        Held,          // by `other`
        NoLongerHeld,
        AttributeSet, // its attribute `name` refers to `other`
        ItemSet,      // its item `number` refers to `other`
        Changed,      // in another way
    };

    uint64_t step = 0;
    Kind kind = Kind::Changed;
    std::string name;
    ObjectId other; // none: not there at the step that is shown
    uint64_t number = 0;

    // Of what the object itself is made of, not of who refers to it.
    bool isOfContents() const { return kind == Kind::AttributeSet || kind == Kind::ItemSet || kind == Kind::Changed; }
};

struct ObjectHistory {
    std::vector<HistoryEvent> events;      // in order
    std::optional<uint64_t> contentsSetAt; // the last step, up to the one shown, that changed what it is made of
    int generation = 0;                    // of the cycle collector, at the step that is shown
};

// `changes`: what Replay::history() gives of the object. The reading is of the step that is shown: the objects that the events name are read there;
// the events are of the whole run.
ObjectHistory historyOf(const std::vector<Change>& changes, const Reading& reading, ObjectId id);

}
