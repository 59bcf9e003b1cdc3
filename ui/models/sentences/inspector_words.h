// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The facts about an object in words, in the user's language. Objects are read as they are at the state's step.

#include <QCoreApplication>
#include <QString>

#include "core/replay/questions/basis.h"
#include "ui/models/sentences/inspector_facts.h"

namespace memtape {

// A line of an object's history: an event, or how many more its step had.
struct HistoryLine {
    uint64_t step = 0;
    QString text;
};

class InspectorWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::InspectorWords)

public:
    // The reading outlives the words.
    explicit InspectorWords(const Reading& reading) : m_reading(reading) {}

    QString title(const InspectorFacts& facts) const;    // its type, or that it is gone
    QString subtitle(const InspectorFacts& facts) const; // how it reads; empty where the title says it all

    QString label(const Fact& fact) const;
    QString value(const Fact& fact) const;
    QString basisName(Basis basis) const;

    // `3 references = 2 names + 1 attribute`: every holder that the count is made of.
    static QString sum(const ReferenceSum& sum);
    QString where(const HolderFact& holder) const; // `push`
    QString what(const HolderFact& holder) const;  // `head`

    QString event(const HistoryEvent& event) const;
    // Of one step a few lines; what would read as the line before it is said once.
    QVector<HistoryLine> history(const std::vector<HistoryEvent>& events) const;
    QString aliveBecause(const InspectorFacts& facts) const; // empty: not worked out
    QString pathStep(const PathStep& step) const;            // `head`, `.next`, `[0]`

private:
    QString other(ObjectId id) const;

    const Reading& m_reading;
};

}
