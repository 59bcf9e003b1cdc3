// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the heap figure counts at a step: the live objects that the program made, by type, the largest share first.

#include <QString>
#include <QVector>

#include "core/replay/memory_state.h"

namespace memtape {

struct HeapTypeRow {
    QString type;
    uint64_t count = 0, bytes = 0;
    QVector<ObjectId> objects; // in order of birth, a few hundred at most
};

QVector<HeapTypeRow> heapByType(const MemoryState& state);

}
