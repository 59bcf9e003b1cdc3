// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/runtime/monitoring.h"

#include <array>
#include <unordered_map>

#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

uint32_t monitoringWants = 0;
void (*monitoringChanged)() = nullptr;
Object *monitoringDisable = nullptr, *monitoringMissing = nullptr;

namespace {

using EventSets = std::array<uint32_t, monitoringTools>;

struct MonitoredCode {
    EventSets events{};
    std::unordered_map<uint64_t, uint32_t> disabled; // by instruction and event: a bit for each tool that has enough of it
};

EventSets everywhere{};
std::unordered_map<CodeObject*, MonitoredCode> codes; // those that a tool has said something about
Object* kept = nullptr;

RuntimeCache monitoringCache([] {
    everywhere = {};
    codes.clear();
    kept = monitoringDisable = monitoringMissing = nullptr;
    monitoringWants = 0;
});

uint64_t placeOf(Monitored event, uint32_t instruction) { return uint64_t{instruction} * monitoredCount + static_cast<uint64_t>(event); }

void countWants() {
    uint32_t wants = 0;
    for (uint32_t events : everywhere) wants |= events;
    for (const auto& [code, monitored] : codes)
        for (uint32_t events : monitored.events) wants |= events;
    monitoringWants = wants;
    if (monitoringChanged) monitoringChanged();
}

// An event that a tool no longer wants of a code object, and wants again later, is told at all places.
void enableAgain(MonitoredCode& monitored, int tool, uint32_t events) {
    for (auto& [place, tools] : monitored.disabled)
        if (events >> (place % monitoredCount) & 1) tools &= ~(1u << tool);
}

uint32_t toolsOf(const EventSets& sets, Monitored event) {
    uint32_t tools = 0;
    for (int tool = 0; tool < monitoringTools; ++tool)
        if (sets[static_cast<size_t>(tool)] & monitoredBit(event)) tools |= 1u << tool;
    return tools;
}

}

const char* monitoredName(Monitored event) {
    static constexpr const char* names[monitoredCount] = {"PY_START",    "PY_RESUME", "PY_RETURN", "PY_YIELD",       "CALL",   "LINE",
                                                          "INSTRUCTION", "JUMP",      "BRANCH",    "STOP_ITERATION", "RAISE",  "EXCEPTION_HANDLED",
                                                          "PY_UNWIND",   "PY_THROW",  "RERAISE",   "C_RETURN",       "C_RAISE"};
    return names[static_cast<int>(event)];
}

uint32_t monitoringToolsOf(CodeObject* code, Monitored event) {
    auto found = codes.find(code);
    return toolsOf(everywhere, event) | (found == codes.end() ? 0 : toolsOf(found->second.events, event));
}

uint32_t monitoringToolsAt(CodeObject* code, Monitored event, uint32_t instruction) {
    uint32_t tools = monitoringToolsOf(code, event);
    auto found = codes.find(code);
    if (!tools || found == codes.end()) return tools;
    auto disabled = found->second.disabled.find(placeOf(event, instruction));
    return disabled == found->second.disabled.end() ? tools : tools & ~disabled->second;
}

Object* monitoringCallback(int tool, Monitored event) {
    Object* callback = kept ? asList(kept)->items[monitoringPlace(tool, static_cast<int>(event))] : nullptr;
    return callback && !isNone(callback) ? callback : nullptr;
}

void dropMonitoringCallback(int tool, Monitored event) {
    if (kept) listSetItem(asList(kept), monitoringPlace(tool, static_cast<int>(event)), newNone());
}

void disableMonitoring(CodeObject* code, Monitored event, uint32_t instruction, int tool) {
    codes[code].disabled[placeOf(event, instruction)] |= 1u << tool;
}

void forgetMonitored(CodeObject* code) {
    if (!codes.empty() && codes.erase(code)) countWants();
}

uint32_t monitoringEvents(int tool) { return everywhere[static_cast<size_t>(tool)]; }

uint32_t monitoringEventsOf(int tool, CodeObject* code) {
    auto found = codes.find(code);
    return found == codes.end() ? 0 : found->second.events[static_cast<size_t>(tool)];
}

void setMonitoringEvents(int tool, uint32_t events) {
    uint32_t before = std::exchange(everywhere[static_cast<size_t>(tool)], events);
    for (auto& [code, monitored] : codes) enableAgain(monitored, tool, before & ~events);
    countWants();
}

void setMonitoringEventsOf(int tool, CodeObject* code, uint32_t events) {
    MonitoredCode& monitored = codes[code];
    uint32_t before = std::exchange(monitored.events[static_cast<size_t>(tool)], events);
    enableAgain(monitored, tool, before & ~events);
    countWants();
}

void restartMonitoring() {
    for (auto& [code, monitored] : codes) monitored.disabled.clear();
}

Object* monitoringKept() {
    if (kept) return kept;
    Held<ListObject> list(newList(0));
    for (int i = 0; list && i < monitoringPlace(monitoringTools, 0); ++i)
        if (!listAppend(list, None)) return nullptr;
    if (!list) return nullptr;
    kept = list.release().pointer;
    recordKeptForGood(kept);
    return kept;
}

}
