// SPDX-License-Identifier: GPL-3.0-or-later
// Times replay over a tape: memtape_replay_bench TAPE [SEEKS]. Plays it from end to end, seeks to random steps, and steps back from random places;
// prints medians and the 99th of a hundred in milliseconds, bytes an event, and the memory of the process.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <thread>

#include "core/languages/languages.h"
#include "core/replay/replay.h"
#include "core/session/recording_file.h"
#include "core/tape/tape.h"

using namespace memtape;

namespace {

double milliseconds(const std::function<void()>& work) {
    auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void print(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%-28s median %8.3f ms   99 of 100 within %8.3f ms   longest %8.3f ms\n", what, times[times.size() / 2],
                times[times.size() * 99 / 100], times.back());
}

long residentKilobytes() {
    long pages = 0, ignored = 0;
    if (FILE* f = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(f, "%ld %ld", &ignored, &pages) != 2) pages = 0;
        std::fclose(f);
    }
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

}

int main(int argc, char** argv) {
    registerLanguages();
    if (argc < 2) {
        std::fprintf(stderr, "usage: memtape_replay_bench TAPE [SEEKS]\n");
        return 2;
    }
    size_t seeks = argc > 2 ? static_cast<size_t>(std::atol(argv[2])) : 300;
    LoadedTape loaded;
    double loading = milliseconds([&] { loaded = openRecording(argv[1]); });
    if (!loaded.tape) {
        std::fprintf(stderr, "%s\n", loaded.problem.c_str());
        return 3;
    }
    std::shared_ptr<const Tape> tape = loaded.tape;
    uint64_t steps = tape->stepCount(), events = tape->eventCount();
    std::printf("%llu steps, %llu events, %.2f bytes an event in memory; loaded in %.0f ms\n", static_cast<unsigned long long>(steps),
                static_cast<unsigned long long>(events), static_cast<double>(tape->storedBytes()) / static_cast<double>(events), loading);
    {
        Replay once(tape, Replay::Learning::WhenAsked);
        double playing = milliseconds([&] { once.seek(steps - 1); });
        std::printf("play from end to end: %.0f ms, %.1f million events a second\n", playing, static_cast<double>(events) / playing / 1000);
    }
    std::unique_ptr<Replay> replay;
    double first = milliseconds([&] {
        replay = std::make_unique<Replay>(tape);
        replay->seek(0);
    });
    double learning = milliseconds([&] {
        for (int tries = 0; tries < 10000 && replay->summary(steps - 1, steps).empty(); tries++)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    });
    std::printf("step 0 after %.1f ms; the whole run learnt after %.0f ms\n", first, learning);

    std::mt19937_64 random(1);
    std::vector<double> seekTimes, backTimes, forwardTimes;
    for (size_t i = 0; i < seeks; i++) {
        uint64_t target = random() % steps;
        seekTimes.push_back(milliseconds([&] { replay->seek(target); }));
        for (uint64_t back = 1; back <= 10 && back <= target; back++) backTimes.push_back(milliseconds([&] { replay->seek(target - back); }));
        if (target > 10 && target + 1 < steps) forwardTimes.push_back(milliseconds([&] { replay->seek(target - 9); }));
    }
    print("random seek", seekTimes);
    print("single step back", backTimes);
    print("single step forward", forwardTimes);
    replay->seek(steps - 1);
    std::printf("heap of the program: %llu objects, %.1f MB; this process: %.1f MB resident, tape %.1f MB\n",
                static_cast<unsigned long long>(replay->state().heapObjects()), static_cast<double>(replay->state().heapBytes()) / 1e6,
                static_cast<double>(residentKilobytes()) / 1e3, static_cast<double>(tape->storedBytes()) / 1e6);
    return 0;
}
