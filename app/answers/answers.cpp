// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers/answers.h"

#include <charconv>

#include "core/replay/questions/program_files.h"
#include "core/text/utf8.h"

namespace memtape {

uint64_t shownId(ObjectId id) { return shownAddress(id.granule); }

std::string hexId(ObjectId id) {
    char digits[20];
    char* end = std::to_chars(digits, digits + sizeof digits, shownId(id), 16).ptr;
    return "0x" + std::string(digits, end);
}

std::optional<uint64_t> idOf(const std::string& text) {
    std::string_view digits = text;
    const bool isHex = digits.substr(0, 2) == "0x" || digits.substr(0, 2) == "0X";
    if (isHex) digits.remove_prefix(2);
    uint64_t number = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, isHex ? 16 : 10);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

std::optional<ObjectId> objectAsked(const std::string& text, const Replay& replay) {
    const MemoryState& state = replay.state();
    const std::string at = " at step " + std::to_string(replay.currentStep());
    const bool isNumber = !text.empty() && text[0] >= '0' && text[0] <= '9';
    if (!isNumber) {
        ObjectId id = replay.reading().objectAt(text);
        if (id) return id;
        complain("'" + text + "' leads to no object" + at);
        return std::nullopt;
    }
    std::optional<uint64_t> number = idOf(text);
    if (!number) {
        complain("an ID is a whole number as state prints it, not '" + text + "'");
        return std::nullopt;
    }
    const bool isPlace = *number >= shownAddress(1) && *number < shownAddress(granuleEnd) && *number % 16 == 0;
    ObjectId id = isPlace ? state.objectAt(static_cast<Granule>((*number - shownAddress(0)) / 16)) : ObjectId();
    if (id) return id;
    complain("no object with the ID " + text + " is alive" + at);
    return std::nullopt;
}

std::string counted(uint64_t number, std::string_view one, std::string_view many) {
    return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

std::string amount(const Kept& kept) { return counted(kept.objects, "object", "objects") + ", " + counted(kept.bytes, "byte", "bytes"); }

std::string described(const Reading& reading, ObjectId id) {
    const MemoryState& state = reading.state();
    if (!id) return "nothing";
    if (!state.isAlive(id)) return "a released object";
    constexpr size_t longest = 60;
    std::string title = reading.title(id);
    if (title.empty()) title = "built-in";
    if (title.size() > longest) {
        size_t end = longest; // not within a character
        while (end && utf8::isContinuation(title[end])) end--;
        title = title.substr(0, end) + "…";
    }
    if (!isContainer(reading.kind(id)) || reading.isDrawnInPlace(id)) return title;
    std::optional<uint64_t> length = reading.length(id);
    return length ? title + " of " + std::to_string(*length) : title;
}

// ---- ways -----------------------------------------------------------------------------------------------------------------

namespace {

std::string stepText(const Reading& reading, const PathStep& step) {
    using Kind = PathStep::Kind;
    switch (step.kind) {
    case Kind::Name: return step.name;
    case Kind::RunningLine: return "(the running line)";
    case Kind::RunningCall: return "(a running call)";
    case Kind::Returned: return "(what is returned)";
    case Kind::Raised: return "(the exception)";
    case Kind::Native: return "(a built-in at work)";
    case Kind::Thread: return "(a waiting thread)";
    case Kind::Interpreter: return "(the interpreter)";
    case Kind::Always: return "(" + described(reading, step.object) + ", never released)";
    case Kind::Attribute: return '.' + step.name;
    case Kind::Item: return '[' + std::to_string(step.index) + ']';
    case Kind::Entry: return '[' + described(reading, step.key) + ']';
    case Kind::Element: return " → element";
    case Kind::Key: return " → key";
    case Kind::Part: return " → part";
    case Kind::Type: return " → class";
    }
    return {};
}

}

std::string pathText(const Reading& reading, const std::vector<PathStep>& path) {
    constexpr size_t mostSteps = 40;
    std::string text;
    for (size_t i = 0; i < path.size(); i++) {
        if (path.size() > mostSteps && i == mostSteps / 2) {
            const size_t left = path.size() - mostSteps;
            text += " … " + std::to_string(left) + " more … ";
            i += left;
        }
        text += stepText(reading, path[i]);
    }
    return text;
}

// ---- places ----------------------------------------------------------------------------------------------------------------

std::string placeText(const MemoryState& state, uint32_t file, uint32_t line) {
    if (!line) return "no line";
    std::string text = "line " + std::to_string(line);
    return isMainFile(state, file) ? text : text + " of " + std::string(fileName(state.filePath(file)));
}

std::string_view eventName(StepKind kind) {
    switch (kind) {
    case StepKind::Call: return "call";
    case StepKind::Line: return "line";
    case StepKind::Return: return "return";
    case StepKind::Exception: return "exception";
    }
    return "line";
}

// ---- JSON ------------------------------------------------------------------------------------------------------------------

void writeKept(JsonWriter& json, std::string_view key, const Kept& kept) {
    json.key(key);
    json.beginObject();
    json.pair("objects", kept.objects);
    json.pair("bytes", kept.bytes);
    json.endObject();
}

void writeObject(JsonWriter& json, const Reading& reading, ObjectId id) {
    const MemoryState& state = reading.state();
    json.pair("id", shownId(id));
    if (!state.isAlive(id)) return;
    const std::string& type = state.type(state.typeIdOf(id)).name;
    json.pair("type", type);
    if (std::string title = described(reading, id); title != type) json.pair("title", title);
}

void writePlace(JsonWriter& json, const MemoryState& state, uint32_t file, uint32_t line) {
    json.pair("line", uint64_t{line});
    if (file && !isMainFile(state, file)) json.pair("file", fileName(state.filePath(file)));
}

}
