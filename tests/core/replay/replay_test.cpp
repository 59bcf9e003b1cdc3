// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <random>

#include "core/events/recorder.h"
#include "core/replay/index/tape_index.h"
#include "core/replay/player.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"
#include "tests/support/random_run.h"

using namespace memtape;
using namespace memtape::test;

static constexpr Replay::Learning manners[] = {Replay::Learning::InBackground, Replay::Learning::WhenAsked, Replay::Learning::ForOneStep};

TEST_CASE("each step is reached forwards, backwards and by jumps with the same state", "[replay]") {
    for (uint32_t seed = 21; seed < 27; seed++) {
        RandomRun run = makeRandomRun({.seed = seed, .steps = 400});
        uint64_t count = run.states.size();
        Replay replay(run.tape, manners[seed % std::size(manners)]);
        REQUIRE(replay.stepCount() == count);
        INFO("seed " << seed);
        for (uint64_t s = 0; s < count; s++) {
            REQUIRE(replay.seek(s));
            INFO("forwards, step " << s);
            REQUIRE(describeState(replay.state()) == run.states[s]);
            REQUIRE(replay.state().step().step == s);
        }
        for (uint64_t s = count; s-- > 0;) {
            REQUIRE(replay.seek(s));
            INFO("backwards, step " << s);
            REQUIRE(describeState(replay.state()) == run.states[s]);
        }
        std::mt19937 random(seed);
        for (int jump = 0; jump < 200; jump++) {
            uint64_t s = random() % count;
            REQUIRE(replay.seek(s));
            INFO("jump to " << s);
            REQUIRE(describeState(replay.state()) == run.states[s]);
            REQUIRE(replay.outputUpTo(s, OutputStream::Stdout) == run.output[s]);
        }
        CHECK_FALSE(replay.seek(count));
        CHECK(replay.summary(0, count).size() == count);
    }
}

TEST_CASE("a long tape is reached through checkpoints", "[replay]") {
    RandomRun run = makeRandomRun({.seed = 31, .steps = 12000, .eventsPerStep = 20});
    uint64_t count = run.states.size();
    REQUIRE(run.tape->chunkCount() > 5);
    ReplayShared shared(run.tape);
    TapeIndex index(shared, false, 2 << 20); // so little that checkpoints must be dropped
    REQUIRE(index.ensure(count));
    CHECK(index.checkpointCount() > 2);
    Replay replay(run.tape);
    std::mt19937 random(4);
    for (int jump = 0; jump < 150; jump++) {
        uint64_t s = random() % count;
        REQUIRE(replay.seek(s));
        REQUIRE(describeState(replay.state()) == run.states[s]);
        for (uint64_t back = 0; back < 3 && s > 0; back++) {
            REQUIRE(replay.seek(--s));
            REQUIRE(describeState(replay.state()) == run.states[s]);
        }
    }
    for (uint64_t s = 9000; s > 6000; s--) {
        REQUIRE(replay.seek(s));
        if (s % 37 == 0) REQUIRE(describeState(replay.state()) == run.states[s]);
    }
}

TEST_CASE("play ends where its tables would take too much", "[replay]") {
    RandomRun run = makeRandomRun({.seed = 61, .steps = 300});
    ReplayShared roomy(run.tape), narrow(run.tape, 1);
    Player whole(roomy), cut(narrow);
    CHECK(whole.playTo(300));
    CHECK_FALSE(whole.isTooLarge());
    CHECK_FALSE(cut.playTo(300));
    CHECK(cut.isTooLarge());
    CHECK(cut.isDamaged());
}

TEST_CASE("undo takes back exactly what was played", "[replay]") {
    RandomRun run = makeRandomRun({.seed = 41, .steps = 300});
    ReplayShared shared(run.tape);
    Player player(shared);
    REQUIRE(player.playTo(1));
    player.startLog(true);
    std::mt19937 random(5);
    uint64_t at = 1;
    for (int round = 0; round < 400; round++) {
        uint64_t to = 1 + random() % 300;
        if (to >= at) REQUIRE(player.playTo(to));
        else REQUIRE(player.back(to));
        at = to;
        REQUIRE(describeState(player.memory()) == run.states[at - 1]);
    }
}

TEST_CASE("changes between steps follow from the states", "[replay]") {
    RandomRun run = makeRandomRun({.seed = 51, .steps = 200});
    Replay replay(run.tape);
    std::vector<Life> lives = replay.lives();
    uint64_t made = 0, released = 0;
    for (uint64_t s = 0; s < 200; s++) {
        REQUIRE(replay.seek(s));
        std::vector<Change> changes = replay.changesBefore(s);
        uint64_t madeHere = 0, releasedHere = 0;
        for (const Change& c : changes) {
            madeHere += c.kind == EventKind::Alloc;
            releasedHere += c.kind == EventKind::Free;
        }
        StepSummary summary = replay.summary(s, s + 1).at(0);
        CHECK(summary.made == (madeHere > 0));
        CHECK(summary.released == (releasedHere > 0));
        CHECK(summary.hasResult == replay.state().step().hasResult);
        made += madeHere;
        released += releasedHere;
        CHECK(replay.state().liveObjects(true).size() == made - released);
        uint64_t alive = 0;
        for (const Life& life : lives) alive += life.madeAt <= s && s < life.releasedAt;
        CHECK(alive == made - released);
    }
}

TEST_CASE("references and their lives agree with the states", "[replay]") {
    RandomRun run = makeRandomRun({.seed = 61, .steps = 200});
    Replay replay(run.tape);
    auto edges = replay.edgeLives(SIZE_MAX);
    for (uint64_t s = 0; s < 200; s += 3) {
        REQUIRE(replay.seek(s));
        const MemoryState& state = replay.state();
        std::vector<std::pair<uint32_t, uint32_t>> have, want;
        for (ObjectId id : state.liveObjects(true)) {
            for (const CellView& cell : state.cells(id)) {
                if (cell.kind == CellKind::Field && cell.index >= suspendedCells) continue;
                ObjectId to = reachedFrom(cell);
                if (to) have.push_back({id.life, to.life});
            }
        }
        for (const auto& e : edges)
            if (e.begin <= s && s < e.end) want.push_back({e.from.life, e.to.life});
        std::sort(have.begin(), have.end());
        have.erase(std::unique(have.begin(), have.end()), have.end());
        std::sort(want.begin(), want.end());
        std::string missing;
        for (auto& e : have)
            if (!std::binary_search(want.begin(), want.end(), e)) missing += " +" + std::to_string(e.first) + ">" + std::to_string(e.second);
        for (auto& e : want)
            if (!std::binary_search(have.begin(), have.end(), e)) missing += " -" + std::to_string(e.first) + ">" + std::to_string(e.second);
        INFO("step " << s);
        REQUIRE(missing == "");
    }
}

TEST_CASE("counts are the holders that there are", "[replay]") {
    RandomRun run = makeRandomRun({.seed = 71, .steps = 120});
    Replay replay(run.tape);
    for (uint64_t s = 0; s < 120; s += 5) {
        REQUIRE(replay.seek(s));
        std::vector<ObjectId> ids = replay.state().liveObjects(false);
        std::vector<uint64_t> counts = replay.state().referenceCounts(ids);
        for (size_t i = 0; i < ids.size(); i++) {
            std::vector<Holder> holders = replay.state().holders(ids[i]);
            REQUIRE(static_cast<int64_t>(counts[i]) ==
                    std::count_if(holders.begin(), holders.end(), [](const Holder& h) { return h.ref == RefKind::Counts; }));
        }
    }
}

TEST_CASE("readers of one replay stand each at its own step", "[replay]") {
    RandomRun run = makeRandomRun({.seed = 41, .steps = 3000});
    uint64_t count = run.states.size();
    Replay replay(run.tape);
    REQUIRE(replay.seek(7));
    auto still = replay.reader(), moving = replay.reader();
    REQUIRE(still->seek(count / 2));
    std::mt19937 random(5);
    for (int jump = 0; jump < 60; jump++) {
        uint64_t s = random() % count;
        REQUIRE(moving->seek(s));
        REQUIRE(describeState(moving->state()) == run.states[s]);
        CHECK(moving->currentStep() == s);
    }
    CHECK_FALSE(moving->seek(count));
    CHECK(describeState(still->state()) == run.states[count / 2]);
    CHECK(describeState(replay.state()) == run.states[7]);
    CHECK(replay.currentStep() == 7);
}
