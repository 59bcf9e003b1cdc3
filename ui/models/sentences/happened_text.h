// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// "What happened", in plain sentences made from the events of one step: what the line just run did to memory, and what is about to run.
// This is also what a screen reader says. Sentences avoid words that would need a particle after a name, so that they translate.

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "core/replay/memory_state.h"

namespace memtape {

class Run;

struct StepText {
    QString justTitle, justBody; // empty title: nothing has run yet
    QString nextTitle, nextBody;
    bool nextIsException = false;
};

class HappenedText {
    Q_DECLARE_TR_FUNCTIONS(memtape::HappenedText)

public:
    // The run stands at `step` afterwards. `lines` is the recorded source.
    static StepText describe(Run& run, uint64_t step, const QStringList& lines);
    // `Step 39 of 43, before line 9`: never "line 0".
    static QString place(const StepInfo& info, uint64_t stepCount);
};

}
