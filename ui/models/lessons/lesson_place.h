// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where in a run a lesson stops, as its text says it: `4`, the first time that line 4 is about to run; `4:2`, the second time.

#include <cstdint>
#include <optional>

namespace memtape {

class Run;

struct LessonPlace {
    int line = 0, time = 1;
    bool isReturn = false; // instead: the line has run, its call is about to give its result back, and its frame is still there
};

// None: the run does not come there. file: of the lesson's program.
std::optional<uint64_t> stepOf(Run& run, const LessonPlace& place, uint32_t file);

}
