// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where clusters stand in the heap: each as near as it can to the row that names it and to the clusters that it is linked with, in the view where
// there is room, and clear of all that is there at the same time.

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <cstdint>
#include <memory>
#include <vector>

#include "ui/scene/layout/spacing.h"

namespace memtape {

class Packing; // packing.h

struct PackedBox {               // or the way of an arrow within the cluster
    QRectF rect;                 // from the cluster's top left corner
    uint64_t begin = 0, end = 0; // first and last step at which it is drawn
};

// A reference from one cluster's cell into another: level it is shortest.
struct ClusterLink {
    int from = 0, to = 0;
    QPointF dot, port; // from the top left corner of each
    double weight = 1; // the part of the target's life for which it is there
};

struct PackedCluster {
    QSizeF size;
    double wish = 0;        // top
    double named = 1;       // for how much of its life a row of the stack names it: how much the wish weighs beside the links
    std::vector<int> links; // of the list that is packed with
    std::vector<PackedBox> boxes;
};

// Which choose their places first, and how much rather they stand below one another than side by side.
struct PackingManner {
    std::vector<int> order; // of all clusters; empty: as they are given
    double aside = 0.35;    // what a pixel to the right of the first place costs, against one up or down
    bool isPulled = false;  // by links to clusters that stand
    bool operator==(const PackingManner& other) const = default;
};

// Top left corners, in the order given, which is that of the rows that name them. `heap`: the part of the view that the heap has, from its first place.
std::vector<QPointF> packClusters(const std::vector<const PackedCluster*>& clusters, const std::vector<ClusterLink>& links, const QRectF& heap,
                                  const Spacing& spacing, const PackingManner& manner);

// Where a cluster would be clear of what stands: at each left edge that comes into question, in each gap at its ends and at the tops that are wished for.
std::vector<QPointF> freePlaces(const PackedCluster& cluster, const std::vector<PackedBox>& taken, const std::vector<double>& tops,
                                const QRectF& heap, const Spacing& spacing);

// Free places among boxes that stand, and that are there at the same time.
class FreePlaces {
public:
    FreePlaces(const QRectF& heap, const Spacing& spacing);
    ~FreePlaces();
    void take(const QRectF& rect);
    QPointF nearest(QPointF wish, QSizeF size);

private:
    QRectF m_heap;
    std::unique_ptr<Packing> m_packing;
};

}
