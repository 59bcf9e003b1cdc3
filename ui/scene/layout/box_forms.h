// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which form each box of a run has, for life.

#include <vector>

#include "ui/scene/layout/box_form.h"
#include "ui/scene/layout/object_forest.h"

namespace memtape {

struct FormRoom {
    Detail detail = Detail::Objects;
    double lineWidth = 0; // a row of cells goes on in a further line beyond
    ChosenForms chosen;   // are taken as they are, where a box can have them
};

std::vector<BoxForm> chooseForms(const RunRecord& record, const ObjectForest& forest, const FormRoom& room);
// Of a box that is met without the run, at one step.
BoxForm formOf(const RecordedBox& box, const FormRoom& room);
// Cells side by side, in one line as far as that is wide enough.
BoxForm acrossForm(const RecordedBox& box, double lineWidth);
// The form of a box of a tree that stands across: a cell on each line, so that its arrows leave to the right.
BoxForm lineForm(const RecordedBox& box);

}
