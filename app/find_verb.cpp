// SPDX-License-Identifier: GPL-3.0-or-later
// memtape find: where in a run something holds.
#include <csignal>
#include <iostream>

#include "app/answers/answers.h"
#include "core/replay/find/find.h"
#include "core/tape/tape.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

std::atomic<bool> stopAsked;
void onInterrupt(int) { stopAsked.store(true, std::memory_order_relaxed); }

constexpr int statusOfInterrupt = 130; // as shells have it

void showProblem(const std::string& text, const FindProblem& problem) {
    std::string shown = text, space;
    for (char& c : shown)
        if (c == '\n' || c == '\t') c = ' ';
    for (size_t i = 0; i < problem.at && i < text.size(); i++)
        if (!utf8::isContinuation(text[i])) space += ' '; // one place a character
    std::cerr << "    " << shown << "\n    " << space << "^\n";
    complain(problem.sentence);
}

std::string asText(const Found& found, const Reading& reading, uint64_t stepCount) {
    const MemoryState& state = reading.state();
    const CodeInfo& code = state.code(found.step.code);
    std::string out = found.step.step == stepCount ? "after the last step"
                                                   : "step " + std::to_string(found.step.step) + ": " +
                                                         (found.step.kind == StepKind::Line ? "" : std::string(eventName(found.step.kind)) + ", ") +
                                                         placeText(state, code.file, found.step.line) + ", in " + code.qualname;
    for (const FoundValue& value : found.values)
        if (!value.text.empty()) out += "; " + value.path + " is " + value.text;
    return out + "\n";
}

std::string asJson(const Found& found, const Reading& reading, uint64_t stepCount) {
    const MemoryState& state = reading.state();
    const CodeInfo& code = state.code(found.step.code);
    std::string out;
    JsonWriter json(&out);
    json.beginObject();
    json.pair("step", found.step.step);
    if (found.step.step < stepCount) {
        json.pair("event", eventName(found.step.kind));
        writePlace(json, state, code.file, found.step.line);
        json.pair("function", code.qualname);
        if (state.thread()) json.pair("thread", uint64_t{state.thread()});
    }
    if (!found.values.empty()) {
        json.key("values");
        json.beginObject();
        for (const FoundValue& value : found.values) json.pair(value.path, value.text);
        json.endObject();
    }
    json.endObject();
    return out + '\n';
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + '\'';
    return text;
}

}

int findVerb(const CommandLine& line) {
    FindExpression what;
    if (FindProblem problem = parseFind(line.expression, what); !problem.sentence.empty()) {
        showProblem(line.expression, problem);
        return 2;
    }
    OpenedTape opened = openTape(line);
    if (!opened.tape) return opened.status;
    if (didNotStart(opened)) return 1;
    stopAsked = false;
    signal(SIGINT, onInterrupt);
    const uint64_t firstStep = opened.tape->firstStep(), stepCount = opened.tape->stepCount();
    uint64_t left = line.limit;
    bool isWritten = true;
    std::string out;
    uint64_t told = 0;
    constexpr size_t most = 1 << 16;
    // the first ones at once, the rest in larger pieces
    auto tell = [&](const Found& found, const Reading& reading) {
        out += line.json ? asJson(found, reading, stepCount) : asText(found, reading, stepCount);
        if (++told <= 100 || out.size() > most) {
            isWritten = print(out);
            out.clear();
        }
        return isWritten && --left > 0;
    };
    const FindResult result = find(opened.tape, what, tell, &stopAsked);
    signal(SIGINT, SIG_DFL);
    if (isWritten) isWritten = print(out);
    if (!isWritten) return 3;
    if (result.isStopped) {
        complain("stopped after " + std::to_string(result.steps) + " of " + std::to_string(stepCount - firstStep) + " steps");
        return statusOfInterrupt;
    }
    if (result.isTooLarge) {
        complain("the recording cannot be looked through further than step " + std::to_string(firstStep + result.steps) +
                 ": its memory takes too much to be shown");
        return 4;
    }
    if (result.isDamaged) {
        complain("the recording is damaged behind step " + std::to_string(result.steps) + ", and was looked through up to there");
        return 3;
    }
    if (result.notCompared)
        complain("at " + counted(result.notCompared, "step", "steps") + " the values could not be compared; such steps do not count as found");
    if (!opened.note.empty()) complain(opened.note);
    if (!result.found && !result.neverThere.empty()) {
        complain("this run never has a name " + joined(result.neverThere));
        return opened.status ? opened.status : 2;
    }
    return opened.status;
}

}
