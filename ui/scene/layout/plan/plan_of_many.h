// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The plan of a run with so many boxes that nothing is searched: each cluster has its first shape, and they are packed once, as they are named. Only
// the spacing is chosen, by what is in sight.

#include "ui/scene/layout/plan/plan_search.h"

namespace memtape {

FoundPlan planOfMany(const RunRecord& record, const ObjectForest& forest, const Chains& chains, const SearchRoom& room);

// The order in which clusters choose their places: groups are the largest by far, and stand where many others have stood before, so they come first.
std::vector<int> orderAsNamed(const RunRecord& record, const ObjectForest& forest);

}
