// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The scene as a grid of crossings of lanes, for the search of ways. For each crossing and each of the two directions it is known who
// runs there: nobody, an obstacle, or arrows to one target. An arrow that runs level leaves a crossing open to upright ones.

#include <QRectF>
#include <QVector>
#include <cstdint>
#include <vector>

#include "ui/scene/layout/arrow_curves.h"

namespace memtape {

class RoutingGrid {
public:
    // Who runs somewhere: an arrow's target, from 1, and whether the arrow keeps to lanes there, so that others can join it. Of more than
    // some thousand targets two may have the same number, and be taken for one.
    using Owner = int16_t;
    static constexpr Owner nobody = 0, obstacle = -1;
    static constexpr Owner ownerOf(int target, bool onLanes) { return Owner((target % (1 << 13) + 1) * 2 + onLanes); }
    static constexpr Owner targetOf(Owner owner) { return owner & ~1; } // of an obstacle or nobody: of no arrow
    static constexpr bool isOnLanes(Owner owner) { return owner > 0 && (owner & 1); }

    // `room`: where arrows had better stay, and left of which they do not go; null: anywhere.
    RoutingGrid(const QVector<QRectF>& obstacles, const QRectF& bounds, const QRectF& room = {});

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    QPointF place(QPoint at) const { return m_origin + QPointF(at) * m_pitch; }
    // The crossing nearest to a point; one outside where the point is.
    QPoint nearest(QPointF point) const;
    // Neither outside nor in an obstacle.
    bool isFree(QPoint at) const {
        return at.x() >= 0 && at.y() >= 0 && at.x() < m_columns && at.y() < m_rows && m_cells[indexOf(at)].level != obstacle;
    }

    struct Cell {
        Owner level, upright; // who runs through it in that direction
    };
    size_t indexOf(QPoint at) const { return size_t(at.y()) * m_columns + at.x(); } // neighbours are 1 and `columns` apart
    const Cell& at(size_t index) const { return m_cells[index]; }
    // Whether an arrow to this target may turn at a free crossing: no others run there.
    bool mayBend(QPoint at, int target) const {
        const Cell& cell = m_cells[indexOf(at)];
        auto isOpen = [target](Owner owner) { return owner == nobody || targetOf(owner) == ownerOf(target, false); };
        return isOpen(cell.level) && isOpen(cell.upright);
    }
    // What a step to there costs more than elsewhere: an obstacle is so near that a way had better keep away, or it is outside the room.
    int dearness(size_t index) const { return m_dearness[index]; }

    // An arrow's line, and its head: where that stands nothing else runs, nor crosses.
    struct Line {
        QVector<QPointF> points;
        QPointF foot, tip;
        Owner owner = nobody;
    };
    void add(const Line& line);
    // Opens also what other lines of that owner, or lines that came later, close: they are to be added again.
    void remove(const Line& line);

private:
    template <typename Visit> void eachCellIn(const QRectF& rect, Visit visit);
    template <typename Visit> void eachOwnerAlong(const Line& line, Visit visit); // of the crossings that a line closes

    double m_pitch;
    QPointF m_origin;
    int m_columns, m_rows;
    std::vector<Cell> m_cells;
    std::vector<uint8_t> m_dearness;
};

}
