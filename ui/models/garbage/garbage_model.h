// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes the report of a step beside the window: at once what the step's memory tells, and, once the run has been gone through, the rest.

#include <QHash>
#include <QObject>
#include <memory>
#include <optional>

#include "ui/models/garbage/garbage_report.h"
#include "ui/state/background.h"

namespace memtape {

class Run;
class StepReader;

class GarbageModel : public QObject {
    Q_OBJECT
public:
    explicit GarbageModel(QObject* parent = nullptr) : QObject(parent) {}
    // Null: there is nothing to tell of.
    void show(Run* run, uint64_t step, std::optional<uint64_t> since, uint32_t mainFile);
    void forget();                                                                  // of the run
    const std::shared_ptr<const GarbageReport>& report() const { return m_report; } // the last one that is ready; null: none is
    bool isBusy() const { return m_reporting.isBusy() || m_chronicling.isBusy() || m_dating.isBusy(); }

Q_SIGNALS:
    void changed();

private:
    struct Wanted {
        uint64_t step = 0;
        std::optional<uint64_t> since;
        uint32_t mainFile = 0;
    };
    void makeReport();
    void goThrough(const std::shared_ptr<const Tape>& tape);
    void take(GarbageReport report);
    void dateCycles(); // since when the first cycles are lost, as far as that is not known

    std::shared_ptr<StepReader> m_reader, m_datingReader; // of the threads
    std::shared_ptr<const RunChronicle> m_chronicle;
    std::shared_ptr<const GarbageReport> m_report;
    std::optional<Wanted> m_wanted;
    QHash<uint32_t, std::optional<uint64_t>> m_lostSince; // by life of a cycle's first object; none: it cannot be told
    Background m_reporting, m_chronicling, m_dating;      // last: their threads end first
};

}
