// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that look at every reference there is.
#include <algorithm>
#include <unordered_map>

#include "core/replay/memory.h"
#include "core/replay/questions/heap_graph.h"
#include "core/tape/tape.h"

namespace memtape {

// Visits (word, holder) of each reference from outside the heap; the holder without its name.
template <class Visit> void Memory::eachRoot(Visit&& visit) const {
    for (uint32_t f = 0; f < m_now.frames; f++) {
        const FrameRecord& frame = m_frames[f];
        Holder holder{};
        holder.frame = f;
        auto give = [&](Holder::Kind kind, Granule g, uint32_t index) {
            if (!g) return;
            holder.kind = kind;
            holder.index = index;
            visit(g, holder);
        };
        give(Holder::Kind::FrameCode, frame.codeObject, 0);
        give(Holder::Kind::FrameFunction, frame.function, 0);
        give(Holder::Kind::FrameLocals, frame.locals, 0);
        for (uint32_t s = 0; s < frame.slots; s++) give(Holder::Kind::Slot, m_frameWords[frame.base + s], s);
        for (uint32_t d = 0; d < frame.held; d++) give(Holder::Kind::FrameStack, m_frameWords[frame.base + frame.slots + d], d);
    }
    Holder holder{};
    holder.kind = Holder::Kind::Native;
    for (uint32_t i = 0; i < m_now.natives; i++)
        if (Granule g = m_natives[i]) holder.index = i, visit(g, holder);
    holder.kind = Holder::Kind::Interpreter;
    for (uint32_t i = 0; i < m_now.interpreters; i++)
        if (Granule g = m_interpreters[i]) holder.index = i, visit(g, holder);
    holder.kind = Holder::Kind::Thread;
    holder.index = 0;
    for (uint32_t i = 0; i < m_now.threadEnd; i++) {
        if (!m_threads[i].isUsed) continue;
        holder.frame = m_threads[i].number;
        eachAsideRoot(m_threads[i], [&](uint32_t word) { visit(word, holder); });
    }
}

// An object keeps its type alive, which is no cell of its own.
Granule Memory::typeGranule(const ObjectRecord& o) const {
    const TypeDefinition* type = definition(o.type);
    return type ? type->granule : 0;
}

std::vector<Holder> Memory::holders(ObjectId id) const {
    std::vector<Holder> found;
    uint32_t target = numberOf(id);
    if (!target) return found;
    eachRoot([&](uint32_t word, Holder holder) {
        if (reachedBy(word) != id.granule) return;
        if (auto pointer = pointerOf(word)) holder.ref = pointer->ref;
        if (holder.kind == Holder::Kind::Slot) holder.name = slotName(holder.frame, holder.index);
        found.push_back(holder);
    });
    for (uint32_t n = 1; n < m_now.recordEnd; n++) {
        const ObjectRecord& o = m_objects[n];
        if (!o.alive()) continue;
        if (typeGranule(o) == id.granule) {
            Holder holder{};
            holder.kind = Holder::Kind::Instance;
            holder.object = {o.granule, o.life};
            found.push_back(holder);
        }
        if (o.cells.kind == BlockKind::None) continue;
        bool refers = false;
        eachWord(o, [&](uint32_t word) { refers |= reachedBy(word) == id.granule; });
        if (!refers) continue;
        ObjectId holderId{o.granule, o.life};
        for (const CellView& cell : cells(holderId, 0, SIZE_MAX)) {
            bool leads = cell.pointer && cell.pointer->object == id && cell.pointer->ref != RefKind::Weak;
            if (cell.value != id && !leads) continue;
            Holder holder{};
            if (cell.pointer) holder.ref = cell.pointer->ref;
            holder.kind = Holder::Kind::Cell;
            holder.object = holderId;
            holder.cell = cell.kind;
            holder.index = cell.index;
            holder.name = cell.name;
            found.push_back(holder);
        }
    }
    return found;
}

uint64_t Memory::referenceCount(ObjectId id) const { return referenceCounts({id})[0]; }

std::vector<uint64_t> Memory::referenceCounts(const std::vector<ObjectId>& ids) const {
    constexpr uint64_t immortalCount = 4294967295;
    std::vector<uint32_t> counts(m_now.recordEnd);
    auto count = [&](uint32_t word) {
        if (uint32_t number = numberAt(countedBy(word))) counts[number]++;
    };
    eachRoot([&](uint32_t word, const Holder&) { count(word); });
    for (uint32_t n = 1; n < m_now.recordEnd; n++) {
        if (!m_objects[n].alive()) continue;
        eachWord(m_objects[n], count);
        count(typeGranule(m_objects[n]));
    }
    std::vector<uint64_t> result;
    result.reserve(ids.size());
    for (ObjectId id : ids) {
        uint32_t number = numberOf(id);
        result.push_back(!number ? 0 : m_objects[number].flags & ObjectRecord::Immortal ? immortalCount : counts[number]);
    }
    return result;
}

std::vector<ObjectId> Memory::liveObjects(bool ofProgramOnly) const {
    std::vector<ObjectId> ids;
    for (uint32_t n = 1; n < m_now.recordEnd; n++) {
        const ObjectRecord& o = m_objects[n];
        if (o.alive() && (!ofProgramOnly || (o.flags & ObjectRecord::OfProgram))) ids.push_back({o.granule, o.life});
    }
    std::sort(ids.begin(), ids.end(), [](ObjectId a, ObjectId b) { return a.life < b.life; });
    return ids;
}

std::vector<bool> Memory::reachedRecords() const {
    std::vector<bool> reached(m_now.recordEnd);
    std::vector<uint32_t> pending;
    auto reach = [&](uint32_t word) {
        uint32_t number = numberAt(reachedBy(word));
        if (!number || reached[number]) return;
        reached[number] = true;
        pending.push_back(number);
    };
    eachRoot([&](uint32_t word, const Holder&) { reach(word); });
    if (m_now.step.returned) reach(m_now.step.returned.granule);
    if (m_now.step.raised) reach(m_now.step.raised.granule);
    for (uint32_t n = 1; n < m_now.recordEnd; n++)
        if (m_objects[n].alive() && (m_objects[n].flags & ObjectRecord::Immortal)) reach(m_objects[n].granule);
    while (!pending.empty()) {
        uint32_t number = pending.back();
        pending.pop_back();
        const ObjectRecord& o = m_objects[number];
        eachWord(o, reach);
        reach(typeGranule(o));
    }
    return reached;
}

std::vector<ObjectId> Memory::unreachable() const {
    std::vector<bool> reached = reachedRecords();
    std::vector<ObjectId> ids;
    for (ObjectId id : liveObjects(true))
        if (!reached[numberOf(id)]) ids.push_back(id);
    return ids;
}

// ---- the whole heap --------------------------------------------------------------------------------------------------

HeapGraph Memory::graph() const {
    HeapGraph graph;
    std::vector<uint32_t> numbers; // of records, in order of birth
    numbers.reserve(m_now.liveRecords);
    for (uint32_t n = 1; n < m_now.recordEnd; n++)
        if (m_objects[n].alive()) numbers.push_back(n);
    std::sort(numbers.begin(), numbers.end(), [this](uint32_t a, uint32_t b) { return m_objects[a].life < m_objects[b].life; });

    std::vector<uint32_t> nodeOf(m_now.recordEnd, HeapGraph::none);
    graph.nodes.reserve(numbers.size());
    for (uint32_t n : numbers) {
        const ObjectRecord& o = m_objects[n];
        nodeOf[n] = graph.size();
        graph.nodes.push_back({.id = {o.granule, o.life},
                               .type = o.type,
                               .madeAtStep = o.madeAt,
                               .madeAtLine = o.madeLine,
                               .madeInCode = o.madeCode,
                               .size = o.size,
                               .immortal = (o.flags & ObjectRecord::Immortal) != 0,
                               .ofProgram = (o.flags & ObjectRecord::OfProgram) != 0});
    }
    auto nodeAt = [&](uint32_t word) {
        uint32_t number = numberAt(reachedBy(word));
        return number ? nodeOf[number] : HeapGraph::none;
    };
    graph.ends.reserve(numbers.size());
    for (uint32_t n : numbers) {
        const ObjectRecord& o = m_objects[n];
        auto add = [&](uint32_t word) {
            if (uint32_t to = nodeAt(word); to != HeapGraph::none) graph.edges.push_back(to);
        };
        if (o.cells.kind != BlockKind::None) eachWord(o, add);
        add(typeGranule(o));
        graph.ends.push_back(static_cast<uint32_t>(graph.edges.size()));
    }
    eachRoot([&](uint32_t word, Holder holder) {
        uint32_t to = nodeAt(word);
        if (to == HeapGraph::none) return;
        if (auto pointer = pointerOf(word)) holder.ref = pointer->ref;
        if (holder.kind == Holder::Kind::Slot) holder.name = slotName(holder.frame, holder.index);
        graph.roots.push_back({to, holder});
    });
    graph.returned = graph.find(m_now.step.returned);
    graph.raised = graph.find(m_now.step.raised);
    return graph;
}

}
