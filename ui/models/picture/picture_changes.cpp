// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/picture_changes.h"

namespace memtape {

PictureChanges::PictureChanges(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        switch (change.kind) {
        case EventKind::Alloc: m_made.insert(change.object); break;
        case EventKind::Free: m_released.append(change); break;
        case EventKind::SlotSet:
        case EventKind::SlotClear: m_slots.insert(slotKey(change.frame, change.index)); break;
        case EventKind::PointerSet:
        case EventKind::PointerCopy:
            if (!change.object) {
                m_slots.insert(slotKey(change.frame, change.index));
                break;
            }
            m_objects.insert(change.object);
            if (change.pointer && change.pointer->ref != RefKind::Weak) noteCell(change);
            break;
        case EventKind::CellSet:
        case EventKind::CellInsert:
        case EventKind::CellMove:
        case EventKind::CellFill:
            noteCell(change);
            m_objects.insert(change.object);
            break;
        case EventKind::CellClear:
        case EventKind::CellErase:
        case EventKind::CellTruncate:
        case EventKind::PayloadSet:
        case EventKind::PayloadAppend: m_objects.insert(change.object); break;
        default: break;
        }
    }
}

PictureChanges::PictureChanges(const ComparedMarks& compared) : m_made(compared.came), m_objects(compared.changed) {
    for (const ComparedMarks::Cell& cell : compared.cells)
        noteCell({.kind = EventKind::CellSet, .object = cell.object, .cell = cell.kind, .index = cell.index});
    for (const ComparedMarks::Slot& slot : compared.bindings) m_slots.insert(slotKey(slot.frame, slot.index));
}

void PictureChanges::noteCell(const Change& change) {
    m_cells.insert(qMakePair(change.object, cellKey(change.cell, change.index)));
    if (change.cell == CellKind::Item || change.cell == CellKind::Value) m_inContainers[change.object].append(change.index);
}

}
