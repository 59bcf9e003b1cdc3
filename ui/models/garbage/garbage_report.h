// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the Garbage page tells of a step, as values: what nothing reaches, where the collector stands, what stays and who keeps it, and why objects
// were released.

#include <QString>
#include <QStringList>
#include <QVector>
#include <atomic>
#include <optional>

#include "core/replay/questions/run_chronicle.h"
#include "core/replay/reading.h"

namespace memtape {

// Objects that nothing reaches and that hold one another.
struct LostCycle {
    static constexpr qsizetype mostDrawn = 7;
    struct Member {
        ObjectId id;
        QString text; // `Node ('a')`
        uint64_t madeAt = 0;
        uint32_t line = 0;
    };
    struct Reference {
        qsizetype from = 0, to = 0; // of the members; members.size(): one that is not drawn
        QStringList parts;          // `.next`, `[0]`; those that have a name
    };
    QVector<Member> members; // the first
    uint64_t count = 0;      // of all members
    QVector<Reference> references;
    uint64_t held = 0; // objects in no cycle that only it keeps
    Kept kept;
    bool isHeldByOther = false;    // by another cycle that nothing reaches
    std::optional<uint64_t> since; // the first step at which nothing reached it; none: not known

    bool hasRest() const { return count > uint64_t(members.size()); }
};

// What of a line's objects stays.
struct StayingLine {
    SourceLine at;
    QString file; // name of another file than the program's own; else empty
    QString types;
    Kept amount;
    QStringList names; // each alone keeps some of them; the first
    bool hasMoreNames = false;
    bool keptBySeveral = false; // some are kept by several names, or by what is no name
    bool keptByNothing = false; // some but by each other
    QVector<uint64_t> growth;   // live bytes at moments evenly over the whole run; empty: not known yet
};

struct ReleasedRow {
    ReleaseCause cause = ReleaseCause::LineDone;
    Kept amount;
    QString types;
};

struct GarbageReport {
    uint64_t step = 0, stepCount = 0;
    std::optional<uint64_t> since; // what stays, and what was released, since then; none: all
    QString implementation;

    QVector<LostCycle> cycles; // the first
    uint64_t moreCycles = 0;
    uint64_t dying = 0; // objects that are being released just now
    Kept collection;    // what one of everything would take now

    bool isWhole = false;                // the rest is known
    std::vector<GenerationGauge> gauges; // empty: the language has no collector
    QVector<StayingLine> lines;          // the largest first
    QVector<ReleasedRow> released;       // in the order of the causes
    uint64_t releasedObjects = 0;
};

constexpr qsizetype mostCyclesTold = 60;
constexpr size_t growthPoints = 97;

// The chronicle is of the whole run; null: what it tells is left out. `mainFile`: the program's own.
GarbageReport reportGarbage(const Reading& reading, const RunChronicle* chronicle, std::optional<uint64_t> since, uint32_t mainFile,
                            const std::atomic<bool>& isOver);

}
