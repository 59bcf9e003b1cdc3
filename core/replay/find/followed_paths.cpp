// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/find/followed_paths.h"

namespace memtape {

size_t FollowedPaths::add(const FindPath& path) {
    for (size_t p = 0; p < m_paths.size(); p++)
        if (m_paths[p].path.path().text == path.text) return p;
    m_paths.push_back({.path = PathFollower(path, m_memory, m_reading, m_scope), .watched = {}});
    return m_paths.size() - 1;
}

void FollowedPaths::see(const Event& e) {
    switch (e.kind) {
    case EventKind::SlotSet:
    case EventKind::SlotClear:
        for (Followed& followed : m_paths)
            if (followed.slots >> (e.index & 63) & 1) makeDirty(followed);
        break;
    case EventKind::CellSet:
    case EventKind::CellClear:
        for (Followed& followed : m_paths) {
            if (!followed.watched.has(e.object)) continue;
            if (!followed.isDirty && followed.watched.isTouchedBy(e, m_memory)) makeDirty(followed);
            followed.isReshaped |= static_cast<CellKind>(e.a) != CellKind::Value;
        }
        break;
    case EventKind::CellInsert:
    case EventKind::CellErase:
    case EventKind::CellFill:
    case EventKind::CellTruncate:
    case EventKind::PayloadSet:
    case EventKind::PayloadAppend:
    case EventKind::Resize:
    case EventKind::Alloc: touch(e.object); break;
    case EventKind::CellMove:
        touch(e.object);
        touch(static_cast<Granule>(e.value));
        break;
    case EventKind::PointerSet:
    case EventKind::PointerCopy:
        for (Followed& followed : m_paths) touch(followed);
        break;
    case EventKind::FramePush:
    case EventKind::FramePop:
    case EventKind::FrameSuspend:
    case EventKind::FrameResume:
    case EventKind::Switch: m_isOtherFrame = true; break;
    default: break;
    }
}

void FollowedPaths::enterFrame() {
    if (!m_isOtherFrame) return;
    m_isOtherFrame = false;
    if (isEmpty()) return;
    if (!m_module) findModule();
    const uint32_t frames = m_memory.now().frames;
    const ObjectId own = frames ? m_memory.objectAt(m_memory.frameRecord(frames - 1).locals) : ObjectId();
    // of module names alone it is the same in all frames but those with a namespace of their own
    auto isItsOwn = [this](ObjectId names) { return names && names != m_module; };
    const bool hasOtherNames = isItsOwn(own) || isItsOwn(m_own);
    const bool wasOfFrame = m_isOfFrame;
    m_isOfFrame = false;
    for (Followed& followed : m_paths) {
        const bool wasItsOwn = followed.path.isOfFrame();
        const bool isElsewhere = followed.path.enterFrame(m_module);
        const uint32_t slot = followed.path.slot();
        followed.slots = slot == PathFollower::noSlot ? 0 : uint64_t{1} << (slot & 63);
        m_isOfFrame |= followed.path.isOfFrame();
        if (isElsewhere || hasOtherNames || wasItsOwn || followed.path.isOfFrame()) makeDirty(followed);
    }
    m_isStale |= hasOtherNames || wasOfFrame || m_isOfFrame;
    m_own = own;
}

void FollowedPaths::findModule() {
    for (uint32_t f = 0; f < m_memory.now().frames && !m_module; f++) {
        const FrameRecord& frame = m_memory.frameRecord(f);
        if (m_memory.code(frame.code).ofProgram) m_module = m_memory.objectAt(frame.locals);
    }
}

// A name that was never there is always looked for, so that it can be said of it.
void FollowedPaths::lookAnew() {
    m_isStale = false;
    for (size_t place = 0; place < m_paths.size(); place++)
        if (!m_paths[place].path.wasEverThere()) outcome(place);
}

PathFollower::Outcome FollowedPaths::outcome(size_t place) {
    Followed& followed = m_paths[place];
    if (followed.isDirty) {
        followed.watched.clear();
        followed.outcome = followed.path.follow(followed.watched, followed.isReshaped);
        followed.isDirty = followed.isReshaped = false;
    }
    return followed.outcome;
}

}
