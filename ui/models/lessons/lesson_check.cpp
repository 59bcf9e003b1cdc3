// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lessons/lesson_check.h"

#include <QSet>
#include <algorithm>

#include "ui/models/draw/draw_words.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

using Texts = QHash<QString, QString>;

class Check {
public:
    Check(const Lesson& lesson, Run& run) : m_lesson(lesson), m_run(run), m_found(lesson.problems) {}

    QVector<LessonProblem> all() {
        collectLanguages();
        checkTexts(m_lesson.title, 1, Lesson::tr("title"));
        checkTexts(m_lesson.text, 1, Lesson::tr("text"));
        checkTexts(m_lesson.hint, 1, Lesson::tr("hint"));
        if (m_lesson.pictureLine && m_lesson.pictureLine <= programLines() && !stepAt({.line = m_lesson.pictureLine}))
            wrong(1, Lesson::tr("The picture is of line %1, which never runs.").arg(m_lesson.pictureLine));
        for (const LessonStop& stop : m_lesson.stops) checkStop(stop);
        std::stable_sort(m_found.begin(), m_found.end(), [](const LessonProblem& a, const LessonProblem& b) { return a.line < b.line; });
        return m_found;
    }

private:
    void wrong(int line, const QString& text) { m_found.append({line, text}); }
    int programLines() const { return int(m_lesson.program.count(QLatin1Char('\n'))); }

    void collectLanguages() {
        QSet<QString> languages;
        auto take = [&](const auto& texts) {
            for (auto text = texts.begin(); text != texts.end(); ++text) languages.insert(text.key());
        };
        for (const Texts* texts : {&m_lesson.title, &m_lesson.text, &m_lesson.hint}) take(*texts);
        for (const LessonStop& stop : m_lesson.stops) {
            for (const Texts* texts : {&stop.text, &stop.question, &stop.why}) take(*texts);
            take(stop.answers);
        }
        m_languages = QStringList(languages.begin(), languages.end());
        m_languages.sort();
        if (!m_languages.isEmpty() && !languages.contains(QStringLiteral("en")))
            wrong(1, Lesson::tr("There are no English texts, which are shown where a reader's language is missing."));
    }

    // A part that one language has, all have.
    template <class OfLanguage> void checkTexts(const OfLanguage& texts, int line, const QString& what) {
        if (texts.isEmpty()) return;
        for (const QString& language : std::as_const(m_languages))
            if (!texts.contains(language)) wrong(line, Lesson::tr("The language %1 misses a part: %2.").arg(language, what));
    }

    std::optional<uint64_t> stepAt(const LessonPlace& place) {
        auto first = m_run.stateAt(m_run.firstStep());
        if (!first || first->step().code == UINT32_MAX) return std::nullopt;
        return stepOf(m_run, place, m_run.code(first->step().code).file);
    }

    void checkStop(const LessonStop& stop) {
        checkTexts(stop.text, stop.at, Lesson::tr("text"));
        if (stop.hasQuestion()) {
            checkTexts(stop.question, stop.askedAt, Lesson::tr("question"));
            checkTexts(stop.answers, stop.askedAt, Lesson::tr("answers"));
            checkTexts(stop.why, stop.askedAt, Lesson::tr("why"));
            checkAnswers(stop);
        }
        if (stop.place.line < 1 || stop.place.line > programLines() || stop.place.time < 1) return; // which is said already
        const auto step = stepAt(stop.place);
        if (!step) return tellTimes(stop);
        if (!stop.object.isEmpty() && !m_run.readingAt(*step)->objectAt(stop.object.toStdString()))
            wrong(stop.askedAt ? stop.askedAt : stop.at, Lesson::tr("The answer is no object there: %1 leads to nothing.").arg(stop.object));
        if (stop.predictedAt) checkPrediction(stop, *step);
        if (stop.drawnAt) checkDrawing(stop, *step);
    }

    void tellTimes(const LessonStop& stop) {
        LessonPlace place = stop.place;
        int times = 0;
        for (place.time = 1; times < stop.place.time && stepAt(place); ++place.time) ++times;
        if (stop.place.isReturn) {
            if (times == 0) wrong(stop.at, Lesson::tr("No call returns from line %1.").arg(place.line));
            else
                wrong(stop.at,
                      Lesson::tr("Calls do not return from line %1 %2 times; the last time is %3.").arg(place.line).arg(stop.place.time).arg(times));
        } else if (times == 0) {
            wrong(stop.at, Lesson::tr("Line %1 never runs.").arg(place.line));
        } else {
            wrong(stop.at, Lesson::tr("Line %1 does not run %2 times; the last time is %3.").arg(place.line).arg(stop.place.time).arg(times));
        }
    }

    // The choices are the same in every language, in the same order.
    void checkAnswers(const LessonStop& stop) {
        const QVector<LessonAnswer> english = stop.answers.value(QStringLiteral("en"));
        if (english.isEmpty()) return;
        for (const QString& language : std::as_const(m_languages)) {
            const QVector<LessonAnswer> answers = stop.answers.value(language, english);
            auto isSame = [](const LessonAnswer& a, const LessonAnswer& b) { return a.isRight == b.isRight; };
            if (!std::equal(answers.begin(), answers.end(), english.begin(), english.end(), isSame))
                wrong(stop.askedAt ? stop.askedAt : stop.at,
                      Lesson::tr("The answers in the language %1 are not those in English, in the same order.").arg(language));
        }
    }

    void checkPrediction(const LessonStop& stop, uint64_t step) {
        Sight sight;
        sight.hasBox = [](ObjectId) { return true; }; // it is asked beside the picture
        const QVector<Question> questions = questionsAt(m_run, step, sight);
        const bool isThere = std::any_of(questions.begin(), questions.end(),
                                         [&](const Question& question) { return !stop.predicted || question.kind == *stop.predicted; });
        if (!isThere) wrong(stop.predictedAt, Lesson::tr("There is nothing of that kind to predict at this stop."));
    }

    // As the lesson is drawn: at another detail there may be other arrows.
    void checkDrawing(const LessonStop& stop, uint64_t step) {
        PictureOptions options;
        if (m_lesson.detail >= 0) options.detail = Detail(m_lesson.detail);
        options.everyObjectAsBox = m_lesson.everyObjectAsBox;
        const DrawTask task(buildPicture(m_run, step, options));
        if (task.fit() != DrawTask::Fit::Fits) wrong(stop.drawnAt, DrawWords::refusal(task.fit()));
    }

    const Lesson& m_lesson;
    Run& m_run;
    QVector<LessonProblem> m_found;
    QStringList m_languages;
};

}

QVector<LessonProblem> checkLesson(const Lesson& lesson, Run& run) { return Check(lesson, run).all(); }

}
