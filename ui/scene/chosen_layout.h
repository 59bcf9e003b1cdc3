// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the user's choices, which are kept by where objects were made, mean for the objects of one run.

#include <optional>

#include "ui/scene/layout/run_plan.h"
#include "ui/state/picture_choices.h"

namespace memtape {

// None: the run made no such object.
std::optional<PictureChoices::BirthPlace> birthPlaceOf(Run& run, ObjectId id);

ChosenForms formsChosen(Run& run, const PictureChoices& choices);

// Puts what was pinned where it was put; what is ever drawn beside it keeps its place.
void applyPins(RunPlan& plan, Run& run, const PictureChoices& choices);

}
