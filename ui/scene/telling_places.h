// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of a picture is to be in sight, as following the run has it.

#include <QRectF>
#include <QVector>

namespace memtape {

class MemoryScene;

// The boxes that tell what the step is about, the most telling first: the error that comes up or that a frame leaves by, what the line just run has
// made, changed and released, then what the running frame works on.
QVector<QRectF> tellingPlaces(const MemoryScene& scene);

// The row of the stack from which an error comes up: of a card that is higher than the view this much has to be seen beside it. Null: there is none.
QRectF raisedRow(const MemoryScene& scene);

}
