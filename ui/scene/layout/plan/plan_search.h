// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The search for the plan of a run: which spacing, which shape of each cluster, and in which manner they are packed into the view. All that is
// thought of is judged roughly, and changed from the best on; the arrows of the best few are routed, which decides. Of a run with many boxes only
// the spacing is chosen, by what is in sight.

#include <QRectF>
#include <atomic>

#include "ui/scene/layout/box_forms.h"
#include "ui/scene/layout/chains.h"
#include "ui/scene/layout/plan/laid_boxes.h"
#include "ui/scene/layout/spacing.h"

namespace memtape {

struct SearchRoom {
    FormRoom forms;
    QRectF heap; // its part of the view
    TreeDirection tree = TreeDirection::Fit;
};

struct FoundPlan {
    Laid laid;
    Spacing spacing;
};

constexpr qsizetype mostTried = 150; // boxes of a run that more than one manner is tried of

// `samples`: some steps of the run, as they will be drawn; none of one with more boxes.
FoundPlan searchPlan(const RunRecord& record, const ObjectForest& forest, const Chains& chains, const SearchRoom& room,
                     const QVector<Picture>& samples, const std::atomic<bool>* cancelled);

}
