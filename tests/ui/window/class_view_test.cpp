// SPDX-License-Identifier: GPL-3.0-or-later
// Class view: what is in front of a class, and the keys that a presenter's remote sends.
#include "app/window/class_view.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/ui/window/window_bench.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/editor/scintilla.h"
#include "ui/style/appearance.h"
#include "ui/views/class_overlay.h"
#include "ui/views/happened_view.h"
#include "ui/views/inspector/heap_view.h"

using namespace memtape;

namespace {

struct Bench : WindowBench {
    Bench() {
        open(QStringLiteral("xs = [1, 2]\nys = xs\nys.append(3)\nprint(xs)\n"));
        act(ActionId::First);
    }
    template <class View> bool sees() { return window->views().of<View>().isVisible(); }
    ClassView& classView() { return window->classView(); }
    ClassOverlay& overlay() { return classView().overlay(); }
    void press(Qt::Key key, QWidget* where = nullptr) { QTest::keyClick(where ? where : view(), key); }
};

}

TEST_CASE("class view has code, picture and what happened alone, larger, and gives everything back", "[window][class]") {
    Bench bench;
    bench.act(ActionId::HeapList);
    REQUIRE(bench.sees<HeapView>());
    const double scale = bench.window->bench().appearance.textScale();
    bench.act(ActionId::ClassView);
    CHECK(bench.sees<CodePanel>());
    CHECK(bench.sees<Canvas>());
    CHECK(bench.sees<HappenedView>());
    CHECK_FALSE(bench.sees<HeapView>());
    CHECK_FALSE(bench.sees<Timeline>());
    CHECK_FALSE(bench.sees<TransportBar>());
    CHECK(bench.window->bench().appearance.textScale() > scale * 1.3);
    CHECK(bench.settings.textScale() == scale); // of every day
    CHECK(bench.window->isFullScreen());
    bench.press(Qt::Key_Escape);
    CHECK_FALSE(bench.classView().isOn());
    CHECK(bench.sees<Timeline>());
    CHECK(bench.sees<TransportBar>());
    CHECK(bench.sees<HeapView>());
    CHECK(bench.window->bench().appearance.textScale() == scale);
    CHECK_FALSE(bench.window->isFullScreen());
    CHECK_FALSE(bench.window->bench().actions[ActionId::ClassView]->isChecked());
}

TEST_CASE("in class view a selected object does not open the inspector", "[window][class]") {
    Bench bench;
    bench.act(ActionId::Last);
    bench.act(ActionId::ClassView);
    bench.act(ActionId::NextObject);
    REQUIRE_FALSE(bench.window->bench().selection.isEmpty());
    CHECK_FALSE(bench.window->bench().actions[ActionId::Inspector]->isChecked());
    CHECK_FALSE(bench.sees<HeapView>());
}

TEST_CASE("a remote's keys step, begin, make the screen black and end the show", "[window][class]") {
    Bench bench;
    bench.act(ActionId::ClassView);
    bench.press(Qt::Key_PageDown);
    bench.press(Qt::Key_PageDown);
    CHECK(bench.cursor().step() == 2);
    bench.press(Qt::Key_PageUp);
    CHECK(bench.cursor().step() == 1);
    for (Qt::Key key : {Qt::Key_B, Qt::Key_Period}) {
        bench.press(key);
        CHECK(bench.overlay().isBlack());
        bench.press(Qt::Key_PageDown); // any key: the screen is back, and nothing else
        CHECK_FALSE(bench.overlay().isBlack());
        CHECK(bench.cursor().step() == 1);
    }
    bench.press(Qt::Key_F5); // recorded already: it begins again
    CHECK(bench.cursor().step() == 0);
    CHECK_FALSE(bench.document().isRecording());
    bench.press(Qt::Key_S);
    CHECK(bench.overlay().hasSpotlight());
    bench.press(Qt::Key_Escape);
    CHECK_FALSE(bench.overlay().hasSpotlight());
    CHECK(bench.classView().isOn());
    bench.press(Qt::Key_Escape);
    CHECK_FALSE(bench.classView().isOn());
    bench.press(Qt::Key_B);
    CHECK_FALSE(bench.overlay().isBlack());
}

TEST_CASE("who writes in the program keeps the letters, in class view too", "[window][class]") {
    Bench bench;
    bench.act(ActionId::ClassView);
    bench.act(ActionId::Editor);
    QWidget* editor = QApplication::focusWidget();
    REQUIRE(editor);
    QTest::keyClicks(editor, QStringLiteral("b.s"));
    CHECK_FALSE(bench.overlay().isBlack());
    CHECK_FALSE(bench.overlay().hasSpotlight());
    CHECK(bench.document().text().contains(QStringLiteral("b.s")));
}

TEST_CASE("what is kept of a window that is closed in class view is of every day", "[window][class]") {
    Bench bench;
    bench.act(ActionId::ClassView);
    bench.window->close();
    CHECK_FALSE(bench.classView().isOn());
    CHECK(bench.settings.textScale() == 1);
}

TEST_CASE("in class view a long line goes on below, whole, and is in sight when it runs", "[window][class]") {
    Bench bench;
    QString text;
    for (int i = 0; i < 40; ++i) text += QStringLiteral("n%1 = %1\n").arg(i);
    text += QStringLiteral("words = [%1'end']\n").arg(QStringLiteral("'word', ").repeated(3));
    bench.open(text + QStringLiteral("last = 1\n"));
    bench.window->resize(1200, 800);
    auto& editor = bench.window->views().of<CodePanel>().editor().widget();
    const auto linesOf = [&](int line) { return editor.SendScintilla(QsciScintilla::SCI_WRAPCOUNT, (unsigned long)(line - 1)); };
    CHECK(linesOf(41) == 1);
    bench.act(ActionId::ClassView);
    bench.cursor().jumpTo(stepAtLine(*bench.document().run(), 41));
    REQUIRE(QTest::qWaitFor([&] { return linesOf(41) > 1; }));
    CHECK(linesOf(40) == 1);
    const auto seen = [&](int line) { return editor.SendScintilla(QsciScintilla::SCI_VISIBLEFROMDOCLINE, (unsigned long)(line - 1)); };
    CHECK(seen(41) >= editor.firstVisibleLine());
    CHECK(seen(42) <= editor.firstVisibleLine() + editor.SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
    CHECK(editor.SendScintilla(QsciScintilla::SCI_GETXOFFSET) == 0);
    bench.press(Qt::Key_Escape);
    CHECK(QTest::qWaitFor([&] { return linesOf(41) == 1; }));
}
