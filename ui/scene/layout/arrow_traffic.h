// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands in the way of an arrow: the obstacles, and the arrows drawn before it. Both lie in buckets by place, so that a curve is
// judged by what is near it.

#include <QRectF>
#include <QVarLengthArray>
#include <QVector>
#include <vector>

#include "ui/scene/layout/arrow_curves.h"
#include "ui/style/metrics.h"

namespace memtape {

class ArrowTraffic {
public:
    explicit ArrowTraffic(const QVector<QRectF>& obstacles);

    const QVector<QRectF>& obstacles() const { return m_obstacles; } // those that can be in a scene
    const QRectF& bounds() const { return m_bounds; }

    // Obstacles at an arrow's own ends: it may leave them and touch their edges, and does not go in.
    using Own = QVarLengthArray<int, 4>;
    Own obstaclesAt(QPointF dot, QPointF tip) const;

    struct Verdict {
        bool blocked = false; // by an obstacle
        bool crowded = false; // runs along an arrow to another target, nearer than a lane's width, or through a head
        int crossings = 0;    // of arrows, also of those to the same target, which it might have joined
    };
    // The last two points are the head's foot and its tip.
    Verdict judge(const Points& points, const Own& own, int target) const;
    void add(const Points& points, int target, int arrow);
    void remove(int arrow);

    bool isBlocked(const Points& points, const Own& own, double margin = metrics::laneMargin) const; // by an obstacle, or what is so near to it

    // Which arrows a way crosses, and which to other targets it crowds, each once: runs along nearer than a lane's width, or through a head.
    struct Met {
        QVarLengthArray<int, 8> crossed, crowded;
        double crowdedLength = 0;
        double coveredLength = 0; // the same, each px by how far it has come from a lane's distance to lying on the other
    };
    Met metBy(const Points& points, int target) const;

private:
    struct Segment {
        QPointF from, to, along; // along: unit vector
        double length;
        int target, arrow;
        bool isHead; // nothing crosses it
    };
    struct Range {
        int first = 0, last = 0;
    };
    struct Entry {
        int segment, next;
    };
    struct Span {
        int left, top, right, bottom;
    };
    Span span(QPointF a, QPointF b, double margin) const;
    int column(double x) const;
    int row(double y) const;
    template <typename Visit> void eachBucketOf(const Segment& segment, Visit visit);
    template <typename Visit> static void eachSegment(const Points& points, int target, int arrow, Visit visit);
    bool blockedAt(QPointF a, QPointF b, const Own& own, bool leaves, double margin) const;
    void meet(const Segment& segment, Verdict& verdict, Met* met) const;

    QVector<QRectF> m_obstacles;
    QRectF m_bounds;
    double m_bucket = 128;
    int m_columns = 1, m_rows = 1;
    std::vector<int> m_obstacleStart, m_obstacleList; // of each bucket: where its part of the list begins
    std::vector<int> m_heads;                         // of each bucket: its first entry, or −1
    std::vector<Entry> m_entries;
    int m_freeEntry = -1; // the first of those that were given back
    std::vector<Segment> m_segments;
    std::vector<Range> m_ofArrow; // its segments
};

}
