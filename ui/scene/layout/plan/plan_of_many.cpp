// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/plan/plan_of_many.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "ui/scene/layout/plan/cluster_shapes.h"
#include "ui/scene/layout/plan/plan_trials.h"

namespace memtape {

namespace {

// So many boxes are in no view whatever the spacing, in the mean over the run: then the closer one leaves less out of sight.
constexpr double mostInSight = 150;
// The closer spacing is liked less, and is not tried where next to nothing is out of sight; in crossings of a picture.
constexpr double closeDislike = 0.5, goodEnough = 1;

constexpr uint64_t brief = 8; // a box that is drawn for less than such a part of its parent's life does not shape the parent's cluster

// What stood by itself at first, and was left to a group or folded away soon, is no part of what refers to it: else a list would stand for the rest of the
// run where there was room for the first hundred of its items. It comes last.
ObjectForest withoutBrief(const RunRecord& record, ObjectForest forest, const Chains& chains) {
    auto life = [&](int node) { return record.boxes[node].end - record.boxes[node].begin + 1; };
    for (int node = 0; node < int(forest.nodes.size()); ++node) {
        const int parent = forest.nodes[size_t(node)].parent;
        if (parent < 0 || chains.of[size_t(node)] >= 0 || !record.boxes[node].isDoubtful || life(node) * brief >= life(parent)) continue;
        forest.detach(node);
    }
    return forest;
}

double aliveInTheMean(const RunRecord& record) {
    double lives = 0, steps = 1;
    for (const RecordedBox& box : record.boxes) {
        lives += double(box.end - box.begin + 1);
        steps = std::max(steps, double(box.end));
    }
    return lives / steps;
}

}

std::vector<int> orderAsNamed(const RunRecord& record, const ObjectForest& forest) {
    std::vector<int> order(forest.roots.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_partition(order.begin(), order.end(), [&](int i) { return record.boxes[forest.roots[size_t(i)]].members > 0; });
    return order;
}

FoundPlan planOfMany(const RunRecord& record, const ObjectForest& grown, const Chains& chains, const SearchRoom& room) {
    const ObjectForest forest = withoutBrief(record, grown, chains);
    const std::vector<BoxForm> forms = chooseForms(record, forest, room.forms);
    const PlanTrials trials(record, room.heap, {});
    PackingManner manner;
    manner.order = orderAsNamed(record, forest);
    FoundPlan best;
    double least = std::numeric_limits<double>::infinity();
    const bool isHopeless = aliveInTheMean(record) > mostInSight;
    for (const bool isClose : {false, true}) {
        if (isHopeless && !isClose) continue;
        const Spacing spacing = isClose ? close : Spacing();
        const ArrangementRoom inThis{room.forms.detail, room.heap.size(), room.tree, spacing, Nesting::Beside, room.forms.lineWidth};
        const ClusterShapes shapes(record, forest, chains, forms, inThis);
        std::vector<const PackedCluster*> clusters;
        for (size_t root = 0; root < forest.roots.size(); ++root) clusters.push_back(&shapes.cluster(root));
        const std::vector<QPointF> places = packClusters(clusters, {}, room.heap, spacing, manner);
        Laid laid{std::vector<QPointF>(forest.nodes.size()), std::vector<QSizeF>(forest.nodes.size()), std::vector<BoxForm>(forest.nodes.size())};
        for (size_t root = 0; root < places.size(); ++root) shapes.put(root, places[root], laid);
        const double bad = trials.roughly(laid) + (isClose ? closeDislike : 0);
        if (bad >= least) continue;
        least = bad;
        best = {std::move(laid), spacing};
        if (bad < goodEnough) break;
    }
    return best;
}

}
