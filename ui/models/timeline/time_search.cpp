// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/time_search.h"

#include "core/tape/tape.h"
#include "ui/state/document.h"

namespace memtape {

namespace {

constexpr int nextLook = 40; // ms, at what has arrived

}

TimeSearch::TimeSearch(Document& document, QObject* parent) : QObject(parent), m_document(document) {
    m_taking.setInterval(nextLook);
    connect(&m_taking, &QTimer::timeout, this, &TimeSearch::take);
    connect(&document, &Document::runReplaced, this, &TimeSearch::restart);
    connect(&document, &Document::recordingFinished, this, &TimeSearch::restart); // there is more of it now
}

TimeSearch::~TimeSearch() = default;

void TimeSearch::look(const QString& text) {
    if (text == m_text) return;
    m_text = text;
    restart();
}

void TimeSearch::restart() {
    m_background.stop();
    m_taking.stop();
    m_found.clear();
    m_result.reset();
    m_problem = {};
    m_arrivals.reset();
    m_looked = m_steps = 0;
    Run* run = m_document.run();
    auto what = std::make_shared<FindExpression>();
    const QByteArray utf8 = m_text.toUtf8();
    if (!m_text.trimmed().isEmpty()) {
        const FindProblem problem = parseFind(utf8.toStdString(), *what);
        m_problem = {QString::fromUtf8(utf8.left(qsizetype(problem.at))).size(), problem.sentence};
        if (problem.sentence.empty() && run && run->stepCount()) {
            const std::shared_ptr<const Tape> tape = run->tape();
            m_steps = tape->stepCount();
            m_arrivals = std::make_shared<Arrivals>();
            m_background.start([this, what, tape, arrivals = m_arrivals](const std::atomic<bool>& isOver) -> Background::Show {
                auto tell = [&](const Found& found, const Reading&) {
                    std::lock_guard lock(arrivals->mutex);
                    arrivals->steps.push_back(found.step.step);
                    arrivals->looked = found.step.step;
                    if (!arrivals->isTold) QMetaObject::invokeMethod(this, &TimeSearch::take, Qt::QueuedConnection); // the first is shown at once
                    arrivals->isTold = true;
                    return true;
                };
                const FindResult result = find(tape, *what, tell, &isOver);
                return [this, result] {
                    m_result = result;
                    take();
                };
            });
            m_taking.start();
        }
    }
    Q_EMIT changed();
}

void TimeSearch::take() {
    std::vector<uint64_t> steps;
    if (m_arrivals) {
        std::lock_guard lock(m_arrivals->mutex);
        steps.swap(m_arrivals->steps);
        m_looked = m_arrivals->looked;
    }
    for (uint64_t step : steps) m_found.add(step);
    if (m_result) {
        m_looked = m_result->steps;
        m_taking.stop();
    }
    Q_EMIT changed();
}

}
