// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The cheapest way through a RoutingGrid, by A* over whole runs: a way is looked at where it turns, not at every crossing on it. It need
// turn only where a passage to the side begins, where it ends and midway between, or in line with where it wants to go; so a search sees
// some hundred turns where there are ten thousand crossings. Costs are in px.
//
// A way may cross arrows to other targets, straight and for a price, and does not run along them. It may run along arrows to its own
// target, which is cheap where those keep to lanes: so they join.

#include <QPoint>
#include <QRect>
#include <QVarLengthArray>
#include <QVector>
#include <cstdint>
#include <vector>

#include "ui/scene/layout/routing_grid.h"

namespace memtape {

class MazeSearch {
public:
    enum Heading : uint8_t { East, South, West, North };
    struct Costs {
        static constexpr int step = 8, shared = 4, beside = 16, bend = 32, crossing = 420, against = 140;
    };

    struct End {
        QPoint at;
        Heading heading; // in which the way leaves here, or arrives
        int cost;
        int port; // for the caller
    };
    using Ends = QVarLengthArray<End, 4>;
    struct Found {
        int cost = -1;           // nothing was found
        int runs = 0;            // that were followed
        int start = 0, goal = 0; // ports
        QVector<QPoint> corners; // from start to goal, both included
    };

    struct Manner {
        int greed = 4;         // in quarters: from 5 on the way found may cost more than the cheapest, and is found sooner
        bool tolerant = false; // runs along arrows to other targets where it must, at a price
        int around = 0;        // how far it may stray from its ends
        int limit = 0;         // how many runs are followed
    };
    // Nothing that costs `bound` or more.
    Found find(const RoutingGrid& grid, const Ends& starts, const Ends& goals, int target, int bound, const Manner& manner);

private:
    struct Open {
        int whole; // what the way costs to its end, as far as it can be known
        int order; // of two that cost the same the later one goes first: it is nearer to its end
        int state, cost;
        bool operator<(const Open& other) const { return whole != other.whole ? whole > other.whole : order < other.order; }
    };
    int stateOf(QPoint at, Heading heading) const { return ((at.y() - m_window.top()) * m_window.width() + at.x() - m_window.left()) * 4 + heading; }
    QPoint placeOf(int state) const { return {m_window.left() + state / 4 % m_window.width(), m_window.top() + state / 4 / m_window.width()}; }
    bool isOpen(RoutingGrid::Owner owner) const { return owner == RoutingGrid::nobody || RoutingGrid::targetOf(owner) == m_target; }
    bool mayRun(RoutingGrid::Owner owner) const { return isOpen(owner) || (m_manner.tolerant && owner != RoutingGrid::obstacle); }
    int estimate(QPoint at, Heading heading) const;
    void begin(const RoutingGrid& grid, const Ends& starts, const Ends& goals);
    void reach(int state, int cost, int from, int rest);
    void arrive(QPoint at, Heading heading, bool mayTurn, int cost, int state);
    void follow(const RoutingGrid& grid, int state, int cost);
    int costOfStep(const RoutingGrid::Cell& here, const RoutingGrid::Cell& there, bool level) const;
    void tellWay(int goalState, Found& found) const;

    Manner m_manner;
    int m_bound = 0;
    RoutingGrid::Owner m_target = RoutingGrid::nobody;
    Ends m_starts, m_goals;
    QRect m_window;
    std::vector<Open> m_open; // a heap
    int m_order = 0;
    struct State {
        uint32_t search; // in which it was last reached
        int cost, from;  // from: the state in which the run began that leads here
    };
    // Of each crossing of the window and each heading; behind them one for each goal.
    std::vector<State> m_states;
    uint32_t m_search = 0;
    std::vector<int> m_costs; // along the run that is followed
};

}
