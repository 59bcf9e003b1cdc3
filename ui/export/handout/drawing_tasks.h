// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps of a run at which a learner draws the arrows: rather such as the handout does not show, as those could be copied.

#include <cstdint>
#include <vector>

#include "ui/models/lessons/lesson_place.h"

namespace memtape {

class Run;
struct PictureOptions;

struct DrawingTask {
    uint64_t step = 0;
    LessonPlace place;
};

// At most two, in the order of the run: with as many arrows as can be drawn by hand, and no two that are nearly the same. Where all such steps are shown, the
// one of them that has the most; where arrows are few throughout, none.
std::vector<DrawingTask> stepsToDraw(Run& run, const PictureOptions& options, const std::vector<uint64_t>& shown);

}
