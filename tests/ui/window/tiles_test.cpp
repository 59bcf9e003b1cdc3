// SPDX-License-Identifier: GPL-3.0-or-later
// The tiles of a group of like objects, by keyboard and from the Heap page.
#include <QLineEdit>
#include <QTreeView>

#include "tests/ui/window/window_bench.h"
#include "ui/models/heap/heap_model.h"
#include "ui/scene/groups/tile_grid.h"
#include "ui/views/inspector/heap_view.h"

using namespace memtape;

namespace {

struct TileBench : WindowBench {
    TileBench() {
        open(QStringLiteral("rows = []\nfor n in range(240):\n    rows.append([n + 1000])\nend = 0\n"));
        act(ActionId::Last);
        REQUIRE(group());
    }
    Canvas& canvas = window->views().of<Canvas>();
    const GroupPicture* group() const {
        for (const BoxPicture& box : canvas.picture().boxes)
            if (box.group) return box.group.get();
        return nullptr;
    }
    qsizetype selected() { return group()->placeOf(window->bench().selection.object()); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ShiftModifier) {
        QTest::keyClick(view(), key, modifiers);
        QApplication::processEvents();
    }
    bool isInSight(ObjectId id) {
        const QRectF place = canvas.scene().rectOf(id);
        return !place.isNull() && canvas.view().viewport()->rect().contains(canvas.view().mapFromScene(place.center()));
    }
};

}

TEST_CASE("the selection comes to a group's tiles and goes among them by keys", "[window][groups][keyboard]") {
    TileBench bench;
    for (int i = 0; i < 40 && bench.selected() < 0; ++i) bench.act(ActionId::NextObject);
    REQUIRE(bench.selected() >= 0);
    while (bench.selected() > 0) bench.press(Qt::Key_Left);
    const int columns = TileGrid(bench.group()->members.size()).columns();
    const quint64 step = bench.cursor().step();
    bench.press(Qt::Key_Right);
    CHECK(bench.selected() == 1);
    bench.press(Qt::Key_Down);
    CHECK(bench.selected() == 1 + columns);
    CHECK(bench.isInSight(bench.window->bench().selection.object()));
    bench.press(Qt::Key_Left);
    bench.press(Qt::Key_Up);
    CHECK(bench.selected() == 0);
    bench.press(Qt::Key_Up); // at the edge
    bench.press(Qt::Key_Left);
    CHECK(bench.selected() == 0);
    for (int i = 0; i < 60; ++i) bench.press(Qt::Key_Down);
    for (int i = 0; i < 60; ++i) bench.press(Qt::Key_Right);
    CHECK(bench.selected() == bench.group()->members.size() - 1);
    CHECK(bench.cursor().step() == step); // no key of these has stepped
    bench.act(ActionId::NextObject);
    bench.act(ActionId::PreviousObject);
    CHECK(bench.selected() == 0); // from elsewhere it comes to the first
    bench.press(Qt::Key_Left, Qt::NoModifier);
    CHECK(bench.cursor().step() == step - 1);
}

TEST_CASE("a tile is opened by a key, and is a box then", "[window][groups][keyboard]") {
    TileBench bench;
    const ObjectId third = bench.group()->members[3].id;
    bench.window->bench().selection.select(third);
    bench.press(Qt::Key_Return);
    CHECK(bench.group()->opened == QSet<ObjectId>{third});
    CHECK(bench.canvas.scene().boxesInOrder().contains(third));
    bench.press(Qt::Key_Return);
    CHECK(bench.group()->opened.size() == 1);
}

TEST_CASE("without a tile selected the keys mean nothing, and none is pressed by chance", "[window][groups][keyboard]") {
    TileBench bench;
    bench.window->bench().selection.clear();
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Return);
    CHECK(bench.window->bench().selection.isEmpty());
    CHECK(bench.group()->opened.isEmpty());
}

TEST_CASE("the Heap page finds a member of a group, and the picture shows its tile", "[window][groups][heap]") {
    TileBench bench;
    bench.act(ActionId::HeapList);
    auto& heap = bench.window->views().of<HeapView>();
    heap.searchField().setText(QStringLiteral("[1217]"));
    REQUIRE(QTest::qWaitFor([&] { return !heap.model().isSearching(); }));
    QApplication::processEvents();
    QTreeView& tree = heap.tree();
    const QModelIndex lists = tree.model()->index(0, 0);
    tree.setFocus();
    tree.setCurrentIndex(lists);
    QTest::keyClick(&tree, Qt::Key_Right); // opens them
    INFO(tree.model()->rowCount() << " rows, the first is " << lists.data().toString());
    REQUIRE(tree.model()->rowCount(lists) == 1);
    QTest::keyClick(&tree, Qt::Key_Down);
    QTest::keyClick(&tree, Qt::Key_Return);
    QApplication::processEvents();
    CHECK(bench.selected() == 217);
    CHECK(bench.isInSight(bench.window->bench().selection.object()));
}
