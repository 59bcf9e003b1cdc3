// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How large cards, boxes and chips are, and where their rows and cells lie. Used by the painter, by the look-ahead (which reserves the
// largest size a box will reach) and by hit testing, so that the three never disagree.

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QVector>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/box_form.h"
#include "ui/style/metrics.h"

namespace memtape::geometry {

double labelWidth(const QString& text); // row labels: code font
double chipWidth(const RefPicture& ref, double room = metrics::chipMaximum);
QString chipText(const RefPicture& ref, double room = metrics::chipMaximum); // cut to the room
// What a row's label leaves to its chip: the label goes first, up to half of the row.
double chipRoom(const RowPicture& row, double rowWidth);

// ---- boxes
double boxHeaderHeight(Detail detail);
double headerWidth(const BoxPicture& box, Detail detail, bool brief); // that the header needs; brief: the count is a number alone
double lineWidth(const RowPicture& row);                              // that a cell on a line of its own needs
double cellChipWidth(const RefPicture& ref, double room);             // of a chip in a row of cells: without a stub arrow
double cellWidth(const RowPicture& row);                              // that a cell in a row of cells needs
double moreWidth(const RowPicture& row);                              // of "… 96 …" in a row of cells
double noteHeight(const BoxPicture& box);                             // what is said below a box, why it is marked; 0: nothing is

// Of the outline of one that was released, so that its words have room.
double ghostHeight(const BoxPicture& box, double ghostWidth);

// From the box's top left corner.
struct CellPlace {
    QRectF rect;
    QPointF dot; // where its arrow starts
};
QVector<CellPlace> cellPlaces(const BoxPicture& box, const BoxForm& form, Detail detail);
// Of a box with so many cells.
double boxHeight(int cells, const BoxForm& form, Detail detail);
double boxHeight(const BoxPicture& box, const BoxForm& form, Detail detail);
// Where a level arrow enters, below the box's top.
double portHeight(Form form, Detail detail);

// ---- cards
double cardHeight(const CardPicture& card);
double cardRowTop(const CardPicture& card, int row);
// All cards of the stack, in the order of the picture; the running one is followed by its badge.
QVector<QRectF> placeCards(const Picture& picture);
bool hasBadge(const CardPicture& card);

}
