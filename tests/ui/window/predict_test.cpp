// SPDX-License-Identifier: GPL-3.0-or-later
// Predict in the window: a question holds back what comes, an answer or skipping it goes on.
#include <QPushButton>

#include "app/window/lessons/predictions.h"
#include "tests/ui/window/window_bench.h"
#include "ui/controls/playback.h"
#include "ui/views/happened_view.h"
#include "ui/views/lessons/lesson_panel.h"
#include "ui/views/lessons/predict_bar.h"

using namespace memtape;

namespace {

const QString program = QStringLiteral("class Node:\n"
                                       "    pass\n"
                                       "\n"
                                       "a = Node()\n"
                                       "a.value = 1\n"
                                       "b = Node()\n"
                                       "b.value = 2\n"
                                       "a.next = b\n"
                                       "b = a\n"
                                       "del a\n"
                                       "done = b.value\n");

struct PredictBench : WindowBench {
    PredictBench() {
        open(program);
        predictions.setOn(true);
    }
    // Where that line is about to run, from the step before, so that the cursor comes to rest there.
    void goTo(uint32_t line) {
        auto at = document().run()->nextAtLine(0, line, document().mainFile(), false);
        REQUIRE(at);
        cursor().moveTo(*at - 1);
        settle();
        if (predictions.question()) predictions.skip();
        cursor().moveTo(*at);
        settle();
    }
    void settle() { QTest::qWait(20); }
    const Question& asked() {
        REQUIRE(predictions.question());
        return *predictions.question();
    }
    Predictions& predictions = window->predictions();
    PredictBar& bar = window->views().of<PredictBar>();
    Playback& playback = window->bench().playback;
};

}

TEST_CASE("a question hides what comes and holds it back until it is answered", "[window][predict]") {
    PredictBench bench;
    bench.goTo(8);
    const Question asked = bench.asked();
    CHECK(bench.bar.isAsking());
    CHECK(bench.bar.isVisible());
    CHECK(bench.cursor().barrier() == asked.step);
    CHECK(bench.window->views().of<HappenedView>().text().contains(QStringLiteral("Answer, or skip")));
    bench.cursor().jumpTo(bench.cursor().stepCount() - 1); // the timeline, a breakpoint
    CHECK(bench.cursor().step() == asked.step);
    bench.predictions.answer(asked.right);
    CHECK(bench.cursor().step() == asked.step + 1);
    CHECK(bench.cursor().barrier() == UINT64_MAX);
    CHECK(bench.predictions.record().right() == 1);
    CHECK(bench.bar.text().startsWith(QStringLiteral("Right.")));
    bench.settle();
    CHECK_FALSE(bench.predictions.question()); // the answer is looked at first
}

TEST_CASE("a wrong answer gets the true sentence", "[window][predict]") {
    PredictBench bench;
    bench.goTo(8);
    const Question asked = bench.asked();
    bench.predictions.answer((asked.right + 1) % int(asked.choices.size()));
    CHECK(bench.predictions.record().right() == 0);
    CHECK(bench.bar.text().startsWith(QStringLiteral("Not so.")));
    CHECK(bench.bar.text().split(QLatin1Char('\n')).value(1).size() > 10);
    CHECK(bench.cursor().step() == asked.step + 1);
}

TEST_CASE("a step further skips the question, and counts as no answer", "[window][predict][keyboard]") {
    PredictBench bench;
    bench.goTo(8);
    const uint64_t step = bench.asked().step;
    const int asked = bench.predictions.record().asked();
    QTest::keyClick(bench.view(), Qt::Key_Right);
    CHECK(bench.cursor().step() == step + 1);
    CHECK(bench.predictions.record().asked() == asked + 1);
    CHECK(bench.predictions.record().answered() == 0);
    bench.settle();
    if (bench.predictions.question()) CHECK(bench.predictions.question()->step == step + 1);
}

TEST_CASE("playing stops at a question", "[window][predict]") {
    PredictBench bench;
    bench.goTo(4);
    if (bench.predictions.question()) bench.predictions.skip();
    bench.playback.setSpeed(64);
    bench.playback.togglePlay();
    REQUIRE(QTest::qWaitFor([&] { return bench.predictions.question().has_value(); }, 5000));
    CHECK_FALSE(bench.playback.isPlaying());
}

TEST_CASE("an object is chosen by its letter, by a click on it, or by its button", "[window][predict]") {
    const int way = GENERATE(0, 1, 2);
    INFO(way);
    PredictBench bench;
    bench.goTo(8);
    if (bench.predictions.question()) bench.predictions.skip();
    bench.cursor().moveTo(bench.cursor().step() - 1);
    bench.cursor().moveTo(bench.cursor().step() + 1);
    bench.predictions.askHere(Question::Kind::RefersTo);
    const Question asked = bench.asked();
    REQUIRE(asked.kind == Question::Kind::RefersTo);
    REQUIRE(bench.bar.asksForObject());
    const ObjectId right = asked.choices[asked.right].object;
    REQUIRE(right);
    if (way == 0) QTest::keyClick(bench.view(), Qt::Key(Qt::Key_A + asked.right));
    if (way == 1) bench.window->views().of<Canvas>().scene().pickObject(right);
    if (way == 2) bench.bar.findChildren<QPushButton*>()[asked.right]->click();
    bench.settle();
    CHECK(bench.predictions.record().right() == 1);
    CHECK(bench.cursor().step() == asked.step + 1);
    CHECK(bench.window->bench().selection.isEmpty()); // it was an answer, not a wish to inspect
}

TEST_CASE("the picture shows which arrow is asked for, and no longer when it is answered", "[window][predict]") {
    PredictBench bench;
    bench.goTo(8);
    if (bench.predictions.question()) bench.predictions.skip();
    MemoryScene& scene = bench.window->views().of<Canvas>().scene();
    CHECK_FALSE(scene.questionArrow());
    bench.predictions.askHere(Question::Kind::RefersTo);
    REQUIRE(scene.questionArrow());
    const QRectF written = scene.questionArrow()->written();
    for (const QRectF& box : scene.boxRects()) CHECK_FALSE(box.intersects(written));
    bench.act(ActionId::DetailBytes); // another picture of it
    CHECK(scene.questionArrow());
    bench.predictions.answer(bench.asked().right);
    CHECK_FALSE(scene.questionArrow());
}

TEST_CASE("a count is typed as it is", "[window][predict][keyboard]") {
    PredictBench bench;
    bench.goTo(8);
    if (bench.predictions.question()) bench.predictions.skip();
    bench.predictions.askHere(Question::Kind::References);
    const Question asked = bench.asked();
    const uint64_t right = asked.choices[asked.right].number;
    QTest::keyClick(bench.view(), Qt::Key(Qt::Key_0 + int(right) + 6)); // no choice
    CHECK(bench.predictions.question());
    QTest::keyClick(bench.view(), Qt::Key(Qt::Key_0 + int(right)));
    CHECK(bench.predictions.record().right() == 1);
}

TEST_CASE("going back withdraws a question, and it is asked again later", "[window][predict]") {
    PredictBench bench;
    bench.goTo(8);
    const uint64_t step = bench.asked().step;
    const int asked = bench.predictions.record().asked();
    bench.cursor().moveTo(step - 1);
    CHECK((!bench.predictions.question() || bench.predictions.question()->step != step));
    CHECK(bench.predictions.record().asked() == asked);
    bench.settle();
    if (bench.predictions.question()) bench.predictions.skip();
    bench.cursor().moveTo(step);
    bench.settle();
    CHECK(bench.asked().step == step);
}

TEST_CASE("the switch ends it, another program begins a new tally", "[window][predict]") {
    PredictBench bench;
    bench.goTo(8);
    bench.predictions.answer(bench.asked().right);
    CHECK(bench.predictions.record().asked() > 0);
    bench.goTo(10);
    bench.predictions.setOn(false);
    CHECK_FALSE(bench.predictions.question());
    CHECK(bench.cursor().barrier() == UINT64_MAX);
    CHECK_FALSE(bench.bar.isVisible());
    bench.open(QStringLiteral("n = 1\n"));
    CHECK(bench.predictions.record().asked() == 0);
}

TEST_CASE("a lesson asks for a prediction though the switch is off", "[window][predict][lesson]") {
    WindowBench bench;
    bench.open(program);
    auto& panel = bench.window->views().of<LessonPanel>();
    panel.setLesson(
        Lesson::parse(QStringLiteral("x"), program + QStringLiteral("# lesson:en: T\n# at line 10:\n# lesson:en: t\n# predict: released\n")),
        QStringLiteral("en"));
    panel.goToStop(0);
    REQUIRE(bench.window->predictions().question());
    CHECK(bench.window->predictions().question()->kind == Question::Kind::Released);
    CHECK(bench.line() == 10);
}
