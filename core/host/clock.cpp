// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/clock.h"

#include <sys/random.h>
#include <sys/types.h>
#include <time.h>

#include <algorithm>

#include "core/host/host.h"

namespace memtape {

namespace {

int64_t clockNs(clockid_t clock) {
    timespec t{};
    clock_gettime(clock, &t);
    return static_cast<int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

int64_t systemClock(HostClock which) {
    return clockNs(which == HostClock::Wall ? CLOCK_REALTIME : which == HostClock::Monotonic ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID);
}

void systemRandom(void* out, size_t size) {
    auto* p = static_cast<char*>(out);
    while (size > 0) {
        ssize_t got = getrandom(p, size, 0);
        if (got <= 0) return;
        p += got;
        size -= static_cast<size_t>(got);
    }
}

}

HostSources hostSources = {systemClock, systemRandom};
bool (*hostSleeper)(double seconds) = nullptr;

namespace {

struct RunClock {
    int64_t now = 0, waited = 0; // waited: what of it were waits
    int64_t wallBegin = 0, monotonicBegin = 0, processBegin = 0;
} runClock;

// A look at a clock takes this long where time does not pass by itself, so that who waits for a time to come sees it come.
constexpr int64_t lookNs = 1000;

int64_t look(HostClock which) {
    if (host.virtualTime) {
        runClock.now += lookNs;
        return which == HostClock::Wall        ? runClock.wallBegin + runClock.now
               : which == HostClock::Monotonic ? runClock.monotonicBegin + runClock.now
                                               : runClock.processBegin + runClock.now - runClock.waited;
    }
    int64_t now = hostSources.clock(which);
    if (which == HostClock::Wall) runClock.now = std::max(runClock.now, now - runClock.wallBegin);
    if (which == HostClock::Monotonic) runClock.now = std::max(runClock.now, now - runClock.monotonicBegin);
    return now;
}

}

int64_t hostTimeNs() { return look(HostClock::Wall); }
int64_t hostMonotonicNs() { return look(HostClock::Monotonic); }
int64_t hostProcessNs() { return look(HostClock::Process); }

void hostStartRunClock() {
    runClock = {};
    runClock.wallBegin = hostSources.clock(HostClock::Wall);
    runClock.monotonicBegin = hostSources.clock(HostClock::Monotonic);
    runClock.processBegin = hostSources.clock(HostClock::Process);
}

int64_t hostRunNs() { return runClock.now; }
void hostPassTime(int64_t ns) { runClock.now += ns; }
void hostWaitedUntil(int64_t runNs) {
    if (runNs <= runClock.now) return;
    runClock.waited += runNs - runClock.now;
    runClock.now = runNs;
}

int64_t hostRealNs() { return clockNs(CLOCK_MONOTONIC); }

void hostPause(int64_t ns) {
    timespec t{static_cast<time_t>(ns / 1'000'000'000), static_cast<long>(ns % 1'000'000'000)};
    nanosleep(&t, nullptr);
}

bool hostSleep(double seconds) {
    if (hostSleeper) return hostSleeper(seconds);
    if (seconds > 0.01) publishBeforeWait();
    int64_t end = hostRealNs() + static_cast<int64_t>(seconds < 1e9 ? seconds * 1e9 : 1e18);
    for (;;) {
        if (!hostMayWait()) return false;
        int64_t left = end - hostRealNs();
        if (left <= 0) return true;
        hostPause(std::min<int64_t>(left, 20'000'000));
    }
}

void hostRandomBytes(void* out, size_t size) { hostSources.random(out, size); }

}
