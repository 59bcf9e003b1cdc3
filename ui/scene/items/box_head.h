// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands in a box's head, and where: its type first of all, then the count as fully as there is room for it, then the sign of one that was just
// made, which otherwise sits on the box's corner.

#include <QPointF>
#include <QRectF>
#include <QString>

#include "ui/models/picture/picture.h"

namespace memtape {

struct BoxHead {
    QRectF type, count; // from the box's top left corner
    QString countText;  // whole, brief, or none
    QPointF sign;       // its middle
};

BoxHead headOf(const BoxPicture& box, double width, Detail detail);

}
