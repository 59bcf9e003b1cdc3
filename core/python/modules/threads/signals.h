// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program's signals. They come from the program itself (raise_signal, its timers, interrupt_main) and from the user who interrupts it; none goes to
// another process, and the machine's own dispositions stay as they are. A handler runs when the main thread looks at the breaker next.

#include <cstdint>

#include "core/python/objects/model/object.h"

namespace memtape {

constexpr int signalCount = 65; // NSIG

void installSignals();
bool hasHandler(int number); // of the program's, or KeyboardInterrupt
void sendSignal(int number); // also wakes the main thread, and writes to the wake-up descriptor

// What is to be done about each signal, in a list: a handler, 0 (SIG_DFL), 1 (SIG_IGN), or None for those that nobody may have. Null: MemoryError.
Object* signalHandlers();
Owned defaultInterruptHandler(Object*, struct Args args);
extern Object* interruptHandler; // the function object of that, kept for good

struct SignalState {
    uint64_t pending = 0, blocked = 0; // a bit for each signal, the lowest for 1
    int wakeupDescriptor = -1;
    bool warnsOnFullDescriptor = true;
    uint64_t arrivals = 0; // how many signals there have been, for who waits for one
};
extern SignalState signals;
constexpr uint64_t signalBit(int number) { return uint64_t{1} << (number - 1); }

// setitimer(): three timers, by the run's clock.
struct ProgramTimer {
    int64_t due = 0; // 0: off
    int64_t intervalNs = 0;
};
constexpr int timerCount = 3;
extern ProgramTimer timers[timerCount];
void setTimer(int which, int64_t delayNs, int64_t intervalNs);

}
