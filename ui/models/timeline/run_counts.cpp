// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/run_counts.h"

#include <algorithm>

#include "ui/models/timeline/follow_steps.h"

namespace memtape {

void RunCounts::reset(uint32_t file) {
    m_counts.clear();
    m_known.clear();
    m_step = 0;
    m_file = file;
}

bool RunCounts::inFile(const Run& run, uint32_t code) {
    auto known = m_known.constFind(code);
    if (known != m_known.constEnd()) return *known;
    bool is = run.code(code).file == m_file;
    m_known.insert(code, is);
    return is;
}

bool RunCounts::moveTo(Run& run, uint64_t step) {
    AtOnce turn;
    m_step = std::max(m_step, run.firstStep()); // what is gone is not counted
    step = std::max(step, run.firstStep());
    while (m_step != step) {
        if (turn.isOver()) return false;
        bool forwards = step > m_step;
        uint64_t from = forwards ? m_step : std::max(step, m_step > stepsAtOnce ? m_step - stepsAtOnce : 0);
        uint64_t to = forwards ? std::min(step, m_step + stepsAtOnce) : m_step;
        auto summary = run.summary(from, to);
        if (forwards ? summary.empty() : summary.size() < to - from) return false; // not known yet
        for (const StepSummary& row : summary) {
            if (row.kind != StepKind::Line || !inFile(run, row.code)) continue;
            if (qsizetype(row.line) >= m_counts.size()) m_counts.resize(row.line + 1);
            m_counts[row.line] += forwards ? 1 : -1;
        }
        m_step = forwards ? m_step + summary.size() : from;
    }
    return true;
}

}
