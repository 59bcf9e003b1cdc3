// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lessons/lesson_pictures.h"

#include <QFileInfo>
#include <QPainter>
#include <QPointer>
#include <algorithm>

#include "core/session/language.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/scene/memory_scene.h"
#include "ui/state/program_runner.h"
#include "ui/state/run.h"
#include "ui/views/lessons/lesson_gallery.h"

namespace memtape {

namespace {

constexpr uint64_t planned = 2000;           // steps, up to which the whole run is laid out, as the window does
constexpr quint64 mostSteps = 100000;        // of a lesson: others would keep the gallery waiting
constexpr double pixelRatio = 2;             // sharp on every screen
constexpr double margin = 10, largest = 0.8; // round what is painted; of its own size

std::optional<uint64_t> stepOfPicture(Run& run, const Lesson& lesson) {
    const auto first = run.stateAt(run.firstStep());
    if (!first || first->step().code == UINT32_MAX) return std::nullopt;
    const LessonPlace place = lesson.pictureLine       ? LessonPlace{.line = lesson.pictureLine}
                              : lesson.stops.isEmpty() ? LessonPlace{}
                                                       : lesson.stops.first().place;
    return place.line < 1 ? std::nullopt : stepOf(run, place, run.code(first->step().code).file);
}

}

QImage lessonPicture(Run& run, const Lesson& lesson, Theme theme, QSize size, double ratio) {
    const auto step = stepOfPicture(run, lesson);
    if (!step) return {};
    PictureOptions options;
    options.detail = Detail::Names; // the least that says something, as nobody reads it
    options.everyObjectAsBox = lesson.everyObjectAsBox;
    options.view = QSizeF(760, 420);
    MemoryScene scene;
    const Palette palette(theme);
    scene.setPalette(palette);
    scene.setExporting(true);
    if (run.stepCount() <= planned) scene.setPlan(planRun(*run.clone(), options));
    scene.show(buildPicture(run, *step, options));
    QRectF drawn;
    for (const QRectF& box : scene.boxRects()) drawn |= box;
    if (drawn.isNull())
        for (const QRectF& card : scene.cardRects()) drawn |= card;
    if (drawn.isNull()) return {};
    drawn.adjust(-margin, -margin, margin, margin);
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(palette[Ink::Heap]);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = std::min({largest, size.width() / drawn.width(), size.height() / drawn.height()});
    const QSizeF shown = drawn.size() * scale;
    scene.render(&painter, QRectF(QPointF((size.width() - shown.width()) / 2, (size.height() - shown.height()) / 2), shown), drawn);
    return image;
}

LessonPictures::LessonPictures(QObject* parent) : QObject(parent) {}

LessonPictures::~LessonPictures() {
    if (m_runner) m_runner->stop();
}

void LessonPictures::want(const QVector<Lesson>& lessons) {
    m_queue.clear();
    for (const Lesson& lesson : lessons)
        if (!m_painted.contains(lesson.source)) m_queue.append(lesson);
    if (!m_isPainting) next();
}

QImage LessonPictures::pictureOf(const Lesson& lesson, Theme theme) const {
    const Painted painted = m_painted.value(lesson.source);
    return theme == Theme::Dark ? painted.dark : painted.light;
}

void LessonPictures::next() {
    m_isPainting = !m_queue.isEmpty();
    if (!m_isPainting) return;
    if (!m_runner) m_runner = makeSessionRunner();
    const Lesson lesson = m_queue.takeFirst();
    ProgramStart start;
    const bool isOurs = !lesson.id.contains(QLatin1Char('/'));
    start.file = (isOurs ? lesson.id + lesson.ending : lesson.id).toStdString();
    start.source = lesson.program.toStdString();
    if (const Language* language = languageOfFile(start.file)) start.language = std::string(language->tag());
    start.limits.set(Limit::Steps, mostSteps);
    start.readLine = [] { return std::nullopt; };
    start.finished = [self = QPointer<LessonPictures>(this), lesson](const ProgramEnd&) { // on another thread
        QMetaObject::invokeMethod(
            self.data(),
            [self, lesson] {
                if (!self) return;
                self->paint(lesson, self->m_runner->openRun());
                self->next();
            },
            Qt::QueuedConnection);
    };
    m_runner->start(std::move(start));
}

void LessonPictures::paint(const Lesson& lesson, std::unique_ptr<Run> run) {
    Painted& painted = m_painted[lesson.source];
    if (!run || run->stepCount() == 0) return;
    const QSize size = LessonGallery::pictureSize();
    painted.light = lessonPicture(*run, lesson, Theme::Light, size, pixelRatio);
    painted.dark = lessonPicture(*run, lesson, Theme::Dark, size, pixelRatio);
    if (!painted.light.isNull()) Q_EMIT this->painted(lesson.id);
}

}
