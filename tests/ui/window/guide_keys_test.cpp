// SPDX-License-Identifier: GPL-3.0-or-later
// Every key that the guide names is pressed here, in the window.
#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>

#include "app/window/class_view.h"
#include "app/window/inspector_panel.h"
#include "app/window/key_sheet.h"
#include "app/window/lessons/drawings.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/ui/window/window_bench.h"
#include "ui/controls/playback.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/scintilla.h"
#include "ui/views/class_overlay.h"
#include "ui/views/lessons/lesson_panel.h"

using namespace memtape;

namespace {

QSet<QString> keysOfGuide() {
    static const QRegularExpression key(QStringLiteral("<kbd>(.*?)</kbd>"));
    QSet<QString> keys;
    for (const char* language : {"en", "ko"}) {
        const QDir folder(QStringLiteral(MEMTAPE_SOURCE_DIR "/docs/guide/") + QLatin1String(language));
        for (const QString& name : folder.entryList({QStringLiteral("*.md")})) {
            QFile page(folder.filePath(name));
            REQUIRE(page.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(page.readAll());
            for (auto all = key.globalMatch(text); all.hasNext();) keys.insert(all.next().captured(1));
        }
    }
    return keys;
}

// What opens a dialog or a browser, or takes the program or the window away, is called here and not done.
bool goesBeyondThisProgram(ActionId id) {
    static const QSet<ActionId> ids = {ActionId::New,  ActionId::Open,  ActionId::Save, ActionId::SaveAs,
                                       ActionId::Quit, ActionId::Guide, ActionId::Print};
    return ids.contains(id);
}

const char* const calls =
    "def add(a, b):\n    c = a + b\n    return c\n\nitems = []\nfor i in range(3):\n    items.append(add(i, i))\nprint(items)\n";

// In the middle of a run, within a call.
struct Midway : WindowBench {
    Midway() {
        open(QString::fromLatin1(calls));
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        cursor().jumpTo(stepAtLine(*document().run(), 2));
        view()->setFocus();
    }
    void press(Qt::Key key) { QTest::keyClick(view(), key); }
    quint64 depth() { return document().run()->stateAt(cursor().step())->step().depth; }
};

// The keys that need no modifier, as the guide writes them, each with what it does.
const QHash<QString, std::function<void()>>& plainKeys() {
    static const QHash<QString, std::function<void()>> table = {
        {QStringLiteral("→"),
         [] {
             Midway bench;
             const quint64 step = bench.cursor().step();
             bench.press(Qt::Key_Right);
             CHECK(bench.cursor().step() == step + 1);
         }},
        {QStringLiteral("←"),
         [] {
             Midway bench;
             const quint64 step = bench.cursor().step();
             bench.press(Qt::Key_Left);
             CHECK(bench.cursor().step() == step - 1);
         }},
        {QStringLiteral("↑"),
         [] {
             Midway bench;
             const quint64 step = bench.cursor().step(), depth = bench.depth();
             bench.press(Qt::Key_Up);
             CHECK(bench.cursor().step() > step);
             CHECK(bench.depth() == depth - 1);
         }},
        {QStringLiteral("↓"),
         [] {
             Midway bench;
             bench.cursor().jumpTo(stepAtLine(*bench.document().run(), 7));
             const quint64 step = bench.cursor().step(), depth = bench.depth();
             bench.press(Qt::Key_Down);
             CHECK(bench.cursor().step() > step + 1);
             CHECK(bench.depth() == depth);
         }},
        {QStringLiteral("PageUp"),
         [] {
             Midway bench;
             const quint64 step = bench.cursor().step();
             bench.press(Qt::Key_PageUp);
             CHECK(bench.cursor().step() == step - 1);
         }},
        {QStringLiteral("PageDown"),
         [] {
             Midway bench;
             const quint64 step = bench.cursor().step();
             bench.press(Qt::Key_PageDown);
             CHECK(bench.cursor().step() == step + 1);
         }},
        {QStringLiteral("Home"),
         [] {
             Midway bench;
             bench.press(Qt::Key_Home);
             CHECK(bench.cursor().step() == 0);
         }},
        {QStringLiteral("End"),
         [] {
             Midway bench;
             bench.press(Qt::Key_End);
             CHECK(bench.cursor().atEnd());
         }},
        {QStringLiteral("Space"),
         [] {
             Midway bench;
             bench.press(Qt::Key_Space);
             CHECK(bench.window->bench().playback.isPlaying());
             bench.press(Qt::Key_Space);
             CHECK_FALSE(bench.window->bench().playback.isPlaying());
         }},
        {QStringLiteral("?"),
         [] {
             Midway bench;
             bench.press(Qt::Key_Question);
             CHECK(bench.window->findChild<KeySheet*>());
         }},
        {QStringLiteral("L"),
         [] {
             Midway bench;
             bench.press(Qt::Key_L);
             CHECK(bench.window->views().of<Canvas>().view().isLegendShown());
         }},
        {QStringLiteral("F"),
         [] {
             Midway bench;
             bench.act(ActionId::Home);
             const auto& view = bench.window->views().of<Canvas>().view();
             const QTransform before = view.transform();
             bench.press(Qt::Key_F);
             QTest::qWait(400); // it glides there
             CHECK(view.transform() != before);
         }},
        {QStringLiteral("Enter"),
         [] {
             Midway bench;
             bench.cursor().jumpTo(bench.cursor().stepCount() - 1);
             bench.act(ActionId::NextObject);
             auto* inspector = bench.window->findChild<InspectorPanel*>();
             bench.act(ActionId::Inspector); // closed again
             REQUIRE(inspector->isHidden());
             bench.press(Qt::Key_Return);
             CHECK_FALSE(inspector->isHidden());
         }},
        {QStringLiteral("Esc"),
         [] {
             Midway bench;
             bench.act(ActionId::NextObject);
             REQUIRE_FALSE(bench.window->bench().selection.isEmpty());
             bench.press(Qt::Key_Escape);
             CHECK(bench.window->bench().selection.isEmpty());
             bench.act(ActionId::Editor);
             QWidget& editor = bench.window->findChild<CodeEditor*>()->widget();
             REQUIRE(editor.hasFocus());
             QTest::keyClick(&editor, Qt::Key_Escape);
             CHECK(bench.view()->hasFocus());
         }},
        {QStringLiteral("B"),
         [] {
             Midway bench;
             bench.act(ActionId::ClassView);
             bench.press(Qt::Key_B);
             CHECK(bench.window->classView().overlay().isBlack());
         }},
        {QStringLiteral("."),
         [] {
             Midway bench;
             bench.act(ActionId::ClassView);
             bench.press(Qt::Key_Period);
             CHECK(bench.window->classView().overlay().isBlack());
         }},
        {QStringLiteral("S"),
         [] {
             Midway bench;
             bench.act(ActionId::ClassView);
             bench.press(Qt::Key_S);
             CHECK(bench.window->classView().overlay().hasSpotlight());
         }},
        {QStringLiteral("Delete"),
         [] {
             Midway bench;
             bench.cursor().jumpTo(bench.cursor().stepCount() - 1);
             bench.act(ActionId::DrawArrows);
             const DrawTask* task = bench.window->drawings().task();
             REQUIRE(task);
             bench.press(Qt::Key_A); // and to the next dot
             CHECK(task->drawnCount() == 1);
             bench.press(Qt::Key_Up);
             bench.press(Qt::Key_Delete);
             CHECK(task->drawnCount() == 0);
         }},
        {QStringLiteral("1 … 9"),
         [] {
             Midway bench;
             bench.window->openStart();
             bench.wait();
             auto& panel = bench.window->views().of<LessonPanel>();
             for (int stop = 0; stop < int(panel.lesson().stops.size()) && !panel.asksForChoice(); ++stop) panel.goToStop(stop);
             REQUIRE(panel.asksForChoice());
             bench.press(Qt::Key_1);
             bench.press(Qt::Key_2);
             bench.press(Qt::Key_3);
             CHECK_FALSE(panel.asksForChoice());
         }},
    };
    return table;
}

}

TEST_CASE("each key of the guide calls the command that has it", "[window][guide][keys]") {
    QSet<QString> named = keysOfGuide();
    REQUIRE(named.size() > 40);
    for (const ActionRow& row : actionTable()) // the guide's last page is made of them
        for (const QString& key : QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) named.insert(key);
    QStringList keys(named.begin(), named.end());
    keys.sort();
    Midway bench;
    auto& actions = bench.window->bench().actions;
    for (const QString& key : keys) {
        const ActionRow* row = nullptr;
        for (const ActionRow& candidate : actionTable())
            if (QString::fromLatin1(candidate.keys).split(QLatin1Char(' ')).contains(key)) row = &candidate;
        INFO(key);
        if (!row) {
            CHECK(plainKeys().contains(key));
            continue;
        }
        // What it does then is the matter of other tests.
        QAction* action = actions[row->id];
        if (goesBeyondThisProgram(row->id)) action->disconnect(SIGNAL(triggered(bool)));
        QSignalSpy called(action, &QAction::triggered);
        REQUIRE(action->isEnabled());
        bench.window->activateWindow(); // a popup may have been before
        REQUIRE(QTest::qWaitForWindowActive(bench.window.get()));
        bench.view()->setFocus();
        QTest::keySequence(bench.view(), QKeySequence(key));
        CHECK(called.count() == 1);
        while (QWidget* popup = QApplication::activePopupWidget()) popup->close();
        bench.window->classView().set(false); // where keys mean other things
        bench.wait();
    }
}

TEST_CASE("each plain key of the guide does what the guide says", "[window][guide][keys]") {
    const QSet<QString> named = keysOfGuide();
    for (auto row = plainKeys().begin(); row != plainKeys().end(); ++row)
        if (named.contains(row.key())) {
            INFO(row.key());
            row.value()();
        }
}
