// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/passing_error.h"

#include "ui/state/run.h"

namespace memtape {

namespace {

// Goes back through the steps of the run, from frame to frame.
class WayOut {
public:
    WayOut(Run& run, uint64_t step, qsizetype most) : m_run(run), m_at(step), m_most(most) {}

    std::optional<PassingError> find() {
        if (!read(m_at)) return std::nullopt;
        m_found.leavesNow = isLeftByError();
        if (m_row.kind != StepKind::Exception && !m_found.leavesNow) return std::nullopt;
        while (goBackToError() && isSameError()) {
            m_found.raisedAt = m_at;
            if (!m_most) break;
            uint32_t depth = m_row.depth;
            if (m_at == 0 || !read(m_at - 1) || m_row.depth <= depth || !isLeftByError()) break; // it was raised here
            ++m_found.leftInAll;
            if (m_found.left.size() < m_most) m_found.left.append({m_row.code, m_row.line});
        }
        if (!m_found.error) return std::nullopt;
        if (m_most) goBackBeforeHandlers();
        return m_found;
    }

private:
    bool read(uint64_t step) {
        auto rows = m_run.summary(step, step + 1);
        if (rows.empty()) return false; // not known yet
        m_at = step;
        m_row = rows[0];
        return true;
    }

    bool isLeftByError() const { return m_row.kind == StepKind::Return && !m_row.hasResult; }

    // To the step at which the error came up in the frame of this one: what the frame did on its way out (`finally`) lies between.
    bool goBackToError() {
        const uint32_t depth = m_row.depth;
        while (m_row.kind != StepKind::Exception || m_row.depth != depth) {
            bool begins = m_row.kind == StepKind::Call && m_row.depth == depth;
            if (begins || m_row.depth < depth || m_at == 0 || !read(m_at - 1)) return false;
        }
        return true;
    }

    // A handler may have raised it anew: then it was raised before.
    void goBackBeforeHandlers() {
        constexpr uint64_t stepsBack = 500;
        const uint64_t first = m_found.raisedAt > stepsBack ? m_found.raisedAt - stepsBack : 0;
        auto rows = m_run.summary(first, m_found.raisedAt);
        for (size_t i = rows.size(); i-- > 0;) {
            if (rows[i].kind != StepKind::Exception) continue;
            auto state = m_run.stateAt(first + i);
            if (state && state->step().raised == m_found.error) m_found.raisedAt = first + i;
        }
    }

    bool isSameError() {
        auto state = m_run.stateAt(m_at);
        ObjectId raised = state ? state->step().raised : ObjectId();
        if (!m_found.error) m_found.error = raised;
        return raised && m_found.error == raised;
    }

    Run& m_run;
    uint64_t m_at;
    qsizetype m_most;
    StepSummary m_row{};
    PassingError m_found;
};

}

std::optional<PassingError> passingError(Run& run, uint64_t step, qsizetype mostFrames) { return WayOut(run, step, mostFrames).find(); }

}
