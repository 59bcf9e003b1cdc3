// SPDX-License-Identifier: GPL-3.0-or-later
// memtape_faults PROGRAM.py [--fill] [--fail TIMES] [--at N]: the program in a hostile heap, each run in a process of its own.
//
// --fill: a block that is given back is filled with what is no pointer, so that who still uses it ends by a signal instead of by luck.
// --fail TIMES: as many allocations, spread over the run, are made to fail, each once alone and once with all that come after it, as where the heap is
// full. The run may end as it likes, but by itself: no signal, no hang, and with a tape that opens. --at N: that allocation alone.

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <unordered_map>

#include "core/languages/languages.h"
#include "core/python/heap/heap.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"
#include "tests/support/program_folder.h"

using namespace memtape;

namespace {

class HostileHeap final : public HeapWatcher {
public:
    bool fill = false;
    uint64_t failing = 0;   // the first that fails, from 1; 0: none
    bool failingOn = false; // those after it, too
    uint64_t allocations = 0;

    bool allows(size_t) override {
        fillReleased();
        if (heap.limit() == UINT64_MAX) return true; // the interpreter's own, for which there is no limit (runtime.cpp)
        ++allocations;
        return !failing || allocations < failing || (allocations > failing && !failingOn);
    }
    void allocated(void* block, size_t bytes) override {
        if (block == m_released) m_released = nullptr; // it has been resized where it is
        fillReleased();
        if (fill && bytes <= Heap::largestSmall) m_sizes[block] = bytes;
    }
    void released(void* block) override {
        fillReleased();
        auto found = m_sizes.find(block);
        if (found == m_sizes.end()) return;
        m_released = block;
        m_releasedSize = found->second;
        m_sizes.erase(found);
    }

private:
    void fillReleased() {
        constexpr size_t kept = 16; // are the heap's, also where a large block has been cut down
        if (m_released && m_releasedSize > kept) std::memset(static_cast<char*>(m_released) + kept, 0xDB, m_releasedSize - kept);
        m_released = nullptr;
    }
    void* m_released = nullptr; // the last; filled when the heap is used again
    size_t m_releasedSize = 0;
    std::unordered_map<void*, size_t> m_sizes; // of small blocks: of large ones nothing is sure to be there any more
};

// Runs the program to its end. False: its tape does not open.
bool runOnce(const std::string& file, bool record) {
    std::ifstream input(file.substr(0, file.size() - 3) + ".in");
    Session session;
    RunOptions options;
    options.file = file;
    options.record = record;
    options.maxSteps = 1'000'000;
    options.readLine = [&input]() -> std::optional<std::string> {
        std::string line;
        if (!std::getline(input, line)) return std::nullopt;
        return input.eof() ? line : line + "\n";
    };
    session.run(options);
    return !record || readTape(writeTape(*session.tape())).tape;
}

unsigned complaints = 0;

// In a process of its own, for some minutes at most.
void attempt(const std::string& what, const std::function<bool()>& run) {
    std::fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        alarm(200);
        _exit(run() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    ++complaints;
    if (WIFSIGNALED(status)) std::printf("%s: %s\n", what.c_str(), WTERMSIG(status) == SIGALRM ? "does not end" : strsignal(WTERMSIG(status)));
    else std::printf("%s: its tape does not open\n", what.c_str());
}

uint64_t allocationsOf(const std::string& file) {
    int ends[2];
    if (pipe(ends) != 0) return 0;
    uint64_t count = 0;
    attempt("undisturbed", [&] {
        HostileHeap watcher;
        heap.watcherOfRuns = &watcher;
        bool good = runOnce(file, true);
        return write(ends[1], &watcher.allocations, sizeof watcher.allocations) == sizeof watcher.allocations && good;
    });
    close(ends[1]);
    if (read(ends[0], &count, sizeof count) != sizeof count) count = 0;
    close(ends[0]);
    return count;
}

void failAt(const std::string& file, uint64_t number) {
    for (bool failingOn : {false, true})
        attempt("allocation " + std::to_string(number) + (failingOn ? " and all after it" : ""), [&] {
            HostileHeap watcher;
            watcher.fill = true;
            watcher.failing = number;
            watcher.failingOn = failingOn;
            heap.watcherOfRuns = &watcher;
            return runOnce(file, true);
        });
}

}

int main(int argc, char** argv) {
    registerLanguages();
    std::string file;
    bool fill = false;
    uint64_t times = 0, at = 0;
    for (int i = 1; i < argc; i++) {
        std::string word = argv[i];
        if (word == "--fill") fill = true;
        else if (word == "--fail" && i + 1 < argc) times = std::strtoull(argv[++i], nullptr, 10);
        else if (word == "--at" && i + 1 < argc) at = std::strtoull(argv[++i], nullptr, 10);
        else file = word;
    }
    if (file.size() < 4) {
        std::fputs("usage: memtape_faults PROGRAM.py [--fill] [--fail TIMES] [--at N]\n", stderr);
        return 2;
    }
    if (!enterFolderOf(file)) return 2;
    if (fill)
        for (bool record : {false, true})
            attempt(record ? "blocks filled, recorded" : "blocks filled", [&] {
                HostileHeap watcher;
                watcher.fill = true;
                heap.watcherOfRuns = &watcher;
                return runOnce(file, record);
            });
    if (at) failAt(file, at);
    if (times) {
        uint64_t count = allocationsOf(file);
        for (uint64_t i = 0; i < times && i < count; i++) failAt(file, 1 + i * count / std::min(times, count));
    }
    std::printf("%s: %u complaints\n", file.c_str(), complaints);
    return complaints ? 1 : 0;
}
