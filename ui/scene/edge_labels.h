// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What lies beyond the edges of the view: where an arrow leaves it a label says what the arrow leads to, and a line at the foot says what the
// step changed out of sight. Only in a view; a picture in a file shows all.

#include <QRectF>
#include <QString>
#include <QTransform>
#include <QVector>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/arrow_ends.h"
#include "ui/style/palette.h"

class QPainter;

namespace memtape {

class MemoryScene;
struct SceneStyle;

struct EdgeLabel {
    QRectF rect;     // in the view
    QString text;    // "→ list of 5"
    ObjectId target; // a click leads to it
    Side side = Side::Right;
    Ink ink = Ink::Arrow; // of the arrow
    int arrows = 0;       // that end in it; 0: it is the line that says what has changed
};

struct EdgeRoom {
    QRectF heap;       // what is seen of the heap, in the scene
    QTransform toView; // from the scene
    double textScale = 1;
};

// Labels do not lie on one another: those for which an edge has no room are counted on its last one.
QVector<EdgeLabel> edgeLabels(const MemoryScene& scene, const EdgeRoom& room);
void paintEdgeLabels(QPainter& painter, const SceneStyle& style, const QVector<EdgeLabel>& labels, double textScale);

// The boxes that the line just run made, changed or released and of which nothing is seen, in the order of the picture.
QVector<ObjectId> changedOutOfSight(const MemoryScene& scene, const QRectF& seenHeap);

}
