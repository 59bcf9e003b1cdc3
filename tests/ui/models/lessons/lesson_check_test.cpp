// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/lessons/lesson_check.h"

using namespace memtape;

namespace {

QStringList findings(const QString& source) {
    QStringList rows;
    auto run = recordedRun(source);
    for (const LessonProblem& problem : checkLesson(Lesson::parse({}, source), *run))
        rows.append(QStringLiteral("%1: %2").arg(problem.line).arg(problem.text));
    return rows;
}

}

TEST_CASE("mistakes in a lesson are found by line, in order", "[lesson]") {
    const QString program = QStringLiteral("a = [1]\nb = a\n# lesson:en: T\n# lesson:ko: T\n");
    CHECK(findings(program + QStringLiteral("# at line 2:\n# lesson:en: t\n# lesson:ko: t\n# predict:\n")).isEmpty());
    CHECK(findings(program + QStringLiteral("# at line 2:\n# lesson:en: t\n# why:de: x\n# nonsense\n# at line 2:2:\n")) ==
          QStringList{QStringLiteral("1: The language de misses a part: title."),
                      QStringLiteral("5: There are answers or reasons, but no question (# ask:en: …)."),
                      QStringLiteral("5: The language de misses a part: text."), QStringLiteral("5: The language ko misses a part: text."),
                      QStringLiteral("8: This is neither program nor lesson: # nonsense"),
                      QStringLiteral("9: Line 2 does not run 2 times; the last time is 1.")});
}

TEST_CASE("an object that answers a question is there at its stop", "[lesson]") {
    const QString head = QStringLiteral("a = [[1]]\nb = a\n# lesson:en: T\n# at line 2:\n# ask:en: Which?\n# answer:-> ");
    CHECK(findings(head + QStringLiteral("a[0]\n")).isEmpty());
    CHECK(findings(head + QStringLiteral("b\n")).size() == 1); // not yet
}

TEST_CASE("a prediction that a lesson wants is one that can be asked there", "[lesson][predict]") {
    const QString head = QStringLiteral("a = [1]\nb = [2]\nb = a\nprint(len(a))\n# lesson:en: T\n# at line 3:\n# predict: ");
    for (const char* kind : {"object", "released", "count"}) CHECK(findings(head + QLatin1String(kind) + QLatin1Char('\n')).isEmpty());
    for (const char* kind : {"output", "frame"}) CHECK(findings(head + QLatin1String(kind) + QLatin1Char('\n')).size() == 1);
    const QString calls = QStringLiteral("def inner():\n    return 1\ndef outer():\n    return inner()\nouter()\n# lesson:en: T\n");
    CHECK(findings(calls + QStringLiteral("# at return from line 2:\n# predict: frame\n")).isEmpty());
    CHECK(findings(calls + QStringLiteral("# at line 2:\n# predict: frame\n")).size() == 1); // the next step is the return itself
    const Lesson lesson = Lesson::parse({}, head + QStringLiteral("count\n"));
    CHECK(lesson.stops[0].predicted == Question::Kind::References);
}

TEST_CASE("a drawing that a lesson wants is one that can be drawn there, in the lesson's own look", "[lesson][draw]") {
    const QString head = QStringLiteral("a = [1]\nb = 2\nb = a\n# lesson:en: T\n");
    const QString at = QStringLiteral("# at line 3:\n# draw:\n"), before = QStringLiteral("# at line 1:\n# draw:\n");
    CHECK(findings(head + at).isEmpty());
    CHECK(findings(head + before).size() == 1);
    CHECK(findings(QStringLiteral("n = 1\nm = n\n# lesson:en: T\n# at line 2:\n# draw:\n")).size() == 1);
    CHECK(findings(QStringLiteral("n = 1\nm = n\n# lesson:en: T\n# boxes: all\n# at line 2:\n# draw:\n")).isEmpty());
    CHECK(findings(head + at + QStringLiteral("# predict:\n")).size() == 1); // one thing at a time
}

TEST_CASE("the template is a lesson without mistakes, with one of each that can be asked", "[lesson]") {
    const QString text = lessonTemplate();
    CHECK(findings(text).isEmpty());
    const Lesson lesson = Lesson::parse({}, text);
    int questions = 0, predictions = 0, drawings = 0;
    for (const LessonStop& stop : lesson.stops) {
        questions += stop.hasQuestion();
        predictions += stop.predictedAt > 0;
        drawings += stop.drawnAt > 0;
    }
    CHECK((questions && predictions && drawings));
    CHECK(lesson.title.contains(QStringLiteral("ko")));
}

TEST_CASE("the lessons of a folder are its programs that have a title, known by their paths", "[lesson]") {
    QTemporaryDir folder;
    auto write = [&](const char* name, const char* text) {
        QFile file(folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("b.py", "n = 1\n# lesson:en: Second\n");
    write("a.py", "n = 1\n# lesson:en: First\n");
    write("plain.py", "n = 1\n");
    const QVector<Lesson> lessons = lessonsIn(folder.path());
    REQUIRE(lessons.size() == 2);
    CHECK(lessons[0].title[QStringLiteral("en")] == QStringLiteral("First"));
    CHECK(lessons[1].id == folder.filePath(QStringLiteral("b.py")));
    CHECK(lessonsIn({}).isEmpty());
    CHECK(lessonsIn(folder.filePath(QStringLiteral("none"))).isEmpty());
}
