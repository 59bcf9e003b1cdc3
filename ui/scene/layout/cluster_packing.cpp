// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/cluster_packing.h"

#include <algorithm>
#include <cmath>

#include "ui/scene/layout/lanes.h"

namespace memtape {

namespace {

constexpr size_t mostSides = 24; // left edges that are tried
constexpr size_t eachBox = 500;  // with more boxes than that in all, clusters are taken whole
constexpr double outOfSight = 6; // what a pixel beyond the view costs, against one away from the wish
constexpr double aside = 0.35;   // what one to the right of the first place costs

struct Interval {
    double from, to;
};

struct Wish {
    double left = 0, top = 0;
    double aside = 1; // what a pixel to the side costs, against one up or down
};

class Packing {
public:
    Packing(const QRectF& heap, const Spacing& spacing) : m_heap(heap), m_spacing(spacing) {}

    void take(const PackedBox& box) { m_taken.push_back(box); }

    QPointF placeFor(const std::vector<PackedBox>& boxes, QSizeF size, const Wish& wish) {
        chooseSides(boxes, wish.left);
        QPointF best;
        double least = -1;
        for (double left : m_sides) {
            double beyondRight = std::max(0.0, left + size.width() - m_heap.right());
            auto cost = [&](double top) {
                double beyondFoot = std::max(0.0, top + size.height() - m_heap.bottom());
                return std::abs(top - wish.top) + std::abs(left - wish.left) * wish.aside + (beyondRight + beyondFoot) * outOfSight;
            };
            block(boxes, left);
            double top = freeTop(wish.top, cost);
            if (least >= 0 && cost(top) >= least) continue;
            least = cost(top);
            best = QPointF(left, top);
        }
        return best;
    }

private:
    static bool meet(const PackedBox& a, const PackedBox& b) { return a.begin <= b.end + 1 && b.begin <= a.end + 1; }

    void chooseSides(const std::vector<PackedBox>& boxes, double wish) {
        m_sides.clear();
        for (const PackedBox& taken : m_taken) {
            bool isThere = std::any_of(boxes.begin(), boxes.end(), [&](const PackedBox& box) { return meet(box, taken); });
            if (isThere) m_sides.push_back(m_heap.left() + lanes::nearest(taken.rect.right() + m_spacing.beside - m_heap.left()));
        }
        std::sort(m_sides.begin(), m_sides.end());
        m_sides.erase(std::unique(m_sides.begin(), m_sides.end()), m_sides.end());
        if (m_sides.size() > mostSides) m_sides.resize(mostSides);
        m_sides.insert(m_sides.begin(), m_heap.left());
        if (wish > m_heap.left()) m_sides.push_back(wish);
    }

    // The heights at which the boxes would not be clear of what is there, with their cluster's left edge at `left`.
    void block(const std::vector<PackedBox>& boxes, double left) {
        m_blocked.clear();
        for (const PackedBox& box : boxes)
            for (const PackedBox& taken : m_taken) {
                if (taken.rect.left() >= left + box.rect.right() + m_spacing.beside ||
                    taken.rect.right() + m_spacing.beside <= left + box.rect.left())
                    continue;
                if (!meet(box, taken)) continue;
                m_blocked.push_back(
                    {taken.rect.top() - m_spacing.cluster - box.rect.bottom(), taken.rect.bottom() + m_spacing.cluster - box.rect.top()});
            }
        std::sort(m_blocked.begin(), m_blocked.end(), [](const Interval& a, const Interval& b) { return a.from < b.from; });
    }

    template <class Cost> double freeTop(double wish, Cost cost) const {
        double free = m_heap.top(), best = free, least = -1; // free: all above has been seen
        auto consider = [&](double top) {
            if (least >= 0 && cost(top) >= least) return;
            least = cost(top);
            best = top;
        };
        for (const Interval& interval : m_blocked) {
            if (interval.from >= free) {
                consider(free);
                consider(std::clamp(wish, free, interval.from));
            }
            free = std::max(free, interval.to);
        }
        consider(free);
        consider(std::max(wish, free));
        return best;
    }

    QRectF m_heap;
    Spacing m_spacing;
    std::vector<PackedBox> m_taken;
    std::vector<double> m_sides;
    std::vector<Interval> m_blocked;
};

}

std::vector<QPointF> packClusters(const std::vector<PackedCluster>& clusters, const QRectF& heap, const Spacing& spacing) {
    size_t boxes = 0;
    for (const PackedCluster& cluster : clusters) boxes += cluster.boxes.size();
    Packing packing(heap, spacing);
    std::vector<QPointF> places;
    for (const PackedCluster& cluster : clusters) {
        std::vector<PackedBox> whole = cluster.boxes;
        if (boxes > eachBox) {
            PackedBox all{QRectF(QPointF(0, 0), cluster.size), UINT64_MAX, 0};
            for (const PackedBox& box : cluster.boxes) {
                all.begin = std::min(all.begin, box.begin);
                all.end = std::max(all.end, box.end);
            }
            whole = {all};
        }
        // Rather higher than it is named than out of sight.
        double lowest = std::max(heap.top(), heap.bottom() - cluster.size.height());
        double wish = heap.top() + lanes::nearest(std::clamp(cluster.wish, heap.top(), lowest) - heap.top());
        QPointF place = packing.placeFor(whole, cluster.size, {heap.left(), wish, aside});
        places.push_back(place);
        for (PackedBox box : whole) {
            box.rect.translate(place);
            packing.take(box);
        }
    }
    return places;
}

QPointF freePlace(QPointF wish, QSizeF size, const std::vector<QRectF>& taken, const QRectF& heap, const Spacing& spacing) {
    Packing packing(heap, spacing);
    for (const QRectF& rect : taken) packing.take({rect, 0, 0});
    double left = std::max(heap.left(), heap.left() + lanes::nearest(wish.x() - heap.left()));
    double top = std::max(heap.top(), heap.top() + lanes::nearest(wish.y() - heap.top()));
    return packing.placeFor({{QRectF(QPointF(0, 0), size), 0, 0}}, size, {left, top, 1});
}

}
