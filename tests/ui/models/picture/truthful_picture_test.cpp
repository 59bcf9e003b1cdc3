// SPDX-License-Identifier: GPL-3.0-or-later
// What must not mislead, counted over every step of real programs.
#include <QCoreApplication>
#include <QRegularExpression>
#include <QTranslator>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/heap/heap_groups.h"
#include "ui/models/picture/just_run.h"
#include "ui/models/picture/passing_error.h"
#include "ui/models/picture/picture.h"
#include "ui/models/sentences/happened_text.h"
#include "ui/models/sentences/inspector_facts.h"
#include "ui/models/sentences/inspector_words.h"

using namespace memtape;

namespace {

// "3 references = 2 names + 1 attribute": what stands on both sides; a part without a number is one.
QPair<int, int> sidesOf(const QString& sum) {
    QStringList sides = sum.split(QStringLiteral(" = "));
    auto number = [](const QString& text) {
        auto digits = QRegularExpression(QStringLiteral("\\d+")).match(text);
        return digits.hasMatch() ? digits.captured().toInt() : 1;
    };
    int parts = 0;
    if (sides.size() > 1)
        for (const QString& part : sides[1].split(QStringLiteral(" + "))) parts += number(part);
    return {number(sides[0]), parts};
}

template <class Look> void everyStep(Look look) {
    for (const QString& name : textbookPrograms()) {
        auto run = recordedRun(programText(name));
        REQUIRE(run->stepCount() > 10);
        for (uint64_t step = 0; step < run->stepCount(); ++step) {
            INFO(name << " at step " << step);
            look(*run, step);
        }
    }
}

}

TEST_CASE("an object's generation is that of CPython's collector", "[inspector][truth]") {
    auto run = recordedRun(QStringLiteral("import gc\na = [1]\ngc.collect(0)\nb = [2]\ngc.collect(0)\ngc.collect(1)\nend = 0\n"));
    auto generation = [&](uint32_t line, int which) {
        Picture picture = buildPicture(*run, stepAtLine(*run, line), {});
        for (const Fact& fact : InspectorFacts::of(*run, stepAtLine(*run, line), picture.boxes[which].id).facts)
            if (fact.kind == Fact::Kind::Generation) return int(fact.number);
        return -1;
    };
    CHECK(generation(3, 0) == 0);
    CHECK(generation(4, 0) == 1);
    CHECK(generation(5, 1) == 0);
    CHECK(generation(6, 1) == 1);
    CHECK(generation(7, 0) == 2); // gc.get_objects(2) has both
    CHECK(generation(7, 1) == 2);
}

TEST_CASE("what happened tells the program's frames, names and objects, not the library's", "[happened][truth]") {
    QString source = QStringLiteral(
        "import random\nfrom collections import Counter\nvotes = Counter('ab')\nitems = [1, 2, 3, 4, 5, 6]\nrandom.seed(1); random.shuffle(items)\nend = 0\n");
    auto run = recordedRun(source);
    auto told = [&](uint32_t line) { return HappenedText::describe(*run, stepAtLine(*run, line)).justBody; };
    CHECK(told(4) == QStringLiteral("The name votes now refers to a new Counter of 2. Counter: 1 reference = 1 name."));
    CHECK(told(6) == QStringLiteral("The contents of the list of 6 changed."));
}

TEST_CASE("a class is called by its name, built in or not", "[picture][truth]") {
    auto run = recordedRun(QStringLiteral("from collections import deque\na = list\nclass B:\n    class C:\n        pass\nb = B.C\nend = 0\n"));
    Picture picture = buildPicture(*run, stepAtLine(*run, 7), {});
    QStringList chips;
    for (const RowPicture& row : picture.cards.first().rows) chips.append(row.ref.text);
    REQUIRE(chips ==
            QStringList{QStringLiteral("class deque"), QStringLiteral("class list"), QStringLiteral("class B"), QStringLiteral("class B.C")});
}

TEST_CASE("a suspended generator's frame lies in its box, and nowhere while it runs or is finished", "[picture][truth]") {
    auto run =
        recordedRun(QStringLiteral("def f(n):\n    for i in range(n):\n        yield i\n\ng = f(1)\nfirst = next(g)\nrest = list(g)\nend = 0\n"));
    auto rowsAt = [&](uint32_t line) {
        QStringList rows;
        for (const BoxPicture& box : buildPicture(*run, stepAtLine(*run, line), {}).boxes)
            if (box.type == QStringLiteral("generator f"))
                for (const RowPicture& row : box.rows) rows.append(row.label);
        return rows;
    };
    REQUIRE(rowsAt(6) == QStringList{QStringLiteral("n")});
    REQUIRE(rowsAt(3) == QStringList{QStringLiteral("running: its frame is on the stack")});
    REQUIRE(rowsAt(7) == QStringList{QStringLiteral("n"), QStringLiteral("i"), QStringLiteral("for … in")});
    REQUIRE(rowsAt(8) == QStringList{QStringLiteral("finished: its frame is gone")});
}

TEST_CASE("a weak reference is drawn, does not count, and loses its object", "[picture][truth]") {
    auto run = recordedRun(QStringLiteral("import weakref\nclass A:\n    pass\na = A()\nr = weakref.ref(a)\nend = 1\ndel a\nend = 2\n"));
    auto boxOf = [](const Picture& picture, const QString& type) {
        for (const BoxPicture& box : picture.boxes)
            if (box.type == type && !box.ghost) return box;
        return BoxPicture();
    };
    Picture alive = buildPicture(*run, stepAtLine(*run, 7), {});
    BoxPicture reference = boxOf(alive, QStringLiteral("ReferenceType"));
    REQUIRE(reference.rows.size() == 1);
    REQUIRE(reference.rows[0].isWeak);
    REQUIRE(reference.rows[0].ref.id == boxOf(alive, QStringLiteral("A")).id);
    REQUIRE(boxOf(alive, QStringLiteral("A")).count == QStringLiteral("1 reference"));
    Picture after = buildPicture(*run, stepAtLine(*run, 8), {});
    REQUIRE(boxOf(after, QStringLiteral("ReferenceType")).rows[0].label == QStringLiteral("its object is gone"));
}

TEST_CASE("the history of an object tells names that are gone", "[inspector][truth]") {
    auto run = recordedRun(QStringLiteral("a = [1]\nb = a\ndel a\nend = 1\n"));
    uint64_t step = stepAtLine(*run, 4);
    InspectorFacts facts = InspectorFacts::of(*run, step, buildPicture(*run, step, {}).boxes.first().id);
    QStringList told;
    for (const HistoryEvent& event : facts.history.events) told.append(InspectorWords(*run->readingAt(step)).event(event));
    INFO(told.join(QLatin1Char('|')).toStdString());
    REQUIRE(told.contains(QStringLiteral("→ named a")));
    REQUIRE(told.contains(QStringLiteral("→ named b")));
    REQUIRE(told.contains(QStringLiteral("name a removed")));
}

TEST_CASE("what an unreachable class is made of is not drawn, the class itself is, and library garbage is not", "[picture][truth]") {
    auto run = recordedRun(QStringLiteral("import weakref\nclass A:\n    def f(self):\n        return self\na = A()\na.me = a\ndel A, a\nend = 1\n"));
    Picture picture = buildPicture(*run, stepAtLine(*run, 8), {});
    REQUIRE(picture.unreachableObjects > 4);
    QStringList hatched;
    for (const BoxPicture& box : picture.boxes)
        if (box.unreachable) hatched.append(box.type);
    hatched.sort();
    REQUIRE(hatched == QStringList{QStringLiteral("A"), QStringLiteral("class A")});
}

TEST_CASE("a row's object is drawn, as a chip in place or as one box", "[picture][truth]") {
    everyStep([](Run& run, uint64_t step) {
        Picture picture = buildPicture(run, step, {});
        QSet<ObjectId> boxes;
        for (const BoxPicture& box : picture.boxes) {
            CHECK_FALSE(boxes.contains(box.id));
            boxes.insert(box.id);
        }
        auto look = [&](const RowPicture& row) {
            if (!row.ref.id) return;
            CHECK(row.ref.isChip != boxes.contains(row.ref.id));
            CHECK(row.ref.immortal == run.stateAt(step)->object(row.ref.id).immortal);
            if (row.ref.isChip) CHECK_FALSE(row.ref.text.isEmpty());
        };
        for (const CardPicture& card : picture.cards)
            for (const RowPicture& row : card.rows) look(row);
        for (const BoxPicture& box : picture.boxes)
            for (const RowPicture& row : box.rows) look(row);
    });
}

TEST_CASE("every count is the sum of named holders", "[picture][truth]") {
    everyStep([](Run& run, uint64_t step) {
        Picture picture = buildPicture(run, step, {});
        for (const BoxPicture& box : picture.boxes) {
            if (box.ghost || run.stateAt(step)->object(box.id).immortal) continue;
            ReferenceSum counted = referenceSum(*run.readingAt(step), box.id);
            QString sum = InspectorWords::sum(counted);
            INFO(box.type << ": " << sum);
            CHECK(counted.total == run.stateAt(step)->referenceCount(box.id));
            auto [whole, parts] = sidesOf(sum);
            CHECK(whole == parts);
            CHECK(sum.startsWith(box.count));
            CHECK(uint64_t(whole) == run.stateAt(step)->referenceCount(box.id));
        }
    });
}

TEST_CASE("global names are pinned above the stack, whichever frame comes first", "[picture][truth]") {
    everyStep([](Run& run, uint64_t step) {
        for (bool newestFirst : {false, true}) {
            PictureOptions options;
            options.newestFirst = newestFirst;
            Picture picture = buildPicture(run, step, options);
            REQUIRE_FALSE(picture.cards.isEmpty());
            CHECK(picture.cards.first().kind == CardPicture::Kind::GlobalNames);
            int running = 0;
            for (const CardPicture& card : picture.cards) running += card.running;
            CHECK(running == 1);
        }
    });
}

TEST_CASE("before the first line nothing is counted but the frame's own cells, and the heap figure's list adds up", "[picture][truth]") {
    everyStep([](Run& run, uint64_t step) {
        Picture picture = buildPicture(run, step, {});
        uint64_t objects = 0, bytes = 0;
        auto state = run.stateAt(step);
        for (const HeapGroup& row : HeapGroups::of(countHeap(*state, HeapShare::Program), nullptr, HeapGrouping::Type, *state)) {
            if (step == 0) CHECK(row.name == QStringLiteral("cell")); // of the module's frame, for a comprehension in it
            objects += row.count;
            bytes += row.bytes;
        }
        CHECK(objects == picture.heapObjects);
        CHECK(bytes == picture.heapBytes);
    });
}

TEST_CASE("red is for exceptions only, and a call that is over says whether it has returned", "[picture][truth]") {
    everyStep([](Run& run, uint64_t step) {
        Picture picture = buildPicture(run, step, {});
        bool raises = passingError(run, step).has_value();
        CHECK((picture.info.kind != StepKind::Exception || raises));
        for (const CardPicture& card : picture.cards)
            for (const RowPicture& row : card.rows) CHECK((row.kind != RowKind::Raised || raises || card.leftByError));
        if (picture.info.kind == StepKind::Return) {
            const CardPicture* running = nullptr;
            for (const CardPicture& card : picture.cards)
                if (card.running) running = &card;
            REQUIRE(running);
            CHECK(running->rows.last().kind == (picture.info.hasResult ? RowKind::Return : RowKind::Raised));
        }
        auto just = justRun(run, step);
        if (just && just->returned) {
            CHECK(picture.cards.last().kind == CardPicture::Kind::Gone);
            bool hadResult = run.stateAt(step - 1)->step().hasResult;
            CHECK(picture.cards.last().rows.first().label.startsWith(hadResult ? QStringLiteral("returned") : QStringLiteral("left by")));
        }
    });
}

TEST_CASE("no text speaks of line 0", "[picture][truth]") {
    static const QRegularExpression lineZero(QStringLiteral("line 0\\b"));
    everyStep([](Run& run, uint64_t step) {
        StepText text = HappenedText::describe(run, step);
        QString all =
            text.justTitle + text.justBody + text.nextTitle + text.nextBody + HappenedText::place(run.stateAt(step)->step(), run.stepCount());
        CHECK_FALSE(all.contains(lineZero));
    });
}

TEST_CASE("a change made after a call returned is told with the caller's line", "[picture][truth]") {
    auto run = recordedRun(QStringLiteral("class Box:\n    pass\n\ndef make():\n    return [1]\n\nbox = Box()\nbox.content = make()\nlast = 0\n"));
    uint64_t after = stepAtLine(*run, 9);
    auto just = justRun(*run, after);
    REQUIRE(just);
    REQUIRE(just->returned);
    REQUIRE(just->before.line == 5);
    REQUIRE(just->line == 8);
    Picture picture = buildPicture(*run, after, {});
    REQUIRE(picture.boxes.first().note == QStringLiteral("content changed by line 8"));
}

TEST_CASE("a comprehension's variable is no name of the module around it", "[picture][truth]") {
    auto run = recordedRun(QStringLiteral("early = 1\nlate = [lambda: i for i in range(3)]\nend = 2\n"));
    Picture picture = buildPicture(*run, stepAtLine(*run, 2), {});
    for (const CardPicture& card : picture.cards)
        for (const RowPicture& row : card.rows) REQUIRE(row.label != QStringLiteral("i"));
}

TEST_CASE("hidden objects and types are chips, and come back", "[picture]") {
    auto run = recordedRun(QStringLiteral("a = [1]\nb = [2]\nc = {}\nend = 0\n"));
    uint64_t step = stepAtLine(*run, 4);
    Picture all = buildPicture(*run, step, {});
    REQUIRE(all.boxes.size() == 3);
    PictureOptions options;
    options.hiddenTypes.append(run->stateAt(step)->object(all.boxes[0].id).type);
    REQUIRE(buildPicture(*run, step, options).boxes.size() == 1);
    options.hiddenTypes.clear();
    options.hidden.append(all.boxes[1].id);
    REQUIRE(buildPicture(*run, step, options).boxes.size() == 2);
    options.hidden.clear();
    REQUIRE(buildPicture(*run, step, options).boxes.size() == 3);
}

TEST_CASE("the four ways of being freed have fixed words in both languages", "[truth][translation]") {
    QTranslator korean;
    REQUIRE(korean.load(QStringLiteral(":/translations/memtape_ko.qm")));
    const struct {
        const char *context, *english, *wanted;
    } words[] = {
        {"memtape::Canvas", "name removed", "이름 삭제"},
        {"memtape::Picture", "released, its count reached 0", "객체 해제 (참조 횟수 0)"},
        {"memtape::Picture", "unreachable but alive", "도달 불가 (아직 살아 있음)"},
        {"memtape::Picture", "collected", "순환 GC 수거"},
        {"memtape::Canvas", "top of the stack", "스택의 맨 위"},
    };
    for (const auto& word : words) {
        INFO(word.english);
        CHECK(korean.translate(word.context, word.english) == QString::fromUtf8(word.wanted));
    }
}
