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
bool hostSleep(double seconds);             // false: the run is to stop, or an exception is pending
extern bool (*hostSleeper)(double seconds); // how a program sleeps that has threads, which run meanwhile; null: it has none

// The run's own clock, by which waits are put in order: nanoseconds since the run began. It moves with what the program does and with the clocks that it
// looks at, never by itself, so that waits end in the same order each time. With Host::virtualTime it is all the time there is: waits take none.
void hostStartRunClock();
int64_t hostRunNs();
void hostPassTime(int64_t ns);       // the program has worked
void hostWaitedUntil(int64_t runNs); // nobody had anything to do until then
int64_t hostRealNs();                // the machine's clock, for how long a wait really takes; the program does not see it
void hostPause(int64_t ns);          // really
void hostRandomBytes(void* out, size_t size);

}
