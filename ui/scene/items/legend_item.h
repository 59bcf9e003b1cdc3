// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The legend: what the signs of the picture mean. An overlay of the view, and a part of exports.

#include <QSizeF>
#include <bitset>

#include "ui/scene/items/painting.h"

namespace memtape::legend {

enum Sign { Chip, Immortal, Box, Arrow, Running, Weak, Made, Changed, Released, Unreachable, Gone, SignCount };
using Signs = std::bitset<SignCount>;
const Signs everySign = Signs().set();
Signs signsOf(const Picture& picture); // those that are drawn in it

QSizeF size(double width, Signs signs = everySign); // wraps into as many columns as the width takes
void paint(QPainter& painter, const SceneStyle& style, const QRectF& where, bool withFrame, Signs signs = everySign);

}
