// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>

#include "core/session/recording_file.h"
#include "core/tape/tape_file.h"
#include "core/worker/worker_session.h"
#include "ui/state/program_runner.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

std::optional<Limit> limitOf(const RunResult& result) {
    switch (result.end) {
    case EndReason::StepLimit: return Limit::Steps;
    case EndReason::HeapLimit: return Limit::Heap;
    case EndReason::TapeFull: return Limit::Tape;
    case EndReason::OutputLimit: return Limit::Output;
    default: return std::nullopt;
    }
}

class SessionRunner final : public ProgramRunner {
public:
    void keepReady() override { m_session.keepReady(); }

    void start(ProgramStart start) override {
        m_loaded.reset();
        RunOptions options;
        options.file = start.file;
        options.workingFolder = QFileInfo(QString::fromStdString(start.file)).absolutePath().toStdString(); // wherever the window was started
        options.language = start.language;
        options.source = start.source;
        options.maxSteps = start.limits[Limit::Steps];
        options.maxHeap = start.limits[Limit::Heap];
        options.maxTape = start.limits[Limit::Tape];
        options.maxScratch = start.limits[Limit::Scratch];
        options.maxOutput = start.limits[Limit::Output];
        options.libraryPaths = start.packageFolders;
        options.readLine = start.readLine;
        options.virtualTime = true; // nobody waits for a sleep that can be seen in no time
        m_session.start(options, [finished = start.finished](const RunResult& result) {
            ProgramEnd end;
            end.reason = result.end;
            end.exitStatus = result.exitStatus;
            end.message = result.message;
            end.problem = result.problem;
            end.steps = result.steps;
            end.crash = result.crash;
            end.limit = limitOf(result);
            end.scratchFullAt = result.scratchFullAt;
            for (const ScratchFile& file : result.scratchFiles) end.files.push_back({file.path, file.content});
            finished(end);
        });
    }
    void stop() override { m_session.stop(); }
    bool isRunning() const override { return m_session.isRunning(); }
    uint64_t stepsSoFar() const override { return m_session.stepsSoFar(); }
    std::unique_ptr<Run> openRun() const override {
        auto tape = m_session.tape();
        return tape ? memtape::openRun(std::move(tape)) : nullptr;
    }
    std::unique_ptr<Run> openFile(const std::string& path, std::string* error) override {
        LoadedTape loaded = openRecording(path);
        if (!loaded.tape) {
            *error = loaded.problem;
            return nullptr;
        }
        *error = loaded.note;
        m_loaded = loaded.tape;
        return memtape::openRun(loaded.tape);
    }
    bool saveTo(const std::string& path, std::string* error) const override {
        std::shared_ptr<const Tape> tape = m_loaded ? m_loaded : m_session.tape();
        *error = tape ? saveTape(*tape, path) : "There is nothing to save.";
        return error->empty();
    }

private:
    WorkerSession m_session;
    std::shared_ptr<const Tape> m_loaded; // opened from a file, not recorded here
};

}

std::unique_ptr<ProgramRunner> makeSessionRunner() { return std::make_unique<SessionRunner>(); }

}
