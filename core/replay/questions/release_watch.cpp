// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/release_watch.h"

#include "core/replay/memory.h"

namespace memtape {

namespace {

// A namespace's values are names.
bool holdsNames(const RawChange& raw, const Memory& memory) {
    if (raw.cell != CellKind::Value) return false;
    uint32_t number = memory.numberOf(raw.object);
    return number && memory.record(number).flags & ObjectRecord::HoldsForProgram;
}

}

void ReleaseWatch::see(const RawChange& raw, const Memory& memory) {
    switch (raw.kind) {
    case EventKind::Step: settle(); break;
    case EventKind::SlotSet: lost(raw.previous, ReleaseCause::NameRebound); break;
    case EventKind::PointerSet:
        if (!raw.object && raw.value && !raw.pointer) lost(raw.previous, ReleaseCause::NameRebound); // as SlotSet, of any frame
        break;
    case EventKind::SlotClear: lost(raw.previous, ReleaseCause::NameUnbound); break;
    case EventKind::FramePop: leaveFrame(raw.frame, memory); break;
    case EventKind::CellSet:
    case EventKind::CellFill: lost(raw.previous, holdsNames(raw, memory) ? ReleaseCause::NameRebound : ReleaseCause::PartReplaced, raw.object); break;
    case EventKind::CellClear:
    case EventKind::CellErase:
    case EventKind::CellTruncate:
        lost(raw.previous, holdsNames(raw, memory) ? ReleaseCause::NameUnbound : ReleaseCause::PartRemoved, raw.object);
        break;
    case EventKind::Free: released(raw, memory); break;
    default: break;
    }
}

void ReleaseWatch::lost(ObjectId id, ReleaseCause cause, ObjectId holder) {
    if (id) m_lastLost[id.life] = {cause, holder.life};
}

void ReleaseWatch::leaveFrame(uint32_t index, const Memory& memory) {
    const FrameView frame = memory.frame(index);
    for (const SlotView& slot : frame.slots) lost(slot.value, ReleaseCause::CallEnded);
    for (ObjectId held : frame.held) lost(held, ReleaseCause::LineDone);
    for (ObjectId own : {frame.function, frame.codeObject, frame.locals}) lost(own, ReleaseCause::CallEnded);
}

void ReleaseWatch::released(const RawChange& raw, const Memory& memory) {
    uint32_t number = memory.numberOf(raw.object);
    if (!number) return;
    const ObjectRecord& object = memory.record(number);
    memory.eachWord(object, [&](uint32_t word) {
        const Granule part = memory.countedBy(word);
        if (ObjectId alive = memory.objectAt(part)) return lost(alive, ReleaseCause::HolderReleased);
        // what it held can be gone before it, without a word about its place
        if (auto gone = m_gone.find(part); gone != m_gone.end())
            m_lastLost.try_emplace(gone->second, Loss{ReleaseCause::HolderReleased, raw.object.life});
    });
    m_gone[raw.object.granule] = raw.object.life;
    // a name of a running call that refers to it all the same is about to go with the call
    for (uint32_t s = 0; memory.now().frames && s < memory.frameRecord(memory.now().frames - 1).slots; s++)
        if (memory.slotValue(s) == raw.object) lost(raw.object, ReleaseCause::CallEnded);
    m_released.push_back({raw.object.life, object.type, object.size, raw.cause, (object.flags & ObjectRecord::OfProgram) != 0});
}

void ReleaseWatch::settle() {
    std::unordered_set<uint32_t> gone;
    for (const Release& release : m_released) gone.insert(release.life);
    for (const Release& release : m_released)
        if (release.ofProgram) m_tell({causeOf(release, gone), release.type, release.size});
    m_released.clear();
    m_lastLost.clear();
    m_gone.clear();
}

ReleaseCause ReleaseWatch::causeOf(const Release& release, const std::unordered_set<uint32_t>& gone) const {
    switch (release.cause) {
    case FreeCause::Cycle: return ReleaseCause::Collected;
    case FreeCause::Exit: return ReleaseCause::ProgramEnded;
    case FreeCause::GivenBack: return ReleaseCause::GivenBack;
    case FreeCause::Count: break;
    }
    auto last = m_lastLost.find(release.life);
    if (last == m_lastLost.end()) return ReleaseCause::LineDone;
    return last->second.holder && gone.count(last->second.holder) ? ReleaseCause::HolderReleased : last->second.cause;
}

}
