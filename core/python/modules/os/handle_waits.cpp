// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/os/handle_waits.h"

#include "core/host/handles.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

bool waitForHandle(int handle) {
    HandleFlags* flags = hostHandleFlags(handle);
    return flags && flags->blocking && liveThreads().size() > 1 && sleepFor(0.001);
}

}
