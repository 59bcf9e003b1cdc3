// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where clusters stand in the heap: each as near as it can to the height of the row that names it, in the view where there is room, and
// clear of all that is there at the same time.

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <cstdint>
#include <vector>

#include "ui/scene/layout/spacing.h"

namespace memtape {

struct PackedBox {               // or the way of an arrow within the cluster
    QRectF rect;                 // from the cluster's top left corner
    uint64_t begin = 0, end = 0; // first and last step at which it is drawn
};

struct PackedCluster {
    QSizeF size;
    double wish = 0; // top
    std::vector<PackedBox> boxes;
};

// In the order given; top left corners. `heap`: the part of the view that the heap has, from its first place.
std::vector<QPointF> packClusters(const std::vector<PackedCluster>& clusters, const QRectF& heap, const Spacing& spacing);

// The free place nearest to a wish, among boxes that stand.
QPointF freePlace(QPointF wish, QSizeF size, const std::vector<QRectF>& taken, const QRectF& heap, const Spacing& spacing);

}
