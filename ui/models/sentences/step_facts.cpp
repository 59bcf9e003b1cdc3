// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/step_facts.h"

#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/step_facts_making.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr size_t mostParts = 1000; // of an object that is looked through for one

}

StepFacts::StepFacts(Run& run, uint64_t step) : m_before(run.readingAt(step - 1)), m_after(run.readingAt(step)) {
    StepFactsMaking(*this, run.changesBefore(step)).make();
}

template <class Visit> void StepFacts::eachName(Visit&& visit) const {
    const MemoryState& state = after().state();
    QSet<ObjectId> seen;
    for (size_t i = state.frameCount(); i-- > 0;) {
        FrameView frame = state.frame(i);
        if (!frame.ofProgram) continue;
        for (const SlotView& slot : frame.slots)
            if (slot.value && after().isName(slot)) visit(toQString(slot.name), slot.value);
        if (!frame.locals || seen.contains(frame.locals)) continue;
        seen.insert(frame.locals);
        for (const NameEntry& entry : after().names(frame.locals)) visit(toQString(entry.name), entry.value);
    }
}

QStringList StepFacts::namesOf(ObjectId id) const {
    QStringList names;
    eachName([&](const QString& name, ObjectId value) {
        if (value == id && !names.contains(name)) names.append(name);
    });
    return names;
}

QStringList StepFacts::placesOf(ObjectId id) const {
    QStringList places = namesOf(id);
    const MemoryState& state = after().state();
    eachName([&](const QString& name, ObjectId holder) {
        if (holder == id || after().isDrawnInPlace(holder) || state.cellCount(holder) > mostParts) return;
        const TypeInfo& type = state.type(state.typeIdOf(holder));
        for (const CellView& cell : state.cells(holder)) {
            if (reachedFrom(cell) != id) continue;
            QString place;
            switch (after().roleOf(type, cell)) {
            case PartRole::Item: place = QStringLiteral("%1[%2]").arg(name).arg(cell.index); break;
            case PartRole::Named: place = QStringLiteral("%1.%2").arg(name, toQString(cell.name)); break;
            case PartRole::Entry: {
                ObjectId key = state.cell(holder, CellKind::Key, cell.index);
                if (key) place = QStringLiteral("%1[%2]").arg(name, ObjectText::chip(after(), key, 14));
                break;
            }
            default: break;
            }
            if (!place.isEmpty() && !places.contains(place)) places.append(place);
        }
    });
    return places;
}

StepFactsMaking::StepFactsMaking(StepFacts& out, const std::vector<Change>& changes)
    : m_out(out),
      m_before(out.before()),
      m_after(out.after()),
      m_was(m_before.state()),
      m_is(m_after.state()) {
    auto runningLife = [](const MemoryState& state) { return state.frameCount() ? state.frame(state.frameCount() - 1).life : 0; };
    m_lives = {runningLife(m_was), runningLife(m_is)};
    for (const Change& change : changes) note(change);
    m_made.removeIf([&](ObjectId id) {
        if (!m_is.isAlive(id) || m_was.isAlive(id)) return true;
        bool ofProgram = m_is.object(id).ofProgram;
        m_holdsOutside |= !ofProgram; // an object of the library, which may refer to the program's
        return !ofProgram;
    });
    m_freed.removeIf([&](ObjectId id) { return !m_was.isAlive(id) || m_is.isAlive(id) || !m_was.object(id).ofProgram; });
    m_out.m_made = QSet<ObjectId>(m_made.begin(), m_made.end());
}

void StepFactsMaking::note(const Change& change) {
    auto touch = [&](ObjectId id) {
        if (!id || m_seen.contains(id)) return;
        m_seen.insert(id);
        m_touched.append(id);
    };
    auto frame = [&] { m_lowestFrame = std::min(m_lowestFrame, change.frame); };
    switch (change.kind) {
    case EventKind::FramePush:
    case EventKind::FramePop:
    case EventKind::FrameSuspend:
    case EventKind::FrameResume:
    case EventKind::SlotSet:
    case EventKind::SlotClear: frame(); break;
    case EventKind::HoldSet:
    case EventKind::HoldClear:
        if (change.holder == HolderKind::Stack) frame();
        else m_holdsOutside = true;
        break;
    case EventKind::Switch: m_threadsChanged = m_allFrames = true; break;
    case EventKind::PointerSet:
    case EventKind::PointerCopy:
        if (change.object) touch(change.object);
        else frame();
        break;
    case EventKind::CellSet:
    case EventKind::CellClear:
    case EventKind::CellInsert:
    case EventKind::CellErase:
    case EventKind::CellFill:
    case EventKind::CellTruncate:
    case EventKind::CellMove:
    case EventKind::Resize:
    case EventKind::PayloadSet:
    case EventKind::PayloadAppend: touch(change.object); break;
    case EventKind::Alloc: m_made.append(change.object); break;
    case EventKind::Free:
        m_freed.append(change.object);
        m_causes.insert(change.object, change.cause);
        m_allFrames |= change.cause == FreeCause::GivenBack; // any name may dangle
        break;
    case EventKind::Catch: m_caught = change.value; break;
    case EventKind::CollectBegin: m_collections++; break;
    case EventKind::Output: (change.stream == OutputStream::Stdout ? m_printed : m_printedErrors) += QString::fromStdString(change.name); break;
    case EventKind::Input: m_read += QString::fromStdString(change.name); break;
    default: break;
    }
}

void StepFactsMaking::addOutput() {
    auto add = [&](Kind kind, const QString& text) {
        if (text.isEmpty()) return;
        m_output.append(fact(kind));
        m_output.last().text = text;
    };
    add(Kind::Printed, m_printed);
    add(Kind::PrintedError, m_printedErrors);
    add(Kind::Read, m_read);
}

void StepFactsMaking::collectMentioned(const StepFact& fact) {
    for (ObjectId id : {fact.object, fact.value, fact.previous, fact.key}) m_mentioned.insert(id);
    for (ObjectId id : fact.objects) m_mentioned.insert(id);
    for (const StepFact::Given& given : fact.given) m_mentioned.insert(given.value);
}

void StepFactsMaking::make() {
    addOutput();
    addErrors();
    compareFrames();
    compareObjects();
    addReleased();
    addUnreachable();
    leaveOutMoved();
    for (const Facts* facts : {&m_errors, &m_unreachable, &m_released, &m_frames, &m_names, &m_contents, &m_held})
        for (const StepFact& each : *facts) collectMentioned(each);
    addMade();
    addVanished();
    for (const Facts* facts : {&m_output, &m_errors, &m_unreachable, &m_released, &m_frames, &m_names, &m_contents, &m_held, &m_rest})
        m_out.m_facts += *facts;
    if (m_out.m_facts.isEmpty()) m_out.m_facts = m_heldOfLibrary; // what a line takes up to call it, mostly
    addCounts();
}

}
