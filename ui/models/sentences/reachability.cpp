// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/reachability.h"

#include <QHash>
#include <QSet>

#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture.h"
#include "ui/models/sentences/holder_facts.h"

namespace memtape {

namespace {

constexpr uint64_t mostObjects = 20000; // live ones, above which paths and kept sizes are not worked out
constexpr int longestPath = 40;

// One hop of a walk. Names stay views into the state until a path is told: a walk makes thousands of hops, a path has a few.
struct Hop {
    ObjectId from; // none: it begins here
    PathStep::Kind kind = PathStep::Kind::Silent;
    std::string_view name;
    uint32_t index = 0;
    ObjectId key;
};
using Hops = QHash<ObjectId, Hop>;

struct Root {
    ObjectId id;
    PathStep::Kind kind;
    std::string_view name;
};

QVector<Root> rootsOf(const MemoryState& state) {
    using Kind = PathStep::Kind;
    QVector<Root> roots;
    auto add = [&](ObjectId id, Kind kind, std::string_view name = {}) {
        if (id) roots.append({id, kind, name});
    };
    for (size_t i = 0; i < state.frameCount(); ++i) {
        FrameView frame = state.frame(i);
        add(frame.locals, Kind::Silent);
        for (const SlotView& slot : frame.slots) add(slot.value, Kind::Name, slot.name);
        for (ObjectId held : frame.held) add(held, Kind::RunningLine);
        for (ObjectId id : {frame.function, frame.codeObject}) add(id, Kind::RunningCall);
    }
    add(state.step().returned, Kind::Returned);
    add(state.step().raised, Kind::Raised);
    return roots;
}

Hop hopOver(const CellView& cell, ObjectId from, ObjectId key, bool isOfNames) {
    using Kind = PathStep::Kind;
    Hop hop{isOfNames ? ObjectId() : from, Kind::Attribute, cell.name, cell.index, {}};
    if (cell.kind == CellKind::Item) hop.kind = Kind::Item;
    if (cell.kind == CellKind::Value) {
        hop.kind = !key ? Kind::Silent : isOfNames ? Kind::Name : Kind::Entry;
        hop.key = key;
    }
    return hop;
}

// Breadth first from the names: for each object reached, the last hop of a shortest path.
Hops walk(const MemoryState& state, ObjectId without) {
    Hops hops;
    QVector<ObjectId> queue;
    for (const Root& root : rootsOf(state)) {
        if (root.id == without || hops.contains(root.id)) continue;
        hops.insert(root.id, {ObjectId(), root.kind, root.name, 0, {}});
        queue.append(root.id);
    }
    for (qsizetype next = 0; next < queue.size(); ++next) {
        ObjectId from = queue[next], key;
        bool isOfNames = isNamesDict(state, from);
        for (const CellView& cell : state.cells(from)) {
            if (cell.kind == CellKind::Key) key = cell.value;
            if (!cell.value || cell.value == without || hops.contains(cell.value)) continue;
            hops.insert(cell.value, hopOver(cell, from, key, isOfNames));
            queue.append(cell.value);
        }
    }
    return hops;
}

PathStep stepOf(const MemoryState& state, const Hop& hop) {
    bool isEntryOfNames = hop.kind == PathStep::Kind::Name && hop.key;
    PathStep step{hop.kind, toQString(isEntryOfNames ? state.object(hop.key).payload : hop.name), hop.index, hop.key};
    if (step.kind == PathStep::Kind::Name && step.name.isEmpty()) step.kind = PathStep::Kind::Silent;
    return step;
}

QVector<PathStep> pathTo(const MemoryState& state, const Hops& hops, ObjectId id) {
    QVector<PathStep> path;
    for (int length = 0; id && hops.contains(id) && length < longestPath; ++length) {
        const Hop hop = hops.value(id);
        PathStep step = stepOf(state, hop);
        if (step.kind != PathStep::Kind::Silent) path.prepend(step);
        id = hop.from;
    }
    return path;
}

void addKept(const MemoryState& state, ObjectId id, Reachability& out) {
    const Hops others = walk(state, id);
    QVector<ObjectId> queue{id};
    QSet<ObjectId> seen{id};
    for (qsizetype next = 0; next < queue.size(); ++next) {
        out.keptBytes += state.object(queue[next]).size;
        for (const CellView& cell : state.cells(queue[next])) {
            if (!cell.value || seen.contains(cell.value) || others.contains(cell.value)) continue;
            ObjectView inner = state.object(cell.value);
            if (inner.immortal || !inner.ofProgram) continue;
            seen.insert(cell.value);
            queue.append(cell.value);
        }
    }
    out.keptObjects = uint64_t(seen.size());
}

}

Reachability reachabilityOf(const MemoryState& state, ObjectId id) {
    Reachability out;
    if (state.heapObjects() > mostObjects || state.object(id).immortal) return out;
    const Hops hops = walk(state, {});
    out.kind = hops.contains(id) ? Reachability::Kind::Reached : Reachability::Kind::Unreachable;
    out.path = pathTo(state, hops, id);
    addKept(state, id, out);
    return out;
}

}
