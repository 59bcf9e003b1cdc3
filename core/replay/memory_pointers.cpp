// SPDX-License-Identifier: GPL-3.0-or-later
// References that go to a place, or do not count. What they say is in a table of its own; a cell or a slot has its number (memory.h).
// Nothing gives a record back when its word is overwritten: that would cost each write. When the table is full the words that are still
// there are looked for, and the other records are free; it grows where that gave too few.
#include <algorithm>

#include "core/replay/memory.h"

namespace memtape {

namespace {

constexpr uint32_t fewPointers = 1024, mostPointers = UINT32_MAX - granuleEnd;

}

// ---- the table -------------------------------------------------------------------------------------------------------

void Memory::sweepPointers() {
    std::vector<bool> isUsed(m_now.pointerEnd);
    auto mark = [&](uint32_t word) {
        if (isPointerWord(word) && word - granuleEnd < isUsed.size()) isUsed[word - granuleEnd] = true;
    };
    for (uint32_t n = 1; n < m_now.recordEnd; n++)
        if (m_objects[n].alive()) eachWord(m_objects[n], mark);
    for (uint32_t w = 0; w < m_now.frameWords; w++) mark(m_frameWords[w]);
    for (uint32_t t = 0; t < m_now.threadEnd; t++)
        if (m_threads[t].isUsed) eachAsideRoot(m_threads[t], mark);
    m_now.pointersSwept = 0;
    for (uint32_t p = 0; p < m_now.pointerEnd; p++) {
        if (isUsed[p]) {
            m_now.pointersSwept++;
        } else if (m_pointers[p].isUsed) {
            PointerRecord& record = m_pointers.edit(p);
            record = {};
            record.object = m_now.freePointer;
            m_now.freePointer = p + 1;
        }
    }
}

// The word of a record that is to be filled in; 0: no room, which only damage asks for.
uint32_t Memory::allocatePointer() {
    if (!m_now.freePointer && m_now.pointerEnd >= std::max(fewPointers, 2 * m_now.pointersSwept)) sweepPointers();
    if (uint32_t free = m_now.freePointer) {
        m_now.freePointer = m_pointers[free - 1].object;
        return granuleEnd + free - 1;
    }
    if (m_now.pointerEnd >= mostPointers) return 0;
    m_pointers.grow(m_now.pointerEnd + 1);
    return granuleEnd + m_now.pointerEnd++;
}

uint32_t Memory::pointerTo(RefKind ref, const MemoryPlace& target) {
    PointerRecord record{};
    record.index = target.index;
    record.ref = ref;
    record.place = target.kind;
    record.cell = target.cell;
    record.isUsed = true;
    if (target.kind == MemoryPlace::Kind::Slot) {
        record.frame = target.frame < m_now.frames ? m_now.frames - 1 - target.frame : UINT32_MAX;
        record.life = target.frame < m_now.frames ? m_frames[record.frame].life : 0;
    } else {
        if (!target.object) return 0;
        record.object = target.object;
        record.life = objectAt(target.object).life;
    }
    uint32_t word = allocatePointer();
    if (word) m_pointers.edit(word - granuleEnd) = record;
    return word;
}

uint32_t Memory::copyOfPointer(uint32_t word) {
    if (!isPointerWord(word)) return word;
    if (word - granuleEnd >= m_now.pointerEnd) return 0;
    PointerRecord record = m_pointers[word - granuleEnd];
    uint32_t copy = allocatePointer();
    if (copy) m_pointers.edit(copy - granuleEnd) = record;
    return copy;
}

bool Memory::isOver(const PointerRecord& p) const {
    if (p.place == MemoryPlace::Kind::Slot) {
        if (p.frame < m_now.frames && m_frames[p.frame].life == p.life) return false;
        for (uint32_t t = 0; t < m_now.threadEnd; t++) {
            const ThreadRecord& thread = m_threads[t];
            if (thread.isUsed && p.frame < thread.frames && asideFrame(thread, p.frame).life == p.life) return false;
        }
        return true;
    }
    return !numberOf({p.object, p.life});
}

Granule Memory::pointedBy(uint32_t word, RefKind weakest) const {
    if (word - granuleEnd >= m_now.pointerEnd) return 0;
    const PointerRecord& p = m_pointers[word - granuleEnd];
    return p.isUsed && p.ref <= weakest && p.place != MemoryPlace::Kind::Slot && !isOver(p) ? p.object : 0;
}

std::optional<PointerView> Memory::pointerOf(uint32_t word) const {
    if (!isPointerWord(word) || word - granuleEnd >= m_now.pointerEnd) return std::nullopt;
    const PointerRecord& p = m_pointers[word - granuleEnd];
    if (!p.isUsed) return std::nullopt;
    PointerView view;
    view.ref = p.ref;
    view.place = p.place;
    if (p.place == MemoryPlace::Kind::Slot) view.frame = p.frame;
    else view.object = {p.object, p.life};
    view.cell = p.cell;
    view.index = p.index;
    view.isDangling = isOver(p);
    return view;
}

// ---- events ----------------------------------------------------------------------------------------------------------

uint32_t Memory::wordAt(const MemoryPlace& holder) const {
    if (holder.kind == MemoryPlace::Kind::Cell) {
        uint32_t number = numberAt(holder.object);
        return number ? cellOf(number, holder.cell, holder.index) : 0;
    }
    if (holder.kind != MemoryPlace::Kind::Slot || holder.frame >= m_now.frames) return 0;
    const FrameRecord& frame = m_frames[m_now.frames - 1 - holder.frame];
    return holder.index < frame.slots ? m_frameWords[frame.base + holder.index] : 0;
}

// Where there is no such place nothing changes.
void Memory::setWord(const MemoryPlace& holder, uint32_t word) {
    if (holder.kind == MemoryPlace::Kind::Cell) {
        uint32_t number = numberAt(holder.object);
        if (!number || !isCellOf(number, holder.index)) return;
        if (word) setCell(number, holder.cell, holder.index, word);
        else clearCell(number, holder.cell, holder.index);
    } else if (holder.kind == MemoryPlace::Kind::Slot && holder.frame < m_now.frames) {
        const FrameRecord& frame = m_frames[m_now.frames - 1 - holder.frame];
        if (holder.index < frame.slots) m_frameWords.edit(frame.base + holder.index) = word;
    }
}

void Memory::applyPointer(const Event& e) {
    const MemoryPlace& holder = e.pointer->holder;
    uint32_t old = wordAt(holder);
    // One in a slot that counts and goes to an object is as SlotSet tells it, of any frame.
    const bool isPlain = e.kind == EventKind::PointerSet && holder.kind == MemoryPlace::Kind::Slot && e.pointer->ref == RefKind::Counts &&
                         e.pointer->target.kind == MemoryPlace::Kind::Object;
    uint32_t word = isPlain                            ? e.pointer->target.object
                    : e.kind == EventKind::PointerCopy ? copyOfPointer(wordAt(e.pointer->target))
                                                       : pointerTo(e.pointer->ref, e.pointer->target);
    if (m_observer) [[unlikely]] {
        RawChange change{.kind = e.kind, .object = objectAt(holder.object), .value = leadsTo(word), .previous = leadsTo(old)};
        change.cell = holder.cell;
        change.index = holder.index;
        if (holder.kind == MemoryPlace::Kind::Slot && holder.frame < m_now.frames) change.frame = m_now.frames - 1 - holder.frame;
        if (uint32_t number = numberAt(holder.object)) change.type = m_objects[number].type;
        change.pointer = pointerOf(word);
        m_observer->see(change, *this);
    }
    setWord(holder, word);
    if (!isPlain || holder.frame >= m_now.frames) return;
    const CodeInfo* code = codeInfo(m_frames[m_now.frames - 1 - holder.frame].code);
    if (!code || !code->ofLibrary) adopt(word);
}

}
