// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a program would write an object: `throws[0]`, `head.next`. A long way keeps its beginning and its end.

#include <QString>

#include "core/replay/name_walk.h"

namespace memtape {

// So many objects are walked to at most: in a larger heap the ways to the rest are not told.
constexpr WalkRule wayRule{.most = 20000};

// Of a walk over the same state; empty: no name leads to the object.
QString wayTo(const Reading& reading, const NameWalk& walk, ObjectId id);

}
