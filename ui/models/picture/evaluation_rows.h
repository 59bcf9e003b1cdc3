// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What lies on the running frame's evaluation stack between two parts of a line, as rows of its card. A picture is of a step, and its layout knows the steps alone:
// so an arrow leads to what has a box there, and the rest is told in place.

#include <QString>
#include <QVector>

#include "core/replay/reading.h"
#include "ui/models/picture/picture.h"

namespace memtape {

struct EvaluationEntry {
    ObjectId object; // none: an empty place
    QString text;    // as it was then
    bool operator==(const EvaluationEntry&) const = default;
};

struct Evaluation {
    uint64_t step = 0;
    uint32_t code = 0;              // CodeInfo id, of the frame: at a return that is the one returned to
    QVector<EvaluationEntry> stack; // the top last
    bool operator==(const Evaluation&) const = default;
};

// In the picture of its step. What the card shows as held by the line is left out.
void addEvaluationRows(Picture& picture, const Reading& reading, const Evaluation& evaluation);

}
