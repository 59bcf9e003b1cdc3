// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The figures of a run, found by playing its tape once.

#include <cstdint>
#include <memory>
#include <string>

#include "core/events/memory_events.h"

namespace memtape {

class Tape;

struct RunInfo {
    uint64_t steps = 0, events = 0;                  // of the run
    uint64_t firstStep = 0;                          // with which the tape begins; all before is gone
    uint64_t tapeBytes = 0;                          // as a file
    uint64_t peakDepth = 0, peakStackBytes = 0;      // of the program's frames; the bytes of all frames (CodeInfo::frameBytes)
    uint64_t peakHeapObjects = 0, peakHeapBytes = 0; // of what the program made
    uint64_t collections = 0;
    int exitStatus = 0;
    EndReason endReason = EndReason::Exit;
    bool complete = false; // the tape has its end
    bool tooLarge = false; // the figures are those of its beginning: what is behind would take too much memory to play
};

RunInfo runInfo(std::shared_ptr<const Tape> tape);
std::string infoJson(const RunInfo& info); // one object and a line end
std::string infoText(const RunInfo& info);

}
