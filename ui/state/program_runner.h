// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What makes a Run of a program's text, in a process of its own (core/worker). `start` returns at once; the callbacks come on another thread.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/events/end_reason.h"
#include "core/session/runner.h"
#include "ui/state/limits.h"

namespace memtape {

class Run;

struct ProgramFile {
    std::string path, content;
};

struct ProgramEnd {
    EndReason reason = EndReason::Exit;
    int exitStatus = 0;
    std::string message;
    std::optional<SyntaxProblem> problem;
    uint64_t steps = 0;
    std::vector<ProgramFile> files;        // that it wrote, which are in memory only
    std::optional<Crash> crash;            // of the process in which it ran
    std::optional<Limit> limit;            // that ended it
    std::optional<uint64_t> scratchFullAt; // the step at which there was first no more room for its files
};

struct ProgramStart {
    std::string file, source;
    std::string language; // its tag
    std::vector<std::string> packageFolders;
    Limits limits;
    std::function<std::optional<std::string>()> readLine; // may wait for the user
    std::function<void(const ProgramEnd&)> finished;
};

class ProgramRunner {
public:
    virtual ~ProgramRunner() = default;
    virtual void keepReady() = 0; // makes the next start quicker
    virtual void start(ProgramStart start) = 0;
    virtual void stop() = 0;
    virtual bool isRunning() const = 0;
    virtual uint64_t stepsSoFar() const = 0;
    virtual std::unique_ptr<Run> openRun() const = 0; // null: nothing recorded yet
    // A saved recording; null and a sentence where it cannot be read.
    virtual std::unique_ptr<Run> openFile(const std::string& path, std::string* error) = 0;
    virtual bool saveTo(const std::string& path, std::string* error) const = 0;
};

std::unique_ptr<ProgramRunner> makeSessionRunner();

}
