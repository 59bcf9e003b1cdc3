// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/handout/handout.h"

#include <QPageSize>
#include <memory>
#include <optional>

#include "ui/export/code_listing.h"
#include "ui/export/handout/drawing_tasks.h"
#include "ui/export/handout/handout_questions.h"
#include "ui/export/handout/page_flow.h"
#include "ui/export/pdf_bytes.h"
#include "ui/export/snapshot_page.h"
#include "ui/models/draw/draw_task.h"
#include "ui/models/lessons/lesson.h"
#include "ui/models/picture/object_text.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/scene/memory_scene.h"
#include "ui/state/run.h"
#include "ui/style/appearance.h"
#include "ui/style/text_language.h"

namespace memtape {

namespace {

constexpr double margin = 60, indent = 24, textSize = 14, gap = 10, wideGap = 26;

class Telling {
    Q_DECLARE_TR_FUNCTIONS(memtape::Handout)

public:
    Telling(Run& run, const ExportOptions& options, const Lesson& lesson, const std::vector<ReachedStop>& stops, double width)
        : m_run(run),
          m_lesson(lesson),
          m_stops(stops),
          m_options(options) {
        m_options.theme = Theme::Print;
        m_options.width = width;
        m_options.crop = Crop::Drawn;
        m_options.legend = m_options.code = m_options.strip = false;
        m_options.title.clear();
        m_options.picture.view = viewOnPage(run, {stops.front().step}, m_options);
        m_plan = planFor(run, m_options);
        m_questions = handoutQuestions(run, stops, m_options.picture);
        std::vector<uint64_t> told;
        for (const ReachedStop& stop : stops) told.push_back(stop.step);
        for (const ReachedStop& stop : stops)
            if (isDrawn(stop)) m_drawn.push_back({stop.step, stop.stop->place});
        if (m_drawn.empty()) m_drawn = stepsToDraw(run, m_options.picture, told); // else the teacher has chosen
    }

    void tell(PageFlow& flow) {
        tellProgram(flow);
        for (const ReachedStop& stop : m_stops) tellStop(flow, stop);
        tellQuestions(flow);
        tellDrawings(flow);
        tellSolutions(flow);
    }

private:
    using Piece = PageFlow::Piece;
    using Pieces = std::vector<Piece>;

    static QString in(const QHash<QString, QString>& texts) { return Lesson::in(texts, textLanguage()); }
    static Piece heading(const PageFlow& flow, const QString& text) {
        return flow.text(text, interfaceFont(textSize + 2, true), Ink::Text, 0, gap / 2);
    }
    static Piece paragraph(const PageFlow& flow, const QString& text, double left = 0) {
        return flow.text(text, interfaceFont(textSize), Ink::Text, left, gap);
    }
    static QString textOf(const LessonPlace& place) {
        const bool isFirst = place.time == 1;
        const QString text = place.isReturn ? isFirst ? tr("As line %1 returns") : tr("As line %1 returns, time %2")
                             : isFirst ? tr("Before line %1 runs")
                                            : tr("Before line %1 runs, time %2");
        return isFirst ? text.arg(place.line) : text.arg(place.line).arg(place.time);
    }
    // By the lesson's wish, and not by chance a step that no hand could draw.
    bool isDrawn(const ReachedStop& stop) const {
        return stop.stop->drawnAt && DrawTask(buildPicture(m_run, stop.step, m_options.picture)).fit() == DrawTask::Fit::Fits;
    }
    // What is drawn is numbered behind the questions.
    size_t numberOf(const ReachedStop& stop) const {
        size_t number = m_questions.size();
        for (const DrawingTask& task : m_drawn)
            if (++number; task.step == stop.step) break;
        return number;
    }

    Piece pictureOf(uint64_t step, bool hasArrows = true) {
        ExportOptions options = m_options;
        options.arrows = hasArrows;
        auto page = std::make_shared<SnapshotPage>(m_run, std::vector<uint64_t>{step}, options, m_plan);
        auto paint = [page](QPainter& painter, QPointF at) {
            painter.translate(at);
            page->paint(painter);
        };
        return {page->size(), paint, wideGap};
    }

    void tellProgram(PageFlow& flow) {
        flow.add({flow.text(in(m_lesson.title), interfaceFont(24, true), Ink::Text, 0, gap), paragraph(flow, in(m_lesson.text))});
        auto code = std::make_shared<CodeListing>(m_run, std::vector<uint64_t>{0});
        auto style = std::make_shared<MemoryScene>(); // it has the colours that a listing is painted with
        style->setPalette(Palette(Theme::Print));
        auto paint = [code, style](QPainter& painter, QPointF at) { code->paint(painter, style->style(), QRectF(at, code->size())); };
        flow.add({{code->size(), paint, wideGap}});
    }

    void tellStop(PageFlow& flow, const ReachedStop& stop) {
        Pieces pieces{heading(flow, textOf(stop.stop->place))};
        if (const QString text = in(stop.stop->text); !text.isEmpty()) pieces.push_back(paragraph(flow, text));
        if (isDrawn(stop)) pieces.push_back(paragraph(flow, tr("Draw it: number %1.").arg(numberOf(stop)))); // its picture would tell
        else pieces.push_back(pictureOf(stop.step));
        pieces.back().after = wideGap;
        flow.add(pieces);
    }

    void tellQuestions(PageFlow& flow) {
        int number = 0;
        for (const HandoutQuestion& asked : m_questions) {
            if (number++ == 0) {
                flow.beginPage();
                flow.add({flow.text(tr("Questions"), interfaceFont(20, true), Ink::Text, 0, gap)});
            }
            Pieces pieces{heading(flow, tr("%1. %2").arg(number).arg(textOf(asked.at.stop->place)))};
            for (const QString& text : {asked.about, asked.question})
                if (!text.isEmpty()) pieces.push_back(paragraph(flow, text));
            for (const QString& choice : asked.choices) pieces.push_back(choiceOf(flow, choice));
            if (asked.choices.isEmpty()) {
                pieces.push_back(paragraph(flow, tr("Mark it in the picture.")));
                pieces.push_back(pictureOf(asked.at.step));
            }
            pieces.back().after = wideGap;
            flow.add(pieces);
        }
    }

    void tellDrawings(PageFlow& flow) {
        size_t number = m_questions.size();
        if (!m_drawn.empty()) {
            flow.beginPage();
            flow.add({flow.text(tr("Draw it"), interfaceFont(20, true), Ink::Text, 0, gap),
                      paragraph(flow, tr("From each dot an arrow leads to an object: draw it. Two arrows may lead to the same one."))});
        }
        for (const DrawingTask& task : m_drawn) flow.add({drawingHeading(flow, ++number, task), pictureOf(task.step, false)});
    }
    Piece drawingHeading(const PageFlow& flow, size_t number, const DrawingTask& task) {
        return heading(flow, tr("%1. %2").arg(number).arg(textOf(task.place)));
    }

    // With a square to be ticked.
    static Piece choiceOf(const PageFlow& flow, const QString& text) {
        Piece piece = paragraph(flow, text, indent);
        auto paint = [words = piece.paint](QPainter& painter, QPointF at) {
            words(painter, at);
            painter.setPen(QPen(Palette(Theme::Print)[Ink::Text], 1.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(at + QPointF(1, 3), QSizeF(textSize - 2, textSize - 2)));
        };
        return {piece.size, paint, piece.after};
    }

    void tellSolutions(PageFlow& flow) {
        size_t number = 0;
        if (!m_questions.empty() || !m_drawn.empty()) {
            flow.beginPage();
            flow.add({flow.text(tr("Solutions"), interfaceFont(20, true), Ink::Text, 0, gap)});
        }
        for (const HandoutQuestion& asked : m_questions) {
            Pieces pieces{heading(flow, tr("%1. %2").arg(++number).arg(asked.right))};
            if (!asked.why.isEmpty()) pieces.push_back(paragraph(flow, asked.why, indent));
            pieces.back().after = wideGap;
            flow.add(pieces);
        }
        for (const DrawingTask& task : m_drawn) flow.add({drawingHeading(flow, ++number, task), pictureOf(task.step)});
    }

    Run& m_run;
    const Lesson& m_lesson;
    const std::vector<ReachedStop>& m_stops;
    ExportOptions m_options;
    RunPlan m_plan;
    std::vector<HandoutQuestion> m_questions;
    std::vector<DrawingTask> m_drawn;
};

std::vector<ReachedStop> stopsOf(Run& run, const Lesson& lesson, uint32_t file) {
    std::vector<ReachedStop> stops;
    for (const LessonStop& stop : lesson.stops)
        if (const auto at = stepOf(run, stop.place, file)) stops.push_back({&stop, *at});
    return stops;
}

}

QByteArray Handout::pdf(Run& run, const ExportOptions& options, Paper paper, QString* error) {
    const auto first = run.stateAt(run.firstStep());
    const uint32_t code = first ? first->step().code : UINT32_MAX;
    const uint32_t file = code == UINT32_MAX ? UINT32_MAX : first->code(code).file;
    const Lesson lesson = file == UINT32_MAX ? Lesson() : Lesson::parse({}, toQString(first->fileSource(file)));
    const std::vector<ReachedStop> stops = stopsOf(run, lesson, file);
    if (lesson.title.isEmpty() || stops.empty()) {
        *error = tr("A handout is made of a lesson: a program with comments that say what to look at.");
        return {};
    }
    const QPageSize size(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter);
    const QSizeF page = size.size(QPageSize::Inch) * 96;
    Telling telling(run, options, lesson, stops, page.width() - 2 * margin);
    return pdfBytes(Lesson::in(lesson.title, textLanguage()), size, [&](QPdfWriter& writer, QPainter& painter) {
        PageFlow flow(writer, painter, page, margin);
        telling.tell(flow);
    });
}

}
