// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that the window is put together from.
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

#include "app/window/inspector_panel.h"
#include "core/events/recorder.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "tests/support/toy/toy_language.h"
#include "tests/ui/window/window_bench.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/editor/scintilla.h"
#include "ui/style/appearance.h"
#include "ui/views/lessons/lesson_panel.h"

using namespace memtape;

TEST_CASE("each view of the registry is made once and stands in the window", "[window][registry]") {
    WindowBench bench;
    qsizetype seen = 0;
    for (int place = 0; place <= int(ViewPlace::Status); ++place)
        for (const Views::View& view : bench.window->views().at(ViewPlace(place))) {
            INFO(view.widget->metaObject()->className());
            CHECK(bench.window->isAncestorOf(view.widget));
            CHECK(view.title().isEmpty() == !view.row->title);
            ++seen;
        }
    CHECK(seen == viewRegistry().size());
}

TEST_CASE("the inspector has its pages behind tabs, to which the arrow keys go", "[window][inspector][keyboard]") {
    Appearance appearance;
    InspectorPanel panel(appearance);
    auto *first = new QLabel, *second = new QLabel;
    panel.addPage(first);
    panel.setTitle(first, QStringLiteral("Object"));
    panel.addPage(second);
    panel.setTitle(second, QStringLiteral("Heap"));
    panel.resize(300, 200);
    panel.show();
    REQUIRE(QTest::qWaitForWindowActive(&panel));
    QStringList titles;
    QList<QToolButton*> tabs;
    for (auto* button : panel.findChildren<QToolButton*>())
        if (button->isVisible() && button->property("look") == QVariant("tab")) titles.append(button->accessibleName()), tabs.append(button);
    CHECK(titles == QStringList{QStringLiteral("Object"), QStringLiteral("Heap")});
    CHECK(panel.currentPage() == first);
    tabs[0]->setFocus();
    QTest::keyClick(tabs[0], Qt::Key_Right);
    CHECK(panel.currentPage() == second);
    QTest::keyClick(tabs[1], Qt::Key_Left);
    CHECK(panel.currentPage() == first);
    tabs[1]->click();
    CHECK(panel.currentPage() == second);
}

TEST_CASE("where tabs have no room for their texts a menu offers the pages", "[window][inspector][keyboard]") {
    Appearance appearance;
    InspectorPanel panel(appearance);
    const QStringList titles{QStringLiteral("Object"), QStringLiteral("Heap"), QStringLiteral("Garbage"), QStringLiteral("Map"),
                             QStringLiteral("Compare")};
    QVector<QLabel*> pages;
    for (const QString& title : titles) {
        pages.append(new QLabel);
        panel.addPage(pages.last());
        panel.setTitle(pages.last(), title);
    }
    panel.resize(180, 200);
    panel.show();
    REQUIRE(QTest::qWaitForWindowActive(&panel));
    auto shown = [&](const char* look) {
        QList<QToolButton*> buttons;
        for (auto* button : panel.findChildren<QToolButton*>())
            if (button->isVisible() && button->property("look") == QVariant(look)) buttons.append(button);
        return buttons;
    };
    REQUIRE(QTest::qWaitFor([&] { return shown("tabs").size() == 1; }));
    CHECK(panel.width() == 180);
    CHECK(shown("tab").isEmpty());
    QToolButton* chooser = shown("tabs").first();
    CHECK(chooser->text() == QStringLiteral("Object"));
    Q_EMIT chooser->menu()->aboutToShow();
    QStringList offered;
    for (const QAction* action : chooser->menu()->actions()) offered.append(action->text());
    CHECK(offered == titles);
    chooser->menu()->actions()[3]->trigger();
    CHECK(panel.currentPage() == pages[3]);
    CHECK(chooser->text() == QStringLiteral("Map"));
    CHECK(chooser->accessibleName() == QStringLiteral("Map"));
    chooser->setFocus();
    QTest::keyClick(chooser, Qt::Key_Right);
    CHECK(panel.currentPage() == pages[4]);
    QTest::keyClick(chooser, Qt::Key_Right); // the last one
    CHECK(panel.currentPage() == pages[4]);
    QTest::keyClick(chooser, Qt::Key_Left);
    CHECK(panel.currentPage() == pages[3]);
    panel.resize(600, 200);
    REQUIRE(QTest::qWaitFor([&] { return shown("tabs").isEmpty(); }));
    CHECK(shown("tab").size() == titles.size());
}

TEST_CASE("a lesson is left the same way, whatever is opened instead", "[window][lesson]") {
    int way = GENERATE(0, 1, 2, 3);
    INFO(way);
    WindowBench bench;
    bench.window->openStart(); // the first lesson, with its hint
    bench.wait();
    REQUIRE(bench.says(QStringLiteral("Press →")));
    auto& panel = bench.window->views().of<LessonPanel>();
    panel.goToStop(2); // asks, and holds time
    REQUIRE(bench.cursor().barrier() != UINT64_MAX);
    if (way == 0) bench.open(QStringLiteral("n = 1\n"));
    if (way == 1) bench.act(ActionId::New);
    if (way == 2) Q_EMIT bench.window->views().of<CodePanel>().editCopyRequested();
    if (way == 3) {
        QFile file(bench.folder.filePath(QStringLiteral("dropped.py")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("n = 2\n");
        file.close();
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
        REQUIRE(bench.window->files().takes(dropped));
        bench.window->files().drop(dropped);
    }
    bench.wait();
    CHECK(bench.window->lessons().openId().isEmpty());
    CHECK_FALSE(panel.hasLesson());
    CHECK(bench.cursor().barrier() == UINT64_MAX);
    CHECK_FALSE(bench.says(QStringLiteral("Press →")));
    CHECK_FALSE(panel.isVisible());
    CHECK(bench.window->views().of<CodePanel>().isVisible());
    CHECK(bench.window->windowTitle() == bench.document().title() + QStringLiteral(" – Memtape"));
}

TEST_CASE("titles name what is open, a new program and a recording too", "[window]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    auto heads = [&] {
        QStringList texts;
        for (QLabel* label : bench.window->views().of<CodePanel>().findChildren<QLabel*>()) texts.append(label->text());
        return texts;
    };
    CHECK(heads().contains(QStringLiteral("program.py")));
    QString tape = bench.folder.filePath(QStringLiteral("kept.tape")), error;
    REQUIRE(bench.document().saveRecording(tape, &error));
    bench.act(ActionId::New);
    CHECK(heads().contains(QStringLiteral("untitled.py")));
    CHECK(heads().contains(QStringLiteral("not recorded")));
    REQUIRE(bench.window->files().open(tape));
    CHECK(heads().contains(QStringLiteral("kept.tape")));
    CHECK(bench.window->windowTitle() == QStringLiteral("kept.tape – Memtape"));
}

TEST_CASE("a text has the colours of its language, which is that of its file's ending or of its recording", "[window][editor]") {
    test::registerToyLanguage();
    WindowBench bench;
    Document& document = bench.document();
    QsciScintilla& editor = bench.window->views().of<CodePanel>().editor().widget();
    auto colouring = [&] { return QLatin1String(editor.lexer() ? editor.lexer()->language() : "none"); };
    bench.open(QStringLiteral("n = 1\n"));
    CHECK(document.language() == "python");
    CHECK(colouring() == QLatin1String("Python"));
    document.setProgram(bench.folder.filePath(QStringLiteral("p.toy")), QStringLiteral("to main\n  block a 16\n"));
    CHECK(document.language() == "toy");
    CHECK(colouring() == QLatin1String("none"));
    document.record();
    bench.wait();
    QString tape = bench.folder.filePath(QStringLiteral("kept.tape")), error;
    REQUIRE(document.saveRecording(tape, &error));
    bench.act(ActionId::New);
    CHECK(colouring() == QLatin1String("Python")); // the usual one
    REQUIRE(bench.window->files().open(tape));
    CHECK(document.language() == "toy");
    CHECK(colouring() == QLatin1String("none"));
    document.record(); // in the recording's language, whatever its title ends in
    bench.wait();
    CHECK_FALSE(document.problem());
    REQUIRE(document.run());
    CHECK(document.run()->language() == "toy");
    document.setPath(bench.folder.filePath(QStringLiteral("p.py")));
    CHECK(colouring() == QLatin1String("Python"));
}

TEST_CASE("a recording in a language that nobody knows is refused with a sentence", "[window]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    Tape unknown("algol");
    Recorder pen(unknown);
    pen.programBegin();
    pen.step(StepKind::Line, 1, 0);
    pen.end(EndReason::Exit, 0);
    QString path = bench.folder.filePath(QStringLiteral("unknown.tape"));
    REQUIRE(saveTape(unknown, path.toStdString()).empty());
    CHECK_FALSE(bench.window->files().open(path));
    CHECK(bench.says(QStringLiteral("'algol', a language that this Memtape does not know")));
}
