// SPDX-License-Identifier: GPL-3.0-or-later
// What names lead to, and by which way.
#include "core/replay/name_walk.h"

#include "core/languages/languages.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "tests/support/catch.h"
#include "tests/support/event_script.h"

using namespace memtape;
using namespace memtape::test;

namespace {

// Two frames, the inner one of a library; what each name of the script is called on the tape.
struct Scene {
    Scene() {
        registerLanguages();
        bool isRun = script.run(R"(
file main.py "pass\n"
code main "<module>" slots stack 2
code work "work" line 1 slots own stack 2 library
new Globals dict
new F function
new Near list
new Far list
new Deep list
new Loop list
new Table dict
new Held list
new Own list
new Error Exception
new Lost list
int seven 7
names near table
str key "key"
program
push main locals Globals
name near Near
name table Table
item Near 0 Far
item Near 1 Loop
item Loop 0 Near
item Far 0 Deep
entry Table 0 key Deep
item Lost 0 seven
push work function F
bind own Own
item Own 0 seven
hold stack 0 Held
exception 2 Error
pop
pop
)");
        INFO(script.problem());
        REQUIRE(isRun);
        script.finish();
        replay = std::make_unique<Replay>(script.tape());
        REQUIRE(replay->seek(0));
    }
    ObjectId id(std::string_view name) const { return replay->state().objectAt(script.granule(name)); }
    NameWalk walk(const WalkRule& rule, std::string_view without = {}) const {
        return NameWalk(replay->reading(), rule, without.empty() ? ObjectId() : id(without));
    }
    EventScript script;
    std::unique_ptr<Replay> replay;
};

}

TEST_CASE("a walk reaches each object once, by a shortest way", "[replay][walk]") {
    Scene scene;
    NameWalk walk = scene.walk(reachableRule);
    for (const char* name : {"Globals", "F", "Near", "Far", "Deep", "Loop", "Table", "Held", "Own", "Error", "seven", "key"}) {
        INFO(name);
        CHECK(walk.leadsTo(scene.id(name)));
    }
    CHECK_FALSE(walk.leadsTo(scene.id("Lost")));
    CHECK_FALSE(walk.leadsTo(ObjectId()));
    for (const NameWalk::Hop& hop : walk.hops()) CHECK(&hop == walk.find(hop.id)); // none is there twice
    const NameWalk::Hop* deep = walk.find(scene.id("Deep"));
    REQUIRE(deep);
    CHECK(deep->from == scene.id("Table")); // nearer than by Near and Far
    CHECK(deep->cell == CellKind::Value);
    CHECK(deep->key == scene.id("key"));
    const NameWalk::Hop* far = walk.find(scene.id("Far"));
    REQUIRE(far);
    CHECK(far->from == scene.id("Near"));
    CHECK(far->cell == CellKind::Item);
    CHECK(far->index == 0);
    CHECK_FALSE(far->key);
}

TEST_CASE("a way's beginning says how its object is held", "[replay][walk]") {
    Scene scene;
    NameWalk walk = scene.walk(reachableRule);
    auto root = [&](const char* name) {
        const NameWalk::Hop* hop = walk.find(scene.id(name));
        REQUIRE(hop);
        CHECK(bool(hop->from) == (hop->root == NameWalk::Root::None));
        return hop->root;
    };
    CHECK(root("Globals") == NameWalk::Root::Namespace);
    CHECK(root("Own") == NameWalk::Root::Slot);
    CHECK(walk.find(scene.id("Own"))->name == "own");
    CHECK(root("Held") == NameWalk::Root::Stack);
    CHECK(root("F") == NameWalk::Root::Call);
    CHECK(root("Error") == NameWalk::Root::Raised);
    CHECK(root("Near") == NameWalk::Root::None);
}

TEST_CASE("what the program works on is found by its own names alone", "[replay][walk]") {
    Scene scene;
    NameWalk walk = scene.walk(workedOnRule);
    for (const char* name : {"Near", "Far", "Deep", "Loop", "Table"}) CHECK(walk.leadsTo(scene.id(name)));
    for (const char* name : {"Own", "Held", "F", "Error", "Lost", "seven"}) {
        INFO(name);
        CHECK_FALSE(walk.leadsTo(scene.id(name)));
    }
}

TEST_CASE("an object can be left out, and so what only it leads to", "[replay][walk]") {
    Scene scene;
    NameWalk walk = scene.walk(reachableRule, "Near");
    for (const char* name : {"Near", "Far", "Loop"}) CHECK_FALSE(walk.leadsTo(scene.id(name)));
    CHECK(walk.leadsTo(scene.id("Deep"))); // by the table
    CHECK_FALSE(scene.walk(reachableRule, "Globals").leadsTo(scene.id("Table")));
}

TEST_CASE("a walk ends at the number that is enough", "[replay][walk]") {
    Scene scene;
    WalkRule rule = reachableRule;
    rule.most = 3;
    NameWalk walk = scene.walk(rule);
    CHECK(walk.hops().size() == 3);
    CHECK(walk.leadsTo(scene.id("Globals")));
    rule.most = 0;
    CHECK(scene.walk(rule).hops().empty());
}

TEST_CASE("what a program is made of is not what it works on, but for the names that hold it", "[replay][walk]") {
    registerLanguages();
    RunOptions options;
    options.file = "/program.py";
    options.source = "import sys\nclass A:\n    shared = [1]\ndef f(x=[2]): pass\ndata = [[3]]\npass\n";
    Session session;
    REQUIRE(session.run(options).end == EndReason::Exit);
    Replay replay(session.tape());
    REQUIRE(replay.seek(replay.stepCount() - 1));
    const Reading& reading = replay.reading();
    NameWalk all(reading, reachableRule), data(reading, workedOnRule);
    for (const char* path : {"data", "data[0]"}) CHECK(data.leadsTo(reading.objectAt(path)));
    for (const char* path : {"A", "f", "sys", "A.shared"}) {
        INFO(path);
        REQUIRE(reading.objectAt(path));
        CHECK(all.leadsTo(reading.objectAt(path)));
        CHECK_FALSE(data.leadsTo(reading.objectAt(path)));
    }
}
