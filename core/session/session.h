// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a program in this process, as the command line does: source text in; a growing tape, diagnostics, progress out; stop and
// input in. A recording runs on a thread of its own; the tape may be read while it grows.

#include <functional>
#include <memory>

#include "core/session/runner.h"

namespace memtape {

class EventSink;
struct PartWatch;

class Session final : public Runner {
public:
    Session();
    ~Session() override;
    // Runs or records on the calling thread's behalf and waits (the program itself runs on a thread of its own).
    RunResult run(const RunOptions& options);
    // The next run fills `watch`, which must stay until then; and `sink`, where there is one, gets its events in place of a tape. See rerun.h.
    void watchNext(PartWatch& watch, EventSink* sink = nullptr);
    void start(const RunOptions& options, std::function<void(const RunResult&)> finished) override; // `finished`: on the program's thread
    void stop() override;
    // For a program that does not answer to stop(), within some long native operation: ends its recording without it. Its thread is held where it is, so the
    // process has to end, by _exit, when the tape is saved.
    void abandon();
    // Tells the program that runs in this process, if one does, that the user wants it to end (Python: KeyboardInterrupt). May be called by a
    // signal handler. False: the interrupt before was not noticed yet.
    static bool interrupt();
    bool isRunning() const override;
    uint64_t stepsSoFar() const override;
    std::shared_ptr<const Tape> tape() const override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}
