// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/language/python_language.h"

#include <algorithm>

#include "core/events/recorder.h"
#include "core/host/files.h"
#include "core/host/host.h"
#include "core/python/language/line_parts.h"
#include "core/python/library/library_archive.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/loop/instruction_notes.h"
#include "core/python/vm/program/program.h"
#include "core/replay/memory_state.h"
#include "core/session/part_watch.h"

namespace memtape {

namespace {

std::string virtualEnvironment(const std::string& programFolder) { return programFolder + "/.venv/lib"; }

// The packages of a virtual environment beside the program are there without being asked for.
void addVirtualEnvironment() {
    std::string folder = virtualEnvironment(host.programFolder);
    std::vector<std::string> names;
    host.allowRead.push_back(folder); // it is hidden
    const bool isThere = hostListFolder(folder, names) == 0;
    host.allowRead.pop_back();
    if (!isThere) return;
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
        std::string packages = folder + "/" + name + "/site-packages";
        host.allowRead.push_back(packages);
        if (name.starts_with("python3") && hostFileKind(packages) == FileKind::Folder) host.libraryPaths.push_back(packages);
        host.allowRead.pop_back();
    }
}

// What sys.argv holds: of the dicts that the interpreter itself holds, one has it.
std::vector<std::string> wordsOfArgv(const MemoryState& state) {
    constexpr uint32_t dictsOfInterpreter = 3; // builtins, sys.modules, sys
    for (uint32_t place = 0; place < dictsOfInterpreter; ++place) {
        const ObjectId dict = state.heldByInterpreter(place);
        bool isArgv = false;
        for (const CellView& cell : dict ? state.cells(dict) : std::vector<CellView>()) {
            if (cell.kind == CellKind::Key) isArgv = cell.value && state.object(cell.value).payload == "argv";
            if (cell.kind != CellKind::Value || !isArgv || !cell.value) continue;
            std::vector<std::string> words;
            for (const CellView& word : state.cells(cell.value))
                if (word.kind == CellKind::Item && word.value) words.emplace_back(state.object(word.value).payload);
            return words;
        }
    }
    return {};
}

class PythonLanguage final : public Language {
public:
    std::string_view tag() const override { return "python"; }
    std::string_view name() const override { return "Python"; }
    std::vector<std::string_view> fileEndings() const override { return {".py"}; }
    std::string problem() const override { return libraryProblem(); }
    std::vector<std::string> foldersRead(const std::string& programFolder) const override { return {virtualEnvironment(programFolder)}; }
    size_t stackBytes() const override { return nativeStackBytes(); }
    bool canWatchParts() const override { return true; }
    std::vector<std::string> wordsOfCall(const MemoryState& state) const override { return wordsOfArgv(state); }

    RunOutcome run(const RunRequest& run, Recorder* pen) override {
        setHashSeed(run.hashSeed);
        addVirtualEnvironment();
        for (const std::string& folder : host.libraryPaths) host.allowRead.push_back(folder);
        ProgramOptions options;
        options.file = run.file;
        options.shownFile = run.shownFile;
        options.source = run.source;
        options.arguments = run.arguments;
        options.maxHeap = run.maxHeap;
        options.maxSteps = run.maxSteps;
        options.stepIntoLibrary = run.stepIntoLibrary;
        options.record = pen;
        options.stopAsked = run.stopAsked;
        recorder = pen;
        InstructionNotes notes;
        if (run.watch && pen) {
            notes.steps = run.watch->steps;
            options.maxSteps = beginNotes(notes, run.maxSteps);
        }
        ProgramOutcome ended = runProgram(options);
        if (run.watch && pen) {
            endNotes();
            run.watch->parts = linePartsOf(notes);
            run.watch->isCut = notes.isCut;
        }
        recorder = nullptr;
        RunOutcome outcome;
        outcome.exitStatus = ended.exitStatus;
        outcome.end = ended.end;
        outcome.why = ended.why;
        outcome.problem = ended.problem;
        outcome.steps = ended.steps;
        outcome.collections = ended.collections;
        outcome.peakHeapBytes = ended.peakHeapBytes;
        outcome.peakStackBytes = ended.peakStackBytes;
        return outcome;
    }

    void stop() override { askToStop(); }
    bool interrupt() override { return askToInterrupt(); }
    void publishSoon() override { askToPublish(); }
};

}

Language& pythonLanguage() {
    static PythonLanguage language;
    return language;
}

}
