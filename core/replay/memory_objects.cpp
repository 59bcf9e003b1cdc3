// SPDX-License-Identifier: GPL-3.0-or-later
// Objects come, go and get their values.
#include <bit>

#include "core/replay/memory.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

uint64_t sizeOfInteger(const Memory::ScalarTypes& types, int64_t value) {
    uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
    unsigned bits = static_cast<unsigned>(std::bit_width(magnitude));
    return types.integerBytes + types.digitBytes * (bits > types.digitBits ? (bits + types.digitBits - 1) / types.digitBits : 1);
}

}

ObjectId Memory::objectAt(Granule granule) const {
    uint32_t number = numberAt(granule);
    if (!number) return {};
    return {granule, m_objects[number].life};
}

const ObjectRecord* Memory::recordOf(ObjectId id) const {
    uint32_t number = numberOf(id);
    return number ? &m_objects[number] : nullptr;
}

uint32_t Memory::numberOf(ObjectId id) const {
    uint32_t number = numberAt(id.granule);
    return number && m_objects[number].life == id.life ? number : 0;
}

void Memory::chooseScalarTypes(uint32_t typeId) {
    const TypeDefinition* type = definition(typeId);
    if (!type || type->ofProgram) return;
    ScalarTypes& scalars = m_now.scalars;
    if (type->role == TypeRole::Integer && !scalars.integer) {
        scalars.integer = typeId;
        scalars.integerBytes = type->fixedBytes;
        scalars.digitBytes = type->digitBytes;
        scalars.digitBits = std::max<uint8_t>(type->digitBits, 1);
    } else if (type->role == TypeRole::Float && !scalars.floating) {
        scalars.floating = typeId;
        scalars.floatBytes = type->fixedBytes;
    } else if (type->role == TypeRole::Nothing && !scalars.nothing) {
        scalars.nothing = typeId;
    }
}

void Memory::applyAlloc(const Event& e) {
    if (e.object >= granuleEnd) [[unlikely]]
        return; // damage
    uint32_t place = m_shared.pages.ensure(e.object);
    m_index.grow(place + 1);
    if (uint32_t there = m_index[place]) {
        changeType(there, e);
        return;
    }
    uint32_t number = m_now.freeRecord;
    if (number) {
        m_now.freeRecord = m_objects[number].cells.next;
    } else {
        number = m_now.recordEnd++;
        m_objects.grow(m_now.recordEnd);
    }
    m_index.edit(place) = number;
    ObjectRecord& o = m_objects.edit(number);
    o = ObjectRecord{};
    o.granule = e.object;
    o.life = ++m_now.lives;
    o.madeAt = m_now.steps ? static_cast<uint32_t>(m_now.steps - 1) : 0;
    o.flags = ObjectRecord::Alive;
    if (m_now.maker && m_now.steps) {
        const FrameRecord& maker = m_frames[m_now.maker - 1];
        o.madeLine = maker.line;
        o.madeCode = maker.code;
    }
    o.type = e.count;
    o.size = e.extra;
    if (e.payload == Event::Payload::Int) {
        o.type = m_now.scalars.integer;
        o.size = sizeOfInteger(m_now.scalars, static_cast<int64_t>(e.extra2));
    } else if (e.payload == Event::Payload::Float) {
        o.type = m_now.scalars.floating;
        o.size = m_now.scalars.floatBytes;
    } else if (e.count == m_now.scalars.nothing && e.count) {
        m_now.nothing = e.object;
    }
    o.payloadKind = e.payload;
    o.payload = e.extra2;
    if (e.payload == Event::Payload::None) o.payload = 0;
    m_now.liveRecords++;
    countMade(o);
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = EventKind::Alloc, .object = {e.object, o.life}, .type = o.type}, *this);
}

// An Alloc where an object is: it goes on as an object of another type. Its cells follow anew, its value stays.
void Memory::changeType(uint32_t number, const Event& e) {
    m_now.lives++; // every Alloc counts
    dropCells(number);
    ObjectRecord& o = m_objects.edit(number);
    o.cells = CellBlock{};
    o.type = e.payload == Event::Payload::Int ? m_now.scalars.integer : e.payload == Event::Payload::Float ? m_now.scalars.floating : e.count;
    if (e.payload != Event::Payload::None) {
        o.payloadKind = e.payload;
        o.payload = e.extra2;
    } else {
        countSize(o, e.extra);
        o.size = e.extra;
    }
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = EventKind::Resize, .object = {e.object, o.life}, .type = o.type}, *this);
}

// Gives the object's blocks back; its record still names the first.
void Memory::dropCells(uint32_t number) {
    for (CellBlock block = m_objects[number].cells; block.kind != BlockKind::None;) {
        if (block.power) freeCells(block.offset, block.power);
        uint32_t next = block.next;
        if (!next) break;
        block = m_blocks[next];
        CellBlock& freed = m_blocks.edit(next);
        freed = CellBlock{};
        freed.next = m_now.freeBlock;
        m_now.freeBlock = next;
    }
}

void Memory::release(uint32_t number) {
    const ObjectRecord& old = m_objects[number];
    countReleased(old);
    dropCells(number);
    m_index.edit(m_shared.pages.find(old.granule)) = 0;
    ObjectRecord& o = m_objects.edit(number);
    o.flags = 0;
    o.life = 0;
    o.cells = CellBlock{};
    o.cells.next = m_now.freeRecord;
    m_now.freeRecord = number;
    m_now.liveRecords--;
}

void Memory::applyFree(const Event& e) {
    uint32_t number = numberAt(e.object);
    if (!number) return;
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = EventKind::Free,
                         .object = {e.object, m_objects[number].life},
                         .cause = static_cast<FreeCause>(e.a),
                         .type = m_objects[number].type},
                        *this);
    release(number);
}

// Of a granule at which no object is: a block beside objects, or a pool.
void Memory::applyResize(const Event& e) {
    uint32_t number = numberAt(e.object);
    if (!number) return applyArea(e);
    ObjectRecord& o = m_objects.edit(number);
    countSize(o, e.extra);
    o.size = e.extra;
    o.capacity = static_cast<uint32_t>(std::min<uint64_t>(e.extra2, UINT32_MAX));
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = EventKind::Resize, .object = {e.object, o.life}, .type = o.type}, *this);
}

void Memory::applyImmortal(const Event& e) {
    if (uint32_t number = numberAt(e.object)) m_objects.edit(number).flags |= ObjectRecord::Immortal;
}

void Memory::applyPayload(const Event& e, uint64_t chunk, const uint8_t* bytesBegin) {
    uint32_t number = numberAt(e.object);
    if (!number) return;
    PayloadPlace place = 0;
    if (e.payload == Event::Payload::Bytes)
        place = payloadPlace(chunk, static_cast<uint64_t>(reinterpret_cast<const uint8_t*>(e.bytes.data()) - bytesBegin), e.bytes.size());
    if (isFormula(e)) place |= computedPayload;
    Event::Payload kind = e.payload;
    uint64_t value = e.extra2;
    bool isChain = false;
    if (e.kind == EventKind::PayloadAppend) {
        uint32_t prefix = numberAt(e.value);
        value = place;
        if (prefix && m_objects[prefix].payloadKind == Event::Payload::Bytes) {
            const ObjectRecord& p = m_objects[prefix];
            m_shared.payloads.noteAppend(place, p.payload, p.flags & ObjectRecord::Chain, e.extra);
            isChain = true;
        } else if (e.extra != e.bytes.size()) {
            m_shared.payloads.noteCut(place, e.extra);
        }
    } else if (kind == Event::Payload::Bytes) {
        value = place;
        if (e.extra != e.bytes.size()) m_shared.payloads.noteCut(place, e.extra);
    }
    ObjectRecord& o = m_objects.edit(number);
    o.payloadKind = kind;
    o.payload = value;
    o.flags = static_cast<uint8_t>((o.flags & ~ObjectRecord::Chain) | (isChain ? ObjectRecord::Chain : 0));
    if (m_observer) [[unlikely]]
        m_observer->see({.kind = e.kind, .object = {e.object, o.life}, .type = o.type}, *this);
}

}
