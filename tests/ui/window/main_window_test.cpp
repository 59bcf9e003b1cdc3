// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFontMetrics>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/window/files/program_files.h"
#include "app/window/inspector_panel.h"
#include "app/window/lessons/lessons.h"
#include "app/window/view_registry.h"
#include "app/window/window_language.h"
#include "app/window/workbench.h"
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/sample_runs.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_editor.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/program_runner.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/style/message_bar.h"
#include "ui/views/happened_view.h"
#include "ui/views/lessons/lesson_panel.h"
#include "ui/views/output_view.h"

using namespace memtape;

namespace {

struct Bench {
    QTemporaryDir folder;
    SettingsStore store{folder.filePath(QStringLiteral("settings.ini"))};
    Settings settings{store};
    std::unique_ptr<MainWindow> window;

    Bench() {
        settings.setLanguage(QStringLiteral("en"));
        settings.setThemeMode(1);
        open();
    }
    void open() {
        window = std::make_unique<MainWindow>(makeSessionRunner(), settings);
        window->show();
    }
    void openProgram(const QString& text) {
        QString path = folder.filePath(QStringLiteral("program.py"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        REQUIRE(window->files().open(path));
        wait();
    }
    void wait() {
        REQUIRE(QTest::qWaitFor([this] { return !window->bench().document.isRecording(); }));
        QApplication::processEvents();
    }
};

}

TEST_CASE("the first run opens lesson 1 at the step before its return, with one question above the canvas", "[window]") {
    Bench bench;
    bench.window->openStart();
    bench.wait();
    auto rows = bench.window->bench().document.run()->summary(bench.window->bench().cursor.step(), bench.window->bench().cursor.step() + 1);
    REQUIRE(rows[0].line == 4);
    REQUIRE(bench.window->views().of<Timeline>().isFolded());
    REQUIRE(bench.window->findChild<InspectorPanel*>()->isHidden());
    bool asked = false;
    for (MessageBar* bar : bench.window->findChildren<MessageBar*>())
        asked = asked || bar->text() == QStringLiteral("Press → to run line 4. What will happen to a and b?");
    REQUIRE(asked);
}

TEST_CASE("keys step through time with the canvas in focus", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    Cursor& cursor = bench.window->bench().cursor;
    QWidget* canvas = &bench.window->views().of<Canvas>().view();
    QTest::keyClick(canvas, Qt::Key_Home);
    REQUIRE(cursor.step() == 0);
    QTest::keyClick(canvas, Qt::Key_Right);
    QTest::keyClick(canvas, Qt::Key_PageDown);
    REQUIRE(cursor.step() == 2);
    QTest::keyClick(canvas, Qt::Key_Left);
    REQUIRE(cursor.step() == 1);
    QTest::keyClick(canvas, Qt::Key_End);
    REQUIRE(cursor.atEnd());
    bench.window->bench().actions[ActionId::First]->trigger();
    bench.window->bench().actions[ActionId::Step]->trigger();
    REQUIRE(cursor.step() == 1);
}

TEST_CASE("stepping over a call stays in the caller", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    auto at = bench.window->bench().document.run()->nextAtLine(0, 13, bench.window->bench().document.mainFile(), false);
    bench.window->bench().cursor.jumpTo(*at);
    bench.window->bench().actions[ActionId::Over]->trigger();
    REQUIRE(bench.window->bench().document.run()->stateAt(bench.window->bench().cursor.step())->step().depth == 1);
}

TEST_CASE("picking an object opens the inspector and Escape closes it", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    bench.window->bench().cursor.jumpTo(30);
    ObjectId node = bench.window->views().of<Canvas>().scene().boxesInOrder().first();
    bench.window->bench().selection.select(node);
    auto* inspector = bench.window->findChild<InspectorPanel*>();
    REQUIRE_FALSE(inspector->isHidden());
    bool named = false;
    for (QLabel* label : inspector->findChildren<QLabel*>()) named = named || label->text() == QStringLiteral("Node");
    REQUIRE(named);
}

TEST_CASE("an edit marks the recording as stale and keeps the picture", "[window]") {
    Bench bench;
    bench.openProgram(addSource());
    auto* editor = bench.window->findChild<CodeEditor*>();
    bench.window->bench().document.setText(addSource() + QStringLiteral("# more\n"));
    REQUIRE(bench.window->bench().document.isStale());
    REQUIRE(bench.window->bench().document.run() != nullptr);
    REQUIRE(editor != nullptr);
}

TEST_CASE("a syntax error is shown in one bar and in the text, and the last good picture stays", "[window]") {
    Bench bench;
    bench.openProgram(addSource());
    bench.window->bench().document.setText(QStringLiteral("def\n"));
    bench.window->bench().document.record();
    bench.wait();
    REQUIRE(bench.window->bench().document.problem());
    REQUIRE(bench.window->bench().document.run() != nullptr);
    bool said = false;
    for (MessageBar* bar : bench.window->findChildren<MessageBar*>()) said = said || bar->text().contains(QStringLiteral("invalid syntax"));
    REQUIRE(said);
}

TEST_CASE("a lesson's question holds time until it is answered", "[window][lesson]") {
    Bench bench;
    bench.window->lessons().open(QStringLiteral("01-a-call-makes-a-frame"));
    bench.wait();
    LessonPanel& panel = bench.window->views().of<LessonPanel>();
    panel.goToStop(2);
    quint64 at = bench.window->bench().cursor.step();
    bench.window->bench().actions[ActionId::Step]->trigger();
    REQUIRE(bench.window->bench().cursor.step() == at);
    panel.answer(0); // wrong
    REQUIRE(bench.window->bench().cursor.step() == at);
    panel.answer(1);
    REQUIRE(bench.window->bench().cursor.step() == at + 1);
    REQUIRE_FALSE(bench.settings.doneLessons().contains(QStringLiteral("01-a-call-makes-a-frame")));
    panel.goToStop(3); // the last one
    REQUIRE(bench.settings.doneLessons().contains(QStringLiteral("01-a-call-makes-a-frame")));
}

TEST_CASE("every text changes with the language at run time", "[window][translation]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    bench.window->language().set(QStringLiteral("ko"));
    QApplication::processEvents();
    for (QToolButton* button : bench.window->findChildren<QToolButton*>())
        if (button->defaultAction() == bench.window->bench().actions[ActionId::Back]) REQUIRE(button->text() == QStringLiteral("뒤로"));
    REQUIRE(pictureText(bench.window->views().of<Canvas>().picture()).contains(QStringLiteral("전역 이름 (dict)")));
    bench.window->language().set(QStringLiteral("en"));
}

TEST_CASE("the window takes every size and theme it promises", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    bench.window->bench().cursor.jumpTo(30);
    for (QSize size : {QSize(1440, 900), QSize(1366, 768), QSize(1024, 768)})
        for (double text : {1.0, 2.0})
            for (auto mode : {Appearance::Mode::Light, Appearance::Mode::Dark}) {
                bench.window->bench().appearance.setMode(mode);
                bench.window->bench().appearance.setTextScale(text);
                bench.window->resize(size);
                QApplication::processEvents();
                INFO(size.width() << " x " << size.height() << " at " << text);
                CHECK(bench.window->width() <= std::max(size.width(), int(760 * text)));
                CHECK(bench.window->views().of<Canvas>().view().width() > 200);
                CHECK_FALSE(bench.window->grab().isNull());
            }
    bench.window->bench().appearance.setTextScale(1);
}

TEST_CASE("a window of 800 × 600 shows some lines of the program and what stands below it", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    bench.window->resize(1440, 900);
    QApplication::processEvents();
    bench.window->resize(800, 600);
    QApplication::processEvents();
    const QWidget* editor = bench.window->findChild<CodeEditor*>();
    CHECK(editor->height() >= 5 * QFontMetrics(editor->font()).lineSpacing());
    CHECK(bench.window->findChild<HappenedView*>()->height() >= 80);
}

TEST_CASE("the session comes back at its step", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    bench.window->bench().cursor.jumpTo(17);
    bench.window->close();
    bench.open();
    bench.window->openStart();
    bench.wait();
    REQUIRE(bench.window->bench().document.title() == QStringLiteral("program.py"));
    REQUIRE(bench.window->bench().cursor.step() == 17);
}

TEST_CASE("all that can be focused has an accessible name", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    for (QToolButton* button : bench.window->findChildren<QToolButton*>()) {
        INFO(button->objectName().toStdString() << " in " << (button->parentWidget() ? button->parentWidget()->metaObject()->className() : ""));
        bool named = !button->accessibleName().isEmpty() || !button->text().isEmpty();
        CHECK((named || !button->isVisible() || QByteArray(button->parentWidget()->metaObject()->className()) == "QLineEdit"));
    }
    REQUIRE_FALSE(bench.window->views().of<Canvas>().view().accessibleDescription().isEmpty());
    REQUIRE_FALSE(bench.window->findChild<HappenedView*>()->text().isEmpty());
}

TEST_CASE("a screen reader is told the picture as a picture and the timeline as a slider that can be moved", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    Cursor& cursor = bench.window->bench().cursor;
    cursor.jumpTo(17);
    REQUIRE(QAccessible::queryAccessibleInterface(&bench.window->views().of<Canvas>().view())->role() == QAccessible::Graphic);
    QAccessibleInterface* timeline = QAccessible::queryAccessibleInterface(bench.window->findChild<Timeline*>());
    REQUIRE(timeline->role() == QAccessible::Slider);
    QAccessibleValueInterface* value = timeline->valueInterface();
    REQUIRE(value);
    CHECK(value->minimumValue().toDouble() == double(cursor.firstStep()));
    CHECK(value->currentValue().toDouble() == 17);
    CHECK(value->maximumValue().toDouble() == double(cursor.stepCount() - 1));
    value->setCurrentValue(5.0);
    CHECK(cursor.step() == 5);
    value->setCurrentValue(1e9); // as far as there is
    CHECK(cursor.step() == cursor.stepCount() - 1);
}

TEST_CASE("no button of the toolbar is cut, at any width and in either language", "[window]") {
    Bench bench;
    bench.openProgram(linkedListSource());
    for (const char* language : {"en", "ko"})
        for (auto [width, scale] : std::vector<std::pair<int, double>>{
                 {1440, 1}, {1366, 1}, {1280, 1}, {1200, 1}, {1120, 1}, {1024, 1}, {1440, 1.5}, {1024, 1.5}, {1440, 2}, {1024, 2}}) {
            bench.window->language().set(QString::fromLatin1(language));
            bench.window->bench().appearance.setTextScale(scale);
            bench.window->resize(width, 768);
            QApplication::processEvents();
            INFO(language << " at " << width << " with texts of " << scale);
            auto* bar = bench.window->findChild<TransportBar*>();
            int right = 0;
            for (QToolButton* button : bar->findChildren<QToolButton*>()) {
                if (!button->isVisible()) continue;
                INFO(button->text());
                CHECK(button->width() >= button->sizeHint().width() - (button->property("look") == QVariant("segment") ? 40 : 0));
                CHECK(button->x() >= right - 1); // segments share an edge
                right = button->x() + button->width();
            }
            CHECK(right <= bar->width());
        }
    bench.window->language().set(QStringLiteral("en"));
}

TEST_CASE("a session of which something is gone opens what there is, and says so", "[window][session]") {
    Bench bench;
    bench.settings.keepSession({}, {}, QStringLiteral("99-of-another-version"), 1'000'000'000'000);
    bench.window->openStart();
    bench.wait();
    CHECK(bench.window->lessons().openId().startsWith(QStringLiteral("01-")));
    bool told = false;
    for (MessageBar* bar : bench.window->findChildren<MessageBar*>()) told = told || bar->text().contains(QStringLiteral("not there any more"));
    CHECK(told);

    const QString gone = bench.folder.filePath(QStringLiteral("gone.py"));
    bench.settings.keepSession(gone, {}, {}, 5);
    bench.open();
    bench.window->openStart();
    bench.wait();
    told = false;
    for (MessageBar* bar : bench.window->findChildren<MessageBar*>()) told = told || bar->text().contains(gone);
    CHECK(told);
    CHECK(bench.window->bench().document.text().isEmpty());
}

TEST_CASE("a session at a step that the run has not any more stands at its last", "[window][session]") {
    Bench bench;
    bench.settings.keepSession({}, QStringLiteral("x = 1\ny = 2\n"), {}, 1'000'000'000'000);
    bench.window->openStart();
    bench.wait();
    CHECK(bench.window->bench().cursor.atEnd());
}
