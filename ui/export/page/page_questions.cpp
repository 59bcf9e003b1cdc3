// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/page_questions.h"

#include "ui/models/draw/draw_words.h"
#include "ui/models/predict/prediction_record.h"
#include "ui/models/predict/question_words.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/question_place.h"
#include "ui/state/run.h"

namespace memtape {

std::optional<PagePrediction> predictionAt(Run& run, uint64_t step, std::optional<Question::Kind> kind, const PictureOptions& options) {
    const Picture picture = buildPicture(run, step, options);
    const auto question = mostWorth(questionsAt(run, step, sightOf(picture)), kind);
    if (!question) return std::nullopt;
    return PagePrediction{*question, {}};
}

void sayPrediction(PagePrediction& prediction, Run& run) {
    const QuestionWords words(run, prediction.question);
    PagePrediction::Words said{words.about(), words.question(), words.truth(), {}};
    for (int i = 0; i < prediction.question.choices.size(); ++i) said.choices.append(words.choice(i));
    prediction.words.push_back(said);
}

std::optional<PageDrawing> drawingAt(Run& run, uint64_t step, const PictureOptions& options) {
    const DrawTask task(buildPicture(run, step, options));
    if (task.fit() != DrawTask::Fit::Fits) return std::nullopt;
    PageDrawing drawing;
    drawing.objects = task.objects();
    for (const DrawTask::Dot& dot : task.dots()) drawing.targets.append(dot.target);
    return drawing;
}

void sayDrawing(PageDrawing& drawing, Run& run, uint64_t step, const PictureOptions& options) {
    DrawTask task(buildPicture(run, step, options));
    for (int i = 0; i < task.dots().size(); ++i) task.draw(i, task.dots()[i].target); // the sentence is for who has them all
    const auto reading = run.readingAt(step);
    const DrawWords words(task, *reading);
    PageDrawing::Words said{DrawWords::wish(), words.truth(), {}};
    for (int i = 0; i < task.dots().size(); ++i) said.places.append(words.place(i));
    drawing.words.push_back(said);
}

void markPrediction(MemoryScene& scene, Run& run, const PagePrediction& prediction) {
    scene.setAnswerMarks(answerMarksOf(prediction.question));
    scene.setQuestionArrow(questionArrowOf(run, prediction.question, scene.picture()));
}

void markDrawing(MemoryScene& scene, const PageDrawing& drawing) {
    QVector<AnswerMark> marks;
    for (int i = 0; i < drawing.objects.size(); ++i) marks.append({drawing.objects[i], DrawTask::letterOf(i)});
    scene.setAnswerMarks(marks);
}

// In the order of the task's dots.
QVector<PageDrawing::Dot> dotsOf(const MemoryScene& scene, PagePictures& pictures) {
    QVector<PageDrawing::Dot> dots;
    const QVector<ArrowSource> sources = scene.arrowSources();
    const DrawTask task(scene.picture());
    for (const DrawTask::Dot& dot : task.dots())
        for (int i = 0; i < sources.size(); ++i) {
            const ArrowSource& source = sources[i];
            if (source.isCard != dot.isCard || source.index != dot.index || source.row != dot.row) continue;
            ArrowItem* arrow = scene.arrowItems()[i];
            dots.append({arrow->route().dot, pictures.arrow(arrow)});
        }
    return dots;
}

}
