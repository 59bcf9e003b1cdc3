// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/plan/cluster_moves.h"

#include <algorithm>

#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/plan/plan_trials.h"

namespace memtape {

namespace {

constexpr int rounds = 4;
constexpr double worthIt = 0.05;
constexpr size_t mostWishes = 16;
constexpr long mostSpent = 2'000'000; // pairs of arrows that are looked at

}

ClusterMoves::ClusterMoves(const RunRecord& record, const PlanTrials& trials, const QRectF& heap, const Spacing& spacing,
                           std::vector<Cluster> clusters)
    : m_trials(trials),
      m_heap(heap),
      m_spacing(spacing),
      m_clusters(std::move(clusters)),
      m_isMoved(size_t(record.boxes.size()), 0),
      m_left(mostSpent) {}

bool ClusterMoves::run(Laid& laid) {
    for (const StraightArrows& sample : m_trials.samples()) m_ways.push_back(sample.waysOf(laid));
    bool isBetter = false;
    for (int round = 0; round < rounds; ++round) {
        bool hasMoved = false;
        for (size_t cluster = 0; cluster < m_clusters.size() && m_left > 0; ++cluster) hasMoved = move(cluster, laid) || hasMoved;
        isBetter = isBetter || hasMoved;
        if (!hasMoved) break;
    }
    return isBetter;
}

void ClusterMoves::put(size_t cluster, QPointF at, Laid& laid) {
    const QPointF by = at - m_clusters[cluster].place;
    for (int box : m_clusters[cluster].boxes) laid.places[size_t(box)] += by;
    m_clusters[cluster].place = at;
}

// As far as it has to do with this cluster.
double ClusterMoves::badnessOf(size_t cluster, const Laid& laid) {
    double bad = m_trials.unseen(laid, m_clusters[cluster].boxes);
    const auto& samples = m_trials.samples();
    for (size_t i = 0; i < samples.size(); ++i) {
        bad += samples[i].tangleOf(m_isMoved, laid, m_ways[i]) / double(samples.size());
        m_left -= long(samples[i].arrows().size()) * 4;
    }
    return bad;
}

// The tops at which arrows from or to it would be level.
std::vector<double> ClusterMoves::wishesOf(size_t cluster, const Laid& laid) const {
    std::vector<double> tops;
    const double place = m_clusters[cluster].place.y();
    for (size_t i = 0; i < m_ways.size(); ++i)
        for (size_t j = 0; j < m_ways[i].size(); ++j) {
            const StraightArrows::Arrow& arrow = m_trials.samples()[i].arrows()[j];
            const bool isFrom = arrow.from >= 0 && m_isMoved[size_t(arrow.from)], isTo = m_isMoved[size_t(arrow.to)];
            if (isFrom == isTo) continue;
            const double port = laid.places[size_t(arrow.to)].y() + geometry::portHeight(laid.forms[size_t(arrow.to)].form, m_trials.detail());
            const double by = m_ways[i][j].from.y() - port, top = place + (isTo ? by : -by);
            if (std::find(tops.begin(), tops.end(), top) == tops.end() && tops.size() < mostWishes) tops.push_back(top);
        }
    return tops;
}

bool ClusterMoves::move(size_t cluster, Laid& laid) {
    std::vector<PackedBox> taken;
    for (size_t other = 0; other < m_clusters.size(); ++other)
        if (other != cluster)
            for (PackedBox box : m_clusters[other].packed->boxes) {
                box.rect.translate(m_clusters[other].place);
                taken.push_back(box);
            }
    for (int box : m_clusters[cluster].boxes) m_isMoved[size_t(box)] = 1;
    const QPointF before = m_clusters[cluster].place;
    QPointF best = before;
    double least = badnessOf(cluster, laid) - worthIt;
    for (QPointF place : freePlaces(*m_clusters[cluster].packed, taken, wishesOf(cluster, laid), m_heap, m_spacing)) {
        put(cluster, place, laid);
        const double bad = badnessOf(cluster, laid);
        if (bad >= least) continue;
        least = bad;
        best = place;
    }
    put(cluster, best, laid);
    badnessOf(cluster, laid); // its arrows' ways are as they stand
    for (int box : m_clusters[cluster].boxes) m_isMoved[size_t(box)] = 0;
    return best != before;
}

}
