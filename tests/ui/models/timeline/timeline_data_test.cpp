// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "core/replay/beginning/kept_tail.h"
#include "core/tape/tape.h"
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/models/timeline/output_lines.h"
#include "ui/models/timeline/run_counts.h"
#include "ui/models/timeline/timeline_data.h"
#include "ui/state/run.h"

using namespace memtape;

TEST_CASE("calls are nested bars", "[timeline]") {
    auto run = linkedListRun();
    TimelineData data;
    data.follow(*run);
    TimelineStretch all = data.stretch(*run, 0, run->stepCount(), 1000);
    int depths[4] = {};
    for (const CallBar& call : all.calls) ++depths[call.depth];
    REQUIRE(depths[1] == 1);
    REQUIRE(depths[2] == 3);
    REQUIRE(depths[3] == 3);
    REQUIRE(all.bytes.size() == qsizetype(run->stepCount()));
    REQUIRE(all.ticks.last().has(TickMark::Output));
}

TEST_CASE("output pieces know the step that printed them", "[output]") {
    auto run = addRun();
    OutputLines lines;
    lines.follow(*run);
    REQUIRE(lines.pieces().size() == 1);
    uint64_t step = lines.pieces()[0].step;
    REQUIRE(lines.lengthAt(step - 1) == 0);
    REQUIRE(lines.lengthAt(step) == 3);
    REQUIRE(lines.pieceAt(1)->step == step);
}

TEST_CASE("run counts are the same whichever way a step is reached", "[counts]") {
    auto run = linkedListRun();
    RunCounts forwards, backwards;
    forwards.reset(sampleFile);
    backwards.reset(sampleFile);
    backwards.moveTo(*run, run->stepCount() - 1);
    for (uint64_t step = 0; step < run->stepCount(); ++step) forwards.moveTo(*run, step);
    REQUIRE(forwards.count(8) == 3);
    for (uint64_t step = run->stepCount(); step-- > 10;) backwards.moveTo(*run, step);
    RunCounts straight;
    straight.reset(sampleFile);
    straight.moveTo(*run, 10);
    for (int line = 0; line < 15; ++line) REQUIRE(backwards.count(line) == straight.count(line));
}

TEST_CASE("however many steps stand in one place of the timeline, each is counted", "[timeline]") {
    auto run = containerRun(400);
    TimelineData data;
    while (!data.follow(*run)) {}
    uint32_t made = 0;
    for (const StepSummary& row : run->summary(0, run->stepCount())) made += row.made;
    REQUIRE(made > 0);
    for (int pixels : {7, 50, 5000}) {
        uint32_t seen = 0;
        for (const TickMark& tick : data.stretch(*run, 0, run->stepCount(), pixels).ticks) seen += tick.steps[TickMark::Made];
        CHECK(seen == made);
    }
}

TEST_CASE("the timeline of a run whose oldest part is gone begins where the run does", "[timeline]") {
    const std::shared_ptr<const Tape> sample = linkedListRun()->tape();
    auto tape = std::make_shared<Tape>(sample->language());
    KeptTail tail(tape, 1);
    for (int i = 0; i < 4; ++i) tape->chunkFull(*sample->chunk(0)); // any chunks will do
    tape->finish();
    tail.finish();
    const uint64_t first = tape->firstStep(), count = tape->stepCount();
    REQUIRE(first == 3 * sample->chunkInfo(0).steps);
    auto run = openRun(tape, Reach::Whole);
    REQUIRE(run->firstStep() == first);
    TimelineData data;
    while (!data.follow(*run)) {}
    REQUIRE(data.firstStep() == first);
    REQUIRE(data.stepCount() == count);
    const TimelineStretch all = data.stretch(*run, 0, count, 1000);
    REQUIRE(all.bytes.size() == qsizetype(count - first));
    REQUIRE(all.bytes.first().step == first);
    RunCounts counts;
    counts.reset(sampleFile);
    REQUIRE(counts.moveTo(*run, count - 1));
    REQUIRE(counts.moveTo(*run, first));
    for (int line = 0; line < counts.lines(); ++line) REQUIRE(counts.count(line) == 0);
}
