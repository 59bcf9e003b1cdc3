// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_counts.h"

#include <algorithm>

#include "ui/state/run.h"

namespace memtape {

void RunCounts::reset(uint32_t file) {
    m_counts.clear();
    m_known.clear();
    m_step = 0;
    m_file = file;
}

bool RunCounts::inFile(Run& run, uint32_t code) {
    auto known = m_known.constFind(code);
    if (known != m_known.constEnd()) return *known;
    bool is = run.state().code(code).file == m_file;
    m_known.insert(code, is);
    return is;
}

void RunCounts::moveTo(Run& run, uint64_t step) {
    constexpr uint64_t atOnce = 50000;
    int sign = step >= m_step ? 1 : -1;
    uint64_t from = std::min(step, m_step), to = std::max(step, m_step);
    for (; from < to; from += atOnce) {
        auto summary = run.summary(from, std::min(to, from + atOnce));
        for (const StepSummary& row : summary) {
            if (row.kind != StepKind::Line || !inFile(run, row.code)) continue;
            if (qsizetype(row.line) >= m_counts.size()) m_counts.resize(row.line + 1);
            m_counts[row.line] += sign;
        }
    }
    m_step = step;
}

}
