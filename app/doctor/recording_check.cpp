// SPDX-License-Identifier: GPL-3.0-or-later
// A small program is recorded as the window does it, kept as a file's bytes, opened again, and each state looked at, forwards and backwards.
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "app/doctor/finding.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/session/recording_file.h"
#include "core/tape/tape.h"
#include "core/worker/worker_session.h"

namespace memtape::doctor {

namespace {

constexpr const char* program = R"(class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next

head = None
for value in range(3):
    head = Node(value, head)
total = 0
while head:
    total += head.value
    head = head.next
print(total)
)";
constexpr std::string_view printed = "3\n";
constexpr uint64_t steps = 39; // in CPython 3.13 too
// What the state at one of them says of the last call's frame, in the middle of it.
constexpr uint64_t inLastCall = 23;
constexpr std::string_view lastCall = "  Node.__init__, line 4\n    self → #3 Node\n    value → 2\n    next → #2 Node\n";
constexpr auto patience = std::chrono::seconds(30);

struct Recorded {
    RunResult result;
    std::shared_ptr<const Tape> tape;
    bool ended = false;
};

Recorded record() {
    std::mutex mutex;
    std::condition_variable over;
    Recorded recorded;
    WorkerSession session;
    RunOptions options;
    options.file = "doctor.py";
    options.source = program;
    session.start(options, [&](const RunResult& result) {
        std::lock_guard guard(mutex);
        recorded.result = result;
        recorded.ended = true;
        over.notify_one();
    });
    std::unique_lock lock(mutex);
    over.wait_for(lock, patience, [&] { return recorded.ended; });
    recorded.tape = session.tape();
    return recorded;
}

// What is wrong with the states of the tape; empty: nothing.
std::string problemOfStates(const std::shared_ptr<const Tape>& tape) {
    Replay replay(tape);
    if (replay.stepCount() != steps)
        return "the recording has " + std::to_string(replay.stepCount()) + " steps, where it should have " + std::to_string(steps);
    std::vector<std::string> states;
    for (uint64_t step = 0; step < steps; ++step) states.push_back(stateJson(replay, step, {}, StateOutput::All));
    for (uint64_t step = steps; step-- > 0;)
        if (stateJson(replay, step, {}, StateOutput::All) != states[step])
            return "step " + std::to_string(step) + " is another one backwards than forwards";
    if (stateText(replay, inLastCall).find(lastCall) == std::string::npos)
        return "the state at step " + std::to_string(inLastCall) + " is not the program's";
    std::string output;
    for (uint64_t step = 0; step <= steps; ++step)
        for (const PrintedText& text : replay.printedAt(step)) output += text.text;
    if (output != printed) return "the recorded program printed '" + output + "'";
    const auto ending = replay.ending();
    if (!ending || ending->reason != EndReason::Exit || ending->exitStatus != 0) return "the recording does not say how the program ended";
    return {};
}

}

Finding lookAtRecording() {
    Finding finding{"recording", {}, {}};
    const Recorded recorded = record();
    if (!recorded.ended) finding.problem = "a small program has not ended after " + std::to_string(patience.count()) + " seconds";
    else if (!recorded.result.message.empty()) finding.problem = recorded.result.message;
    if (!finding.problem.empty()) return finding;
    const LoadedTape loaded = readRecording(writeTape(*recorded.tape));
    finding.problem = !loaded.tape ? loaded.problem : !loaded.note.empty() ? loaded.note : problemOfStates(loaded.tape);
    if (finding.problem.empty())
        finding.facts.push_back("a program was recorded in a process of its own; its " + std::to_string(steps) + " states are as they should be");
    return finding;
}

}
