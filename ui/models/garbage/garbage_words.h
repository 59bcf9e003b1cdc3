// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Garbage page's report in words.

#include <QCoreApplication>
#include <QString>

#include "ui/models/garbage/garbage_report.h"

namespace memtape {

class GarbageWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::GarbageWords)

public:
    static QString amount(const Kept& amount);             // `2 objects, 96 bytes`
    static QString whyCountsStay(const LostCycle& cycle);  // sentences
    static QString made(const LostCycle& cycle);           // `made by line 9 at`, before steps
    static QString through(const LostCycle& cycle);        // by which part they hold one another, where it is one alone; else empty
    static QString count(const GenerationGauge& gauge);    // `37 of 2000`
    static QString lastRun(const CollectionRun& run);      // `line 14: took 2 objects`, behind the step
    static QString generations(size_t first, size_t last); // `generation 0`, `generations 0 – 2`
    static QString gaugeMeaning(size_t generation);        // what its figures count
    static QString line(const StayingLine& line);          // `line 17`, `helper.py 3`
    static QString keptBy(const StayingLine& line);
    static QString cause(ReleaseCause cause);
    static QString summary(const GarbageReport& report); // for a screen reader
};

}
