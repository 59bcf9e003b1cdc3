// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that can be said about one object at one step, for the inspector, as values: a kind and its figures. No words (inspector_words.h has
// them), no widgets; who shows or compares facts does so by their kinds.

#include <QString>
#include <QVector>
#include <optional>

#include "core/replay/questions/holders.h"
#include "core/replay/questions/object_history.h"
#include "core/replay/questions/reachability.h"

namespace memtape {

class Run;

struct Fact {
    enum class Kind : uint8_t {
        Address,         // `number`
        Size,            // `number` of bytes
        KeepsAlive,      // `number` of bytes in `count` objects, itself among them
        Room,            // for `number` cells
        Made,            // at `step`, by line `number`
        MadeBeforeLines, // before the first line
        Generation,      // `number`
        LastChanged,     // at `step`
        Awaits,          // `object`, as a call that is paused
        AwaitedBy,       // `object`, a call that is paused
        YieldsFrom,      // `object`, as a call that gives on what that gives
        YieldedFromBy,   // `object`, such a call
    };

    Kind kind = Kind::Address;
    uint64_t number = 0, count = 0;
    std::optional<uint64_t> step; // a click goes there
    ObjectId object;              // a click selects it

    std::string_view basisFact() const; // as core/replay/questions/basis.h calls it
};

struct InspectorFacts {
    static InspectorFacts of(Run& run, uint64_t step, ObjectId id);

    ObjectId id;
    bool isAlive = false; // else the history alone is known
    QString type;
    QVector<Fact> facts;
    ReferenceSum sum;
    std::vector<HolderFact> holders; // the first sixty
    ObjectHistory history;
    Reachability reachability;
};

}
