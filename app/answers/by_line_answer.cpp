// SPDX-License-Identifier: GPL-3.0-or-later
// state --by-line: the program's live objects by the line that made them.
#include <algorithm>

#include "app/answers/answers.h"
#include "core/replay/questions/basis.h"
#include "core/replay/questions/by_line.h"

namespace memtape {

namespace {

constexpr size_t growthPoints = 48;
constexpr size_t mostKeepers = 3; // names of a line, in the text

std::string typesText(const MemoryState& state, const std::vector<TypeShare>& types) {
    std::string text;
    for (size_t i = 0; i < types.size() && i < 3; i++)
        text += (text.empty() ? "" : ", ") + std::to_string(types[i].objects) + ' ' + state.type(types[i].type).name;
    return types.size() > 3 ? text + " …" : text;
}

// Eighths of the line's own most.
std::string spark(const std::vector<uint64_t>& growth) {
    static constexpr const char* bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const uint64_t most = std::max<uint64_t>(1, *std::max_element(growth.begin(), growth.end()));
    std::string text;
    for (uint64_t bytes : growth) text += bars[(bytes * 7 + most / 2) / most];
    return text;
}

std::string keepersText(const LineShare& share, const KeptAlive& kept) {
    std::string text;
    for (size_t i = 0; i < share.keptBy.size() && i < mostKeepers; i++) text += (text.empty() ? "" : ", ") + kept.names()[share.keptBy[i].first].name;
    if (share.keptBy.size() > mostKeepers) text += " …";
    if (share.keptByNone.objects) text += std::string(text.empty() ? "" : ", ") + "no one name alone";
    if (share.unreachable.objects) text += std::string(text.empty() ? "" : ", ") + "nothing but each other";
    return text;
}

std::string asText(const Reading& reading, const ByLine& lines, const KeptAlive& kept, uint64_t since) {
    const MemoryState& state = reading.state();
    std::string out = "step " + std::to_string(state.step().step) + ": " + amount({lines.objects, lines.bytes}) + " alive";
    if (since) out += ", made since step " + std::to_string(since);
    out += "\n";
    for (const LineShare& share : lines.lines) {
        out += "  " + placeText(state, share.at.file, share.at.line);
        if (share.at.line) out += ", in " + callName(reading, share.code);
        out +=
            ": " + amount({share.objects, share.bytes}) + " (" + typesText(state, share.types) + ")\n    kept by " + keepersText(share, kept) + "\n";
        if (!share.growth.empty()) out += "    " + spark(share.growth) + "\n";
    }
    return out;
}

std::string asJson(const Reading& reading, const ByLine& lines, const KeptAlive& kept, uint64_t since) {
    const MemoryState& state = reading.state();
    std::string out;
    JsonWriter json(&out);
    json.beginObject();
    json.pair("step", state.step().step);
    if (since) json.pair("since", since);
    json.pair("objects", lines.objects);
    json.pair("bytes", lines.bytes);
    json.key("lines");
    json.beginArray();
    for (const LineShare& share : lines.lines) {
        json.beginObject();
        writePlace(json, state, share.at.file, share.at.line);
        if (share.at.line) json.pair("function", callName(reading, share.code));
        json.pair("objects", share.objects);
        json.pair("bytes", share.bytes);
        json.key("types");
        json.beginObject();
        for (const TypeShare& type : share.types) writeKept(json, state.type(type.type).name, {type.objects, type.bytes});
        json.endObject();
        json.key("kept_by");
        json.beginArray();
        for (const auto& [place, amount] : share.keptBy) {
            const ProgramName& name = kept.names()[place];
            json.beginObject();
            json.pair("name", name.name);
            json.pair("function", callName(reading, name.code));
            json.pair("objects", amount.objects);
            json.pair("bytes", amount.bytes);
            json.endObject();
        }
        json.endArray();
        writeKept(json, "kept_by_several", share.keptByNone);
        writeKept(json, "unreachable", share.unreachable);
        if (!share.growth.empty()) {
            json.key("growth");
            json.beginArray();
            for (uint64_t bytes : share.growth) json.number(bytes);
            json.endArray();
        }
        json.endObject();
    }
    json.endArray();
    static constexpr std::string_view facts[] = {"bytes", "kept_by", "growth", "made_at"};
    writeBasis(json, reading, facts);
    json.endObject();
    return out + '\n';
}

}

std::optional<std::string> byLineAnswer(const CommandLine& line, Replay& replay, const std::shared_ptr<const Tape>& tape) {
    const uint64_t step = replay.currentStep();
    if (line.since > step) {
        complain("--since wants a step up to " + std::to_string(step) + ", the one that is asked about");
        return std::nullopt;
    }
    const Reading& reading = replay.reading();
    const HeapGraph graph = reading.state().graph();
    const KeptAlive kept(reading, graph);
    ByLine lines = byLineOf(reading, graph, kept, line.since);
    if (line.growth) addGrowth(lines, tape, step, growthPoints);
    return line.json ? asJson(reading, lines, kept, line.since) : asText(reading, lines, kept, line.since);
}

}
