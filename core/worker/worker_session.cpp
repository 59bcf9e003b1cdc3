// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker_session.h"

#include <cerrno>
#include <cstring>
#include <thread>

#include "core/base/check.h"
#include "core/session/language.h"
#include "core/tape/tape.h"
#include "core/worker/run_follower.h"
#include "core/worker/run_wire.h"
#include "core/worker/worker_process.h"

namespace memtape {

WorkerSession::WorkerSession() = default;
WorkerSession::~WorkerSession() = default;

void WorkerSession::keepReady() {
    if (!m_ready) m_ready = WorkerProcess::start();
}

void WorkerSession::start(const RunOptions& options, std::function<void(const RunResult&)> finished) {
    m_follower.reset();
    Language* language = languageOf(options);
    MEMTAPE_CHECK(language && options.record);
    m_tape = std::make_shared<Tape>(std::string(language->tag()), options.maxTape.value_or(Tape::defaultLimit));
    const std::string bytes = runOptionsBytes(options);
    auto tell = [&bytes](const std::unique_ptr<WorkerProcess>& worker) { return worker && worker->channel()->send(WorkerMessage::Start, {bytes}); };
    std::unique_ptr<WorkerProcess> worker = std::move(m_ready);
    if (!tell(worker)) { // none was ready, or it is no more
        worker = WorkerProcess::start();
        if (!tell(worker)) return refuse(std::move(finished));
    }
    m_follower = std::make_unique<RunFollower>(std::move(worker), options, m_tape, std::move(finished));
}

void WorkerSession::refuse(std::function<void(const RunResult&)> finished) {
    RunResult result;
    result.end = EndReason::CannotRead;
    result.exitStatus = 2;
    result.message = std::string("no process could be started for the program: ") + std::strerror(errno);
    m_tape->finish();
    if (finished) finished(result);
}

void WorkerSession::stop() {
    if (m_follower) m_follower->stop(patience);
}

void WorkerSession::interrupt() {
    if (m_follower) m_follower->interrupt();
}

bool WorkerSession::isRunning() const { return m_follower && m_follower->isRunning(); }
uint64_t WorkerSession::stepsSoFar() const { return m_tape ? m_tape->stepCount() : 0; }
std::shared_ptr<const Tape> WorkerSession::tape() const { return m_tape; }

}
