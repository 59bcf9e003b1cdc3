// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A whole run of a program, on the calling thread: from its text to its exit status.

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/events/end_reason.h"
#include "core/source/diagnostic.h"

namespace memtape {

class EventSink;

struct ProgramOptions {
    std::string file;      // its path, absolute, as tracebacks show it
    std::string shownFile; // as given: sys.argv[0]
    std::string source;    // the bytes of the file
    std::vector<std::string> arguments;
    uint64_t maxHeap = uint64_t{1} << 30; // beyond what the interpreter itself has when it starts
    uint64_t maxSteps = UINT64_MAX;
    bool record = false;
    bool stepIntoLibrary = false;                 // library code has steps too
    const std::atomic<bool>* stopAsked = nullptr; // askToStop() counts from when the program runs; this, before that
};

struct ProgramOutcome {
    int exitStatus = 0;
    EndReason end = EndReason::Exit;      // never CannotRead
    std::string why;                      // more of it (whyStopped)
    std::optional<SyntaxProblem> problem; // of the main file; the program did not start
    uint64_t steps = 0, collections = 0;
    uint64_t peakHeapBytes = 0, peakStackBytes = 0;
};

// The recorder, when recording, is in place (events/recorder.h). Must run on a thread with nativeStackBytes of stack.
ProgramOutcome runProgram(const ProgramOptions& options);

// Native stack for 10 000 nested native calls of the largest measured frame, in any build.
size_t nativeStackBytes();

// Asks the running program to end; from any thread, and from a signal handler.
void askToStop();
// Raises KeyboardInterrupt in it; likewise. False: the one before has not been noticed yet.
bool askToInterrupt();
// Called at the breaker: from here on nothing of the program runs any more.
void beginStopping(EndReason reason);
void publishRecording();
// May be called from any thread: at the next look at the breaker, the recording is published, or the run ends where the tape is full.
void askToPublish();

}
