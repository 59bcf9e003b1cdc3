// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/box_form.h"

namespace memtape {

// Where the arrow of a cell starts, from its box's top left corner, as far as the form alone tells it: of a row that goes on in further lines, as if it
// did not.
QPointF dotOfCell(const BoxForm& form, int place, Detail detail);

}
