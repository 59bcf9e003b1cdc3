// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/handout/handout_questions.h"

#include <QCoreApplication>
#include <optional>

#include "ui/models/lessons/lesson.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture.h"
#include "ui/models/predict/prediction_record.h"
#include "ui/models/predict/question_words.h"
#include "ui/scene/question_place.h"
#include "ui/state/run.h"
#include "ui/style/text_language.h"

namespace memtape {

namespace {

QString in(const QHash<QString, QString>& texts) { return Lesson::in(texts, textLanguage()); }

HandoutQuestion own(Run& run, const ReachedStop& at) {
    const LessonStop& stop = *at.stop;
    HandoutQuestion asked{at, {}, in(stop.question), {}, {}, in(stop.why)};
    const auto answers = stop.answers.contains(textLanguage()) ? stop.answers[textLanguage()] : stop.answers.value(QStringLiteral("en"));
    for (const LessonAnswer& answer : answers) {
        asked.choices.append(answer.text);
        if (answer.isRight) asked.right = answer.text;
    }
    if (!stop.object.isEmpty()) {
        const auto reading = run.readingAt(at.step);
        asked.right = QCoreApplication::translate("memtape::Handout", "%1: %2")
                          .arg(stop.object, ObjectText::brief(*reading, reading->objectAt(stop.object.toStdString())));
    }
    return asked;
}

std::optional<HandoutQuestion> predicted(Run& run, const ReachedStop& at, const PictureOptions& options) {
    Sight sight; // paper cannot be clicked: objects are told by words, no two alike
    sight.showsCounts = options.detail >= Detail::Objects;
    auto question = mostWorth(questionsAt(run, at.step, sight), at.stop->predicted);
    const bool isMarked = !question; // objects that read alike: the one that is meant is marked in the picture
    if (isMarked) {
        const Picture picture = buildPicture(run, at.step, options);
        question = mostWorth(questionsAt(run, at.step, sightOf(picture)), at.stop->predicted);
        if (!question || !question->asksForObject() || !question->choices[question->right].object) return std::nullopt;
    }
    const QuestionWords words(run, *question);
    HandoutQuestion asked{at, words.about(), words.question(), {}, words.choice(question->right), words.truth()};
    for (int i = 0; i < question->choices.size() && !isMarked; ++i) asked.choices.append(words.choice(i));
    return asked;
}

}

std::vector<HandoutQuestion> handoutQuestions(Run& run, const std::vector<ReachedStop>& stops, const PictureOptions& options) {
    std::vector<HandoutQuestion> questions;
    for (const ReachedStop& at : stops) {
        if (at.stop->hasQuestion()) questions.push_back(own(run, at));
        else if (at.stop->predictedAt)
            if (auto asked = predicted(run, at, options)) questions.push_back(*std::move(asked));
    }
    return questions;
}

}
