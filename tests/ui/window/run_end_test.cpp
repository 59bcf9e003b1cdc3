// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of a run that did not simply reach its last line.
#include <QLabel>
#include <QTextBlock>
#include <QToolButton>

#include "tests/ui/window/window_bench.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/editor/scintilla.h"
#include "ui/models/sentences/run_end.h"
#include "ui/views/output_view.h"

using namespace memtape;

namespace {

const QString bill = QStringLiteral("def share(total, people):\n"
                                    "    return total / people\n"
                                    "def split(cart, people):\n"
                                    "    return share(sum(cart), people)\n"
                                    "cart = [1200, 3000]\n"
                                    "print(split(cart, 2))\n"
                                    "print(split(cart, 0))\n");

QToolButton* visibleButton(WindowBench& bench, const QString& text) {
    for (QToolButton* button : bench.window->findChildren<QToolButton*>())
        if (button->isVisible() && button->text() == text) return button;
    return nullptr;
}

bool stateSays(WindowBench& bench, const QString& text) {
    for (QLabel* label : bench.window->views().of<CodePanel>().findChildren<QLabel*>())
        if (label->text() == text) return true;
    return false;
}

}

TEST_CASE("the last step of a run that an exception ended says so, and leads to where it was raised", "[window][end]") {
    WindowBench bench;
    bench.open(bill);
    REQUIRE(QTest::qWaitFor([&] { return stateSays(bench, QStringLiteral("recorded; ends with ZeroDivisionError")); }));
    CHECK_FALSE(bench.says(QStringLiteral("division by zero")));
    bench.act(ActionId::Last);
    CHECK(bench.says(QStringLiteral("ZeroDivisionError: division by zero — not caught, so the program ended here.")));
    auto* go = visibleButton(bench, QStringLiteral("Go to where it was raised"));
    REQUIRE(go);
    go->click();
    CHECK(bench.line() == 2);
    CHECK(bench.document().run()->stateAt(bench.cursor().step())->step().kind == StepKind::Exception);
    CHECK_FALSE(bench.says(QStringLiteral("not caught")));
    bench.act(ActionId::GoBack);
    CHECK(bench.says(QStringLiteral("not caught")));
}

TEST_CASE("the traceback stands in the output at the last step, and its lines lead to the steps that it names", "[window][end][output]") {
    WindowBench bench;
    bench.open(bill);
    auto* output = bench.window->findChild<OutputView*>();
    CHECK_FALSE(output->toPlainText().contains(QStringLiteral("Traceback")));
    bench.act(ActionId::Last);
    REQUIRE(QTest::qWaitFor([&] { return output->toPlainText().endsWith(QStringLiteral("ZeroDivisionError: division by zero")); }));
    CHECK(output->toPlainText().startsWith(QStringLiteral("2100.0\nTraceback (most recent call last):\n")));
    for (uint32_t line : {7u, 4u, 2u}) {
        INFO(line);
        bench.act(ActionId::Last);
        QTextCursor at(output->document()->find(QStringLiteral("line %1,").arg(line)));
        REQUIRE_FALSE(at.isNull());
        at.setPosition(at.selectionStart() + 1);
        CHECK(at.charFormat().fontUnderline());
        output->setTextCursor(at);
        QTest::keyClick(output, Qt::Key_Return);
        CHECK(bench.line() == line);
        CHECK(bench.document().run()->stateAt(bench.cursor().step())->step().kind == StepKind::Exception);
    }
}

TEST_CASE("an exception's words are never taken for mark-up", "[window][end]") {
    WindowBench bench;
    bench.open(QStringLiteral("raise ValueError('<b>bold</b>')\n"));
    bench.act(ActionId::Last);
    CHECK(bench.says(QStringLiteral("ValueError: <b>bold</b>")));
    for (MessageBar* bar : bench.window->findChildren<MessageBar*>())
        for (QLabel* label : bar->findChildren<QLabel*>())
            if (!label->text().isEmpty() && label->text().contains(QLatin1Char('<'))) CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("how else a program can end is told in words of its own", "[window][end]") {
    struct Case {
        const char *program, *head, *sentence;
    };
    auto each =
        GENERATE(Case{"import no_such_module\n", "ModuleNotFoundError: No module named 'no_such_module'", "not caught"},
                 Case{"import sys\nsys.exit(3)\n", "SystemExit", "the program ended itself here, with exit status 3."},
                 Case{"raise KeyboardInterrupt\n", "KeyboardInterrupt", "the program was interrupted"},
                 Case{"class Own(Exception):\n    pass\nraise Own('x')\n", "Own: x", "not caught"},
                 Case{"raise ExceptionGroup('two', [ValueError(1), TypeError(2)])\n", "ExceptionGroup: two (2 sub-exceptions)", "not caught"});
    INFO(each.program);
    WindowBench bench;
    bench.open(QString::fromUtf8(each.program));
    bench.act(ActionId::Last);
    REQUIRE(QTest::qWaitFor([&] { return bench.says(QString::fromUtf8(each.sentence)); }));
    CHECK(bench.says(QString::fromUtf8(each.head)));
}

TEST_CASE("a run that reached its last line has nothing to tell at the end", "[window][end]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 1\n"));
    bench.act(ActionId::Last);
    REQUIRE(stateSays(bench, QStringLiteral("recorded")));
    for (MessageBar* bar : bench.window->findChildren<MessageBar*>()) CHECK_FALSE(bar->isVisible());
}

TEST_CASE("a limit is told at the last step too, with the way on", "[window][end]") {
    WindowBench bench;
    bench.document().setLimit(Limit::Steps, 50);
    bench.open(QStringLiteral("n = 0\nwhile True:\n    n += 1\n"));
    bench.act(ActionId::Last);
    REQUIRE(QTest::qWaitFor([&] { return bench.says(QStringLiteral("The limit of steps was reached here")); }));
    auto* further = visibleButton(bench, QStringLiteral("Record further"));
    REQUIRE(further);
    further->click();
    bench.wait();
    CHECK(bench.document().stepCount() > 400);
}

TEST_CASE("a recording that is opened again ends as it did", "[window][end]") {
    WindowBench bench;
    bench.open(bill);
    QString tape = bench.folder.filePath(QStringLiteral("kept.tape")), error;
    REQUIRE(bench.document().saveRecording(tape, &error));
    bench.act(ActionId::New);
    REQUIRE(bench.window->files().open(tape));
    REQUIRE(QTest::qWaitFor([&] { return stateSays(bench, QStringLiteral("recorded; ends with ZeroDivisionError")); }));
    bench.act(ActionId::Last);
    CHECK(bench.says(QStringLiteral("not caught")));
}

TEST_CASE("what threads and __del__ fail with is told as on a terminal", "[window][end][output]") {
    WindowBench bench;
    bench.open(QStringLiteral("import threading\n"
                              "def work():\n"
                              "    1 / 0\n"
                              "t = threading.Thread(target=work)\n"
                              "t.start()\n"
                              "t.join()\n"
                              "class A:\n"
                              "    def __del__(self):\n"
                              "        raise ValueError('gone')\n"
                              "a = A()\n"
                              "a = None\n"
                              "print('end')\n"));
    bench.act(ActionId::Last);
    auto* output = bench.window->findChild<OutputView*>();
    REQUIRE(QTest::qWaitFor([&] { return output->toPlainText().contains(QStringLiteral("end")); }));
    CHECK(output->toPlainText().contains(QStringLiteral("Exception in thread Thread-1 (work):")));
    CHECK(output->toPlainText().contains(QStringLiteral("Exception ignored in: <function A.__del__ at ")));
    for (MessageBar* bar : bench.window->findChildren<MessageBar*>()) CHECK_FALSE(bar->isVisible());
}

TEST_CASE("the gutter marks where an error was raised, and the calls that it has left", "[window][end][editor]") {
    WindowBench bench;
    bench.open(bill);
    QsciScintilla& editor = bench.window->views().of<CodePanel>().editor().widget();
    auto marked = [&](int marker) {
        QSet<int> lines;
        for (int line = editor.markerFindNext(0, 1u << marker); line >= 0; line = editor.markerFindNext(line + 1, 1u << marker))
            lines.insert(line + 1);
        return lines;
    };
    constexpr int raised = 5, left = 6; // of the editor's markers
    CHECK(marked(raised).isEmpty());
    bench.act(ActionId::Last);
    CHECK(marked(raised) == QSet<int>{2});
    CHECK(marked(left) == QSet<int>{4});
    bench.act(ActionId::First);
    CHECK(marked(raised).isEmpty());
    CHECK(marked(left).isEmpty());
}
