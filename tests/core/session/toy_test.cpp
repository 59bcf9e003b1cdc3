// SPDX-License-Identifier: GPL-3.0-or-later
// A language that is not Python, with memory as C has it: recorded through Session, replayed, gone through back and forth, saved and loaded.
#include <algorithm>

#include "core/replay/replay.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "tests/support/catch.h"
#include "tests/support/random_run.h"
#include "tests/support/toy/toy_language.h"
#include "tests/support/toy_programs.h"

using namespace memtape;
using namespace memtape::test;

namespace {

struct ToyRun {
    explicit ToyRun(const char* source, uint64_t maxSteps = 1000) {
        registerToyLanguage();
        RunOptions options;
        options.file = "pointers.toy";
        options.source = source;
        options.maxSteps = maxSteps;
        options.output = [this](int, const char* data, size_t size) { printed.append(data, size); };
        result = session.run(options);
        tape = session.tape();
    }
    Session session;
    RunResult result;
    std::shared_ptr<const Tape> tape;
    std::string printed;
};

// Goes to where the line is about to run.
void seekLine(Replay& replay, uint32_t line) {
    replay.seek(0);
    auto step = replay.nextAtLine(0, line, 1, false);
    REQUIRE(step);
    REQUIRE(replay.seek(*step));
}

SlotView slotOf(const Replay& replay, std::string_view name, size_t frame = 0) {
    for (const SlotView& slot : replay.state().frame(frame).slots)
        if (slot.name == name) return slot;
    return {};
}

PointerView pointerOf(const Replay& replay, std::string_view name, size_t frame = 0) {
    SlotView slot = slotOf(replay, name, frame);
    CHECK_FALSE(slot.value); // it does not count
    REQUIRE(slot.pointer);
    return *slot.pointer;
}

}

TEST_CASE("a session runs a program in the language of its file's ending", "[session][toy]") {
    ToyRun run(pointersProgram);
    CHECK(run.result.end == EndReason::Exit);
    CHECK(run.printed == "done\n");
    CHECK(run.tape->language() == "toy");
    CHECK(run.tape->stepCount() == run.result.steps);
    Replay replay(run.tape);
    REQUIRE(replay.seek(run.tape->stepCount() - 1));
    CHECK(replay.outputUpTo(replay.currentStep(), OutputStream::Stdout) == "done\n");
}

TEST_CASE("a program that cannot be read or takes too long ends as in any language", "[session][toy]") {
    CHECK(ToyRun("to main\n  block a\n").result.end == EndReason::SyntaxProblem);
    ToyRun endless("to main\n  call main\n", 51);
    CHECK(endless.result.end == EndReason::StepLimit);
    CHECK(endless.tape->stepCount() == 51);
}

TEST_CASE("pointers lead into blocks and frames, and do not count", "[session][toy]") {
    ToyRun run(pointersProgram);
    Replay replay(run.tape);
    seekLine(replay, 6);
    ObjectId a = pointerOf(replay, "a").object, b = pointerOf(replay, "b").object;
    PointerView middle = pointerOf(replay, "m");
    CHECK(middle.object == a);
    CHECK(middle.place == MemoryPlace::Kind::Byte);
    CHECK(middle.index == 8);
    CHECK(replay.state().referenceCount(a) == 0);
    std::vector<Holder> holders = replay.state().holders(b);
    REQUIRE(holders.size() == 2); // the name, and a word of the other block
    CHECK(std::all_of(holders.begin(), holders.end(), [](const Holder& h) { return h.ref == RefKind::Leads; }));
    CHECK(holders[1].object == a);
    CHECK(holders[1].index == 2);
    CHECK(replay.state().unreachable().empty());

    seekLine(replay, 18); // in the inner routine
    PointerView intoFrame = pointerOf(replay, "p");
    CHECK(intoFrame.place == MemoryPlace::Kind::Slot);
    CHECK(intoFrame.frame == 1);
    CHECK(replay.state().frame(1).slots[intoFrame.index].name == "own");
    CHECK_FALSE(intoFrame.isDangling);
    CHECK(pointerOf(replay, "own", 1).object == a);
}

TEST_CASE("what a pointer led to may be over: it dangles, whatever is there now", "[session][toy]") {
    ToyRun run(pointersProgram);
    Replay replay(run.tape);
    seekLine(replay, 8); // the call is over
    CHECK(pointerOf(replay, "p").isDangling);
    seekLine(replay, 10);
    ObjectId a = pointerOf(replay, "a").object;
    CHECK_FALSE(pointerOf(replay, "a").isDangling);
    seekLine(replay, 11); // given back
    for (const char* name : {"a", "m"}) {
        CHECK(pointerOf(replay, name).isDangling);
        CHECK(pointerOf(replay, name).object == a);
    }
    seekLine(replay, 13); // its place is used again, and the pointer has been copied
    ObjectId again = pointerOf(replay, "again").object;
    CHECK(again.granule == a.granule);
    CHECK(again.life != a.life);
    CHECK(pointerOf(replay, "copy").isDangling);
    CHECK(pointerOf(replay, "copy") == pointerOf(replay, "m"));
    std::vector<ObjectId> lost = replay.state().unreachable();
    REQUIRE(lost.size() == 1);
    CHECK(replay.state().object(lost[0]).size == 48);

    std::vector<Change> history = replay.history(a);
    REQUIRE(!history.empty());
    CHECK(history.front().kind == EventKind::Alloc);
    CHECK(history.back().kind == EventKind::Free);
    CHECK(history.back().cause == FreeCause::GivenBack);
    seekLine(replay, 3);
    RefPlace place{.index = slotOf(replay, "m").index};
    auto changed = replay.nextChangeOf(place, replay.currentStep(), false);
    REQUIRE(changed);
    REQUIRE(replay.seek(*changed));
    CHECK(replay.state().step().line == 5);
    auto edges = replay.edgeLives(100);
    REQUIRE(edges.size() == 1); // from the one block to the other, until the first is given back
    CHECK(edges[0].end < run.tape->stepCount());
}

TEST_CASE("a step is the same whichever way it is reached, and from a file", "[session][toy]") {
    ToyRun run(pointersProgram);
    Replay replay(run.tape);
    std::vector<std::string> states;
    for (uint64_t s = 0; s < run.tape->stepCount(); s++) {
        REQUIRE(replay.seek(s));
        states.push_back(describeState(replay.state()));
    }
    CHECK(states.back().find("dangling") != std::string::npos);
    for (uint64_t s = run.tape->stepCount(); s-- > 0;) {
        REQUIRE(replay.seek(s));
        CHECK(describeState(replay.state()) == states[s]);
    }
    LoadedTape loaded = readTape(writeTape(*run.tape));
    REQUIRE(loaded.tape);
    CHECK(loaded.note.empty());
    CHECK(loaded.tape->language() == "toy");
    Replay other(loaded.tape);
    for (uint64_t s : {uint64_t{12}, uint64_t{3}, run.tape->stepCount() - 1, uint64_t{7}}) {
        REQUIRE(other.seek(s));
        CHECK(describeState(other.state()) == states[s]);
    }
}
