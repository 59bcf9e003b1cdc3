// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "ui/models/lessons/lesson.h"

using namespace memtape;

TEST_CASE("a lesson is its program, a title, and stops with text and questions", "[lesson]") {
    Lesson lesson = Lesson::parse(QStringLiteral("x"), QStringLiteral("a = 1\nb = a\n\n"
                                                                      "# lesson:en: Names\n# lesson:en: First.\n# lesson:en: Second.\n"
                                                                      "# lesson:ko: 이름\n"
                                                                      "# at line 2:\n# lesson:en: Look.\n"
                                                                      "# ask:en: Which?\n# answer:en: this\n# answer:en:* that\n# why:en: Because.\n"
                                                                      "# at line 1:3:\n# at return from line 2:4:\n"));
    REQUIRE(lesson.problems.isEmpty());
    REQUIRE(lesson.program == QStringLiteral("a = 1\nb = a\n"));
    REQUIRE(lesson.title[QStringLiteral("ko")] == QStringLiteral("이름"));
    REQUIRE(lesson.text[QStringLiteral("en")] == QStringLiteral("First. Second."));
    REQUIRE(Lesson::in(lesson.text, QStringLiteral("ko")) == QStringLiteral("First. Second."));
    REQUIRE(lesson.stops.size() == 3);
    REQUIRE(lesson.stops[0].place.line == 2);
    REQUIRE(lesson.stops[0].answers[QStringLiteral("en")][1].isRight);
    REQUIRE(lesson.stops[1].place.time == 3);
    REQUIRE_FALSE(lesson.stops[1].place.isReturn);
    const LessonPlace last = lesson.stops[2].place;
    REQUIRE((last.isReturn && last.line == 2 && last.time == 4));
}

TEST_CASE("the program of a lesson ends where its comments begin, and any other text is all program", "[lesson]") {
    REQUIRE(Lesson::programOf(QStringLiteral("a = 1\n# a comment\n# lesson:en: T\n# at line 1:\n")) == QStringLiteral("a = 1\n# a comment\n"));
    REQUIRE(Lesson::programOf(QStringLiteral("a = 1\n# lesson: no\n")) == QStringLiteral("a = 1\n# lesson: no\n"));
}

TEST_CASE("a question may be answered by an object instead of a choice", "[lesson]") {
    QString head = QStringLiteral("a = [1]\n# lesson:en: T\n# at line 1:\n# ask:en: Which?\n");
    Lesson lesson = Lesson::parse({}, head + QStringLiteral("# answer:-> a[0]\n"));
    REQUIRE(lesson.problems.isEmpty());
    REQUIRE(lesson.stops[0].object == QStringLiteral("a[0]"));
    REQUIRE_FALSE(Lesson::parse({}, head + QStringLiteral("# answer:-> a[0]\n# answer:en:* this\n")).problems.isEmpty());
}

TEST_CASE("a lesson says which line its picture shows, and what is said above it", "[lesson]") {
    QString program = QStringLiteral("a = 1\nb = 2\n");
    Lesson lesson = Lesson::parse({}, program + QStringLiteral("# lesson:en: T\n# picture: 2\n# hint:en: Look\n# hint:en: here.\n# at line 1:\n"));
    REQUIRE(lesson.problems.isEmpty());
    REQUIRE(lesson.pictureLine == 2);
    REQUIRE(lesson.hint[QStringLiteral("en")] == QStringLiteral("Look here."));
    REQUIRE(Lesson::parse({}, program + QStringLiteral("# lesson:en: T\n# at line 1:\n")).pictureLine == 0);
    REQUIRE(Lesson::parse({}, program).pictureLine == 0);
}

TEST_CASE("what is wrong with a lesson is said", "[lesson]") {
    REQUIRE_FALSE(Lesson::parse({}, QStringLiteral("a = 1\n# lesson:en: T\n# picture: 9\n")).problems.isEmpty());
    REQUIRE_FALSE(Lesson::parse({}, QStringLiteral("a = 1\n")).problems.isEmpty());
    REQUIRE_FALSE(Lesson::parse({}, QStringLiteral("a = 1\n# lesson:en: T\n# at line 9:\n")).problems.isEmpty());
    REQUIRE_FALSE(Lesson::parse({}, QStringLiteral("a = 1\n# lesson:en: T\n# at line 1:\n# ask:en: ?\n# answer:en: no\n")).problems.isEmpty());
    REQUIRE_FALSE(Lesson::parse({}, QStringLiteral("a = 1\n# lesson:en: T\nb = 2\n")).problems.isEmpty());
}

TEST_CASE("every built-in lesson loads, in both languages, with one question that has choices", "[lesson]") {
    auto lessons = builtInLessons();
    REQUIRE(lessons.size() >= 4);
    for (const Lesson& lesson : lessons) {
        INFO(lesson.id.toStdString());
        REQUIRE(lesson.problems.isEmpty());
        REQUIRE(lesson.stops.size() >= 3);
        int questions = 0;
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("ko")}) {
            REQUIRE(lesson.title.contains(language));
            REQUIRE(lesson.text.contains(language));
            for (const LessonStop& stop : lesson.stops) {
                REQUIRE(stop.text.contains(language));
                if (!stop.hasQuestion()) continue;
                if (stop.object.isEmpty()) ++questions;
                REQUIRE(stop.question.contains(language));
                REQUIRE(stop.why.contains(language));
                REQUIRE(stop.answers[language].size() == stop.answers[QStringLiteral("en")].size());
                for (int i = 0; i < stop.answers[language].size(); ++i)
                    REQUIRE(stop.answers[language][i].isRight == stop.answers[QStringLiteral("en")][i].isRight);
            }
        }
        REQUIRE(questions == 2); // one in each language
    }
}

TEST_CASE("a lesson says how it is drawn, or leaves it to the reader", "[lesson]") {
    auto parse = [](const char* look) {
        return Lesson::parse(QStringLiteral("x"),
                             QStringLiteral("n = 1\n# lesson:en: Title\n%1# at line 1:\n# lesson:en: text\n").arg(QString::fromUtf8(look)));
    };
    Lesson plain = parse(""), drawn = parse("# detail: names\n# boxes: all\n"), wrong = parse("# detail: everything\n");
    CHECK(plain.detail == -1);
    CHECK_FALSE(plain.everyObjectAsBox);
    CHECK(plain.problems.isEmpty());
    CHECK(drawn.detail == 0);
    CHECK(drawn.everyObjectAsBox);
    CHECK(drawn.problems.isEmpty());
    CHECK(wrong.problems.size() == 1);
}
