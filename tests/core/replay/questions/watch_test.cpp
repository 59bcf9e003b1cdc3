// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are followed through a run, against a look at every step.
#include "core/replay/find/watch.h"

#include <map>

#include "tests/core/replay/questions/recorded.h"
#include "tests/support/catch.h"

using namespace memtape;
using namespace memtape::test;

namespace {

FindPath pathOf(const std::string& text) {
    FindPath path;
    const FindProblem problem = parsePath(text, path);
    INFO(text << ": " << problem.sentence);
    REQUIRE(problem.sentence.empty());
    return path;
}

// From which step on it is what.
std::map<uint64_t, WatchedValue> changesOf(const Recorded& run, const std::vector<FindPath>& paths, size_t which, WatchResult* result = nullptr) {
    std::map<uint64_t, WatchedValue> changes;
    const WatchResult found = watch(run.tape, paths, [&](size_t path, uint64_t step, const WatchedValue& value, const Reading&) {
        if (path == which) changes[step] = value;
    });
    if (result) *result = found;
    return changes;
}

const char* const program = R"(class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next
def inner(n):
    return n * 2
def count(n):
    total = 0
    while n:
        total += inner(n)
        n -= 1
    return total
def counter():
    hits = 0
    def hit():
        nonlocal hits
        hits += 1
        return inner(hits)
    for _ in range(3):
        hit()
    return hits
def down(n):
    if n:
        down(n - 1)
def numbers():
    for own in (10, 20, 30):
        yield own
head = None
for i in range(6):
    head = Node(i * 3, head)
    if i % 4 == 3:
        head = head.next
xs, d = [], {}
for i in range(5):
    xs.append(i)
    d["k"] = "abcde"[i]
    d[i] = xs
del i
while xs:
    xs.pop()
result = count(4)
counter()
down(6)
squares = [n * n for n in (1, 2, 3)]
for number in numbers():
    half = number / 2
class Thing:
    size = 3
    size += 1
big = 10 ** 30
flag = False
head.next.next.value = 70
head.next.value += 1
head.next = head.next.next
Node.extra = 1
head.next.extra = 2
del head.next.extra
head.next.next.value = [5]
table = {"row": {"at": [1, 2]}}
table["row"]["at"].append(3)
table["row"]["at"][0] = 4
table["row"]["at"] = [7]
table["row"] = {"at": (8, 9)}
del table["row"]["at"]
table["row"] = head
head = None
)";

const char* const expressions[] = {"head",
                                   "head.value",
                                   "head.next.value",
                                   "i",
                                   "xs",
                                   "xs[0]",
                                   "xs[-1]",
                                   "len(xs)",
                                   "len(d)",
                                   "d[\"k\"]",
                                   "d[3]",
                                   "n",
                                   "total",
                                   "hits",
                                   "squares",
                                   "squares[1]",
                                   "own",
                                   "half",
                                   "size",
                                   "big",
                                   "flag",
                                   "number",
                                   "self.value",
                                   "self",
                                   "len(head)",
                                   "nowhere",
                                   "half.x",
                                   "len(i)",
                                   "_",
                                   "result",
                                   "head.next.next.value",
                                   "head.next.next.value[0]",
                                   "head.next.extra",
                                   "table[\"row\"]",
                                   "table[\"row\"][\"at\"]",
                                   "table[\"row\"][\"at\"][0]",
                                   "len(table[\"row\"][\"at\"])",
                                   "table[\"row\"].value"};

}

TEST_CASE("a value that is followed is at each step what a look at that step finds", "[watch]") {
    Recorded run(program);
    std::vector<FindPath> paths;
    for (const char* text : expressions) paths.push_back(pathOf(text));
    std::vector<std::map<uint64_t, WatchedValue>> changes(paths.size());
    const WatchResult result =
        watch(run.tape, paths, [&](size_t path, uint64_t step, const WatchedValue& value, const Reading&) { changes[path][step] = value; });
    CHECK(result.steps == run.replay->stepCount());
    CHECK_FALSE(result.isStopped);
    for (size_t p = 0; p < paths.size(); p++) {
        INFO(expressions[p]);
        WatchedValue now;
        bool wasThere = false;
        for (uint64_t step = 0; step < run.replay->stepCount(); step++) {
            REQUIRE(run.replay->seek(step));
            if (auto change = changes[p].find(step); change != changes[p].end()) {
                CHECK(change->second != now); // told only where it changes
                now = change->second;
            }
            INFO("step " << step);
            const WatchedValue there = watchedAt(run.replay->reading(), paths[p]);
            REQUIRE(int(now.kind) == int(there.kind));
            REQUIRE(now == there);
            wasThere |= now.kind != WatchedValue::Kind::Absent;
        }
        if (wasThere) CHECK(result.wasThere[p]);
    }
}

TEST_CASE("a name of a frame that waits is followed while another one runs", "[watch]") {
    Recorded run(program);
    std::vector<double> totals;
    for (auto& [step, value] : changesOf(run, {pathOf("total")}, 0)) {
        totals.push_back(value.kind == WatchedValue::Kind::Number ? value.number : -1);
    }
    CHECK(totals == std::vector<double>{0, 8, 14, 18, 20, -1}); // absent when the call is over, and never in between
}

TEST_CASE("in a recursion a name is that of the call that runs", "[watch]") {
    Recorded run("def down(n):\n    if n:\n        down(n - 1)\n    return n\ndown(3)\n");
    std::vector<double> seen;
    for (auto& [step, value] : changesOf(run, {pathOf("n")}, 0)) seen.push_back(value.kind == WatchedValue::Kind::Number ? value.number : -1);
    CHECK(seen == std::vector<double>{3, 2, 1, 0, 1, 2, 3, -1});
}

TEST_CASE("a name that no frame and no module ever has was never there", "[watch]") {
    Recorded run(program);
    WatchResult result;
    CHECK(changesOf(run, {pathOf("nowhere"), pathOf("head")}, 0, &result).empty());
    CHECK(result.wasThere == std::vector<bool>{false, true});
}

TEST_CASE("following ends when nobody wants it any more", "[watch]") {
    Recorded run("n = 0\nwhile n < 20000:\n    n += 1\n");
    std::atomic<bool> stop{true};
    const WatchResult result = watch(
        run.tape, {pathOf("n")}, [](size_t, uint64_t, const WatchedValue&, const Reading&) {}, {}, &stop);
    CHECK(result.isStopped);
    CHECK(result.steps < run.replay->stepCount());
}

TEST_CASE("what cannot be followed is refused in a sentence, with its place", "[watch]") {
    const auto wrong = [](const std::string& text) {
        FindPath path;
        const FindProblem problem = parsePath(text, path);
        return std::to_string(problem.at) + ": " + problem.sentence;
    };
    CHECK(wrong("") == "0: there is nothing to follow");
    CHECK(wrong("3") == "0: a value never changes; a name is wanted here");
    CHECK(wrong("None") == "0: a value never changes; a name is wanted here");
    CHECK(wrong("x == 3") == "2: only names, attributes, items and len(…) can be followed; it is over before this");
    CHECK(wrong("x + 1") == "2: only names, attributes, items and len(…) can be followed; it is over before this");
    CHECK(wrong("f(x)") == "1: nothing is called: what would a call do to memory?");
    CHECK(wrong("x.") == "2: the name of an attribute is missing behind the '.'");
    CHECK(wrong("x[y]") == "2: an index or a key in quotes is wanted here");
}
