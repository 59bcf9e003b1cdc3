// SPDX-License-Identifier: GPL-3.0-or-later
// The references that objects hold. Each kind of an object's cells is a run of words in one table, in blocks of powers of two.
#include <algorithm>
#include <bit>

#include "core/replay/memory.h"

namespace memtape {

namespace {

constexpr uint32_t mostCells = 1u << 27; // of one kind in one object: beyond, an event makes no sense

BlockKind blockOf(CellKind kind) {
    switch (kind) {
    case CellKind::Field: return BlockKind::Fields;
    case CellKind::Item: return BlockKind::Items;
    case CellKind::Key:
    case CellKind::Value: return BlockKind::Entries;
    case CellKind::Attribute: return BlockKind::Attributes;
    }
    return BlockKind::Fields;
}

}

// ---- blocks ----------------------------------------------------------------------------------------------------------

uint32_t Memory::allocateCells(uint8_t power) {
    uint32_t& free = m_now.freeCells[power];
    if (free) {
        uint32_t offset = free - 1;
        free = m_cells[offset];
        return offset;
    }
    uint32_t offset = m_now.cellEnd;
    m_now.cellEnd += 1u << power;
    m_cells.grow(m_now.cellEnd);
    return offset;
}

void Memory::freeCells(uint32_t offset, uint8_t power) {
    m_cells.edit(offset) = m_now.freeCells[power];
    m_now.freeCells[power] = offset + 1;
}

const CellBlock* Memory::findBlock(uint32_t number, BlockKind kind) const {
    const CellBlock* block = &m_objects[number].cells;
    while (block->kind != kind) {
        if (!block->next || block->kind == BlockKind::None) return nullptr;
        block = &m_blocks[block->next];
    }
    return block;
}

CellBlock* Memory::editBlock(uint32_t number, BlockKind kind) {
    const CellBlock& first = m_objects[number].cells;
    if (first.kind == kind) return &m_objects.edit(number).cells;
    if (first.kind == BlockKind::None) return nullptr;
    for (uint32_t at = first.next; at; at = m_blocks[at].next)
        if (m_blocks[at].kind == kind) return &m_blocks.edit(at);
    return nullptr;
}

CellBlock& Memory::ensureBlock(uint32_t number, BlockKind kind) {
    if (CellBlock* block = editBlock(number, kind)) return *block;
    CellBlock& first = m_objects.edit(number).cells;
    if (first.kind == BlockKind::None) {
        first.kind = kind;
        return first;
    }
    uint32_t at = m_now.freeBlock;
    if (at) {
        m_now.freeBlock = m_blocks[at].next;
    } else {
        at = m_now.blockEnd++;
        m_blocks.grow(m_now.blockEnd);
    }
    CellBlock& block = m_blocks.edit(at);
    block = CellBlock{};
    block.kind = kind;
    block.next = first.next;
    first.next = at;
    return block;
}

void Memory::dropBlock(uint32_t number, BlockKind kind) {
    CellBlock* block = editBlock(number, kind);
    if (!block) return;
    if (block->power) freeCells(block->offset, block->power);
    block->power = 0;
    block->count = block->offset = 0;
}

void Memory::setCount(uint32_t number, BlockKind kind, uint32_t count) {
    CellBlock& block = ensureBlock(number, kind);
    if (count > block.count) {
        uint8_t power = static_cast<uint8_t>(std::max(1, static_cast<int>(std::bit_width(count - 1))));
        if (power > block.power) {
            uint32_t offset = allocateCells(power);
            m_cells.move(offset, block.offset, block.count);
            if (block.power) freeCells(block.offset, block.power);
            block.offset = offset;
            block.power = power;
        }
        for (uint32_t i = block.count; i < count; i++)
            if (m_cells[block.offset + i]) m_cells.edit(block.offset + i) = 0;
    }
    block.count = count;
}

// ---- single cells ----------------------------------------------------------------------------------------------------

Granule Memory::cellOf(uint32_t number, CellKind kind, uint32_t index) const {
    const CellBlock* block = findBlock(number, blockOf(kind));
    if (!block) return 0;
    if (kind == CellKind::Attribute) {
        for (uint32_t w = 0; w + 1 < block->count; w += 2)
            if (m_cells[block->offset + w] == index) return m_cells[block->offset + w + 1];
        return 0;
    }
    uint32_t word = wordOf(kind, index);
    return word < block->count ? m_cells[block->offset + word] : 0;
}

void Memory::setCell(uint32_t number, CellKind kind, uint32_t index, Granule value) {
    BlockKind blockKind = blockOf(kind);
    const CellBlock* block = findBlock(number, blockKind);
    if (kind == CellKind::Attribute) {
        uint32_t count = block ? block->count : 0;
        for (uint32_t w = 0; w + 1 < count; w += 2)
            if (m_cells[block->offset + w] == index) {
                m_cells.edit(block->offset + w + 1) = value;
                return;
            }
        setCount(number, blockKind, count + 2);
        block = findBlock(number, blockKind);
        m_cells.edit(block->offset + count) = index;
        m_cells.edit(block->offset + count + 1) = value;
        return;
    }
    uint32_t word = wordOf(kind, index);
    if (!block || word >= block->count) {
        setCount(number, blockKind, blockKind == BlockKind::Entries ? 2 * index + 2 : word + 1);
        block = findBlock(number, blockKind);
    }
    m_cells.edit(block->offset + word) = value;
}

void Memory::removeAttribute(uint32_t number, uint32_t index) {
    CellBlock* block = editBlock(number, BlockKind::Attributes);
    if (!block) return;
    for (uint32_t w = 0; w + 1 < block->count; w += 2)
        if (m_cells[block->offset + w] == index) {
            m_cells.move(block->offset + w, block->offset + w + 2, block->count - w - 2);
            block->count -= 2;
            return;
        }
}

void Memory::clearCell(uint32_t number, CellKind kind, uint32_t index) {
    if (kind == CellKind::Attribute) removeAttribute(number, index);
    else if (cellOf(number, kind, index)) setCell(number, kind, index, 0);
}

// Every place for a reference takes bytes of the object: a far larger index is damage.
bool Memory::isCellOf(uint32_t number, uint32_t index) const { return index < mostCells && index <= m_objects[number].size + 65536; }

void Memory::truncateCells(uint32_t number, CellKind kind, uint32_t length) {
    CellBlock* block = editBlock(number, blockOf(kind));
    if (!block) return;
    switch (kind) {
    case CellKind::Field:
    case CellKind::Item: block->count = std::min(block->count, length); break;
    case CellKind::Key:
    case CellKind::Value:
        for (uint32_t w = wordOf(kind, length); w < block->count; w += 2)
            if (m_cells[block->offset + w]) m_cells.edit(block->offset + w) = 0;
        while (block->count && !m_cells[block->offset + block->count - 1] && !m_cells[block->offset + block->count - 2]) block->count -= 2;
        break;
    case CellKind::Attribute: {
        uint32_t kept = 0;
        for (uint32_t w = 0; w + 1 < block->count; w += 2) {
            if (m_cells[block->offset + w] >= length) continue;
            if (kept != w) {
                m_cells.edit(block->offset + kept) = m_cells[block->offset + w];
                m_cells.edit(block->offset + kept + 1) = m_cells[block->offset + w + 1];
            }
            kept += 2;
        }
        block->count = kept;
        break;
    }
    }
}

void Memory::insertCell(uint32_t number, CellKind kind, uint32_t index, Granule value) {
    if (kind != CellKind::Item && kind != CellKind::Field) {
        setCell(number, kind, index, value);
        return;
    }
    BlockKind blockKind = blockOf(kind);
    const CellBlock* block = findBlock(number, blockKind);
    uint32_t count = block ? block->count : 0;
    setCount(number, blockKind, std::max(count, index) + 1);
    block = findBlock(number, blockKind);
    if (index < count) m_cells.move(block->offset + index + 1, block->offset + index, count - index);
    m_cells.edit(block->offset + index) = value;
}

void Memory::eraseCells(uint32_t number, CellKind kind, uint32_t index, uint32_t count) {
    CellBlock* block = editBlock(number, blockOf(kind));
    if (!block) return;
    if (kind == CellKind::Item || kind == CellKind::Field) {
        if (index >= block->count) return;
        count = std::min(count, block->count - index);
        m_cells.move(block->offset + index, block->offset + index + count, block->count - index - count);
        block->count -= count;
        return;
    }
    // entries and attributes have fixed places: the others stay where they are
    for (uint32_t i = 0; i < count; i++) {
        if (kind == CellKind::Attribute) {
            removeAttribute(number, index + i);
        } else {
            uint32_t word = wordOf(kind, index + i);
            if (word >= block->count) break;
            m_cells.edit(block->offset + word) = 0;
        }
    }
}

void Memory::moveCells(uint32_t from, uint32_t to, CellKind kind) {
    BlockKind blockKind = blockOf(kind);
    const CellBlock* cells = findBlock(from, blockKind);
    if (from == to || !cells || !cells->count) return;
    dropBlock(to, blockKind);
    CellBlock& target = ensureBlock(to, blockKind);
    CellBlock* source = editBlock(from, blockKind);
    target.offset = source->offset;
    target.count = source->count;
    target.power = source->power;
    source->offset = source->count = 0;
    source->power = 0;
}

void Memory::fillItems(uint32_t number, uint32_t index, const Granule* values, uint32_t count) {
    const CellBlock* block = findBlock(number, BlockKind::Items);
    if (!block || index + count > block->count) {
        setCount(number, BlockKind::Items, index + count);
        block = findBlock(number, BlockKind::Items);
    }
    m_cells.write(block->offset + index, values, count);
}

// ---- events ----------------------------------------------------------------------------------------------------------

void Memory::applyCell(const Event& e) {
    uint32_t number = numberAt(e.object);
    CellKind kind = static_cast<CellKind>(e.a);
    if (!number || e.index >= mostCells || e.count >= mostCells) return;
    if (e.kind == EventKind::CellSet || e.kind == EventKind::CellInsert || e.kind == EventKind::CellFill) {
        if (!isCellOf(number, e.index)) return;
    }
    RawChange change;
    if (m_observer) [[unlikely]] {
        change = {
            .kind = e.kind, .object = objectAt(e.object), .value = objectAt(e.value), .cell = kind, .index = e.index, .type = m_objects[number].type};
        if (e.kind != EventKind::CellInsert) change.previous = leadsTo(cellOf(number, kind, e.index));
    }
    if (m_now.libraryObjects && holdsForProgram(number)) {
        if (e.kind == EventKind::CellSet || e.kind == EventKind::CellInsert) adopt(e.value);
        else if (e.kind == EventKind::CellFill)
            for (uint32_t i = 0; i < e.count; i++) adopt(e.values[i]);
    }
    switch (e.kind) {
    case EventKind::CellSet: setCell(number, kind, e.index, e.value); break;
    case EventKind::CellClear: clearCell(number, kind, e.index); break;
    case EventKind::CellInsert: insertCell(number, kind, e.index, e.value); break;
    case EventKind::CellErase:
        if (m_observer) [[unlikely]] { // each of them is seen
            for (uint32_t i = 0; i < e.count; i++) {
                change.index = e.index + i;
                change.previous = leadsTo(cellOf(number, kind, e.index + i));
                if (change.previous) m_observer->see(change, *this);
            }
        }
        eraseCells(number, kind, e.index, e.count);
        return;
    case EventKind::CellFill:
        if (kind == CellKind::Item && !m_observer) {
            fillItems(number, e.index, e.values, e.count);
            return;
        }
        for (uint32_t i = 0; i < e.count; i++) {
            if (m_observer) [[unlikely]] {
                change.index = e.index + i;
                change.previous = leadsTo(cellOf(number, kind, change.index));
                change.value = leadsTo(e.values[i]);
                if (change.previous || change.value) m_observer->see(change, *this);
            }
            if (e.values[i] || kind == CellKind::Item) setCell(number, kind, e.index + i, e.values[i]);
            else clearCell(number, kind, e.index + i);
        }
        return;
    case EventKind::CellTruncate:
        if (m_observer) [[unlikely]] {
            auto see = [&](uint32_t index, uint32_t word) {
                change.index = index;
                change.previous = leadsTo(word);
                m_observer->see(change, *this);
            };
            const CellBlock* block = kind == CellKind::Item ? findBlock(number, BlockKind::Items) : nullptr;
            // of items only what goes is looked at: a long list that is emptied goes item by item
            for (uint32_t w = e.index; block && w < block->count; w++)
                if (uint32_t word = m_cells[block->offset + w]) see(w, word);
            if (!block)
                eachCell(m_objects[number], [&](CellKind k, uint32_t index, uint32_t word) {
                    if (k == kind && index >= e.index) see(index, word);
                });
        }
        truncateCells(number, kind, e.index);
        return;
    case EventKind::CellMove: {
        uint32_t to = numberAt(e.value);
        if (!to) return;
        if (m_observer) [[unlikely]] { // each is seen to leave and to arrive
            RawChange arrives = change;
            arrives.object = objectAt(e.value);
            arrives.type = m_objects[to].type;
            change.value = arrives.previous = {};
            // what the new owner had of the kind goes
            RawChange goes = arrives;
            goes.value = {};
            const CellBlock* leaving = findBlock(number, blockOf(kind));
            if (number == to || !leaving || !leaving->count) return;
            eachCell(m_objects[to], [&](CellKind k, uint32_t index, uint32_t word) {
                if (k != kind) return;
                goes.index = index;
                goes.previous = leadsTo(word);
                m_observer->see(goes, *this);
            });
            eachCell(m_objects[number], [&](CellKind k, uint32_t index, uint32_t word) {
                if (k != kind) return;
                change.index = arrives.index = index;
                change.previous = arrives.value = leadsTo(word);
                m_observer->see(change, *this);
                m_observer->see(arrives, *this);
            });
        }
        moveCells(number, to, kind);
        if (m_now.libraryObjects && holdsForProgram(to)) eachWord(m_objects[to], [this](uint32_t held) { adopt(held); });
        return;
    }
    default: break;
    }
    if (m_observer) [[unlikely]]
        m_observer->see(change, *this);
}

}
