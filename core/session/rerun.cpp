// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/rerun.h"

#include <algorithm>
#include <optional>

#include "core/events/decoder.h"
#include "core/replay/moments/moments.h"
#include "core/replay/replay.h"
#include "core/session/language.h"
#include "core/session/tape_comparison.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr uint64_t mostStepsBack = 100'000, mostStepsOn = 2'000; // looked through for the line's beginning and end
constexpr size_t mostWatched = 2'000;                            // of the steps within one line

// The lines that the program read, in order, each with its '\n'.
std::vector<std::string> inputOf(const Tape& tape, uint64_t steps) {
    std::vector<std::string> lines;
    for (size_t index = 0; index < tape.chunkCount() && tape.chunkInfo(index).firstStep <= steps; ++index) {
        std::shared_ptr<const EncodedChunk> chunk = tape.chunk(index);
        if (!chunk) break;
        Decoder decoder(chunk);
        Event event;
        while (decoder.next(event))
            if (event.kind == EventKind::Input) lines.emplace_back(event.bytes);
    }
    return lines;
}

std::string lastPart(const std::string& path) {
    const size_t slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

// Where a program was started that was called by that name; empty: it does not tell.
std::string folderOfCall(const std::string& path, const std::string& name) {
    if (name.empty() || name[0] == '/' || !path.ends_with('/' + name)) return {};
    return path.substr(0, path.size() - name.size());
}

const FileInfo* programOf(const Tape& tape) {
    for (uint32_t id = 1; const FileInfo* file = tape.definitions().file(id); ++id)
        if (file->ofProgram) return file;
    return nullptr;
}

}

std::vector<uint64_t> stepsOfLine(const StepSummaries& summaries, uint64_t count, uint64_t step) {
    const uint64_t from = step > mostStepsBack ? step - mostStepsBack : 0, to = std::min(count, step + mostStepsOn);
    std::vector<StepSummary> steps = summaries(from, to);
    if (step - from >= steps.size()) return {step};
    const auto at = [&](uint64_t s) -> const StepSummary& { return steps[s - from]; };
    // The frame that goes on behind the step: after a return, the caller's, unless that returns at once.
    const bool isEnding = at(step).kind == StepKind::Return;
    const uint32_t depth = isEnding ? at(step).depth - 1 : at(step).depth;
    if (depth == 0) return {step}; // behind it the program is over
    std::vector<uint64_t> watched;
    // A step belongs to the line where the frame runs behind it: its own steps, and those with which what it called is left.
    const auto belongs = [&](const StepSummary& s) {
        return s.depth == depth || (s.depth == depth + 1 && s.kind != StepKind::Line && s.kind != StepKind::Call);
    };
    for (uint64_t s = step + 1; s-- > from && watched.size() < mostWatched;) {
        const StepSummary& one = at(s);
        if (one.depth < depth) break;
        if (belongs(one)) watched.push_back(s);
        if (one.depth == depth && (one.kind == StepKind::Line || one.kind == StepKind::Call)) break;
    }
    std::reverse(watched.begin(), watched.end());
    for (uint64_t s = step + 1; s < from + steps.size() && watched.size() < 2 * mostWatched; ++s) {
        const StepSummary& one = at(s);
        if (one.depth < depth || (one.depth == depth && one.kind == StepKind::Line)) break;
        if (belongs(one)) watched.push_back(s);
    }
    if (!std::binary_search(watched.begin(), watched.end(), step)) watched.insert(std::lower_bound(watched.begin(), watched.end(), step), step);
    return watched;
}

std::vector<uint64_t> stepsOfLine(Replay& replay, uint64_t step) {
    return stepsOfLine([&replay](uint64_t from, uint64_t to) { return replay.summary(from, to); }, replay.stepCount(), step);
}

RerunPlan planOfRerun(const std::shared_ptr<const Tape>& tape, const RunOptions& given, const std::vector<uint64_t>& steps) {
    RerunPlan plan{given, {}, 0};
    RunOptions& options = plan.options;
    options.language = tape->language();
    if (const FileInfo* program = programOf(*tape)) {
        options.file = program->path;
        options.source = program->source;
    }
    options.arguments.clear();
    Moments moments(tape);
    const Language* language = languageOfTag(tape->language());
    if (std::vector<std::string> words; language && moments.goTo(0, 0) && !(words = language->wordsOfCall(moments.state())).empty()) {
        plan.watch.shownFile = words.front();
        options.arguments.assign(words.begin() + 1, words.end());
        if (options.workingFolder.empty()) options.workingFolder = folderOfCall(options.file, words.front());
    }
    options.allowRead.insert(options.allowRead.end(), given.allowWrite.begin(), given.allowWrite.end());
    options.allowWrite.clear(); // what it writes is in memory, and gone afterwards
    options.virtualTime = true; // it waits for nobody
    options.record = true;
    options.readers = RunOptions::Readers::AtTheEnd;
    options.output = nullptr;
    options.tape = nullptr;
    const uint64_t last = steps.empty() ? 0 : steps.back();
    options.maxSteps = last + 3; // what ends with the last one is seen at the next one, and the step behind that ends the run
    plan.steps = last + 2;
    options.readLine = [input = inputOf(*tape, last + 1), next = size_t{0}]() mutable {
        return next < input.size() ? std::optional(input[next++]) : std::nullopt;
    };
    plan.watch.steps = steps;
    return plan;
}

std::string problemOfRerun(const Tape& tape) {
    const Language* language = languageOfTag(tape.language());
    if (!language || !language->canWatchParts())
        return "nothing is known of what happens inside a line of " + std::string(language ? language->name() : tape.language());
    if (const uint64_t first = tape.firstStep())
        return "the run cannot be repeated: its recording begins at step " + std::to_string(first) + ", and is held to the run from step 0 on";
    if (!programOf(tape)) return "the run cannot be repeated: the recording does not have the program's text";
    return {};
}

LineParts partsOfRerun(const RunResult& result, const TapeComparison& comparison, PartWatch watch) {
    LineParts found;
    if (result.end == EndReason::CannotRead || result.end == EndReason::Stopped || result.end == EndReason::Crashed) {
        found.problem = result.message;
    } else if (comparison.partedAt()) {
        found.partedAt = comparison.partedAt();
        std::string changed;
        const std::vector<std::string> paths = comparison.changedFiles();
        for (const std::string& path : paths) {
            found.changedFiles.push_back(lastPart(path));
            changed += (changed.empty() ? "" : ", ") + lastPart(path);
        }
        found.problem = "the run cannot be repeated: ";
        if (!changed.empty()) found.problem += changed + (paths.size() == 1 ? " has changed" : " have changed");
        else
            found.problem += "from step " + std::to_string(*comparison.partedAt()) +
                             " on it goes another way than it was recorded; a file that it reads has changed, or it asks for the time or for chance";
    } else {
        found.parts = std::move(watch.parts);
        found.isCut = watch.isCut;
    }
    return found;
}

LineParts runAgain(Session& session, const std::shared_ptr<const Tape>& tape, const RunOptions& given, const std::vector<uint64_t>& steps) {
    LineParts found;
    found.problem = problemOfRerun(*tape);
    if (!found.problem.empty()) return found;
    RerunPlan plan = planOfRerun(tape, given, steps);
    TapeComparison comparison(tape, plan.steps);
    session.watchNext(plan.watch, &comparison);
    const RunResult result = session.run(plan.options);
    return partsOfRerun(result, comparison, std::move(plan.watch));
}

}
