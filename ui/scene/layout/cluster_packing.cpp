// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/cluster_packing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "ui/scene/layout/lanes.h"

namespace memtape {

namespace {

constexpr size_t mostSides = 24;             // left edges that are tried
constexpr size_t many = 200, mostOfMany = 6; // and where more stands already
constexpr size_t eachBox = 500;              // with more boxes than that in all, clusters are taken whole
constexpr double stripWidth = 128;
constexpr double outOfSight = 6; // what a pixel beyond the view costs, against one away from the wish

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

    void take(const PackedBox& box) {
        const int index = int(m_taken.size());
        m_taken.push_back(box);
        m_rightOf[m_heap.left() + lanes::nearest(box.rect.right() + m_spacing.beside - m_heap.left())].push_back(index);
        const auto [latest, isFirst] = m_latest.try_emplace({box.rect.left(), box.rect.right(), box.end}, int(m_runs.size()));
        if (!isFirst && m_runs[size_t(latest->second)].add(box, index, 2 * m_spacing.cluster)) return;
        latest->second = int(m_runs.size());
        const int first = stripOf(box.rect.left() - m_spacing.beside), last = stripOf(box.rect.right() + m_spacing.beside);
        if (m_strips.size() <= size_t(last)) m_strips.resize(size_t(last) + 1);
        for (int strip = first; strip <= last; ++strip) m_strips[size_t(strip)].push_back(int(m_runs.size()));
        m_runs.push_back({box, {index}});
        m_seen.push_back(0);
    }

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
            if (least >= 0 && cost(std::min(wish.top, m_heap.bottom() - size.height())) >= least) continue; // even if it is free there
            block(boxes, left);
            double top = freeTop(wish.top, cost);
            if (least >= 0 && cost(top) >= least) continue;
            least = cost(top);
            best = QPointF(left, top);
        }
        return best;
    }

    std::vector<QPointF> allPlaces(const std::vector<PackedBox>& boxes, QSizeF size, const std::vector<double>& tops) {
        std::vector<QPointF> places;
        chooseSides(boxes, m_heap.left());
        for (double left : m_sides) {
            if (left > m_heap.left() && left + size.width() > m_heap.right()) continue;
            block(boxes, left);
            double free = m_heap.top();
            auto addGap = [&](double to) {
                auto add = [&](double top) {
                    const QPointF place(left, m_heap.top() + lanes::nearest(top - m_heap.top()));
                    if (place.y() < free || place.y() > to || std::find(places.begin(), places.end(), place) != places.end()) return;
                    places.push_back(place);
                };
                add(free);
                add(to);
                for (double top : tops) add(top);
            };
            for (const Interval& interval : m_blocked) {
                if (interval.from >= free) addGap(interval.from);
                free = std::max(free, interval.to);
            }
            const double lowest = m_heap.bottom() - size.height();
            addGap(std::max(free, lowest));
        }
        return places;
    }

private:
    // Boxes of one width, one below the other, that stay until one step, as most of a large run do: between them there is no room for any other, so they
    // are as good as one, for all that are there when the last of them comes.
    struct Run {
        PackedBox whole; // from when on all of them are there
        std::vector<int> boxes;

        bool add(const PackedBox& box, int index, double closed) {
            if (box.rect.top() > whole.rect.bottom() + closed || box.rect.bottom() < whole.rect.top() - closed) return false;
            whole.rect |= box.rect;
            whole.begin = std::max(whole.begin, box.begin);
            boxes.push_back(index);
            return true;
        }
    };

    // What stands lies in upright strips of the heap, so that only those are looked at where a box would stand; left of it is the first.
    int stripOf(double x) const { return std::max(0, int((x - m_heap.left()) / stripWidth)); }

    static bool meet(const PackedBox& a, const PackedBox& b) { return a.begin <= b.end + 1 && b.begin <= a.end + 1; }

    void chooseSides(const std::vector<PackedBox>& boxes, double wish) {
        m_sides.clear();
        auto isThere = [&](int taken) {
            return std::any_of(boxes.begin(), boxes.end(), [&](const PackedBox& box) { return meet(box, m_taken[size_t(taken)]); });
        };
        for (const auto& [side, taken] : m_rightOf) {
            if (m_sides.size() == (m_taken.size() > many ? mostOfMany : mostSides)) break;
            if (std::any_of(taken.begin(), taken.end(), isThere)) m_sides.push_back(side);
        }
        m_sides.insert(m_sides.begin(), m_heap.left());
        if (wish > m_heap.left()) m_sides.push_back(wish);
    }

    // The heights at which the boxes would not be clear of what is there, with their cluster's left edge at `left`.
    void block(const std::vector<PackedBox>& boxes, double left) {
        m_blocked.clear();
        for (const PackedBox& box : boxes) {
            ++m_look;
            const int first = stripOf(left + box.rect.left()), last = std::min(stripOf(left + box.rect.right()), int(m_strips.size()) - 1);
            for (int strip = first; strip <= last; ++strip)
                for (int index : m_strips[size_t(strip)]) {
                    if (std::exchange(m_seen[size_t(index)], m_look) == m_look) continue;
                    const Run& run = m_runs[size_t(index)];
                    if (run.whole.rect.left() >= left + box.rect.right() + m_spacing.beside ||
                        run.whole.rect.right() + m_spacing.beside <= left + box.rect.left())
                        continue;
                    if (meet(box, run.whole)) blockBy(run.whole.rect, box);
                    else if (run.boxes.size() > 1)
                        for (int member : run.boxes)
                            if (meet(box, m_taken[size_t(member)])) blockBy(m_taken[size_t(member)].rect, box);
                }
        }
        std::sort(m_blocked.begin(), m_blocked.end(), [](const Interval& a, const Interval& b) { return a.from < b.from; });
    }

    void blockBy(const QRectF& taken, const PackedBox& box) {
        m_blocked.push_back({taken.top() - m_spacing.cluster - box.rect.bottom(), taken.bottom() + m_spacing.cluster - box.rect.top()});
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
    std::vector<Run> m_runs;                                      // of those that are taken
    std::map<std::tuple<double, double, uint64_t>, int> m_latest; // run, by its sides and its end
    std::vector<std::vector<int>> m_strips;                       // of runs
    std::vector<unsigned> m_seen;                                 // of each run: in which look
    std::map<double, std::vector<int>> m_rightOf;                 // left edges beside those that are taken
    unsigned m_look = 0;
    std::vector<double> m_sides;
    std::vector<Interval> m_blocked;
};

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

struct FreePlaces::Packing : memtape::Packing {
    using memtape::Packing::Packing;
};

FreePlaces::FreePlaces(const QRectF& heap, const Spacing& spacing) : m_heap(heap), m_packing(std::make_unique<Packing>(heap, spacing)) {}
FreePlaces::~FreePlaces() = default;

void FreePlaces::take(const QRectF& rect) { m_packing->take({rect, 0, 0}); }

QPointF FreePlaces::nearest(QPointF wish, QSizeF size) {
    const double left = std::max(m_heap.left(), m_heap.left() + lanes::nearest(wish.x() - m_heap.left()));
    const double top = std::max(m_heap.top(), m_heap.top() + lanes::nearest(wish.y() - m_heap.top()));
    return m_packing->placeFor({{QRectF(QPointF(0, 0), size), 0, 0}}, size, {left, top, 1});
}

}
