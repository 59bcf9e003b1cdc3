// SPDX-License-Identifier: GPL-3.0-or-later

// sys.monitoring, as programs call it.

#include <cstdio>
#include <utility>

#include "core/python/modules/arguments.h"
#include "core/python/modules/runtime/monitoring.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

constexpr uint32_t allEvents = (1u << monitoredCount) - 1;
constexpr uint32_t nativeResults = monitoredBit(Monitored::NativeReturn) | monitoredBit(Monitored::NativeRaise);
constexpr uint32_t placeEvents = monitoredBit(Monitored::Raise) - 1;

bool readTool(Object* o, int* tool) {
    if (!intArgument(o, tool)) return false;
    return (*tool >= 0 && *tool < monitoringTools) ||
           raise(exc::ValueError, "invalid tool {} (must be between 0 and {})", *tool, monitoringTools - 1);
}

// The name that the tool has given itself, borrowed; None: it is not in use. Null: an exception is pending.
Object* nameOf(int tool) {
    Object* list = monitoringKept();
    return list ? asList(list)->items[monitoringPlace(tool, monitoredCount)] : nullptr;
}

bool wantInUse(int tool) {
    Object* name = nameOf(tool);
    return name && (!isNone(name) || raise(exc::ValueError, "tool {} is not in use", tool));
}

Failure raiseInvalid(const char* what, uint32_t events) {
    char text[16];
    std::snprintf(text, sizeof text, "0x%x", events);
    return raise(exc::ValueError, "invalid {} {}", what, text);
}

// C_RETURN and C_RAISE come with CALL, both or neither.
bool readEvents(Object* o, uint32_t most, const char* what, uint32_t* events) {
    int given;
    if (!intArgument(o, &given)) return false;
    *events = static_cast<uint32_t>(given);
    if (most == allEvents && (given < 0 || *events > allEvents)) return raiseInvalid(what, *events);
    if (*events & nativeResults) {
        constexpr uint32_t all = nativeResults | monitoredBit(Monitored::Call);
        if ((*events & all) != all) return raise(exc::ValueError, "cannot set C_RETURN or C_RAISE events independently");
        *events &= ~nativeResults;
    }
    return !(*events & ~most) || raiseInvalid(what, *events);
}

bool readCode(Object* o) { return o->type == types::Code || raise(exc::TypeError, "code must be a code object"); }

Owned useTool(Object*, Args args) {
    int tool;
    if (!readTool(args[0], &tool)) return nullptr;
    if (!isStr(args[1])) return raise(exc::ValueError, "tool name must be a str");
    Object* before = nameOf(tool);
    if (!before) return nullptr;
    if (!isNone(before)) return raise(exc::ValueError, "tool {} is already in use", tool);
    return listSetItem(asList(monitoringKept()), monitoringPlace(tool, monitoredCount), newRef(args[1])) ? newNone() : Owned(nullptr);
}

Owned freeTool(Object*, Object* o) {
    int tool;
    if (!readTool(o, &tool) || !nameOf(tool)) return nullptr;
    return listSetItem(asList(monitoringKept()), monitoringPlace(tool, monitoredCount), newNone()) ? newNone() : Owned(nullptr);
}

Owned getTool(Object*, Object* o) {
    int tool;
    if (!readTool(o, &tool)) return nullptr;
    Object* name = nameOf(tool);
    return name ? newRef(name) : Owned(nullptr);
}

Owned registerCallback(Object*, Args args) {
    int tool, event;
    if (!readTool(args[0], &tool) || !intArgument(args[1], &event)) return nullptr;
    auto bits = static_cast<uint32_t>(event);
    if (__builtin_popcount(bits) != 1) return raise(exc::ValueError, "The callback can only be set for one event at a time");
    if (bits > allEvents) return raise(exc::ValueError, "invalid event {}", event);
    Object* list = monitoringKept();
    if (!list) return nullptr;
    int place = monitoringPlace(tool, __builtin_ctz(bits));
    Held<> before(newRef(asList(list)->items[place]));
    return listSetItem(asList(list), place, newRef(args[2])) ? before.release() : Owned(nullptr);
}

Owned getEvents(Object*, Object* o) {
    int tool;
    return readTool(o, &tool) ? newInt(monitoringEvents(tool)) : Owned(nullptr);
}

Owned setEvents(Object*, Args args) {
    int tool;
    uint32_t events;
    if (!readTool(args[0], &tool) || !readEvents(args[1], allEvents, "event set", &events) || !wantInUse(tool)) return nullptr;
    setMonitoringEvents(tool, events);
    return newNone();
}

Owned getLocalEvents(Object*, Args args) {
    int tool;
    if (!readTool(args[0], &tool) || !readCode(args[1])) return nullptr;
    return newInt(monitoringEventsOf(tool, static_cast<CodeObject*>(args[1])));
}

Owned setLocalEvents(Object*, Args args) {
    int tool;
    uint32_t events;
    if (!readTool(args[0], &tool) || !readCode(args[1]) || !readEvents(args[2], placeEvents, "local event set", &events) || !wantInUse(tool))
        return nullptr;
    setMonitoringEventsOf(tool, static_cast<CodeObject*>(args[1]), events);
    return newNone();
}

Owned restartEvents(Object*) {
    restartMonitoring();
    return newNone();
}

Owned describeEvents(Object*) {
    Held<DictObject> found(newDict());
    for (int event = 0; found && event < monitoredCount; ++event) {
        uint32_t tools = 0;
        for (int tool = 0; tool < monitoringTools; ++tool) tools |= (monitoringEvents(tool) >> event & 1) << tool;
        Ref<> number(tools ? newInt(tools) : Owned(nullptr));
        if (tools && (!number || !dictSetText(found, monitoredName(static_cast<Monitored>(event)), number))) return nullptr;
    }
    return found.release();
}

const MethodDef functions[] = {
    {"use_tool_id", useTool, 2, 2},
    {"free_tool_id", freeTool},
    {"get_tool", getTool},
    {"register_callback", registerCallback, 3, 3},
    {"get_events", getEvents},
    {"set_events", setEvents, 2, 2},
    {"get_local_events", getLocalEvents, 2, 2},
    {"set_local_events", setLocalEvents, 3, 3},
    {"restart_events", restartEvents},
    {"_all_events", describeEvents},
    {},
};

Owned makeEvents() {
    Ref<> fields(newDict());
    for (int event = 0; fields && event < monitoredCount; ++event) {
        Ref<> number(newInt(int64_t{1} << event));
        if (!number || !dictSetText(fields, monitoredName(static_cast<Monitored>(event)), number)) return nullptr;
    }
    Ref<> none(newInt(0));
    if (!fields || !none || !dictSetText(fields, "NO_EVENTS", none)) return nullptr;
    return callWithTuple(types::SimpleNamespace, emptyTuple, fields);
}

bool keepMark(Object* module, const char* name, Object*& mark) {
    Ref<> made(call(types::Object));
    if (!made) return false;
    mark = made.releaseRaw();
    recordKeptForGood(mark);
    return addToModule(module, name, newRef(mark));
}

Owned makeModule() {
    Ref<> module(newModule("sys.monitoring"));
    if (!module || !addFunctions(module, functions) || !keepMark(module, "DISABLE", monitoringDisable) ||
        !keepMark(module, "MISSING", monitoringMissing) || !addToModule(module, "events", makeEvents()))
        return nullptr;
    const std::pair<const char*, int> tools[] = {{"DEBUGGER_ID", 0}, {"COVERAGE_ID", 1}, {"PROFILER_ID", 2}, {"OPTIMIZER_ID", 5}};
    for (const auto& [name, number] : tools)
        if (!addToModule(module, name, newInt(number))) return nullptr;
    static_cast<ModuleObject*>(module.get())->definition = nullptr; // nobody can import it, so its repr does not say where from
    return module.release();
}

bool isMade = false;
RuntimeCache madeCache([] { isMade = false; });

}

bool makeSysMonitoring(Object* nameOrNull) {
    if (isMade || (nameOrNull && !strEqualsText(nameOrNull, "monitoring"))) return true;
    isMade = true;
    if (dictFindText(interpreter.sysDict, "monitoring")) return true; // the program's own
    LibraryWork work;
    Ref<> module(makeModule());
    return module && dictSetText(interpreter.sysDict, "monitoring", module);
}

}
