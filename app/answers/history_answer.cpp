// SPDX-License-Identifier: GPL-3.0-or-later
// state --history: what became of an object over the run.
#include "app/answers/answers.h"
#include "core/replay/questions/basis.h"
#include "core/replay/questions/object_history.h"

namespace memtape {

namespace {

using Kind = HistoryEvent::Kind;

std::string_view keyOf(Kind kind) {
    static constexpr std::string_view keys[] = {"made",         "released", "collected",      "given back",    "named",    "no longer named",
                                                "name removed", "held",     "no longer held", "attribute set", "item set", "changed"};
    return keys[static_cast<size_t>(kind)];
}

std::string eventText(const Reading& reading, const HistoryEvent& event) {
    const std::string other = event.other ? described(reading, event.other) + " at " + hexId(event.other) : "an object";
    switch (event.kind) {
    case Kind::Made: return "made";
    case Kind::Released: return "released, its count reached 0";
    case Kind::Collected: return "collected";
    case Kind::GivenBack: return "given back by the program";
    case Kind::Named: return event.name.empty() ? "named" : "named " + event.name;
    case Kind::NoLongerNamed: return "no longer named " + event.name;
    case Kind::NameRemoved: return "name " + event.name + " removed";
    case Kind::Held: return "held by " + other;
    case Kind::NoLongerHeld: return "no longer held by " + other;
    case Kind::AttributeSet: return '.' + event.name + " = " + other;
    case Kind::ItemSet: return '[' + std::to_string(event.number) + "] = " + other;
    case Kind::Changed: return "changed";
    }
    return {};
}

std::string asText(const Reading& reading, ObjectId id, const ObjectHistory& history) {
    std::string out = described(reading, id) + " at " + hexId(id) + "\n";
    std::string before;
    for (const HistoryEvent& event : history.events) {
        std::string row = "  step " + std::to_string(event.step) + ": " + eventText(reading, event) + "\n";
        if (row != before) out += row; // a list that is filled changes many times in a step
        before = std::move(row);
    }
    return out;
}

std::string asJson(const Reading& reading, ObjectId id, const ObjectHistory& history) {
    std::string out;
    JsonWriter json(&out);
    json.beginObject();
    json.pair("step", reading.state().step().step);
    writeObject(json, reading, id);
    json.pair("generation", static_cast<uint64_t>(history.generation));
    json.key("events");
    json.beginArray();
    for (const HistoryEvent& event : history.events) {
        json.beginObject();
        json.pair("step", event.step);
        json.pair("event", keyOf(event.kind));
        if (!event.name.empty()) json.pair("name", event.name);
        if (event.other) json.pair("other", shownId(event.other));
        if (event.kind == Kind::ItemSet) json.pair("index", event.number);
        json.endObject();
    }
    json.endArray();
    static constexpr std::string_view facts[] = {"type", "generation", "history"};
    writeBasis(json, reading, facts);
    json.endObject();
    return out + '\n';
}

}

std::optional<std::string> historyAnswer(const CommandLine& line, Replay& replay) {
    std::optional<ObjectId> id = objectAsked(line.history, replay);
    if (!id) return std::nullopt;
    const Reading& reading = replay.reading();
    const ObjectHistory history = historyOf(replay.history(*id), reading, *id);
    return line.json ? asJson(reading, *id, history) : asText(reading, *id, history);
}

}
