// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ways for arrows among boxes that stand anywhere. No arrow crosses a box; arrows to different boxes that run side by side keep a
// lane's width; arrows to one box join before its edge.
//
// Each arrow, in the order given, takes the cheapest of
//   1. the simple curves (`direct_ways`) that keep clear of all obstacles, and pay for each arrow that they cross,
//   2. where none is clear and short, a way through the lanes (`maze_search` in a `routing_grid`),
//   3. where there is no way, a plain curve over everything.
// So an arrow more at the end of the list changes none before it.

#include <QHash>
#include <QPainterPath>
#include <memory>

#include "ui/scene/layout/arrow_ends.h"
#include "ui/scene/layout/arrow_traffic.h"
#include "ui/scene/layout/routing_grid.h"

namespace memtape {

struct ArrowRoute {
    QPainterPath path; // from the dot to the head's foot
    QPointF dot, tip;
    Side enters = Side::Left;
};

class ArrowRouter {
public:
    // Boxes, cards, notes: nothing may cross them.
    explicit ArrowRouter(const QVector<QRectF>& obstacles);
    QVector<ArrowRoute> route(const QVector<ArrowEnds>& arrows);

private:
    struct Way {
        int exit = -1, entry = 0; // no exit: none was found
        double cost = 0;
        bool onLanes = false;
        Corners corners;
        Curve curve;
        Points points; // of the curve, to the tip
        bool exists() const { return exit >= 0; }
    };
    ArrowRoute one(const ArrowEnds& ends);
    Way cheapestDirect(const ArrowEnds& ends, int target, double& ideal) const;
    void improveByMaze(const ArrowEnds& ends, int target, Way& best);
    RoutingGrid& grid();

    ArrowTraffic m_traffic;
    QHash<int, int> m_targets; // numbers of the targets, from 1, by key
    // Made when the first way is searched; what was drawn until then is entered then.
    std::unique_ptr<RoutingGrid> m_grid;
    struct Drawn {
        QVector<QPointF> points;
        QPointF foot, tip;
        RoutingGrid::Owner owner;
    };
    std::vector<Drawn> m_notYetInGrid;
    bool m_isLarge = false; // there are so many arrows that little may be spent on each
    int m_runsLeft = 0;     // that searches may still follow
};

}
