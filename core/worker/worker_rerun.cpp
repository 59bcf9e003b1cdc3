// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker_rerun.h"

#include <cerrno>
#include <cstring>

#include "core/session/tape_comparison.h"
#include "core/tape/tape.h"
#include "core/worker/part_wire.h"
#include "core/worker/run_follower.h"
#include "core/worker/run_wire.h"
#include "core/worker/worker_process.h"

namespace memtape {

WorkerRerun::WorkerRerun() = default;
WorkerRerun::~WorkerRerun() = default;

void WorkerRerun::start(const std::shared_ptr<const Tape>& tape, const RunOptions& given, const std::vector<uint64_t>& steps,
                        std::function<void(const LineParts&)> finished) {
    m_follower.reset();
    const auto refuse = [&](std::string problem) {
        LineParts none;
        none.problem = std::move(problem);
        finished(none);
    };
    if (std::string problem = problemOfRerun(*tape); !problem.empty()) return refuse(std::move(problem));
    const RerunPlan plan = planOfRerun(tape, given, steps);
    const RunOptions& options = plan.options;
    m_again = std::make_shared<Tape>(tape->language(), options.maxTape.value_or(Tape::defaultLimit));
    std::unique_ptr<WorkerProcess> worker = WorkerProcess::start();
    const bool isTold = worker && worker->channel()->send(WorkerMessage::Watch, {watchBytes(plan.watch)}) &&
                        worker->channel()->send(WorkerMessage::Start, {runOptionsBytes(options)});
    if (!isTold) return refuse(std::string("no process could be started for the program: ") + std::strerror(errno));
    auto watch = std::make_shared<PartWatch>();
    auto judge = [tape, watch, again = m_again, steps = plan.steps, finished = std::move(finished)](const RunResult& result) {
        TapeComparison comparison(tape, steps);
        comparison.compareRecorded(*again);
        finished(partsOfRerun(result, comparison, std::move(*watch)));
    };
    m_follower =
        std::make_unique<RunFollower>(std::move(worker), options, m_again, std::move(judge), [watch](PartWatch parts) { *watch = std::move(parts); });
}

bool WorkerRerun::isRunning() const { return m_follower && m_follower->isRunning(); }

uint64_t WorkerRerun::stepsSoFar() const { return m_again ? m_again->stepCount() : 0; }

}
