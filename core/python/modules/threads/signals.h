// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program's signals. They come from the program itself (raise_signal, alarm, interrupt_main) and from the user who interrupts it; none goes to
// another process, and the machine's own dispositions stay as they are.

namespace memtape {

constexpr int signalCount = 65; // NSIG

void sendSignal(int number);            // its handler runs when the main thread looks at the breaker next
bool runPendingSignals(bool interrupt); // ThreadHooks::runSignalHandlers
void installSignals();

}
