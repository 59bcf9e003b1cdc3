// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/inspector_facts.h"

#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr qsizetype mostHolders = 60;

Fact madeFact(const ObjectView& object, const ObjectHistory& history) {
    if (!object.madeAtLine) return {Fact::Kind::MadeBeforeLines, 0, 0, {}};
    uint64_t step = object.madeAtStep;
    if (!history.events.isEmpty() && history.events.first().kind == HistoryEvent::Kind::Made)
        step = history.events.first().step; // the first step at which it is there
    return {Fact::Kind::Made, object.madeAtLine, 0, step};
}

}

Fact::Source Fact::source() const {
    switch (kind) {
    case Kind::Size:
    case Kind::KeepsAlive:
    case Kind::Room:
    case Kind::Generation: return Source::Implementation;
    case Kind::Address:
    case Kind::Made:
    case Kind::MadeBeforeLines:
    case Kind::LastChanged: break;
    }
    return Source::Model;
}

InspectorFacts InspectorFacts::of(Run& run, uint64_t step, ObjectId id) {
    InspectorFacts out;
    out.id = id;
    auto held = run.readingAt(step);
    if (!held) return out;
    const Reading& reading = *held;
    const MemoryState& state = reading.state();
    out.isAlive = id && state.isAlive(id);
    out.history = historyOf(run, reading, id);
    if (!out.isAlive) return out;
    const ObjectView object = state.object(id);
    out.type = QString::fromStdString(state.type(object.type).name);
    out.reachability = reachabilityOf(reading, id);
    Holders holders = holdersOf(reading, id, mostHolders);
    out.sum = holders.sum;
    out.holders = std::move(holders.some);

    auto add = [&](Fact::Kind kind, uint64_t number, uint64_t count = 0) { out.facts.append({kind, number, count, {}}); };
    add(Fact::Kind::Address, object.address);
    add(Fact::Kind::Size, object.size);
    if (out.reachability.keptObjects > 1) add(Fact::Kind::KeepsAlive, out.reachability.keptBytes, out.reachability.keptObjects);
    if (object.capacity) add(Fact::Kind::Room, object.capacity);
    out.facts.append(madeFact(object, out.history));
    if (reading.isWatched(id) && object.ofProgram) add(Fact::Kind::Generation, uint64_t(out.history.generation));
    if (out.history.contentsSetAt) out.facts.append({Fact::Kind::LastChanged, 0, 0, out.history.contentsSetAt});
    return out;
}

}
