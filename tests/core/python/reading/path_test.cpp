// SPDX-License-Identifier: GPL-3.0-or-later
// What Python's reading says of a path of names, as lessons name objects by.
#include "core/languages/languages.h"
#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

// A recorded program, at the step where this line is about to run.
struct AtLine {
    AtLine(const char* source, uint32_t line) {
        registerLanguages();
        RunOptions options;
        options.file = "/program.py";
        options.source = source;
        Session session;
        REQUIRE(session.run(options).end == EndReason::Exit);
        replay = std::make_unique<Replay>(session.tape());
        REQUIRE(replay->seek(0));
        auto step = replay->nextAtLine(0, line, replay->state().code(replay->state().step().code).file, false);
        REQUIRE(step);
        REQUIRE(replay->seek(*step));
    }
    // The value of what the path leads to, a type's name where it has none, or "nothing".
    std::string at(std::string_view path) const {
        ObjectId id = replay->reading().objectAt(path);
        return id ? replay->reading().title(id) : "nothing";
    }
    std::unique_ptr<Replay> replay;
};

constexpr const char* program = R"(class Node:
    kind = 'node'
    def __init__(self, value, next):
        self.value = value
        self.next = next
chain = Node(1, Node(2, None))
rows = [[10, 20], [30], 'text']
ages = {'Ada': 36, 'a]b': 37, 3: 38, "it's": 39}
over = 'global'
été = 5
def look(over, inner):
    return over
look('local', chain.next)
)";

}

TEST_CASE("a path of names leads through attributes, items and keys", "[reading]") {
    AtLine p(program, 13);
    CHECK(p.at("over") == "'global'");
    CHECK(p.at("chain.value") == "1");
    CHECK(p.at("chain.next.value") == "2");
    CHECK(p.at("chain.next.next") == "None");
    CHECK(p.at("rows[0][1]") == "20");
    CHECK(p.at("rows[2]") == "'text'");
    CHECK(p.at("ages['Ada']") == "36");
    CHECK(p.at("ages['a]b']") == "37");
    CHECK(p.at("\u00e9t\u00e9") == "5");
    CHECK(p.at("Node") == "class Node");
    CHECK(p.at("len") == "function len");
    CHECK(p.at("ValueError") == "class ValueError");
}

TEST_CASE("names are looked up in the running frame first, then among the global names", "[reading]") {
    AtLine p(program, 12);
    CHECK(p.at("over") == "'local'");
    CHECK(p.at("inner.value") == "2");
    CHECK(p.at("chain.value") == "1");
    CHECK(p.at("ages['Ada']") == "36");
}

TEST_CASE("a path that leads nowhere, or is none, refers to nothing", "[reading]") {
    AtLine p(program, 13);
    for (const char* path : {"",
                             ".",
                             "[",
                             "[0]",
                             "missing",
                             "chain.missing",
                             "chain.",
                             "chain.next.next.next",
                             "rows[3]",
                             "rows[-1]",
                             "rows[",
                             "rows[]",
                             "rows[0",
                             "rows[x]",
                             "rows[0]x",
                             "rows['0']",
                             "rows[99999999999999999999]",
                             "ages[3]",
                             "ages['Bob']",
                             "ages['Ada'",
                             "ages[']",
                             "chain value",
                             "chain()",
                             "1",
                             "over[0]",
                             "look.x"}) {
        INFO(path);
        CHECK(p.at(path) == "nothing");
    }
}
