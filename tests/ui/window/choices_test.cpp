// SPDX-License-Identifier: GPL-3.0-or-later
// What a user chooses for the picture of a program: forms, places, the direction of trees; and that it is kept with the program.
#include <QMenu>
#include <QTimer>

#include "tests/ui/window/window_bench.h"
#include "ui/scene/items/box_item.h"

using namespace memtape;

namespace {

const QString records = QStringLiteral("class Point:\n"
                                       "    def __init__(self, x, y):\n"
                                       "        self.x = x\n"
                                       "        self.y = y\n"
                                       "a = Point(1, 2)\n"
                                       "b = Point(3, 4)\n"
                                       "row = [5, 6, 7]\n"
                                       "inner = [[8], [9]]\n"
                                       "end = 1\n");

struct ChoosingBench : WindowBench {
    ChoosingBench() { window->resize(1200, 800); }
    Canvas& canvas() { return window->views().of<Canvas>(); }
    ObjectId objectOf(const QString& name) { return document().run()->readingAt(cursor().step())->objectAt(name.toStdString()); }
    const BoxItem* boxOf(const QString& name) {
        for (const BoxItem* item : canvas().scene().boxItems())
            if (item->box().id == objectOf(name)) return item;
        return nullptr;
    }
    Form formOf(const QString& name) {
        const BoxItem* box = boxOf(name);
        REQUIRE(box);
        return box->form().form;
    }
    // Through the context menu of what the name refers to.
    void choose(const QString& name, const QString& submenu, const QString& entry) {
        bool chosen = false;
        QTimer::singleShot(100, [&] { // the menu opens when what was asked for is taken up
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu) return;
            for (QMenu* forming : menu->findChildren<QMenu*>())
                for (QAction* action : forming->actions())
                    if (forming->title() == submenu && action->text() == entry) {
                        action->trigger();
                        chosen = true;
                    }
            menu->close();
        });
        Q_EMIT canvas().scene().menuRequested(objectOf(name), std::nullopt, QPoint(10, 10));
        REQUIRE(QTest::qWaitFor([&] { return chosen && !QApplication::activePopupWidget(); }, 5000));
    }
};

}

TEST_CASE("a box has the form that was chosen for it, until the choice is taken back", "[window][choices]") {
    ChoosingBench bench;
    bench.open(records);
    bench.act(ActionId::Last);
    const QString ofThis = QStringLiteral("Form of this object");
    REQUIRE(bench.formOf(QStringLiteral("a")) == Form::Card);
    bench.choose(QStringLiteral("a"), ofThis, QStringLiteral("Cells side by side"));
    CHECK(bench.formOf(QStringLiteral("a")) == Form::Node);
    CHECK(bench.formOf(QStringLiteral("b")) == Form::Card);
    bench.choose(QStringLiteral("a"), ofThis, QStringLiteral("As fits best"));
    CHECK(bench.formOf(QStringLiteral("a")) == Form::Card);
    REQUIRE(bench.formOf(QStringLiteral("row")) == Form::Row);
    bench.choose(QStringLiteral("row"), ofThis, QStringLiteral("A cell on each line"));
    CHECK(bench.formOf(QStringLiteral("row")) == Form::Column);
    REQUIRE(bench.formOf(QStringLiteral("inner")) == Form::Column);
    bench.choose(QStringLiteral("inner"), ofThis, QStringLiteral("Cells side by side"));
    CHECK(bench.formOf(QStringLiteral("inner")) == Form::Row);
}

TEST_CASE("a form can be chosen for all objects of a type; an object's own counts more", "[window][choices]") {
    ChoosingBench bench;
    bench.open(records);
    bench.act(ActionId::Last);
    bench.choose(QStringLiteral("a"), QStringLiteral("Form of every Point"), QStringLiteral("Cells side by side"));
    CHECK(bench.formOf(QStringLiteral("a")) == Form::Node);
    CHECK(bench.formOf(QStringLiteral("b")) == Form::Node);
    bench.choose(QStringLiteral("b"), QStringLiteral("Form of this object"), QStringLiteral("A cell on each line"));
    CHECK(bench.formOf(QStringLiteral("a")) == Form::Node);
    CHECK(bench.formOf(QStringLiteral("b")) == Form::Card);
}

TEST_CASE("what is folded shows how much it holds, and what only it refers to is not drawn", "[window][choices]") {
    ChoosingBench bench;
    bench.open(records);
    bench.act(ActionId::Last);
    qsizetype before = bench.canvas().picture().boxes.size();
    bench.choose(QStringLiteral("inner"), QStringLiteral("Form of this object"), QStringLiteral("Folded"));
    const BoxItem* box = bench.boxOf(QStringLiteral("inner"));
    REQUIRE(box);
    REQUIRE(box->box().rows.size() == 1);
    CHECK(box->box().rows[0].kind == RowKind::More);
    CHECK(box->box().rows[0].label.contains(QLatin1Char('2')));
    CHECK(bench.canvas().picture().boxes.size() == before - 2);
}

TEST_CASE("choices are kept with the program, over a new recording and a new start", "[window][choices]") {
    ChoosingBench bench;
    bench.open(records);
    bench.act(ActionId::Last);
    bench.choose(QStringLiteral("row"), QStringLiteral("Form of this object"), QStringLiteral("A cell on each line"));
    Q_EMIT bench.canvas().scene().pinRequested(bench.objectOf(QStringLiteral("a")), QPointF(600, 300));
    QApplication::processEvents();
    const QPointF pinned = bench.boxOf(QStringLiteral("a"))->place().topLeft();
    bench.act(ActionId::TreesAcross);
    bench.act(ActionId::Record);
    bench.wait();
    bench.act(ActionId::Last);
    CHECK(bench.formOf(QStringLiteral("row")) == Form::Column);

    bench.window.reset();
    bench.window = std::make_unique<MainWindow>(makeSessionRunner(), bench.settings);
    bench.window->resize(1200, 800);
    bench.window->show();
    const QString path = bench.folder.filePath(QStringLiteral("program.py"));
    REQUIRE(bench.window->files().open(path));
    bench.wait();
    bench.act(ActionId::Last);
    CHECK(bench.formOf(QStringLiteral("row")) == Form::Column);
    CHECK(bench.boxOf(QStringLiteral("a"))->place().topLeft() == pinned);
    CHECK(bench.window->bench().actions[ActionId::TreesAcross]->isChecked());

    QFile other(bench.folder.filePath(QStringLiteral("other.py")));
    REQUIRE(other.open(QIODevice::WriteOnly));
    other.write(records.toUtf8());
    other.close();
    REQUIRE(bench.window->files().open(other.fileName()));
    bench.wait();
    bench.act(ActionId::Last);
    CHECK(bench.formOf(QStringLiteral("row")) == Form::Row);
    CHECK_FALSE(bench.window->bench().actions[ActionId::TreesAcross]->isChecked());
}
