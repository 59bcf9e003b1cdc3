// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The legend: what the signs of the picture mean. An overlay of the view, and a part of exports.

#include <QSizeF>

#include "ui/scene/items/painting.h"

namespace memtape::legend {

QSizeF size(double width); // wraps into as many columns as the width takes
void paint(QPainter& painter, const SceneStyle& style, const QRectF& where, bool withFrame);

}
