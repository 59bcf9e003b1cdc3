// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/cluster_packing.h"

#include <algorithm>
#include <numeric>

#include "ui/scene/layout/lanes.h"
#include "ui/scene/layout/packing.h"

namespace memtape {

namespace {

constexpr size_t eachBox = 500; // with more boxes than that in all, clusters are taken whole

// Where the arrows from the rows that name a cluster, and those to and from clusters that stand, would be level, in the mean.
QPointF wishAmong(const PackedCluster& cluster, int which, const std::vector<ClusterLink>& links, const std::vector<QPointF>& places,
                  const std::vector<char>& stands, const QRectF& heap, const Spacing& spacing) {
    QPointF sum(heap.left() * cluster.named, cluster.wish * cluster.named);
    double all = cluster.named;
    for (int index : cluster.links) {
        const ClusterLink& link = links[size_t(index)];
        const int other = link.from == which ? link.to : link.from;
        if (!stands[size_t(other)]) continue;
        QPointF between(link.from == which ? -spacing.beside : spacing.beside, 0);
        QPointF own = link.from == which ? link.dot : link.port, there = link.from == which ? link.port : link.dot;
        sum += (places[size_t(other)] + there + between - own) * link.weight;
        all += link.weight;
    }
    return all > 0 ? sum / all : QPointF(heap.left(), cluster.wish);
}

}

std::vector<QPointF> packClusters(const std::vector<const PackedCluster*>& clusters, const std::vector<ClusterLink>& links, const QRectF& heap,
                                  const Spacing& spacing, const PackingManner& manner) {
    size_t boxes = 0;
    for (const PackedCluster* cluster : clusters) boxes += cluster->boxes.size();
    Packing packing(heap, spacing);
    std::vector<QPointF> places(clusters.size());
    std::vector<char> stands(clusters.size(), 0);
    std::vector<int> order = manner.order;
    if (order.empty()) {
        order.resize(clusters.size());
        std::iota(order.begin(), order.end(), 0);
    }
    for (int which : order) {
        const size_t i = size_t(which);
        const PackedCluster& cluster = *clusters[i];
        std::vector<PackedBox> whole = cluster.boxes;
        if (boxes > eachBox) {
            PackedBox all{QRectF(QPointF(0, 0), cluster.size), UINT64_MAX, 0};
            for (const PackedBox& box : cluster.boxes) {
                all.begin = std::min(all.begin, box.begin);
                all.end = std::max(all.end, box.end);
            }
            whole = {all};
        }
        QPointF wish(heap.left(), cluster.wish);
        if (manner.isPulled) wish = wishAmong(cluster, which, links, places, stands, heap, spacing);
        // Rather higher than it is named than out of sight.
        double lowest = std::max(heap.top(), heap.bottom() - cluster.size.height()),
               rightmost = std::max(heap.left(), heap.right() - cluster.size.width());
        double left = heap.left() + lanes::nearest(std::clamp(wish.x(), heap.left(), rightmost) - heap.left());
        double top = heap.top() + lanes::nearest(std::clamp(wish.y(), heap.top(), lowest) - heap.top());
        places[i] = packing.placeFor(whole, cluster.size, {left, top, manner.aside});
        stands[i] = 1;
        for (PackedBox box : whole) {
            box.rect.translate(places[i]);
            packing.take(box);
        }
    }
    return places;
}

std::vector<QPointF> freePlaces(const PackedCluster& cluster, const std::vector<PackedBox>& taken, const std::vector<double>& tops,
                                const QRectF& heap, const Spacing& spacing) {
    Packing packing(heap, spacing);
    for (const PackedBox& box : taken) packing.take(box);
    return packing.allPlaces(cluster.boxes, cluster.size, tops);
}

FreePlaces::FreePlaces(const QRectF& heap, const Spacing& spacing) : m_heap(heap), m_packing(std::make_unique<Packing>(heap, spacing)) {}
FreePlaces::~FreePlaces() = default;

void FreePlaces::take(const QRectF& rect) { m_packing->take({rect, 0, 0}); }

QPointF FreePlaces::nearest(QPointF wish, QSizeF size) {
    const double left = std::max(m_heap.left(), m_heap.left() + lanes::nearest(wish.x() - m_heap.left()));
    const double top = std::max(m_heap.top(), m_heap.top() + lanes::nearest(wish.y() - m_heap.top()));
    return m_packing->placeFor({{QRectF(QPointF(0, 0), size), 0, 0}}, size, {left, top, 1});
}

}
