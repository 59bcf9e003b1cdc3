// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/memory.h"

namespace memtape {

ReplayShared::ReplayShared(std::shared_ptr<const Tape> t, uint64_t mostBytes) : tape(std::move(t)), payloads(tape), pagePool(mostBytes) {}

ReplayShared::~ReplayShared() = default;

Memory::Memory(ReplayShared& shared)
    : m_shared(shared),
      m_index(Index, m_log, shared.pagePool),
      m_objects(Objects, m_log, shared.pagePool),
      m_cells(Cells, m_log, shared.pagePool),
      m_blocks(Blocks, m_log, shared.pagePool),
      m_frames(Frames, m_log, shared.pagePool),
      m_frameWords(FrameWords, m_log, shared.pagePool),
      m_natives(Natives, m_log, shared.pagePool),
      m_interpreters(Interpreters, m_log, shared.pagePool),
      m_pointers(Pointers, m_log, shared.pagePool),
      m_threads(Threads, m_log, shared.pagePool),
      m_areas(Areas, m_log, shared.pagePool) {}

void Memory::apply(const Event& e, uint64_t chunk, const uint8_t* bytesBegin) {
    switch (e.kind) {
    case EventKind::Step: applyStep(e); break;
    case EventKind::SlotSet:
    case EventKind::SlotClear: applySlot(e); break;
    case EventKind::Alloc: applyAlloc(e); break;
    case EventKind::Free: applyFree(e); break;
    case EventKind::CellSet:
    case EventKind::CellClear:
    case EventKind::CellInsert:
    case EventKind::CellErase:
    case EventKind::CellFill:
    case EventKind::CellTruncate:
    case EventKind::CellMove: applyCell(e); break;
    case EventKind::PointerSet:
    case EventKind::PointerCopy: applyPointer(e); break;
    case EventKind::HoldSet:
    case EventKind::HoldClear: applyHold(e); break;
    case EventKind::FramePush: applyFramePush(e); break;
    case EventKind::FramePop: applyFramePop(); break;
    case EventKind::FrameSuspend: applySuspend(e); break;
    case EventKind::FrameResume: applyResume(e); break;
    case EventKind::Switch: applySwitch(e); break;
    case EventKind::Raise:
    case EventKind::Catch:
        m_now.raised = e.kind == EventKind::Raise ? e.value : 0;
        if (m_observer) [[unlikely]]
            m_observer->see({.kind = e.kind, .value = idAt(e.value)}, *this);
        break;
    case EventKind::Resize: applyResize(e); break;
    case EventKind::Immortal: applyImmortal(e); break;
    case EventKind::PayloadSet:
    case EventKind::PayloadAppend: applyPayload(e, chunk, bytesBegin); break;
    case EventKind::Output:
        m_now.printedSince = true;
        for (Observer* observer : {m_observer, m_outputObserver})
            if (observer) observer->see({.kind = e.kind, .stream = static_cast<OutputStream>(e.a), .text = e.bytes}, *this);
        break;
    case EventKind::Input:
        if (m_observer) [[unlikely]]
            m_observer->see({.kind = e.kind, .text = e.bytes}, *this);
        break;
    case EventKind::CollectBegin:
        m_now.collections += m_now.programBegan;
        m_now.collectedSince = true;
        if (m_observer) [[unlikely]]
            m_observer->see({.kind = e.kind, .index = e.count}, *this);
        break;
    case EventKind::CollectEnd:
        if (m_observer) [[unlikely]]
            m_observer->see({.kind = e.kind, .index = e.count}, *this);
        break;
    case EventKind::CallLimit: m_now.callLimit = e.count; break;
    case EventKind::ProgramBegin:
        m_now.programBegan = true;
        m_now.programLife = m_now.lives;
        m_now.madeSince = m_now.releasedSince = m_now.collectedSince = false;
        break;
    case EventKind::LibraryBegin: m_now.libraryDepth++; break;
    case EventKind::LibraryEnd:
        if (m_now.libraryDepth) m_now.libraryDepth--;
        break;
    case EventKind::End:
        m_now.ended = true;
        m_now.endReason = static_cast<EndReason>(e.a);
        m_now.exitStatus = static_cast<int32_t>(e.index);
        break;
    case EventKind::DefineType: chooseScalarTypes(e.count); break;
    case EventKind::DefineFile:
    case EventKind::DefineCode:
    case EventKind::AttributeName: break;
    }
}

std::unique_ptr<Memory::Saved> Memory::save() {
    auto saved = std::make_unique<Saved>();
    saved->now = m_now;
    saved->index = m_index.save();
    saved->objects = m_objects.save();
    saved->cells = m_cells.save();
    saved->blocks = m_blocks.save();
    saved->frames = m_frames.save();
    saved->frameWords = m_frameWords.save();
    saved->natives = m_natives.save();
    saved->interpreters = m_interpreters.save();
    saved->pointers = m_pointers.save();
    saved->threads = m_threads.save();
    saved->areas = m_areas.save();
    return saved;
}

void Memory::restore(const Saved& saved) {
    m_log.clear();
    m_now = saved.now;
    m_index.restore(saved.index);
    m_objects.restore(saved.objects);
    m_cells.restore(saved.cells);
    m_blocks.restore(saved.blocks);
    m_frames.restore(saved.frames);
    m_frameWords.restore(saved.frameWords);
    m_natives.restore(saved.natives);
    m_interpreters.restore(saved.interpreters);
    m_pointers.restore(saved.pointers);
    m_threads.restore(saved.threads);
    m_areas.restore(saved.areas);
}

void Memory::undo(size_t logSize, const Now& now) {
    while (m_log.size() > logSize) {
        UndoLog::Entry entry = m_log.pop();
        switch (entry.table) {
        case Index: m_index.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Objects: m_objects.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Cells: m_cells.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Blocks: m_blocks.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Frames: m_frames.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case FrameWords: m_frameWords.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Natives: m_natives.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Interpreters: m_interpreters.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Pointers: m_pointers.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Threads: m_threads.restoreEntries(entry.index, entry.old, entry.bytes); break;
        case Areas: m_areas.restoreEntries(entry.index, entry.old, entry.bytes); break;
        }
    }
    m_now = now;
}

size_t Memory::pageCount() const {
    return m_index.pageCount() + m_objects.pageCount() + m_cells.pageCount() + m_blocks.pageCount() + m_frames.pageCount() +
           m_frameWords.pageCount() + m_natives.pageCount() + m_interpreters.pageCount() + m_pointers.pageCount() + m_threads.pageCount() +
           m_areas.pageCount();
}

}
