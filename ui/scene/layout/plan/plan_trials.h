// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of several arrangements of a run looks best: how much of it is in sight, and how much its arrows cross at some of its steps. What comes of
// arrows is judged in two ways: roughly, as if each went straight, for the many; and as they are routed, for the best of these.

#include <vector>

#include "ui/scene/layout/picture_arrows.h"
#include "ui/scene/layout/plan/laid_boxes.h"
#include "ui/scene/layout/plan/straight_arrows.h"
#include "ui/scene/layout/run_record.h"

namespace memtape {

class PlanTrials {
public:
    PlanTrials(const RunRecord& record, const QRectF& heap, QVector<Picture> samples);

    // Of the boxes' lives, the part that is spent out of sight, and of what the steps are about, the part that is not seen: of all, or of some.
    double unseen(const Laid& laid) const;
    double unseen(const Laid& laid, const std::vector<int>& boxes) const;
    // Worse the more is out of sight, and the more arrows cross, or go through boxes; in crossings of a picture.
    double roughly(const Laid& laid) const;
    // Of no use is what is as bad as `enough`.
    double badness(const Laid& laid, double enough);
    const std::vector<StraightArrows>& samples() const { return m_samples; }
    Detail detail() const { return m_pictures.front().detail; }
    const QRectF& view() const { return m_view; }     // what is in sight
    bool mayGoOn() const { return m_arrowsLeft > 0; } // else enough has been routed

private:
    bool isSeen(const Laid& laid, size_t box) const { return m_view.contains(QRectF(laid.places[box], laid.sizes[box])); }

    QRectF m_view;
    std::vector<double> m_missed; // by box: what it adds where it is out of sight
    QVector<Picture> m_pictures;
    std::vector<StraightArrows> m_samples; // of the same steps
    QHash<ObjectId, int> m_numbers;        // in the record
    int m_arrowsLeft;
};

}
