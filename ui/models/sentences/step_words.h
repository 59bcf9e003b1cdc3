// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The facts of a step in sentences, one for each. No sentence begins with what a program has named, so that nothing is to be spelt with a capital
// letter; and in other languages a noun of the sentence's own follows such a name, so that no particle depends on it.

#include <QCoreApplication>
#include <QString>

#include "ui/models/sentences/step_facts.h"

namespace memtape {

class StepWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::StepWords)

public:
    explicit StepWords(const StepFacts& facts) : m_facts(facts) {}

    QString sentence(const StepFact& fact) const;
    // `Node (20): 3 references = 2 names + 1 attribute.` of what the fact made a name or a part refer to; empty: nothing to count.
    QString sum(const StepFact& fact) const;

private:
    QString phrase(ObjectId id) const;
    QString phrases(const QVector<ObjectId>& ids) const; // `the Node (1), the Node (2) and 3 more objects`
    QString type(ObjectId id) const;
    bool isBox(ObjectId id) const;
    QString printed(const QString& text) const;
    QString cause(const StepFact::Cause& cause) const;
    QString begun(const StepFact& fact) const;
    QString ended(const StepFact& fact) const;
    QString named(const StepFact& fact) const;
    QString removed(const StepFact& fact) const;
    QString part(const StepFact& fact) const;
    QString partSet(const StepFact& fact) const;
    QString emptied(const StepFact& fact) const;
    QString partAdded(const StepFact& fact) const;
    QString partRemoved(const StepFact& fact) const;
    QString points(const StepFact& fact) const;
    QString paused(const StepFact& fact) const;
    QString counted(const StepFact& fact) const;
    QString notCopied(const StepFact& fact) const; // that the object referred to is the one that was there already
    QString alsoSeen(ObjectId changed) const;      // that the change is seen in several places
    QString thread(uint32_t number) const;

    const StepFacts& m_facts;
};

}
