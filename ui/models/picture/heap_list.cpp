// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/heap_list.h"

#include <QHash>
#include <algorithm>

namespace memtape {

namespace {

constexpr qsizetype mostObjects = 300; // of one type

}

QVector<HeapTypeRow> heapByType(const MemoryState& state) {
    QVector<HeapTypeRow> rows;
    QHash<uint32_t, qsizetype> rowOf;
    for (ObjectId id : state.liveObjects(true)) {
        const ObjectView object = state.object(id);
        auto known = rowOf.constFind(object.type);
        if (known == rowOf.constEnd()) {
            known = rowOf.insert(object.type, rows.size());
            rows.append({QString::fromStdString(state.type(object.type).name), 0, 0, {}});
        }
        HeapTypeRow& row = rows[*known];
        ++row.count;
        row.bytes += object.size;
        if (row.objects.size() < mostObjects) row.objects.append(id);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const HeapTypeRow& a, const HeapTypeRow& b) { return a.bytes > b.bytes; });
    return rows;
}

}
