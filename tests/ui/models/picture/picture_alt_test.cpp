// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/picture_alt.h"

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/style/text_language.h"

using namespace memtape;

namespace {

QString at(Run& run, uint64_t step) { return PictureAlt::of(*run.readingAt(step), buildPicture(run, step, {})); }
QString atLine(const char* source, uint32_t line) {
    auto run = recordedRun(QString::fromUtf8(source));
    return at(*run, stepAtLine(*run, line));
}

}

TEST_CASE("a picture in words has the stack's names and the heap's boxes", "[picture]") {
    auto run = linkedListRun();
    CHECK(at(*run, stepAtLine(*run, 9, 3)) ==
          QStringLiteral("Stack: Global names (a dict) – head refers to Node (20), n is 30; module – for … in: tuple iterator; "
                         "push(head, value), running – head refers to Node (20), value is 30, node refers to Node (30). "
                         "Heap: Node (10) – value is 10, next is None; Node (20) – value is 20, next refers to Node (10); "
                         "Node (30) – value is 30, next refers to Node (20)."));
}

TEST_CASE("items are told by their places, entries by their keys", "[picture]") {
    CHECK(atLine("xs = [1, 'a']\nd = {'k': xs}\nend = 1\n", 3) ==
          QStringLiteral("Stack: Global names (a dict) – xs refers to list of 2, d refers to dict. "
                         "Heap: list of 2 – 1, 'a'; dict – 'k' refers to list of 2."));
}

TEST_CASE("boxes that read alike are numbered", "[picture]") {
    CHECK(atLine("a = [1]\nb = [a]\nend = 1\n", 3)
              .contains(QStringLiteral("b refers to list of 1 no. 2. Heap: list of 1 no. 1 – 1; "
                                       "list of 1 no. 2 – a reference to list of 1 no. 1.")));
}

TEST_CASE("what a call hands back, what has just gone and what is lost is said", "[picture]") {
    auto run = addRun();
    CHECK(at(*run, stepAtLine(*run, 4) + 1).contains(QStringLiteral("add(), running – a is 10, b is 20, returns 30")));
    CHECK(at(*run, stepAtLine(*run, 7)).contains(QStringLiteral("add(), just returned")));
    CHECK(atLine("a = []\na.append(a)\na = 1\nend = 1\n", 4)
              .contains(QStringLiteral("Heap: list of 1, unreachable – a reference to list of 1, unreachable.")) == false);
    CHECK(atLine("a = []\na.append(a)\na = 1\nend = 1\n", 4).contains(QStringLiteral("Heap: list of 1, unreachable – a reference to list of 1.")));
    CHECK(atLine("a = [1]\na = 2\nend = 1\n", 3).contains(QStringLiteral("Heap: list, just released")));
}

TEST_CASE("where nothing is there, that is said", "[picture]") {
    CHECK(atLine("a = 1\n", 1) == QStringLiteral("Stack: empty. Heap: no objects drawn as boxes."));
}

TEST_CASE("a large picture is told in part", "[picture]") {
    QString lines;
    for (int i = 0; i < 60; ++i) lines += QStringLiteral("a%1 = [%1]\n").arg(i); // each line makes its own: they are no group
    auto run = recordedRun(lines + QStringLiteral("end = 1\n"));
    const QString text = at(*run, stepAtLine(*run, 61));
    CHECK(text.size() < 1500);
    CHECK(text.contains(QStringLiteral(" more objects; ")));
    auto large = recordedRun(QStringLiteral("xs = [[i] for i in range(1000)]\nend = 1\n"));
    CHECK(at(*large, stepAtLine(*large, 2)).contains(QStringLiteral("0 … 999 refer to list × 1\u00A0000")));
    auto deep = recursionRun(40);
    CHECK(at(*deep, deep->stepCount() - 1).size() < 1500);
}

TEST_CASE("it is told in the reader's language", "[picture]") {
    auto run = addRun();
    const TextLanguageScope korean(QStringLiteral("ko"));
    CHECK(at(*run, stepAtLine(*run, 4)).startsWith(QStringLiteral("스택: ")));
    CHECK(at(*run, stepAtLine(*run, 4)).contains(QStringLiteral("add(), 실행 중 – a: 값 10")));
}
