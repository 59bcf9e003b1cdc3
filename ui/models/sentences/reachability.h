// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why an object is alive: the shortest path from the program's names to it, as values, and what lives by it alone.

#include <QString>
#include <QVector>

#include "core/replay/reading.h"

namespace memtape {

struct PathStep {
    enum class Kind : uint8_t {
        Silent,      // a namespace itself, or a part without a name: not told
        Name,        // `name`
        RunningLine, // what an evaluation stack holds
        RunningCall, // a frame's function or code
        Returned,    // what a call hands back at this step
        Raised,      // the exception of this step
        Attribute,   // `name`: an attribute or another named part
        Item,        // `index`
        Entry,       // of a table, under `key`
    };

    Kind kind = Kind::Silent;
    QString name;
    uint32_t index = 0;
    ObjectId key;
};

struct Reachability {
    enum class Kind : uint8_t {
        Unknown, // not worked out: immortal, or too many objects
        Reached,
        Unreachable // but alive: only the cycle collector can take it
    } kind = Kind::Unknown;
    QVector<PathStep> path; // Reached: none of it silent; empty where only a running call holds the object
    // What would go with it, itself included: reached from it, and from nowhere else.
    uint64_t keptBytes = 0, keptObjects = 0;
};

// The object is alive.
Reachability reachabilityOf(const Reading& reading, ObjectId id);

}
