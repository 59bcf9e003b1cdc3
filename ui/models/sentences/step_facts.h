// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one step changed, as values, most telling first: what the program put out, errors, what became unreachable or was released, frames, names,
// contents, what came. Each fact is a difference between the memory before the step and after it; what came and went in between is none. The events
// in between only say where to look. StepWords puts the facts into sentences.

#include <QSet>
#include <QString>
#include <QVector>
#include <memory>
#include <optional>

#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "ui/models/picture/picture.h" // qHash of ObjectId

namespace memtape {

class Run;

struct StepFact {
    enum class Kind : uint8_t {
        Printed,         // `text`
        PrintedError,    // the same, as an error's text
        Read,            // `text`, from the input
        Raised,          // the error `object`
        Sought,          // the handler of `object`: it is held for the clauses
        Caught,          // `object`
        GoesOn,          // `object`, which no clause took
        Settled,         // `object` is handled no longer
        Unreachable,     // `objects`, alive
        Released,        // `objects`, the first because of `because`, the others with it
        Collected,       // `objects`, by the cycle collector
        GivenBack,       // `object`, by the program
        CollectorRan,    // and took nothing
        CallBegan,       // of `text`, with the names `given`
        CallEnded,       // of `text`, which returned `value`
        Ready,           // `value`: what the call is about to return or to hand out
        CallLeft,        // of `text`, by the error `object`
        Paused,          // the call of `text`, giving `value`; its frame waits in the heap, for `objects` if it awaits any
        HandedOut,       // the same, and goes on already
        WentOn,          // the call of `text`
        Began,           // the call of `text`, whose frame was waiting in the heap
        ThreadChanged,   // to `index`
        Named,           // `text`: to `value`, no longer to `previous`
        NameRemoved,     // `text`: referred to `previous`
        NameShared,      // `text`: now by `value`, which functions can share
        PartSet,         // of `object`: to `value`, no longer to `previous`
        PartAdded,       // to `object`: `value`
        PartRemoved,     // from `object`: `previous`
        PartsSwapped,    // the items `index` and `other` of `object`
        WeakLost,        // of the weak reference `object`: where it led
        ContentsChanged, // of `object`, in many places
        Emptied,         // `object`: of its `index` items, entries or elements, which were many
        ValueChanged,    // of `object`, in place
        Points,          // a name `text`, or the part `index` of `object`: to `pointer`, or nowhere
        Held,            // `objects`, by the line of a call, from now on
        LetGo,           // `objects`, by the line of a call
        Made,            // `objects`, told by no other fact
        Vanished,        // `objects`, told by no other fact
        Counted,         // `objects`: their counts alone changed
        Bookkeeping,     // of the language itself; nothing else changed
    };
    // What referred last to an object that was released.
    struct Cause {
        enum class Kind : uint8_t { Unknown, Name, Call, Part, Line } kind = Kind::Unknown;
        QString name; // of the name; of the call
        ObjectId holder;
    };
    struct Given {
        QString name;
        ObjectId value;
    };

    Kind kind = Kind::Bookkeeping;
    PartRole role = PartRole::Plumbing; // Part…
    QString text;                       // the name; of a part: its name or its key
    ObjectId object, value, previous;
    ObjectId key, owner; // of an entry; owner: the class or module whose names the table is
    uint32_t index = 0, other = 0;
    QVector<ObjectId> objects;
    QVector<Given> given;
    Cause because;
    std::optional<PointerView> pointer;
    bool isOfBody = false;   // CallBegan, CallEnded: of a module or a class, not of a routine
    bool isPassedOn = false; // Paused: gives on what the one of `objects` gives
    uint32_t frame = 0;      // CallBegan … Named: of the frame, its life (FrameView)
};

class StepFacts {
public:
    // Of what ran between the step and the one before; the run has both.
    StepFacts(Run& run, uint64_t step);

    const QVector<StepFact>& facts() const { return m_facts; } // empty: nothing changed
    const Reading& before() const { return *m_before; }
    const Reading& after() const { return *m_after; }
    const Reading& readingOf(ObjectId id) const { return after().state().isAlive(id) ? after() : before(); }
    bool isNew(ObjectId id) const { return m_made.contains(id); }
    // Names of the program that refer to the object now.
    QStringList namesOf(ObjectId id) const;
    // Those, and the parts of what they refer to that do: `rows[1]`.
    QStringList placesOf(ObjectId id) const;

private:
    friend class StepFactsMaking;
    template <class Visit> void eachName(Visit&& visit) const;

    std::shared_ptr<const Reading> m_before, m_after;
    QVector<StepFact> m_facts;
    QSet<ObjectId> m_made;
};

}
