// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/arrow_traffic.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/style/metrics.h"

namespace memtape {

namespace {

double cross(QPointF a, QPointF b) { return a.x() * b.y() - a.y() * b.x(); }

bool meets(QPointF a, QPointF b, const QRectF& rect) {
    if (std::max(a.x(), b.x()) <= rect.left() || std::min(a.x(), b.x()) >= rect.right() || std::max(a.y(), b.y()) <= rect.top() ||
        std::min(a.y(), b.y()) >= rect.bottom())
        return false;
    if (a.x() == b.x() || a.y() == b.y()) return true;
    // The rectangle's corners on both sides of the line.
    QPointF along = b - a;
    double first = cross(along, rect.topLeft() - a), second = cross(along, rect.topRight() - a), third = cross(along, rect.bottomRight() - a),
           fourth = cross(along, rect.bottomLeft() - a);
    auto [least, most] = std::minmax({first, second, third, fourth});
    return least < 0 && most > 0;
}

// No scene is so large; NaN is not inside either.
bool isInReach(const QRectF& rect) {
    constexpr double reach = 1e7;
    return rect.left() > -reach && rect.top() > -reach && rect.right() < reach && rect.bottom() < reach;
}

constexpr double closest = metrics::laneSpacing - 0.25;
constexpr double parallel = 0.5; // sine of the angle under which two lines run along each other
constexpr double joining = 0.12; // and under which one joins another to its target
constexpr double touch = 0.01;   // so near its end a line does not cross another, but joins it

}

ArrowTraffic::ArrowTraffic(const QVector<QRectF>& obstacles) {
    for (const QRectF& rect : obstacles)
        if (isInReach(rect)) m_obstacles.append(rect.normalized());
    for (const QRectF& rect : m_obstacles) m_bounds |= rect.adjusted(-64, -64, 64, 64);
    constexpr double mostBuckets = 1 << 15;
    m_bucket = std::max({m_bucket, std::sqrt(m_bounds.width()) * std::sqrt(m_bounds.height()) / std::sqrt(mostBuckets),
                         std::max(m_bounds.width(), m_bounds.height()) / mostBuckets});
    m_columns = int(m_bounds.width() / m_bucket) + 1;
    m_rows = int(m_bounds.height() / m_bucket) + 1;
    m_heads.assign(size_t(m_columns) * m_rows, -1);
    m_obstacleStart.assign(m_heads.size() + 1, 0);
    auto eachBucket = [&](auto visit) {
        for (int i = 0; i < m_obstacles.size(); ++i) {
            Span at = span(m_obstacles[i].topLeft(), m_obstacles[i].bottomRight(), metrics::laneMargin);
            for (int y = at.top; y <= at.bottom; ++y)
                for (int x = at.left; x <= at.right; ++x) visit(size_t(y) * m_columns + x, i);
        }
    };
    eachBucket([&](size_t bucket, int) { ++m_obstacleStart[bucket + 1]; });
    for (size_t i = 1; i < m_obstacleStart.size(); ++i) m_obstacleStart[i] += m_obstacleStart[i - 1];
    m_obstacleList.resize(m_obstacleStart.back());
    std::vector<int> filled(m_obstacleStart.begin(), m_obstacleStart.end() - 1);
    eachBucket([&](size_t bucket, int obstacle) { m_obstacleList[filled[bucket]++] = obstacle; });
}

int ArrowTraffic::column(double x) const { return int(std::clamp((x - m_bounds.left()) / m_bucket, 0.0, m_columns - 1.0)); }
int ArrowTraffic::row(double y) const { return int(std::clamp((y - m_bounds.top()) / m_bucket, 0.0, m_rows - 1.0)); }

ArrowTraffic::Span ArrowTraffic::span(QPointF a, QPointF b, double margin) const {
    auto [left, right] = std::minmax({a.x(), b.x()});
    auto [top, bottom] = std::minmax({a.y(), b.y()});
    return {column(left - margin), row(top - margin), column(right + margin), row(bottom + margin)};
}

ArrowTraffic::Own ArrowTraffic::obstaclesAt(QPointF dot, QPointF tip) const {
    Own own;
    for (QPointF point : {dot, tip}) {
        size_t bucket = size_t(row(point.y())) * m_columns + column(point.x());
        for (int i = m_obstacleStart[bucket]; i < m_obstacleStart[bucket + 1]; ++i) {
            int obstacle = m_obstacleList[i];
            if (m_obstacles[obstacle].adjusted(-1, -1, 1, 1).contains(point) && !own.contains(obstacle)) own.append(obstacle);
        }
    }
    return own;
}

bool ArrowTraffic::blockedAt(QPointF a, QPointF b, const Own& own, bool leaves, double margin) const {
    Span at = span(a, b, 0);
    for (int y = at.top; y <= at.bottom; ++y)
        for (int x = at.left; x <= at.right; ++x) {
            size_t bucket = size_t(y) * m_columns + x;
            for (int i = m_obstacleStart[bucket]; i < m_obstacleStart[bucket + 1]; ++i) {
                int obstacle = m_obstacleList[i];
                bool isOwn = own.contains(obstacle);
                const double around = isOwn ? -1 : margin;
                if (isOwn && leaves && m_obstacles[obstacle].contains(a)) continue;
                if (meets(a, b, m_obstacles[obstacle].adjusted(-around, -around, around, around))) return true;
            }
        }
    return false;
}

// How the segment stands to those near it; or which these are, where that is asked for.
void ArrowTraffic::meet(const Segment& mine, Verdict& verdict, Met* met) const {
    auto note = [](QVarLengthArray<int, 8>& arrows, int arrow) {
        if (!arrows.contains(arrow)) arrows.append(arrow);
    };
    Span at = span(mine.from, mine.to, closest);
    auto [left, right] = std::minmax({mine.from.x(), mine.to.x()});
    auto [top, bottom] = std::minmax({mine.from.y(), mine.to.y()});
    for (int y = at.top; y <= at.bottom; ++y)
        for (int x = at.left; x <= at.right; ++x)
            for (int entry = m_heads[size_t(y) * m_columns + x]; entry >= 0; entry = m_entries[entry].next) {
                const Segment& other = m_segments[m_entries[entry].segment];
                const bool isOwn = other.target == mine.target; // they may run along each other, and join
                if (std::max(other.from.x(), other.to.x()) < left - closest || std::min(other.from.x(), other.to.x()) > right + closest ||
                    std::max(other.from.y(), other.to.y()) < top - closest || std::min(other.from.y(), other.to.y()) > bottom + closest)
                    continue;
                double sine = cross(mine.along, other.along);
                QPointF between = other.from - mine.from;
                if (std::abs(sine) < (isOwn ? joining : parallel)) {
                    if (isOwn) continue;
                    auto along = [&](QPointF point) { return QPointF::dotProduct(point - mine.from, mine.along); };
                    auto [first, second] = std::minmax({along(other.from), along(other.to)});
                    double begin = std::max(first, 0.0), end = std::min(second, mine.length);
                    if (begin > end) continue;
                    // Where they run side by side, the distance of the other from this line, at both ends of that part.
                    double start = cross(mine.along, between), slope = sine / QPointF::dotProduct(mine.along, other.along);
                    double offset = along(other.from);
                    double distance1 = start + (begin - offset) * slope, distance2 = start + (end - offset) * slope;
                    if (distance1 * distance2 < 0 || std::min(std::abs(distance1), std::abs(distance2)) < closest) {
                        verdict.crowded = true;
                        if (!met) return;
                        note(met->crowded, other.arrow);
                        met->crowdedLength += end - begin;
                        const double apart = std::abs(distance1 + distance2) / 2;
                        met->coveredLength += (end - begin) * std::max(0.0, 1 - apart / closest);
                    }
                    continue;
                }
                double mineAt = cross(between, other.along) / sine, otherAt = cross(between, mine.along) / sine;
                if (mineAt < 0 || mineAt >= mine.length || otherAt < 0 || otherAt >= other.length) continue;
                if (isOwn && (mine.isHead || other.isHead || mineAt > mine.length - touch || otherAt > other.length - touch)) continue;
                if (met) {
                    note(mine.isHead || other.isHead ? met->crowded : met->crossed, other.arrow);
                    continue;
                }
                if (mine.isHead || other.isHead) {
                    verdict.crowded = true;
                    return;
                }
                QPointF point = mine.from + mine.along * mineAt;
                verdict.crossings += column(point.x()) == x && row(point.y()) == y; // two that share several buckets cross once
            }
}

template <typename Visit> void ArrowTraffic::eachSegment(const Points& points, int target, int arrow, Visit visit) {
    for (qsizetype i = 1; i < points.size(); ++i) {
        QPointF between = points[i] - points[i - 1];
        double length = std::sqrt(QPointF::dotProduct(between, between));
        bool isHead = i + 1 == points.size();
        if (length > 1e-6 && !visit(Segment{points[i - 1], points[i], between / length, length, target, arrow, isHead})) return;
    }
}

bool ArrowTraffic::isBlocked(const Points& points, const Own& own, double margin) const {
    bool leaves = true; // it is still on its way out of its source: once
    for (qsizetype i = 1; i < points.size(); ++i) {
        leaves = leaves && std::any_of(own.begin(), own.end(), [&](int obstacle) { return m_obstacles[obstacle].contains(points[i - 1]); });
        if (blockedAt(points[i - 1], points[i], own, leaves, margin)) return true;
    }
    return false;
}

ArrowTraffic::Verdict ArrowTraffic::judge(const Points& points, const Own& own, int target) const {
    Verdict verdict;
    verdict.blocked = isBlocked(points, own);
    if (verdict.blocked) return verdict;
    eachSegment(points, target, -1, [&](const Segment& part) {
        meet(part, verdict, nullptr);
        return !verdict.crowded;
    });
    return verdict;
}

ArrowTraffic::Met ArrowTraffic::metBy(const Points& points, int target) const {
    Met met;
    Verdict unused;
    eachSegment(points, target, -1, [&](const Segment& part) {
        meet(part, unused, &met);
        return true;
    });
    return met;
}

template <typename Visit> void ArrowTraffic::eachBucketOf(const Segment& segment, Visit visit) {
    const Span at = span(segment.from, segment.to, 0);
    for (int y = at.top; y <= at.bottom; ++y)
        for (int x = at.left; x <= at.right; ++x) visit(m_heads[size_t(y) * m_columns + x]);
}

// Nothing of it stays in the buckets: where arrows cross much, each is put and taken hundreds of times while ways are tried.
void ArrowTraffic::remove(int arrow) {
    if (size_t(arrow) >= m_ofArrow.size()) return;
    const Range range = std::exchange(m_ofArrow[size_t(arrow)], {});
    for (int i = range.first; i < range.last; ++i)
        eachBucketOf(m_segments[size_t(i)], [&](int& head) {
            int* link = &head;
            while (m_entries[size_t(*link)].segment != i) link = &m_entries[size_t(*link)].next;
            const int entry = *link;
            *link = std::exchange(m_entries[size_t(entry)].next, m_freeEntry);
            m_freeEntry = entry;
        });
    if (size_t(range.last) == m_segments.size()) m_segments.erase(m_segments.begin() + range.first, m_segments.end());
}

void ArrowTraffic::add(const Points& points, int target, int arrow) {
    if (size_t(arrow) >= m_ofArrow.size()) m_ofArrow.resize(size_t(arrow) + 1);
    m_ofArrow[size_t(arrow)].first = int(m_segments.size());
    eachSegment(points, target, arrow, [&](const Segment& part) {
        m_segments.push_back(part);
        eachBucketOf(part, [&](int& head) {
            if (m_freeEntry < 0) {
                m_entries.push_back({0, -1});
                m_freeEntry = int(m_entries.size()) - 1;
            }
            const int entry = m_freeEntry;
            m_freeEntry = m_entries[size_t(entry)].next;
            m_entries[size_t(entry)] = {int(m_segments.size()) - 1, head};
            head = entry;
        });
        return true;
    });
    m_ofArrow[size_t(arrow)].last = int(m_segments.size());
}

}
