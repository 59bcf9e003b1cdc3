// SPDX-License-Identifier: GPL-3.0-or-later
// memtape_worker_bench PROGRAM.py [ROUNDS]: what it costs to record in a worker (WorkerSession) instead of in this process (Session), in turn; medians of
// the time from start() to finished(), and of the processors' time, which others on the machine disturb less. A developer's tool, not a test.

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <thread>
#include <vector>

#include "core/languages/languages.h"
#include "core/session/session.h"
#include "core/worker/worker_session.h"
#include "core/worker/worker_verb.h"

using namespace memtape;

namespace {

double processorSeconds() {
    double all = 0;
    for (int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage;
        getrusage(who, &usage);
        all += static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }
    return all;
}

struct Times {
    std::vector<double> elapsed, processors; // milliseconds
    uint64_t steps = 0;

    void record(Runner& runner, const RunOptions& options) {
        std::promise<RunResult> ended;
        const double before = processorSeconds();
        const auto began = std::chrono::steady_clock::now();
        runner.start(options, [&ended](const RunResult& result) { ended.set_value(result); });
        steps = ended.get_future().get().steps;
        elapsed.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
        std::this_thread::sleep_for(std::chrono::milliseconds(100)); // a worker counts among the children once it has ended, shortly after it says so
        processors.push_back((processorSeconds() - before) * 1000);
    }
};

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

}

int main(int argc, char** argv) {
    registerLanguages();
    if (auto status = runIfWorker(argc, argv)) return *status;
    if (argc < 2) {
        std::fputs("usage: memtape_worker_bench PROGRAM.py [ROUNDS]\n", stderr);
        return 2;
    }
    RunOptions options;
    options.file = argv[1];
    options.readers = RunOptions::Readers::Meanwhile;
    const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 15;
    Times here, worker;
    Session session;
    WorkerSession workers;
    for (int round = 0; round < rounds; ++round) {
        here.record(session, options);
        workers.keepReady();
        std::this_thread::sleep_for(std::chrono::milliseconds(300)); // as in the window: it is there when somebody records
        worker.record(workers, options);
    }
    std::printf(
        "%llu steps, %d rounds, medians in ms: elapsed %.1f here, %.1f in a worker (%+.1f, %+.1f %%); processors %.1f here, %.1f in a worker\n",
        static_cast<unsigned long long>(worker.steps), rounds, median(here.elapsed), median(worker.elapsed),
        median(worker.elapsed) - median(here.elapsed), (median(worker.elapsed) / median(here.elapsed) - 1) * 100, median(here.processors),
        median(worker.processors));
    return here.steps == worker.steps ? 0 : 1;
}
