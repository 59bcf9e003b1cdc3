// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ways for arrows among boxes that stand anywhere. No arrow crosses a box; arrows to different boxes that run side by side keep a
// lane's width; arrows to one box join before its edge.
//
// Each arrow, in the order given, takes the cheapest of
//   1. the simple curves (`direct_ways`) that keep clear of all obstacles, and pay for each arrow that they cross,
//   2. where none is clear and short, a way through the lanes (`maze_search` in a `routing_grid`),
//   3. where there is no way, a plain curve over everything.
// Then, where they are not too many, those that cross others or crowd them choose again, alone or together with these, as long as that is better
// (`arrow_untangling.cpp`), and what they cannot choose, their legs slide into (`arrow_sliding.cpp`). So what crosses nothing, and has its lane, goes the
// same way whatever comes after it.

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
    enum class Effort : uint8_t { Whole, Little }; // little: for a trial that is not drawn
    explicit ArrowRouter(const QVector<QRectF>& obstacles, Effort effort = Effort::Whole);
    // Where arrows had better stay, as the view ends there; where obstacles stand beyond its right edge or its foot, around these too. Left of it they
    // do not go. Without a room they go anywhere.
    void setRoom(const QRectF& room);
    QVector<ArrowRoute> route(const QVector<ArrowEnds>& arrows);
    // Of what was routed: how many pairs of arrows cross; those that found no way count for many.
    double tangle() const;

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
    struct Placed {
        Way way;
        int target = 0; // 0: it has no ends that a picture could have
        RoutingGrid::Line line;
        QRectF bounds;
        bool isDrawn = false, isInGrid = false;
    };
    Way choose(const ArrowEnds& ends, int target);
    Way cheapestDirect(const ArrowEnds& ends, int target, double& ideal) const;
    void improveByMaze(const ArrowEnds& ends, int target, Way& best);
    void put(int arrow, Way way);
    void take(int arrow);
    RoutingGrid& grid();
    ArrowRoute routeOf(int arrow) const;

    void untangle();
    bool uncover();
    double burden(int arrow) const { return burdenOf(m_placed[size_t(arrow)].way, arrow); }
    double burdenOf(const Way& way, int arrow) const;
    ArrowTraffic::Met metBy(int arrow) const;
    using Arrows = QVarLengthArray<int, 2>;
    bool tryAgain(const Arrows& arrows);

    void slide();
    bool slideAlone(int arrow);
    bool slideTogether(int arrow, int other);
    std::vector<Way> slidWays(int arrow, int far) const;
    Way redrawn(const Way& way, int arrow, const Corners& corners, Softness softness) const;

    QVector<ArrowEnds> m_ends;
    std::vector<Placed> m_placed;
    double outside(const Corners& corners) const; // px
    QRectF m_room;
    ArrowTraffic m_traffic;
    QHash<int, int> m_targets;           // numbers of the targets, from 1, by key
    std::unique_ptr<RoutingGrid> m_grid; // made when the first way is searched
    std::vector<int> m_notYetInGrid;
    Effort m_effort;
    bool m_isLarge = false; // there are so many arrows that little may be spent on each
    bool m_isUncovering = false;
    int m_runsLeft = 0; // that searches may still follow
};

}
