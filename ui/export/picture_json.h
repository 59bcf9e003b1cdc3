// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The picture as data: where everything that is drawn of a step lies, for programs that measure pictures or draw their own. The contract is said in the
// manual of the command line. Lengths are the picture's own (pixels at 100 %), to a hundredth; y goes down.

#include <QByteArray>
#include <QPainterPath>
#include <QPolygonF>
#include <QSizeF>
#include <string_view>

#include "ui/models/picture/picture.h"

namespace memtape {

class MemoryScene;

// One object, with a line end. The state is that of the scene's step; the view is what a box has to lie in to be in sight.
QByteArray pictureJson(const MemoryScene& scene, const MemoryState& state, QSizeF view);

// The path as a line of points; nowhere farther from it than a quarter of a unit.
QPolygonF flattened(const QPainterPath& path);

}
