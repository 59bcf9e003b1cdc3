// SPDX-License-Identifier: GPL-3.0-or-later
// Whose objects are: the program's, or the library's (core/replay/memory_owners.cpp).
#include <algorithm>

#include "core/languages/languages.h"
#include "core/replay/replay.h"
#include "tests/support/catch.h"
#include "tests/support/event_script.h"

using namespace memtape;
using namespace memtape::test;

namespace {

// A program, and code of the library; the steps of the script are lines of the program.
struct Run {
    explicit Run(const std::string& text) {
        registerLanguages();
        bool isRun = script.run(R"(
file main.py "pass\n"
code main "<module>" slots a b stack 2
code work "work" slots own stack 2 library
new Globals dict
names x y
str key "key"
program
push main locals Globals
)" + text);
        INFO(script.problem());
        REQUIRE(isRun);
        script.finish();
        replay = std::make_unique<Replay>(script.tape());
    }
    // What is the program's at a step, of these.
    std::vector<std::string> ofProgram(uint64_t step, std::vector<std::string> names) {
        REQUIRE(replay->seek(step));
        std::erase_if(names, [&](const std::string& name) {
            ObjectId id = replay->state().objectAt(script.granule(name));
            return !id || !replay->state().object(id).ofProgram;
        });
        return names;
    }
    uint64_t objects() const { return replay->state().heapObjects(); }
    uint64_t libraryObjects() const { return replay->state().libraryObjects(); }

    EventScript script;
    std::unique_ptr<Replay> replay;
};

using Names = std::vector<std::string>;

}

TEST_CASE("what is made while a module of the library is imported is the library's", "[replay][owners]") {
    Run run(R"(
new Before list
import begins
new Table dict
import begins
new Inner list
import ends
new Outer list
import ends
new After list
line 1
pop
)");
    CHECK(run.ofProgram(0, {"Before", "Table", "Inner", "Outer", "After"}) == Names{"Before", "After"});
    CHECK(run.objects() == 2);
    CHECK(run.libraryObjects() == 3);
    CHECK(run.replay->state().liveObjects(true).size() == 2);
}

TEST_CASE("what the library's frames make for themselves is the library's", "[replay][owners]") {
    Run run(R"(
new F function
push work function F
new Own list
bind own Own
line 1
free Own
pop
new Mine list
line 2
pop
)");
    CHECK(run.ofProgram(0, {"F", "Own"}) == Names{"F"});
    CHECK(run.libraryObjects() == 1);
    CHECK(run.ofProgram(1, {"F", "Mine"}) == Names{"F", "Mine"});
    CHECK(run.libraryObjects() == 0);
}

TEST_CASE("what the program comes to hold is its own, with what is in it", "[replay][owners]") {
    Run run(R"(
push work
new Result list
new Part list
item Result 0 Part
new Rest list
line 1
pop
name x Result
line 2
unname x
line 3
pop
)");
    CHECK(run.ofProgram(0, {"Result", "Part", "Rest"}).empty());
    CHECK(run.ofProgram(1, {"Result", "Part", "Rest"}) == Names{"Result", "Part"});
    CHECK(run.objects() == 2);
    CHECK(run.libraryObjects() == 1);
    CHECK(run.ofProgram(2, {"Result", "Part", "Rest"}) == Names{"Result", "Part"}); // and stays so
    CHECK(run.ofProgram(0, {"Result", "Part", "Rest"}).empty());                    // backwards too
}

TEST_CASE("a container or a frame of the program holds for it", "[replay][owners]") {
    Run run(R"(
new Mine list
push work
new InList list
new InFrame list
new InFill list
new Loose list
item Mine 0 InList
pop
bind a InFrame
fill Mine 1 InFill
line 1
pop
)");
    CHECK(run.ofProgram(0, {"InList", "InFrame", "InFill", "Loose"}) == Names{"InList", "InFrame", "InFill"});
}

TEST_CASE("modules, functions and classes of the library stay its own", "[replay][owners]") {
    Run run(R"(
import begins
new M module
new Content list
new F function
new C type
attr M content Content
import ends
name x M
bind a F
bind b C
line 1
pop
)");
    CHECK(run.ofProgram(0, {"M", "Content", "F", "C"}).empty());
}
