// SPDX-License-Identifier: GPL-3.0-or-later
// Inside a line, in the window: by keys, forwards and backwards, over the steps.
#include <QElapsedTimer>
#include <QRegularExpression>

#include "tests/support/ui/recorded_runs.h"
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

TEST_CASE("the evaluation stack stands on the card of the frame whose line it is", "[window][inside]") {
    WindowBench bench;
    bench.open(QString::fromLatin1(prices));
    InsideLines& inside = bench.window->bench().inside;
    auto& canvas = bench.window->views().of<Canvas>();
    const auto heldBy = [&](CardPicture::Kind kind) {
        QVector<RowPicture> rows;
        for (const CardPicture& card : canvas.picture().cards)
            for (const RowPicture& row : card.rows)
                if (card.kind == kind && row.kind == RowKind::Held && row.label.contains(QRegularExpression(QStringLiteral("evaluation|above"))))
                    rows.append(row);
        return rows;
    };
    bench.cursor().jumpTo(returnStep(*bench.document().run()));
    bench.act(ActionId::PartForward);
    REQUIRE(isFound(inside));
    CHECK(heldBy(CardPicture::Kind::Module).isEmpty());
    for (int i = 0; i < 3; ++i) bench.act(ActionId::PartForward);
    const QVector<RowPicture> rows = heldBy(CardPicture::Kind::Module);
    REQUIRE(rows.size() == 3); // 15.0, the list, 1
    CHECK(rows[0].ref.text == QStringLiteral("15.0"));
    CHECK(rows[1].ref.leadsAway());
    CHECK(rows[1].ref.id == bench.document().run()->readingAt(bench.cursor().step())->objectAt("tax"));
    CHECK(rows[2].ref.text == QStringLiteral("1"));
    CHECK(heldBy(CardPicture::Kind::Call).isEmpty()); // the call that returns
    bench.act(ActionId::PartBack);
    CHECK(heldBy(CardPicture::Kind::Module).size() == 2);
    bench.act(ActionId::Step);
    CHECK(heldBy(CardPicture::Kind::Module).isEmpty());
}

TEST_CASE("a condition's whole value, and a chain's, stand in their places", "[window][inside]") {
    WindowBench bench;
    const QString program = QStringLiteral("n = 7\nx = ('odd' if n % 2 else 'even') + str(0 < n < 5)\nend = 1\n");
    bench.open(program);
    InsideLines& inside = bench.window->bench().inside;
    bench.cursor().jumpTo(stepAtLine(*bench.document().run(), 2));
    bench.act(ActionId::PartForward);
    REQUIRE(isFound(inside));
    QStringList lines;
    for (uint32_t i = 0; i <= inside.line()->ofStep; ++i) {
        QString text;
        for (const LinePiece& piece : lineWithValues(*inside.line(), program, [&](const LinePart& part) { return inside.textsOf(part).value; }))
            text += piece.text;
        lines.append(text);
        if (i < inside.line()->ofStep) bench.act(ActionId::PartForward);
    }
    INFO(lines.join(QLatin1Char('\n')));
    CHECK(lines.contains(QStringLiteral("x = ('odd') + str(0 < n < 5)")));
    CHECK(lines.contains(QStringLiteral("x = ('odd') + str(False)")));
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
