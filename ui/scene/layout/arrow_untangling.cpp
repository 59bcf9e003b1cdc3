// SPDX-License-Identifier: GPL-3.0-or-later

// Arrows that cross others choose their way again, when all the others are there: alone, or after one that they cross. What comes of it is
// kept where it crosses less.

#include <algorithm>

#include "ui/scene/layout/arrow_router.h"
#include "ui/scene/layout/direct_ways.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr int rounds = 6;
constexpr int mostTries = 800; // in one picture
constexpr double worthIt = way_costs::crossing / 2;
// To run along another arrow, nearer than a lane: what it crosses there cannot be seen. Where it lies on the other, it is not seen itself.
constexpr double crowding = 4 * way_costs::crossing, crowdingOfPixel = 4, coveringOfPixel = 40;
constexpr double nearest = metrics::laneMargin / 2; // to a box: where a bend is rounded in a lane beside one, it comes nearer than the lane
constexpr double noWay = 100'000;                   // worse than all that a way may cross or cover

}

// What its way costs among all the others: its length, its bends, and what it crosses.
double ArrowRouter::burdenOf(const Way& way, int arrow) const {
    if (!way.exists()) return noWay;
    double cost = way_costs::lessLiked * (way.exit + way.entry) + way_costs::bend * double(std::max<qsizetype>(0, way.corners.size() - 2));
    for (qsizetype i = 1; i < way.corners.size(); ++i) cost += (way.corners[i] - way.corners[i - 1]).manhattanLength();
    cost += outside(way.corners) * way_costs::outside;
    const auto own = m_traffic.obstaclesAt(m_ends[arrow].exits[way.exit].point, m_ends[arrow].entries[way.entry].point);
    if (m_traffic.isBlocked(way.points, own, nearest)) cost += noWay;
    const ArrowTraffic::Met met = m_traffic.metBy(way.points, m_placed[size_t(arrow)].target);
    return cost + way_costs::crossing * double(met.crossed.size()) + crowding * double(met.crowded.size()) + crowdingOfPixel * met.crowdedLength +
           coveringOfPixel * met.coveredLength;
}

ArrowTraffic::Met ArrowRouter::metBy(int arrow) const {
    const Placed& placed = m_placed[size_t(arrow)];
    return placed.way.exists() ? m_traffic.metBy(placed.way.points, placed.target) : ArrowTraffic::Met();
}

// All are taken away, and choose in the order given.
bool ArrowRouter::tryAgain(const Arrows& arrows) {
    double before = 0, after = 0;
    std::vector<Way> known;
    for (int arrow : arrows) before += burden(arrow);
    for (int arrow : arrows) {
        known.push_back(m_placed[size_t(arrow)].way);
        take(arrow);
    }
    for (int arrow : arrows) put(arrow, choose(m_ends[arrow], m_placed[size_t(arrow)].target));
    for (int arrow : arrows) after += burden(arrow);
    if (after <= before - worthIt) return true;
    for (int arrow : arrows) take(arrow);
    for (int i = 0; i < arrows.size(); ++i) put(arrows[i], std::move(known[size_t(i)]));
    return false;
}

double ArrowRouter::tangle() const {
    constexpr double through = 20, crowded = 1; // crossings; it takes two to be crowded
    double crossings = 0;
    for (int i = 0; i < int(m_placed.size()); ++i) {
        const Placed& placed = m_placed[size_t(i)];
        if (!placed.target) continue;
        const Way& way = placed.way;
        if (!way.exists()) {
            crossings += through;
            continue;
        }
        const ArrowTraffic::Met met = metBy(i);
        crossings += (met.crowded.isEmpty() ? 0 : crowded) + double(met.crossed.size()) / 2;
    }
    return crossings;
}

void ArrowRouter::untangle() {
    int triesLeft = mostTries;
    for (int round = 0; round < rounds; ++round) {
        struct Tangled {
            int arrow;
            qsizetype crossings;
        };
        std::vector<Tangled> tangled;
        for (int i = 0; i < int(m_placed.size()); ++i) {
            const Placed& placed = m_placed[size_t(i)];
            if (!placed.target) continue;
            if (!placed.way.exists()) tangled.push_back({i, 1000});
            else if (const auto met = metBy(i); met.crossed.size() + met.crowded.size() > 0)
                tangled.push_back({i, met.crossed.size() + 2 * met.crowded.size()});
        }
        std::stable_sort(tangled.begin(), tangled.end(), [](const Tangled& a, const Tangled& b) { return a.crossings > b.crossings; });
        bool isBetter = false;
        for (const Tangled& one : tangled) {
            if (--triesLeft < 0) return;
            if (tryAgain({one.arrow})) {
                isBetter = true;
                continue;
            }
            ArrowTraffic::Met met = metBy(one.arrow);
            met.crowded.append(met.crossed.constData(), met.crossed.size());
            for (int other : met.crowded) {
                if (--triesLeft < 0) return;
                if (!tryAgain({other, one.arrow}) && !tryAgain({one.arrow, other})) continue;
                isBetter = true;
                break;
            }
        }
        if (!isBetter) return;
    }
}

// Those that still lie on others go far round: alone, together with those to the same object that lie there too, or after one on which they lie.
// Whether any does.
bool ArrowRouter::uncover() {
    constexpr double mayBeCovered = 4; // px
    auto covered = [this](int arrow) { return m_placed[size_t(arrow)].isDrawn && metBy(arrow).coveredLength > mayBeCovered; };
    m_isUncovering = true;
    bool isBetter = false;
    for (int arrow = 0; arrow < int(m_placed.size()) && m_runsLeft > 0; ++arrow) {
        if (!covered(arrow)) continue;
        bool isFound = tryAgain({arrow});
        if (!isFound) {
            Arrows alike;
            for (int other = 0; other < int(m_placed.size()); ++other)
                if (m_placed[size_t(other)].target == m_placed[size_t(arrow)].target && covered(other)) alike.append(other);
            isFound = alike.size() > 1 && tryAgain(alike);
        }
        for (int other : metBy(arrow).crowded) {
            if (isFound || m_runsLeft <= 0) break;
            isFound = tryAgain({arrow, other}) || tryAgain({other, arrow});
        }
        isBetter |= isFound;
    }
    m_isUncovering = false;
    return isBetter;
}

}
