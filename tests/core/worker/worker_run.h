// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A program recorded in a worker of this executable, and what processes this one has.

#include <dirent.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "core/worker/worker_session.h"
#include "tests/support/catch.h"

namespace memtape::test {

inline RunOptions programText(const std::string& text) {
    RunOptions options;
    options.file = "/p.py";
    options.source = text;
    options.readers = RunOptions::Readers::Meanwhile;
    return options;
}

struct WorkerRun {
    WorkerSession session;
    std::mutex mutex;
    std::condition_variable over;
    std::optional<RunResult> result;

    void start(const RunOptions& options) {
        result.reset();
        session.start(options, [this](const RunResult& r) {
            std::lock_guard lock(mutex);
            result = r;
            over.notify_all();
        });
    }
    const RunResult& wait() {
        std::unique_lock lock(mutex);
        REQUIRE(over.wait_for(lock, std::chrono::seconds(60), [this] { return result.has_value(); }));
        return *result;
    }
    const RunResult& run(const RunOptions& options) {
        start(options);
        return wait();
    }
    // Until so many steps have come.
    void waitForSteps(uint64_t steps) {
        for (int i = 0; i < 60000 && session.stepsSoFar() < steps; i++) usleep(1000);
        REQUIRE(session.stepsSoFar() >= steps);
    }
};

// The processes that this one has started, those aside that have ended.
inline std::vector<pid_t> children() {
    std::vector<pid_t> found;
    DIR* all = opendir("/proc");
    REQUIRE(all);
    while (const dirent* entry = readdir(all)) {
        std::ifstream file(std::string("/proc/") + entry->d_name + "/stat");
        std::string text;
        if (!std::getline(file, text)) continue;
        size_t name = text.rfind(')');
        char state = 0;
        int parent = 0;
        if (name != std::string::npos && std::sscanf(text.c_str() + name + 1, " %c %d", &state, &parent) == 2 && parent == getpid() && state != 'Z')
            found.push_back(std::atoi(entry->d_name));
    }
    closedir(all);
    return found;
}

inline bool noneIsLeft() {
    for (int i = 0; i < 5000 && !children().empty(); i++) usleep(1000);
    return children().empty();
}

}
