// SPDX-License-Identifier: GPL-3.0-or-later
// The limits of a recording: seen and set in one place, and told where one is reached, with a way on.
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QToolButton>

#include "tests/ui/window/window_bench.h"
#include "ui/state/limits.h"
#include "ui/views/limits_panel.h"

using namespace memtape;

namespace {

QAbstractButton* visibleButton(QWidget& within, const QString& text) {
    for (auto* button : within.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text() == text) return button;
    return nullptr;
}

struct Reached {
    Limit limit;
    quint64 most;
    const char *program, *said, *wayOn;
};

constexpr quint64 MiB = quint64{1} << 20;

}

TEST_CASE("each limit that a program reaches is told with its step, and can be raised to go on", "[window][limits]") {
    const auto each = GENERATE(
        Reached{Limit::Steps, 1000, "n = 0\nwhile n < 3000:\n    n += 1\n", "The limit of 1\u00A0000 steps stopped the program at step 999",
                "Record further"},
        Reached{Limit::Heap, 4 * MiB, "x = []\nfor i in range(6):\n    x.append(b'a' * 1000000)\n",
                "The program's heap reached its limit of 4\u00A0MiB at step ", "Record again with 8\u00A0MiB"},
        Reached{Limit::Tape, 1 * MiB, "import os\nfor i in range(30):\n    x = os.urandom(50000)\n    for k in range(20000): pass\n",
                "The recording reached its limit of 1\u00A0MiB at step ", "Record again with 2\u00A0MiB"},
        Reached{Limit::Output, 1 * MiB, "for i in range(20):\n    print('x' * 99999)\n",
                "The program's output reached its limit of 1\u00A0MiB at step ", "Record again with 4\u00A0MiB"},
        Reached{Limit::Scratch, 1 * MiB, "try:\n    with open('f', 'w') as f:\n        f.write('x' * 2000000)\nexcept OSError as e:\n    print(e)\n",
                "The program's files reached their limit of 1\u00A0MiB at step ", "Record again with 4\u00A0MiB"});
    INFO(each.said);
    WindowBench bench;
    bench.document().setLimit(each.limit, each.most);
    bench.open(QString::fromUtf8(each.program));
    REQUIRE(bench.says(QString::fromUtf8(each.said)));
    QAbstractButton* further = visibleButton(*bench.window, QString::fromUtf8(each.wayOn));
    REQUIRE(further);
    further->click();
    bench.wait();
    CHECK_FALSE(bench.says(QString::fromUtf8(each.said).section(QLatin1Char(' '), 0, 4))); // it has gone on
    REQUIRE(bench.document().end());
    CHECK((bench.document().end()->limit == each.limit || bench.document().end()->reason == EndReason::Exit));
    bench.act(ActionId::New);
    CHECK(bench.document().limits()[each.limit] == each.most); // raised for that program alone
}

TEST_CASE("what was printed up to the limit of output is recorded, and no half of a character", "[window][limits]") {
    WindowBench bench;
    bench.document().setLimit(Limit::Output, 10);
    bench.open(QStringLiteral("print('1234')\nprint('한국어')\nprint('never')\n"));
    Run* run = bench.document().run();
    REQUIRE(run);
    CHECK(run->outputUpTo(run->stepCount(), OutputStream::Stdout) == "1234\n한");
    bench.act(ActionId::Last);
    CHECK(bench.says(QStringLiteral("The program's output reached its limit here")));
}

TEST_CASE("the panel of limits says what each is for, and holds for the next recording", "[window][limits]") {
    WindowBench bench;
    bench.open(QStringLiteral("n = 0\nwhile True:\n    n += 1\n    if n > 5000: break\n"));
    CHECK(bench.document().end()->reason == EndReason::Exit);
    bench.act(ActionId::Limits);
    auto* panel = bench.window->findChild<LimitsPanel*>();
    REQUIRE(panel);
    for (const LimitRow& row : limitTable()) {
        bool isTold = false;
        for (auto* label : panel->findChildren<QLabel*>()) isTold = isTold || label->text() == Limits::purpose(row.limit);
        CHECK(isTold);
    }
    const auto fields = panel->findChildren<QDoubleSpinBox*>();
    REQUIRE(fields.size() == qsizetype(limitCount));
    CHECK(fields[0]->value() == 10'000'000);
    CHECK(fields[1]->value() == double(Limits()[Limit::Heap] / MiB));
    fields[0]->setValue(2000);
    fields[3]->setValue(64);
    CHECK(bench.settings.limits()[Limit::Steps] == 2000);
    CHECK(bench.settings.limits()[Limit::Scratch] == 64 * MiB);
    visibleButton(*panel, QStringLiteral("Record again"))->click();
    bench.wait();
    CHECK(bench.document().end()->limit == Limit::Steps);
    CHECK(bench.document().stepCount() == 2000);
    visibleButton(*panel, QStringLiteral("Usual values"))->click();
    CHECK(fields[0]->value() == 10'000'000);
    CHECK(bench.settings.limits() == Limits());
    panel->close();
}

TEST_CASE("the limits of the settings are there when the window opens", "[window][limits]") {
    WindowBench bench;
    Limits limits;
    limits.set(Limit::Steps, 1234);
    bench.settings.setLimits(limits);
    bench.window = std::make_unique<MainWindow>(makeSessionRunner(), bench.settings);
    CHECK(bench.document().limits() == limits);
}

TEST_CASE("limits are written as people say them, and never raised beyond the machine", "[limits]") {
    CHECK(Limits::text(Limit::Steps, 10'000'000) == QStringLiteral("10\u00A0000\u00A0000"));
    CHECK(Limits::text(Limit::Heap, 1024 * MiB) == QStringLiteral("1\u00A0GiB"));
    CHECK(Limits::text(Limit::Heap, 1536 * MiB) == QStringLiteral("1536\u00A0MiB"));
    for (const LimitRow& row : limitTable()) {
        Limits limits;
        int times = 0;
        while (auto raised = limits.raised(row.limit)) {
            REQUIRE(*raised > limits[row.limit]);
            limits.set(row.limit, *raised);
            REQUIRE(++times < 20);
        }
        CHECK(limits[row.limit] == Limits::mostOf(row.limit));
        limits.set(row.limit, 0);
        CHECK(limits[row.limit] == row.least);
    }
}
