// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Places, sizes and forms of all boxes of a run.

#include <QPointF>
#include <QSizeF>
#include <vector>

#include "ui/scene/layout/box_form.h"

namespace memtape {

// As the record's boxes.
struct Laid {
    std::vector<QPointF> places;
    std::vector<QSizeF> sizes;
    std::vector<BoxForm> forms;
    bool operator==(const Laid& other) const { return places == other.places && sizes == other.sizes; }
};

}
