// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a program would write for a place of the picture, so that it can be watched: `total`, `head.next`, `rows[0][1]`.

#include <QString>
#include <optional>

#include "core/replay/replay.h"

namespace memtape {

// None: the row is the object's own box. Empty: no names lead there, or the way is not to be told.
QString watchExpression(const Reading& reading, const std::optional<RefPlace>& row, ObjectId object);

}
