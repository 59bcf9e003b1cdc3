// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a group's box shows before its rows: its header, who made them, a tile for each, and which names refer to some of them.

#include "ui/scene/items/painting.h"

namespace memtape::painting {

// In the box's own coordinates; its ground and its edge are there already.
void group(QPainter& painter, const SceneStyle& style, const BoxPicture& box, const QRectF& rect, bool withText);

}
