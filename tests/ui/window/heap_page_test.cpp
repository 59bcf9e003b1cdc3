// SPDX-License-Identifier: GPL-3.0-or-later
// The Heap page in the window: by mouse and by keys, only while it is in sight, and as it was left.
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>

#include "app/window/inspector_panel.h"
#include "tests/ui/window/window_bench.h"
#include "ui/models/heap/heap_model.h"
#include "ui/views/inspector/heap_view.h"
#include "ui/views/inspector/inspector_view.h"

using namespace memtape;

namespace {

const char* const rows = "rows = []\nfor n in range(5):\n    rows.append([n, n + 1])\nend = 0\n";

QToolButton* buttonNamed(QWidget& where, const QString& name) {
    for (auto* button : where.findChildren<QToolButton*>())
        if (button->accessibleName() == name) return button;
    return nullptr;
}

}

TEST_CASE("a page of the inspector counts nothing while it is closed", "[window][heap]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(rows));
    auto& heap = bench.window->views().of<HeapView>();
    int shown = 0;
    QObject::connect(&heap.model(), &HeapModel::figuresChanged, [&] { ++shown; });
    bench.act(ActionId::Last);
    bench.act(ActionId::First);
    CHECK(shown == 0);
    bench.act(ActionId::HeapList);
    CHECK(shown == 1);
    bench.act(ActionId::Step);
    CHECK(shown == 2);
    bench.act(ActionId::Inspector); // closes it
    bench.act(ActionId::Step);
    CHECK(shown == 2);
}

TEST_CASE("from the heap's rows to an object, with keys only", "[window][heap][keyboard]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(rows));
    bench.act(ActionId::Last);
    bench.act(ActionId::HeapList);
    auto& heap = bench.window->views().of<HeapView>();
    REQUIRE(heap.isVisible());
    CHECK(heap.searchField().hasFocus() == bench.window->isActiveWindow());
    QTreeView& tree = heap.tree();
    tree.setFocus();
    tree.setCurrentIndex(tree.model()->index(0, 0));
    QTest::keyClick(&tree, Qt::Key_Right); // opens the lists
    REQUIRE(tree.model()->rowCount(tree.model()->index(0, 0)) == 6);
    QTest::keyClick(&tree, Qt::Key_Down);
    QTest::keyClick(&tree, Qt::Key_Down);
    QTest::keyClick(&tree, Qt::Key_Return);
    REQUIRE_FALSE(bench.window->bench().selection.isEmpty());
    CHECK(heap.model().row(tree.currentIndex())->object == bench.window->bench().selection.object());
    CHECK(heap.isVisible()); // the page stays
}

TEST_CASE("a mark tells what came since, and goes when the program is recorded again", "[window][heap]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(rows));
    bench.act(ActionId::First);
    bench.act(ActionId::HeapList);
    auto& heap = bench.window->views().of<HeapView>();
    QToolButton* mark = buttonNamed(heap, QStringLiteral("Mark this step"));
    REQUIRE(mark);
    mark->click();
    CHECK(bench.cursor().mark() == uint64_t(0));
    bench.act(ActionId::Last);
    CHECK(mark->text() == QStringLiteral("since 0"));
    CHECK(heap.model().row(heap.model().index(0, 0))->came == 6);
    CHECK_FALSE(heap.tree().isColumnHidden(HeapModel::Since));
    bench.act(ActionId::Record);
    bench.wait();
    CHECK_FALSE(bench.cursor().mark());
    CHECK(heap.tree().isColumnHidden(HeapModel::Since));
}

TEST_CASE("the page that was open is open again, and what is selected anew is told by the first page", "[window][heap]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(rows));
    bench.act(ActionId::HeapList);
    bench.window->close();
    bench.window = std::make_unique<MainWindow>(makeSessionRunner(), bench.settings);
    bench.window->show();
    CHECK(bench.window->views().of<HeapView>().isVisible());
    bench.open(QString::fromLatin1(rows));
    bench.act(ActionId::Last);
    bench.act(ActionId::Inspector);
    REQUIRE(bench.window->findChild<InspectorPanel*>()->isHidden());
    bench.act(ActionId::NextObject);
    CHECK(bench.window->views().of<InspectorView>().isVisible());
}
