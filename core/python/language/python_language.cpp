// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/language/python_language.h"

#include "core/events/recorder.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/program/program.h"

namespace memtape {

namespace {

class PythonLanguage final : public Language {
public:
    std::string_view tag() const override { return "python"; }
    std::string_view name() const override { return "Python"; }
    std::vector<std::string_view> fileEndings() const override { return {".py"}; }
    size_t stackBytes() const override { return nativeStackBytes(); }

    RunOutcome run(const RunRequest& run, Recorder* pen) override {
        setHashSeed(run.hashSeed);
        ProgramOptions options;
        options.file = run.file;
        options.shownFile = run.shownFile;
        options.source = run.source;
        options.arguments = run.arguments;
        options.maxHeap = run.maxHeap;
        options.maxSteps = run.maxSteps;
        options.record = pen;
        options.stopAsked = run.stopAsked;
        recorder = pen;
        ProgramOutcome ended = runProgram(options);
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
