// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/reachability.h"

#include <QSet>

#include "core/replay/name_walk.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture.h"

namespace memtape {

namespace {

constexpr uint64_t mostObjects = 20000; // live ones, above which paths and kept sizes are not worked out
constexpr int longestPath = 40;

PathStep::Kind kindOf(NameWalk::Root root) {
    using Kind = PathStep::Kind;
    switch (root) {
    case NameWalk::Root::Slot: return Kind::Name;
    case NameWalk::Root::Stack: return Kind::RunningLine;
    case NameWalk::Root::Call: return Kind::RunningCall;
    case NameWalk::Root::Returned: return Kind::Returned;
    case NameWalk::Root::Raised: return Kind::Raised;
    case NameWalk::Root::Namespace:
    case NameWalk::Root::None: break;
    }
    return Kind::Silent;
}

PathStep stepOf(const Reading& reading, const NameWalk::Hop& hop) {
    using Kind = PathStep::Kind;
    PathStep step{kindOf(hop.root), toQString(hop.name), hop.index, hop.key};
    if (hop.root == NameWalk::Root::None) step.kind = hop.cell == CellKind::Item ? Kind::Item : Kind::Attribute;
    if (hop.cell == CellKind::Value) {
        bool isName = hop.key && reading.isNamespace(hop.from);
        step.kind = isName ? Kind::Name : hop.key ? Kind::Entry : Kind::Silent;
        if (isName) step.name = toQString(reading.state().object(hop.key).payload);
    }
    if (step.kind == Kind::Name && step.name.isEmpty()) step.kind = Kind::Silent;
    return step;
}

QVector<PathStep> pathTo(const Reading& reading, const NameWalk& walk, ObjectId id) {
    QVector<PathStep> path;
    const NameWalk::Hop* hop = walk.find(id);
    for (int length = 0; hop && length < longestPath; ++length) {
        PathStep step = stepOf(reading, *hop);
        if (step.kind != PathStep::Kind::Silent) path.prepend(step);
        hop = hop->from && !reading.isNamespace(hop->from) ? walk.find(hop->from) : nullptr; // a namespace is where a way begins
    }
    return path;
}

void addKept(const Reading& reading, ObjectId id, Reachability& out) {
    const MemoryState& state = reading.state();
    const NameWalk others(reading, reachableRule, id);
    QVector<ObjectId> queue{id};
    QSet<ObjectId> seen{id};
    for (qsizetype next = 0; next < queue.size(); ++next) {
        out.keptBytes += state.object(queue[next]).size;
        for (const CellView& cell : state.cells(queue[next])) {
            if (!cell.value || seen.contains(cell.value) || others.leadsTo(cell.value)) continue;
            ObjectView inner = state.object(cell.value);
            if (inner.immortal || !inner.ofProgram) continue;
            seen.insert(cell.value);
            queue.append(cell.value);
        }
    }
    out.keptObjects = uint64_t(seen.size());
}

}

Reachability reachabilityOf(const Reading& reading, ObjectId id) {
    const MemoryState& state = reading.state();
    Reachability out;
    if (state.heapObjects() > mostObjects || state.object(id).immortal) return out;
    const NameWalk walk(reading, reachableRule);
    out.kind = walk.leadsTo(id) ? Reachability::Kind::Reached : Reachability::Kind::Unreachable;
    out.path = pathTo(reading, walk, id);
    addKept(reading, id, out);
    return out;
}

}
