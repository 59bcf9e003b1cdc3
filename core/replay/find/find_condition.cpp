// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/find/find_condition.h"

#include <algorithm>

namespace memtape {

bool WatchedObjects::isTouchedBy(const Event& set, const Memory& memory) const {
    if (!has(set.object)) return false;
    for (size_t i = 0; i < m_count; i++) {
        const Watched& watched = m_all[i];
        if (watched.granule != set.object) continue;
        if (watched.counts == Watched::Counts::All || static_cast<CellKind>(set.a) != watched.kind) return true;
        if (watched.counts == Watched::Counts::Cell
                ? set.index == watched.index
                : memory.cellName(memory.typeIdOf(memory.objectAt(set.object)), CellKind::Attribute, set.index) == watched.name)
            return true;
    }
    return m_isAll;
}

uint32_t PathFollower::slotIn(uint32_t code) {
    auto [known, isNew] = m_slotOfCode.try_emplace(code, noSlot);
    if (isNew) {
        const std::vector<std::string>& slots = m_memory.code(code).slots;
        auto slot = std::find(slots.begin(), slots.end(), m_path.name);
        if (slot != slots.end()) known->second = static_cast<uint32_t>(slot - slots.begin());
    }
    return known->second;
}

bool PathFollower::enterFrame(ObjectId module) {
    m_module = module;
    m_own = {};
    m_slot = noSlot;
    const bool wasWaiting = !m_waiting.empty() && m_waiting.back().nearest >= 0;
    if (m_scope == FrameScope::Callers) lookInCallers();
    const uint32_t frames = m_memory.now().frames;
    if (frames) {
        const FrameRecord& frame = m_memory.frameRecord(frames - 1);
        m_own = m_memory.objectAt(frame.locals);
        m_slot = slotIn(frame.code);
    }
    return wasWaiting || (!m_waiting.empty() && m_waiting.back().nearest >= 0);
}

// Frames come and go at the end alone, or are all another thread's: so from one look to the next little is done.
void PathFollower::lookInCallers() {
    const uint32_t waiting = m_memory.now().frames ? m_memory.now().frames - 1 : 0;
    if (m_waiting.size() > waiting) m_waiting.resize(waiting);
    while (!m_waiting.empty() && m_waiting.back().life != m_memory.frameRecord(m_waiting.size() - 1).life) m_waiting.pop_back();
    for (uint32_t f = static_cast<uint32_t>(m_waiting.size()); f < waiting; f++) {
        const FrameRecord& frame = m_memory.frameRecord(f);
        const int32_t before = f ? m_waiting.back().nearest : -1;
        m_waiting.push_back({frame.life, slotIn(frame.code) != noSlot && !frame.locals ? static_cast<int32_t>(f) : before});
    }
}

// What several frames share lies in an object of its own.
ObjectId PathFollower::withinShared(ObjectId id) const {
    return id && m_reading.kind(id) == ObjectKind::SharedVariable ? m_memory.cell(id, CellKind::Field, 0) : id;
}

ObjectId PathFollower::ofSlot() const { return withinShared(m_memory.slotValue(m_slot)); }

ObjectId PathFollower::ofCaller() const {
    const FrameView frame = m_memory.frame(static_cast<size_t>(m_waiting.back().nearest));
    for (const SlotView& slot : frame.slots)
        if (slot.name == m_path.name) return reachedFrom(slot);
    return {};
}

ObjectId PathFollower::inTable(ObjectId table, std::string_view key, Known& known, WatchedObjects& watched) const {
    if (!table) return {};
    if (known.table == table && known.key && m_memory.cell(table, CellKind::Key, known.index) == known.key) {
        watched.addCell(table, CellKind::Value, known.index);
        return m_memory.cell(table, CellKind::Value, known.index);
    }
    const bool isStillMissing = known.missingFrom == table && known.missingAt + 1 == m_follows && !m_isReshaped;
    known.missingFrom = table;
    known.missingAt = m_follows;
    watched.addMissing(table);
    if (isStillMissing) return {};
    ObjectId at;
    bool hasKey = false;
    for (const CellView& cell : m_memory.cells(table, 0, SIZE_MAX)) {
        if (cell.kind == CellKind::Key) {
            at = cell.value && m_reading.kind(cell.value) == ObjectKind::Text && m_memory.object(cell.value).payload == key ? cell.value : ObjectId();
            hasKey |= static_cast<bool>(at);
        } else if (cell.kind == CellKind::Value && at && cell.value) {
            known.table = table;
            known.key = at;
            known.index = cell.index;
            known.missingFrom = {};
            watched.addCell(table, CellKind::Value, known.index);
            return cell.value;
        }
    }
    known.key = {};
    if (hasKey) { // a value alone brings it back
        known.missingFrom = {};
        watched.add(table);
    }
    return {};
}

// Mostly it lies where it lay in the last object of the type; else the language says where it comes from.
ObjectId PathFollower::attribute(ObjectId id, std::string_view name, Known& known, WatchedObjects& watched) const {
    const uint32_t type = m_memory.typeIdOf(id);
    if (known.index != UINT32_MAX && known.type == type)
        if (ObjectId value = m_memory.cell(id, known.kind, known.index)) {
            watched.addCell(id, known.kind, known.index);
            return value;
        }
    known.index = UINT32_MAX;
    ObjectId value = m_reading.attribute(id, name);
    for (const CellView& cell : m_memory.cells(id, 0, SIZE_MAX)) {
        if (cell.kind == CellKind::Field && cell.value && m_reading.kind(cell.value) == ObjectKind::Table)
            watched.add(cell.value); // that may have the names instead
        const bool isHere = value && cell.name == name && cell.value == value && (cell.kind == CellKind::Attribute || cell.kind == CellKind::Field);
        if (!isHere) continue;
        known.type = type;
        known.kind = cell.kind;
        known.index = cell.index;
    }
    if (known.index == UINT32_MAX) watched.addAttribute(id, name);
    else watched.addCell(id, known.kind, known.index);
    return value;
}

ObjectId PathFollower::partOf(ObjectId id, size_t part, WatchedObjects& watched) {
    const FindPath::Part& wanted = m_path.parts[part];
    switch (wanted.kind) {
    case FindPath::Part::Kind::Attribute: return attribute(id, wanted.text, m_parts[part], watched);
    case FindPath::Part::Kind::Index: watched.add(id); return m_reading.item(id, wanted.index);
    case FindPath::Part::Kind::Key: break;
    }
    if (m_reading.kind(id) == ObjectKind::Table) return inTable(id, wanted.text, m_parts[part], watched);
    watched.add(id);
    return {};
}

PathFollower::Outcome PathFollower::follow(WatchedObjects& watched, bool isReshaped) {
    m_object = {};
    m_isReshaped = isReshaped;
    m_follows++;
    ObjectId id;
    if (isOfFrame() || m_memory.slotValue(m_slot)) {
        m_wasThere = true;
        id = ofSlot();
        if (ObjectId shared = m_memory.slotValue(m_slot); shared != id) watched.add(shared);
        if (!id) return Outcome::Missing;
    } else {
        id = inTable(m_own, m_path.name, m_inOwn, watched);
        if (!id && m_module != m_own) id = inTable(m_module, m_path.name, m_inModule, watched);
        if (!id) {
            if (m_waiting.empty() || m_waiting.back().nearest < 0) return Outcome::Unknown;
            const ObjectId slot = ofCaller();
            id = withinShared(slot);
            if (slot != id) watched.add(slot);
            m_wasThere = true;
            if (!id) return Outcome::Missing;
        }
        m_wasThere = true;
    }
    m_parts.resize(m_path.parts.size());
    for (size_t p = 0; p < m_path.parts.size(); p++) {
        id = partOf(id, p, watched);
        if (!id) return Outcome::Missing;
    }
    watched.add(id);
    if (m_path.isLength) {
        std::optional<uint64_t> length = m_reading.length(id);
        m_value = {};
        if (length) {
            m_value.kind = Comparable::Kind::Integer;
            m_value.integer = static_cast<int64_t>(*length);
        }
        return Outcome::There;
    }
    m_object = id;
    m_value = comparableOf(m_reading, id);
    return Outcome::There;
}

std::string PathFollower::text() const {
    if (m_path.isLength) return m_value.kind == Comparable::Kind::Integer ? std::to_string(m_value.integer) : std::string();
    return m_object ? m_reading.title(m_object) : std::string();
}

}
