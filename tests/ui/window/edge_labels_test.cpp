// SPDX-License-Identifier: GPL-3.0-or-later
// What the view says of what lies beyond its edges.
#include <QScrollBar>

#include "tests/ui/window/window_bench.h"

using namespace memtape;

namespace {

// Lists, more than the view has room for, each with a name.
QString manyLists() {
    QString text;
    for (int i = 0; i < 24; ++i) text += QStringLiteral("v%1 = [[%1], [%1], [%1], [%1]]\n").arg(i);
    return text + QStringLiteral("v23.append([5])\nend = 1\n");
}

struct EdgeBench : WindowBench {
    EdgeBench() {
        window->resize(1100, 700);
        open(manyLists());
        act(ActionId::Follow); // off: nothing is moved but by the test
        act(ActionId::Last);
        memoryView().home();
    }
    MemoryView& memoryView() { return window->views().of<Canvas>().view(); }
    MemoryScene& scene() { return window->views().of<Canvas>().scene(); }
    QRect heapPart() {
        QRect part = memoryView().viewport()->rect();
        part.setLeft(memoryView().stackEdge());
        return part;
    }
    bool isSeen(ObjectId id) { return memoryView().mapFromScene(scene().rectOf(id)).boundingRect().intersects(heapPart()); }
    ObjectId objectOf(const QString& name) { return document().run()->readingAt(cursor().step())->objectAt(name.toStdString()); }
};

}

TEST_CASE("an arrow that leaves the view ends at its edge in a label of what it leads to", "[window][edge]") {
    EdgeBench bench;
    const QVector<EdgeLabel> labels = bench.memoryView().edgeLabels();
    REQUIRE_FALSE(labels.isEmpty());
    for (const EdgeLabel& label : labels) {
        INFO(qPrintable(label.text));
        CHECK_FALSE(bench.isSeen(label.target));
        CHECK(label.text.contains(QStringLiteral("list")));
        CHECK(QRectF(bench.heapPart()).contains(label.rect));
    }
    for (qsizetype i = 0; i < labels.size(); ++i)
        for (qsizetype j = i + 1; j < labels.size(); ++j) CHECK_FALSE(labels[i].rect.intersects(labels[j].rect));
}

TEST_CASE("so does one that runs straight from the stack beyond the other edge", "[window][edge]") {
    EdgeBench bench;
    bench.open(QStringLiteral("far = [1]\nend = 1\n"));
    bench.act(ActionId::Last);
    const ObjectId far = bench.objectOf(QStringLiteral("far"));
    Q_EMIT bench.scene().pinRequested(far, QPointF(560, bench.scene().rectOf(far).top()));
    QApplication::processEvents();
    for (double zoom = 1.2; zoom < 4 && bench.isSeen(far); zoom += 0.2) bench.memoryView().setZoom(zoom, QPointF(0, 0));
    REQUIRE_FALSE(bench.isSeen(far));
    const QVector<EdgeLabel> labels = bench.memoryView().edgeLabels();
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].target == far);
    CHECK(labels[0].side == Side::Right);
}

TEST_CASE("so does one that goes down in the stack's column, and never comes to the heap that is seen", "[window][edge]") {
    EdgeBench bench;
    bench.window->resize(1000, 650);
    bench.open(QStringLiteral(
        "matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nclass Node:\n    def __init__(self, value, next=None):\n        self.value = value\n"
        "        self.next = next\nchain = Node(1, Node(2, Node(3)))\nages = {'kim': 31, 'lee': 28}\nprint(ages['park'])\n"));
    bench.act(ActionId::Last);
    ObjectId error;
    for (const BoxPicture& box : bench.scene().picture().boxes)
        if (box.type == QStringLiteral("KeyError")) error = box.id;
    REQUIRE(error);
    REQUIRE_FALSE(bench.isSeen(error));
    const QVector<EdgeLabel> labels = bench.memoryView().edgeLabels();
    const auto label = std::find_if(labels.begin(), labels.end(), [&](const EdgeLabel& each) { return each.target == error; });
    REQUIRE(label != labels.end());
    CHECK(label->side == Side::Bottom);
    CHECK(label->ink == Ink::Error);
}

TEST_CASE("a click on a label at the edge leads to what its arrow leads to", "[window][edge]") {
    EdgeBench bench;
    const QVector<EdgeLabel> labels = bench.memoryView().edgeLabels();
    REQUIRE_FALSE(labels.isEmpty());
    const EdgeLabel label = labels.last();
    QTest::mouseClick(bench.memoryView().viewport(), Qt::LeftButton, Qt::NoModifier, label.rect.center().toPoint());
    CHECK(bench.isSeen(label.target));
    for (const EdgeLabel& other : bench.memoryView().edgeLabels()) CHECK((other.target != label.target || other.arrows == 0));
}

TEST_CASE("what the step changed out of sight is told at the foot, and a key leads from one to the next", "[window][edge]") {
    EdgeBench bench;
    bench.act(ActionId::Back); // before the last line: v23 has just changed, and a list was made
    bench.memoryView().home();
    ObjectId changed = bench.objectOf(QStringLiteral("v23"));
    REQUIRE(bench.scene().picture().findBox(changed));
    REQUIRE_FALSE(bench.isSeen(changed));
    const QVector<EdgeLabel> labels = bench.memoryView().edgeLabels();
    auto line = std::find_if(labels.begin(), labels.end(), [](const EdgeLabel& label) { return label.arrows == 0; });
    REQUIRE(line != labels.end());
    CHECK(line->text.contains(QStringLiteral("changed out of sight")));
    CHECK(line->text.contains(QString::number(bench.memoryView().changedOutOfSight().size())));
    QSet<ObjectId> found;
    for (int i = 0; i < 4; ++i) {
        bench.act(ActionId::ChangedOutOfSight);
        if (bench.isSeen(changed)) found.insert(changed);
    }
    CHECK(found.contains(changed));
}

TEST_CASE("where all is in sight the edges say nothing", "[window][edge]") {
    WindowBench bench;
    bench.window->resize(1200, 800);
    bench.open(QStringLiteral("a = [1]\nb = [a]\nend = 1\n"));
    bench.act(ActionId::Last);
    CHECK(bench.window->views().of<Canvas>().view().edgeLabels().isEmpty());
}
