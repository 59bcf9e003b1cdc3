// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"
#include "tests/support/event_script.h"

using namespace memtape;
using namespace memtape::test;

namespace {

const char* const calls = R"(
file main.py "def f(n):\n    return n\nf(1)\n"
code main "<module>" slots stack 2
code f "f" line 1 slots n stack 1 args 1
new D dict
none None
program
push main locals D
line 1
new F function 160
str name_f "f"
entry D 0 name_f F
line 3
int one 1
push f function F
bind n one
call 1
line 2
out "hello\n"
return 2 one
pop
return 3
pop
)";

}

TEST_CASE("the limit of calls is the one that held at the step", "[replay][script]") {
    Replay replay(tapeFromScript(R"(
file main.py "import sys\nsys.setrecursionlimit(50)\npass\n"
code main "<module>" slots stack 2
program
push main
line 2
limit 50
line 3
return 3
pop
)"));
    REQUIRE(replay.seek(0));
    CHECK(replay.state().callLimit() == 1000);
    REQUIRE(replay.seek(1));
    CHECK(replay.state().callLimit() == 50);
    REQUIRE(replay.seek(0));
    CHECK(replay.state().callLimit() == 1000);
}

TEST_CASE("a hand-written tape shows frames, names and values", "[replay][script]") {
    Replay replay(tapeFromScript(calls));
    REQUIRE(replay.stepCount() == 6);
    REQUIRE(replay.seek(3));
    const MemoryState& state = replay.state();
    REQUIRE(state.frameCount() == 2);
    FrameView frame = state.frame(1);
    CHECK(state.code(frame.code).qualname == "f");
    REQUIRE(frame.slots.size() == 1);
    CHECK(frame.slots[0].name == "n");
    CHECK(replay.reading().valueText(frame.slots[0].value) == "1");
    CHECK(frame.line == 2);
    CHECK(state.frame(0).line == 3);
    ObjectView one = state.object(frame.slots[0].value);
    CHECK(one.size == 28);
    CHECK(one.madeAtStep == 1);
    CHECK(one.madeAtLine == 3);
    CHECK(state.step().depth == 2);
    CHECK(state.referenceCount(frame.slots[0].value) == 1);
    CHECK(replay.outputUpTo(3, OutputStream::Stdout) == "");
    CHECK(replay.outputAt(4) == "hello\n");
    REQUIRE(replay.seek(4));
    CHECK(replay.reading().valueText(replay.state().step().returned) == "1");
    CHECK(replay.state().step().hasResult);
    REQUIRE(replay.seek(5));
    CHECK(replay.reading().valueText(replay.state().step().returned) == "None");
    CHECK_FALSE(replay.state().step().hasResult);
}

TEST_CASE("what is printed after the last step is told, and to which stream", "[replay][script]") {
    Replay replay(tapeFromScript(std::string(calls) + "err \"Traceback\\n\"\nout \"bye\\n\"\n"), Replay::Learning::WhenAsked);
    auto last = replay.printedAt(replay.stepCount());
    REQUIRE(last.size() == 2);
    CHECK(last[0].stream == OutputStream::Stderr);
    CHECK(last[0].text == "Traceback\n");
    CHECK(last[1].stream == OutputStream::Stdout);
    CHECK(last[1].text == "bye\n");
    auto ending = replay.ending();
    REQUIRE(ending);
    CHECK(ending->reason == EndReason::Exit);
    CHECK(ending->exitStatus == 0);
}

TEST_CASE("stepping over, out and to a line", "[replay][script]") {
    Replay replay(tapeFromScript(calls));
    CHECK(replay.stepOver(1, false) == 5);
    CHECK(replay.stepOver(0, false) == 1);
    CHECK(replay.stepOver(5, true) == 1);
    CHECK(replay.stepOut(3, false) == 5);
    CHECK(replay.stepOut(3, true) == 1);
    CHECK(replay.stepOver(5, false) == std::nullopt);
    CHECK(replay.stepOut(1, false) == std::nullopt);
    CHECK(replay.nextAtLine(0, 2, 1, false) == 3);
    CHECK(replay.nextAtLine(5, 1, 1, true) == 0);
    CHECK(replay.nextAtLine(3, 2, 1, false) == std::nullopt);
}

TEST_CASE("a granule that is used again is another object", "[replay][script]") {
    Replay replay(tapeFromScript(R"(
code main "<module>" slots x y
program
push main
line 1
int a 1
bind x a
line 2
unbind x
free a
int a 2
bind y a
line 3
)"));
    REQUIRE(replay.seek(1));
    ObjectId first = replay.state().frame(0).slots[0].value;
    REQUIRE(replay.seek(2));
    ObjectId second = replay.state().frame(0).slots[1].value;
    CHECK(first.granule == second.granule);
    CHECK(first != second);
    CHECK_FALSE(replay.state().isAlive(first));
    auto history = replay.history(first);
    REQUIRE(history.size() == 4);
    CHECK(history[0].kind == EventKind::Alloc);
    CHECK(history[1].kind == EventKind::SlotSet);
    CHECK(history[1].name == "x");
    CHECK(history[2].kind == EventKind::SlotClear);
    CHECK(history[3].kind == EventKind::Free);
    CHECK(history[1].step == 1);
    CHECK(history[3].step == 2);
    auto changes = replay.changesBefore(2);
    REQUIRE(changes.size() == 4);
    CHECK(changes[0].kind == EventKind::SlotClear);
    CHECK(changes[0].previous == first);
    CHECK(changes[1].object == first);
    CHECK(changes[2].object == second);
    CHECK(changes[3].value == second);
}

TEST_CASE("the next and the previous change of a variable, within its frame", "[replay][script]") {
    Replay replay(tapeFromScript(R"(
code main "<module>" slots x
code f "f" slots x y
program
push main
line 1
int a 1
bind x a
line 2
int b 2
push f
bind x a
line 10
bind y a
line 11
bind x b
line 12
line 13
pop
line 3
bind x b
line 4
)"));
    RefPlace inner{.index = 0, .frame = 1}, outer{.index = 0, .frame = 0};
    // steps: 0 line 1, 1 line 2, 2 line 10, 3 line 11, 4 line 12, 5 line 13, 6 line 3, 7 line 4
    CHECK(replay.nextChangeOf(inner, 2, false) == 4);
    CHECK(replay.nextChangeOf(inner, 4, false) == std::nullopt);
    CHECK(replay.nextChangeOf(inner, 5, true) == 4);
    CHECK(replay.nextChangeOf(inner, 4, true) == 2);
    CHECK(replay.nextChangeOf(inner, 2, true) == std::nullopt);
    CHECK(replay.nextChangeOf(outer, 0, false) == 1);
    CHECK(replay.nextChangeOf(outer, 1, false) == 7);
    CHECK(replay.nextChangeOf(outer, 7, true) == 1);
    CHECK(replay.nextChangeOf(outer, 1, true) == std::nullopt);
    CHECK(replay.nextChangeOf(outer, 100, true) == std::nullopt);
}

TEST_CASE("a suspended frame belongs to its generator", "[replay][script]") {
    Replay replay(tapeFromScript(R"(
code main "<module>" slots g
code gen "gen" slots i stack 2
program
push main
line 1
push gen
new G generator
suspend G
bind g G
line 2
resume G
int five 5
bind i five
hold stack 1 five
line 7
suspend G
line 3
free G
line 4
)"));
    REQUIRE(replay.seek(2));
    CHECK(replay.state().frameCount() == 2);
    CHECK(replay.state().frame(1).generator);
    CHECK(replay.state().frame(1).held.size() == 2);
    REQUIRE(replay.seek(3));
    const MemoryState& state = replay.state();
    CHECK(state.frameCount() == 1);
    ObjectId g = state.frame(0).slots[0].value;
    auto frame = state.suspendedFrame(g);
    REQUIRE(frame);
    ObjectId five = frame->slots[0].value;
    CHECK(replay.reading().valueText(five) == "5");
    CHECK(state.referenceCount(five) == 2);
    auto holders = state.holders(five);
    REQUIRE(holders.size() == 2);
    CHECK(holders[0].object == g);
    CHECK(holders[0].name == "i");
    CHECK(holders[1].name == "held");
    CHECK(state.unreachable().empty());
    REQUIRE(replay.seek(4));
    CHECK(replay.state().unreachable().size() == 1);
    REQUIRE(replay.seek(2));
    CHECK(replay.state().frameCount() == 2);
}

TEST_CASE("text built by appending is whole at each step and O(n) on the tape", "[replay][script]") {
    EventScript script;
    REQUIRE(script.run("code main \"<module>\" slots s\nprogram\npush main\nstr s \"\"\nbind s s\nline 1\n"));
    std::string expected;
    uint64_t before = script.recorder().byteCount();
    for (int i = 0; i < 20000; i++) {
        script.run("append s s \"xyz\"\nline 2\n");
        expected += "xyz";
    }
    CHECK(script.recorder().byteCount() - before < 20000 * 12);
    script.finish();
    Replay replay(script.tape());
    REQUIRE(replay.seek(1000));
    ObjectId s = replay.state().frame(0).slots[0].value;
    CHECK(replay.reading().valueText(s) == '\'' + expected.substr(0, 3000) + '\'');
    CHECK(replay.state().object(s).payload == expected.substr(0, 3000));
    REQUIRE(replay.seek(20000));
    ValueText whole = replay.reading().value(s);
    CHECK(whole.text == '\'' + expected + '\'');
    CHECK(whole.length == 60002);
    CHECK_FALSE(whole.cut);
}

TEST_CASE("a mistake in a script is said", "[script]") {
    EventScript script;
    CHECK_FALSE(script.run("program\nbind x y\n"));
    CHECK(script.problem().find("line 2") == 0);
}

TEST_CASE("a script's names are entries of the dict, and go with it", "[replay][script]") {
    EventScript script;
    REQUIRE(script.run(R"(
code main "<module>" stack 2
code f "f" slots a b stack 1 args 2
new D dict
names x y
small 7
program
push main locals D
name x 7
name y 7
line 1
unname x
push f with 7 'y'
line 2
)"));
    script.finish();
    Replay replay(script.tape());
    REQUIRE(replay.seek(0));
    const MemoryState& state = replay.state();
    ObjectId dict = state.objectAt(script.granule("D")), seven = state.objectAt(script.granule("7"));
    CHECK(state.object(seven).immortal);
    CHECK_FALSE(state.object(seven).ofProgram);
    CHECK(state.cells(dict).size() == 4);
    CHECK(state.cell(dict, CellKind::Key, 1) == state.objectAt(script.granule("'y'")));
    CHECK(state.cell(dict, CellKind::Value, 1) == seven);
    REQUIRE(replay.seek(1));
    CHECK(replay.state().cells(dict).size() == 2);
    CHECK(replay.state().frame(1).slots[0].value == seven);
    CHECK(replay.state().frame(1).slots[1].value == replay.state().objectAt(script.granule("'y'")));
    CHECK_FALSE(EventScript().run("names x\nname x none"));
    CHECK_FALSE(EventScript().run("code main \"<module>\"\nnew D dict\nsmall 1\npush main locals D\nname z 1"));
}
