// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The object that an expression of names refers to at a step: `node`, `node.next.value`, `rows[0]`, `ages['Ada']`. Names are looked up as
// Python does: in the running frame, then among the global names. Nothing is run.

#include <QString>

#include "core/replay/memory_state.h"

namespace memtape {

// None: there is no such name, attribute or item.
ObjectId objectAtPath(const MemoryState& state, const QString& path);

}
