// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waiting until something can be done with a descriptor of the program's.

#include <algorithm>

#include "core/host/clock.h"
#include "core/python/objects/model/object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

// An int, or what fileno() of an object gives; CPython's errors.
bool descriptorOf(Object* o, int* descriptor);
bool addEpoll(Object* module);

void joinChannels();          // for a run: changes of pipes and sockets wake those that wait
const void* channelChanges(); // what they wait for

// Until `isReady` or the time is over: 1 or 0; −1: as Wake::Broken.
template <class IsReady> int waitForDescriptors(int64_t timeoutNs, IsReady&& isReady) {
    int64_t end = hostRunNs() + timeoutNs;
    for (;;) {
        if (isReady()) return 1;
        int64_t left = timeoutNs == noTimeout ? noTimeout : std::max<int64_t>(0, end - hostRunNs());
        if (timeoutNs == 0) return letOthersRun() ? isReady() : -1;
        if (left == 0) return 0;
        Wake wake = waitFor(channelChanges(), WaitKind::Descriptor, left);
        if (wake == Wake::Broken) return -1;
        if (wake == Wake::TimedOut) return isReady();
    }
}

}
