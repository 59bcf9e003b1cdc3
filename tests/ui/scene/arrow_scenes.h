// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boxes and arrows as the picture has them, without a picture: for the tests of the router.

#include <QString>
#include <vector>

#include "ui/scene/layout/arrow_ends.h"

namespace memtape {

struct ArrowScene {
    QString name;
    QVector<QRectF> obstacles;
    QVector<ArrowEnds> arrows;
    bool isPlanar = false; // can be drawn without a crossing
};

// Of each kind of structure, small.
std::vector<ArrowScene> structureScenes();
// Boxes in a loose grid, references among them and from cards at the left: few or many, near or anywhere.
ArrowScene randomScene(unsigned seed, int boxes, int arrows, bool near);
// As many boxes as there are references, nearly all of them in trees, chains and tables.
ArrowScene largeScene(int boxes);

}
