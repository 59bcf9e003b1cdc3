// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/just_run.h"

#include "ui/state/run.h"

namespace memtape {

std::optional<JustRun> justRun(Run& run, uint64_t step) {
    if (step <= run.firstStep()) return std::nullopt;
    auto rows = run.summary(step - 1, step + 1);
    if (rows.size() < 2) return std::nullopt; // not known yet
    JustRun just;
    just.before = rows[0];
    just.line = rows[0].line;
    just.code = rows[0].code;
    just.returned = rows[0].kind == StepKind::Return && rows[1].depth < rows[0].depth;
    if (!just.returned) return just;
    auto state = run.stateAt(step - 1);
    if (!state) return just;
    uint32_t depth = 0;
    for (size_t i = 0; i < state->frameCount(); ++i) {
        FrameView frame = state->frame(i);
        if (!frame.ofProgram || ++depth != rows[1].depth) continue;
        just.line = frame.line;
        just.code = frame.code;
        break;
    }
    return just;
}

}
