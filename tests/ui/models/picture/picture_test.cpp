// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture.h"

using namespace memtape;

namespace {

QString at(Run& run, uint64_t step, PictureOptions options = {}) { return pictureText(buildPicture(run, step, options)); }

}

TEST_CASE("names are in the frame, objects are not", "[picture]") {
    auto run = addRun();
    REQUIRE(at(*run, stepAtLine(*run, 4, 1)) == QStringLiteral("card Global names (a dict)\n"
                                                               "  add -> function add\n"
                                                               "card module line 6\n"
                                                               "card add() line 4 running\n"
                                                               "  a -> 10 ∞\n"
                                                               "  ● b -> 20 ∞\n"));
}

TEST_CASE("a return step has a row for the object handed back", "[picture]") {
    auto run = addRun();
    QString text = at(*run, stepAtLine(*run, 4, 1) + 1);
    REQUIRE(text.contains(QStringLiteral("  return -> 30 ∞\n")));
}

TEST_CASE("a frame that has just gone leaves an outline for one step", "[picture]") {
    auto run = addRun();
    uint64_t after = stepAtLine(*run, 7, 1);
    REQUIRE(at(*run, after).contains(QStringLiteral("card add() gone\n")));
    REQUIRE_FALSE(at(*run, after + 1).contains(QStringLiteral("gone")));
}

TEST_CASE("an attribute that the line just run changed is marked, and counts add up", "[picture]") {
    auto run = linkedListRun();
    QString text = at(*run, stepAtLine(*run, 9, 3));
    REQUIRE(text == QStringLiteral("card Global names (a dict)\n"
                                   "  Node -> class Node\n"
                                   "  push -> function push\n"
                                   "  head -> Node#2\n"
                                   "  n -> 30 ∞\n"
                                   "card module line 13\n"
                                   "  for … in -> tuple iterator\n"
                                   "card push(head, value) line 9 running\n"
                                   "  head -> Node#2\n"
                                   "  value -> 30 ∞\n"
                                   "  node -> Node#3\n"
                                   "box Node#1 1 reference\n"
                                   "  value -> 10 ∞\n"
                                   "  next -> None ∞\n"
                                   "box Node#2 3 references\n"
                                   "  value -> 20 ∞\n"
                                   "  next -> Node#1\n"
                                   "box ● Node#3 1 reference\n"
                                   "  value -> 30 ∞\n"
                                   "  ● next -> Node#2\n"));
}

TEST_CASE("deep recursion folds its middle, and unfolds on demand", "[picture]") {
    auto run = recursionRun(40);
    uint64_t last = run->stepCount() - 1;
    REQUIRE(at(*run, last).contains(QStringLiteral("card … 33 frames of fib …\n")));
    PictureOptions options;
    options.unfoldRecursion = true;
    REQUIRE(buildPicture(*run, last, options).cards.size() == 42);
}

TEST_CASE("a stack that is too high for the view folds its middle where there are boxes beside it", "[picture]") {
    auto run = recordedRun(QStringLiteral("def deeper(n, kept):\n"
                                          "    if n:\n"
                                          "        deeper(n - 1, kept)\n"
                                          "    return n\n"
                                          "deeper(6, [])\n"
                                          "deeper(6, 0)\n"));
    auto shown = [&](uint64_t step, double lines) {
        PictureOptions options;
        options.stackLines = lines;
        QStringList titles;
        for (const CardPicture& card : buildPicture(*run, step, options).cards)
            if (card.kind != CardPicture::Kind::GlobalNames) titles.append(card.title);
        return titles;
    };
    const uint64_t deepest = stepAtLine(*run, 4, 1), withoutBoxes = stepAtLine(*run, 4, 8);
    const QString call = QStringLiteral("deeper(n, kept)");
    REQUIRE(shown(deepest, 0).size() == 8);
    CHECK(shown(deepest, 100).size() == 8);
    CHECK(shown(deepest, 32) == QStringList{QStringLiteral("module"), QStringLiteral("… 3 frames of deeper …"), call, call, call, call});
    CHECK(shown(deepest, 22) == QStringList{QStringLiteral("module"), QStringLiteral("… 5 frames of deeper …"), call, call});
    CHECK(shown(deepest, 5) == QStringList{QStringLiteral("module"), QStringLiteral("… 6 frames of deeper …"), call}); // always these
    CHECK(shown(withoutBoxes, 22).size() == 8);
}

TEST_CASE("a long list shows its first and last items", "[picture]") {
    auto run = containerRun(9999);
    QString text = at(*run, 3);
    REQUIRE(text.contains(QStringLiteral("  9 -> 9 ∞\n  … 9\u00A0987 more …\n  9997 -> ")));
    PictureOptions options;
    ObjectId list = buildPicture(*run, 3, {}).boxes.first().id;
    options.shown.append({list, 100});
    REQUIRE(at(*run, 3, options).contains(QStringLiteral("  99 -> 99 ∞\n")));
}

TEST_CASE("what is unreachable but alive stays drawn until the collector takes it", "[picture]") {
    auto run = containerRun(3);
    REQUIRE(at(*run, stepAtLine(*run, 6, 1)).contains(QStringLiteral("list#2 1 reference unreachable\n")));
    QString after = at(*run, stepAtLine(*run, 7, 1));
    REQUIRE(after.contains(QStringLiteral("box ✕ list#2\n")));
}

TEST_CASE("a switch draws every object as a box", "[picture]") {
    auto run = addRun();
    PictureOptions options;
    options.everyObjectAsBox = true;
    QString text = at(*run, stepAtLine(*run, 4, 1), options);
    REQUIRE(text.contains(QStringLiteral("  a -> int#")));
    REQUIRE(text.contains(QStringLiteral("box function add#")));
}

TEST_CASE("a container without items is called empty, and a closure by its own name", "[picture]") {
    auto run = recordedRun(
        QStringLiteral("def make_counter_of_things():\n    n = 0\n    def count_one_more():\n        return n\n    return count_one_more\n"
                       "count = make_counter_of_things()\nempty = []\nend = 1\n"));
    auto reading = run->readingAt(run->stepCount() - 1);
    CHECK(ObjectText::brief(*reading, reading->objectAt("empty")) == QStringLiteral("empty list"));
    CHECK(ObjectText::chip(*reading, reading->objectAt("count")) == QStringLiteral("function count_one_more"));
}

TEST_CASE("a paused coroutine's box has a row for what it awaits; the iterator that stands for it is drawn with the bytes only", "[picture]") {
    auto run = recordedRun(QStringLiteral("class Later:\n    def __await__(self):\n        yield 'asked'\n"
                                          "async def wait(later):\n    await later\n"
                                          "call = wait(Later())\ncall.send(None)\nend = 0\n"));
    const uint64_t paused = stepAtLine(*run, 8, 1);
    CHECK(at(*run, paused).contains(QStringLiteral("  later -> Later#1\n  awaits -> Later#1\n")));
    CHECK_FALSE(at(*run, paused).contains(QStringLiteral("box generator")));
    CHECK_FALSE(at(*run, stepAtLine(*run, 7, 1)).contains(QStringLiteral("awaits")));
    PictureOptions options;
    options.detail = Detail::Bytes;
    CHECK(at(*run, paused, options).contains(QStringLiteral("box generator __await__")));
}

TEST_CASE("a generator's box has a row for what it yields from", "[picture]") {
    auto run = recordedRun(QStringLiteral("def inner():\n    yield 1\n"
                                          "def outer():\n    for n in [1]:\n        yield from inner()\n"
                                          "walk = outer()\nnext(walk)\nend = 0\n"));
    CHECK(at(*run, stepAtLine(*run, 8, 1)).contains(QStringLiteral("  yields from -> ")));
    CHECK_FALSE(at(*run, stepAtLine(*run, 7, 1)).contains(QStringLiteral("yields from")));
}

TEST_CASE("a generator that has paused at a yield awaits nothing, whatever its loop holds", "[picture]") {
    auto run = recordedRun(QStringLiteral("async def numbers(given):\n    async for n in given:\n        yield n\n"
                                          "def pairs(given):\n    for n in given:\n        yield n\n"
                                          "async def one():\n    yield 1\n"
                                          "asked = numbers(one()).__anext__()\n"
                                          "try:\n    asked.send(None)\nexcept StopIteration:\n    pass\n"
                                          "walk = pairs(pairs([1]))\nnext(walk)\nend = 0\n"));
    CHECK_FALSE(at(*run, stepAtLine(*run, 16, 1)).contains(QStringLiteral("awaits")));
}
