// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>

#include "core/session/recording_file.h"
#include "core/session/session.h"
#include "core/tape/tape_file.h"
#include "ui/state/program_runner.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

class SessionRunner final : public ProgramRunner {
public:
    ~SessionRunner() override { m_session.stop(); }

    void start(ProgramStart start) override {
        m_loaded.reset();
        RunOptions options;
        options.file = start.file;
        options.workingFolder = QFileInfo(QString::fromStdString(start.file)).absolutePath().toStdString(); // wherever the window was started
        options.language = start.language;
        options.source = start.source;
        options.maxSteps = start.maxSteps;
        options.libraryPaths = start.packageFolders;
        options.readLine = start.readLine;
        options.readers = RunOptions::Readers::Meanwhile;
        options.virtualTime = true; // nobody waits for a sleep that can be seen in no time
        m_session.start(options, [finished = start.finished](const RunResult& result) {
            ProgramEnd end;
            end.reason = result.end;
            end.exitStatus = result.exitStatus;
            end.message = result.message;
            end.problem = result.problem;
            end.steps = result.steps;
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
    Session m_session;
    std::shared_ptr<const Tape> m_loaded; // opened from a file, not recorded here
};

}

std::unique_ptr<ProgramRunner> makeSessionRunner() { return std::make_unique<SessionRunner>(); }

}
