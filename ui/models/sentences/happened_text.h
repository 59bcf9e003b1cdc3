// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// "What happened", in plain sentences: what the line just run did to memory (StepFacts, StepWords), and what is about to run (OutlookWords).
// This is also what a screen reader says.

#include <QCoreApplication>
#include <QString>

#include "core/replay/memory_state.h"

namespace memtape {

class Reading;
class Run;
struct JustRun;

struct StepText {
    QString justTitle, justBody; // empty title: nothing has run yet
    QString nextTitle, nextBody;
    bool nextIsException = false;
};

class HappenedText {
    Q_DECLARE_TR_FUNCTIONS(memtape::HappenedText)

public:
    static StepText describe(Run& run, uint64_t step);
    // `Step 39 of 43, before line 9`: never "line 0".
    static QString place(const StepInfo& info, uint64_t stepCount);

private:
    static void tellJustRun(StepText& out, Run& run, uint64_t step, const JustRun& just);
    static void tellNext(StepText& out, Run& run, const Reading& reading);
    static void tellCall(StepText& out, const Reading& reading);
    static void tellReturn(StepText& out, Run& run, const Reading& reading);
};

}
