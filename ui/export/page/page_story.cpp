// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/page_story.h"

#include <QFileInfo>
#include <algorithm>

#include "ui/models/picture/just_run.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/timeline/output_lines.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/scene/memory_scene.h"
#include "ui/state/run.h"
#include "ui/style/text_language.h"

namespace memtape {

namespace {

constexpr QSizeF narrowView{390, 480};

uint32_t fileOf(Run& run, uint32_t code) { return code == UINT32_MAX ? UINT32_MAX : run.code(code).file; }

class Telling {
public:
    Telling(PageStory& story, Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options)
        : m_story(story),
          m_run(run),
          m_options(options) {
        m_story.programLanguage = run.language();
        const auto first = run.stateAt(run.firstStep());
        m_mainFile = first ? fileOf(run, first->step().code) : UINT32_MAX;
        takeLesson(first);
        OutputLines output;
        while (!output.follow(run)) {}
        for (const OutputPiece& piece : output.pieces()) m_story.output += piece.text;
        for (uint64_t step : steps) tellStep(step, output);
        placeStops();
    }

    void drawAll() {
        for (const QString& language : m_story.languages) {
            const TextLanguageScope scope(language);
            for (PageStep& step : m_story.steps) {
                step.text.push_back(HappenedText::describe(m_run, step.step));
                step.place.push_back(HappenedText::place(m_run.stateAt(step.step)->step(), m_run.stepCount()));
                if (step.prediction) sayPrediction(*step.prediction, m_run);
                if (step.drawing) sayDrawing(*step.drawing, m_run, step.step, m_options.picture);
            }
            draw(m_story.wide, &PageStep::wide, m_options.picture);
            PictureOptions narrow = m_options.picture;
            narrow.narrowStack = true;
            narrow.view = narrowView;
            draw(m_story.narrow, &PageStep::narrow, narrow);
        }
    }

private:
    void takeLesson(const std::shared_ptr<const MemoryState>& first) {
        m_story.languages = {textLanguage()};
        if (!first || m_mainFile == UINT32_MAX) return;
        const std::string_view path = first->filePath(m_mainFile), source = first->fileSource(m_mainFile);
        m_story.name = QFileInfo(toQString(path)).fileName();
        Lesson lesson = Lesson::parse({}, toQString(source));
        if (lesson.title.isEmpty()) return;
        if (lesson.title.contains(QStringLiteral("ko"))) m_story.languages = {QStringLiteral("en"), QStringLiteral("ko")};
        m_story.lesson = std::move(lesson);
    }

    int listed(uint32_t file) {
        if (file == UINT32_MAX) return -1;
        auto at = std::find(m_files.begin(), m_files.end(), file);
        if (at != m_files.end()) return int(at - m_files.begin());
        const auto state = m_run.stateAt(m_run.firstStep());
        QString text = Lesson::programOf(toQString(state->fileSource(file))).replace(QLatin1Char('\t'), QStringLiteral("    "));
        while (!text.isEmpty() && text.back().isSpace()) text.chop(1);
        m_story.files.push_back({QFileInfo(toQString(state->filePath(file))).fileName(), text});
        m_files.push_back(file);
        return int(m_files.size()) - 1;
    }

    void tellStep(uint64_t number, const OutputLines& output) {
        PageStep step;
        step.step = number;
        const auto state = m_run.stateAt(number);
        step.file = listed(fileOf(m_run, state->step().code));
        step.line = int(state->step().line);
        if (auto just = justRun(m_run, number); just && just->line && listed(fileOf(m_run, just->code)) == step.file) step.justLine = int(just->line);
        step.printed = number + 1 == m_run.stepCount() ? m_story.output.size() : output.lengthAt(number);
        m_story.steps.push_back(step);
    }

    void placeStops() {
        if (!m_story.lesson) return;
        for (int i = 0; i < m_story.lesson->stops.size(); ++i) {
            const LessonStop& stop = m_story.lesson->stops[i];
            const std::optional<uint64_t> at = stepOf(m_run, stop.place, m_mainFile);
            for (PageStep& step : m_story.steps) {
                if (step.step != at) continue;
                step.stop = i;
                if (stop.predictedAt) step.prediction = predictionAt(m_run, *at, stop.predicted, m_options.picture);
                if (stop.drawnAt) step.drawing = drawingAt(m_run, *at, m_options.picture);
                if (auto reading = stop.object.isEmpty() ? nullptr : m_run.readingAt(*at)) step.answer = reading->objectAt(stop.object.toStdString());
            }
        }
    }

    void draw(PagePictures& pictures, std::vector<ShownPieces> PageStep::*shown, const PictureOptions& options) {
        MemoryScene scene;
        scene.setPalette(Palette::ofInks());
        scene.setExporting(true);
        scene.setPlan(planRun(*m_run.clone(), options)); // widths follow from the words
        for (PageStep& step : m_story.steps) {
            scene.setAnswerMarks({});
            scene.show(buildPicture(m_run, step.step, options));
            if (step.prediction) markPrediction(scene, m_run, *step.prediction);
            if (step.drawing) markDrawing(scene, *step.drawing);
            (step.*shown).push_back(pictures.add(scene));
            if (step.drawing) (options.narrowStack ? step.drawing->narrow : step.drawing->wide).push_back(dotsOf(scene, pictures));
        }
    }

    PageStory& m_story;
    Run& m_run;
    ExportOptions m_options;
    uint32_t m_mainFile = UINT32_MAX;
    std::vector<uint32_t> m_files; // as PageStory::files
};

}

void tellStory(PageStory& story, Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options) {
    Telling(story, run, steps, options).drawAll();
}

}
