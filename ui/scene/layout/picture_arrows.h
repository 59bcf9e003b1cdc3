// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The arrows of a picture whose cards and boxes have their places: from which rows to which boxes they go, and where they may leave and enter.
// The scene draws them; the plan of a run tries them, to see which of several arrangements crosses least.

#include <QRectF>
#include <QVector>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/arrow_ends.h"
#include "ui/scene/layout/box_form.h"

namespace memtape {

struct ArrowSource {
    bool isCard = false;
    int index = 0; // of the card or box, in the picture
    int row = 0;
};

struct PictureArrow {
    ArrowEnds ends;
    ArrowSource source;
    int target = 0; // box, in the picture
};

// As the picture's cards and boxes.
struct PicturePlaces {
    QVector<QRectF> cards, boxes;
    QVector<BoxForm> forms;
};

// What is drawn of a box, at the place that it has: less than was reserved, while it holds less.
QRectF drawnRect(const BoxPicture& box, const BoxForm& form, const QRectF& reserved, Detail detail);

// A row or a cell, and where its arrow would leave, whichever way it went.
struct ArrowPlace {
    QRectF row;
    QPointF dot;
};
ArrowPlace arrowPlaceOf(const Picture& picture, const PicturePlaces& places, const ArrowSource& source);

// What no arrow crosses: the boxes, and the stack as a whole; an arrow leaves it at its right edge.
QVector<QRectF> obstaclesOf(const PicturePlaces& places);

// In the order in which they choose their ways: the short ones first, since they are most, and lie within one structure.
QVector<PictureArrow> arrowsOf(const Picture& picture, const PicturePlaces& places);

}
