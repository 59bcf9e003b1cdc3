// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lessons/lesson_place.h"

#include "ui/state/run.h"

namespace memtape {

std::optional<uint64_t> stepOf(Run& run, const LessonPlace& place, uint32_t file) {
    const StepKind kind = place.isReturn ? StepKind::Return : StepKind::Line;
    std::optional<uint64_t> at = 0;
    if (run.stepCount() == 0) return std::nullopt;
    for (int time = 0; time < place.time && at; ++time) at = run.nextAtLine(*at, uint32_t(place.line), file, false, kind);
    return at;
}

}
