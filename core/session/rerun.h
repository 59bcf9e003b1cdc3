// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A run that has been recorded, run again to see what the recording does not hold: what happens inside its lines. It gets the input that it got then, its own
// text as it was, and writes nothing but its scratch files in memory; and it is held to the recording, event by event.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/replay/replay.h"
#include "core/session/part_watch.h"
#include "core/session/session.h"

namespace memtape {

class Tape;
class TapeComparison;

// The summaries of the steps from…to−1 of the recording, as far as they are known.
using StepSummaries = std::function<std::vector<StepSummary>(uint64_t from, uint64_t to)>;
// The line that is under way at a step, whole: which steps have to be watched for it, in order.
std::vector<uint64_t> stepsOfLine(const StepSummaries& summaries, uint64_t stepCount, uint64_t step);
std::vector<uint64_t> stepsOfLine(Replay& replay, uint64_t step);

struct LineParts {
    std::vector<LinePart> parts;
    bool isCut = false;  // a step has more parts than are told
    std::string problem; // why there are none: one sentence, of Memtape's; and as facts, where the run went another way:
    std::optional<uint64_t> partedAt;
    std::vector<std::string> changedFiles; // names of program files whose texts are others now
};

// How the program is run again, up to the last of the steps, which are in order: as it was run as far as the recording knows it; the rest (folders to read,
// limits, the hash seed) is taken from `given`.
struct RerunPlan {
    RunOptions options;
    PartWatch watch;
    uint64_t steps = 0; // so many of the run's have to be as they were recorded
};
RerunPlan planOfRerun(const std::shared_ptr<const Tape>& tape, const RunOptions& given, const std::vector<uint64_t>& steps);
// Why it cannot be tried; empty: it can.
std::string problemOfRerun(const Tape& tape);
// What came of it.
LineParts partsOfRerun(const RunResult& result, const TapeComparison& comparison, PartWatch watch);

// All of that on a thread of the session's, which may be stopped meanwhile. In a process of its own: worker/worker_rerun.h.
LineParts runAgain(Session& session, const std::shared_ptr<const Tape>& tape, const RunOptions& given, const std::vector<uint64_t>& steps);

}
