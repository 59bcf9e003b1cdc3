// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/clock.h"

#include <sys/random.h>
#include <sys/types.h>
#include <time.h>

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

int64_t hostTimeNs() { return hostSources.clock(HostClock::Wall); }
int64_t hostMonotonicNs() { return hostSources.clock(HostClock::Monotonic); }
int64_t hostProcessNs() { return hostSources.clock(HostClock::Process); }

bool hostSleep(double seconds) {
    if (seconds > 0.01) publishBeforeWait();
    int64_t end = clockNs(CLOCK_MONOTONIC) + static_cast<int64_t>(seconds < 1e9 ? seconds * 1e9 : 1e18);
    for (;;) {
        if (!hostMayWait()) return false;
        int64_t left = end - clockNs(CLOCK_MONOTONIC);
        if (left <= 0) return true;
        if (left > 20'000'000) left = 20'000'000;
        timespec t{0, static_cast<long>(left)};
        nanosleep(&t, nullptr);
    }
}

void hostRandomBytes(void* out, size_t size) { hostSources.random(out, size); }

}
