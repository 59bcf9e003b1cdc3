// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the tape has what a thread holds outside its frames: places of Interpreter holds, which the recorder writes and the reading looks up.

#include <cstdint>

namespace memtape {

// From here on by turns the FrameObjects that frames on the stacks hold, and what each thread holds.
constexpr uint32_t firstPairedHolder = 1024;

// The pending and the handled exception change while the program runs, the hooks of async generators when sys.set_asyncgen_hooks() is called.
// Behind them the parts of a Thread.
enum ThreadHolder : uint32_t {
    HoldsPending,
    HoldsHandled,
    HoldsFirstIter,
    HoldsFinalizer,
    HoldsTraceFunction,
    HoldsProfileFunction,
    FirstPart,
};
constexpr uint32_t threadPartCount = 5, threadHolderCount = FirstPart + threadPartCount;

// `slot`: the thread's among those that live; the main one's is 0.
constexpr uint32_t threadHolder(uint32_t slot, uint32_t which) { return firstPairedHolder + 1 + 2 * (slot * threadHolderCount + which); }

}
