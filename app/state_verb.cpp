// SPDX-License-Identifier: GPL-3.0-or-later
// memtape state: the memory at a step, or an answer to a question about it.
#include "app/answers/answers.h"
#include "core/replay/json/state_json.h"
#include "core/replay/map/map_text.h"
#include "core/replay/map/next_blocks.h"
#include "core/replay/reading.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

// Where the replay stands. Some lines, each ended.
std::string stateAt(const CommandLine& line, Replay& replay, NextBlocks& next) {
    const uint64_t step = replay.currentStep();
    if (line.map) return mapAt(replay, step, line.json ? MapForm::Json : MapForm::Text, next) + (line.json || line.all ? "\n" : "");
    StateOptions options;
    options.everything = line.everything;
    if (line.json) return stateJson(replay, step, options, line.all ? StateOutput::SinceStepBefore : StateOutput::All) + "\n";
    return stateText(replay, step) + (line.all ? "\n" : "");
}

// The answer at the step asked for. None: there is no such step, and that was said.
std::optional<std::string> answerAt(const CommandLine& line, Replay& replay, const std::shared_ptr<const Tape>& tape) {
    const uint64_t step = line.steps.front();
    if (isGone(step, replay.firstStep())) return std::nullopt;
    if (!replay.seek(step)) {
        complain("there is no step " + std::to_string(step) + ": the run has " + std::to_string(replay.stepCount()) + " steps, from 0");
        return std::nullopt;
    }
    if (line.part) return insideAnswer(line, replay, tape, optionsOf(line));
    if (!line.why.empty()) return whyAnswer(line, replay);
    if (!line.history.empty()) return historyAnswer(line, replay);
    if (line.garbage) return garbageAnswer(line, replay, tape);
    if (line.byLine) return byLineAnswer(line, replay, tape);
    NextBlocks next(tape);
    return stateAt(line, replay, next);
}

}

int stateVerb(const CommandLine& line) {
    OpenedTape opened = openTape(line);
    if (!opened.tape) return opened.status;
    Replay replay(opened.tape, line.all ? Replay::Learning::InBackground : Replay::Learning::ForOneStep);
    if (didNotStart(opened)) return 1;
    if (line.map && !replay.reading().memoryMap()) {
        complain("nothing is known of how " + std::string(replay.reading().language()) + " lays memory out");
        return 2;
    }
    std::string out;
    if (line.all) {
        NextBlocks next(opened.tape);
        for (uint64_t step = replay.firstStep(); step < replay.stepCount(); ++step) {
            if (!replay.seek(step)) break;
            out += stateAt(line, replay, next);
            if (out.size() > (1 << 16)) {
                if (!print(out)) return 3;
                out.clear();
            }
        }
    } else {
        std::optional<std::string> answer = answerAt(line, replay, opened.tape);
        if (!answer) return 2;
        out = *std::move(answer);
    }
    if (!print(out)) return 3;
    if (!opened.note.empty()) complain(opened.note);
    return opened.status;
}

}
