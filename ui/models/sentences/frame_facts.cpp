// SPDX-License-Identifier: GPL-3.0-or-later
// What a step changed of the frames: which are there, what they name, what they hold for the line that runs, and which error goes through them.
#include <QFileInfo>
#include <algorithm>

#include "core/replay/waiting.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/step_facts_making.h"

namespace memtape {

namespace {

constexpr size_t fewFrames = 256; // so many are compared in any case

template <class Place> Place* findLife(std::vector<Place>& frames, uint32_t life) {
    auto found = std::find_if(frames.begin(), frames.end(), [&](const Place& place) { return place.frame.life == life; });
    return found == frames.end() ? nullptr : &*found;
}

}

std::vector<StepFactsMaking::FramePlace> StepFactsMaking::framesOf(const MemoryState& state) {
    std::vector<FramePlace> frames;
    size_t first = m_allFrames || state.frameCount() <= fewFrames ? 0 : std::min<size_t>(m_lowestFrame, state.frameCount());
    for (size_t i = first; i < state.frameCount(); ++i)
        if (FrameView frame = state.frame(i); frame.ofProgram) frames.push_back({std::move(frame), true});
        else m_holdsOutside = true; // its names are not told
    if (!m_threadsChanged) return frames;
    for (ThreadView& thread : state.otherThreads())
        for (FrameView& frame : thread.frames)
            if (frame.ofProgram) frames.push_back({std::move(frame), false});
    return frames;
}

// A module is known by its file.
QString StepFactsMaking::callName(const FrameView& frame) const {
    const CodeInfo& code = m_is.code(frame.code);
    return m_after.isModule(code) ? QFileInfo(toQString(m_is.filePath(code.file))).fileName() : QString::fromStdString(code.name);
}

// An error is followed within a frame: that it left one, the frame's end says.
void StepFactsMaking::addErrors() {
    using Stage = ErrorAtWork::Stage;
    const ErrorAtWork was = m_before.errorAtWork(), is = m_after.errorAtWork();
    bool isSameFrame = m_lives.first == m_lives.second;
    auto add = [&](Kind kind, ObjectId error) { m_errors.append(fact(kind, error)); };
    if (is.stage == Stage::Raised && is.error != was.error) add(Kind::Raised, is.error);
    if (m_caught) add(Kind::Caught, m_caught);
    if (!isSameFrame || m_caught) return;
    bool isSame = is.error == was.error;
    bool isWaiting = was.stage == Stage::Raised || was.stage == Stage::Sought;
    if (isWaiting && (!isSame || is.stage == Stage::Handled)) add(Kind::Caught, was.error);
    else if (was.stage == Stage::Raised && is.stage == Stage::Sought) add(Kind::Sought, is.error);
    else if (was.stage == Stage::Sought && is.stage == Stage::Leaving) add(Kind::GoesOn, is.error);
    else if (was.stage == Stage::Handled && is.stage == Stage::Leaving && isSame) add(Kind::GoesOn, is.error);
    else if (was.stage == Stage::Handled && is.stage == Stage::None) add(Kind::Settled, was.error);
}

void StepFactsMaking::compareFrames() {
    std::vector<FramePlace> was = framesOf(m_was), is = framesOf(m_is);
    if (m_was.thread() != m_is.thread()) {
        m_frames.append(fact(Kind::ThreadChanged));
        m_frames.last().index = m_is.thread();
        m_frames.last().other = m_was.thread();
    }
    for (const FramePlace& place : was)
        if (!findLife(is, place.frame.life)) addEnded(place.frame);
    addReady();
    QSet<ObjectId> tables;
    for (const FramePlace& place : is) {
        FramePlace* earlier = findLife(was, place.frame.life);
        if (!earlier) addBegun(place.frame);
        else compareFrame(earlier->frame, place.frame);
        if (earlier && m_lives.second == place.frame.life) addResumed(place.frame);
        ObjectId table = place.frame.locals;
        if (!table || tables.contains(table)) continue;
        tables.insert(table);
        if (m_seen.contains(table) && m_was.isAlive(table)) compareNamespace(table, place.frame.life);
        m_touched.removeAll(table);
    }
}

// That there is nothing to return is told when the call is over.
void StepFactsMaking::addReady() {
    const StepInfo& step = m_is.step();
    bool isLeaving = m_after.errorAtWork().stage == ErrorAtWork::Stage::Leaving;
    if (step.kind != StepKind::Return || isLeaving || !step.returned) return;
    bool mayPause = m_is.frameCount() && m_is.frame(m_is.frameCount() - 1).generator;
    if (!mayPause && m_after.kind(step.returned) == ObjectKind::Nothing) return;
    m_frames.append(fact(Kind::Ready));
    m_frames.last().value = step.returned;
}

void StepFactsMaking::addBegun(const FrameView& frame) {
    StepFact begun = fact(Kind::CallBegan);
    if (frame.generator && m_was.isAlive(frame.generator)) { // its frame was there already
        std::optional<FrameView> waiting = m_was.suspendedFrame(frame.generator);
        bool isFirst = waiting && waiting->line == m_is.code(frame.code).firstLine && waiting->held.empty();
        begun.kind = isFirst ? Kind::Began : Kind::WentOn;
        begun.object = frame.generator;
    }
    begun.text = callName(frame);
    begun.frame = frame.life;
    if (begun.kind == Kind::CallBegan) {
        for (const SlotView& slot : frame.slots)
            if (slot.value && m_after.isName(slot)) begun.given.append({toQString(slot.name), slot.value});
        begun.isOfBody = bool(frame.locals);
    }
    m_frames.append(begun);
    for (ObjectId id : {frame.function, frame.codeObject, frame.locals, frame.generator}) m_mentioned.insert(id);
    for (const SlotView& slot : frame.slots) m_mentioned.insert(slot.value);
    for (ObjectId id : frame.held) m_mentioned.insert(id);
}

// It has handed something out, and goes on already.
void StepFactsMaking::addResumed(const FrameView& frame) {
    bool isSame = m_lives.first == m_lives.second;
    if (!isSame || m_was.step().kind != StepKind::Return || m_is.step().kind != StepKind::Call) return;
    m_frames.append(fact(Kind::HandedOut, frame.generator));
    m_frames.last().text = callName(frame);
    m_frames.last().value = m_was.step().returned;
    m_frames.last().frame = frame.life;
}

void StepFactsMaking::addEnded(const FrameView& frame) {
    StepFact ended = fact(Kind::CallEnded);
    ended.text = callName(frame);
    ended.frame = frame.life;
    ended.isOfBody = bool(frame.locals);
    const ErrorAtWork error = m_before.errorAtWork();
    bool isRunning = m_was.frameCount() && m_was.frame(m_was.frameCount() - 1).life == frame.life;
    std::optional<FrameView> waiting = frame.generator && m_is.isAlive(frame.generator) ? m_is.suspendedFrame(frame.generator) : std::nullopt;
    if (waiting && waiting->life == frame.life) {
        ended.kind = Kind::Paused;
        ended.object = frame.generator;
        const Awaited awaited = awaitedBy(m_after, frame.generator);
        if (awaited.object) ended.objects.append(awaited.object);
        ended.isPassedOn = awaited.isPassedOn;
    } else if (isRunning && error.stage == ErrorAtWork::Stage::Leaving) {
        ended.kind = Kind::CallLeft;
        ended.object = error.error;
    }
    if (isRunning && m_was.step().kind == StepKind::Return && ended.kind != Kind::CallLeft) ended.value = m_was.step().returned;
    m_frames.append(ended);
    for (ObjectId id : {frame.function, frame.codeObject, frame.locals, frame.generator}) m_mentioned.insert(id);
    if (ended.kind == Kind::Paused) return;
    m_endedFrames.push_back({frame, isRunning});
    for (const SlotView& slot : frame.slots)
        if (slot.value) m_mentioned.insert(slot.value), m_dropped.insert(slot.value);
    for (ObjectId id : frame.held)
        if (id) m_mentioned.insert(id), m_dropped.insert(id);
    if (frame.locals) m_dropped.insert(frame.locals);
    if (frame.function) m_dropped.insert(frame.function);
}

void StepFactsMaking::compareFrame(const FrameView& was, const FrameView& is) {
    for (size_t i = 0; i < is.slots.size() && i < was.slots.size(); ++i) {
        const SlotView &before = was.slots[i], &now = is.slots[i];
        if (before.value == now.value && before.pointer == now.pointer) continue;
        if (!m_before.isName(before) && !m_after.isName(now)) {
            if (before.value) m_dropped.insert(before.value);
            m_machineryChanged = true;
            continue;
        }
        auto named = [](const Reading& reading, SlotView slot) {
            if (!reading.isName(slot)) slot.value = {}, slot.pointer.reset();
            return slot;
        };
        compareName(toQString(now.name), named(m_before, before), named(m_after, now), is.life);
    }
    compareHeld(was, is);
}

void StepFactsMaking::compareName(const QString& name, const SlotView& was, const SlotView& is, uint32_t frame) {
    if (!was.pointer && !is.pointer) return addName(name, was.value, is.value, frame);
    m_names.append(fact(Kind::Points));
    m_names.last().text = name;
    m_names.last().pointer = is.pointer;
    m_names.last().value = is.value;
    m_names.last().frame = frame;
}

void StepFactsMaking::addName(const QString& name, ObjectId was, ObjectId is, uint32_t frame) {
    StepFact named = fact(is ? Kind::Named : Kind::NameRemoved);
    bool isShared = is && m_after.kind(is) == ObjectKind::SharedVariable;
    if (isShared) named.kind = Kind::NameShared;
    named.text = name;
    named.value = is;
    named.previous = was;
    named.frame = frame;
    m_names.append(named);
    if (was) m_dropped.insert(was);
}

void StepFactsMaking::compareNamespace(ObjectId table, uint32_t frame) {
    QHash<QString, ObjectId> was, is;
    QStringList order;
    for (const NameEntry& entry : m_before.names(table)) {
        was.insert(toQString(entry.name), entry.value);
        order.append(toQString(entry.name));
    }
    for (const NameEntry& entry : m_after.names(table)) {
        is.insert(toQString(entry.name), entry.value);
        if (!was.contains(toQString(entry.name))) order.append(toQString(entry.name));
    }
    bool isTold = false;
    for (const QString& name : std::as_const(order)) {
        if (was.value(name) == is.value(name)) continue;
        isTold = true;
        addName(name, was.value(name), is.value(name), frame);
    }
    m_machineryChanged |= !isTold; // a name that the language sets itself
}

void StepFactsMaking::compareHeld(const FrameView& was, const FrameView& is) {
    std::vector<ObjectId> gone = was.held, come;
    for (ObjectId id : is.held) {
        auto same = std::find(gone.begin(), gone.end(), id);
        if (same != gone.end()) gone.erase(same);
        else come.push_back(id);
    }
    auto isError = [&](ObjectId id) {
        return std::any_of(m_errors.begin(), m_errors.end(), [&](const StepFact& error) { return error.object == id; });
    };
    auto add = [&](Kind kind, const MemoryState& state, const std::vector<ObjectId>& ids) {
        StepFact ofProgram = fact(kind);
        ofProgram.frame = is.life;
        StepFact ofLibrary = ofProgram;
        for (ObjectId id : ids) {
            if (!id || !state.isAlive(id) || state.object(id).immortal || isError(id)) continue;
            (state.object(id).ofProgram ? ofProgram : ofLibrary).objects.append(id);
        }
        if (!ofProgram.objects.isEmpty()) m_held.append(ofProgram);
        if (!ofLibrary.objects.isEmpty()) m_heldOfLibrary.append(ofLibrary);
    };
    add(Kind::Held, m_is, come);
    add(Kind::LetGo, m_was, gone);
    for (ObjectId id : gone)
        if (id) m_dropped.insert(id);
}

// What it let go is told where it went: to a name, or to its end.
void StepFactsMaking::leaveOutMoved() {
    QSet<ObjectId> elsewhere;
    for (const Facts* facts : {&m_names, &m_contents, &m_released})
        for (const StepFact& each : *facts) {
            elsewhere.insert(each.value);
            for (ObjectId id : each.objects) elsewhere.insert(id);
        }
    for (StepFact& held : m_held)
        if (held.kind == Kind::LetGo) held.objects.removeIf([&](ObjectId id) { return elsewhere.contains(id); });
    m_held.removeIf([](const StepFact& held) { return held.objects.isEmpty(); });
}

}
