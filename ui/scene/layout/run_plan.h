// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The places of all boxes of a run: plays the run once, collects what will ever be drawn, and asks the look-ahead layout. What the plan
// does not know (steps recorded since, samples left out of a very long run) gets a free place beside its referrer when it is first
// seen, and keeps it.

#include <QHash>
#include <QSet>
#include <atomic>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/look_ahead_layout.h"

namespace memtape {

struct RunPlan {
    QHash<ObjectId, QRectF> places; // with the size that is reserved
    QHash<ObjectId, int> columnOf;
    QVector<LayoutColumn> columns;
    uint64_t steps = 0; // looked at
    Detail detail = Detail::Objects;

    // Places for the boxes of a picture that have none yet.
    void placeMissing(const Picture& picture);
    // Puts a box where the user dragged it: into the nearest column, the nearest height that is free among the boxes of the picture.
    QRectF pin(ObjectId id, QPointF wish, const Picture& picture);

private:
    int ensureColumn(int column, double width);
};

RunPlan planRun(Run& run, PictureOptions options, const std::atomic<bool>* cancelled = nullptr);

}
