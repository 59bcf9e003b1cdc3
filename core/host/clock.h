// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time and chance.

#include <cstddef>
#include <cstdint>

namespace memtape {

// Where clocks and chance come from; who repeats a run puts others in their place.
enum class HostClock { Wall, Monotonic, Process };
struct HostSources {
    int64_t (*clock)(HostClock which); // nanoseconds
    void (*random)(void* out, size_t size);
};
extern HostSources hostSources;

int64_t hostTimeNs(); // since 1970
int64_t hostMonotonicNs();
int64_t hostProcessNs();
bool hostSleep(double seconds); // wakes up to look whether the run is to stop; false: stop, or an exception is pending
void hostRandomBytes(void* out, size_t size);

}
