// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/arrow_router.h"

#include <QLineF>
#include <QPolygonF>
#include <QVarLengthArray>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "ui/scene/layout/direct_ways.h"
#include "ui/scene/layout/maze_search.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double goodEnough = 64; // a clear simple curve that costs no more than this above the best thinkable is taken at once

// First a cheap way; where that is long in coming any; where arrows leave none, along them; where a box is higher than any window, all round it.
using Manners = std::array<MazeSearch::Manner, 4>;
constexpr Manners mannersOfFew = {{{5, false, 14, 400}, {8, false, 60, 1000}, {12, true, 80, 2000}, {12, true, 600, 8000}}};
// Where it lies on another, since there was nothing else near: a way that goes far round.
constexpr Manners mannersOfCovered = {{{5, false, 60, 4000}, {8, false, 600, 12000}, {12, true, 80, 2000}, {12, true, 600, 8000}}};
constexpr Manners mannersOfMany = {{{8, false, 8, 60}, {10, false, 20, 60}, {12, true, 40, 120}, {}}};
constexpr qsizetype many = 250;                                                 // arrows
constexpr int runsOfFew = 40'000, runsOfMany = 15'000, runsOfCovered = 100'000; // what is spent on searches in one picture

MazeSearch::Heading headingOf(QPointF direction) {
    if (direction.x() != 0) return direction.x() > 0 ? MazeSearch::East : MazeSearch::West;
    return direction.y() > 0 ? MazeSearch::South : MazeSearch::North;
}

double along(QPointF vector, QPointF direction) { return QPointF::dotProduct(vector, direction); }

// No scene is so large; NaN is not inside either.
bool areInReach(const QVector<ArrowPort>& ports) {
    constexpr double reach = 1e7;
    return !ports.isEmpty() && std::all_of(ports.begin(), ports.end(), [](const ArrowPort& port) {
        return std::abs(port.point.x()) < reach && std::abs(port.point.y()) < reach;
    });
}

// The first crossing of lanes at least `distance` away from a point.
QPoint crossingBeyond(const RoutingGrid& grid, QPointF point, QPointF direction, double distance) {
    QPointF wish = point + direction * distance;
    QPoint at = grid.nearest(wish);
    if (along(grid.place(at) - wish, direction) < -1e-6) at += direction.toPoint();
    return at;
}

// Where a way crosses itself: it went round to the lane in front of its head.
struct Ring {
    qsizetype first, later; // legs
    QPointF at;
};

std::optional<Ring> ringOf(Corners corners, QPointF tip) {
    corners.back() = tip; // it may run through its own head
    for (qsizetype first = 0; first + 3 < corners.size(); ++first)
        for (qsizetype later = corners.size() - 2; later > first + 1; --later) {
            Ring ring{first, later, {}};
            const QLineF one(corners[first], corners[first + 1]), other(corners[later], corners[later + 1]);
            if (one.intersects(other, &ring.at) == QLineF::BoundedIntersection) return ring;
        }
    return std::nullopt;
}

// It goes on from where it crosses itself; none where too little is left of the leg for its bend.
Corners cut(const Corners& corners, const Ring& ring) {
    constexpr double leastLeft = 5;
    const QPointF leg = corners[ring.later + 1] - corners[ring.later];
    if (along(corners[ring.later + 1] - ring.at, leg) < leastLeft * leg.manhattanLength()) return {};
    return corners.first(ring.first + 1) + Corners{ring.at} + corners.sliced(ring.later + 1);
}

// It goes at once in the lane in which it came back.
Corners drawnOut(const Corners& corners, const Ring& ring) {
    if (ring.first == 0) return {};
    QPointF turn = corners[ring.first];
    const QPointF lane = corners[ring.later];
    if (corners[ring.first].x() == corners[ring.first + 1].x()) turn.setX(lane.x());
    else turn.setY(lane.y());
    return corners.first(ring.first) + Corners{turn} + corners.sliced(ring.later);
}

// From the lanes to the scene. The legs at both ends go where the ports are, which may lie beside a lane.
Corners cornersOf(const RoutingGrid& grid, const MazeSearch::Found& found, QPointF dot, QPointF leaves, QPointF foot, QPointF arrives) {
    QVarLengthArray<QPointF, 12> bends;
    for (QPoint at : found.corners) bends.append(grid.place(at));
    // What lies on a line with its neighbours is none.
    if (bends.size() > 1 && along(bends[1] - bends[0], leaves) > 0) bends.remove(0);
    else if (bends.size() == 1 && leaves == arrives) bends.clear();
    if (bends.size() > 1 && along(bends.back() - bends[bends.size() - 2], arrives) > 0) bends.removeLast();
    else if (bends.size() == 1 && leaves == arrives) bends.clear();
    auto moveTo = [](QPointF& bend, QPointF port, QPointF direction) {
        if (direction.x() != 0) bend.setY(port.y());
        else bend.setX(port.x());
    };
    if (bends.isEmpty() && std::abs(along(foot - dot, {leaves.y(), leaves.x()})) > 1e-6) bends = {(dot + foot) / 2, (dot + foot) / 2};
    if (!bends.isEmpty()) {
        moveTo(bends.front(), dot, leaves);
        moveTo(bends.back(), foot, arrives);
    }
    Corners corners{dot};
    for (QPointF bend : bends) corners.append(bend);
    corners.append(foot);
    return corners;
}

}

ArrowRouter::ArrowRouter(const QVector<QRectF>& obstacles, Effort effort) : m_traffic(obstacles), m_effort(effort) {}

void ArrowRouter::setRoom(const QRectF& room) {
    constexpr double around = 5 * metrics::lane;
    m_room = room;
    for (const QRectF& rect : m_traffic.obstacles()) {
        if (rect.right() > room.right()) m_room.setRight(std::max(m_room.right(), rect.right() + around));
        if (rect.bottom() > room.bottom()) m_room.setBottom(std::max(m_room.bottom(), rect.bottom() + around));
    }
}

double ArrowRouter::outside(const Corners& corners) const {
    if (m_room.isNull()) return 0;
    double length = 0;
    for (qsizetype i = 1; i < corners.size(); ++i)
        if (!m_room.contains((corners[i] + corners[i - 1]) / 2)) length += (corners[i] - corners[i - 1]).manhattanLength();
    return length;
}

QVector<ArrowRoute> ArrowRouter::route(const QVector<ArrowEnds>& arrows) {
    m_isLarge = arrows.size() > many || m_effort == Effort::Little;
    m_runsLeft = m_isLarge ? runsOfMany : runsOfFew;
    m_ends = arrows;
    m_placed.assign(size_t(arrows.size()), {});
    for (int i = 0; i < arrows.size(); ++i) {
        if (!areInReach(arrows[i].exits) || !areInReach(arrows[i].entries)) continue;
        int& target = m_targets[arrows[i].targetKey];
        if (!target) target = int(m_targets.size());
        m_placed[size_t(i)].target = target;
        put(i, choose(arrows[i], target));
    }
    if (!m_isLarge) {
        untangle();
        slide();
        m_runsLeft = runsOfCovered;
        if (uncover()) slide();
    }
    QVector<ArrowRoute> routes;
    routes.reserve(arrows.size());
    for (int i = 0; i < arrows.size(); ++i) routes.append(routeOf(i));
    return routes;
}

ArrowRoute ArrowRouter::routeOf(int arrow) const {
    const Placed& placed = m_placed[size_t(arrow)];
    if (!placed.target) return {};
    const Way& way = placed.way;
    const ArrowPort& exit = m_ends[arrow].exits[std::max(0, way.exit)];
    const ArrowPort& entry = m_ends[arrow].entries[way.entry];
    Curve curve = way.exists() ? way.curve : plainCurve(exit.point, outward(exit.side), headFoot(entry), -outward(entry.side));
    return {painterPath(curve), exit.point, entry.point, entry.side};
}

ArrowRouter::Way ArrowRouter::choose(const ArrowEnds& ends, int target) {
    double ideal = 0;
    Way way = cheapestDirect(ends, target, ideal);
    if (!way.exists() || way.cost > ideal + goodEnough) improveByMaze(ends, target, way);
    return way;
}

void ArrowRouter::put(int arrow, Way way) {
    Placed& placed = m_placed[size_t(arrow)];
    placed.way = std::move(way);
    placed.isDrawn = placed.way.exists(); // what lies over everything anyway is in nobody's way
    if (!placed.isDrawn) return;
    const Way& now = placed.way;
    m_traffic.add(now.points, placed.target, arrow);
    const ArrowPort& entry = m_ends[arrow].entries[now.entry];
    placed.line = {now.onLanes ? now.corners : now.points, headFoot(entry), entry.point, RoutingGrid::ownerOf(placed.target, now.onLanes)};
    placed.bounds = QPolygonF(placed.line.points).boundingRect() | QRectF(entry.point, QSizeF(1, 1));
    m_notYetInGrid.push_back(arrow);
}

void ArrowRouter::take(int arrow) {
    Placed& placed = m_placed[size_t(arrow)];
    if (!placed.isDrawn) return;
    m_traffic.remove(arrow);
    placed.isDrawn = false;
    if (!placed.isInGrid) return;
    placed.isInGrid = false;
    m_grid->remove(placed.line);
    constexpr double reach = 2 * metrics::laneSpacing;
    const QRectF opened = placed.bounds.adjusted(-reach, -reach, reach, reach);
    for (Placed& other : m_placed)
        if (other.isInGrid && other.bounds.intersects(opened)) m_grid->add(other.line);
}

RoutingGrid& ArrowRouter::grid() {
    if (!m_grid) m_grid = std::make_unique<RoutingGrid>(m_traffic.obstacles(), m_traffic.bounds(), m_room);
    for (int arrow : m_notYetInGrid) {
        Placed& placed = m_placed[size_t(arrow)];
        if (!placed.isDrawn || placed.isInGrid) continue;
        m_grid->add(placed.line);
        placed.isInGrid = true;
    }
    m_notYetInGrid.clear();
    return *m_grid;
}

ArrowRouter::Way ArrowRouter::cheapestDirect(const ArrowEnds& ends, int target, double& ideal) const {
    Way best;
    auto ways = directWays(ends);
    ideal = ways.isEmpty() ? 0 : ways.front().cost;
    Curve curve;
    Points points;
    for (const DirectWay& way : ways) {
        if (best.exists() && way.cost >= best.cost) break;
        QPointF dot = ends.exits[way.exit].point;
        double inside = (edgePoint(ends, way.exit) - dot).manhattanLength();
        auto own = m_traffic.obstaclesAt(dot, ends.entries[way.entry].point);
        auto tryLane = [&](double lane) {
            Corners corners = cornersOf(way, ends, lane);
            for (Softness softness : {Softness::Wide, Softness::Tight}) {
                curve = softness == Softness::Wide ? roundedCurve(corners, inside - bendsInside(inside), metrics::arrowsJoin, softness)
                                                   : roundedCurve(corners, inside, 2, softness);
                flatten(curve, points);
                points.append(ends.entries[way.entry].point);
                ArrowTraffic::Verdict verdict = m_traffic.judge(points, own, target);
                if (verdict.blocked || verdict.crowded) continue;
                double cost = way.cost + verdict.crossings * way_costs::crossing + outside(corners) * way_costs::outside;
                if (!best.exists() || cost < best.cost) best = {way.exit, way.entry, cost, false, corners, curve, points};
                return verdict.crossings == 0;
            }
            return false;
        };
        for (double lane : way.lanes)
            if (tryLane(lane)) break;
    }
    return best;
}

void ArrowRouter::improveByMaze(const ArrowEnds& ends, int target, Way& best) {
    if (m_runsLeft <= 0 && (m_isLarge || best.exists())) return;
    const RoutingGrid& lanes = grid();
    constexpr int perPort = int(way_costs::lessLiked);
    MazeSearch::Ends starts, goals;
    for (int i = 0; i < ends.exits.size(); ++i) {
        QPointF edge = edgePoint(ends, i), leaves = outward(ends.exits[i].side);
        QPoint at = crossingBeyond(lanes, edge, leaves, metrics::laneMargin);
        if (!lanes.isFree(at)) continue;
        starts.append({at, headingOf(leaves), int(along(lanes.place(at) - ends.exits[i].point, leaves)) + i * perPort, i});
    }
    for (int i = 0; i < ends.entries.size(); ++i) {
        QPointF tip = ends.entries[i].point, leaves = outward(ends.entries[i].side);
        // Room for the head, for what is shared and for the last bend; less where a box is near, or an arrow runs across.
        QPoint at;
        for (double distance : {24.0, 17.0}) {
            at = crossingBeyond(lanes, tip, leaves, distance);
            if (lanes.isFree(at) && lanes.mayBend(at, target)) break;
        }
        if (!lanes.isFree(at)) continue;
        goals.append({at, headingOf(-leaves), int(along(lanes.place(at) - tip, leaves)) + i * perPort, i});
    }
    if (starts.isEmpty() || goals.isEmpty()) return;
    int bound = best.exists() ? int(best.cost) : std::numeric_limits<int>::max();
    static thread_local MazeSearch search; // its memory serves the next picture too
    MazeSearch::Found found;
    for (MazeSearch::Manner manner : m_isLarge ? mannersOfMany : m_isUncovering ? mannersOfCovered : mannersOfFew) {
        // Of few arrows none is to cross a box, whatever the others have cost.
        if (m_isLarge || !manner.tolerant) manner.limit = std::min(manner.limit, m_runsLeft);
        found = search.find(lanes, starts, goals, target, bound, manner);
        m_runsLeft -= found.runs;
        if (found.cost >= 0 || best.exists()) break;
    }
    if (found.cost < 0) return;
    QPointF edge = edgePoint(ends, found.start), dot = ends.exits[found.start].point;
    const ArrowPort& entry = ends.entries[found.goal];
    best.exit = found.start;
    best.entry = found.goal;
    best.cost = found.cost;
    best.onLanes = true;
    best.corners = cornersOf(lanes, found, dot, outward(ends.exits[found.start].side), headFoot(entry), -outward(entry.side));
    auto own = m_traffic.obstaclesAt(dot, entry.point);
    if (const auto ring = ringOf(best.corners, entry.point))
        for (Corners other : {cut(best.corners, *ring), drawnOut(best.corners, *ring)})
            if (!other.isEmpty() && !m_traffic.isBlocked(other, own)) {
                best.corners = std::move(other);
                break;
            }
    for (Softness softness : {Softness::Lane, Softness::Wide, Softness::Tight}) {
        best.curve = roundedCurve(best.corners, (edge - dot).manhattanLength(), 0, softness);
        flatten(best.curve, best.points);
        best.points.append(entry.point);
        auto verdict = m_traffic.judge(best.points, own, target);
        if (!verdict.blocked && !verdict.crowded) break;
    }
}

}
