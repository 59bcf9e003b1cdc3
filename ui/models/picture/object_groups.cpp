// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/object_groups.h"

#include <algorithm>

#include "ui/state/run.h"

namespace memtape {

namespace {

using Member = GroupPicture::Member;

bool isBefore(const Member& member, ObjectId id) { return member.id.life < id.life; }

// The list in `[[n] for n in range(1000)]`: made by the line that made its items, and of their type, but it is not one of them.
bool holdsItsLike(const MemoryState& state, const ObjectView& object) {
    constexpr uint32_t many = 50;
    if (state.cellEnd(object.id, CellKind::Item) < many && state.cellEnd(object.id, CellKind::Key) < many) return false;
    for (const CellView& cell : state.cells(object.id, 0, 2)) { // a table's key, and its value
        if (!cell.value) continue;
        const ObjectView first = state.object(cell.value);
        if (first.type == object.type && first.madeAtLine == object.madeAtLine) return true;
    }
    return false;
}

template <class Members> auto find(Members& members, ObjectId id) {
    auto at = std::lower_bound(members.begin(), members.end(), id, isBefore);
    return at != members.end() && at->id == id ? at : members.end();
}

}

// No object has a granule beyond the end.
ObjectId ObjectGroups::Births::box() const { return {granuleEnd + ((file & 0x3ff) << 20 | (type & 0xfffff)), line + 1}; }

qsizetype GroupPicture::placeOf(ObjectId id) const {
    auto at = find(members, id);
    return at == members.end() ? -1 : at - members.begin();
}

// Of one line there may be several codes: a call's and its comprehension's.
ObjectGroups::Births& ObjectGroups::birthsOf(const Reading& reading, const ObjectView& object) {
    const uint32_t line = object.madeAtLine, code = line ? object.madeInCode : 0;
    const Origin origin{uint64_t(code) << 32 | line, object.type};
    if (const auto known = m_places.constFind(origin); known != m_places.constEnd()) return m_births[*known];
    const uint32_t file = code ? reading.state().code(code).file : 0;
    auto births = std::find_if(m_births.begin(), m_births.end(),
                               [&](const Births& like) { return like.type == object.type && like.file == file && like.line == line; });
    if (births == m_births.end()) births = m_births.insert(births, {object.type, file, line, {}, {}});
    m_places.insert(origin, size_t(births - m_births.begin()));
    return *births;
}

void ObjectGroups::add(const Reading& reading, ObjectId id) {
    const ObjectView object = reading.state().object(id);
    if (!object.ofProgram) return;
    Births& births = birthsOf(reading, object);
    QVector<Member>& members = reading.isDrawnInPlace(id) || holdsItsLike(reading.state(), object) ? births.others : births.boxes;
    auto at = members.isEmpty() || members.last().id.life < id.life ? members.end() : std::lower_bound(members.begin(), members.end(), id, isBefore);
    members.insert(at, {id, object.size});
    ++m_objects;
    m_bytes += object.size;
}

void ObjectGroups::remove(ObjectId id) {
    for (Births& births : m_births)
        for (QVector<Member>* members : {&births.boxes, &births.others}) {
            auto known = find(std::as_const(*members), id);
            if (known == members->constEnd()) continue;
            --m_objects;
            m_bytes -= known->size;
            members->removeAt(known - members->constBegin());
            return;
        }
}

// What changed lies between the later of the two steps and the one before it.
bool ObjectGroups::follow(Run& run, const Reading& reading, uint64_t step) {
    if (step != *m_step + 1 && step + 1 != *m_step) return false;
    QSet<ObjectId> touched;
    for (const Change& change : run.changesBefore(std::max(step, *m_step)))
        if (change.object) touched.insert(change.object);
    if (uint64_t(touched.size()) * 8 > m_objects + 1000) return false;
    for (ObjectId id : touched) {
        remove(id);
        if (reading.state().isAlive(id)) add(reading, id);
    }
    return addsUp(reading.state());
}

// What the program adopts of the library's is no event of its own.
bool ObjectGroups::addsUp(const MemoryState& state) const { return m_objects == state.heapObjects() && m_bytes == state.heapBytes(); }

void ObjectGroups::count(Run& run, const Reading& reading, uint64_t step) {
    if (m_step == step || (m_step && follow(run, reading, step))) {
        m_step = step;
        return;
    }
    m_step = step;
    m_births.clear();
    m_places.clear();
    m_objects = m_bytes = 0;
    for (ObjectId id : reading.state().liveObjects(true)) add(reading, id);
}

}
