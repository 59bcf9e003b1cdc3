// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs programs in a process of their own, each in a new one, so that whatever becomes of a program, this process goes on with what was published of its recording.
// Always records. Used from one thread, which lives as long as this object; its functions return at once.

#include <functional>
#include <memory>

#include "core/session/runner.h"

namespace memtape {

class RunFollower;
class WorkerProcess;

class WorkerSession final : public Runner {
public:
    // How long after stop() a program may take to end by itself, in milliseconds; then its process is ended.
    static constexpr int patience = 80;

    WorkerSession();
    ~WorkerSession() override; // ends what runs, without finished() being called
    // Has a process ready for the next run, so that it starts sooner.
    void keepReady();
    void start(const RunOptions& options, std::function<void(const RunResult&)> finished) override;
    void stop() override;
    void interrupt(); // tells the program that its user wants it to end
    bool isRunning() const override;
    uint64_t stepsSoFar() const override;
    std::shared_ptr<const Tape> tape() const override;

private:
    void refuse(std::function<void(const RunResult&)> finished);

    std::unique_ptr<WorkerProcess> m_ready;
    std::shared_ptr<Tape> m_tape;
    std::unique_ptr<RunFollower> m_follower; // of the run that was started last
};

}
