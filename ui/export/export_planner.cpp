// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_planner.h"

#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr uint64_t stepsAtOnce = 300; // so many are planned while one waits

}

ExportPlanner::~ExportPlanner() { forget(); }

void ExportPlanner::forget() {
    ++m_generation;
    if (m_cancel) m_cancel->store(true);
    if (m_thread.joinable()) m_thread.join();
    m_wish.reset();
    m_plan.reset();
}

ExportPlanner::Wish ExportPlanner::wishOf(Run& run, const ExportOptions& options) { return {run.stepCount(), options.picture}; }

const RunPlan* ExportPlanner::find(Run& run, const ExportOptions& options) {
    const Wish wish = wishOf(run, options);
    if (m_wish == wish) return m_plan ? &*m_plan : nullptr;
    if (wish.steps <= stepsAtOnce) return &wait(run, options);
    forget();
    m_wish = wish;
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_thread = std::thread([this, generation = m_generation, cancel = m_cancel, options, run = std::shared_ptr<Run>(run.clone())] {
        const auto plan = std::make_shared<RunPlan>(planFor(*run, options, cancel.get()));
        if (cancel->load()) return;
        QMetaObject::invokeMethod(
            this, [this, generation, plan] { take(generation, *plan); }, Qt::QueuedConnection);
    });
    return nullptr;
}

const RunPlan& ExportPlanner::wait(Run& run, const ExportOptions& options) {
    const Wish wish = wishOf(run, options);
    if (m_wish != wish || !m_plan) {
        forget();
        m_wish = wish;
        m_plan = planFor(run, options);
    }
    return *m_plan;
}

void ExportPlanner::take(int generation, const RunPlan& plan) {
    if (generation != m_generation) return;
    m_plan = plan;
    Q_EMIT ready();
}

}
