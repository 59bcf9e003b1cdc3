// SPDX-License-Identifier: GPL-3.0-or-later
// Which objects came, went and why, and which no name leads to any more.
#include <algorithm>

#include "ui/models/sentences/step_facts_making.h"

namespace memtape {

namespace {

constexpr qsizetype mostReleases = 3; // that are told with their causes

}

bool StepFactsMaking::isMachinery(ObjectKind kind) { return kind == ObjectKind::Trace || kind == ObjectKind::Frame || kind == ObjectKind::Code; }

// A thing of its own, not a value that is told by what refers to it.
bool StepFactsMaking::isTellable(const Reading& reading, ObjectId id) const { return !reading.isDrawnInPlace(id); }

QSet<ObjectId> StepFactsMaking::reachedThrough(const Reading& reading, const QSet<ObjectId>& from, const QSet<ObjectId>& within) const {
    QSet<ObjectId> reached;
    QVector<ObjectId> pending(from.begin(), from.end());
    while (!pending.isEmpty()) {
        ObjectId id = pending.takeLast();
        if (!id || !reading.state().isAlive(id)) continue;
        for (const CellView& cell : reading.state().cells(id))
            if (ObjectId to = reachedFrom(cell); within.contains(to) && !reached.contains(to)) reached.insert(to), pending.append(to);
    }
    return reached;
}

StepFact::Cause StepFactsMaking::causeOf(ObjectId released) const {
    using Cause = StepFact::Cause;
    for (const StepFact& name : m_names)
        if (name.previous == released) return {Cause::Kind::Name, name.text, {}};
    for (const StepFact& part : m_contents)
        if (part.previous == released && part.kind != Kind::PartsSwapped) return {Cause::Kind::Part, part.text, part.object};
    if (released == m_was.step().returned) return {Cause::Kind::Line, {}, {}};
    for (const FramePlace& place : m_endedFrames)
        for (const SlotView& slot : place.frame.slots)
            if (slot.value == released) return {Cause::Kind::Call, callName(place.frame), {}};
    for (const StepFact& held : m_held)
        if (held.kind == Kind::LetGo && held.objects.contains(released)) return {Cause::Kind::Line, {}, {}};
    for (const FramePlace& place : m_endedFrames) {
        const FrameView& frame = place.frame;
        if (frame.locals == released || std::find(frame.held.begin(), frame.held.end(), released) != frame.held.end())
            return {Cause::Kind::Call, callName(frame), {}};
    }
    return {};
}

void StepFactsMaking::addReleased() {
    QSet<ObjectId> freed(m_freed.begin(), m_freed.end());
    StepFact collected = fact(Kind::Collected);
    QVector<ObjectId> released;
    for (ObjectId id : std::as_const(m_freed)) {
        if (!isTellable(m_before, id)) continue;
        switch (m_causes.value(id)) {
        case FreeCause::GivenBack: m_released.append(fact(Kind::GivenBack, id)); break;
        case FreeCause::Cycle: collected.objects.append(id); break;
        default: released.append(id); break;
        }
    }
    if (!collected.objects.isEmpty()) m_released.append(collected);
    else if (m_collections) m_released.append(fact(Kind::CollectorRan));
    // What others of them held went with those.
    const QSet<ObjectId> contained = reachedThrough(m_before, freed, freed);
    auto rank = [&](ObjectId id) {
        if (causeOf(id).kind != StepFact::Cause::Kind::Unknown) return 0;
        return contained.contains(id) ? 2 : 1;
    };
    std::stable_sort(released.begin(), released.end(), [&](ObjectId a, ObjectId b) { return rank(a) < rank(b); });
    QSet<ObjectId> withOthers;
    Facts roots;
    for (ObjectId id : std::as_const(released)) {
        if (withOthers.contains(id)) continue;
        withOthers.insert(id);
        StepFact root = fact(Kind::Released);
        root.because = causeOf(id);
        root.objects.append(id);
        const QSet<ObjectId> followers = reachedThrough(m_before, {id}, freed);
        for (ObjectId other : std::as_const(released))
            if (followers.contains(other) && !withOthers.contains(other) && rank(other) > 0) {
                withOthers.insert(other);
                root.objects.append(other);
            }
        roots.append(root);
    }
    if (roots.size() > mostReleases) {
        StepFact all = fact(Kind::Released);
        for (const StepFact& root : std::as_const(roots)) all.objects += root.objects;
        roots = {all};
    }
    m_released += roots;
}

// Only where something lost a reference and is still there.
void StepFactsMaking::addUnreachable() {
    bool isPossible = std::any_of(m_dropped.begin(), m_dropped.end(),
                                  [&](ObjectId id) { return m_is.isAlive(id) && m_is.object(id).ofProgram && isTellable(m_after, id); });
    if (!isPossible || m_is.heapObjects() > mostObjects) return;
    const std::vector<ObjectId> now = m_is.unreachable();
    if (now.empty()) return;
    QSet<ObjectId> before;
    for (ObjectId id : m_was.unreachable()) before.insert(id);
    StepFact lost = fact(Kind::Unreachable);
    QVector<ObjectId> inPlace;
    for (ObjectId id : now) {
        if (before.contains(id)) continue;
        (isTellable(m_after, id) ? lost.objects : inPlace).append(id);
    }
    for (ObjectId id : inPlace) // of those that are told in place, classes and functions are things of their own too
        if (isDefinition(m_after.kind(id)) && m_after.kind(id) != ObjectKind::Code) lost.objects.append(id);
    if (!lost.objects.isEmpty()) m_unreachable.append(lost);
}

void StepFactsMaking::addMade() {
    const QSet<ObjectId> made(m_made.begin(), m_made.end());
    const QSet<ObjectId> within = reachedThrough(m_after, m_mentioned, made);
    StepFact rest = fact(Kind::Made);
    for (ObjectId id : std::as_const(m_made)) {
        if (isMentioned(id)) continue;
        if (isTellable(m_after, id) || !within.contains(id)) {
            if (isMachinery(m_after.kind(id))) m_machineryChanged = true;
            else rest.objects.append(id);
        }
    }
    if (!rest.objects.isEmpty()) m_rest.append(rest);
}

void StepFactsMaking::addVanished() {
    const QSet<ObjectId> freed(m_freed.begin(), m_freed.end());
    const QSet<ObjectId> within = reachedThrough(m_before, m_mentioned, freed);
    StepFact rest = fact(Kind::Vanished);
    for (ObjectId id : std::as_const(m_freed)) {
        if (isMentioned(id) || within.contains(id)) continue;
        if (isMachinery(m_before.kind(id))) m_machineryChanged = true;
        else rest.objects.append(id);
    }
    if (!rest.objects.isEmpty()) m_rest.append(rest);
}

// What else is counted differently now: by what the language's own functions hold, for instance.
void StepFactsMaking::addCounts() {
    Facts& facts = m_out.m_facts;
    bool isPossible = facts.isEmpty() || m_holdsOutside || m_machineryChanged;
    if (isPossible && m_is.heapObjects() <= mostObjects) {
        std::vector<ObjectId> there;
        for (ObjectId id : m_is.liveObjects(true))
            if (m_was.isAlive(id)) there.push_back(id);
        const std::vector<uint64_t> was = m_was.referenceCounts(there), is = m_is.referenceCounts(there);
        for (const StepFact& each : std::as_const(facts)) collectMentioned(each);
        QSet<ObjectId> mentioned = m_mentioned;
        mentioned += reachedThrough(m_after, QSet<ObjectId>(m_made.begin(), m_made.end()), QSet<ObjectId>(there.begin(), there.end()));
        StepFact counted = fact(Kind::Counted);
        for (size_t i = 0; i < there.size(); ++i) {
            if (was[i] == is[i] || mentioned.contains(there[i])) continue;
            if (isMachinery(m_after.kind(there[i]))) m_machineryChanged = true;
            else counted.objects.append(there[i]);
        }
        if (!counted.objects.isEmpty()) facts.append(counted);
    }
    if (facts.isEmpty() && m_machineryChanged) facts.append(fact(Kind::Bookkeeping));
}

}
