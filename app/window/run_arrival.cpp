// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/run_arrival.h"

#include <algorithm>

#include "ui/state/cursor.h"
#include "ui/state/document.h"

namespace memtape {

RunArrival::RunArrival(Document& document, Cursor& cursor) : m_document(document), m_cursor(cursor) {
    connect(&document, &Document::runReplaced, this, [this] {
        const Run* run = m_document.run();
        m_cursor.reset(m_document.stepCount(), m_wanted ? *m_wanted : firstLine(), run ? run->firstStep() : 0);
    });
    connect(&document, &Document::grew, this, [this](quint64 steps) {
        m_cursor.setStepCount(steps);
        if (m_wanted && m_cursor.step() < *m_wanted) m_cursor.moveTo(*m_wanted);
    });
    connect(&document, &Document::inputRequested, this, [this] {
        if (!m_document.stepCount()) return;
        m_cursor.setStepCount(m_document.stepCount());
        m_cursor.moveTo(m_document.stepCount() - 1);
    });
    connect(&document, &Document::recordingStarted, this, [this] {
        if (m_document.run() && m_cursor.stepCount()) startAt(m_cursor.step());
    });
}

// The call of the module comes before it.
quint64 RunArrival::firstLine() const {
    constexpr uint64_t mostLooked = 8;
    uint64_t count = m_document.stepCount(), step = 0;
    if (count < 2) return 0;
    if (const uint64_t first = m_document.run()->firstStep()) return first; // in the middle of the run
    auto rows = m_document.run()->summary(0, std::min(count, mostLooked));
    while (step + 1 < rows.size() && rows[step].kind != StepKind::Line) ++step;
    return step;
}

}
