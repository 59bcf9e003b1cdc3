// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/garbage/garbage_model.h"

#include <algorithm>

#include "core/tape/tape.h"
#include "ui/models/garbage/lost_since.h"
#include "ui/state/run.h"
#include "ui/state/step_reader.h"

namespace memtape {

namespace {

constexpr qsizetype mostDated = 8; // cycles

}

void GarbageModel::show(Run* run, uint64_t step, std::optional<uint64_t> since, uint32_t mainFile) {
    if (!run || step >= run->stepCount()) {
        forget();
        Q_EMIT changed();
        return;
    }
    if (!m_reader) {
        m_reader = run->stepReader();
        m_datingReader = run->stepReader();
    }
    const std::shared_ptr<const Tape> tape = run->tape();
    if (m_chronicle && m_chronicle->steps != tape->stepCount()) m_chronicle.reset(); // it was cut off before
    if (!m_chronicle && !m_chronicling.isBusy() && tape->isFinished()) goThrough(tape);
    m_wanted = {step, since, mainFile};
    makeReport();
}

void GarbageModel::forget() {
    m_reporting.stop();
    m_chronicling.stop();
    m_dating.stop();
    m_lostSince.clear();
    m_reader.reset();
    m_datingReader.reset();
    m_chronicle.reset();
    m_report.reset();
    m_wanted.reset();
}

void GarbageModel::makeReport() {
    m_reporting.start([this, reader = m_reader, chronicle = m_chronicle, wanted = *m_wanted](const std::atomic<bool>& isOver) -> Background::Show {
        const Reading* reading = reader->readingAt(wanted.step);
        if (!reading) return {};
        GarbageReport report = reportGarbage(*reading, chronicle.get(), wanted.since, wanted.mainFile, isOver);
        return [this, report = std::move(report)] {
            take(report);
            dateCycles();
        };
    });
}

void GarbageModel::take(GarbageReport report) {
    for (LostCycle& cycle : report.cycles) cycle.since = m_lostSince.value(cycle.members[0].id.life);
    m_report = std::make_shared<const GarbageReport>(std::move(report));
    Q_EMIT changed();
}

void GarbageModel::dateCycles() {
    if (m_dating.isBusy()) return; // since when something is lost is the same at every step: what is under way counts
    QVector<LostCycle::Member> wanted;
    for (qsizetype i = 0; i < std::min(mostDated, m_report->cycles.size()); ++i)
        if (const LostCycle::Member& first = m_report->cycles[i].members[0]; !m_lostSince.contains(first.id.life)) wanted.append(first);
    if (wanted.isEmpty()) return;
    m_dating.start([this, reader = m_datingReader, wanted, step = m_report->step](const std::atomic<bool>& isOver) -> Background::Show {
        QHash<uint32_t, std::optional<uint64_t>> found;
        for (const LostCycle::Member& member : wanted) found.insert(member.id.life, lostSince(*reader, member.id, member.madeAt, step, isOver));
        return [this, found] {
            m_lostSince.insert(found);
            take(*m_report);
            dateCycles();
        };
    });
}

void GarbageModel::goThrough(const std::shared_ptr<const Tape>& tape) {
    m_chronicling.start([this, tape](const std::atomic<bool>& isOver) -> Background::Show {
        auto chronicle = chronicleOf(tape, growthPoints, isOver);
        return [this, chronicle] {
            m_chronicle = chronicle;
            if (m_wanted) makeReport();
        };
    });
}

}
