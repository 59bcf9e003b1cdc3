// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ways for arrows that cross no box. Boxes stand in columns with channels between them. In a channel an arrow may curve as it likes;
// through a column it goes level, in a lane between two boxes. Heads on one edge stand at least `headSpacing` apart.

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QVector>

#include "ui/scene/layout/look_ahead_layout.h"

namespace memtape {

struct ArrowEnds {
    int sourceColumn = -1; // -1: a card of the stack
    QRectF source;         // the card or box
    double sourceY = 0;    // middle of the row
    int targetColumn = 0;
    QRectF target;
    int targetKey = 0; // equal for arrows to the same box
};

struct ArrowRoute {
    QPainterPath path; // from the dot to the head's foot
    QPointF dot, tip;
    bool pointsRight = true;
};

struct Obstacle {
    int column = 0;
    QRectF rect;
};

class ArrowRouter {
public:
    ArrowRouter(const QVector<LayoutColumn>& columns, const QVector<Obstacle>& obstacles);
    QVector<ArrowRoute> route(const QVector<ArrowEnds>& arrows);

private:
    double lane(int column, double wish);
    ArrowRoute one(const ArrowEnds& ends, double tipY, int rank);

    QVector<LayoutColumn> m_columns;
    QVector<QVector<QPair<double, double>>> m_taken; // by column: heights that boxes and their margins occupy, sorted
    QVector<QVector<double>> m_lanes;
};

}
