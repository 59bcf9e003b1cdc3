// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Follows one run in a worker from its start to its end, however that comes: on a thread of its own, which hears what the worker says.

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>

#include "core/session/part_watch.h"
#include "core/session/runner.h"
#include "core/worker/tape_wire.h"
#include "core/worker/worker_process.h"

namespace memtape {

class RunFollower {
public:
    using Finished = std::function<void(const RunResult&)>;
    using Watched = std::function<void(PartWatch)>;
    // The worker has been told to start the run. `watched`: gets what a watched run tells of its lines, before `finished`.
    RunFollower(std::unique_ptr<WorkerProcess> worker, const RunOptions& options, std::shared_ptr<Tape> tape, Finished finished,
                Watched watched = nullptr);
    ~RunFollower(); // ends the worker where it still runs, and tells nobody

    void stop(int patience); // milliseconds
    void interrupt() { m_channel->sendAtOnce(WorkerMessage::Interrupt); }
    bool isRunning() const { return m_isRunning; }

private:
    using Clock = std::chrono::steady_clock;
    enum class Heard : uint8_t { More, Result, Broken };

    void follow();
    bool isPatienceOver() const;
    int untilPatienceIsOver() const; // milliseconds; −1: nobody waits
    Heard hear(const Channel::Message& message);
    bool askForLine();
    bool takeWhatWasSent();
    void tellStopped();
    void tellCrashed(const Crash& crash);

    std::unique_ptr<WorkerProcess> m_worker;
    std::shared_ptr<Channel> m_channel;
    RunOptions m_options;
    std::shared_ptr<Tape> m_tape;
    Finished m_finished;
    TapeReceiver m_receiver;
    RunResult m_result;
    Watched m_watched;
    bool m_saidHello = false;
    std::atomic<bool> m_isRunning{true}, m_isLeft{false};
    std::atomic<int64_t> m_killAt{INT64_MAX}; // of the clock, in nanoseconds
    std::atomic<bool> m_lineIsAsked{false};
    std::thread m_asking; // waits for a line of the input
    std::thread m_thread; // last: it uses what is above
};

}
