// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/arrow_router.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/style/metrics.h"

namespace memtape {

namespace {

enum class Side : uint8_t { Left, Right };

Side entrySide(const ArrowEnds& ends) { return ends.targetColumn > ends.sourceColumn ? Side::Left : Side::Right; }

// From one end of a channel to the other, level at both.
void curveTo(QPainterPath& path, QPointF to) {
    QPointF from = path.currentPosition();
    double pull = (to.x() - from.x()) * 0.5;
    path.cubicTo(QPointF(from.x() + pull, from.y()), QPointF(to.x() - pull, to.y()), to);
}

}

ArrowRouter::ArrowRouter(const QVector<LayoutColumn>& columns, const QVector<Obstacle>& obstacles) : m_columns(columns) {
    m_taken.resize(columns.size());
    m_lanes.resize(columns.size());
    for (const Obstacle& obstacle : obstacles) {
        if (obstacle.column < 0 || obstacle.column >= columns.size()) continue;
        m_taken[obstacle.column].append({obstacle.rect.top() - metrics::laneMargin, obstacle.rect.bottom() + metrics::laneMargin});
    }
    for (auto& taken : m_taken) {
        std::sort(taken.begin(), taken.end());
        QVector<QPair<double, double>> merged; // apart from one another: between them are the gaps
        for (const auto& [from, to] : taken) {
            if (!merged.isEmpty() && from < merged.last().second) merged.last().second = std::max(merged.last().second, to);
            else merged.append({from, to});
        }
        taken = merged;
    }
}

namespace {

// The height in a gap nearest to the wish at which no other arrow runs within `laneSpacing`; nothing where the gap is full.
std::optional<double> freeIn(double from, double to, double wish, const QVector<double>& lanes) {
    double start = std::clamp(wish, from, to);
    std::optional<double> best;
    constexpr double enough = metrics::laneSpacing - 1e-6; // sums of heights are not exact
    for (int way : {1, -1}) {
        double y = start;
        for (bool moved = true; moved;) {
            moved = false;
            auto at = std::lower_bound(lanes.begin(), lanes.end(), y - enough);
            for (; at != lanes.end() && *at < y + enough; ++at)
                if (std::abs(*at - y) < enough) {
                    y = *at + way * metrics::laneSpacing;
                    moved = true;
                    break;
                }
        }
        if (y < from || y > to) continue;
        if (!best || std::abs(y - wish) < std::abs(*best - wish)) best = y;
    }
    return best;
}

}

// The height nearest to the wish at which an arrow can go through a column, a little away from the arrows that already do.
double ArrowRouter::lane(int column, double wish) {
    const auto& taken = m_taken[column];
    auto& lanes = m_lanes[column];
    // Gap i lies above interval i. From the one nearest to the wish outwards, until all others are farther away than what was found.
    qsizetype gaps = taken.size() + 1;
    auto gap = [&](qsizetype i) { return QPair<double, double>(i > 0 ? taken[i - 1].second : -1e9, i < taken.size() ? taken[i].first : 1e9); };
    qsizetype middle =
        std::lower_bound(taken.begin(), taken.end(), wish, [](const auto& interval, double y) { return interval.second <= y; }) - taken.begin();
    auto distance = [&](qsizetype i) {
        auto [from, to] = gap(i);
        return std::abs(std::clamp(wish, from, to) - wish);
    };
    std::optional<double> best;
    double nearest = wish, nearestDistance = 1e18;
    for (qsizetype up = middle, down = middle + 1; up >= 0 || down < gaps;) {
        bool goUp = down >= gaps || (up >= 0 && distance(up) <= distance(down));
        qsizetype i = goUp ? up-- : down++;
        auto [from, to] = gap(i);
        if (best && distance(i) >= std::abs(*best - wish)) break;
        if (distance(i) < nearestDistance) {
            nearestDistance = distance(i);
            nearest = std::clamp(wish, from, to);
        }
        auto found = freeIn(from, to, wish, lanes);
        if (found && (!best || std::abs(*found - wish) < std::abs(*best - wish))) best = found;
    }
    double y = best.value_or(nearest);
    lanes.insert(std::lower_bound(lanes.begin(), lanes.end(), y), y);
    return y;
}

ArrowRoute ArrowRouter::one(const ArrowEnds& ends, double tipY, int rank) {
    ArrowRoute arrow;
    bool leavesRight = ends.targetColumn >= ends.sourceColumn;
    double y = ends.sourceY;
    arrow.dot = leavesRight ? QPointF(ends.source.right() - 14, y) : QPointF(ends.source.left() + 6, y);
    QPainterPath path(arrow.dot);
    arrow.pointsRight = entrySide(ends) == Side::Left;
    double head = metrics::headLength;
    if (ends.sourceColumn == ends.targetColumn) {
        double edge = m_columns[ends.sourceColumn].right;
        double bulge = std::min(metrics::columnGap * 0.85, 22 + std::abs(tipY - y) * 0.14 + rank * 5.0);
        path.lineTo(QPointF(edge, y));
        path.cubicTo(QPointF(edge + bulge * 1.3, y), QPointF(edge + bulge * 1.3, tipY), QPointF(edge + head, tipY));
        path.lineTo(QPointF(ends.target.right() + head, tipY));
        arrow.tip = QPointF(ends.target.right(), tipY);
        arrow.path = path;
        return arrow;
    }
    int direction = leavesRight ? 1 : -1;
    auto nearEdge = [&](int column) { return direction > 0 ? m_columns[column].left : m_columns[column].right; };
    auto farEdge = [&](int column) { return direction > 0 ? m_columns[column].right : m_columns[column].left; };
    path.lineTo(QPointF(ends.sourceColumn >= 0 ? farEdge(ends.sourceColumn) : ends.source.right(), y)); // out of the card before it turns
    int between = std::abs(ends.targetColumn - ends.sourceColumn) - 1;
    double startX = path.currentPosition().x(), endX = nearEdge(ends.targetColumn);
    for (int i = 1; i <= between; ++i) {
        int column = ends.sourceColumn + i * direction;
        double part = (nearEdge(column) - startX) / (endX - startX);
        double current = path.currentPosition().y();
        double wish = current + (tipY - current) * std::clamp(part, 0.15, 0.85);
        double at = lane(column, wish);
        curveTo(path, QPointF(nearEdge(column), at));
        path.lineTo(QPointF(farEdge(column), at));
    }
    if (direction > 0) {
        arrow.tip = QPointF(ends.target.left(), tipY);
        curveTo(path, QPointF(arrow.tip.x() - head, tipY));
    } else {
        // The target may be narrower than its column: the rest of the way is level.
        arrow.tip = QPointF(ends.target.right(), tipY);
        curveTo(path, QPointF(nearEdge(ends.targetColumn) + head, tipY));
        path.lineTo(QPointF(arrow.tip.x() + head, tipY));
    }
    arrow.path = path;
    return arrow;
}

QVector<ArrowRoute> ArrowRouter::route(const QVector<ArrowEnds>& arrows) {
    // Heads: on each edge of each box in the order of the rows they come from, around the header's height.
    QHash<QPair<int, int>, QVector<int>> edges;
    for (int i = 0; i < arrows.size(); ++i) edges[{arrows[i].targetKey, int(entrySide(arrows[i]))}].append(i);
    QVector<double> tips(arrows.size());
    QVector<int> ranks(arrows.size(), 0);
    for (auto at = edges.begin(); at != edges.end(); ++at) {
        QVector<int>& group = at.value();
        bool right = at.key().second == int(Side::Right);
        std::sort(group.begin(), group.end(),
                  [&](int a, int b) { return arrows[a].sourceY != arrows[b].sourceY ? arrows[a].sourceY < arrows[b].sourceY : a < b; });
        const QRectF& target = arrows[group.first()].target;
        double top = target.top() + 9, bottom = target.bottom() - 8;
        int room = std::max(1, int((bottom - top) / metrics::headSpacing) + 1);
        int heads = std::min(int(group.size()), room);
        double spacing = heads > 1 ? std::min((bottom - top) / (heads - 1), metrics::headSpacing * 1.8) : 0;
        double middle = target.top() + metrics::headerHeight / 2;
        // An arrow from a card below the box comes in lower, so that it need not turn upwards.
        double wish = right ? middle + (group.size() == 1 && arrows[group.first()].sourceY > target.bottom() ? target.height() * 0.45 : 0) : middle;
        double first = std::clamp(wish - spacing * (heads - 1) / 2, top, std::max(top, bottom - spacing * (heads - 1)));
        for (int i = 0; i < group.size(); ++i) {
            int place = group.size() <= heads ? i : int(int64_t(i) * heads / group.size());
            tips[group[i]] = first + place * spacing;
            ranks[group[i]] = i;
        }
    }
    QVector<ArrowRoute> routes;
    for (int i = 0; i < arrows.size(); ++i) routes.append(one(arrows[i], tips[i], ranks[i]));
    return routes;
}

}
