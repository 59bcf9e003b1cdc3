// SPDX-License-Identifier: GPL-3.0-or-later
// Recording in the background, input in place, limits.
#include <QLineEdit>
#include <QTextBlock>
#include <QToolButton>

#include "tests/ui/window/window_bench.h"
#include "ui/controls/timeline.h"
#include "ui/views/input_view.h"
#include "ui/views/output_view.h"

using namespace memtape;

TEST_CASE("a program that does not end is shown while it runs, can be stopped, and what was recorded stays", "[window][recording]") {
    WindowBench bench;
    bench.document().setLimit(Limit::Steps, 1'000'000'000);
    bench.start(QStringLiteral("n = 0\nwhile True:\n    n += 1\n"));
    REQUIRE(QTest::qWaitFor([&] { return bench.cursor().stepCount() > 20000; }, 20000));
    REQUIRE(bench.document().isRecording());
    bench.cursor().jumpTo(1001); // scrubbing works meanwhile
    REQUIRE(bench.cursor().step() == 1001);
    REQUIRE(bench.window->views().of<Canvas>().picture().step == 1001);
    uint64_t seen = bench.cursor().stepCount();
    REQUIRE(QTest::qWaitFor([&] { return bench.cursor().stepCount() > seen; }, 20000)); // it goes on
    bench.act(ActionId::Record);                                                        // now: stop
    bench.wait();
    REQUIRE(bench.document().end()->reason == EndReason::Stopped);
    REQUIRE(bench.cursor().stepCount() > seen);
    REQUIRE(bench.cursor().step() == 1001);
    REQUIRE(bench.says(QStringLiteral("everything until then is here")));
    bench.act(ActionId::Last);
    REQUIRE(bench.cursor().atEnd());
    REQUIRE_FALSE(bench.window->views().of<Canvas>().picture().cards.isEmpty());
}

TEST_CASE("the window closes while a program runs or waits", "[window][recording]") {
    for (const char* text : {"while True:\n    pass\n", "input()\n", "import time\ntime.sleep(1000)\n"}) {
        WindowBench bench;
        bench.start(QString::fromLatin1(text));
        QTest::qWait(150);
        bench.window->close();
        bench.window.reset();
    }
    SUCCEED();
}

TEST_CASE("a program that meets the limit of steps can be recorded further", "[window][recording]") {
    WindowBench bench;
    bench.document().setLimit(Limit::Steps, 100);
    bench.open(QStringLiteral("n = 0\nfor i in range(300):\n    n += i\nprint(n)\n"));
    REQUIRE(bench.cursor().stepCount() <= 101);
    REQUIRE(bench.says(QStringLiteral("The limit of 100 steps stopped the program")));
    QToolButton* further = nullptr;
    for (QToolButton* button : bench.window->findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("Record further")) further = button;
    REQUIRE(further);
    REQUIRE(further->isVisible());
    further->click();
    bench.wait();
    REQUIRE(bench.cursor().stepCount() > 600);
    REQUIRE(bench.document().end()->reason == EndReason::Exit);
}

TEST_CASE("input() asks in place, and its answers are used again", "[window][recording]") {
    WindowBench bench;
    bench.start(QStringLiteral("name = input('who? ')\nprint('hello', name)\n"));
    REQUIRE(QTest::qWaitFor([&] { return bench.document().isWaitingForInput(); }, 10000));
    auto* field = bench.window->findChild<InputView*>()->findChild<QLineEdit*>();
    REQUIRE(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("Ada"));
    QTest::keyClick(field, Qt::Key_Return);
    bench.wait();
    REQUIRE(bench.document().answers() == QStringList{QStringLiteral("Ada")});
    bench.act(ActionId::Last);
    auto* output = bench.window->findChild<OutputView*>();
    REQUIRE(output->toPlainText().contains(QStringLiteral("hello Ada")));
    bench.act(ActionId::Record);
    bench.wait(); // without a question
    REQUIRE(output->toPlainText().contains(QStringLiteral("hello Ada")));
}

TEST_CASE("a click on a line of the output goes to the step that printed it", "[window]") {
    WindowBench bench;
    bench.open(QStringLiteral("for i in range(4):\n    print('turn', i)\nend = 1\n"));
    bench.act(ActionId::Last);
    auto* output = bench.window->findChild<OutputView*>();
    QTextCursor second(output->document()->findBlockByNumber(1));
    output->show();
    output->parentWidget()->show();
    QTest::mouseClick(output->viewport(), Qt::LeftButton, Qt::NoModifier, output->cursorRect(second).center());
    REQUIRE(output->toPlainText() == QStringLiteral("turn 0\nturn 1"));
    auto printed = bench.document().run()->printedAt(bench.cursor().step());
    REQUIRE(printed.size() == 1);
    REQUIRE(printed[0].text == "turn 1\n");
}
