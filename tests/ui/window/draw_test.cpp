// SPDX-License-Identifier: GPL-3.0-or-later
// Draw it in the window: by mouse and by keyboard, checked, tried again, shown; and that nothing tells the answer meanwhile.
#include <QSet>

#include "app/window/lessons/drawings.h"
#include "app/window/lessons/predictions.h"
#include "app/window/window_language.h"
#include "tests/ui/window/window_bench.h"
#include "ui/scene/items/arrow_item.h"
#include "ui/scene/items/drawing_item.h"
#include "ui/views/happened_view.h"
#include "ui/views/lessons/draw_bar.h"
#include "ui/views/lessons/lesson_panel.h"

using namespace memtape;

namespace {

const QString program = QStringLiteral("a = [1]\nb = [2]\nc = [a, b, a]\ndone = 1\nend = 2\n");

struct DrawBench : WindowBench {
    DrawBench() {
        open(program);
        goTo(4);
    }
    void goTo(uint32_t line) {
        auto at = document().run()->nextAtLine(0, line, document().mainFile(), false);
        REQUIRE(at);
        cursor().moveTo(*at);
        QApplication::processEvents();
    }
    void begin() {
        act(ActionId::DrawArrows);
        REQUIRE(drawings.task());
    }
    const DrawTask& task() { return *drawings.task(); }
    QPoint inView(QPointF scenePoint) {
        auto& view = canvas.view();
        return view.mapFromScene(scenePoint);
    }
    QPoint dot(int dot) { return inView(canvas.scene().drawing()->dots()[dot].dot); }
    QPoint object(ObjectId id) { return inView(canvas.scene().rectOf(id).center()); }
    QWidget* viewport() { return canvas.view().viewport(); }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(viewport(), (from + to) / 2);
        QTest::mouseMove(viewport(), to);
        QTest::mouseRelease(viewport(), Qt::LeftButton, {}, to);
        QApplication::processEvents();
    }
    void key(int key) { QTest::keyClick(view(), Qt::Key(key)); }
    Canvas& canvas = window->views().of<Canvas>();
    Drawings& drawings = window->drawings();
    DrawBar& bar = window->views().of<DrawBar>();
};

}

TEST_CASE("the arrows go when they are to be drawn, and come back at the end", "[window][draw]") {
    DrawBench bench;
    const qsizetype arrows = bench.canvas.scene().arrowItems().size();
    REQUIRE(arrows == 6);
    bench.begin();
    CHECK(bench.canvas.scene().arrowItems().isEmpty());
    CHECK(bench.bar.isVisible());
    CHECK(bench.window->bench().actions[ActionId::DrawArrows]->isChecked());
    bench.key(Qt::Key_Escape);
    CHECK_FALSE(bench.drawings.task());
    CHECK_FALSE(bench.bar.isVisible());
    CHECK(bench.canvas.scene().arrowItems().size() == arrows);
    CHECK_FALSE(bench.window->bench().actions[ActionId::DrawArrows]->isChecked());
}

TEST_CASE("a drag from a dot to an object draws an arrow, and one to nowhere takes it away", "[window][draw]") {
    DrawBench bench;
    bench.begin();
    const ObjectId target = bench.task().dots()[0].target;
    bench.drag(bench.dot(0), bench.object(target));
    CHECK(bench.task().dots()[0].drawn == target);
    REQUIRE(bench.canvas.scene().arrowItems().size() == 1);
    CHECK(bench.canvas.scene().arrowItems()[0]->target() == target);
    bench.drag(bench.dot(0), bench.dot(0) + QPoint(60, 0)); // between card and boxes
    CHECK_FALSE(bench.task().dots()[0].drawn);
    CHECK(bench.canvas.scene().arrowItems().isEmpty());
}

TEST_CASE("a click on a dot and one on an object draw an arrow as well", "[window][draw]") {
    DrawBench bench;
    bench.begin();
    const ObjectId target = bench.task().dots()[1].target;
    QTest::mouseClick(bench.viewport(), Qt::LeftButton, {}, bench.dot(1));
    CHECK(bench.task().current() == 1);
    QTest::mouseClick(bench.viewport(), Qt::LeftButton, {}, bench.object(target));
    QApplication::processEvents();
    CHECK(bench.task().dots()[1].drawn == target);
    CHECK(bench.window->bench().selection.isEmpty()); // it was no wish to inspect
}

TEST_CASE("letters draw from dot to dot; checked, what is wrong is tried again", "[window][draw][keyboard]") {
    DrawBench bench;
    bench.begin();
    for (int i = 0; i < bench.task().dots().size(); ++i) bench.key(Qt::Key_A); // all to the first object
    CHECK(bench.bar.said().body == QStringLiteral("6 of 6 drawn"));
    bench.key(Qt::Key_Return);
    CHECK(bench.bar.said().tone == BarTone::Wrong);
    CHECK(bench.bar.said().canTryAgain);
    CHECK(bench.bar.said().canShow);
    CHECK(bench.bar.text().startsWith(QStringLiteral("3 of 6 arrows right; wrong: 3.")));
    bench.key(Qt::Key_Return);
    CHECK(bench.task().drawnCount() == 3);
    while (bench.task().drawnCount() < 6) {
        const ObjectId target = bench.task().dots()[bench.task().current()].target;
        bench.key(Qt::Key_A + int(bench.task().objects().indexOf(target)));
    }
    bench.key(Qt::Key_Return);
    CHECK(bench.bar.said().tone == BarTone::Right);
    CHECK(bench.bar.text().contains(QStringLiteral("3 arrows lead to one object")));
    bench.key(Qt::Key_Return);
    CHECK_FALSE(bench.drawings.task());
}

TEST_CASE("shown, the arrows are as they are, and the sentence is of the state", "[window][draw]") {
    DrawBench bench;
    bench.begin();
    Q_EMIT bench.bar.showRequested();
    CHECK(bench.canvas.scene().arrowItems().size() == 6);
    CHECK(bench.bar.text().contains(QStringLiteral("The name a refers to A, the list of 1.")));
    CHECK_FALSE(bench.bar.said().canShow);
}

TEST_CASE("while arrows are drawn, nothing tells where they lead", "[window][draw]") {
    DrawBench bench;
    bench.begin();
    QTest::mouseMove(bench.viewport(), bench.dot(0));
    QApplication::processEvents();
    CHECK_FALSE(bench.window->bench().selection.hovered());
    bench.act(ActionId::NextObject);
    CHECK(bench.window->bench().selection.isEmpty());
    CHECK_FALSE(bench.canvas.view().accessibleDescription().contains(QStringLiteral("-> list")));
    CHECK(bench.canvas.view().edgeLabels().isEmpty());
}

TEST_CASE("what happened is told again when the arrows are right or shown, and at the end", "[window][draw]") {
    DrawBench bench;
    auto& happened = bench.window->views().of<HappenedView>();
    const QString told = happened.text();
    REQUIRE(told.contains(QStringLiteral("c = [a, b, a]"))); // what ran
    bench.begin();
    const QString hidden = happened.text();
    CHECK(hidden.contains(QStringLiteral("c = [a, b, a]")));
    CHECK(hidden.contains(QStringLiteral("Draw the arrows")));
    const QStringList lines = told.split(QLatin1Char('\n'));
    CHECK_FALSE(hidden.contains(lines[1])); // what it did
    SECTION("shown") {
        Q_EMIT bench.bar.showRequested();
        CHECK(happened.text() == told);
    }
    SECTION("right") {
        const QVector<DrawTask::Dot> dots = bench.task().dots(); // they are others after each key
        for (const DrawTask::Dot& dot : dots) bench.key(Qt::Key_A + int(bench.task().objects().indexOf(dot.target)));
        CHECK_FALSE(happened.text() == told); // not before it is checked
        bench.key(Qt::Key_Return);
        CHECK(happened.text() == told);
    }
    SECTION("wrong") {
        bench.key(Qt::Key_A);
        bench.key(Qt::Key_Return);
        CHECK(happened.text() == hidden);
    }
    SECTION("ended") {
        bench.key(Qt::Key_Escape);
        CHECK(happened.text() == told);
    }
}

TEST_CASE("in a small window the dot that the keys are at is in sight", "[window][draw][keyboard]") {
    DrawBench bench;
    bench.window->resize(800, 600);
    QString names;
    for (int i = 0; i < 24; ++i) names += QStringLiteral("n%1 = [%1]\n").arg(i);
    bench.open(names + QStringLiteral("end = 1\n"));
    bench.goTo(24);
    bench.begin();
    for (int i = 0; i < bench.task().dots().size(); ++i) {
        bench.key(Qt::Key_Down);
        QApplication::processEvents();
        const int current = bench.task().current();
        INFO("dot " << current);
        CHECK(bench.viewport()->rect().contains(bench.dot(current)));
    }
}

TEST_CASE("a finger draws as the mouse does", "[window][draw]") {
    DrawBench bench;
    bench.begin();
    static QPointingDevice* const finger = QTest::createTouchDevice();
    const ObjectId target = bench.task().dots()[0].target;
    const QPoint from = bench.dot(0), to = bench.object(target);
    QTest::touchEvent(bench.viewport(), finger).press(0, from, bench.viewport());
    QTest::touchEvent(bench.viewport(), finger).move(0, (from + to) / 2, bench.viewport());
    QTest::touchEvent(bench.viewport(), finger).move(0, to, bench.viewport());
    QTest::touchEvent(bench.viewport(), finger).release(0, to, bench.viewport());
    QApplication::processEvents();
    CHECK(bench.task().dots()[0].drawn == target);
}

TEST_CASE("another detail or language keeps what was drawn; a step ends it", "[window][draw]") {
    DrawBench bench;
    bench.begin();
    bench.key(Qt::Key_A);
    bench.act(ActionId::DetailBytes);
    CHECK(bench.task().drawnCount() == 1);
    bench.window->language().set(QStringLiteral("ko"));
    CHECK(bench.task().drawnCount() == 1);
    CHECK(bench.bar.text().contains(QStringLiteral("화살표")));
    bench.key(Qt::Key_Right);
    CHECK_FALSE(bench.drawings.task());
    CHECK(bench.canvas.scene().arrowItems().size() == 6);
}

TEST_CASE("where there is no arrow, the bar says so", "[window][draw]") {
    DrawBench bench;
    bench.open(QStringLiteral("n = 1\nm = 2\n"));
    bench.act(ActionId::DrawArrows);
    CHECK_FALSE(bench.drawings.task());
    CHECK(bench.bar.isVisible());
    CHECK(bench.bar.text().contains(QStringLiteral("no arrow here")));
    bench.key(Qt::Key_Right);
    CHECK_FALSE(bench.bar.isVisible());
}

TEST_CASE("a lesson asks for a drawing by one line, and nothing else is asked meanwhile", "[window][draw][lesson][predict]") {
    DrawBench bench;
    bench.goTo(2);
    bench.window->predictions().setOn(true);
    auto& panel = bench.window->views().of<LessonPanel>();
    panel.setLesson(Lesson::parse(QStringLiteral("x"), program + QStringLiteral("# lesson:en: T\n# at line 4:\n# lesson:en: t\n# draw:\n")),
                    QStringLiteral("en"));
    panel.goToStop(0);
    REQUIRE(bench.drawings.task());
    CHECK(bench.line() == 4);
    QTest::qWait(30);
    CHECK_FALSE(bench.window->predictions().question());
    CHECK(bench.drawings.task());
}
