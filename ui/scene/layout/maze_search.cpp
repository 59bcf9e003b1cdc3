// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/maze_search.h"

#include <algorithm>
#include <limits>

namespace memtape {

namespace {

using Heading = MazeSearch::Heading;

constexpr int pause = 8; // crossings

constexpr QPoint steps[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};

bool isLevel(Heading heading) { return heading == MazeSearch::East || heading == MazeSearch::West; }
Heading turned(Heading heading, int quarters) { return Heading((heading + quarters) & 3); }

// The least number of bends from here to a goal, on an empty plane.
int leastBends(QPoint between, Heading heading, Heading arrives) {
    QPoint forward = steps[arrives];
    int ahead = between.x() * forward.x() + between.y() * forward.y();
    int aside = between.x() * forward.y() - between.y() * forward.x(); // to the left of the goal's direction, or right
    switch ((heading - arrives) & 3) {
    case 0: return ahead < 0 ? 4 : aside ? 2 : 0;
    case 1: return ahead >= 0 && aside <= 0 ? 1 : 3;
    case 2: return aside ? 2 : 4;
    default: return ahead >= 0 && aside >= 0 ? 1 : 3;
    }
}

}

int MazeSearch::estimate(QPoint at, Heading heading) const {
    int least = std::numeric_limits<int>::max();
    for (const End& goal : m_goals) {
        QPoint between = goal.at - at;
        int cost = between.manhattanLength() * Costs::step + goal.cost;
        if (cost < least) least = std::min(least, cost + leastBends(between, heading, goal.heading) * Costs::bend);
    }
    return least;
}

void MazeSearch::begin(const RoutingGrid& grid, const Ends& starts, const Ends& goals) {
    m_starts = starts;
    m_goals = goals;
    m_window = QRect(starts.front().at, QSize(1, 1));
    for (const Ends& ends : {starts, goals})
        for (const End& end : ends) m_window |= QRect(end.at, QSize(1, 1));
    int around = m_manner.around;
    m_window = m_window.adjusted(-around, -around, around, around) & QRect(0, 0, grid.columns(), grid.rows());
    size_t count = size_t(m_window.width()) * m_window.height() * 4 + goals.size();
    if (m_states.size() < count) m_states.resize(count, {0, 0, 0});
    ++m_search;
    m_open.clear();
    m_order = 0;
}

void MazeSearch::reach(int state, int cost, int from, int rest) {
    State& reached = m_states[state];
    if (cost + rest >= m_bound || (reached.search == m_search && reached.cost <= cost)) return;
    reached = {m_search, cost, from};
    m_open.push_back({cost + rest * m_manner.greed / 4, ++m_order, state, cost});
    std::push_heap(m_open.begin(), m_open.end());
}

int MazeSearch::costOfStep(const RoutingGrid::Cell& here, const RoutingGrid::Cell& there, bool level) const {
    RoutingGrid::Owner along = level ? there.level : there.upright, across = level ? there.upright : there.level;
    int cost = along == RoutingGrid::nobody    ? Costs::step
               : !isOpen(along)                ? Costs::against
               : RoutingGrid::isOnLanes(along) ? Costs::shared
                                               : Costs::beside;
    // A curve between lanes closes two of them side by side, and is crossed once. What leads to its own target is to be joined, not crossed.
    const RoutingGrid::Owner left = level ? here.upright : here.level;
    if (RoutingGrid::isOnLanes(left) && isOpen(left) && left != across) cost += Costs::crossing;
    if (!isOpen(across) && across != (level ? here.upright : here.level)) cost += m_manner.tolerant ? Costs::against : Costs::crossing;
    return cost;
}

// A way that has just turned here does not turn again to where it came from.
void MazeSearch::arrive(QPoint at, Heading heading, bool mayTurn, int cost, int state) {
    const int from = m_states[state].from;
    const bool hasTurned = from >= 0 && at == placeOf(state);
    int goalState = m_window.width() * m_window.height() * 4;
    for (const End& goal : m_goals) {
        bool turns = goal.heading != heading, turnsBack = hasTurned && goal.heading == turned(Heading(from & 3), 2);
        if (goal.at == at && !turnsBack && (!turns || (mayTurn && isLevel(goal.heading) != isLevel(heading))))
            reach(goalState, cost + goal.cost + (turns ? Costs::bend : 0), state, 0);
        ++goalState;
    }
}

// Along a run from where it began, as far as it goes.
void MazeSearch::follow(const RoutingGrid& grid, int state, int cost) {
    Heading heading = Heading(state & 3);
    bool level = isLevel(heading), isFirst = m_states[state].from < 0;
    QPoint start = placeOf(state), forward = steps[heading], at = start;
    auto stride = [&](QPoint step) { return ptrdiff_t(step.y()) * grid.columns() + step.x(); };
    size_t cell = grid.indexOf(start);
    m_costs.clear();
    auto turnAt = [&](int run, Heading to) {
        QPoint turn = start + forward * run;
        reach(stateOf(turn, to), m_costs[run] + Costs::bend, state, estimate(turn, to));
    };
    // To both sides: the passage that is open here.
    struct Side {
        Heading to;
        ptrdiff_t stride;
        bool exists;    // in the window
        int began = -1; // −1: closed
    };
    auto side = [&](Heading to) { return Side{to, stride(steps[to]), m_window.contains(start + steps[to])}; };
    Side sides[] = {side(turned(heading, 1)), side(turned(heading, 3))};
    auto close = [&](Side& passage, int last) {
        if (last > passage.began) turnAt(last, passage.to);
        if (last > passage.began + 2) turnAt((passage.began + last) / 2, passage.to);
        passage.began = -1;
    };
    for (int run = 0;; ++run, at += forward, cell += stride(forward)) {
        const RoutingGrid::Cell& here = grid.at(cell);
        bool mayTurn = mayRun(here.level) && mayRun(here.upright);
        m_costs.push_back(cost);
        auto isInLine = [&](const End& goal) { return level ? goal.at.x() == at.x() : goal.at.y() == at.y(); };
        bool inLine = std::any_of(m_goals.begin(), m_goals.end(), isInLine);
        if (inLine) arrive(at, heading, mayTurn, cost, state);
        for (Side& passage : sides) {
            RoutingGrid::Owner there = RoutingGrid::obstacle;
            if (mayTurn && passage.exists) there = level ? grid.at(cell + passage.stride).upright : grid.at(cell + passage.stride).level;
            if (!mayRun(there)) {
                if (passage.began >= 0) close(passage, run - 1);
                continue;
            }
            bool begins = passage.began < 0;
            if (begins) passage.began = run;
            bool joins = RoutingGrid::isOnLanes(there) && isOpen(there);
            if ((begins || inLine || joins) && (run > 0 || isFirst)) turnAt(run, passage.to); // others have just turned where they begin
        }
        if (!m_window.contains(at + forward)) break;
        const RoutingGrid::Cell& next = grid.at(cell + stride(forward));
        if (!mayRun(level ? next.level : next.upright)) break;
        cost += costOfStep(here, next, level) + grid.dearness(cell + stride(forward));
        // A long run goes on only when it is its turn again, unless a passage has just begun: its middle is not to be missed.
        auto isYoung = [run](const Side& passage) { return passage.began >= 0 && run - passage.began < pause; };
        if (run >= pause && !isYoung(sides[0]) && !isYoung(sides[1]))
            return reach(stateOf(at + forward, heading), cost, state, estimate(at + forward, heading));
        State& reached = m_states[stateOf(at + forward, heading)];
        if ((reached.search == m_search && reached.cost <= cost) || cost >= m_bound) return; // no better than what is known
        reached = {m_search, cost, state};
    }
    for (Side& passage : sides)
        if (passage.began >= 0) close(passage, int(m_costs.size()) - 1);
}

void MazeSearch::tellWay(int goalState, Found& found) const {
    found.cost = m_states[goalState].cost;
    const End& goal = m_goals[goalState - m_window.width() * m_window.height() * 4];
    found.goal = goal.port;
    int state = m_states[goalState].from;
    found.corners.append(goal.at);
    for (int from = m_states[state].from; from >= 0; state = from, from = m_states[state].from)
        if ((from & 3) != (state & 3)) found.corners.append(placeOf(state));
    found.start = m_starts[-1 - m_states[state].from].port;
    found.corners.append(placeOf(state));
    found.corners.erase(std::unique(found.corners.begin(), found.corners.end()), found.corners.end()); // it may turn at both ends
    std::reverse(found.corners.begin(), found.corners.end());
}

MazeSearch::Found MazeSearch::find(const RoutingGrid& grid, const Ends& starts, const Ends& goals, int target, int bound, const Manner& manner) {
    m_manner = manner;
    m_target = RoutingGrid::ownerOf(target, false);
    m_bound = bound;
    begin(grid, starts, goals);
    for (int i = 0; i < starts.size(); ++i) {
        const RoutingGrid::Cell& cell = grid.at(grid.indexOf(starts[i].at));
        if (mayRun(isLevel(starts[i].heading) ? cell.level : cell.upright))
            reach(stateOf(starts[i].at, starts[i].heading), starts[i].cost, -1 - i, estimate(starts[i].at, starts[i].heading));
    }
    int firstGoal = m_window.width() * m_window.height() * 4;
    Found found;
    while (!m_open.empty() && found.runs < manner.limit) {
        std::pop_heap(m_open.begin(), m_open.end());
        Open open = m_open.back();
        m_open.pop_back();
        if (open.cost != m_states[open.state].cost) continue; // reached for less since
        if (open.state >= firstGoal) {
            tellWay(open.state, found);
            break;
        }
        follow(grid, open.state, open.cost);
        ++found.runs;
    }
    return found;
}

}
