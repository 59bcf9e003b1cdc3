// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/pickle/pickle_memo.h"

#include <cstring>
#include <utility>

namespace memtape::pickle {

namespace {

constexpr ssize firstRoom = 8;
constexpr int alignedBits = 4; // of an address, which say nothing

}

Memo::Entry& Memo::place(const Object* o) const {
    const size_t mask = static_cast<size_t>(m_room) - 1;
    size_t at = (reinterpret_cast<uintptr_t>(o) >> alignedBits) & mask;
    while (m_entries[at].object && m_entries[at].object != o) at = (at + 1) & mask;
    return m_entries[at];
}

ssize Memo::find(const Object* o) const {
    if (!m_count) return -1;
    const Entry& entry = place(o);
    return entry.object ? entry.number : -1;
}

bool Memo::grow() {
    const ssize room = m_room ? m_room * 2 : firstRoom;
    Entry* old = m_entries;
    const ssize oldRoom = m_room;
    Entry* entries = static_cast<Entry*>(allocateBlock(static_cast<size_t>(room) * sizeof(Entry)));
    if (!entries) return false;
    std::memset(static_cast<void*>(entries), 0, static_cast<size_t>(room) * sizeof(Entry));
    m_entries = entries;
    m_room = room;
    for (ssize i = 0; i < oldRoom; ++i)
        if (old[i].object) place(old[i].object) = old[i];
    if (old) releaseBlock(old);
    return true;
}

bool Memo::addAs(Object* owner, Object* o, ssize number) {
    if (3 * (m_count + 1) > 2 * m_room && !grow()) return false;
    Entry& entry = place(o);
    if (!entry.object) {
        incref(o);
        entry.object = o;
        ++m_count;
    } else {
        recordCell(owner, CellKind::Item, static_cast<uint32_t>(entry.number), nullptr);
    }
    entry.number = number;
    recordCell(owner, CellKind::Item, static_cast<uint32_t>(number), o);
    return true;
}

void Memo::clear(Object* owner) {
    Entry* entries = std::exchange(m_entries, nullptr);
    const ssize room = std::exchange(m_room, 0);
    m_count = 0;
    if (!entries) return;
    recordTruncate(owner, CellKind::Item, 0);
    for (ssize i = 0; i < room; ++i) xdecref(entries[i].object);
    releaseBlock(entries);
}

bool Memo::copyFrom(Object* owner, const Memo& other) {
    Memo copy{};
    std::swap(copy, *this); // what it was is dropped when the other one is there
    const bool good = other.each([&](Object* o, ssize number) { return addAs(owner, o, number); });
    for (ssize i = 0; i < copy.m_room; ++i) xdecref(copy.m_entries[i].object);
    if (copy.m_entries) releaseBlock(copy.m_entries);
    return good;
}

int Memo::traverse(Visit visit, void* context) const {
    for (ssize i = 0; i < m_room; ++i)
        if (Object* o = m_entries[i].object)
            if (int r = visit(o, context)) return r;
    return 0;
}

void Memo::cells(CellVisitor& visitor) const {
    for (ssize i = 0; i < m_room; ++i)
        if (m_entries[i].object) visitor.visit(CellKind::Item, static_cast<uint32_t>(m_entries[i].number), m_entries[i].object);
}

}
