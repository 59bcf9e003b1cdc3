// SPDX-License-Identifier: GPL-3.0-or-later
// What happened: between two steps, to one object, to all references. Answered by playing with an observer.
#include <algorithm>
#include <unordered_map>

#include "core/replay/replay_impl.h"

namespace memtape {

Change describeChange(const RawChange& raw, const Memory& memory) {
    Change change;
    change.kind = raw.kind;
    change.object = raw.object;
    change.value = raw.value;
    change.previous = raw.previous;
    change.cell = raw.cell;
    change.index = raw.index;
    change.frame = raw.frame;
    change.cause = raw.cause;
    change.type = raw.type;
    change.step = memory.now().steps;
    change.pointer = raw.pointer;
    change.stream = raw.stream;
    change.holder = raw.holder;
    switch (raw.kind) {
    case EventKind::SlotSet:
    case EventKind::SlotClear: change.name = memory.slotName(raw.frame, raw.index); break;
    case EventKind::CellSet:
    case EventKind::CellClear:
    case EventKind::CellFill:
    case EventKind::CellErase:
    case EventKind::CellTruncate:
    case EventKind::CellMove: change.name = memory.cellName(raw.type, raw.cell, raw.index); break;
    case EventKind::PointerSet:
    case EventKind::PointerCopy:
        change.name = raw.object ? memory.cellName(raw.type, raw.cell, raw.index) : memory.slotName(raw.frame, raw.index);
        break;
    case EventKind::FramePush:
    case EventKind::FramePop:
    case EventKind::FrameSuspend:
    case EventKind::FrameResume: change.name = memory.code(raw.type).qualname; break;
    case EventKind::Output:
    case EventKind::Input: change.name = raw.text; break;
    default: break;
    }
    return change;
}

// ---- between two steps -----------------------------------------------------------------------------------------------

namespace {

class ChangeCollector final : public Observer {
public:
    void see(const RawChange& raw, const Memory& memory) override {
        // what was there before the program is no change
        if (raw.kind == EventKind::Step || !memory.now().programBegan) return;
        changes.push_back(describeChange(raw, memory));
    }
    std::vector<Change> changes;
};

}

std::vector<Change> Replay::changesBefore(uint64_t step) {
    if (step < firstStep() || step >= stepCount()) return {};
    if (m_impl->lastChanges.step == step) return m_impl->lastChanges.changes;
    ChangeCollector collector;
    Player& player = m_impl->scratch;
    if (step == firstStep()) m_impl->moveToBeginning(player);
    else if (player.steps() != step && !m_impl->moveTo(player, step - 1, 0)) return {};
    player.memory().setObserver(&collector);
    player.playTo(step + 1);
    player.memory().setObserver(nullptr);
    m_impl->lastChanges = {step, collector.changes};
    return std::move(collector.changes);
}

// ---- one object ------------------------------------------------------------------------------------------------------

namespace {

class HistoryCollector final : public Observer {
public:
    HistoryCollector(ObjectId id, const Reading& reading) : m_id(id), m_reading(reading) {}
    void see(const RawChange& raw, const Memory& memory) override {
        if (raw.kind == EventKind::CollectBegin && !changes.empty()) changes.push_back(describeChange(raw, memory));
        if (raw.kind == EventKind::CellClear && raw.cell == CellKind::Key) m_cleared = {raw.object, raw.previous, raw.index}; // the value's follows
        if (raw.kind == EventKind::Step || (raw.object != m_id && raw.value != m_id && raw.previous != m_id)) return;
        if (raw.kind == EventKind::Catch || raw.kind == EventKind::HoldSet) return;
        Change change = describeChange(raw, memory);
        if (change.cell == CellKind::Value && raw.object) change.name = keyText(raw, memory);
        changes.push_back(std::move(change));
        if (raw.kind == EventKind::Free && raw.object == m_id) isOver = true;
    }
    std::vector<Change> changes;
    bool isOver = false;

private:
    // A table's key, where it is a text: of the names of a module, a name.
    std::string keyText(const RawChange& raw, const Memory& memory) const {
        ObjectId key = memory.cell(raw.object, CellKind::Key, raw.index);
        if (!key && raw.object == m_cleared.table && raw.index == m_cleared.index) key = m_cleared.key;
        if (!key || !memory.isAlive(key) || m_reading.kind(key) != ObjectKind::Text) return {};
        return std::string(memory.object(key).payload);
    }

    struct ClearedKey {
        ObjectId table, key;
        uint32_t index = 0;
    };
    ObjectId m_id;
    const Reading& m_reading; // of the memory that plays
    ClearedKey m_cleared;
};

}

std::vector<Change> Replay::history(ObjectId id) {
    const Tape& tape = *m_impl->shared.tape;
    size_t chunk = tape.chunkOfLife(id.life);
    if (!id || chunk >= tape.chunkCount()) return {};
    HistoryCollector collector(id, *m_impl->scratchReading);
    Player& player = m_impl->scratch;
    m_impl->index.ensure(tape.chunkInfo(chunk).firstStep);
    m_impl->index.restoreBeforeChunk(player, chunk);
    player.memory().setObserver(&collector);
    while (!collector.isOver && player.playChunk()) {}
    player.memory().setObserver(nullptr);
    // it stands anywhere now
    m_impl->moveToBeginning(player);
    return std::move(collector.changes);
}

// ---- one place -------------------------------------------------------------------------------------------------------

namespace {

// Notes the steps that show a change of the place.
class PlaceWatcher final : public Observer {
public:
    PlaceWatcher(const RefPlace& place, const Memory& memory) : m_place(place), m_thread(memory.thread()) {
        if (place.cell == CellKind::Value) m_key = memory.cell(place.owner, CellKind::Key, place.index);
    }
    void see(const RawChange& raw, const Memory& memory) override {
        if (raw.kind == EventKind::Step) {
            if (m_touched) steps.push_back(memory.now().steps - 1);
            m_touched = false;
        } else if (m_place.owner) {
            seeObject(raw, memory);
        } else if (raw.frame == m_place.frame && memory.thread() == m_thread) {
            seeFrame(raw);
        }
    }
    void restart() {
        steps.clear();
        m_touched = began = isOver = false;
    }
    std::vector<uint64_t> steps;
    bool began = false, isOver = false; // the frame or object came, went

private:
    void begin() {
        steps.clear(); // those were of another frame in the same place
        m_touched = false;
        began = true;
    }
    void seeFrame(const RawChange& raw) {
        switch (raw.kind) {
        case EventKind::SlotSet:
        case EventKind::SlotClear: m_touched |= raw.index == m_place.index; break;
        case EventKind::PointerSet:
        case EventKind::PointerCopy: m_touched |= !raw.object && raw.index == m_place.index; break;
        case EventKind::FramePush:
        case EventKind::FrameResume: begin(); break;
        case EventKind::FramePop:
        case EventKind::FrameSuspend: isOver = true; break;
        default: break;
        }
    }
    void seeObject(const RawChange& raw, const Memory& memory) {
        if (raw.object != m_place.owner) return;
        switch (raw.kind) {
        case EventKind::Alloc: begin(); break;
        case EventKind::Free: isOver = true; break;
        case EventKind::CellSet:
        case EventKind::CellClear:
        case EventKind::PointerSet:
        case EventKind::PointerCopy: m_touched |= raw.cell == m_place.cell && isHere(raw.index, memory); break;
        case EventKind::CellFill: m_touched |= raw.cell == m_place.cell && raw.value != raw.previous && isHere(raw.index, memory); break;
        case EventKind::CellInsert:
        case EventKind::CellErase:
        case EventKind::CellTruncate: // what stands behind moves, or goes
            m_touched |= raw.cell == m_place.cell && raw.index <= m_place.index;
            break;
        default: break;
        }
    }
    bool isHere(uint32_t index, const Memory& memory) const {
        return m_key ? memory.cell(m_place.owner, CellKind::Key, index) == m_key : index == m_place.index;
    }

    RefPlace m_place;
    uint32_t m_thread; // of a variable
    ObjectId m_key;
    bool m_touched = false;
};

}

std::optional<uint64_t> Replay::nextChangeOf(const RefPlace& place, uint64_t from, bool backwards) {
    Player& player = m_impl->scratch;
    const uint64_t first = firstStep();
    if (from < first || from >= stepCount() || !m_impl->moveTo(player, from, 0)) return std::nullopt;
    PlaceWatcher watcher(place, player.memory());
    if (!backwards) {
        player.memory().setObserver(&watcher);
        while (!watcher.isOver && watcher.steps.empty() && player.playTo(player.steps() + 1)) {}
        player.memory().setObserver(nullptr);
        return watcher.steps.empty() ? std::nullopt : std::optional(watcher.steps.front());
    }
    // Ever longer stretches, the nearest first: the last change may be near, or the frame's beginning.
    for (uint64_t end = from, stretch = 256; end > first; stretch *= 4) {
        uint64_t begin = end > first + stretch ? end - stretch : first;
        watcher.restart();
        if (begin == first) m_impl->moveToBeginning(player);
        else if (!m_impl->moveTo(player, begin, 0)) return std::nullopt;
        player.memory().setObserver(&watcher);
        player.playTo(end);
        player.memory().setObserver(nullptr);
        if (!watcher.steps.empty()) return watcher.steps.back();
        if (watcher.began || begin == first) return std::nullopt;
        end = begin + 1;
    }
    return std::nullopt;
}

// ---- all objects -----------------------------------------------------------------------------------------------------

std::vector<Life> Replay::lives() {
    const Tape& tape = *m_impl->shared.tape;
    const Definitions& definitions = tape.definitions();
    std::vector<Life> lives;
    std::vector<uint32_t> alive; // by place in the page map: index in `lives` + 1
    // those that are there where the tape begins
    m_impl->moveToBeginning(m_impl->scratch);
    const Memory& memory = m_impl->scratch.memory();
    const Memory::Now& now = memory.now();
    uint64_t steps = now.steps;
    uint32_t line = now.step.line, life = now.lives, intType = now.scalars.integer, floatType = now.scalars.floating;
    bool programBegan = now.programBegan;
    for (uint32_t n = 1; programBegan && n < memory.recordEnd(); n++) {
        const ObjectRecord& o = memory.record(n);
        if (o.alive() && o.life > now.programLife) lives.push_back({{o.granule, o.life}, o.madeAt + uint64_t{1}, UINT64_MAX, o.madeLine, o.type});
    }
    std::sort(lives.begin(), lives.end(), [](const Life& a, const Life& b) { return a.id.life < b.id.life; });
    for (size_t i = 0; i < lives.size(); i++) {
        const uint32_t place = m_impl->shared.pages.find(lives[i].id.granule);
        if (place >= alive.size()) alive.resize(std::max<size_t>(place + 1, alive.size() * 2));
        alive[place] = static_cast<uint32_t>(i + 1);
    }
    Event e;
    for (size_t c = 0; c < tape.chunkCount(); c++) {
        auto chunk = m_impl->shared.payloads.chunk(c);
        if (!chunk) break;
        Decoder decoder(chunk);
        while (decoder.next(e)) {
            switch (e.kind) {
            case EventKind::Step:
                steps++;
                line = e.index;
                break;
            case EventKind::Alloc: {
                life++;
                if (!programBegan) break;
                uint32_t place = m_impl->shared.pages.ensure(e.object);
                if (place >= alive.size()) alive.resize(std::max<size_t>(place + 1, alive.size() * 2));
                uint32_t type = e.payload == Event::Payload::Int ? intType : e.payload == Event::Payload::Float ? floatType : e.count;
                if (uint32_t before = alive[place]) { // it only changes its type
                    lives[before - 1].type = type;
                    break;
                }
                alive[place] = static_cast<uint32_t>(lives.size() + 1);
                lives.push_back({{e.object, life}, steps, UINT64_MAX, line, type});
                break;
            }
            case EventKind::Free: {
                uint32_t place = m_impl->shared.pages.find(e.object);
                if (place >= alive.size() || !alive[place]) break;
                lives[alive[place] - 1].releasedAt = steps;
                alive[place] = 0;
                break;
            }
            case EventKind::ProgramBegin: programBegan = true; break;
            case EventKind::DefineType:
                if (const TypeDefinition* type = definitions.type(e.count); type && !type->ofProgram) {
                    if (type->role == TypeRole::Integer && !intType) intType = e.count;
                    if (type->role == TypeRole::Float && !floatType) floatType = e.count;
                }
                break;
            default: break;
            }
        }
    }
    return lives;
}

// ---- all references --------------------------------------------------------------------------------------------------

namespace {

// A reference lives from when an object first refers to another until it does so no more, however often in between.
class EdgeCollector final : public Observer {
public:
    explicit EdgeCollector(size_t limit) : m_limit(limit) {}

    void see(const RawChange& raw, const Memory& memory) override {
        if (!memory.now().programBegan) return;
        switch (raw.kind) {
        case EventKind::CellSet:
        case EventKind::CellClear:
        case EventKind::CellInsert:
        case EventKind::CellErase:
        case EventKind::CellFill:
        case EventKind::CellTruncate:
        case EventKind::CellMove:
        case EventKind::PointerSet:
        case EventKind::PointerCopy:
            // the new one first: a reference that stays has not ended
            if (!raw.object) break; // in a slot
            if (raw.value) begin(raw, memory);
            if (raw.value && raw.pointer) m_ledTo.try_emplace(raw.value.life, UINT64_MAX);
            if (raw.previous) drop(raw.object, raw.previous, memory.now().steps);
            break;
        case EventKind::Free: {
            uint32_t number = memory.numberOf(raw.object);
            memory.eachWord(memory.record(number), [&](uint32_t word) {
                if (ObjectId to = memory.objectAt(memory.reachedBy(word))) drop(raw.object, to, memory.now().steps);
            });
            if (auto target = m_ledTo.find(raw.object.life); target != m_ledTo.end()) target->second = memory.now().steps;
            break;
        }
        default: break;
        }
    }
    // Those that are there before anything is played.
    void beginWith(const Memory& memory) {
        for (uint32_t n = 1; n < memory.recordEnd(); n++) {
            const ObjectRecord& o = memory.record(n);
            if (!o.alive()) continue;
            memory.eachCell(o, [&](CellKind kind, uint32_t index, uint32_t word) {
                const ObjectId to = memory.objectAt(memory.reachedBy(word));
                if (!to) return;
                begin({.object = {o.granule, o.life}, .value = to, .cell = kind, .index = index}, memory);
                if (isPointerWord(word)) m_ledTo.try_emplace(to.life, UINT64_MAX);
            });
        }
    }
    // What leads to an object without holding it does so no more when that is gone.
    std::vector<Replay::EdgeLife> take() {
        for (Replay::EdgeLife& edge : edges)
            if (auto target = m_ledTo.find(edge.to.life); target != m_ledTo.end()) edge.end = std::min(edge.end, target->second);
        return std::move(edges);
    }

private:
    std::vector<Replay::EdgeLife> edges;
    struct Open {
        size_t edge;
        uint32_t count;
    };
    static uint64_t key(ObjectId from, ObjectId to) { return static_cast<uint64_t>(from.life) << 32 | to.life; }

    void begin(const RawChange& raw, const Memory& memory) {
        if (raw.object.life <= memory.now().programLife || raw.value.life <= memory.now().programLife) return;
        auto [place, isNew] = m_open.try_emplace(key(raw.object, raw.value), Open{edges.size(), 0});
        place->second.count++;
        if (!isNew) return;
        if (edges.size() >= m_limit) {
            m_open.erase(place);
            return;
        }
        edges.push_back({raw.object, raw.value, raw.cell, raw.index, memory.now().steps, UINT64_MAX});
    }
    void drop(ObjectId from, ObjectId to, uint64_t step) {
        auto found = m_open.find(key(from, to));
        if (found == m_open.end() || --found->second.count) return;
        edges[found->second.edge].end = step;
        m_open.erase(found);
    }

    size_t m_limit;
    std::unordered_map<uint64_t, Open> m_open;
    std::unordered_map<uint32_t, uint64_t> m_ledTo; // by life, of what does not need to outlive those references: the first step at which it is gone
};

}

std::vector<Replay::EdgeLife> Replay::edgeLives(size_t limit) {
    EdgeCollector collector(limit);
    Player& player = m_impl->scratch;
    m_impl->moveToBeginning(player);
    collector.beginWith(player.memory());
    player.memory().setObserver(&collector);
    while (player.playChunk()) {}
    player.memory().setObserver(nullptr);
    m_impl->moveToBeginning(player);
    return collector.take();
}

}
