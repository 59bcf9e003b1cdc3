// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What packClusters and its like stand boxes among: those that stand, sorted so that a free place is found without asking each.

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "ui/scene/layout/cluster_packing.h"
#include "ui/scene/layout/lanes.h"
#include "ui/scene/layout/spacing.h"

namespace memtape {

// Where a cluster would stand if it were alone.
struct Wish {
    double left = 0, top = 0;
    double aside = 1; // what a pixel to the side costs, against one up or down
};

// A box that stands is taken; a place is asked for all boxes of a cluster at once.
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
    static constexpr size_t mostSides = 24;             // left edges that are tried
    static constexpr size_t many = 200, mostOfMany = 6; // and where more stands already
    static constexpr double stripWidth = 128;
    static constexpr double outOfSight = 6; // what a pixel beyond the view costs, against one away from the wish

    struct Interval {
        double from, to;
    };

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

}
