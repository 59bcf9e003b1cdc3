// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/find/followed_paths.h"

namespace memtape {

size_t FollowedPaths::add(const FindPath& path) {
    for (size_t p = 0; p < m_paths.size(); p++)
        if (m_paths[p].path().text == path.text) return p;
    m_paths.emplace_back(path, m_memory, m_reading, m_scope);
    return m_paths.size() - 1;
}

void FollowedPaths::see(const Event& e) {
    switch (e.kind) {
    case EventKind::SlotSet:
    case EventKind::SlotClear: m_isDirty |= (m_slots >> (e.index & 63) & 1) != 0; break;
    case EventKind::CellSet:
    case EventKind::CellClear:
        m_isDirty = m_isDirty || m_watched.isTouchedBy(e, m_memory);
        if (static_cast<CellKind>(e.a) != CellKind::Value) m_isReshaped = m_isReshaped || m_watched.has(e.object);
        break;
    case EventKind::CellInsert:
    case EventKind::CellErase:
    case EventKind::CellFill:
    case EventKind::CellTruncate:
    case EventKind::PayloadSet:
    case EventKind::PayloadAppend:
    case EventKind::Resize:
    case EventKind::Alloc: touch(m_watched.has(e.object)); break;
    case EventKind::CellMove: touch(m_watched.has(e.object) || m_watched.has(e.value)); break;
    case EventKind::PointerSet:
    case EventKind::PointerCopy: touch(true); break;
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
    const bool wasOfFrame = m_isOfFrame;
    m_isOfFrame = false;
    m_slots = 0;
    const uint32_t frames = m_memory.now().frames;
    const ObjectId own = frames ? m_memory.objectAt(m_memory.frameRecord(frames - 1).locals) : ObjectId();
    for (PathFollower& path : m_paths) {
        m_isDirty |= path.enterFrame(m_module);
        if (path.slot() != PathFollower::noSlot) m_slots |= uint64_t{1} << (path.slot() & 63);
        m_isOfFrame |= path.isOfFrame();
    }
    // of module names alone it is the same in all frames but those with a namespace of their own
    auto isItsOwn = [this](ObjectId names) { return names && names != m_module; };
    if (m_isOfFrame || wasOfFrame || isItsOwn(own) || isItsOwn(m_own)) m_isDirty = true;
    m_own = own;
}

void FollowedPaths::findModule() {
    for (uint32_t f = 0; f < m_memory.now().frames && !m_module; f++) {
        const FrameRecord& frame = m_memory.frameRecord(f);
        if (m_memory.code(frame.code).ofProgram) m_module = m_memory.objectAt(frame.locals);
    }
}

void FollowedPaths::follow() {
    m_isDirty = false;
    m_watched.clear();
    m_outcomes.clear();
    for (PathFollower& path : m_paths) m_outcomes.push_back(path.follow(m_watched, m_isReshaped));
    m_isReshaped = false;
}

}
