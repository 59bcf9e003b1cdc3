// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/inspector_facts.h"

#include "core/replay/waiting.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr size_t mostHolders = 60;
constexpr uint64_t mostObjects = 20000; // live ones, above which paths and kept sizes are not worked out

Fact madeFact(const ObjectView& object, const ObjectHistory& history) {
    if (!object.madeAtLine) return {Fact::Kind::MadeBeforeLines};
    uint64_t step = object.madeAtStep;
    if (!history.events.empty() && history.events.front().kind == HistoryEvent::Kind::Made)
        step = history.events.front().step; // the first step at which it is there
    return {.kind = Fact::Kind::Made, .number = object.madeAtLine, .step = step};
}

}

std::string_view Fact::basisFact() const {
    switch (kind) {
    case Kind::Address: return "address";
    case Kind::Size: return "size";
    case Kind::KeepsAlive: return "keeps";
    case Kind::Room: return "capacity";
    case Kind::Made:
    case Kind::MadeBeforeLines: return "made_at";
    case Kind::Generation: return "generation";
    case Kind::LastChanged: return "history";
    case Kind::Awaits:
    case Kind::AwaitedBy:
    case Kind::YieldsFrom:
    case Kind::YieldedFromBy: return "awaits";
    }
    return {};
}

InspectorFacts InspectorFacts::of(Run& run, uint64_t step, ObjectId id) {
    InspectorFacts out;
    out.id = id;
    auto held = run.readingAt(step);
    if (!held) return out;
    const Reading& reading = *held;
    const MemoryState& state = reading.state();
    out.isAlive = id && state.isAlive(id);
    out.history = historyOf(run.history(id), reading, id);
    if (!out.isAlive) return out;
    const ObjectView object = state.object(id);
    out.type = QString::fromStdString(state.type(object.type).name);
    out.reachability = reachabilityOf(reading, id, mostObjects);
    Holders holders = holdersOf(reading, id, mostHolders);
    out.sum = holders.sum;
    out.holders = std::move(holders.some);

    auto add = [&](Fact::Kind kind, uint64_t number, uint64_t count = 0) { out.facts.append({.kind = kind, .number = number, .count = count}); };
    add(Fact::Kind::Address, object.address);
    add(Fact::Kind::Size, object.size);
    if (out.reachability.keptObjects > 1) add(Fact::Kind::KeepsAlive, out.reachability.keptBytes, out.reachability.keptObjects);
    if (object.capacity) add(Fact::Kind::Room, object.capacity);
    out.facts.append(madeFact(object, out.history));
    if (reading.isWatched(id) && object.ofProgram) add(Fact::Kind::Generation, uint64_t(out.history.generation));
    if (out.history.contentsSetAt) out.facts.append({.kind = Fact::Kind::LastChanged, .step = out.history.contentsSetAt});
    if (Awaited awaited = awaitedBy(reading, id); awaited.object)
        out.facts.append({.kind = awaited.isPassedOn ? Fact::Kind::YieldsFrom : Fact::Kind::Awaits, .object = awaited.object});
    for (ObjectId waiter : waitersFor(reading, id))
        out.facts.append({.kind = awaitedBy(reading, waiter).isPassedOn ? Fact::Kind::YieldedFromBy : Fact::Kind::AwaitedBy, .object = waiter});
    return out;
}

}
