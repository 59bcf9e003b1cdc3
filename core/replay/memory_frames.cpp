// SPDX-License-Identifier: GPL-3.0-or-later
// Frames with their slots, what is held outside the heap, and steps. The words of a frame (slots, then its stack) lie behind
// those of its caller; those of a suspended generator's frame are a block of the generator, behind the FrameRecord itself.
#include <algorithm>

#include "core/replay/memory.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr uint32_t recordWords = sizeof(FrameRecord) / 4;
constexpr uint32_t mostFrames = 1u << 24, mostFrameWords = 1u << 28, mostHolds = 1u << 24;

}

void Memory::countFrame(const FrameRecord& frame, bool entered) {
    const CodeInfo* info = codeInfo(frame.code);
    bool ofProgram = info && info->ofProgram;
    uint64_t bytes = info ? info->frameBytes : 0;
    if (entered) {
        m_now.programFrames += ofProgram;
        // a generator's frame lies in the heap
        if (!frame.generator) m_now.stackBytes += bytes;
        m_now.peakDepth = std::max(m_now.peakDepth, m_now.programFrames);
        m_now.peakStackBytes = std::max(m_now.peakStackBytes, m_now.stackBytes);
    } else {
        m_now.programFrames -= ofProgram;
        if (!frame.generator) m_now.stackBytes -= bytes;
    }
}

// The running frame's words reach up to `words`; new ones are 0.
bool Memory::needFrameRoom(uint32_t words) {
    uint32_t base = m_frames[m_now.frames - 1].base, room = m_frames[m_now.frames - 1].room;
    if (words <= room) return true;
    if (words > mostFrameWords - base) return false;
    m_frameWords.grow(base + words);
    for (uint32_t w = base + room; w < base + words; w++)
        if (m_frameWords[w]) m_frameWords.edit(w) = 0;
    m_frames.edit(m_now.frames - 1).room = words;
    m_now.frameWords = base + words;
    return true;
}

// Whose line makes what is made from here on.
void Memory::findMaker() {
    uint32_t at = m_now.frames;
    for (; at; at--)
        if (const CodeInfo* info = codeInfo(m_frames[at - 1].code); info && info->ofProgram) break;
    m_now.maker = at;
}

void Memory::pushFrame(FrameRecord frame, uint32_t room) {
    if (m_now.frames >= mostFrames) return;
    m_frames.grow(m_now.frames + 1);
    frame.base = m_now.frameWords;
    frame.room = 0;
    m_frames.edit(m_now.frames++) = frame;
    needFrameRoom(room);
    countFrame(frame, true);
    if (const CodeInfo* info = codeInfo(frame.code); info && info->ofProgram) m_now.maker = m_now.frames;
    noteRunningFrame();
}

void Memory::applyFramePush(const Event& e) {
    const CodeInfo* info = codeInfo(e.count);
    FrameRecord frame{};
    frame.code = e.count;
    frame.frame = e.index;
    frame.line = info ? info->firstLine : 0;
    frame.codeObject = e.object;
    frame.function = e.value;
    frame.locals = static_cast<Granule>(e.extra);
    frame.flags = e.a;
    frame.life = ++m_now.frameLives;
    frame.slots = info ? static_cast<uint32_t>(info->slots.size()) : 0;
    pushFrame(frame, frame.slots + (info ? std::min(info->stackSize, 65536u) : 0));
    noteNamespace(frame);
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = e.kind, .object = idAt(e.object), .value = idAt(e.value), .frame = m_now.frames - 1, .type = e.count}, *this);
}

void Memory::applyFramePop() {
    if (!m_now.frames) return;
    const FrameRecord& frame = m_frames[m_now.frames - 1];
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = EventKind::FramePop, .frame = m_now.frames - 1, .type = frame.code}, *this);
    countFrame(frame, false);
    m_now.frameWords = frame.base;
    m_now.frames--;
    if (m_now.maker > m_now.frames) findMaker();
    noteRunningFrame();
}

void Memory::applySuspend(const Event& e) {
    uint32_t number = numberAt(e.object);
    if (!m_now.frames) return;
    FrameRecord frame = m_frames[m_now.frames - 1];
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = e.kind, .object = idAt(e.object), .frame = m_now.frames - 1, .type = frame.code}, *this);
    countFrame(frame, false);
    m_now.frames--;
    m_now.frameWords = frame.base;
    if (m_now.maker > m_now.frames) findMaker();
    noteRunningFrame();
    if (!number) return;
    uint32_t words = frame.slots + frame.held;
    uint32_t base = frame.base;
    frame.generator = e.object;
    setCount(number, BlockKind::Suspended, recordWords + words);
    uint32_t to = findBlock(number, BlockKind::Suspended)->offset;
    uint32_t record[recordWords];
    std::memcpy(record, &frame, sizeof frame);
    for (uint32_t w = 0; w < recordWords; w++) m_cells.edit(to + w) = record[w];
    for (uint32_t w = 0; w < words; w++) m_cells.edit(to + recordWords + w) = m_frameWords[base + w];
}

FrameRecord Memory::suspendedRecord(const CellBlock& block) const {
    uint32_t record[recordWords];
    for (uint32_t w = 0; w < recordWords; w++) record[w] = m_cells[block.offset + w];
    FrameRecord frame;
    std::memcpy(&frame, record, sizeof frame);
    return frame;
}

void Memory::applyResume(const Event& e) {
    uint32_t number = numberAt(e.object);
    if (!number) return;
    const CellBlock* block = findBlock(number, BlockKind::Suspended);
    if (!block || block->count < recordWords) return;
    FrameRecord frame = suspendedRecord(*block);
    uint32_t words = block->count - recordWords, from = block->offset + recordWords;
    const CodeInfo* info = codeInfo(frame.code);
    pushFrame(frame, std::max(words, frame.slots + (info ? std::min(info->stackSize, 65536u) : 0)));
    uint32_t base = m_frames[m_now.frames - 1].base;
    for (uint32_t w = 0; w < words; w++) m_frameWords.edit(base + w) = m_cells[from + w];
    dropBlock(number, BlockKind::Suspended);
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = e.kind, .object = idAt(e.object), .frame = m_now.frames - 1, .type = frame.code}, *this);
}

void Memory::applySlot(const Event& e) {
    if (!m_now.frames) return;
    const FrameRecord& frame = m_frames[m_now.frames - 1];
    if (e.index >= frame.slots) [[unlikely]]
        return;
    uint32_t& word = m_frameWords.edit(frame.base + e.index);
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = e.kind, .value = objectAt(e.value), .previous = leadsTo(word), .index = e.index, .frame = m_now.frames - 1}, *this);
    word = e.value;
    if (!m_now.libraryFrame) adopt(e.value);
}

void Memory::applyHold(const Event& e) {
    HolderKind holder = static_cast<HolderKind>(e.a);
    bool isSet = e.kind == EventKind::HoldSet;
    if (e.index >= mostHolds) return;
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = e.kind, .value = idAt(e.value), .holder = holder, .index = e.index, .frame = m_now.frames ? m_now.frames - 1 : 0},
                        *this);
    if (holder == HolderKind::Stack) {
        if (!m_now.frames) return;
        const FrameRecord frame = m_frames[m_now.frames - 1];
        if (isSet) {
            if (!needFrameRoom(frame.slots + e.index + 1)) return;
            m_frameWords.edit(frame.base + frame.slots + e.index) = e.value;
            if (e.index >= frame.held) m_frames.edit(m_now.frames - 1).held = e.index + 1;
        } else if (e.index < frame.held) {
            for (uint32_t d = e.index; d < frame.held; d++) m_frameWords.edit(frame.base + frame.slots + d) = 0;
            m_frames.edit(m_now.frames - 1).held = e.index;
        }
        return;
    }
    auto& list = holder == HolderKind::Native ? m_natives : m_interpreters;
    uint32_t& end = holder == HolderKind::Native ? m_now.natives : m_now.interpreters;
    if (isSet) {
        list.grow(e.index + 1);
        for (uint32_t i = end; i < e.index; i++) list.edit(i) = 0;
        list.edit(e.index) = e.value;
        end = std::max(end, e.index + 1);
    } else if (holder == HolderKind::Native) {
        end = std::min(end, e.index);
    } else if (e.index < end) {
        list.edit(e.index) = 0;
    }
}

void Memory::applyStep(const Event& e) {
    StepInfo& step = m_now.step;
    step.step = m_now.steps++;
    step.kind = static_cast<StepKind>(e.a);
    step.line = e.index;
    step.returned = step.raised = {};
    step.hasResult = false;
    if (m_now.frames) {
        const FrameRecord& frame = m_frames[m_now.frames - 1];
        step.code = frame.code;
        if (frame.line != e.index) m_frames.edit(m_now.frames - 1).line = e.index;
    }
    step.depth = m_now.programFrames;
    if (step.kind == StepKind::Return) {
        step.returned = idAt(e.value ? e.value : m_now.nothing);
        step.hasResult = e.value != 0;
    } else if (step.kind == StepKind::Exception) {
        step.raised = idAt(e.value ? e.value : m_now.raised);
    }
    m_now.made = m_now.madeSince;
    m_now.released = m_now.releasedSince;
    m_now.printed = m_now.printedSince;
    m_now.collected = m_now.collectedSince;
    m_now.madeSince = m_now.releasedSince = m_now.printedSince = m_now.collectedSince = false;
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = EventKind::Step, .index = e.index}, *this);
}

}
