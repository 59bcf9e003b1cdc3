// SPDX-License-Identifier: GPL-3.0-or-later
//
// memtape_fuzz PROGRAMS SEED COUNT: changes the texts of test programs at random, and tapes of theirs, and sees that whatever comes of it is compiled
// and recorded, refused or stopped: no crash, no hang. The text or seed at hand is in fuzz_case.* in the working folder, so a crash leaves it there.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/languages/languages.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "tests/support/program_changes.h"
#include "tests/support/tape_changes.h"

using namespace memtape;
namespace fs = std::filesystem;

namespace {

// Stops a run that takes long; one that does not even stop is a hang.
class Watchdog {
public:
    explicit Watchdog(Session& session)
        : m_thread([this, &session] {
              std::unique_lock lock(m_mutex);
              if (m_changed.wait_for(lock, std::chrono::seconds(10), [this] { return m_over; })) return;
              session.stop();
              if (m_changed.wait_for(lock, std::chrono::seconds(110), [this] { return m_over; })) return;
              std::fputs("memtape_fuzz: the run does not stop\n", stderr);
              std::_Exit(3);
          }) {}
    ~Watchdog() {
        {
            std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_over = false;
    std::thread m_thread;
};

std::shared_ptr<const Tape> recorded(const std::string& folder, const std::string& text) {
    RunOptions options;
    options.file = folder + "/fuzz_case.py";
    options.source = text;
    options.maxHeap = 64u << 20;
    options.maxSteps = 3000;
    Session session;
    Watchdog watchdog(session);
    session.run(options);
    return session.tape();
}

void look(std::shared_ptr<const Tape> tape, Random& random) {
    Replay replay(std::move(tape));
    uint64_t steps = replay.stepCount();
    for (uint64_t step : {uint64_t{0}, steps ? steps - 1 : 0, uint64_t{below(random, steps + 1)}}) {
        if (!replay.seek(step)) continue;
        StateOptions options;
        options.everything = random() % 2;
        stateJson(replay, step, options, StateOutput::All);
    }
}

void keep(const std::string& name, const std::string& bytes) { std::ofstream(name, std::ios::binary) << bytes; }

}

int main(int argc, char** argv) {
    memtape::registerLanguages();
    if (argc != 4) {
        std::fputs("memtape_fuzz PROGRAMS SEED COUNT\n", stderr);
        return 2;
    }
    std::vector<std::string> programs;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(argv[1]))
        if (entry.path().extension() == ".py") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        programs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        if (programs.back().empty() || programs.back().size() > 8000) programs.pop_back();
    }
    unsigned long seed = std::strtoul(argv[2], nullptr, 10), count = std::strtoul(argv[3], nullptr, 10);
    size_t started = 0;
    for (unsigned long i = 0; i < count; ++i) {
        Random random(static_cast<unsigned>(seed + i));
        const std::string& program = oneOf(random, programs);
        std::string text = i % 8 == 0 ? noise(random) : i % 8 < 3 ? changedWildly(random, program, programs) : rearranged(random, program);
        keep("fuzz_case.py", text);
        keep("fuzz_case.seed", std::to_string(seed + i));
        std::shared_ptr<const Tape> tape = recorded(argv[1], text);
        if (!tape) continue;
        started += tape->stepCount() > 0;
        look(tape, random);
        if (i % 4 == 0) {
            std::string bytes = writeTape(*tape);
            bytes.resize(below(random, bytes.size() + 1));
            for (size_t n = below(random, 6); n > 0 && !bytes.empty(); --n) bytes[below(random, bytes.size())] = static_cast<char>(random());
            keep("fuzz_case.tape", bytes);
            if (LoadedTape loaded = readTape(bytes); loaded.tape) look(loaded.tape, random);
            look(damaged(*tape, random), random);
        }
    }
    std::printf("%lu cases from seed %lu, of which %zu are programs\n", count, seed, started);
    return started > count / 10 ? 0 : 1; // else the changes are too wild to test anything
}
