// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chains of instances: which stand in one line, over a whole run, and in which place of it. Boxes that are never there together share a
// place: the head that was popped and the one that was pushed instead; a queue's first ones and those that come when they are gone.

#include <vector>

#include "ui/scene/layout/object_forest.h"

namespace memtape {

struct Chain {
    int head = 0;                         // the member that belongs to what leads to the chain
    std::vector<std::vector<int>> places; // from the first to the last: the boxes that stand there at some time
    bool runsBack = false;                // some refer to the one before: below the line is room for that
};

struct Chains {
    std::vector<Chain> all;
    std::vector<int> of; // by box: the chain, or -1
};

// Takes members that join another one's line from what they hung on.
Chains findChains(const RunRecord& record, ObjectForest& forest);

}
