// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/find/watch.h"

#include "core/replay/find/find_values.h"
#include "core/replay/find/followed_paths.h"
#include "core/replay/player.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr uint64_t stepsBetweenLooks = 4096; // at `stop`

WatchedValue valueOf(const Comparable& value, ObjectId object) {
    WatchedValue watched{.kind = WatchedValue::Kind::Number, .object = object};
    switch (value.kind) {
    case Comparable::Kind::Truth:
    case Comparable::Kind::Integer: watched.number = static_cast<double>(value.integer); break;
    case Comparable::Kind::Float: watched.number = value.floating; break;
    case Comparable::Kind::Unknown: // of a length: it has none
        watched.kind = object ? WatchedValue::Kind::Other : WatchedValue::Kind::Absent;
        break;
    case Comparable::Kind::Nothing:
    case Comparable::Kind::Large:
    case Comparable::Kind::Text:
    case Comparable::Kind::Object: watched.kind = WatchedValue::Kind::Other; break;
    }
    return watched;
}

class Watching {
public:
    using Seen = std::function<void(uint64_t)>;
    Watching(Memory& memory, const Reading& reading, const std::vector<FindPath>& paths, const TellWatched& tell, const Seen& seen,
             const std::atomic<bool>* stop, WatchResult& result)
        : m_memory(memory),
          m_reading(reading),
          m_tell(tell),
          m_seen(seen),
          m_stop(stop),
          m_result(result),
          m_paths(memory, reading, FrameScope::Callers),
          m_last(paths.size()) {
        for (const FindPath& path : paths) m_placeOf.push_back(m_paths.add(path));
    }

    void before(const Event& event) { m_paths.see(event); }
    bool atStep() {
        if (++m_result.steps % stepsBetweenLooks == 0) {
            if (m_seen) m_seen(m_result.steps);
            if (m_stop && m_stop->load(std::memory_order_relaxed)) m_result.isStopped = true;
            if (m_result.isStopped) return false;
        }
        m_paths.enterFrame();
        if (!m_paths.isStale()) return true;
        m_memory.forgetAnswers();
        m_paths.lookAnew();
        for (size_t p = 0; p < m_placeOf.size(); p++) look(p);
        return true;
    }
    void finish() {
        for (size_t place : m_placeOf) m_result.wasThere.push_back(m_paths[place].wasEverThere());
    }

private:
    void look(size_t path) {
        const size_t place = m_placeOf[path];
        WatchedValue now;
        if (m_paths.outcome(place) == PathFollower::Outcome::There) now = valueOf(m_paths[place].value(), m_paths[place].object());
        if (now == m_last[path]) return;
        m_last[path] = now;
        m_tell(path, m_memory.step().step, now, m_reading);
    }

    Memory& m_memory;
    const Reading& m_reading;
    const TellWatched& m_tell;
    const Seen& m_seen;
    const std::atomic<bool>* m_stop;
    WatchResult& m_result;
    FollowedPaths m_paths;
    std::vector<size_t> m_placeOf; // by path, in m_paths
    std::vector<WatchedValue> m_last;
};

// ---- at one step

ObjectId within(const Reading& reading, ObjectId id) {
    return id && reading.kind(id) == ObjectKind::SharedVariable ? reading.state().cell(id, CellKind::Field, 0) : id;
}

ObjectId underKey(const Reading& reading, ObjectId table, std::string_view key) {
    ObjectId at;
    for (const CellView& cell : reading.state().cells(table, 0, SIZE_MAX)) {
        if (cell.kind == CellKind::Key)
            at = cell.value && reading.kind(cell.value) == ObjectKind::Text && reading.state().object(cell.value).payload == key ? cell.value
                                                                                                                                 : ObjectId();
        else if (cell.kind == CellKind::Value && at && cell.value) return cell.value;
    }
    return {};
}

const SlotView* slotOf(const FrameView& frame, std::string_view name) {
    for (const SlotView& slot : frame.slots)
        if (slot.name == name) return &slot;
    return nullptr;
}

ObjectId named(const Reading& reading, std::string_view name) {
    const MemoryState& state = reading.state();
    const size_t frames = state.frameCount();
    if (!frames) return {};
    const FrameView running = state.frame(frames - 1);
    if (const SlotView* slot = slotOf(running, name)) {
        const ObjectId value = reachedFrom(*slot);
        if (value || !running.locals) return within(reading, value);
    }
    if (ObjectId own = running.locals)
        if (ObjectId value = underKey(reading, own, name)) return value;
    for (size_t f = 0; f < frames; f++) {
        const FrameView frame = state.frame(f);
        if (!frame.ofProgram) continue;
        if (ObjectId value = frame.locals ? underKey(reading, frame.locals, name) : ObjectId()) return value;
        break; // the module is the program's first frame
    }
    for (size_t f = frames - 1; f-- > 0;) {
        const FrameView frame = state.frame(f);
        const SlotView* slot = frame.locals ? nullptr : slotOf(frame, name);
        if (slot) return within(reading, reachedFrom(*slot));
    }
    return {};
}

}

WatchResult watch(const std::shared_ptr<const Tape>& tape, const std::vector<FindPath>& paths, const TellWatched& tell,
                  const std::function<void(uint64_t steps)>& seen, const std::atomic<bool>* stop) {
    WatchResult result;
    ReplayShared shared(tape);
    Player player(shared);
    std::unique_ptr<Reading> reading = readingFor(tape->language(), player.memory());
    Watching watching(player.memory(), *reading, paths, tell, seen, stop, result);
    while (!result.isStopped && player.playChunk(watching)) {}
    result.isTooLarge = player.isTooLarge();
    result.isDamaged = player.isDamaged() && !result.isTooLarge;
    watching.finish();
    return result;
}

WatchedValue watchedAt(const Reading& reading, const FindPath& path) {
    ObjectId id = named(reading, path.name);
    for (const FindPath::Part& part : path.parts) {
        if (!id) break;
        switch (part.kind) {
        case FindPath::Part::Kind::Attribute: id = reading.attribute(id, part.text); break;
        case FindPath::Part::Kind::Index: id = reading.item(id, part.index); break;
        case FindPath::Part::Kind::Key: id = reading.kind(id) == ObjectKind::Table ? underKey(reading, id, part.text) : ObjectId(); break;
        }
    }
    if (!id) return {};
    if (!path.isLength) return valueOf(comparableOf(reading, id), id);
    const std::optional<uint64_t> length = reading.length(id);
    return length ? WatchedValue{.kind = WatchedValue::Kind::Number, .number = static_cast<double>(*length)} : WatchedValue{};
}

}
