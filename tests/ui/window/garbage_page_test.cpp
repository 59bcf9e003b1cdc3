// SPDX-License-Identifier: GPL-3.0-or-later
// The Garbage page in the window: only while it is in sight, and from it to objects, steps and lines.
#include "tests/ui/window/window_bench.h"
#include "ui/models/garbage/garbage_model.h"
#include "ui/views/inspector/garbage/garbage_canvas.h"
#include "ui/views/inspector/garbage/garbage_view.h"

using namespace memtape;

namespace {

const char* const lost =
    "class Node:\n    pass\na, b = Node(), Node()\na.other, b.other = b, a\na = b = None\nkept = [[n] for n in range(1000, 1005)]\nend = 0\n";

using Spot = GarbageCanvas::Spot;

struct Bench : WindowBench {
    GarbageView& page() { return window->views().of<GarbageView>(); }
    void ready() {
        REQUIRE(QTest::qWaitFor([this] { return !page().model().isBusy(); }, 20000));
    }
    const Spot* spot(Spot::Kind kind, uint64_t step = 0, uint32_t line = 0) {
        for (const Spot& spot : page().canvas().spots())
            if (spot.kind == kind && (!step || spot.step == step) && (!line || spot.line.line == line)) return &spot;
        return nullptr;
    }
};

}

TEST_CASE("the Garbage page works out nothing while it is closed", "[window][garbage]") {
    Bench bench;
    bench.open(QString::fromLatin1(lost));
    int told = 0;
    QObject::connect(&bench.page().model(), &GarbageModel::changed, [&] { ++told; });
    bench.act(ActionId::Last);
    QTest::qWait(20);
    CHECK(told == 0);
    bench.act(ActionId::Garbage);
    bench.ready();
    CHECK(told > 0);
    REQUIRE(bench.page().model().report());
    CHECK(bench.page().model().report()->isWhole);
    bench.act(ActionId::Inspector); // closes it
    told = 0;
    bench.act(ActionId::First);
    QTest::qWait(20);
    CHECK(told == 0);
}

TEST_CASE("from a cycle to its object, to where it was made, and to the line that made what stays", "[window][garbage]") {
    Bench bench;
    bench.open(QString::fromLatin1(lost));
    bench.act(ActionId::Last);
    bench.act(ActionId::Garbage);
    bench.ready();
    const Spot* object = bench.spot(Spot::Kind::Object);
    REQUIRE(object);
    const ObjectId id = object->object;
    QTest::mouseClick(&bench.page().canvas(), Qt::LeftButton, {}, object->rect.center().toPoint());
    CHECK(bench.window->bench().selection.object() == id);
    REQUIRE(bench.page().model().report()->cycles.size() == 1);
    const std::optional<uint64_t> since = bench.page().model().report()->cycles[0].since; // the names were bound anew by line 5
    REQUIRE(since);
    CHECK(bench.document().run()->stateAt(*since)->unreachable().size() == 2);
    CHECK(bench.document().run()->stateAt(*since - 1)->unreachable().empty());
    const Spot* step = bench.spot(Spot::Kind::Step);
    REQUIRE(step);
    const uint64_t made = step->step;
    bench.page().canvas().choose(Spot(*step));
    CHECK(bench.cursor().step() == made);
    bench.act(ActionId::Last);
    bench.ready();
    const Spot* line = bench.spot(Spot::Kind::Line, 0, 6);
    REQUIRE(line);
    bench.page().canvas().choose(Spot(*line));
    CHECK(bench.line() == 6);
}

TEST_CASE("the Garbage page follows the cursor and its mark, with keys too", "[window][garbage][keyboard]") {
    Bench bench;
    bench.open(QString::fromLatin1(lost));
    bench.act(ActionId::First);
    bench.act(ActionId::Garbage);
    bench.ready();
    CHECK(bench.page().model().report()->collection.objects == 0);
    REQUIRE(bench.spot(Spot::Kind::Mark));
    bench.page().canvas().setFocus();
    QTest::keyClick(&bench.page().canvas(), Qt::Key_Down);
    QTest::keyClick(&bench.page().canvas(), Qt::Key_Return); // the first that can be pointed at
    CHECK(bench.cursor().mark() == bench.cursor().step());
    bench.act(ActionId::Last);
    bench.ready();
    CHECK(bench.page().model().report()->collection.objects == 2);
    CHECK(bench.page().model().report()->since == bench.cursor().mark());
    bench.act(ActionId::Record);
    bench.wait();
    bench.ready();
    CHECK(bench.page().model().report()->step == bench.cursor().step());
}
