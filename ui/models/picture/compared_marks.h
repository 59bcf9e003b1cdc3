// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What differs between the step of a picture and another one, for its marks.

#include <QSet>
#include <QString>
#include <QVector>

#include "ui/models/picture/picture.h"

namespace memtape {

struct ComparedMarks {
    struct Cell {
        ObjectId object;
        CellKind kind = CellKind::Field;
        uint32_t index = 0;
    };
    struct Slot {
        uint32_t frame = 0, index = 0; // of the running thread
    };
    uint64_t step = UINT64_MAX; // at which they hold; in a picture of another one what came is marked, if that is of the same run, and nothing else
    bool ofOneRun = false;
    QSet<ObjectId> came, changed;
    QVector<Cell> cells;
    QVector<Slot> bindings;
    QString cameNote, changedNote; // below the boxes
};

}
