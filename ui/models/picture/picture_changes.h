// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the line just run changed, or what differs from another step, asked by object, cell and slot.

#include <QHash>
#include <QSet>
#include <QVector>
#include <vector>

#include "ui/models/picture/compared_marks.h"
#include "ui/models/picture/picture.h"

namespace memtape {

class PictureChanges {
public:
    explicit PictureChanges(const std::vector<Change>& changes);
    explicit PictureChanges(const ComparedMarks& compared);

    bool isMade(ObjectId object) const { return m_made.contains(object); }
    bool isChanged(ObjectId object) const { return m_objects.contains(object); } // or one of its parts
    bool isSlotChanged(uint32_t frame, uint32_t index) const { return m_slots.contains(slotKey(frame, index)); }
    bool isCellChanged(ObjectId object, CellKind kind, uint32_t index) const { return m_cells.contains(qMakePair(object, cellKey(kind, index))); }
    // Items and entries of a container, by index.
    QVector<uint32_t> changedCells(ObjectId object) const { return m_inContainers.value(object); }
    const QSet<ObjectId>& made() const { return m_made; }
    const QSet<ObjectId>& changed() const { return m_objects; }
    const QVector<Change>& released() const { return m_released; }

private:
    static uint64_t slotKey(uint32_t frame, uint32_t index) { return (uint64_t(frame) << 32) | index; }
    static uint64_t cellKey(CellKind kind, uint32_t index) { return (uint64_t(kind) << 32) | index; }
    void noteCell(const Change& change);

    QSet<ObjectId> m_made, m_objects;
    QSet<QPair<ObjectId, uint64_t>> m_cells;
    QHash<ObjectId, QVector<uint32_t>> m_inContainers;
    QSet<uint64_t> m_slots;
    QVector<Change> m_released;
};

}
