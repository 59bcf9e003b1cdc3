// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animation/animation.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/export/animation/apng_writer.h"
#include "ui/export/animation/gif_writer.h"
#include "ui/export/animation/webp_writer.h"
#include "ui/export/snapshot_page.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr double motion = 200;  // ms
constexpr int lastRests = 1000; // ms that the last step is shown longer, before all begins again
constexpr double mostPixels = 16e6;
constexpr size_t mostSteps = 1000, sampleSteps = 20;

QString animationText(const char* text) { return QCoreApplication::translate("memtape::Export", text); }

class Film {
public:
    Film(AnimationWriter& writer, SnapshotPage& page) : m_writer(writer), m_page(page), m_look(page.options().animation) {}

    QByteArray write(const std::vector<uint64_t>& steps) {
        const double step = m_look.seconds * 1000;
        for (size_t i = 0; i < steps.size(); ++i) {
            const int from = int(std::lround(step * double(i)));
            const bool isNeighbour = i > 0 && (steps[i] == steps[i - 1] + 1 || steps[i] + 1 == steps[i - 1]); // as in the window
            const bool moves = m_page.turnTo(qsizetype(i), m_look.moves && isNeighbour);
            drawStep(from, moves);
            if (m_page.options().goesOn && !m_page.options().goesOn(i + 1, steps.size())) return {};
        }
        return m_writer.finish(int(std::lround(step * double(steps.size()))) + lastRests);
    }

private:
    // Each frame shows where things are at its end, so that the last one is the step as it stays.
    void drawStep(int from, bool moves) {
        QImage page = m_page.image(m_page.options().scale);
        const double frame = 1000.0 / m_look.framesPerSecond;
        const int frames = moves ? int(std::ceil(motion / frame)) : 1;
        for (int i = 0; i < frames; ++i) {
            if (moves) {
                m_page.showMotionAt(double(i + 1) / frames);
                paintPanel(page);
            }
            m_writer.add(page, from + int(std::lround(i * frame)));
        }
    }

    void paintPanel(QImage& page) {
        QPainter painter(&page);
        painter.scale(m_page.options().scale, m_page.options().scale);
        m_page.paintShownPanel(painter);
    }

    AnimationWriter& m_writer;
    SnapshotPage& m_page;
    const AnimationLook m_look;
};

QString tooLarge(const AnimationWriter& writer, QSizeF size) {
    if (size.width() * size.height() > mostPixels)
        return animationText(
            QT_TRANSLATE_NOOP("memtape::Export", "Each picture would have more than 16 million pixels; choose a smaller scale or width."));
    if (std::max(size.width(), size.height()) > writer.longestSide())
        return animationText(
                   QT_TRANSLATE_NOOP("memtape::Export",
                                     "The format has no pictures of more than %1 pixels in width or height; choose a smaller scale or width."))
            .arg(writer.longestSide());
    return {};
}

template <class Writer>
QByteArray animated(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QString* error) {
    Writer writer;
    if (steps.size() <= mostSteps) return animate(writer, run, steps, options, plan, error);
    const QByteArray sample = animate(writer, run, {steps.begin(), steps.begin() + sampleSteps}, options, plan, error);
    if (!sample.isEmpty())
        *error = animationText(QT_TRANSLATE_NOOP("memtape::Export",
                                                 "An animation of %1 steps would have about %2 MB; choose a range of up to %3 (--range A:B)."))
                     .arg(steps.size())
                     .arg(std::ceil(double(sample.size()) / sampleSteps * double(steps.size()) / 1e6), 0, 'f', 0)
                     .arg(mostSteps);
    return {};
}

}

QByteArray animate(AnimationWriter& writer, Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan,
                   QString* error) {
    SnapshotPage page(run, steps, options, plan, SnapshotPage::Layout::Film);
    *error = tooLarge(writer, page.size() * options.scale);
    if (!error->isEmpty()) return {};
    const QByteArray bytes = Film(writer, page).write(steps);
    if (bytes.isEmpty())
        *error = options.goesOn ? animationText(QT_TRANSLATE_NOOP("memtape::Export", "The animation was not finished, and nothing is written."))
                                : animationText(QT_TRANSLATE_NOOP("memtape::Export", "The animation cannot be made: there is not enough memory."));
    return bytes;
}

QByteArray webpAnimation(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QString* error) {
    return animated<WebpWriter>(run, steps, options, plan, error);
}

QByteArray gifAnimation(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QString* error) {
    return animated<GifWriter>(run, steps, options, plan, error);
}

QByteArray apngAnimation(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QString* error) {
    return animated<ApngWriter>(run, steps, options, plan, error);
}

}
