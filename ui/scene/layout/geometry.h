// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How large cards, boxes and chips are, and where their rows lie. Used by the painter, by the look-ahead (which reserves the largest
// size a box will reach) and by hit testing, so that the three never disagree.

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QVector>

#include "ui/models/picture/picture.h"
#include "ui/style/metrics.h"

namespace memtape::geometry {

double labelWidth(const QString& text); // row labels: code font
double chipWidth(const RefPicture& ref, double room = metrics::chipMaximum);
QString chipText(const RefPicture& ref, double room = metrics::chipMaximum); // cut to the room
// What a row's label leaves to its chip: the label goes first, up to half of the row.
double chipRoom(const RowPicture& row, double rowWidth);

double boxHeaderHeight(Detail detail);
double noteHeight(const BoxPicture& box); // what is said below a box, why it is marked; 0: nothing is
double boxHeight(const BoxPicture& box, Detail detail);
QSizeF boxSize(const BoxPicture& box, Detail detail);
// Top of a row, from the box's or card's top.
double boxRowTop(int row, Detail detail);
double cardHeight(const CardPicture& card);
double cardRowTop(const CardPicture& card, int row);
// All cards of the stack, in the order of the picture; the running one is followed by its badge.
QVector<QRectF> placeCards(const Picture& picture);
bool hasBadge(const CardPicture& card);

}
