// SPDX-License-Identifier: GPL-3.0-or-later
// Inside a line, in the window: by keys, forwards and backwards, over the steps.
#include <QElapsedTimer>

#include "tests/ui/window/window_bench.h"
#include "ui/models/inside/line_values.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/inside_lines.h"
#include "ui/views/inspector/inside_view.h"

using namespace memtape;

namespace {

const char* const prices = "def price(item):\n"
                           "    return prices[item] * 1.5\n"
                           "prices = {'tea': 4, 'cake': 10}\n"
                           "tax = [0.25, 0.75]\n"
                           "item, i = 'cake', 1\n"
                           "total = price(item) + tax[i]\n"
                           "print(total)\n";

bool isFound(InsideLines& inside) {
    QElapsedTimer time;
    for (time.start(); time.elapsed() < 60'000 && inside.state() == InsideLines::State::Working;)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    return inside.state() == InsideLines::State::Ready;
}

QString lineOf(InsideLines& inside) {
    QString text;
    for (const LinePiece& piece :
         lineWithValues(*inside.line(), QString::fromLatin1(prices), [&](const LinePart& part) { return inside.textsOf(part).value; }))
        text += piece.isAtWork ? QLatin1Char('<') + piece.text + QLatin1Char('>') : piece.text;
    return text;
}

// Where price() returns to its line.
uint64_t returnStep(Run& run) {
    const std::vector<StepSummary> steps = run.summary(0, run.stepCount());
    for (uint64_t s = 0; s < steps.size(); ++s)
        if (steps[s].kind == StepKind::Return && steps[s].depth == 2) return s;
    FAIL("price() does not return");
    return 0;
}

}

TEST_CASE("parts of a line are gone through by keys, over the steps and back", "[window][inside]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(prices));
    InsideLines& inside = bench.window->bench().inside;
    Cursor& cursor = bench.window->bench().cursor;
    auto& view = bench.window->views().of<InsideView>();
    CHECK(inside.state() == InsideLines::State::Closed);
    cursor.jumpTo(returnStep(*bench.window->bench().document.run()));
    bench.act(ActionId::PartForward); // opens it
    REQUIRE(view.isVisible());
    REQUIRE(isFound(inside));
    CHECK(lineOf(inside) == QStringLiteral("total = <price(><'cake'><)> + tax[i]"));
    for (int i = 0; i < 3; ++i) bench.act(ActionId::PartForward);
    CHECK(lineOf(inside) == QStringLiteral("total = 15.0 + <[0.25, 0.75]><[><1><]>"));
    CHECK(view.text().contains(QStringLiteral("15.0, [0.25, 0.75], 1"))); // the evaluation stack
    bench.act(ActionId::PartBack);
    CHECK(lineOf(inside) == QStringLiteral("total = 15.0 + [0.25, 0.75][<i>]"));
    const uint64_t step = cursor.step();
    for (int i = 0; i < 5; ++i) bench.act(ActionId::PartForward);
    CHECK(cursor.step() == step + 1);
    REQUIRE(isFound(inside));
    bench.act(ActionId::PartBack);
    CHECK(cursor.step() == step);
    CHECK(lineOf(inside) == QStringLiteral("total = 15.75"));
}

TEST_CASE("what happens inside lines is forgotten with its recording", "[window][inside]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(prices));
    InsideLines& inside = bench.window->bench().inside;
    bench.act(ActionId::PartForward);
    REQUIRE(isFound(inside));
    bench.act(ActionId::New);
    CHECK(inside.state() == InsideLines::State::Closed);
    CHECK_FALSE(inside.line());
}
