// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/handout/handout.h"

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/export/handout/handout_questions.h"
#include "ui/models/lessons/lesson.h"
#include "ui/models/picture/picture.h"

using namespace memtape;

namespace {

const QString program = QStringLiteral("a = [1]\nb = a\nc = 3\n");
const QString head = QStringLiteral("# lesson:en: One list\n# lesson:en: Two names.\n# at line 2:\n# lesson:en: Look.\n");
const QString question = QStringLiteral("# ask:en: How many?\n# answer:en:* one\n# answer:en: two\n# why:en: It is one.\n");

QByteArray handoutOf(const QString& source, QString* error, Paper paper = Paper::A4) {
    auto run = recordedRun(source);
    return Handout::pdf(*run, {}, paper, error);
}
qsizetype pagesOf(const QString& source) {
    QString error;
    const qsizetype pages = handoutOf(source, &error).count("/Type /Page\n");
    CHECK(error.isEmpty());
    return pages;
}

}

TEST_CASE("questions and solutions are on pages of their own", "[handout]") {
    CHECK(pagesOf(program + head) == 1);
    CHECK(pagesOf(program + head + question) == 3);
    QString stops;
    for (int i = 0; i < 3; ++i) stops += QStringLiteral("# at line 3:\n# lesson:en: Look again.\n");
    CHECK(pagesOf(program + head + question + stops) == 4); // four pictures are more than a page holds
}

TEST_CASE("what is to be drawn follows the questions, and its solutions theirs", "[handout]") {
    const QString grows = QStringLiteral("a = [1]\nb = [a]\nc = [a]\nd = 4\n") + head;
    CHECK(pagesOf(grows) == 3);            // the lesson, a sheet to draw on, a page of solutions
    CHECK(pagesOf(grows + question) == 4); // which the questions' solutions share
}

TEST_CASE("what a lesson itself wants drawn is a sheet with its solution, in place of those that are chosen by themselves", "[handout]") {
    const QString wish = QStringLiteral("# at line 3:\n# lesson:en: Where do they lead?\n# draw:\n");
    CHECK(pagesOf(program + head) == 1);        // no step has so many arrows that one would be chosen
    CHECK(pagesOf(program + head + wish) == 3); // the lesson, the sheet, the solution
    QString stops;
    for (int line = 2; line <= 4; ++line) stops += QStringLiteral("# at line %1:\n# lesson:en: x\n# draw:\n").arg(line);
    const QString grows = QStringLiteral("a = [1]\nb = [a]\nc = [a]\nd = 4\n") + QStringLiteral("# lesson:en: T\n# lesson:en: x\n");
    CHECK(pagesOf(grows + stops) == 5); // one, and two each for the sheets and solutions: shown beside their texts, the pictures would take one more
}

TEST_CASE("questions that Memtape makes itself have their answers from the recording", "[handout][predict]") {
    const QString source =
        QStringLiteral("a = [1]\nb = a\ndel a\nprint(b)\n# lesson:en: T\n# at line 2:\n# lesson:en: x\n# predict: count\n"
                       "# at line 3:\n# ask:en: Q\n# answer:en:* yes\n# answer:en: no\n# why:en: W\n# at line 4:\n# predict: output\n");
    auto run = recordedRun(source);
    const Lesson lesson = Lesson::parse({}, source);
    REQUIRE(lesson.problems.isEmpty());
    std::vector<ReachedStop> stops;
    for (const LessonStop& stop : lesson.stops) stops.push_back({&stop, stepAtLine(*run, uint32_t(stop.place.line))});
    const std::vector<HandoutQuestion> asked = handoutQuestions(*run, stops, {.detail = Detail::Objects});
    REQUIRE(asked.size() == 3);
    CHECK(asked[0].about.contains(QStringLiteral("b = a")));
    CHECK(asked[0].right == QStringLiteral("2"));
    CHECK(asked[1].question == QStringLiteral("Q"));
    CHECK(asked[1].right == QStringLiteral("yes"));
    CHECK(asked[1].why == QStringLiteral("W"));
    CHECK(asked[2].right.contains(QStringLiteral("[1]")));
    for (const HandoutQuestion& each : asked) {
        INFO(each.question);
        CHECK(each.choices.count(each.right) == 1);
        CHECK(each.choices.size() >= 2);
        CHECK_FALSE(each.why.isEmpty());
    }
    CHECK(pagesOf(source) == 4); // two of stops, the questions, the solutions
}

TEST_CASE("where choices would read alike, the object is marked in the picture", "[handout][predict]") {
    const QString source = QStringLiteral("a = [1]\nb = [1]\nc = a\nd = 1\n# lesson:en: T\n# at line 3:\n# lesson:en: x\n# predict: object\n");
    auto run = recordedRun(source);
    const Lesson lesson = Lesson::parse({}, source);
    const std::vector<HandoutQuestion> asked = handoutQuestions(*run, {{&lesson.stops[0], stepAtLine(*run, 3)}}, {.detail = Detail::Objects});
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].choices.isEmpty());
    CHECK(asked[0].right.contains(QStringLiteral("list")));
    CHECK(asked[0].why.contains(QStringLiteral("name a")));
}

TEST_CASE("a handout has the size that was asked, and is the same each time", "[handout]") {
    QString error;
    const QByteArray a4 = handoutOf(program + head, &error), letter = handoutOf(program + head, &error, Paper::Letter);
    CHECK(a4.contains("[0 0 595"));
    CHECK(letter.contains("[0 0 612"));
    CHECK(a4 == handoutOf(program + head, &error));
}

TEST_CASE("stops that the run never comes to are left out; a program that is no lesson has no handout", "[handout]") {
    CHECK(pagesOf(QStringLiteral("a = 1\nif a == 2:\n    b = 3\n") + QStringLiteral("# lesson:en: T\n# at line 1:\n# lesson:en: x\n# at line 3:\n") +
                  question) == 1);
    QString error;
    CHECK(handoutOf(program, &error).isEmpty());
    CHECK(error.startsWith(QStringLiteral("A handout is made of a lesson")));
}
