// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The runs that lie ready in what is to be sorted.

#include "core/python/objects/containers/sort/sort_order.h"
#include "core/python/objects/containers/sort/sort_span.h"

namespace memtape {

// The length of the run with which the `count` entries (at least one) begin, which is ascending afterwards. -1: an exception is pending.
// A descending run may hold equal keys, side by side; they keep their order, as they must for the sort to be stable.
ssize findNaturalRun(SortSpan span, ssize count, const SortOrder& order);

// Makes the first `count` entries sorted, of which the first `sorted` are: each of the others is inserted where it belongs. False: exception.
bool lengthenRun(SortSpan span, ssize sorted, ssize count, const SortOrder& order);

}
