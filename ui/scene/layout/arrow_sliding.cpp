// SPDX-License-Identifier: GPL-3.0-or-later

// When all arrows have their ways, those that run along another nearer than a lane, or cross some, may let a leg between two bends slide into another
// lane, and round their bends more tightly: alone, or together with one that they run along. That is what the choice of whole ways cannot do: it
// closes a lane to all that come later, although the one who has it could as well have the next.

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/scene/layout/arrow_router.h"
#include "ui/scene/layout/direct_ways.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr int farAlone = 8, farTogether = 5; // lanes, to both sides
constexpr int rounds = 2;
constexpr int mostPairs = 24;       // in one picture
constexpr size_t mostTogether = 12; // ways of each of two
constexpr double worthIt = 16;      // px of its cost
constexpr double leastOut = 5;      // from the source's edge to the first bend
constexpr double leastIn = metrics::arrowsJoin + 4, leastLeg = 4;

double along(QPointF a, QPointF b) { return QPointF::dotProduct(a, b); }

// With the leg behind corner `leg` so far aside; none where another leg would turn round, or have no room for its bends.
Corners slid(const Corners& corners, qsizetype leg, double by, double inside) {
    const QPointF between = corners[leg + 1] - corners[leg];
    const QPointF aside = std::abs(between.x()) > std::abs(between.y()) ? QPointF(0, by) : QPointF(by, 0);
    Corners other = corners;
    other[leg] += aside;
    other[leg + 1] += aside;
    const qsizetype last = corners.size() - 2; // the leg that ends in the head
    for (qsizetype beside : {leg - 1, leg + 1}) {
        const QPointF before = corners[beside + 1] - corners[beside], now = other[beside + 1] - other[beside];
        const double least = beside == 0 ? inside + leastOut : beside == last ? leastIn : leastLeg;
        if (along(before, now) <= 0 || now.manhattanLength() < least) return {};
    }
    return other;
}

}

// The same way with other corners, rounded otherwise.
ArrowRouter::Way ArrowRouter::redrawn(const Way& way, int arrow, const Corners& corners, Softness softness) const {
    const ArrowEnds& ends = m_ends[arrow];
    const double inside = (edgePoint(ends, way.exit) - ends.exits[way.exit].point).manhattanLength();
    Way other = way;
    other.corners = corners;
    const bool isWide = softness == Softness::Wide;
    other.curve = roundedCurve(corners, isWide && !way.onLanes ? inside - bendsInside(inside) : inside,
                               way.onLanes ? 0
                               : isWide    ? metrics::arrowsJoin
                                           : 2,
                               softness);
    flatten(other.curve, other.points);
    other.points.append(ends.entries[way.entry].point);
    return other;
}

// Those that no obstacle blocks; its own is the first.
std::vector<ArrowRouter::Way> ArrowRouter::slidWays(int arrow, int far) const {
    const Placed& placed = m_placed[size_t(arrow)];
    const Way& way = placed.way;
    const ArrowEnds& ends = m_ends[arrow];
    std::vector<Way> ways{way};
    const auto own = m_traffic.obstaclesAt(ends.exits[way.exit].point, ends.entries[way.entry].point);
    const double inside = (edgePoint(ends, way.exit) - ends.exits[way.exit].point).manhattanLength();
    auto add = [&](const Corners& corners) {
        for (Softness softness : {Softness::Wide, Softness::Lane, Softness::Tight})
            if (Way other = redrawn(way, arrow, corners, softness); !m_traffic.isBlocked(other.points, own)) ways.push_back(std::move(other));
    };
    if (way.corners.size() > 2) add(way.corners);
    for (qsizetype leg = 1; leg + 2 < way.corners.size(); ++leg)
        for (int lanes = 1; lanes <= far; ++lanes)
            for (int sign : {-1, 1})
                if (const Corners corners = slid(way.corners, leg, sign * lanes * metrics::laneSpacing, inside); !corners.isEmpty()) add(corners);
    return ways;
}

// Whether that made it better.
bool ArrowRouter::slideAlone(int arrow) {
    std::vector<Way> ways = slidWays(arrow, farAlone);
    double least = burdenOf(ways.front(), arrow) - worthIt;
    size_t best = 0;
    for (size_t i = 1; i < ways.size(); ++i)
        if (const double burden = burdenOf(ways[i], arrow); burden < least) {
            least = burden;
            best = i;
        }
    if (best == 0) return false;
    take(arrow);
    put(arrow, std::move(ways[best]));
    return true;
}

bool ArrowRouter::slideTogether(int arrow, int other) {
    m_traffic.remove(arrow);
    m_traffic.remove(other);
    // Those that are cheapest among the rest, and their own ways as they are.
    struct Slid {
        Way way;
        double burden;
    };
    auto cheapest = [this](int which) {
        std::vector<Slid> all;
        for (Way& way : slidWays(which, farTogether)) {
            const double burden = burdenOf(way, which);
            all.push_back({std::move(way), burden});
        }
        std::stable_sort(all.begin() + 1, all.end(), [](const Slid& a, const Slid& b) { return a.burden < b.burden; });
        if (all.size() > mostTogether) all.resize(mostTogether);
        return all;
    };
    std::vector<Slid> ways = cheapest(arrow), others = cheapest(other);
    const int target = m_placed[size_t(arrow)].target, otherTarget = m_placed[size_t(other)].target;
    double least = std::numeric_limits<double>::infinity();
    size_t best = 0, bestOther = 0;
    for (size_t j = 0; j < others.size(); ++j) {
        m_traffic.add(others[j].way.points, otherTarget, other);
        for (size_t i = 0; i < ways.size(); ++i) {
            if (others[j].burden + ways[i].burden >= least) continue;
            const double both = others[j].burden + burdenOf(ways[i].way, arrow);
            if (both >= least) continue;
            least = i + j == 0 ? both - worthIt : both;
            best = i;
            bestOther = j;
        }
        m_traffic.remove(other);
    }
    m_traffic.add(others.front().way.points, otherTarget, other);
    m_traffic.add(ways.front().way.points, target, arrow);
    if (best == 0 && bestOther == 0) return false;
    take(other);
    put(other, std::move(others[bestOther].way));
    take(arrow);
    put(arrow, std::move(ways[best].way));
    return true;
}

// Those that only cross slide alone.
void ArrowRouter::slide() {
    int pairsLeft = mostPairs;
    for (int round = 0; round < rounds; ++round) {
        bool isBetter = false;
        for (int arrow = 0; arrow < int(m_placed.size()); ++arrow) {
            if (!m_placed[size_t(arrow)].isDrawn) continue;
            const ArrowTraffic::Met met = metBy(arrow);
            if (met.crossed.isEmpty() && met.crowded.isEmpty()) continue;
            if (slideAlone(arrow)) isBetter = true;
            for (int other : metBy(arrow).crowded) {
                if (pairsLeft-- <= 0) break;
                if (!slideTogether(arrow, other)) continue;
                isBetter = true;
                break;
            }
        }
        if (!isBetter) return;
    }
}

}
