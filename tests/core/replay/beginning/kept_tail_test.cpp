// SPDX-License-Identifier: GPL-3.0-or-later
// A tape that has lost its oldest part: the states that it still has are those of the whole tape.
#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/replay/beginning/kept_tail.h"
#include "core/replay/beginning/memory_beginning.h"
#include "core/replay/player.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "tests/support/catch.h"
#include "tests/support/random_run.h"

using namespace memtape;
using namespace memtape::test;

namespace {

void checkStates(const RandomRun& run, const std::shared_ptr<const Tape>& tape, Replay::Learning manner) {
    const uint64_t first = tape->firstStep(), count = run.states.size();
    Replay replay(tape, manner);
    REQUIRE(replay.firstStep() == first);
    REQUIRE(replay.stepCount() == count);
    REQUIRE(replay.currentStep() == first);
    CHECK_FALSE(replay.seek(first - 1));
    CHECK_FALSE(replay.seek(0));
    std::mt19937 random(static_cast<uint32_t>(first));
    for (int jump = 0; jump < 120; jump++) {
        const uint64_t step = jump == 0 ? first : jump == 1 ? count - 1 : first + random() % (count - first);
        INFO("step " << step << " of a tape from " << first);
        REQUIRE(replay.seek(step));
        REQUIRE(replay.state().step().step == step);
        REQUIRE(describeState(replay.state()) == run.states[step]);
        REQUIRE(replay.outputUpTo(step, OutputStream::Stdout) == run.output[step]);
        for (uint64_t back = step; back > first && back + 2 > step; back--) {
            REQUIRE(replay.seek(back - 1));
            REQUIRE(describeState(replay.state()) == run.states[back - 1]);
        }
    }
}

}

TEST_CASE("the states of the last steps are those of the whole tape", "[kept]") {
    for (uint32_t seed = 71; seed < 75; seed++) {
        INFO("seed " << seed);
        RandomRun run = makeRandomRun({.seed = seed, .steps = 9000, .eventsPerStep = 20});
        const uint64_t events = run.tape->eventCount();
        uint64_t first = 0;
        for (uint64_t steps : {6000, 3000, 500}) { // what is dropped later is played from what was kept before
            KeptTail(run.tape, steps).finish();
            CHECK(run.tape->firstStep() > first);
            first = run.tape->firstStep();
            CHECK(run.tape->stepCount() - first >= steps);
            CHECK(run.tape->eventCount() == events);
            checkStates(run, run.tape, Replay::Learning::WhenAsked);
        }
        const LoadedTape loaded = readTape(writeTape(*run.tape));
        REQUIRE(loaded.tape);
        CHECK(loaded.note.find("begins at step " + std::to_string(first)) != std::string::npos);
        CHECK(loaded.tape->firstStep() == first);
        CHECK(loaded.tape->eventCount() == events);
        checkStates(run, loaded.tape, Replay::Learning::InBackground);
        checkStates(run, loaded.tape, Replay::Learning::ForOneStep);
        CHECK(writeTape(*loaded.tape) == writeTape(*run.tape));
    }
}

TEST_CASE("summaries and changes are those of the whole tape", "[kept]") {
    RandomRun run = makeRandomRun({.seed = 81, .steps = 6000, .eventsPerStep = 20});
    const LoadedTape whole = readTape(writeTape(*run.tape));
    KeptTail(run.tape, 2000).finish();
    const uint64_t first = run.tape->firstStep(), count = run.states.size();
    REQUIRE(first > 0);
    Replay all(whole.tape, Replay::Learning::WhenAsked), kept(run.tape, Replay::Learning::WhenAsked);
    const std::vector<StepSummary> a = all.summary(first, count), b = kept.summary(0, count);
    REQUIRE(a.size() == b.size());
    for (size_t i = 0; i < a.size(); i++) {
        INFO("step " << first + i);
        REQUIRE(a[i].line == b[i].line);
        REQUIRE(a[i].depth == b[i].depth);
        REQUIRE(a[i].heapBytes == b[i].heapBytes);
        REQUIRE(a[i].made == b[i].made);
    }
    for (uint64_t step : {first + 1, first + 700, count - 1}) CHECK(all.changesBefore(step).size() == kept.changesBefore(step).size());
    for (uint64_t from : {first, first + 900}) CHECK(all.stepOver(from, false) == kept.stepOver(from, false));
    std::vector<Life> lives = all.lives();
    const std::vector<Life> livesKept = kept.lives();
    for (const Life& life : livesKept) {
        auto there = std::find_if(lives.begin(), lives.end(), [&](const Life& other) { return other.id == life.id; });
        REQUIRE(there != lives.end());
        CHECK(there->releasedAt == life.releasedAt);
    }
}

TEST_CASE("a tape is dropped from while it is made, and stays small", "[kept]") {
    RandomRun run = makeRandomRun({.seed = 91, .steps = 60, .eventsPerStep = 6});
    const size_t few = 3;
    // as many chunks as there are waiting at once, and those that count: never more
    auto tape = std::make_shared<Tape>("none");
    KeptTail tail(tape, 1);
    size_t most = 0;
    uint64_t dropped = 0;
    std::shared_ptr<const EncodedChunk> chunk = run.tape->chunk(0);
    for (int i = 0; i < 400; i++) {
        tape->chunkFull(*chunk);
        tape->settle();
        dropped += tail.advance();
        most = std::max(most, tape->chunkCount());
    }
    CHECK(dropped > 5);
    CHECK(most <= 32 + few);
    CHECK(tape->eventCount() == uint64_t{400} * chunk->events);
    CHECK(tape->stepCount() == uint64_t{400} * chunk->steps);
    tail.finish();
    CHECK(tape->chunkCount() <= few);
}

TEST_CASE("a beginning whose bytes make no sense is no memory", "[kept]") {
    RandomRun run = makeRandomRun({.seed = 95, .steps = 3000, .eventsPerStep = 20});
    KeptTail(run.tape, 200).finish();
    const auto beginning = run.tape->beginning();
    REQUIRE(beginning);
    const std::string bytes = *unpackMemory(*beginning);
    std::mt19937 random(6);
    size_t refused = 0;
    constexpr int tries = 600;
    for (int i = 0; i < tries; i++) {
        std::string damaged = bytes;
        if (i % 4 == 0) damaged.resize(random() % damaged.size());
        else
            for (uint32_t n = 1 + random() % 3; n > 0; n--) damaged[random() % (i % 2 ? damaged.size() : 400)] = static_cast<char>(random());
        auto other = std::make_shared<TapeBeginning>(*beginning);
        other->size = damaged.size();
        other->packed = packMemory(damaged);
        auto tape = std::make_shared<Tape>(run.tape->language());
        tape->beginAt(std::move(other));
        for (size_t c = 0; c < run.tape->chunkCount(); c++) tape->appendStored(*run.tape->storedChunk(c));
        tape->finish();
        Replay replay(tape, Replay::Learning::WhenAsked);
        bool isThere = replay.seek(tape->firstStep()) && replay.seek(tape->stepCount() - 1);
        refused += !isThere;
        describeState(replay.state());
    }
    CHECK(refused > tries / 4);
}
