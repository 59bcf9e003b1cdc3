// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the facts of a step are found: the events say which frames and objects to look at, and the two states what is different there.

#include <vector>

#include "ui/models/sentences/step_facts.h"

namespace memtape {

class StepFactsMaking {
public:
    StepFactsMaking(StepFacts& out, const std::vector<Change>& changes);
    void make();

private:
    using Kind = StepFact::Kind;
    using Facts = QVector<StepFact>;
    static constexpr uint64_t mostObjects = 20000; // live ones, above which no question is asked that looks at them all
    struct FramePlace {
        FrameView frame;
        bool isOfRunning = false; // of the stack that runs, not of a thread that waits
    };
    struct Part {
        PartRole role = PartRole::Plumbing;
        CellView cell;
        ObjectId key; // Entry
    };

    // step_facts.cpp
    void note(const Change& change);
    void addOutput();
    void collectMentioned(const StepFact& fact);
    bool isMentioned(ObjectId id) const { return m_mentioned.contains(id); }
    static StepFact fact(Kind kind, ObjectId object = {}) {
        StepFact out;
        out.kind = kind;
        out.object = object;
        return out;
    }

    // frame_facts.cpp: frames, what they name and hold, errors on their way
    void compareFrames();
    std::vector<FramePlace> framesOf(const MemoryState& state);
    void addErrors();
    void addReady();
    void addBegun(const FrameView& frame);
    void addResumed(const FrameView& frame);
    void addEnded(const FrameView& frame);
    void compareFrame(const FrameView& was, const FrameView& is);
    void compareName(const QString& name, const SlotView& was, const SlotView& is, uint32_t frame);
    void compareHeld(const FrameView& was, const FrameView& is);
    void leaveOutMoved();
    void compareNamespace(ObjectId table, uint32_t frame);
    void addName(const QString& name, ObjectId was, ObjectId is, uint32_t frame);
    bool isIn(const std::vector<FramePlace>& frames, uint32_t life) const;
    QString callName(const FrameView& frame) const;

    // object_facts.cpp: what objects are made of
    void compareObjects();
    void compareObject(ObjectId id);
    std::vector<Part> partsOf(const Reading& reading, ObjectId id);
    void compareSequence(ObjectId id, const std::vector<Part>& was, const std::vector<Part>& is);
    void compareEntries(ObjectId id, const std::vector<Part>& was, const std::vector<Part>& is);
    void compareNamed(ObjectId id, const std::vector<Part>& was, const std::vector<Part>& is);
    void addPart(Facts& to, Kind kind, ObjectId id, const Part& part, ObjectId value, ObjectId previous);
    void addParts(ObjectId id, const Facts& parts, bool isEmptied);
    ObjectId ownerOf(ObjectId table) const;
    QString sharedName(ObjectId cell) const;

    // life_facts.cpp: what came, went, or became unreachable
    void addReleased();
    StepFact::Cause causeOf(ObjectId released) const;
    void addUnreachable();
    void addMade();
    void addVanished();
    void addCounts();
    QSet<ObjectId> reachedThrough(const Reading& reading, const QSet<ObjectId>& from, const QSet<ObjectId>& within) const;
    // What the language makes of errors and calls to find its way, which no picture draws.
    static bool isMachinery(ObjectKind kind);
    bool isTellable(const Reading& reading, ObjectId id) const;

    StepFacts& m_out;
    const Reading &m_before, &m_after;
    const MemoryState &m_was, &m_is;

    // Where the events say to look.
    QVector<ObjectId> m_touched, m_made, m_freed;
    QHash<ObjectId, FreeCause> m_causes;
    QSet<ObjectId> m_seen;
    QString m_printed, m_printedErrors, m_read;
    uint32_t m_lowestFrame = UINT32_MAX;
    int m_collections = 0;
    bool m_threadsChanged = false, m_allFrames = false, m_holdsOutside = false, m_machineryChanged = false;
    ObjectId m_caught;
    std::pair<uint32_t, uint32_t> m_lives; // of the frame that runs, before and after

    Facts m_output, m_errors, m_unreachable, m_released, m_frames, m_names, m_contents, m_held, m_heldOfLibrary, m_rest;
    QSet<ObjectId> m_mentioned, m_dropped; // dropped: lost a reference
    std::vector<FramePlace> m_endedFrames;
};

}
