// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/signals.h"

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

uint64_t pending = 0; // a bit for each signal
RuntimeCache pendingCache([] { pending = 0; });

}

void sendSignal(int number) {
    pending |= uint64_t{1} << (number - 1);
    interruptMainThread();
}

bool runPendingSignals(bool interrupt) {
    constexpr uint64_t interruptBit = 2;
    if (interrupt) pending |= interruptBit;
    bool isInterrupt = pending & interruptBit;
    pending = 0;
    if (!isInterrupt) return true;
    Ref<> made = call(exc::KeyboardInterrupt);
    if (made) raiseInstance(made);
    return false;
}

void installSignals() { threadHooks.runSignalHandlers = runPendingSignals; }

}
