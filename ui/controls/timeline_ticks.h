// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The row of the timeline that says what happened when. A kind of which there are few in sight is drawn sign by sign; one that would be a
// solid band of signs is drawn as bars, the higher the more of the steps there have it.

#include <QPointF>
#include <functional>

#include "ui/models/timeline/timeline_data.h"

class QPainter;

namespace memtape {

class Appearance;
class FoundSteps;

struct TickRoom {
    double left = 0, right = 0; // of the chart
    double top = 0, bottom = 0;
    std::function<double(double step)> xOf;
};

void drawTick(QPainter& painter, QPointF at, TickMark::Kind kind, const Appearance& colours);
// The steps that a search has found: a sign each, or, where they are many, how many there are.
void drawFound(QPainter& painter, const FoundSteps& found, const TickRoom& room, const std::function<double(double x)>& stepAt,
               const Appearance& colours);
void drawTicks(QPainter& painter, const QVector<TickMark>& ticks, const TickRoom& room, const Appearance& colours);

}
