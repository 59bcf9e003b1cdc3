// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The places and forms of all boxes of a run: plays the run once, collects what will ever be drawn, and gives each box one form and one
// place, for ever. So an object never moves. What the plan does not know (steps recorded since, samples left out of a very long run)
// gets a free place beside its referrer when it is first seen, and keeps it. In a very long run what was folded away gives its place to others; drawn again
// where one of these stands, it gets another one.

#include <QHash>
#include <QRectF>
#include <QSet>
#include <atomic>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/box_form.h"
#include "ui/scene/layout/spacing.h"
#include "ui/style/metrics.h"

namespace memtape {

struct RunPlan {
    QHash<ObjectId, QRectF> places; // with the size that is reserved
    QHash<ObjectId, BoxForm> forms;
    QSet<ObjectId> doubtful; // may be drawn again where others have their places
    QRectF heap;             // the part of the view that the heap has
    QRectF view() const { return QRectF(QPointF(0, 0), heap.bottomRight() + QPointF(metrics::heapMargin, metrics::heapMargin)); }
    Spacing spacing;
    uint64_t steps = 0; // looked at
    Detail detail = Detail::Objects;
    ChosenForms chosen;

    // Places and forms for the boxes of a picture that have none yet, or whose place is taken there.
    void placeMissing(const Picture& picture);
    // Puts a box where the user dragged it, or as near as it is free among the boxes of the picture.
    QRectF pin(ObjectId id, QPointF wish, const Picture& picture);

private:
    QSet<ObjectId> withoutPlace(const Picture& picture) const;
};

RunPlan planRun(Run& run, PictureOptions options, const std::atomic<bool>* cancelled = nullptr);

}
