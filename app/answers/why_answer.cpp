// SPDX-License-Identifier: GPL-3.0-or-later
// state --why: why an object is alive, who holds it how often, what it alone keeps.
#include <algorithm>

#include "app/answers/answers.h"
#include "core/replay/questions/basis.h"
#include "core/replay/questions/holders.h"

namespace memtape {

namespace {

constexpr size_t mostPlaces = 10; // of one holder, that are named

struct HolderWords {
    HolderFact::Kind kind;
    std::string_view key, text;
};
constexpr HolderWords holderWords[] = {
    {HolderFact::Kind::Name, "name", "a name"},
    {HolderFact::Kind::RunningLine, "running line", "the running line"},
    {HolderFact::Kind::RunningFunction, "running function", "the function that runs"},
    {HolderFact::Kind::RunningCode, "running code", "the code that runs"},
    {HolderFact::Kind::FrameNames, "frame names", "its names"},
    {HolderFact::Kind::Thread, "thread", "a waiting thread"},
    {HolderFact::Kind::Native, "native", "a built-in at work"},
    {HolderFact::Kind::Interpreter, "interpreter", "the interpreter"},
    {HolderFact::Kind::Instance, "instance", "an instance of it"},
    {HolderFact::Kind::Attribute, "attribute", "an attribute"},
    {HolderFact::Kind::Part, "part", "a part"},
    {HolderFact::Kind::Item, "item", "an item"},
    {HolderFact::Kind::Key, "key", "a key"},
    {HolderFact::Kind::Entry, "entry", "an entry"},
};
const HolderWords& wordsOf(HolderFact::Kind kind) {
    return *std::find_if(std::begin(holderWords), std::end(holderWords), [&](const HolderWords& w) { return w.kind == kind; });
}

struct GroupWords {
    HolderGroup group;
    std::string_view one, many;
};
constexpr GroupWords groupWords[] = {
    {HolderGroup::Names, "name", "names"},
    {HolderGroup::Attributes, "attribute", "attributes"},
    {HolderGroup::Items, "item", "items"},
    {HolderGroup::Keys, "key", "keys"},
    {HolderGroup::Entries, "entry", "entries"},
    {HolderGroup::RunningLines, "by the running line", "by running lines"},
    {HolderGroup::RunningCalls, "by the running call", "by running calls"},
    {HolderGroup::Threads, "by a waiting thread", "by waiting threads"},
    {HolderGroup::Natives, "by a built-in at work", "by built-ins at work"},
    {HolderGroup::Interpreter, "by the interpreter", "by the interpreter"},
    {HolderGroup::Instances, "instance", "instances"},
    {HolderGroup::Parts, "part of another object", "parts of other objects"},
};
static_assert(std::size(groupWords) == holderGroups);

// All references of one holder: `times` of them.
struct HolderRow {
    HolderFact first;
    uint64_t times = 0;
    std::vector<std::string> places; // `[0]`, `.next`
};

std::string placeOf(const HolderFact& holder) {
    switch (holder.kind) {
    case HolderFact::Kind::Name: return holder.name;
    case HolderFact::Kind::Attribute:
    case HolderFact::Kind::Part: return holder.name.empty() ? std::string() : '.' + holder.name;
    case HolderFact::Kind::Item: return '[' + std::to_string(holder.index) + ']';
    case HolderFact::Kind::Key: return holder.name;
    case HolderFact::Kind::Entry: return holder.isOfNames ? holder.name : '[' + holder.name + ']';
    default: return {};
    }
}

std::vector<HolderRow> rowsOf(const std::vector<HolderFact>& holders) {
    std::vector<HolderRow> rows;
    for (const HolderFact& holder : holders) {
        auto same = [&](const HolderRow& row) {
            return row.first.kind == holder.kind && row.first.holder == holder.holder && row.first.function == holder.function &&
                   row.first.isOfNames == holder.isOfNames && row.first.ofModule == holder.ofModule;
        };
        // those of one holder follow one another
        if (rows.empty() || !same(rows.back())) rows.push_back({holder, 0, {}});
        rows.back().times++;
        if (std::string place = placeOf(holder); !place.empty() && rows.back().places.size() < mostPlaces) rows.back().places.push_back(place);
    }
    return rows;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string sumText(const ReferenceSum& sum) {
    if (sum.immortal) return "immortal: never counted, never released";
    std::string text;
    for (const GroupWords& words : groupWords)
        if (int count = sum.of(words.group); count > 0)
            text += (text.empty() ? " = " : " + ") + counted(static_cast<uint64_t>(count), words.one, words.many);
    return "count " + std::to_string(sum.total) + text;
}

struct Why {
    ObjectId id;
    ObjectView object;
    Reachability reachability;
    Holders holders;
};

std::string asText(const Reading& reading, const Why& why) {
    std::string out = described(reading, why.id) + " at " + hexId(why.id) + ", " + counted(why.object.size, "byte", "bytes") + "\n";
    out += "  " + sumText(why.holders.sum) + "\n";
    if (why.reachability.kind == Reachability::Kind::Reached) out += "  alive because of " + pathText(reading, why.reachability.path) + "\n";
    if (why.reachability.kind == Reachability::Kind::Unreachable)
        out += "  unreachable, but alive: no name leads here; only the cycle collector can take it\n";
    if (why.reachability.kind != Reachability::Kind::Unknown)
        out += "  alone keeps alive " + amount({why.reachability.keptObjects, why.reachability.keptBytes}) + ", itself among them\n";
    if (!why.holders.some.empty()) out += "  held by\n";
    for (const HolderRow& row : rowsOf(why.holders.some)) {
        out += "    ";
        if (row.first.isOfNames) out += "global names";
        else if (row.first.holder) out += described(reading, row.first.holder) + " at " + hexId(row.first.holder);
        else if (row.first.kind == HolderFact::Kind::Name || !row.first.function.empty()) out += row.first.ofModule ? "module" : row.first.function;
        if (!row.places.empty()) out += (row.first.holder || row.first.kind == HolderFact::Kind::Name ? ": " : "") + joined(row.places);
        else out += (row.first.holder || !row.first.function.empty() ? ": " : "") + std::string(wordsOf(row.first.kind).text);
        if (row.places.size() < row.times && !row.places.empty()) out += " …";
        if (row.times > 1) out += " (" + std::to_string(row.times) + " times)";
        out += "\n";
    }
    return out;
}

void writePath(JsonWriter& json, const Reading& reading, const std::vector<PathStep>& path) {
    static constexpr std::string_view kinds[] = {"name",   "running line", "running call", "returned", "raised", "native", "thread", "interpreter",
                                                 "always", "attribute",    "item",         "element",  "key",    "entry",  "part",   "type"};
    json.key("path");
    json.beginArray();
    for (const PathStep& step : path) {
        json.beginObject();
        json.pair("kind", kinds[static_cast<size_t>(step.kind)]);
        if (!step.name.empty()) json.pair("name", step.name);
        if (step.kind == PathStep::Kind::Name) json.pair("in", callName(reading, step.index));
        if (step.kind == PathStep::Kind::Item) json.pair("index", uint64_t{step.index});
        if (step.key) json.pair("key", shownId(step.key));
        json.pair("id", shownId(step.object));
        json.endObject();
    }
    json.endArray();
}

std::string asJson(const Reading& reading, const Why& why) {
    std::string out;
    JsonWriter json(&out);
    json.beginObject();
    json.pair("step", reading.state().step().step);
    writeObject(json, reading, why.id);
    json.pair("size", why.object.size);
    json.pair("made_at", why.object.madeAtStep);
    json.pair("refcount", reading.state().referenceCount(why.id));
    json.key("reachable");
    json.boolean(why.reachability.kind != Reachability::Kind::Unreachable);
    writePath(json, reading, why.reachability.path);
    json.pair("path_text", pathText(reading, why.reachability.path));
    json.key("holders");
    json.beginArray();
    for (const HolderRow& row : rowsOf(why.holders.some)) {
        json.beginObject();
        json.pair("kind", row.first.isOfNames && row.first.kind == HolderFact::Kind::Entry ? "name" : wordsOf(row.first.kind).key);
        json.pair("times", row.times);
        if (row.first.holder) writeObject(json, reading, row.first.holder);
        if (row.first.ofModule) json.pair("function", "<module>");
        else if (!row.first.function.empty()) json.pair("function", row.first.function);
        json.key("places");
        json.beginArray();
        for (const std::string& place : row.places) json.string(place);
        json.endArray();
        json.endObject();
    }
    json.endArray();
    writeKept(json, "keeps", {why.reachability.keptObjects, why.reachability.keptBytes});
    static constexpr std::string_view facts[] = {"type", "size", "made_at", "refcount", "reachable", "path", "holders", "keeps"};
    writeBasis(json, reading, facts);
    json.endObject();
    return out + '\n';
}

}

std::optional<std::string> whyAnswer(const CommandLine& line, Replay& replay) {
    std::optional<ObjectId> id = objectAsked(line.why, replay);
    if (!id) return std::nullopt;
    const Reading& reading = replay.reading();
    Why why{*id, reading.state().object(*id), reachabilityOf(reading, reading.state().graph(), *id), holdersOf(reading, *id, SIZE_MAX)};
    return line.json ? asJson(reading, why) : asText(reading, why);
}

}
