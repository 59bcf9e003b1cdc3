// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a way is drawn. A way is a line of corners, its legs level or upright; its curve rounds them. Two corners that turn against each
// other, with a short leg between them, become one S.

#include <QPainterPath>
#include <QPointF>
#include <QVector>

namespace memtape {

using Corners = QVector<QPointF>; // from the dot to the head's foot
using Points = QVector<QPointF>;

enum class Softness : uint8_t {
    Wide,  // as an arrow looks that has room around it
    Lane,  // keeps to its legs, so that neighbours 8 px apart stay apart
    Tight, // where a channel is full
};

struct CurvePiece {
    bool isLine = true;
    QPointF control1, control2, to;
};

struct Curve {
    QPointF from;
    QVector<CurvePiece> pieces;
};

// The first `straightStart` px and the last `straightEnd` px stay straight: what lies in the box, and what arrows to one box share.
Curve roundedCurve(const Corners& way, double straightStart, double straightEnd, Softness softness);

// From an exit to an entry with nothing between them but one bend of a spline, for where nothing better is possible.
Curve plainCurve(QPointF dot, QPointF leaves, QPointF foot, QPointF arrives);

// Points along the curve, near enough that their chords stand for it.
void flatten(const Curve& curve, Points& points);

QPainterPath painterPath(const Curve& curve);

}
