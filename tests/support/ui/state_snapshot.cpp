// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/state_snapshot.h"

#include "ui/state/run.h"

namespace memtape {

namespace {

StateSnapshot::Target targetOf(ObjectId value, const std::optional<PointerView>& pointer) {
    if (!pointer) return {value, false, 0};
    uint64_t where = uint64_t(pointer->ref) | uint64_t(pointer->place) << 4 | uint64_t(pointer->isDangling) << 8 | uint64_t(pointer->index) << 16 |
                     uint64_t(pointer->frame) << 40;
    return {pointer->object, true, where};
}

bool isMachinery(ObjectKind kind) { return kind == ObjectKind::Trace || kind == ObjectKind::Frame || kind == ObjectKind::Code; }

}

StateSnapshot::StateSnapshot(Run& run, uint64_t at) {
    auto reading = run.readingAt(at);
    const MemoryState& state = reading->state();
    step = state.step();
    thread = state.thread();
    std::set<ObjectId> tables;
    auto addFrame = [&](const FrameView& frame) {
        if (!frame.ofProgram) return;
        frames.insert(frame.life);
        std::set<ObjectId>& refers = ofFrame[frame.life];
        for (ObjectId id : {frame.codeObject, frame.function, frame.locals, frame.generator}) refers.insert(id);
        for (ObjectId id : frame.held) refers.insert(id), held[frame.life].insert(id);
        for (const SlotView& slot : frame.slots) {
            refers.insert(slot.value);
            if ((slot.value || slot.pointer) && reading->isName(slot))
                slots[{frame.life, std::string(slot.name)}] = targetOf(slot.value, slot.pointer);
        }
        if (!frame.locals || !tables.insert(frame.locals).second) return;
        for (const NameEntry& entry : reading->names(frame.locals)) entries[{frame.life, std::string(entry.name)}] = {entry.value, false, 0};
    };
    for (size_t i = 0; i < state.frameCount(); i++) addFrame(state.frame(i));
    for (const ThreadView& other : state.otherThreads())
        for (const FrameView& frame : other.frames) addFrame(frame);

    const std::vector<ObjectId> live = state.liveObjects(true);
    const std::vector<uint64_t> counts = state.referenceCounts(live);
    for (size_t i = 0; i < live.size(); i++) {
        ObjectId id = live[i];
        const ObjectView view = state.object(id);
        const TypeInfo& type = state.type(view.type);
        Object& object = objects[id];
        object.isTellable = !reading->isDrawnInPlace(id);
        object.isMachinery = isMachinery(reading->kind(id));
        object.isNames = tables.count(id);
        object.size = view.size;
        object.capacity = view.capacity;
        object.count = counts[i];
        object.payload = std::to_string(view.scalar) + ' ' + std::to_string(view.payloadLength) + ' ' + std::string(view.payload);
        ObjectId key;
        for (const CellView& cell : state.cells(id)) {
            if (cell.kind == CellKind::Key) key = cell.value;
            if (cell.value) object.refers.insert(cell.value);
            bool isOfFrame = cell.kind == CellKind::Field && cell.index >= suspendedCells;
            if (isOfFrame || (!cell.value && !cell.pointer)) continue;
            PartRole role = reading->roleOf(type, cell);
            if (role == PartRole::Plumbing || role == PartRole::Key) continue;
            uint64_t place = cell.index;
            if (role == PartRole::Element) place = cell.value.life;
            if (role == PartRole::Entry && key) place = uint64_t(key.life) << 32;
            object.parts[{role, cell.kind, place}] = targetOf(cell.value, cell.pointer);
        }
        if (auto frame = state.suspendedFrame(id)) waiting[frame->life] = id;
    }
    for (ObjectId id : state.unreachable()) unreachable.insert(id);
}

std::set<ObjectId> StateSnapshot::reached(const std::set<ObjectId>& from, const std::set<ObjectId>& within) const {
    std::set<ObjectId> reached;
    std::vector<ObjectId> pending(from.begin(), from.end());
    while (!pending.empty()) {
        auto object = objects.find(pending.back());
        pending.pop_back();
        if (object == objects.end()) continue;
        for (ObjectId to : object->second.refers)
            if (within.count(to) && reached.insert(to).second) pending.push_back(to);
    }
    return reached;
}

}
