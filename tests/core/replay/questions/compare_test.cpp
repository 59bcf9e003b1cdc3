// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two states, of one run and of two.
#include "core/replay/questions/compare.h"

#include "core/replay/questions/line_alignment.h"
#include "core/replay/questions/program_names.h"
#include "tests/core/replay/questions/recorded.h"
#include "tests/support/catch.h"

using namespace memtape;
using namespace memtape::test;

namespace {

const ComparedName* nameOf(const StateComparison& found, std::string_view name) {
    for (const ComparedName& n : found.names)
        if (n.name == name) return &n;
    return nullptr;
}

struct TwoSteps {
    TwoSteps(const std::string& source, uint32_t lineA, uint32_t lineB) : run(source), reader(run.replay->reader()) {
        run.atLine(lineB);
        const uint64_t b = run.replay->currentStep();
        run.atLine(lineA);
        REQUIRE(reader->seek(b));
        found = compareStates({run.replay->reading(), run.tape}, {reader->reading(), run.tape});
    }
    Recorded run;
    std::unique_ptr<Replay::Reader> reader;
    StateComparison found;
};

}

TEST_CASE("of one run objects are known by their lives", "[questions][compare]") {
    TwoSteps two("a = [1, [2.5]]\nb = {}\nb['k'] = a\na[0] = 5\ndel a[1]\na.append(7)\nx = 300.5\nend = 0\n", 3, 8);
    const StateComparison& found = two.found;
    CHECK(found.ofOneRun);
    CHECK(found.went.size() == 1); // the inner list
    CHECK(found.came.empty());     // a float of the code is there before the program
    REQUIRE(found.changed.size() == 2);
    const ChangedObject& list = found.changed[0];
    CHECK(list.was == list.is);
    REQUIRE(list.parts.size() == 2);
    CHECK(list.parts[0].part == "[0]");
    CHECK(list.parts[1].part == "[1]");
    CHECK(found.changed[1].parts.size() == 1);
    CHECK(found.changed[1].parts[0].part == "['k']");
    CHECK_FALSE(found.changed[1].parts[0].was);
    REQUIRE(nameOf(found, "x"));
    CHECK_FALSE(nameOf(found, "x")->was);
    CHECK_FALSE(nameOf(found, "a"));
}

TEST_CASE("a state does not differ from itself", "[questions][compare]") {
    TwoSteps two("a = [1, 2]\nclass A:\n    x = 1\nb = A()\nb.y = a\nend = 0\n", 6, 6);
    CHECK(two.found.came.empty());
    CHECK(two.found.went.empty());
    CHECK(two.found.changed.empty());
    CHECK(two.found.names.empty());
    CHECK(two.found.alike > 2);
}

TEST_CASE("calls that are there in one state only are told", "[questions][compare]") {
    TwoSteps two("def f():\n    x = []\n    return x\na = 1\nf()\n", 4, 3);
    CHECK(two.found.callsCame == std::vector<std::string>{"f"});
    CHECK(two.found.callsWent.empty());
    REQUIRE(nameOf(two.found, "x"));
    CHECK(nameOf(two.found, "x")->function == "f");
}

TEST_CASE("two runs of one program do not differ", "[questions][compare]") {
    const std::string source = "class N:\n    def __init__(s, v): s.v = v\nxs = [N(i / 2) for i in range(9)]\nd = {n.v: n for n in xs}\nend = 0\n";
    Recorded a(source), b(source);
    const StateComparison found = compareStates({a.atLine(5), a.tape}, {b.atLine(5), b.tape});
    CHECK_FALSE(found.ofOneRun);
    CHECK(found.came.empty());
    CHECK(found.went.empty());
    CHECK(found.changed.empty());
    CHECK(found.names.empty());
    CHECK(found.alike > 20);
}

TEST_CASE("an edited program is compared line by line", "[questions][compare]") {
    Recorded a("import sys\nxs = []\nfor i in range(3):\n    xs.append([i])\nend = 0\n");
    Recorded b("# a comment that is new\nimport sys\nxs = []\nys = {}\nfor i in range(4):\n    xs.append([i])\nend = 0\n");
    const StateComparison found = compareStates({a.atLine(5), a.tape}, {b.atLine(7), b.tape});
    CHECK(found.went.empty());
    CHECK(found.came.size() == 2); // the dict, the fourth inner list
    REQUIRE(found.changed.size() == 1);
    REQUIRE(found.changed[0].parts.size() == 1);
    CHECK(found.changed[0].parts[0].part == "[3]");
    REQUIRE(nameOf(found, "ys"));
    CHECK_FALSE(nameOf(found, "xs"));
    REQUIRE(nameOf(found, "i"));
}

TEST_CASE("another value of a line's object is a change of it", "[questions][compare]") {
    Recorded a("n = 1000\nx = n * 3\nend = 0\n"), b("n = 2000\nx = n * 3\nend = 0\n");
    const StateComparison found = compareStates({a.atLine(3), a.tape}, {b.atLine(3), b.tape});
    REQUIRE(found.changed.size() == 1);
    CHECK(found.changed[0].hasOtherValue);
    CHECK_FALSE(nameOf(found, "x")); // it is the line's object in both
    CHECK(nameOf(found, "n"));
}

TEST_CASE("another value of a key names another entry", "[questions][compare]") {
    Recorded a("k = str(10)\nd = {k: 1}\nend = 0\n"), b("k = str(20)\nd = {k: 1}\nend = 0\n");
    const StateComparison found = compareStates({a.atLine(3), a.tape}, {b.atLine(3), b.tape});
    bool isToldOfDict = false;
    for (const ChangedObject& changed : found.changed) isToldOfDict |= changed.parts.size() == 2;
    CHECK(isToldOfDict);
}

TEST_CASE("lines are paired by their text, and what stands between by its order", "[questions][compare]") {
    CHECK(alignLines("a\nb\nc\n", "a\nb\nc\n") == std::vector<uint32_t>{0, 1, 2, 3});
    CHECK(alignLines("a\nb\nc\n", "a\nx\nb\nc\n") == std::vector<uint32_t>{0, 1, 3, 4});
    CHECK(alignLines("a\nb\nc\n", "a\nB\nc\n") == std::vector<uint32_t>{0, 1, 2, 3});
    CHECK(alignLines("a\nb\nc\nd\n", "d\n") == std::vector<uint32_t>{0, 0, 0, 0, 1});
    CHECK(alignLines("", "a\n") == std::vector<uint32_t>{0});
    CHECK(alignLines("a\nb\nc\nd\ne", "a\nc\nx\ny\nb\ne") == std::vector<uint32_t>{0, 1, 0, 2, 3, 6});
}
