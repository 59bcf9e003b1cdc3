// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for something over a run: the expressions, their mistakes, and what is found against a look at every step.
#include "core/replay/find/find.h"

#include <algorithm>
#include <optional>

#include "core/replay/find/find_values.h"
#include "tests/core/replay/questions/recorded.h"
#include "tests/support/catch.h"

using namespace memtape;
using namespace memtape::test;

namespace {

std::vector<uint64_t> stepsOf(const Recorded& run, const std::string& text, FindResult* result = nullptr) {
    FindExpression what;
    const FindProblem problem = parseFind(text, what);
    INFO(text << ": " << problem.sentence);
    REQUIRE(problem.sentence.empty());
    std::vector<uint64_t> steps;
    FindResult own;
    (result ? *result : own) = find(run.tape, what, [&](const Found& found, const Reading&) {
        steps.push_back(found.step.step);
        return true;
    });
    return steps;
}

std::string wrong(const std::string& text) {
    FindExpression what;
    const FindProblem problem = parseFind(text, what);
    return problem.sentence.empty() ? "" : std::to_string(problem.at) + ": " + problem.sentence;
}

// The steps at which `holds` comes to be true, by asking it at every step; none: it cannot tell there.
template <class Holds> std::vector<uint64_t> bySteps(Recorded& run, Holds holds) {
    std::vector<uint64_t> steps;
    bool was = false;
    for (uint64_t step = 0; step < run.replay->stepCount(); step++) {
        REQUIRE(run.replay->seek(step));
        std::optional<bool> now = holds(run.replay->reading());
        if (!now) continue;
        if (*now && !was) steps.push_back(step);
        was = *now;
    }
    return steps;
}

int64_t numberAt(const Reading& reading, ObjectId id) { return std::stoll(reading.valueText(id)); }

const char* const program = R"(class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next
def count(n):
    total = 0
    while n:
        total += n
        n -= 1
    return total
head = None
for i in range(12):
    head = Node(i * 3, head)
    if i % 4 == 3:
        head = head.next
xs, d = [], {}
for i in range(8):
    xs.append(i)
    d["k"] = "abcdefgh"[i]
    d[i] = xs
while xs:
    xs.pop()
print("one", end="")
print("two three")
result = count(5) + count(7)
try:
    xs[3]
except IndexError:
    caught = True
end = 0
)";

}

TEST_CASE("an expression says where it is wrong", "[questions][find]") {
    CHECK(wrong("") == "0: there is nothing to look for");
    CHECK(wrong("x") == "1: a comparison is missing here: == != < <= > >= or is");
    CHECK(wrong("x = 3") == "2: '=' binds a name in a program; '==' compares");
    CHECK(wrong("x ==") == "4: something is missing at the end");
    CHECK(wrong("x == 3 4") == "7: the expression is over before this; 'and' or 'or' joins two of them");
    CHECK(wrong("(x == 3") == "7: a ')' is missing here");
    CHECK(wrong("x == 'abc") == "5: the text that begins here has no end");
    CHECK(wrong("3 == 4") == "6: this compares two values that never change; one of them is to be a name");
    CHECK(wrong("f(x) == 3") == "1: nothing is called: what would a call do to memory?");
    CHECK(wrong("x[y] == 3") == "2: an index or a key in quotes is wanted here");
    CHECK(wrong("x. == 3") == "3: the name of an attribute is missing behind the '.'");
    CHECK(wrong("x == 3a") == "5: a number cannot go on with letters");
    CHECK(wrong("x == 1 and") == "10: something is missing at the end");
    CHECK(wrong("x == @") == "5: this sign means nothing here");
    CHECK(wrong("output \"\"") == "7: an empty text is in every output");
    CHECK(wrong("line 1.5") == "5: a line is a whole number");
    CHECK(wrong(std::string(500, '(') + "x == 1").find("nested too deeply") != std::string::npos);
    for (const char* right : {"x == 3",
                              "x is None",
                              "x is not None",
                              "len(xs) > 5",
                              "a.b[0][-1][\"k\"] <= -2.5e3",
                              "not (x == 1 or y == 2) and z != 'q'",
                              "1 < x <= 5",
                              "made 139637976727552",
                              "released 0x7f0000001000",
                              "line 3",
                              "line helper.py:3",
                              "line \"a b.py\":3",
                              "output 'x'",
                              "exception",
                              "exception ValueError",
                              "collection",
                              "line == 3",
                              "made is None",
                              "collection == 1",
                              "exception.args == 1",
                              "output == 'x'",
                              "x == 1_000",
                              "x == 123456789012345678901234567890",
                              "len == 3"}) {
        INFO(right);
        CHECK(wrong(right) == "");
    }
}

TEST_CASE("values compare as numbers, texts and nothing do", "[questions][find]") {
    auto literal = [](const char* text) {
        FindExpression what;
        REQUIRE(parseFind(std::string("x == ") + text, what).sentence.empty());
        return comparableOf(std::get<FindLiteral>(what.nodes[what.root].right));
    };
    auto holds = [&](const char* a, FindOperator op, const char* b) { return compare(literal(a), op, literal(b)); };
    using Op = FindOperator;
    CHECK(holds("1", Op::Equal, "1.0") == true);
    CHECK(holds("1", Op::Is, "1.0") == false);
    CHECK(holds("True", Op::Equal, "1") == true);
    CHECK(holds("True", Op::Is, "1") == false);
    CHECK(holds("9007199254740993", Op::Equal, "9007199254740992.0") == false);
    CHECK(holds("9007199254740993", Op::Greater, "9007199254740992.0") == true);
    CHECK(holds("-3", Op::Less, "-2.5") == true);
    CHECK(holds("-2.5", Op::Less, "-2") == true);
    CHECK(holds("123456789012345678901234567890", Op::Greater, "9223372036854775807") == true);
    CHECK(holds("-123456789012345678901234567890", Op::Less, "-5") == true);
    CHECK(holds("123456789012345678901234567890", Op::Less, "123456789012345678901234567891") == true);
    CHECK(holds("123456789012345678901234567890", Op::Less, "1e40") == true);
    CHECK(holds("'a'", Op::Less, "'b'") == true);
    CHECK(holds("'a'", Op::Equal, "1") == false);
    CHECK(holds("'a'", Op::NotEqual, "None") == true);
    CHECK_FALSE(holds("'a'", Op::Less, "1"));
    CHECK_FALSE(holds("None", Op::GreaterOrEqual, "1"));
}

TEST_CASE("a condition on values is found where it comes to hold", "[questions][find]") {
    Recorded run(program);
    auto integer = [](const char* path, auto test) {
        return [=](const Reading& reading) -> std::optional<bool> {
            ObjectId id = reading.objectAt(path);
            if (!id) return reading.objectAt("head") ? std::optional(false) : std::nullopt;
            return reading.kind(id) == ObjectKind::Number && test(numberAt(reading, id));
        };
    };
    const std::vector<uint64_t> values = stepsOf(run, "head.value >= 15");
    CHECK(values == bySteps(run, integer("head.value", [](int64_t v) { return v >= 15; })));
    CHECK(values.size() >= 1);
    CHECK(stepsOf(run, "head.next.value == 12") == bySteps(run, integer("head.next.value", [](int64_t v) { return v == 12; })));
    CHECK(stepsOf(run, "head.next.value == 12").size() == 1);
    CHECK(stepsOf(run, "xs[2] == 2") == bySteps(run, integer("xs[2]", [](int64_t v) { return v == 2; })));
    const std::vector<uint64_t> lengths = stepsOf(run, "len(xs) > 5");
    CHECK(lengths == bySteps(run, [](const Reading& reading) -> std::optional<bool> {
              ObjectId id = reading.objectAt("xs");
              return id ? std::optional(*reading.length(id) > 5) : std::nullopt;
          }));
    CHECK(lengths.size() == 1);
    const std::vector<uint64_t> nothing = stepsOf(run, "head is None");
    REQUIRE(nothing.size() == 1);
    REQUIRE(run.replay->seek(nothing[0]));
    CHECK(run.replay->state().step().line == 12);
    REQUIRE(stepsOf(run, "d[\"k\"] == \"c\"").size() == 1);
    CHECK(stepsOf(run, "len(d) == 9").size() == 1);
    CHECK(stepsOf(run, "len(d) == 10").empty());
    CHECK(stepsOf(run, "d[3] is xs").size() == 1);
    CHECK(stepsOf(run, "xs[-1] == 4").size() == 2); // as it grows, and as it shrinks
}

TEST_CASE("names, keys and attributes that go and come again are found each time", "[questions][find]") {
    Recorded run(R"(class P:
    pass
d, p, others = {}, P(), {}
for n in range(12):
    other = n
    others[n] = n
    p.other = n
    late = n
    d["a"] = n
    p.x = n
    p.other = -n
    d["b"] = n
    if n % 2:
        del late
        del d["a"]
    if n % 3:
        del p.x
        p.other = n
        others.clear()
    vars(p)["y"] = n
    del d["b"]
    if n % 4:
        del p.y
    other = -n
end = 0
)");
    const auto holds = [](const char* name, const char* path, auto test) {
        return [=](const Reading& reading) -> std::optional<bool> {
            if (!reading.objectAt(name)) return std::nullopt;
            ObjectId id = reading.objectAt(path);
            return id && test(numberAt(reading, id));
        };
    };
    const auto isThere = [](int64_t v) { return v >= 0; };
    for (const char* path : {"late", "d[\"a\"]", "d[\"b\"]", "p.x", "p.y", "other"}) {
        INFO(path);
        const std::string name = std::string(path).substr(0, std::string(path).find_first_of(".["));
        std::string asReadingHasIt = path;
        std::replace(asReadingHasIt.begin(), asReadingHasIt.end(), '"', '\'');
        const std::vector<uint64_t> found = stepsOf(run, std::string(path) + " >= 0");
        CHECK(found == bySteps(run, holds(name.c_str(), asReadingHasIt.c_str(), isThere)));
        CHECK(found.size() >= 1);
        // beside a name that changes at other lines
        CHECK(stepsOf(run, std::string(path) + " >= 0 and end == 1").empty());
        CHECK(stepsOf(run, std::string(path) + " >= 0 or nowhere == 1").size() <= found.size());
    }
    for (const char* path : {"d[\"a\"]", "p.x", "p.y"}) {
        INFO(path);
        const std::vector<uint64_t> found = stepsOf(run, std::string(path) + " == 8 and other == 8");
        CHECK(found.size() == 1);
    }
}

TEST_CASE("a local name is looked at in each call by itself", "[questions][find]") {
    Recorded run(program);
    const std::vector<uint64_t> found = stepsOf(run, "n == 3");
    CHECK(found.size() == 2); // once in each call
    CHECK(stepsOf(run, "n == 6").size() == 1);
    CHECK(stepsOf(run, "n <= 7").size() == 2);
    CHECK(stepsOf(run, "total == 5 and n == 4").size() == 1);
    CHECK(stepsOf(run, "5 <= total < 9").size() == 2); // 5; 7
}

TEST_CASE("a call within a call does not end what holds outside of it", "[questions][find]") {
    Recorded run("def inner(y):\n    return y\ndef outer():\n    x = 3\n    inner(1)\n    inner(2)\n    x = 4\n    x = 3\n    inner(3)\nouter()\n");
    CHECK(stepsOf(run, "x == 3").size() == 2);
    Recorded deep("def f(n):\n    if n:\n        f(n - 1)\n    n = -1\nf(3)\n");
    CHECK(stepsOf(deep, "n == -1").size() == 4);
    CHECK(stepsOf(deep, "n == 2").size() == 1);
}

TEST_CASE("shared names, class bodies, comprehensions and generators have their names too", "[questions][find]") {
    Recorded run(R"(def outer():
    count = 0
    def add():
        nonlocal count
        count += 1
    for _ in range(4): add()
    return count
outer()
class C:
    size = 7
    size = 8
def gen():
    k = 1
    while k < 4:
        yield k
        k += 1
total = sum(v for v in gen())
squares = [q * q for q in range(5)]
end = 0
)");
    CHECK(stepsOf(run, "count == 3").size() >= 1);
    CHECK(stepsOf(run, "size == 8").size() == 1);
    CHECK(stepsOf(run, "k == 3").size() == 1);
    CHECK(stepsOf(run, "squares[4] == 16").size() == 1);
}

TEST_CASE("events are found at the first step that shows them", "[questions][find]") {
    Recorded run(program);
    CHECK(stepsOf(run, "line 13").size() == 12);
    CHECK(stepsOf(run, "line program.py:13").size() == 12);
    CHECK(stepsOf(run, "line other.py:13").empty());
    CHECK(stepsOf(run, "line 13 and i == 4").size() == 1);
    CHECK(stepsOf(run, "output 'two'").size() == 1);
    CHECK(stepsOf(run, "output 'onetwo'").size() == 1); // over two calls
    CHECK(stepsOf(run, "output 'four'").empty());
    CHECK(stepsOf(run, "exception").size() == 1);
    CHECK(stepsOf(run, "exception IndexError").size() == 1);
    CHECK(stepsOf(run, "exception LookupError").size() == 1); // which it is too
    CHECK(stepsOf(run, "exception KeyError").empty());
    const Reading& reading = run.atLine(16);
    const std::string id = std::to_string(shownAddress(reading.objectAt("head").granule));
    std::vector<uint64_t> made, released;
    for (const Life& life : run.replay->lives()) {
        if (std::to_string(shownAddress(life.id.granule)) != id) continue;
        made.push_back(life.madeAt);
        if (life.releasedAt <= run.replay->stepCount()) released.push_back(life.releasedAt);
    }
    CHECK(stepsOf(run, "made " + id) == made);
    CHECK(stepsOf(run, "released " + id) == released);
    CHECK(stepsOf(run, "made 17").empty());
}

TEST_CASE("what lies behind the last step is found there", "[questions][find]") {
    Recorded run("x = 1\n1 / 0\n");
    CHECK(stepsOf(run, "output 'ZeroDivisionError'") == std::vector<uint64_t>{run.replay->stepCount()});
}

TEST_CASE("collections are found", "[questions][find]") {
    Recorded run("import gc\ngc.collect()\nx = 1\ngc.collect(0)\ny = 2\n");
    const std::vector<uint64_t> found = stepsOf(run, "collection");
    REQUIRE(found.size() == 3);
    CHECK(found[1] < run.replay->stepCount());
    CHECK(found[2] == run.replay->stepCount()); // as the program ends
}

TEST_CASE("names that are never there and values that cannot be compared are told", "[questions][find]") {
    Recorded run("x = 1\nx = 'a'\nx = []\nx = 5\nend = 0\n");
    FindResult result;
    CHECK(stepsOf(run, "nowhere == 3", &result).empty());
    CHECK(result.neverThere == std::vector<std::string>{"nowhere"});
    CHECK(stepsOf(run, "x > 3", &result).size() == 1);
    CHECK(result.neverThere.empty());
    CHECK(result.notCompared == 2);
    CHECK(stepsOf(run, "x.y.z == 3", &result).empty());
    CHECK(result.notCompared == 0);
}

TEST_CASE("what the rest of a condition decides is not looked at, and is right where it counts", "[questions][find]") {
    Recorded run(
        "def far(n):\n    for i in range(n):\n        y = [i]\n        x = i % 3\n    return y\nflag = 0\nfar(9)\nflag = 1\nfar(9)\nend = 0\n");
    FindResult result;
    CHECK(stepsOf(run, "x == 7 and nowhere == 1", &result).empty());
    CHECK(result.neverThere == std::vector<std::string>{"nowhere"}); // though nothing depends on it
    CHECK(stepsOf(run, "x == 7 and y > 3", &result).empty());
    CHECK(result.notCompared == 0);
    CHECK(stepsOf(run, "x == 1 and i > 4").size() == 4); // in each call when i is 5, and x not yet 2, and when x is 1 again
    CHECK(stepsOf(run, "flag == 1 and x == 2").size() == 3);
    const std::pair<const char*, const char*> alike[] = {
        {"x == 1", "i > 4"}, {"flag == 1", "x == 2"}, {"y[0] >= 3", "flag == 0"}, {"len(y) == 1", "i < 4"}};
    for (const auto& [one, other] : alike) {
        const std::string a = one, b = other;
        INFO(a << ", " << b);
        CHECK(stepsOf(run, a + " and " + b) == stepsOf(run, b + " and " + a));
        CHECK(stepsOf(run, a + " or " + b) == stepsOf(run, b + " or " + a));
        CHECK(stepsOf(run, a + " and " + b) == stepsOf(run, "not (not " + b + " or not " + a + ")"));
    }
}

TEST_CASE("looking stops when it is told to, and when it is enough", "[questions][find]") {
    Recorded run("for i in range(9000): pass\n");
    FindExpression what;
    REQUIRE(parseFind("i >= 0 or line 1", what).sentence.empty());
    int told = 0;
    FindResult result = find(run.tape, what, [&](const Found&, const Reading&) { return ++told < 3; });
    CHECK(told == 3);
    CHECK(result.steps < 20);
    std::atomic<bool> stop = true;
    result = find(
        run.tape, what, [](const Found&, const Reading&) { return true; }, &stop);
    CHECK(result.isStopped);
    CHECK(result.steps < run.replay->stepCount());
}

TEST_CASE("an or of an event and a condition finds each", "[questions][find]") {
    Recorded run("x = 0\nx = 1\ny = 0\nx = 2\nx = 1\nend = 0\n");
    CHECK(stepsOf(run, "line 3 or x == 2").size() == 2);
    CHECK(stepsOf(run, "x == 1 or x == 2").size() == 1);
    CHECK(stepsOf(run, "not x == 1").size() == 2);
}
