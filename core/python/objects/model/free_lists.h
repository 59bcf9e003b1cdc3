// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The blocks of dead objects that a type keeps for its next ones. A full collection gives them back to the heap, in CPython's order.

namespace memtape {

struct Object;

void clearFreeFloats();
void clearFreeTuples();
void clearFreeLists();
void clearFreeDicts();
void clearFreeDictKeys();
void clearAllFreeLists();

// The block of a GC object from a free list; its death is on the tape already.
void releaseFreeObject(Object* o);

}
