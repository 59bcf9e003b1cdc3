// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/direct_ways.h"

#include <algorithm>
#include <cmath>

#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double beforeBend = 5;                                            // from the source's edge to the first bend, at least
constexpr double afterBend = metrics::headLength + metrics::arrowsJoin + 4; // from the last bend to the tip, at least
constexpr double wideChannel = 96;                                          // wider than this, an S lies near its target, not in the middle
constexpr double roomOfS = 28;                                              // on both sides of its leg across
constexpr double squeezed = 40;                                             // what a bend without its room costs

double along(QPointF a, QPointF b) { return QPointF::dotProduct(a, b); }

// Lanes lie on multiples of 8 in the scene, so that those of different arrows are a multiple of 8 apart.
void addLane(DirectWay& way, double origin, double sign, double wish, double from, double to) {
    double lane = (std::round((origin + sign * wish) / metrics::laneSpacing) * metrics::laneSpacing - origin) * sign;
    if (lane >= from && lane <= to && !way.lanes.contains(lane)) way.lanes.append(lane);
}

void addLanesOfS(DirectWay& way, double origin, double sign, double distance, double inside) {
    double from = beforeBend, to = distance - afterBend;
    if (from > to) {
        if (distance < metrics::headLength + 4) return;
        way.lanes.append((distance - metrics::headLength - 2) / 2);
        way.cost += squeezed;
        return;
    }
    bool wide = to - from > wideChannel;
    double middle = (distance - metrics::headLength - metrics::arrowsJoin - bendsInside(inside)) / 2;
    double wish = wide ? to - roomOfS : std::clamp(middle, from, to);
    for (int i : {0, 1, -1, 2, -2, 3, -3}) addLane(way, origin, sign, wish + i * metrics::laneSpacing, from, to);
    if (wide)
        for (int i : {0, 1}) addLane(way, origin, sign, from + roomOfS + i * metrics::laneSpacing, from, to);
    if (way.lanes.isEmpty()) way.lanes.append((from + to) / 2);
}

// The way from one exit to one entry, if a simple one is possible: without lanes there is none.
DirectWay wayBetween(const ArrowEnds& ends, int exit, int entry) {
    DirectWay way;
    way.exit = exit;
    way.entry = entry;
    QPointF leaves = outward(ends.exits[exit].side), arrives = -outward(ends.entries[entry].side);
    QPointF start = edgePoint(ends, exit), between = ends.entries[entry].point - start;
    double ahead = along(between, leaves);
    QPointF sideways = between - leaves * ahead;
    double aside = std::abs(sideways.x()) + std::abs(sideways.y());
    double origin = isLevel(ends.exits[exit].side) ? start.x() : start.y(), sign = leaves.x() + leaves.y();
    double inside = (start - ends.exits[exit].point).manhattanLength();
    way.cost = inside + std::abs(ahead) + aside + way_costs::lessLiked * (exit + entry);
    double turn = along(leaves, arrives);
    if (turn > 0.5 && aside < 0.5) {
        way.shape = DirectWay::Shape::Straight;
        if (ahead >= metrics::headLength) way.lanes.append(0);
    } else if (turn > 0.5) {
        way.shape = DirectWay::Shape::S;
        way.cost += 2 * way_costs::bend;
        addLanesOfS(way, origin, sign, ahead, inside);
    } else if (turn > -0.5) {
        way.shape = DirectWay::Shape::L;
        way.cost += way_costs::bend;
        if (ahead >= beforeBend && along(sideways, arrives) >= afterBend) way.lanes.append(ahead);
    } else if (aside >= metrics::laneSpacing) {
        way.shape = DirectWay::Shape::U;
        double from = std::max(beforeBend, ahead + afterBend);
        way.cost += 2 * way_costs::bend + from + (from - ahead) - std::abs(ahead);
        for (int i = 0; i < 5; ++i) addLane(way, origin, sign, from + metrics::laneSpacing / 2 + i * metrics::laneSpacing, from, 1e9);
    }
    return way;
}

}

QPointF edgePoint(const ArrowEnds& ends, int exit) {
    QPointF dot = ends.exits[exit].point;
    switch (ends.exits[exit].side) {
    case Side::Left: return {std::min(dot.x(), ends.source.left()), dot.y()};
    case Side::Right: return {std::max(dot.x(), ends.source.right()), dot.y()};
    case Side::Top: return {dot.x(), std::min(dot.y(), ends.source.top())};
    case Side::Bottom: return {dot.x(), std::max(dot.y(), ends.source.bottom())};
    }
    return dot;
}

double bendsInside(double inside) { return std::min(inside * 0.6, roomOfS); }

QPointF headFoot(const ArrowPort& entry) { return entry.point + outward(entry.side) * metrics::headLength; }

QVarLengthArray<DirectWay, 12> directWays(const ArrowEnds& ends) {
    QVarLengthArray<DirectWay, 12> ways;
    for (int exit = 0; exit < ends.exits.size(); ++exit)
        for (int entry = 0; entry < ends.entries.size(); ++entry) {
            DirectWay way = wayBetween(ends, exit, entry);
            if (!way.lanes.isEmpty()) ways.append(way);
        }
    std::stable_sort(ways.begin(), ways.end(), [](const DirectWay& a, const DirectWay& b) { return a.cost < b.cost; });
    return ways;
}

Corners cornersOf(const DirectWay& way, const ArrowEnds& ends, double lane) {
    QPointF leaves = outward(ends.exits[way.exit].side);
    QPointF start = edgePoint(ends, way.exit), foot = headFoot(ends.entries[way.entry]);
    Corners corners{ends.exits[way.exit].point};
    if (way.shape != DirectWay::Shape::Straight) {
        corners.append(start + leaves * lane);
        if (way.shape != DirectWay::Shape::L) corners.append(foot + leaves * (lane - along(foot - start, leaves)));
    }
    corners.append(foot);
    return corners;
}

}
