// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The living objects in groups: by type, by the line that made them or by size, with what came and went since a mark.

#include <QCoreApplication>
#include <QString>
#include <QVector>

#include "ui/models/heap/heap_census.h"

namespace memtape {

enum class HeapGrouping : uint8_t { Type, Line, Size };

struct HeapGroup {
    uint64_t key = 0; // of the grouping; the same at every step
    QString name;
    uint64_t count = 0, bytes = 0;
    uint64_t came = 0, went = 0; // alive now and not at the mark; then and not now
    QVector<uint32_t> members;   // places in the census
};

class HeapGroups {
    Q_DECLARE_TR_FUNCTIONS(memtape::HeapGroups)

public:
    // Those that have objects, or had some at the mark; the largest share first. `mark`: null where there is none. `wanted`: by place in the census,
    // which objects are looked at; null: all.
    static QVector<HeapGroup> of(const HeapCensus& now, const HeapCensus* mark, HeapGrouping grouping, const MemoryState& state,
                                 const std::vector<bool>* wanted = nullptr);

private:
    static QString name(HeapGrouping grouping, uint64_t key, const MemoryState& state);
};

// Groups of sizes: by powers of two. The largest size of the group that a size belongs to.
uint64_t sizeBound(uint64_t size);

}
