// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that can be said about one object at one step, for the inspector: facts in, no widgets.

#include <QCoreApplication>
#include <QString>
#include <QVector>
#include <optional>

#include "core/replay/memory_state.h"

namespace memtape {

class Run;

struct Fact {
    enum class Source : uint8_t { Language, CPython, Model } source = Source::Language;
    QString label, value;
    bool isCode = false;
    std::optional<uint64_t> step; // a click goes there
};

struct HolderLine {
    QString where, what; // `push`, `head`
    ObjectId holder;
};

struct HistoryLine {
    uint64_t step = 0;
    QString text;
};

class InspectorFacts {
    Q_DECLARE_TR_FUNCTIONS(memtape::InspectorFacts)

public:
    static InspectorFacts of(Run& run, ObjectId id);
    // `3 references = 2 names + 1 attribute`: every holder that the count is made of.
    static QString countSum(const MemoryState& state, ObjectId id);
    static QString sourceName(Fact::Source source);

    bool isAlive = false;
    QString title, subtitle;
    QVector<Fact> facts;
    QString sum;
    QVector<HolderLine> holders;
    QVector<HistoryLine> history;
    QString aliveBecause;

private:
    static QString holderWhere(const MemoryState& state, const Holder& holder);
};

}
