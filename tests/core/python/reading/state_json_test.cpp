// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/info.h"
#include "core/replay/json/json_writer.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/tape/tape.h"
#include "tests/support/catch.h"
#include "tests/support/event_script.h"

using namespace memtape;
using namespace memtape::test;

namespace {

struct Scripted {
    explicit Scripted(std::string_view text) {
        bool good = script.run(text);
        INFO(script.problem());
        REQUIRE(good);
        script.finish();
        replay = std::make_unique<Replay>(script.tape());
    }
    std::string json(uint64_t step) { return stateJson(*replay, step, {}, StateOutput::SinceStepBefore); }
    std::string id(std::string_view name) const { return std::to_string(shownAddress(script.granule(name))); }
    // The node of an object without what the tests do not fix.
    std::string node(uint64_t step, std::string_view name) {
        std::string all = json(step), key = '"' + id(name) + "\": {";
        size_t begin = all.find(key);
        if (begin == std::string::npos) return "absent";
        begin += key.size();
        return all.substr(begin, all.find(", \"address\"", begin) - begin);
    }
    EventScript script;
    std::unique_ptr<Replay> replay;
};

bool has(const std::string& text, const std::string& part) {
    if (text.find(part) != std::string::npos) return true;
    WARN("no " << part << " in " << text);
    return false;
}

}

TEST_CASE("a state as JSON has the keys of the contract", "[json]") {
    Scripted s(R"(
file /p/main.py ""
code main "<module>" slots
code f "outer.<locals>.f" line 5 slots n
new D dict 64
none None
immortal None
program
push main locals D
str kx "x"
str hidden "__name__"
int one 1
entry D 0 hidden kx
entry D 1 kx one
out "hi\n"
line 2
new E Exception 72
new args tuple 48
fill args 0 kx
field E args args
push f
bind n one
exception 6 E
return 6
)");
    std::string line = s.json(0);
    CHECK(line == "{\"step\": 0, \"event\": \"line\", \"line\": 2, \"function\": \"<module>\", \"stack\": [{\"function\": \"<module>\", \"line\": 2, "
                  "\"locals\": {\"x\": " +
                      s.id("one") + "}}], \"heap\": {\"" + s.id("one") + "\": {\"type\": \"int\", \"size\": 28, \"value\": \"1\", \"address\": " +
                      s.id("one") + ", \"refcount\": 1, \"made_at\": 0, \"reachable\": true}}, \"stdout\": \"hi\\n\"}");
    std::string exception = s.json(1);
    CHECK(has(exception, "\"event\": \"exception\", \"line\": 6, \"function\": \"outer.<locals>.f\""));
    CHECK(has(exception, "\"exception\": \"Exception\", \"raised\": " + s.id("E")));
    CHECK(has(exception, "{\"function\": \"outer.<locals>.f\", \"line\": 6, \"locals\": {\"n\": " + s.id("one") + "}}"));
    CHECK(s.node(1, "E") == "\"type\": \"Exception\", \"size\": 72, \"args\": [" + s.id("kx") + "]");
    CHECK(has(s.json(2), "\"return\": " + s.id("None")));
    CHECK(s.node(2, "None") == "\"type\": \"NoneType\", \"size\": 16, \"value\": \"None\"");
    CHECK(has(stateJson(*s.replay, 0, {.everything = true}, StateOutput::All), '"' + s.id("D") + "\": {\"type\": \"dict\""));
    CHECK(stateJson(*s.replay, 3, {}, StateOutput::All) == "");
}

TEST_CASE("nodes of each kind of object", "[json]") {
    Scripted s(R"(
file /p/main.py ""
code main "<module>" slots a b c d e f g
type iter Plain fields sequence other
program
push main
int one 1
int two 2
new L list 88
fill L 0 one two one
bind a L
new S set
item S 3 two
item S 5 one
bind b S
str name_f "f"
new F function
field F qualname name_f
new defaults tuple
fill defaults 0 one
field F defaults defaults
bind d F
new M method
field M func F
field M self L
bind e M
new D dict
entry D 0 name_f one
entry D 2 two two
bind f D
new I iter
field I sequence L
bind g I
line 1
remove D 0
insert L 1 two
line 2
)");
    CHECK(s.node(0, "L") == "\"type\": \"list\", \"size\": 88, \"items\": [" + s.id("one") + ", " + s.id("two") + ", " + s.id("one") + "]");
    CHECK(s.node(0, "S") == "\"type\": \"set\", \"size\": 56, \"items\": [" + s.id("two") + ", " + s.id("one") + "]");
    CHECK(s.node(0, "F") == "\"type\": \"function\", \"size\": 56, \"name\": \"f\", \"defaults\": [" + s.id("one") + "]");
    CHECK(s.node(0, "M") == "\"type\": \"method\", \"size\": 56, \"self\": " + s.id("L") + ", \"function\": " + s.id("F"));
    CHECK(s.node(0, "D") == "\"type\": \"dict\", \"size\": 56, \"entries\": [[" + s.id("name_f") + ", " + s.id("one") + "], [" + s.id("two") + ", " +
                                s.id("two") + "]]");
    CHECK(s.node(0, "I") == "\"type\": \"iter\", \"size\": 56, \"refs\": [" + s.id("L") + "]");
    CHECK(s.node(1, "D") == "\"type\": \"dict\", \"size\": 56, \"entries\": [[" + s.id("two") + ", " + s.id("two") + "]]");
    CHECK(s.node(1, "L") ==
          "\"type\": \"list\", \"size\": 88, \"items\": [" + s.id("one") + ", " + s.id("two") + ", " + s.id("two") + ", " + s.id("one") + "]");
}

TEST_CASE("instances, classes and generators of the program", "[json]") {
    Scripted s(R"(
file /p/main.py ""
code main "<module>" slots p g
code gen "gen" slots i
program
push main
new cls type
type P Plain fields slotted __dict__ program
str q "P"
field cls dict none
new ns dict
str kmod "__module__"
str main_ "__main__"
str kslot "slotted"
new descr member_descriptor
str kvalue "value"
int one 1
entry ns 0 kmod main_
entry ns 1 kslot descr
entry ns 2 kvalue one
field cls dict ns
new p P 48
attr p y one
attr p x one
field p slotted q
bind p p
line 1
push gen
new G generator
str gname "gen"
field G qualname gname
bind i one
suspend G
bind g G
line 2
)");
    // the script's types know their class objects by name only where they were made before: the instance shows its dict's names here
    CHECK(s.node(0, "p") == "\"type\": \"P\", \"size\": 48, \"attributes\": {\"y\": " + s.id("one") + ", \"x\": " + s.id("one") + "}");
    CHECK(s.node(1, "G") == "\"type\": \"generator\", \"size\": 56, \"name\": \"gen\", \"locals\": {\"i\": " + s.id("one") + "}");
}

TEST_CASE("JSON text is ASCII", "[json]") {
    std::string out;
    JsonWriter json(&out);
    json.string("a\"\\\n\xc3\xa9\xf0\x9f\x98\x80\xed\xa0\x80\xff");
    CHECK(out == "\"a\\\"\\\\\\n\\u00e9\\ud83d\\ude00\\ud800\\udcff\"");
}

TEST_CASE("the figures of a run", "[json]") {
    EventScript script;
    REQUIRE(script.run(R"(
code main "<module>" slots a
code f "f" slots b stack 2
int before 5
program
push main
line 1
int x 7
int y 8
push f
line 2
pop
free x
collect 0
collected 0 0
line 3
end 3
)"));
    RunInfo info = runInfo(script.tape());
    CHECK(info.steps == 3);
    CHECK(info.peakDepth == 2);
    CHECK(info.peakStackBytes == 96 + 112);
    CHECK(info.peakHeapObjects == 2);
    CHECK(info.peakHeapBytes == 56);
    CHECK(info.collections == 1);
    CHECK(info.exitStatus == 3);
    CHECK(info.complete);
    CHECK(has(infoJson(info), "\"steps\": 3"));
    CHECK(has(infoText(info), "peak heap objects     2\n"));
}

TEST_CASE("a state as text names what the frames refer to", "[text]") {
    Scripted s(R"(
file /p/main.py ""
code main "<module>" slots a n
program
push main
int one 1
new L list 88
fill L 0 one
bind a L
bind n one
line 4
)");
    std::string text = stateText(*s.replay, 0);
    CHECK(has(text, "step 0 of 1: before line 4, in <module>"));
    CHECK(has(text, "    a → #1 list\n    n → 1\n"));
    CHECK(has(text, "  #1 list at 0x7f"));
    CHECK(has(text, "88 bytes, count 1\n    [0] → 1\n"));
}

TEST_CASE("an object may change its type and stay itself", "[replay]") {
    Scripted s(R"(
code main "<module>" slots p
type A Plain fields __dict__
type B Plain fields x __dict__
program
push main
int one 1
new p A 48
attr p v one
bind p p
line 1
new p B 56
attr p w one
line 2
)");
    REQUIRE(s.replay->seek(0));
    ObjectId before = s.replay->state().frame(0).slots[0].value;
    REQUIRE(s.replay->seek(1));
    ObjectId after = s.replay->state().frame(0).slots[0].value;
    CHECK(before == after);
    CHECK(s.replay->state().type(s.replay->state().object(after).type).name == "B");
    CHECK(s.replay->state().cellCount(after) == 1);
    CHECK(s.replay->lives().size() == 2);
}
