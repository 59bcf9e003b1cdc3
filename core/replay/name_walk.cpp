// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/name_walk.h"

namespace memtape {

NameWalk::NameWalk(const Reading& reading, const WalkRule& rule, ObjectId without)
    : m_reading(reading),
      m_state(reading.state()),
      m_rule(rule),
      m_without(without) {
    addRoots();
    for (size_t next = 0; next < m_hops.size(); next++) goOn(m_hops[next].id);
}

const NameWalk::Hop* NameWalk::find(ObjectId id) const {
    auto place = m_places.find(id.granule);
    return place == m_places.end() || m_hops[place->second].id != id ? nullptr : &m_hops[place->second];
}

void NameWalk::reach(const Hop& hop) {
    if (!hop.id || hop.id == m_without || m_hops.size() >= m_rule.most) return;
    if (m_rule.dataOnly && hop.root != Root::Namespace) {
        ObjectKind kind = m_reading.kind(hop.id);
        if (isDefinition(kind) || kind == ObjectKind::Module) return;
    }
    if (m_places.try_emplace(hop.id.granule, m_hops.size()).second) m_hops.push_back(hop);
}

void NameWalk::addFrame(const FrameView& frame) {
    reach({.id = frame.locals, .root = Root::Namespace});
    for (const SlotView& slot : frame.slots) reach({.id = reachedFrom(slot), .root = Root::Slot, .name = slot.name});
    if (m_rule.ofProgramOnly) return;
    for (ObjectId held : frame.held) reach({.id = held, .root = Root::Stack});
    for (ObjectId id : {frame.function, frame.codeObject}) reach({.id = id, .root = Root::Call});
}

void NameWalk::addRoots() {
    for (size_t i = 0; i < m_state.frameCount(); i++) {
        FrameView frame = m_state.frame(i);
        if (frame.ofProgram || !m_rule.ofProgramOnly) addFrame(frame);
    }
    if (m_rule.ofProgramOnly) return;
    reach({.id = m_state.step().returned, .root = Root::Returned});
    reach({.id = m_state.step().raised, .root = Root::Raised});
}

void NameWalk::goOn(ObjectId from) {
    ObjectId key;
    for (const CellView& cell : m_state.cells(from)) {
        if (cell.kind == CellKind::Key) key = cell.value;
        reach({.id = reachedFrom(cell),
               .from = from,
               .name = cell.name,
               .cell = cell.kind,
               .index = cell.index,
               .key = cell.kind == CellKind::Value ? key : ObjectId()});
    }
}

}
