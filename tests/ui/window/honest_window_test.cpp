// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing in the window misleads: figures are not cut, what is dimmed, pinned or focused is so for a reason, a question shows what it asks.
#include <QGraphicsItem>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "tests/ui/window/window_bench.h"
#include "ui/controls/transport_bar.h"
#include "ui/views/happened_view.h"
#include "ui/views/input_view.h"
#include "ui/views/inspector/inspector_view.h"
#include "ui/views/lessons/lesson_panel.h"

using namespace memtape;

TEST_CASE("the step field holds every step of the run", "[window][figures]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    auto& field = bench.window->views().of<TransportBar>().stepField();
    bench.view()->setFocus(); // the field shows the step alone while it is typed in
    for (quint64 count : {10ull, 24012ull, 10000000ull, 1000000000ull}) {
        INFO(count);
        bench.cursor().reset(count, count - 1);
        CHECK(field.text().endsWith(QString::number(count - 1)));
        CHECK(QFontMetrics(field.font()).horizontalAdvance(field.text()) + 20 <= field.width());
    }
}

TEST_CASE("a lesson may set how it is drawn, and the user's choice comes back", "[window][lesson]") {
    WindowBench bench;
    bench.settings.setDetail(1);
    bench.window->lessons().open(QStringLiteral("01-a-call-makes-a-frame"));
    bench.wait();
    auto& canvas = bench.window->views().of<Canvas>();
    CHECK(canvas.detail() == Detail::Objects);
    CHECK(canvas.options().everyObjectAsBox);
    bench.cursor().jumpTo(*bench.document().run()->nextAtLine(0, 4, bench.document().mainFile(), false));
    bool hasNumber = false;
    for (const BoxPicture& box : canvas.picture().boxes) hasNumber = hasNumber || box.type == QStringLiteral("int");
    CHECK(hasNumber); // the heap is what the lesson is about
    CHECK(bench.settings.detail() == 1);
    CHECK_FALSE(bench.settings.everyObjectAsBox());
    bench.open(QStringLiteral("n = 1\n"));
    CHECK(canvas.detail() == Detail::Values);
    CHECK_FALSE(canvas.options().everyObjectAsBox);
}

TEST_CASE("answers that are longer than the panel wrap in their buttons", "[window][lesson]") {
    WindowBench bench;
    bench.window->resize(1024, 768);
    bench.window->lessons().open(QStringLiteral("10-a-cycle-and-its-collector"));
    bench.wait();
    auto& panel = bench.window->views().of<LessonPanel>();
    panel.goToStop(1);
    QApplication::processEvents();
    int highest = 0, lowest = 1000;
    for (QPushButton* button : panel.findChildren<QPushButton*>()) {
        CHECK(button->width() < panel.viewport()->width());
        highest = std::max(highest, button->height());
        lowest = std::min(lowest, button->height());
    }
    CHECK(highest > lowest); // of two lines or more
    CHECK(panel.widget()->width() <= panel.viewport()->width());
}

TEST_CASE("an instrument that a lesson opened is closed with it; what the user opened stays", "[window][lesson]") {
    WindowBench bench;
    const bool isUsers = GENERATE(false, true);
    const QAction* inspector = bench.window->bench().actions[ActionId::Inspector];
    bench.window->lessons().open(QStringLiteral("10-a-cycle-and-its-collector"));
    bench.wait();
    if (isUsers) bench.act(ActionId::HeapList);
    auto& panel = bench.window->views().of<LessonPanel>();
    panel.goToStop(2); // the Garbage page
    REQUIRE(inspector->isChecked());
    panel.goToStop(3);
    CHECK(inspector->isChecked());
    bench.window->lessons().open(QStringLiteral("11-a-variable-that-outlives-its-frame"));
    bench.wait();
    CHECK(inspector->isChecked() == isUsers);
}

TEST_CASE("after a choice is answered the arrow key steps", "[window][lesson]") {
    WindowBench bench;
    bench.window->lessons().open(QStringLiteral("01-a-call-makes-a-frame"));
    bench.wait();
    auto& panel = bench.window->views().of<LessonPanel>();
    QApplication::setActiveWindow(bench.window.get());
    panel.goToStop(2);
    QApplication::processEvents(); // shows its buttons
    QPushButton* right = nullptr;
    for (QPushButton* button : panel.findChildren<QPushButton*>())
        if (button->text().startsWith(QStringLiteral("2."))) right = button;
    REQUIRE(right);
    right->setFocus();
    REQUIRE(panel.isAncestorOf(QApplication::focusWidget()));
    right->click();
    CHECK(QApplication::focusWidget() == bench.view());
    quint64 step = bench.cursor().step();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    CHECK(bench.cursor().step() == step + 1);
}

TEST_CASE("nothing stays dimmed when an object has been dragged, or a step taken", "[window][picture]") {
    WindowBench bench;
    bench.open(QStringLiteral("a = [1]\nb = [a]\nc = [b]\nend = 1\n"));
    bench.act(ActionId::Last);
    auto& scene = bench.window->views().of<Canvas>().scene();
    auto dimmed = [&] {
        int count = 0;
        for (QGraphicsItem* item : scene.items()) count += item->opacity() < 1;
        return count;
    };
    ObjectId first = scene.boxesInOrder().first();
    bench.window->bench().selection.hover(first);
    REQUIRE(dimmed() > 0);
    Q_EMIT scene.pinRequested(first, scene.rectOf(first).topLeft() + QPointF(0, 200));
    QApplication::processEvents();
    CHECK(dimmed() == 0);
    bench.window->bench().selection.hover(first);
    bench.act(ActionId::Back);
    CHECK(dimmed() == 0);
    bench.window->bench().selection.hover(first);
    QTest::keyClick(bench.view(), Qt::Key_Escape);
    CHECK(dimmed() == 0);
}

TEST_CASE("a pinned object lies over no other when the program is recorded again", "[window][picture]") {
    WindowBench bench;
    bench.open(QStringLiteral("a = [1]\nb = [2]\nc = [3]\nend = 1\n"));
    bench.act(ActionId::Last);
    auto& scene = bench.window->views().of<Canvas>().scene();
    auto overlaps = [&] {
        int count = 0;
        const QVector<QRectF> rects = scene.boxRects();
        for (qsizetype i = 0; i < rects.size(); ++i)
            for (qsizetype j = 0; j < i; ++j) count += rects[i].intersects(rects[j]);
        return count;
    };
    ObjectId first = scene.boxesInOrder()[0], last = scene.boxesInOrder()[2];
    Q_EMIT scene.pinRequested(first, scene.rectOf(last).topLeft());
    QApplication::processEvents();
    CHECK(overlaps() == 0);
    bench.act(ActionId::Record);
    bench.wait();
    bench.act(ActionId::Last);
    CHECK(overlaps() == 0);
}

TEST_CASE("a question shows its prompt, and the arrow stands on the line that asks", "[window][input]") {
    auto [program, prompt, line] =
        GENERATE(std::tuple<const char*, const char*, uint32_t>{"n = 1\nname = input('Your name? ')\nprint('hello', name)\n", "Your name?", 2u},
                 std::tuple<const char*, const char*, uint32_t>{"print('Say it:', end=' ')\nn = 1\nname = input()\n", "Say it:", 3u});
    WindowBench bench;
    bench.start(QString::fromUtf8(program));
    REQUIRE(QTest::qWaitFor([&] { return bench.document().isWaitingForInput(); }));
    auto* input = bench.window->findChild<InputView*>();
    auto says = [&, asked = QString::fromUtf8(prompt)] {
        for (QLabel* label : input->findChildren<QLabel*>())
            if (label->text() == asked && label->isVisible()) return true;
        return false;
    };
    CHECK(QTest::qWaitFor(says));
    CHECK(bench.line() == line);
    CHECK(input->findChild<QLineEdit*>()->accessibleName() == QString::fromUtf8(prompt));
    QApplication::setActiveWindow(bench.window.get());
    auto* answer = input->findChild<QLineEdit*>();
    REQUIRE(QApplication::focusWidget() == answer);
    answer->setText(QStringLiteral("Ada"));
    QTest::keyClick(answer, Qt::Key_Return);
    bench.wait();
    CHECK_FALSE(says());
    CHECK(bench.document().answers() == QStringList{QStringLiteral("Ada")});
    CHECK(QApplication::focusWidget() == bench.view());
}

TEST_CASE("while a program is recorded nobody is told to record it", "[window]") {
    WindowBench bench;
    bench.start(QStringLiteral("name = input()\n"));
    auto* happened = bench.window->findChild<HappenedView*>();
    CHECK_FALSE(happened->text().contains(QStringLiteral("F5")));
    REQUIRE(QTest::qWaitFor([&] { return bench.document().isWaitingForInput(); }));
    bench.document().endInput();
    bench.wait();
}

TEST_CASE("every button that takes the focus shows it", "[window][keyboard]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 1\nm = 2\n"));
    QApplication::setActiveWindow(bench.window.get());
    for (QToolButton* button : bench.window->findChildren<QToolButton*>()) {
        if (!button->isVisible() || !button->isEnabled() || button->focusPolicy() == Qt::NoFocus) continue;
        INFO(button->text() << " " << button->accessibleName());
        bench.view()->setFocus();
        QImage without = button->grab().toImage();
        button->setFocus(Qt::TabFocusReason);
        REQUIRE(QApplication::focusWidget() == button);
        CHECK(button->grab().toImage() != without);
    }
}

TEST_CASE("a program's text is shown as it is, also where it looks like mark-up", "[window][inspector]") {
    WindowBench bench;
    bench.open(QStringLiteral("text = '<b>bold</b> and so on, until it is long enough for a box of its own'\nend = 1\n"));
    bench.act(ActionId::Last);
    bench.window->bench().selection.select(bench.document().run()->readingAt(bench.cursor().step())->objectAt("text"));
    bool told = false;
    for (QLabel* label : bench.window->views().of<InspectorView>().findChildren<QLabel*>()) {
        told = told || label->text().contains(QStringLiteral("<b>"));
        CHECK(label->textFormat() == Qt::PlainText);
    }
    CHECK(told);
}
