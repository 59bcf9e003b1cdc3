// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/models/sentences/happened_text.h"

using namespace memtape;

namespace {

StepText text(Run& run, uint64_t step) { return HappenedText::describe(run, step); }

}

TEST_CASE("an attribute set to an existing object says that nothing was copied", "[happened]") {
    auto run = linkedListRun();
    StepText said = text(*run, stepAtLine(*run, 9, 3));
    REQUIRE(said.justTitle == QStringLiteral("Just ran line 8:  node.next = head"));
    REQUIRE(
        said.justBody ==
        QStringLiteral(
            "Attribute next of the Node (30) now refers to the Node (20), no longer to None. It is the object of the name head: nothing was copied. "
            "Node (20): 3 references = 2 names + 1 attribute."));
    REQUIRE(said.nextTitle == QStringLiteral("Next, line 9:  return node"));
    REQUIRE(said.nextBody == QStringLiteral("The call of push will end and its frame will go; the object that it returns stays: the Node (30)."));
}

TEST_CASE("before the first line nothing has run, and no line is called 0", "[happened]") {
    auto run = addRun();
    StepText said = text(*run, 0);
    REQUIRE(said.justTitle.isEmpty());
    REQUIRE(said.nextTitle == QStringLiteral("Next: the program begins"));
    for (uint64_t step = 0; step < run->stepCount(); ++step) {
        REQUIRE_FALSE(HappenedText::place(run->stateAt(step)->step(), run->stepCount()).contains(QStringLiteral("line 0")));
        StepText each = text(*run, step);
        REQUIRE_FALSE(each.justTitle.contains(QStringLiteral("line 0")));
        REQUIRE_FALSE(each.nextTitle.isEmpty());
    }
}

TEST_CASE("a call is said to get a frame, and its return to lose it", "[happened]") {
    auto run = addRun();
    uint64_t call = stepAtLine(*run, 2, 1) - 1;
    REQUIRE(text(*run, call).justBody.startsWith(QStringLiteral("The call of add got a frame of its own on the stack.")));
    StepText after = text(*run, stepAtLine(*run, 7, 1));
    REQUIRE(after.justTitle == QStringLiteral("Just returned from add to line 6:  total = add()"));
    REQUIRE(after.justBody.contains(QStringLiteral("The call of add returned 30; its frame and the names in it are gone.")));
    REQUIRE(after.justBody.contains(QStringLiteral("The name total now refers to 30.")));
}

TEST_CASE("output is said, and so is a collection", "[happened]") {
    auto run = addRun();
    REQUIRE(text(*run, run->stepCount() - 1).justBody.contains(QStringLiteral("Printed: 30")));
    auto lists = containerRun(3);
    REQUIRE(text(*lists, stepAtLine(*lists, 7, 1)).justBody.contains(QStringLiteral("collected by the cycle collector")));
}

namespace {

// What is said of the step that shows a line about to run: of what ran before it, or of the line.
QString just(const QString& source, uint32_t line, int time = 1) {
    auto run = recordedRun(source);
    return HappenedText::describe(*run, stepAtLine(*run, line, time)).justBody;
}
QString next(const QString& source, uint32_t line, int time = 1) {
    auto run = recordedRun(source);
    return HappenedText::describe(*run, stepAtLine(*run, line, time)).nextBody;
}

}

TEST_CASE("one print is one sentence, and output comes first", "[happened]") {
    CHECK(just(QStringLiteral("a = 1\nprint(a, 'two', [3])\nb = 0\n"), 3) == QStringLiteral("Printed: 1 two [3]"));
    CHECK(just(QStringLiteral("xs = [1]\nprint(xs.pop(), xs, sep=' / ')\nb = 0\n"), 3)
              .startsWith(QStringLiteral("Printed: 1 / []\nTaken out of the empty list")));
    CHECK(just(QStringLiteral("print()\nb = 0\n"), 2) == QStringLiteral("Printed: an empty line"));
    CHECK(just(QStringLiteral("print('a\\nb')\nb = 0\n"), 2) == QStringLiteral("Printed: a ⏎ b"));
}

TEST_CASE("a name removed from a cycle says first what became unreachable", "[happened]") {
    QString source = QStringLiteral("class Node:\n    pass\na = Node()\nb = Node()\na.to = b\nb.to = a\ndel a\ndel b\nend = 0\n");
    CHECK(just(source, 8) == QStringLiteral("The name a was removed."));
    CHECK(just(source, 9) ==
          QStringLiteral("Unreachable, but alive: the Node, the Node. No name leads to them any more; only the cycle collector can "
                         "take them. The name b was removed."));
    CHECK(next(source, 8) == QStringLiteral("The name b will be removed. Its object has other references and is not released by that: the Node."));
}

TEST_CASE("a release says what the last reference was, and what went with it", "[happened]") {
    CHECK(
        just(QStringLiteral("a = [[1], [2]]\ndel a\nend = 0\n"), 3) ==
        QStringLiteral("Released, its count reached 0: the list of 2. Its last reference was the name a. With it went the list of 1, the list of 1. "
                       "The name a was removed."));
    CHECK(just(QStringLiteral("a = b = [1]\ndel a\nend = 0\n"), 3) ==
          QStringLiteral("The name a was removed. Its object stays: the name b refers to it too."));
}

TEST_CASE("aliases see a change, and nothing is copied", "[happened]") {
    QString source = QStringLiteral("a = [1, 2]\nb = a\nb.append(3)\nb[0] = 9\nb = None\nend = 0\n");
    CHECK(just(source, 3) == QStringLiteral("The name b now refers to the list of 2. It is the object of the name a: nothing was copied. "
                                            "list of 2: 2 references = 2 names."));
    CHECK(just(source, 4) == QStringLiteral("New in the list of 3: item 2, which refers to 3. One and the same list is seen through a, b, so the "
                                            "change shows in all of them."));
    CHECK(just(source, 5).startsWith(
        QStringLiteral("Item 0 of the list of 3 now refers to 9, no longer to 1. One and the same list is seen through a, b,")));
    CHECK(just(source, 6) == QStringLiteral("The name b now refers to None, no longer to the list of 3."));
}

TEST_CASE("rows that are one list show a change in each of them", "[happened]") {
    CHECK(just(QStringLiteral("grid = [[0] * 2] * 2\ngrid[0][1] = 5\nend = 0\n"), 3) ==
          QStringLiteral(
              "Item 1 of the list of 2 now refers to 5, no longer to 0. One and the same list is seen through grid[0], grid[1], so the change "
              "shows in all of them."));
    CHECK(just(QStringLiteral("class A:\n    n = 0\na = A()\nd = {'k': a}\na.x = 1\nA.n = 7\nend = 0\n"), 6)
              .endsWith(QStringLiteral("One and the same A is seen through a, d['k'], so the change shows in all of them.")));
    CHECK(just(QStringLiteral("class A:\n    n = 0\nA.n = 7\nend = 0\n"), 4) ==
          QStringLiteral("Attribute n of the class A now refers to 7, no longer to 0."));
}

TEST_CASE("what is emptied of many items is told by their number", "[happened]") {
    CHECK(just(QStringLiteral("cache = {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5}\ncache.clear()\nend = 0\n"), 3)
              .startsWith(QStringLiteral("The dict seen through cache was emptied: it held 5 items.")));
    CHECK(just(QStringLiteral("xs = [[], [], [], [], [], []]\nys = xs\nxs[:] = []\nend = 0\n"), 4)
              .contains(QStringLiteral("The list seen through xs was emptied: it held 6 items. One and the same list is seen through xs, ys,")));
    CHECK(just(QStringLiteral("s = {1}\ns.clear()\nend = 0\n"), 3) == QStringLiteral("Taken out of the empty set: 1."));
}

TEST_CASE("the end of a loop is a change: its iterator goes", "[happened]") {
    QString source = QStringLiteral("xs = [1]\nfor x in xs:\n    x = 0\nend = 0\n");
    CHECK(just(source, 3).contains(QStringLiteral("The running line holds for now: a new list iterator.")));
    CHECK(just(source, 4) == QStringLiteral("The running line no longer holds: the list iterator."));
    CHECK(just(QStringLiteral("x = 1\nx = x\nend = 0\n"), 3) == QStringLiteral("Nothing changed in memory."));
}

TEST_CASE("a caught exception is told in the line that caught it", "[happened]") {
    QString source = QStringLiteral("try:\n    [][1]\nexcept KeyError:\n    x = 1\nexcept IndexError:\n    x = 2\nend = 0\n");
    CHECK(just(source, 3) ==
          QStringLiteral("The exception IndexError waits for a handler here. Released, its count reached 0: the empty list. Only the "
                         "running line still held it."));
    CHECK(just(source, 5) == QStringLiteral("Nothing changed in memory."));
    CHECK(just(source, 6) == QStringLiteral("The exception IndexError was caught, so the program goes on here."));
    CHECK(just(source, 7) ==
          QStringLiteral("The exception IndexError has been dealt with. Released, their counts reached 0: the IndexError, the tuple of 1. "
                         "The name x now refers to 2."));
}

TEST_CASE("a frame that an exception leaves does not return", "[happened]") {
    auto run = recordedRun(QStringLiteral("def f():\n    1 / 0\nf()\n"));
    uint64_t last = run->stepCount() - 1; // the module's return; before it its exception, and the return of f
    CHECK(HappenedText::describe(*run, last).nextTitle == QStringLiteral("Next: the program ends by ZeroDivisionError"));
    CHECK(HappenedText::describe(*run, last - 1).justTitle == QStringLiteral("ZeroDivisionError has left f, back in line 3:  f()"));
    CHECK(HappenedText::describe(*run, last - 1).justBody.contains(QStringLiteral("The call of f was left by the exception ZeroDivisionError")));
    CHECK(HappenedText::describe(*run, last - 2).nextTitle == QStringLiteral("Next: ZeroDivisionError leaves f"));
}

TEST_CASE("a generator begins, pauses, and goes on", "[happened]") {
    auto run = recordedRun(QStringLiteral("def g():\n    yield 1\n    yield 2\nn = g()\na = next(n)\nb = next(n)\nend = 0\n"));
    auto said = [&](uint32_t line) { return HappenedText::describe(*run, stepAtLine(*run, line)); };
    CHECK(said(5).justBody.startsWith(QStringLiteral("The name n now refers to a new generator g.")));
    CHECK(said(6).justBody.startsWith(QStringLiteral("The call of g handed out 1 and paused; its frame waits in the heap.")));
    StepText begins = HappenedText::describe(*run, stepAtLine(*run, 5) + 1), goesOn = HappenedText::describe(*run, stepAtLine(*run, 6) + 1);
    CHECK(begins.justBody.startsWith(QStringLiteral("The call of g begins to run;")));
    CHECK(goesOn.justBody.startsWith(QStringLiteral("The call of g goes on where it paused;")));
    CHECK(goesOn.nextTitle == QStringLiteral("Next: g goes on where it paused"));
    CHECK(HappenedText::describe(*run, stepAtLine(*run, 6) - 1).nextTitle == QStringLiteral("Next: g hands out 1 and pauses"));
}

TEST_CASE("what is next is said of the line itself", "[happened]") {
    QString source = QStringLiteral("a = [1]\nb = a\nn = 5\nn += 1\na += [2]\na[0] = n\na, b = b, a\nc = len(a)\nfor x in a: pass\nif n > 3: n = 0\n"
                                    "import math\nd = {\n    1: 2,\n}\na.append(3)\ndef f(): pass\nf()\n");
    CHECK(next(source, 1) == QStringLiteral("A new list will be made, and a will refer to it."));
    CHECK(next(source, 2) == QStringLiteral("b will refer to the same object as a: the list of 1. Nothing will be copied."));
    CHECK(next(source, 3) == QStringLiteral("n will refer to the object 5."));
    CHECK(next(source, 4) == QStringLiteral("First n + 1 is worked out; then n will refer to the result. The object before stays as it is: 5."));
    CHECK(next(source, 5) == QStringLiteral("The object itself will be changed by +=, for all names that refer to it: the list of 1."));
    CHECK(next(source, 6) == QStringLiteral("a[0] will refer to the same object as n: 6."));
    CHECK(next(source, 7).startsWith(QStringLiteral("First the whole right side is worked out: b, a.")));
    CHECK(next(source, 8) == QStringLiteral("First the built-in len is called; it needs no frame. Then c will refer to what it returns."));
    CHECK(next(source, 9).startsWith(QStringLiteral("The next item of a comes to x; when there is none left, the loop ends.")));
    CHECK(next(source, 10) == QStringLiteral("The condition n > 3 is tested: what follows it runs only if it is true."));
    CHECK(next(source, 11) == QStringLiteral("The module math will be loaded, unless it is already; math will refer to it."));
    CHECK(next(source, 12) == QStringLiteral("A new dict will be made, and d will refer to it."));
    CHECK(next(source, 15) == QStringLiteral("The method append is called on the list of 2, which it may change."));
    CHECK(next(source, 17) == QStringLiteral("The function f is called: a frame of its own goes on the stack."));
}
