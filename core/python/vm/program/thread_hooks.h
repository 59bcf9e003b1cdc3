// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the vm does when the program's threads begin, take turns, end, and wait for one another.

#include <string>

namespace memtape {

class Recorder;

void installThreadHooks();
// At the very end: the others are taken off their stacks, which neither the program nor the tape sees.
void endOtherThreads(Recorder* pen);
std::string whyStopped(); // who waits for what in a deadlock, which signal; empty where it was something else

}
