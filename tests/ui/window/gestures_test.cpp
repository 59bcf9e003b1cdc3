// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse does in the picture; the stack that stays in sight; the sheet of keys.
#include <QGraphicsItem>
#include <QLabel>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QScrollBar>
#include <QWheelEvent>

#include "app/window/key_sheet.h"
#include "tests/ui/window/window_bench.h"
#include "ui/controls/timeline.h"
#include "ui/scene/layout/geometry.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

using namespace memtape;

namespace {

const QString chain = QStringLiteral("class Node:\n"
                                     "    def __init__(self, next):\n"
                                     "        self.next = next\n"
                                     "head = None\n"
                                     "for n in range(9):\n"
                                     "    head = Node(head)\n"
                                     "small = 12345\n"
                                     "end = 1\n");

struct PictureBench : WindowBench {
    PictureBench() { window->resize(1200, 800); }
    MemoryView& memoryView() { return window->views().of<Canvas>().view(); }
    MemoryScene& scene() { return window->views().of<Canvas>().scene(); }
    // The middle of a row's chip or dot, where it stands while nothing is scrolled.
    QPointF placeOfName(const QString& name) {
        for (qsizetype card = 0; card < scene().picture().cards.size(); ++card) {
            const CardPicture& shown = scene().picture().cards[card];
            for (int row = 0; row < shown.rows.size(); ++row)
                if (shown.rows[row].label == name) {
                    QRectF rect = scene().cardRects()[card];
                    return {rect.right() - 30, rect.top() + geometry::cardRowTop(shown, row) + metrics::rowHeight / 2};
                }
        }
        FAIL("no such name");
        return {};
    }
    ObjectId objectOf(const QString& name) { return document().run()->readingAt(cursor().step())->objectAt(name.toStdString()); }
};

}

TEST_CASE("the stack stays in sight when the heap is moved sideways, and can be clicked there", "[window][view]") {
    PictureBench bench;
    bench.open(chain);
    bench.act(ActionId::Last);
    MemoryView& view = bench.memoryView();
    view.home();
    QPoint at = view.mapFromScene(bench.placeOfName(QStringLiteral("head")));
    int edge = view.stackEdge();
    view.horizontalScrollBar()->setValue(500);
    CHECK(view.stackEdge() == edge);
    CHECK(view.mapFromScene(bench.placeOfName(QStringLiteral("head"))).x() == at.x() - 500);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, at);
    REQUIRE(bench.window->bench().selection.object());
    CHECK(bench.window->bench().selection.object() == bench.objectOf(QStringLiteral("head")));
}

TEST_CASE("an object at the right is brought into sight beside the stack, not below it", "[window][view]") {
    PictureBench bench;
    bench.open(chain);
    bench.act(ActionId::Last);
    MemoryView& view = bench.memoryView();
    ObjectId far;
    double right = 0;
    for (ObjectId id : bench.scene().boxesInOrder())
        if (bench.scene().rectOf(id).right() > right) {
            far = id;
            right = bench.scene().rectOf(id).right();
        }
    for (ObjectId id : {far, bench.objectOf(QStringLiteral("head"))}) {
        bench.window->views().of<Canvas>().revealObject(id);
        QRect box = view.mapFromScene(bench.scene().rectOf(id)).boundingRect();
        CHECK(box.left() >= view.stackEdge());
        CHECK(box.right() <= view.viewport()->width());
    }
}

TEST_CASE("the global names stay in sight when the stack is long", "[window][view]") {
    PictureBench bench;
    bench.open(QStringLiteral("def f(n):\n    a = b = c = n\n    return f(n - 1) if n else 0\nf(11)\n"));
    uint64_t deepest = 0;
    auto rows = bench.document().run()->summary(0, bench.document().stepCount());
    for (uint64_t step = 0; step < rows.size(); ++step)
        if (rows[step].depth > rows[deepest].depth) deepest = step;
    bench.cursor().jumpTo(deepest + 2);
    MemoryView& view = bench.memoryView();
    view.verticalScrollBar()->setValue(600);
    REQUIRE(view.mapFromScene(bench.placeOfName(QStringLiteral("f"))).y() < 0);
    const double edge = bench.scene().namesRect().top() - 8; // so near the view's edge they stay
    QPoint at = ((bench.placeOfName(QStringLiteral("f")) - QPointF(0, edge)) * view.zoom()).toPoint();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, at);
    CHECK(bench.window->bench().selection.object() == bench.objectOf(QStringLiteral("f")));
    QApplication::processEvents(); // what was picked is shown; it has no box, so nothing moves
    CHECK(view.mapFromScene(bench.placeOfName(QStringLiteral("f"))).y() < 0);
}

TEST_CASE("the global names that stay in sight do not hide the running frame", "[window][view]") {
    PictureBench bench;
    bench.window->resize(1000, 650);
    bench.open(QStringLiteral("rows = [[n] for n in range(9)]\nend = 1\nend = 2\nend = 3\nend = 4\n"));
    bench.act(ActionId::Last);
    MemoryView& view = bench.memoryView();
    QRectF names = bench.scene().namesRect();
    REQUIRE(names.height() < 0.4 * view.viewport()->height());
    for (int scrolled : {60, 120, 200}) {
        view.verticalScrollBar()->setValue(scrolled);
        bench.act(ActionId::Back);
        QRectF running = bench.scene().runningRect();
        double covered = view.verticalScrollBar()->value() > 0 ? names.height() * view.zoom() : 0;
        CHECK(view.mapFromScene(running.topLeft()).y() >= covered);
        CHECK(view.mapFromScene(running.bottomLeft()).y() <= view.viewport()->height());
    }
}

TEST_CASE("wheel and pinch zoom, the middle button moves", "[window][gestures]") {
    PictureBench bench;
    bench.open(chain);
    bench.act(ActionId::Last);
    MemoryView& view = bench.memoryView();
    QPointF middle = view.viewport()->rect().center();
    double zoom = view.zoom();
    QWheelEvent wheel(middle, view.viewport()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &wheel);
    CHECK(view.zoom() > zoom);
    zoom = view.zoom();
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, middle, middle,
                              view.viewport()->mapToGlobal(middle), 0.2, {});
    QApplication::sendEvent(view.viewport(), &pinch);
    CHECK(view.zoom() == Approx(zoom * 1.2));
    int before = view.verticalScrollBar()->value();
    QTest::mousePress(view.viewport(), Qt::MiddleButton, Qt::NoModifier, middle.toPoint());
    QTest::mouseMove(view.viewport(), middle.toPoint() - QPoint(0, 70));
    QTest::mouseRelease(view.viewport(), Qt::MiddleButton, Qt::NoModifier, middle.toPoint() - QPoint(0, 70));
    CHECK(view.verticalScrollBar()->value() == before + 70);
}

TEST_CASE("a double click opens a small object as a box, and closes it again", "[window][gestures]") {
    PictureBench bench;
    bench.open(chain);
    bench.act(ActionId::Last);
    MemoryView& view = bench.memoryView();
    ObjectId small = bench.objectOf(QStringLiteral("small"));
    REQUIRE_FALSE(bench.scene().picture().findBox(small));
    for (bool isBox : {true, false}) {
        view.home();
        QPoint at = view.mapFromScene(bench.placeOfName(QStringLiteral("small")));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QApplication::processEvents();
        CHECK(bool(bench.scene().picture().findBox(small)) == isBox);
    }
}

TEST_CASE("hovering a name lights what it refers to, and dims the rest", "[window][gestures]") {
    PictureBench bench;
    bench.open(QStringLiteral("a = [1]\nb = a\nc = [2]\nend = 1\n"));
    bench.act(ActionId::Last);
    MemoryView& view = bench.memoryView();
    QPoint at = view.mapFromScene(bench.placeOfName(QStringLiteral("a")));
    QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &move);
    CHECK(bench.window->bench().selection.hovered() == bench.objectOf(QStringLiteral("a")));
    int dim = 0;
    for (QGraphicsItem* item : bench.scene().items()) dim += item->opacity() < 1;
    CHECK(dim >= 2); // c's box and its arrow
}

TEST_CASE("one sheet has every key of the commands", "[window][keyboard]") {
    WindowBench bench;
    bench.act(ActionId::Keys);
    auto* sheet = bench.window->findChild<KeySheet*>();
    REQUIRE(sheet);
    REQUIRE(sheet->isVisible());
    QStringList texts;
    for (QLabel* label : sheet->findChildren<QLabel*>()) texts.append(label->text());
    for (const ActionRow& row : actionTable())
        for (const QKeySequence& key : bench.window->bench().actions[row.id]->shortcuts()) {
            INFO(row.name);
            bool told = false;
            for (const QString& text : texts) told = told || text.split(QStringLiteral("  ")).contains(key.toString(QKeySequence::NativeText));
            CHECK(told);
        }
    QTest::keyClick(sheet, Qt::Key_Escape);
    CHECK_FALSE(sheet->isVisible());
}

TEST_CASE("a zoomed timeline says where its playhead is, and a click there brings it back", "[window][timeline]") {
    WindowBench bench;
    bench.window->resize(1200, 800);
    bench.open(QStringLiteral("for n in range(300):\n    m = n\n"));
    auto& timeline = bench.window->views().of<Timeline>();
    bench.act(ActionId::First);
    // Rows of the playhead's colour at a place: its line and knob, or the sign at the edge.
    auto colouredAt = [&](int x) {
        QImage image = timeline.grab().toImage();
        const QRgb accent = bench.window->bench().appearance[Ink::Accent].rgb();
        int rows = 0;
        for (int y = 4; y < image.height() - 4; ++y) rows += image.pixel(x, y) == accent;
        return rows;
    };
    const int left = 110; // where the chart begins
    REQUIRE(colouredAt(left) > 5);
    QPointF right(timeline.width() - 200, timeline.height() / 2.0);
    for (int i = 0; i < 6; ++i) {
        QWheelEvent wheel(right, timeline.mapToGlobal(right), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&timeline, &wheel);
    }
    const int edge = left - 3;
    CHECK(colouredAt(edge) > 1);
    QTest::mouseClick(&timeline, Qt::LeftButton, Qt::NoModifier, QPoint(edge, timeline.height() / 2));
    CHECK(bench.cursor().step() == 0); // it was no scrubbing
    CHECK(colouredAt(left) > 5);
}
