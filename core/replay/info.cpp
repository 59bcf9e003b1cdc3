// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/info.h"

#include "core/replay/json/json_writer.h"
#include "core/replay/player.h"
#include "core/tape/tape.h"
#include "core/tape/tape_file.h"

namespace memtape {

RunInfo runInfo(std::shared_ptr<const Tape> tape) {
    ReplayShared shared(tape);
    Player player(shared);
    while (player.playChunk()) {}
    const Memory::Now& now = player.memory().now();
    RunInfo info;
    info.steps = now.steps;
    info.events = tape->eventCount();
    info.firstStep = tape->firstStep();
    info.tapeBytes = tapeFileSize(*tape);
    info.peakDepth = now.peakDepth;
    info.peakStackBytes = now.peakStackBytes;
    info.peakHeapObjects = now.peakHeapObjects;
    info.peakHeapBytes = now.peakHeapBytes;
    info.collections = now.collections;
    info.exitStatus = now.exitStatus;
    info.endReason = now.endReason;
    info.complete = now.ended;
    info.tooLarge = player.isTooLarge();
    return info;
}

namespace {

std::string_view reasonName(const RunInfo& info) {
    if (!info.complete) return "cut off";
    switch (info.endReason) {
    case EndReason::StepLimit:
    case EndReason::HeapLimit:
    case EndReason::OutputLimit: return "limit";
    case EndReason::Stopped: return "stopped";
    case EndReason::TapeFull: return "tape full";
    case EndReason::Deadlock: return "deadlock";
    case EndReason::Crashed: return "crashed";
    case EndReason::Exit:
    case EndReason::SyntaxProblem:
    case EndReason::CannotRead: break;
    }
    return "exit";
}

// Groups of three digits, parted by spaces.
std::string grouped(uint64_t number) {
    std::string text = std::to_string(number);
    for (size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ' ');
    return text;
}

}

std::string infoJson(const RunInfo& info) {
    std::string out;
    JsonWriter json(&out);
    json.beginObject();
    json.pair("steps", info.steps);
    if (info.firstStep) json.pair("first_step", info.firstStep);
    json.pair("events", info.events);
    json.pair("tape_bytes", info.tapeBytes);
    json.pair("peak_stack_depth", info.peakDepth);
    json.pair("peak_stack_bytes", info.peakStackBytes);
    json.pair("peak_heap_objects", info.peakHeapObjects);
    json.pair("peak_heap_bytes", info.peakHeapBytes);
    json.pair("collections", info.collections);
    json.key("exit_status");
    json.number(int64_t{info.exitStatus});
    json.pair("end", reasonName(info));
    json.endObject();
    return out + '\n';
}

std::string infoText(const RunInfo& info) {
    std::string out;
    auto row = [&](std::string_view name, const std::string& value) { out += std::string(name) + std::string(22 - name.size(), ' ') + value + '\n'; };
    row("steps", grouped(info.steps));
    if (info.firstStep) row("begins at step", grouped(info.firstStep));
    row("events", grouped(info.events));
    row("bytes of the tape", grouped(info.tapeBytes));
    row("peak stack depth", grouped(info.peakDepth));
    row("peak stack bytes", grouped(info.peakStackBytes));
    row("peak heap objects", grouped(info.peakHeapObjects));
    row("peak heap bytes", grouped(info.peakHeapBytes));
    row("collections", grouped(info.collections));
    row("exit status", std::to_string(info.exitStatus));
    row("ended by", std::string(reasonName(info)));
    return out;
}

}
