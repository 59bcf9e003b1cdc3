// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the layout has to know of a whole run: every box that will ever be drawn, with its life and all that it needs room for, and every
// reference with its life.

#include <QHash>
#include <QVector>
#include <cstdint>
#include <vector>

#include "ui/models/picture/picture.h"

namespace memtape {

struct RecordedBox {
    ObjectId id;
    ObjectKind kind = ObjectKind::Other;
    uint32_t type = 0;
    uint64_t begin = 0, end = 0; // first and last step at which it is drawn
    bool released = false;
    bool isDoubtful = false;                                     // it may be drawn again, at a step that was passed over
    bool isLost = false;                                         // unreachable but alive
    double told = 0;                                             // at how many steps it is what the step is about: made, changed, raised
    bool hasArrows = false;                                      // some cell of it refers to a box, at some step
    bool hasWords = false;                                       // rows that are no cells
    qsizetype members = 0;                                       // of a group: most at one step; 0: it is none
    int cells = 0;                                               // most rows at one step
    double fullHeader = 0, briefHeader = 0, lines = 0, more = 0; // widths: of the header in two ways, of the widest cell, of what is folded
    QVector<double> cellWidths;                                  // by place
};

struct RecordedReference {
    int from = -1; // box, or -1: a row of the stack
    int to = 0;
    int place = 0; // the cell's, in the box
    uint64_t begin = 0, end = 0;
    double y = 0;      // of a row of the stack
    double weight = 1; // of a row of the stack: names that stay weigh more than those of calls
};

class RunRecord {
public:
    // Pictures in the order of their steps; `previousStep`: of the one before, that a reference goes on from.
    void add(const Picture& picture, uint64_t step, uint64_t previousStep);
    // Whether something is alive that was drawn and is no more: it may be unreachable, which such pictures do not have (`PictureOptions::facts`), as
    // that takes a scan of the heap. Then the state of the step is asked: what is lost stays where it is, and as it is, until it is released.
    bool hasAbsent() const { return !m_absent.isEmpty(); }
    void keepLost(const MemoryState& state);
    // `isWhole`: no step was passed over, nor a state that was to be asked. Else what was folded away, or left to a group, may be drawn again at a step
    // that was passed over, or when it is lost. `lives`: of all objects of the run.
    void finish(uint64_t steps, bool isWhole, const std::vector<Life>& lives);

    QVector<RecordedBox> boxes; // in order of birth
    QVector<RecordedReference> references;

private:
    struct Key {
        ObjectId from; // none: a row of the stack
        ObjectId to;
        uint64_t row;
        bool operator==(const Key&) const = default;
    };
    friend size_t qHash(const RunRecord::Key& key, size_t seed) {
        return memtape::qHash(key.from, seed) * 31 ^ memtape::qHash(key.to, seed) ^ ::qHash(key.row, seed);
    }
    // A box as it was drawn last. While it is drawn so, its references need not be looked at: they go on.
    struct Drawn {
        QVector<RowPicture> rows;
        uint64_t step = 0;
        QVector<int> references; // to boxes, that are open
    };
    int addBox(const BoxPicture& box, uint64_t step, uint64_t previousStep, Detail detail);
    void leaveToOthers(const QVector<int>& before, uint64_t step);
    int see(const Key& key, uint64_t step, uint64_t previousStep, double y, double weight);
    void end(Drawn& drawn);

    QVector<int> m_drawn;           // at the step before
    QVector<int> m_absent;          // alive, and not drawn any more
    std::vector<Drawn> m_drawnLast; // as the boxes
    QHash<ObjectId, int> m_numbers;
    QHash<Key, int> m_open; // to the latest interval
};

}
