// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What packing cannot find, as it places one cluster after another: each cluster is taken out and tried at all places that are free among the others,
// as long as the whole gets better, judged roughly.

#include <vector>

#include "ui/scene/layout/cluster_packing.h"
#include "ui/scene/layout/plan/laid_boxes.h"
#include "ui/scene/layout/plan/straight_arrows.h"
#include "ui/scene/layout/spacing.h"

namespace memtape {

class PlanTrials;

class ClusterMoves {
public:
    struct Cluster {
        const PackedCluster* packed;
        std::vector<int> boxes; // of the record
        QPointF place;
    };
    ClusterMoves(const RunRecord& record, const PlanTrials& trials, const QRectF& heap, const Spacing& spacing, std::vector<Cluster> clusters);

    // Whether it got better.
    bool run(Laid& laid);

private:
    bool move(size_t cluster, Laid& laid);
    double badnessOf(size_t cluster, const Laid& laid);
    std::vector<double> wishesOf(size_t cluster, const Laid& laid) const;
    void put(size_t cluster, QPointF at, Laid& laid);

    const PlanTrials& m_trials;
    QRectF m_heap;
    Spacing m_spacing;
    std::vector<Cluster> m_clusters;
    std::vector<char> m_isMoved;                          // by box
    std::vector<std::vector<StraightArrows::Way>> m_ways; // of the samples
    long m_left;                                          // of what may be spent
};

}
