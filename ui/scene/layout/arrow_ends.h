// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where an arrow may begin and end. Which of its exits and entries it takes is the router's choice.

#include <QPointF>
#include <QRectF>
#include <QVector>

namespace memtape {

enum class Side : uint8_t { Left, Right, Top, Bottom };

constexpr bool isLevel(Side side) { return side == Side::Left || side == Side::Right; }

// The unit vector out of a box through one of its sides.
constexpr QPointF outward(Side side) {
    switch (side) {
    case Side::Left: return {-1, 0};
    case Side::Right: return {1, 0};
    case Side::Top: return {0, -1};
    case Side::Bottom: return {0, 1};
    }
    return {};
}

// An exit: the dot inside the box, and the edge through which the arrow leaves, straight from the dot. An entry: the tip, on the edge.
struct ArrowPort {
    QPointF point;
    Side side = Side::Right;

    bool operator==(const ArrowPort&) const = default;
};

struct ArrowEnds {
    QRectF source;            // card or box in which the dot lies
    QVector<ArrowPort> exits; // the first is liked best
    QRectF target;
    QVector<ArrowPort> entries; // the first is liked best
    int targetKey = 0;          // equal for arrows to the same box: they join before its edge

    bool operator==(const ArrowEnds&) const = default;
};

}
