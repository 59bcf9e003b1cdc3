// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recording_limits.h"

#include "app/window/workbench.h"
#include "ui/state/document.h"
#include "ui/state/settings.h"

namespace memtape {

RecordingLimits::RecordingLimits(Workbench& bench) : m_bench(bench) {
    bench.document.setLimits(bench.settings.limits());
    bench.actions.on(ActionId::Limits, this, [this] { openPanel(); });
}

void RecordingLimits::openPanel() {
    if (!m_panel) {
        m_panel = new LimitsPanel(m_bench.document.limits(), m_bench.appearance, &m_bench.window);
        connect(m_panel, &LimitsPanel::limitsChanged, this, [this] {
            // What was raised for this program alone, or is the command line's, is not for the others.
            Limits kept = m_bench.settings.limits();
            const Limits chosen = m_panel->limits(), before = m_bench.document.limits();
            for (const LimitRow& row : limitTable())
                if (chosen[row.limit] != before[row.limit]) kept.set(row.limit, chosen[row.limit]);
            m_bench.settings.setLimits(kept);
            m_bench.document.setLimits(chosen);
        });
        connect(m_panel, &LimitsPanel::recordRequested, &m_bench.document, &Document::record);
    }
    m_panel->show();
    m_panel->raise();
    m_panel->activateWindow();
}

}
