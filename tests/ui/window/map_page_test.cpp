// SPDX-License-Identifier: GPL-3.0-or-later
// The Map page in the window: by mouse and by keys, at any width.
#include "app/window/inspector_panel.h"
#include "tests/ui/window/window_bench.h"
#include "ui/views/inspector/map_canvas.h"
#include "ui/views/inspector/map_view.h"

using namespace memtape;

namespace {

const char* const lists = "rows = []\nfor n in range(5):\n    rows.append([n, n + 1])\nend = 0\n";

}

TEST_CASE("a block of the map leads to its object, with keys only", "[window][map][keyboard]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(lists));
    bench.act(ActionId::Last);
    bench.act(ActionId::Map);
    auto& page = bench.window->views().of<MapView>();
    REQUIRE(page.isVisible());
    REQUIRE(page.figures());
    MapCanvas& canvas = page.canvas();
    qsizetype wanted = -1;
    for (qsizetype i = 0; i < canvas.spots().size() && wanted < 0; ++i)
        if (canvas.spots()[i].kind == MapCanvas::Spot::Kind::Block && canvas.spots()[i].block.ofProgram && canvas.spots()[i].block.object) wanted = i;
    REQUIRE(wanted >= 0);
    canvas.setFocus();
    for (qsizetype i = 0; i <= wanted; ++i) QTest::keyClick(&canvas, Qt::Key_Right);
    CHECK(canvas.accessibleDescription() == canvas.describe(canvas.spots()[wanted]));
    QTest::keyClick(&canvas, Qt::Key_Return);
    CHECK(bench.window->bench().selection.object() == canvas.spots()[wanted].block.object);
    CHECK(page.isVisible());
    // and by a click
    bench.window->bench().selection.clear();
    QTest::mouseClick(&canvas, Qt::LeftButton, Qt::NoModifier, canvas.spots()[wanted].rect.center().toPoint());
    CHECK(bench.window->bench().selection.object() == canvas.spots()[wanted].block.object);
}

TEST_CASE("the map fits the width that it is given, and says what each spot is", "[window][map]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(lists));
    bench.act(ActionId::Last);
    bench.act(ActionId::Map);
    auto& page = bench.window->views().of<MapView>();
    for (int width : {1600, 1024, 800}) {
        bench.window->resize(width, 800);
        QApplication::processEvents();
        REQUIRE(page.isVisible());
        MapCanvas& canvas = page.canvas();
        CHECK(canvas.width() <= page.viewport()->width());
        for (const MapCanvas::Spot& spot : canvas.spots()) {
            CHECK(spot.rect.left() >= 0);
            CHECK(spot.rect.right() <= canvas.width());
            CHECK(spot.rect.bottom() <= canvas.height());
            CHECK_FALSE(canvas.describe(spot).isEmpty());
        }
    }
}

TEST_CASE("a map that is closed costs nothing, and without a recording there is none", "[window][map]") {
    WindowBench bench;
    auto& page = bench.window->views().of<MapView>();
    bench.open(QString::fromLatin1(lists));
    bench.act(ActionId::Last);
    CHECK_FALSE(page.figures());
    bench.act(ActionId::Map);
    CHECK(page.figures());
    bench.act(ActionId::New);
    CHECK_FALSE(page.figures());
    CHECK(page.canvas().isHidden());
}
