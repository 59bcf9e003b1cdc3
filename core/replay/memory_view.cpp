// SPDX-License-Identifier: GPL-3.0-or-later
// What a MemoryState answers about one frame or one object.
#include <algorithm>

#include "core/replay/memory.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr uint32_t recordWords = sizeof(FrameRecord) / 4;
const TypeDefinition unknownType;
const CodeInfo unknownCode;

}

// ---- definitions -----------------------------------------------------------------------------------------------------

const TypeDefinition* Memory::definition(uint32_t id) const {
    if (id < m_types.size() && m_types[id]) return m_types[id];
    const TypeDefinition* found = m_shared.tape->definitions().type(id);
    if (found) {
        if (id >= m_types.size()) m_types.resize(id + 64);
        m_types[id] = found;
    }
    return found;
}

const CodeInfo* Memory::codeInfo(uint32_t id) const {
    if (id < m_codes.size() && m_codes[id]) return m_codes[id];
    const CodeInfo* found = m_shared.tape->definitions().code(id);
    if (found) {
        if (id >= m_codes.size()) m_codes.resize(id + 64);
        m_codes[id] = found;
    }
    return found;
}

const TypeInfo& Memory::type(uint32_t id) const {
    const TypeDefinition* found = definition(id);
    return found ? *found : unknownType;
}

const CodeInfo& Memory::code(uint32_t id) const {
    const CodeInfo* found = codeInfo(id);
    return found ? *found : unknownCode;
}

bool Memory::isProgramFile(uint32_t id) const {
    const FileInfo* found = m_shared.tape->definitions().file(id);
    return found && found->ofProgram;
}

std::string_view Memory::filePath(uint32_t id) const {
    const FileInfo* found = m_shared.tape->definitions().file(id);
    return found ? std::string_view(found->path) : std::string_view();
}

std::string_view Memory::fileSource(uint32_t id) const {
    const FileInfo* found = m_shared.tape->definitions().file(id);
    return found ? std::string_view(found->source) : std::string_view();
}

const TypeInfo* Memory::typeOfClass(ObjectId id) const {
    const ObjectRecord* o = recordOf(id);
    if (!o) return nullptr;
    // The granule may have been another class's before: then it was defined before this one was made. (Types that were there before
    // the program are written in any order.)
    const TypeDefinition* best = nullptr;
    for (const TypeDefinition* t : m_shared.tape->definitions().typesAt(id.granule))
        if (t->life <= m_now.lives && (t->life >= id.life || !(o->flags & ObjectRecord::OfProgram))) best = t;
    return best;
}

std::string_view Memory::cellName(uint32_t typeId, CellKind kind, uint32_t index) const {
    if (kind == CellKind::Attribute) return m_shared.tape->definitions().attributeName(typeId, index);
    if (kind != CellKind::Field) return {};
    const TypeDefinition* type = definition(typeId);
    return type && index < type->fields.size() ? std::string_view(type->fields[index]) : std::string_view();
}

std::string_view Memory::slotName(uint32_t frame, uint32_t slot) const {
    if (frame >= m_now.frames) return {};
    const CodeInfo* info = codeInfo(m_frames[frame].code);
    return info && slot < info->slots.size() ? std::string_view(info->slots[slot]) : std::string_view();
}

// ---- frames ----------------------------------------------------------------------------------------------------------

template <class Word> FrameView Memory::viewFrame(const FrameRecord& frame, Word&& word) const {
    FrameView view;
    const CodeInfo* info = codeInfo(frame.code);
    view.code = frame.code;
    view.frame = frame.frame;
    view.line = frame.line;
    view.life = frame.life;
    view.ofProgram = info && info->ofProgram;
    view.codeObject = idAt(frame.codeObject);
    view.function = idAt(frame.function);
    view.locals = idAt(frame.locals);
    view.generator = idAt(frame.generator);
    view.slots.resize(frame.slots);
    for (uint32_t s = 0; s < frame.slots; s++) {
        SlotView& slot = view.slots[s];
        slot.index = s;
        if (info && s < info->slots.size()) {
            slot.name = info->slots[s];
            slot.kind = info->slotKinds[s];
        }
        slot.value = idAt(word(s));
        slot.pointer = pointerOf(word(s));
    }
    view.held.resize(frame.held);
    for (uint32_t d = 0; d < frame.held; d++) view.held[d] = idAt(word(frame.slots + d));
    return view;
}

FrameView Memory::frame(size_t index) const {
    if (index >= m_now.frames) return {};
    const FrameRecord& frame = m_frames[index];
    return viewFrame(frame, [&](uint32_t w) { return m_frameWords[frame.base + w]; });
}

std::optional<FrameView> Memory::suspendedFrame(ObjectId generator) const {
    uint32_t number = numberOf(generator);
    const CellBlock* block = number ? findBlock(number, BlockKind::Suspended) : nullptr;
    if (!block || block->count < recordWords) return std::nullopt;
    FrameRecord frame = suspendedRecord(*block);
    uint32_t words = block->count - recordWords;
    return viewFrame(frame, [&](uint32_t w) { return w < words ? m_cells[block->offset + recordWords + w] : 0; });
}

std::vector<ThreadView> Memory::otherThreads() const {
    std::vector<ThreadView> threads;
    for (uint32_t at = 0; at < m_now.threadEnd; at++) {
        const ThreadRecord& thread = m_threads[at];
        if (!thread.isUsed) continue;
        ThreadView view;
        view.number = thread.number;
        for (uint32_t f = 0; f < thread.frames; f++) {
            FrameRecord frame = asideFrame(thread, f);
            uint32_t words = asideWords(thread, frame);
            view.frames.push_back(viewFrame(frame, [&](uint32_t w) { return m_cells[words + w]; }));
        }
        threads.push_back(std::move(view));
    }
    std::sort(threads.begin(), threads.end(), [](const ThreadView& a, const ThreadView& b) { return a.number < b.number; });
    return threads;
}

// ---- objects ---------------------------------------------------------------------------------------------------------

ObjectView Memory::object(ObjectId id) const {
    ObjectView view;
    const ObjectRecord* o = recordOf(id);
    if (!o) return view;
    view.id = id;
    view.type = o->type;
    view.address = shownAddress(o->granule);
    view.size = o->size;
    view.capacity = o->capacity;
    view.immortal = o->flags & ObjectRecord::Immortal;
    view.ofProgram = o->flags & ObjectRecord::OfProgram;
    view.madeAtStep = o->madeAt;
    if (view.ofProgram) {
        view.madeAtLine = o->madeLine;
        view.madeInCode = o->madeCode;
    }
    view.payloadKind = o->payloadKind;
    if (o->payloadKind == Event::Payload::Bytes) {
        bool isChain = o->flags & ObjectRecord::Chain;
        view.payload = m_shared.payloads.text(o->payload, isChain, m_keep);
        view.payloadLength = std::max<uint64_t>(m_shared.payloads.fullLength(o->payload, isChain), view.payload.size());
    } else {
        view.scalar = o->payload;
    }
    return view;
}

ObjectId Memory::cell(ObjectId id, CellKind kind, uint32_t index) const {
    uint32_t number = numberOf(id);
    return number ? idAt(cellOf(number, kind, index)) : ObjectId{};
}

size_t Memory::cellCount(ObjectId id) const {
    const ObjectRecord* o = recordOf(id);
    size_t count = 0;
    if (o) eachCell(*o, [&](CellKind, uint32_t, uint32_t) { count++; });
    return count;
}

size_t Memory::cellCount(ObjectId id, CellKind kind) const {
    const ObjectRecord* o = recordOf(id);
    size_t count = 0;
    if (o) eachCell(*o, [&](CellKind k, uint32_t, uint32_t) { count += k == kind; });
    return count;
}

// Items and entries may have holes; what the ends of the other kinds say depends on the object's type.
uint32_t Memory::cellEnd(ObjectId id, CellKind kind) const {
    uint32_t number = numberOf(id);
    if (!number) return 0;
    switch (kind) {
    case CellKind::Field:
    case CellKind::Item: {
        const CellBlock* block = findBlock(number, kind == CellKind::Item ? BlockKind::Items : BlockKind::Fields);
        return block ? block->count : 0;
    }
    case CellKind::Key:
    case CellKind::Value: {
        const CellBlock* block = findBlock(number, BlockKind::Entries);
        return block ? block->count / 2 : 0;
    }
    case CellKind::Attribute: break;
    }
    uint32_t end = 0;
    eachCell(m_objects[number], [&](CellKind k, uint32_t index, uint32_t) {
        if (k == kind) end = std::max(end, index + 1);
    });
    return end;
}

std::vector<CellView> Memory::cells(ObjectId id, size_t from, size_t count) const {
    std::vector<CellView> views;
    const ObjectRecord* o = recordOf(id);
    if (!o || !count) return views;
    size_t at = 0;
    std::optional<FrameView> suspended;
    eachCell(*o, [&](CellKind kind, uint32_t index, uint32_t word) {
        if (at++ < from) return true;
        CellView view{kind, index, cellName(o->type, kind, index), idAt(word), pointerOf(word)};
        if (kind == CellKind::Field && index >= suspendedCells) {
            static constexpr std::string_view own[] = {"frame code", "frame function", "frame names"};
            if (!suspended) suspended = suspendedFrame(id);
            index -= suspendedCells;
            if (index < 3) view.name = own[index];
            else if (suspended && index - 3 < suspended->slots.size()) view.name = suspended->slots[index - 3].name;
            else view.name = "held";
        }
        views.push_back(view);
        return views.size() < count;
    });
    return views;
}

}
