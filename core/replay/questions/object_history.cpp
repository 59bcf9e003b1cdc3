// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/object_history.h"

#include <algorithm>

#include "core/replay/questions/program_names.h"

namespace memtape {

namespace {

using Kind = HistoryEvent::Kind;

constexpr int oldest = 2; // generation

// Reads one change as an event in the life of `id`, or as none of its affairs.
class Reader {
public:
    Reader(const Reading& reading, ObjectId id) : m_reading(reading), m_state(reading.state()), m_id(id) {}

    std::optional<HistoryEvent> read(const Change& change) const {
        bool about = change.object == m_id;
        switch (change.kind) {
        case EventKind::Alloc: return event(change, Kind::Made);
        case EventKind::Free:
            if (change.cause == FreeCause::GivenBack) return event(change, Kind::GivenBack);
            return event(change, change.cause == FreeCause::Cycle ? Kind::Collected : Kind::Released);
        case EventKind::SlotSet:
            if (change.value == m_id) return event(change, Kind::Named);
            if (change.previous == m_id) return event(change, Kind::NoLongerNamed);
            return {};
        case EventKind::SlotClear: return event(change, Kind::NameRemoved);
        case EventKind::CellSet:
        case EventKind::CellInsert:
            if (about && change.cell == CellKind::Attribute) return event(change, Kind::AttributeSet, change.value);
            if (about && change.cell == CellKind::Item) return event(change, Kind::ItemSet, change.value);
            if (about) return event(change, Kind::Changed);
            if (change.value == m_id) return ofHolder(change, Kind::Named, Kind::Held);
            if (change.previous == m_id) return ofHolder(change, Kind::NoLongerNamed, Kind::NoLongerHeld);
            return {};
        case EventKind::PointerSet:
        case EventKind::PointerCopy:
            if (about) return event(change, Kind::Changed);
            if (change.value == m_id) return change.object ? event(change, Kind::Held, change.object) : event(change, Kind::Named);
            if (change.previous == m_id) return change.object ? event(change, Kind::NoLongerHeld, change.object) : event(change, Kind::NoLongerNamed);
            return {};
        case EventKind::CellClear:
        case EventKind::CellErase:
            if (change.previous == m_id) return ofHolder(change, Kind::NameRemoved, Kind::NoLongerHeld);
            if (about) return event(change, Kind::Changed);
            return {};
        case EventKind::CellFill:
        case EventKind::CellTruncate:
        case EventKind::Resize:
        case EventKind::PayloadSet:
        case EventKind::PayloadAppend:
            if (about) return event(change, Kind::Changed);
            return {};
        default: return {};
        }
    }

private:
    HistoryEvent event(const Change& change, Kind kind, ObjectId other = {}) const {
        HistoryEvent out;
        out.step = change.step;
        out.kind = kind;
        if (other && m_state.isAlive(other)) out.other = other;
        if (kind == Kind::ItemSet) out.number = change.index;
        if (kind == Kind::AttributeSet || kind == Kind::Named || kind == Kind::NoLongerNamed || kind == Kind::NameRemoved) out.name = nameOf(change);
        return out;
    }

    HistoryEvent ofHolder(const Change& change, Kind ifNames, Kind ifOther) const {
        return m_reading.isNamespace(change.object) ? event(change, ifNames) : event(change, ifOther, change.object);
    }

    std::string nameOf(const Change& change) const {
        if (!change.name.empty() || change.cell != CellKind::Value || !change.object || !m_state.isAlive(change.object)) return change.name;
        return entryKey(m_reading, change.object, change.index);
    }

    const Reading& m_reading;
    const MemoryState& m_state;
    ObjectId m_id;
};

}

ObjectHistory historyOf(const std::vector<Change>& changes, const Reading& reading, ObjectId id) {
    ObjectHistory out;
    const MemoryState& state = reading.state();
    const uint64_t now = state.step().step;
    bool wasThere = id && state.isAlive(id) && !state.object(id).ofProgram; // before the program: how it came to be is not its history
    Reader reader(reading, id);
    for (const Change& change : changes) {
        if (change.kind == EventKind::CollectBegin) { // a collection moves what it leaves into the next generation
            if (change.step <= now && change.index >= uint32_t(out.generation)) out.generation = std::min<int>(int(change.index) + 1, oldest);
            continue;
        }
        if (wasThere && change.step == 0) continue;
        if (std::optional<HistoryEvent> event = reader.read(change)) {
            if (event->isOfContents() && event->step <= now) out.contentsSetAt = event->step;
            out.events.push_back(*std::move(event));
        }
    }
    return out;
}

}
