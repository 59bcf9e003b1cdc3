// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The legend: what the signs of the picture mean. An overlay of the view, and a part of exports.

#include <QSizeF>
#include <bitset>

#include "ui/scene/items/painting.h"

namespace memtape::legend {

enum Sign { Chip, Immortal, Box, Arrow, Running, Weak, Made, Changed, Released, Unreachable, Gone, Came, Differs, Tiles, Several, SignCount };
using Signs = std::bitset<SignCount>;
const Signs everySign = Signs((1u << Came) - 1); // but for those of a comparison and of groups
Signs signsOf(const Picture& picture);           // those that are drawn in it
Signs signsBeside(const Picture& picture);       // every sign, with those of groups where there are some

QSizeF size(double width, Signs signs = everySign); // wraps into as many columns as the width takes
void paint(QPainter& painter, const SceneStyle& style, const QRectF& where, bool withFrame, Signs signs = everySign);

}
