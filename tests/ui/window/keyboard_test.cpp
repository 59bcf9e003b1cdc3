// SPDX-License-Identifier: GPL-3.0-or-later
// The window without a mouse, and moving through time.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QImage>
#include <QLineEdit>
#include <QTreeView>

#include "app/window/inspector_panel.h"
#include "app/window/window_language.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/ui/window/window_bench.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/scintilla.h"
#include "ui/export/export_panel.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/heap_view.h"
#include "ui/views/lessons/lesson_gallery.h"
#include "ui/views/lessons/lesson_panel.h"

using namespace memtape;

namespace {

const char* const twice =
    "def add(a, b):\n    c = a + b\n    return c\n\nitems = []\nfor i in range(3):\n    items.append(add(i, i))\nprint(items)\n";

}

TEST_CASE("open, step, select, inspect, edit, record and export with keys only", "[window][keyboard]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(twice));
    REQUIRE(bench.view()->hasFocus() == bench.window->isActiveWindow()); // the default after recording
    QTest::keyClick(bench.view(), Qt::Key_Home);
    REQUIRE(bench.cursor().step() == 0);
    for (Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down}) QTest::keyClick(bench.view(), key);
    REQUIRE(bench.cursor().step() > 2);
    // into a call and out of it
    bench.cursor().jumpTo(stepAtLine(*bench.document().run(), 2));
    QTest::keyClick(bench.view(), Qt::Key_Up);
    REQUIRE(bench.line() != 2);
    REQUIRE(bench.document().run()->stateAt(bench.cursor().step())->step().depth == 1);
    // selecting from object to object opens the inspector; Escape leaves it
    bench.act(ActionId::NextObject);
    REQUIRE_FALSE(bench.window->bench().selection.isEmpty());
    REQUIRE_FALSE(bench.window->findChild<InspectorPanel*>()->isHidden());
    QTest::keyClick(bench.view(), Qt::Key_Escape);
    REQUIRE(bench.window->bench().selection.isEmpty());
    // a step by its number
    bench.act(ActionId::GoToStep);
    auto* field = &bench.window->findChild<TransportBar*>()->stepField();
    field->setText(QStringLiteral("7"));
    QTest::keyClick(field, Qt::Key_Return);
    REQUIRE(bench.cursor().step() == 7);
    bench.act(ActionId::GoBack);
    REQUIRE(bench.cursor().step() != 7);
    bench.act(ActionId::GoForward);
    REQUIRE(bench.cursor().step() == 7);
    // writing, recording again, and back to the canvas with Escape
    bench.act(ActionId::Editor);
    auto* editor = bench.window->findChild<CodeEditor*>();
    QTest::keyClick(&editor->widget(), Qt::Key_X);
    REQUIRE(bench.document().isStale());
    REQUIRE(bench.says(QStringLiteral("this picture is of the old program")));
    QTest::keyClick(&editor->widget(), Qt::Key_Backspace);
    REQUIRE_FALSE(bench.document().isStale());
    bench.act(ActionId::Record);
    bench.wait();
    QTest::keyClick(&editor->widget(), Qt::Key_Escape);
    // the legend, and the list behind the heap figure
    QTest::keyClick(bench.view(), Qt::Key_L);
    REQUIRE(bench.window->views().of<Canvas>().view().isLegendShown());
    bench.act(ActionId::Last);
    bench.act(ActionId::HeapList);
    auto& heap = bench.window->views().of<HeapView>();
    REQUIRE(heap.isVisible());
    REQUIRE(heap.tree().model()->rowCount() > 1);
    // export
    QTest::keyClick(bench.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* panel = bench.window->findChild<ExportPanel*>();
    REQUIRE(panel);
    REQUIRE(panel->isVisible());
    QTest::keyClick(panel, Qt::Key_Escape);
    REQUIRE_FALSE(panel->isVisible());
}

TEST_CASE("breakpoints, the cursor's line and a line's own number are places to go to", "[window]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(twice));
    bench.act(ActionId::First);
    auto* editor = bench.window->findChild<CodeEditor*>();
    editor->goToLine(2);
    bench.act(ActionId::Breakpoint);
    REQUIRE(editor->breakpoints().contains(2));
    bench.act(ActionId::NextBreakpoint);
    uint64_t once = bench.cursor().step();
    REQUIRE(bench.line() == 2);
    bench.act(ActionId::NextBreakpoint);
    REQUIRE(bench.line() == 2);
    REQUIRE(bench.cursor().step() > once);
    bench.act(ActionId::PreviousBreakpoint);
    REQUIRE(bench.cursor().step() == once);
    editor->goToLine(8);
    bench.act(ActionId::RunToCursor);
    REQUIRE(bench.line() == 8);
    Q_EMIT editor->lineTravelRequested(2, true); // a double click on the number, with Shift
    REQUIRE(bench.line() == 2);
}

TEST_CASE("next and previous change of the selected object", "[window]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(twice));
    bench.cursor().jumpTo(stepAtLine(*bench.document().run(), 6));
    ObjectId list;
    for (const BoxPicture& box : bench.window->views().of<Canvas>().picture().boxes)
        if (box.type == QStringLiteral("list")) list = box.id;
    REQUIRE(list);
    bench.window->bench().selection.select(list);
    QVector<uint64_t> changes;
    for (int i = 0; i < 3; ++i) {
        bench.act(ActionId::NextChange);
        changes.append(bench.cursor().step());
        REQUIRE(bench.window->views().of<Canvas>().picture().findBox(list)->mark == Mark::Changed);
    }
    bench.act(ActionId::PreviousChange);
    REQUIRE(bench.cursor().step() == changes[1]);
}

TEST_CASE("next and previous change of the selected name", "[window][keyboard]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 500\nother = []\nn = 600\nother.append(n)\nn = other\nend = 1\n"));
    bench.cursor().jumpTo(stepAtLine(*bench.document().run(), 2));
    bench.act(ActionId::NextObject); // the row of n
    REQUIRE(bench.window->bench().selection.row().has_value());
    ObjectId first = bench.window->bench().selection.object();
    bench.act(ActionId::NextChange);
    REQUIRE(bench.line() == 4);
    REQUIRE(bench.window->bench().selection.object() != first); // the row is followed, not the object
    bench.act(ActionId::NextChange);
    REQUIRE(bench.line() == 6);
    REQUIRE(bench.document().run()->stateAt(bench.cursor().step())->object(bench.window->bench().selection.object()).type);
    bench.act(ActionId::NextChange);
    REQUIRE(bench.says(QStringLiteral("no later change")));
    bench.act(ActionId::PreviousChange);
    bench.act(ActionId::PreviousChange);
    REQUIRE(bench.line() == 2);
    REQUIRE(bench.window->bench().selection.object() == first);
}

TEST_CASE("a question is answered by picking an object, with the mouse or with keys", "[window][keyboard][lesson]") {
    WindowBench bench;
    bench.window->lessons().open(QStringLiteral("03-objects-outlive-the-call"));
    bench.wait();
    LessonPanel& panel = bench.window->views().of<LessonPanel>();
    panel.goToStop(1);
    REQUIRE(panel.asksForObject());
    uint64_t at = bench.cursor().step();
    MemoryScene& scene = bench.window->views().of<Canvas>().scene();
    bench.act(ActionId::NextObject); // the class
    QTest::keyClick(bench.view(), Qt::Key_Return);
    REQUIRE(bench.cursor().step() == at);
    REQUIRE(panel.asksForObject());
    REQUIRE(bench.window->findChild<InspectorPanel*>()->isHidden());
    bench.window->bench().selection.select(scene.boxesInOrder().first());
    QTest::keyClick(bench.view(), Qt::Key_Return);
    REQUIRE(bench.cursor().step() == at + 1);
    REQUIRE_FALSE(panel.asksForObject());

    bench.window->lessons().open(QStringLiteral("03-objects-outlive-the-call"));
    bench.wait();
    panel.goToStop(1);
    scene.pickObject(scene.boxesInOrder().first());
    QApplication::processEvents();
    REQUIRE(bench.cursor().step() == at + 1);
    panel.goToStop(2);
    QTest::keyClick(bench.view(), Qt::Key_1); // wrong
    REQUIRE(panel.asksForChoice());
    QTest::keyClick(bench.view(), Qt::Key_2);
    REQUIRE_FALSE(panel.asksForChoice());
    panel.goToStop(3);
    REQUIRE(bench.settings.doneLessons().contains(QStringLiteral("03-objects-outlive-the-call")));
}

TEST_CASE("lessons are chosen with keys", "[window][keyboard][lesson]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    bench.act(ActionId::Lessons);
    QApplication::processEvents();
    auto* gallery = bench.window->findChild<LessonGallery*>();
    REQUIRE(gallery->isVisible());
    QTest::keyClick(gallery->focusWidget(), Qt::Key_Down);
    QTest::keyClick(gallery->focusWidget(), Qt::Key_Return);
    bench.wait();
    REQUIRE(bench.window->views().of<LessonPanel>().lesson().id == QStringLiteral("02-last-in-first-out"));
    REQUIRE(bench.window->windowTitle() == QStringLiteral("Last in, first out – Memtape"));
    bench.window->language().set(QStringLiteral("ko"));
    REQUIRE(bench.window->windowTitle() == QStringLiteral("나중에 들어온 것이 먼저 나간다 – Memtape"));
    bench.window->language().set(QStringLiteral("en"));
    bench.act(ActionId::Lessons);
    QTest::keyClick(gallery->focusWidget(), Qt::Key_Escape);
    REQUIRE_FALSE(gallery->isVisible());
}

TEST_CASE("the toolbar does not keep a window wide when texts grow", "[window]") {
    WindowBench bench;
    bench.window->resize(1024, 768);
    bench.open(QStringLiteral("n = 1\n"));
    REQUIRE(bench.window->width() == 1024);
    bench.window->bench().appearance.setTextScale(1.5);
    QApplication::processEvents();
    CHECK(bench.window->width() == 1024);
    CHECK(bench.window->minimumSizeHint().width() <= 1024);
}

TEST_CASE("in a narrow window the inspector takes the place below the code, and the picture keeps its width", "[window]") {
    WindowBench bench;
    bench.window->resize(1024, 768);
    bench.open(QStringLiteral("n = [1]\nend = 1\n"));
    bench.act(ActionId::Last);
    int width = bench.window->views().of<Canvas>().width();
    bench.act(ActionId::NextObject);
    QApplication::processEvents();
    auto* inspector = bench.window->findChild<InspectorPanel*>();
    REQUIRE(inspector->isVisible());
    REQUIRE(bench.window->views().of<Canvas>().width() == width);
    REQUIRE(inspector->height() > 300);
    QTest::keyClick(bench.view(), Qt::Key_Escape);
    REQUIRE_FALSE(inspector->isVisible());
    bench.act(ActionId::NextObject);
    bench.window->resize(1440, 900);
    QApplication::processEvents();
    REQUIRE(inspector->isVisible());
    REQUIRE(inspector->mapTo(bench.window.get(), QPoint(0, 0)).x() > bench.window->views().of<Canvas>().mapTo(bench.window.get(), QPoint(0, 0)).x());
}

TEST_CASE("a pin stays where it was dragged when the same program is recorded again", "[window]") {
    WindowBench bench;
    bench.open(QStringLiteral("a = [1]\nb = [2]\nend = 0\n"));
    bench.act(ActionId::Last);
    MemoryScene& scene = bench.window->views().of<Canvas>().scene();
    ObjectId second = scene.boxesInOrder().at(1);
    QPointF wish = scene.rectOf(second).topLeft() + QPointF(0, 240);
    Q_EMIT scene.pinRequested(second, wish);
    QApplication::processEvents();
    QPointF pinned = scene.rectOf(second).topLeft();
    REQUIRE(pinned.y() == wish.y());
    bench.act(ActionId::Record);
    bench.wait();
    bench.act(ActionId::Last);
    REQUIRE(scene.rectOf(scene.boxesInOrder().at(1)).topLeft() == pinned);
}

TEST_CASE("everything in the tab order says what it is", "[window][keyboard]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(twice));
    bench.act(ActionId::Last);
    bench.window->bench().selection.select(bench.window->views().of<Canvas>().scene().boxesInOrder().first());
    QApplication::processEvents();
    int seen = 0;
    for (QWidget* widget = bench.window->nextInFocusChain(); widget != bench.window.get(); widget = widget->nextInFocusChain()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()) continue;
        auto* button = qobject_cast<QAbstractButton*>(widget);
        INFO(widget->metaObject()->className() << " " << widget->objectName());
        CHECK((!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())));
        ++seen;
    }
    REQUIRE(seen > 15);
}
