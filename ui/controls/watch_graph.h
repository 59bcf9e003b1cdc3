// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A watched value over the stretch of the run that the timeline shows: numbers as a staircase, other values as bands with their words, nothing where
// the name is not alive.

#include <QRectF>
#include <functional>

class QPainter;

namespace memtape {

class Appearance;
class WatchCurve;

struct WatchRoom {
    QRectF chart;
    double from = 0, to = 1; // the stretch, in steps
    std::function<double(double step)> xOf;
};

void drawWatch(QPainter& painter, const WatchCurve& curve, const WatchRoom& room, const Appearance& colours);

}
