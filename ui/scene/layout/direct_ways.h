// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ways of an arrow with at most two bends, from each of its exits to each of its entries:
//
//   straight  ●────▶      S  ●──╮        L  ●──╮      U  ●──╮
//                               ╰──▶           ▼         ◀──╯
//
// An S and a U have a leg across, which may lie in one of several lanes.

#include <QVarLengthArray>

#include "ui/scene/layout/arrow_curves.h"
#include "ui/scene/layout/arrow_ends.h"

namespace memtape {

// What a way costs is its length in px and what else is disliked of it.
namespace way_costs {
constexpr double bend = 32;
constexpr double crossing = 420;
constexpr double outside = 8;    // a px outside the room that arrows have
constexpr double lessLiked = 24; // an exit or entry, for each that is liked better
}

struct DirectWay {
    int exit = 0, entry = 0;
    double cost = 0;
    QVarLengthArray<double, 8> lanes; // of its leg across, as a distance from the source's edge; the best first
    enum class Shape : uint8_t { Straight, S, L, U } shape = Shape::Straight;
};

// Where the arrow leaves its source.
QPointF edgePoint(const ArrowEnds& ends, int exit);
// How much of the leg inside its source, which is so long, an arrow may bend already: there is little room outside.
double bendsInside(double inside);
// Where the head begins.
QPointF headFoot(const ArrowPort& entry);

// All of them, the cheapest first.
QVarLengthArray<DirectWay, 12> directWays(const ArrowEnds& ends);
Corners cornersOf(const DirectWay& way, const ArrowEnds& ends, double lane);

}
