// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The limits of recordings: those of the settings hold for what is recorded, and the panel in which they are seen and set.

#include <QObject>
#include <QPointer>

#include "ui/views/limits_panel.h"

namespace memtape {

struct Workbench;

class RecordingLimits : public QObject {
    Q_OBJECT
public:
    explicit RecordingLimits(Workbench& bench);

private:
    void openPanel();

    Workbench& m_bench;
    QPointer<LimitsPanel> m_panel; // null: closed
};

}
