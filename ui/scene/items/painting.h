// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What cards, boxes and the legend draw alike: rows, chips with their stub arrows, arrow heads, signs of change.

#include <QRectF>
#include <QString>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/arrow_ends.h"
#include "ui/scene/layout/geometry.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

class QFont;
class QPainter;
class QPainterPath;

namespace memtape {

// How the scene is drawn now; one for all items, owned by the scene.
struct SceneStyle {
    Palette palette;
    Detail detail = Detail::Objects;
    ObjectId hovered, selected;
    std::optional<RefPlace> row; // the selected one
    bool exporting = false;      // no hover, no level of detail
    bool dotsAlone = false;      // of arrows: they are to be drawn by hand

    QColor operator[](Ink ink) const { return palette[ink]; }
};

namespace painting {

constexpr double textThreshold = 0.4;  // below this zoom no text is drawn
constexpr double tileThreshold = 0.25; // below this zoom boxes are plain tiles, and arrows lines

void text(QPainter& painter, const QRectF& where, Qt::Alignment align, const QString& text, const QFont& font, const QColor& colour);
void arrowHead(QPainter& painter, QPointF tip, Side enters, const QColor& colour); // of an arrow that enters by this side
// A chip that ends at `right`, centred on `middle`, with its stub arrow; at most `room` wide.
QRectF chipRect(const RefPicture& ref, double right, double middle, double room = metrics::chipMaximum);
void chip(QPainter& painter, const SceneStyle& style, const RefPicture& ref, double right, double middle, bool lit,
          double room = metrics::chipMaximum);
void row(QPainter& painter, const SceneStyle& style, const RowPicture& row, const QRectF& where, bool picked = false);
// A cell in a row of cells: its label, and below it what it refers to; `divided`: from the next one, by a hairline.
void cell(QPainter& painter, const SceneStyle& style, const RowPicture& row, const geometry::CellPlace& place, bool picked, bool divided);
void icon(QPainter& painter, const SceneStyle& style, const QString& letter, QPointF topLeft);
void hatch(QPainter& painter, const QPainterPath& inside, const QColor& colour);
void pill(QPainter& painter, const QRectF& where, const QString& text, const QColor& fill, const QColor& edge, const QColor& ink);
// A sign of change, with a shape of its own: + made, ● changed, ✕ released.
void mark(QPainter& painter, const SceneStyle& style, Mark mark, QPointF middle);
void cross(QPainter& painter, const QColor& colour, QPointF middle); // the last of them, for whatever is gone

}

}
