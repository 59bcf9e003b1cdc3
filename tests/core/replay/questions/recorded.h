// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A program's recording, and a replay that stands at a step of it.

#include <memory>
#include <string>

#include "core/languages/languages.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"

namespace memtape::test {

struct Recorded {
    explicit Recorded(std::string source, EndReason end = EndReason::Exit) {
        registerLanguages();
        RunOptions options;
        options.file = "/program.py";
        options.source = std::move(source);
        Session session;
        RunResult result = session.run(options);
        INFO(result.message);
        REQUIRE(result.end == end);
        tape = session.tape();
        replay = std::make_unique<Replay>(tape, Replay::Learning::WhenAsked);
    }
    // Where the line is about to run for the n-th time.
    const Reading& atLine(uint32_t line, int time = 1) {
        for (uint64_t step = 0; step < replay->stepCount(); step++) {
            REQUIRE(replay->seek(step));
            const StepInfo& info = replay->state().step();
            if (info.kind == StepKind::Line && info.line == line && --time == 0) return replay->reading();
        }
        FAIL("the line does not run so often");
        return replay->reading();
    }
    const Reading& atEnd() {
        REQUIRE(replay->seek(replay->stepCount() - 1));
        return replay->reading();
    }
    std::shared_ptr<const Tape> tape;
    std::unique_ptr<Replay> replay;
};

}
