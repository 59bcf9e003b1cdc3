// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of some objects only they themselves refer to.

#include "core/python/objects/model/gc_list.h"

namespace memtape {

// Moves those of `candidates` that nothing outside of them leads to into `unreachable` (empty before). Both keep the order they had, but
// what is found reachable late goes to the end of its list. Immortal objects go to the collector's permanent list.
//
// Counts of references are copied; each reference from one candidate to another is taken off the copy, so what is left comes from outside.
// A candidate with something left is reachable, and so is all that it leads to.
//
// Those in `unreachable` stay marked as candidates (isGcCandidate), until unmarkCandidates() or until they die.
void moveUnreachable(GcList& candidates, GcList& unreachable);

inline bool isGcCandidate(const GcHead* h) { return (h->prev & gcBits::candidate) != 0; }
void unmarkCandidates(GcList& list);

}
