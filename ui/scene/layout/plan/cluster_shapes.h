// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All clusters of a run in one shape each: arranged in themselves, with one spacing and one way of nesting. The search for a plan takes of each cluster
// the shape that serves the whole best.

#include <vector>

#include "ui/scene/layout/arrangement.h"
#include "ui/scene/layout/cluster_packing.h"
#include "ui/scene/layout/plan/laid_boxes.h"

namespace memtape {

// A reference from one cluster into another, over the whole run.
struct BoxLink {
    int fromRoot = 0, toRoot = 0; // in ObjectForest::roots
    int from = 0, to = 0, place = 0;
    double weight = 1;
};

std::vector<BoxLink> linksBetween(const RunRecord& record, const ObjectForest& forest, const Arrangement& arrangement);

class ClusterShapes;
// What is too large for the view taken apart: what a box leads to, and leads to more in turn or would not be in sight beside it, stands for itself.
ObjectForest splitForest(const ObjectForest& forest, const Chains& chains, const ClusterShapes& shapes, QSizeF view);

class ClusterShapes {
public:
    ClusterShapes(const RunRecord& record, const ObjectForest& forest, const Chains& chains, std::vector<BoxForm> forms, const ArrangementRoom& room);

    const Arrangement& arrangement() const { return m_arrangement; }
    const PackedCluster& cluster(size_t root) const { return m_clusters[root]; }
    QRectF rect(int box) const { return {m_inCluster[size_t(box)], m_arrangement.size(box)}; } // from its cluster's top left corner
    QSizeF size(size_t root) const { return m_clusters[root].size; }
    // With which dots and ports the links begin and end here, from their clusters' top left corners.
    void setLinks(const std::vector<BoxLink>& links);
    QPointF dot(size_t link) const { return m_dots[link]; }
    QPointF port(size_t link) const { return m_ports[link]; }
    // The boxes of a cluster that is packed at `at`.
    void put(size_t root, QPointF at, Laid& laid) const;

private:
    PackedCluster clusterOf(const RunRecord& record, int root);

    const ObjectForest& m_forest;
    std::vector<BoxForm> m_forms; // the arrangement measures them
    ArrangementRoom m_room;
    Arrangement m_arrangement;
    std::vector<QPointF> m_inCluster; // top left corners of the boxes, from their cluster's
    std::vector<PackedCluster> m_clusters;
    std::vector<QPointF> m_dots, m_ports;
};

}
