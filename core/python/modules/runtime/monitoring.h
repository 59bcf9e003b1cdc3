// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What sys.monitoring's tools want to hear (PEP 669). The dispatch loop's form for tracing asks here at each event, and only that form does, so that it
// costs nothing while no tool wants any.

#include <cstdint>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/model/object.h"

namespace memtape {

// With CPython's numbers: an event's bit in a set of them is 1 << number.
enum class Monitored : uint8_t {
    PyStart, // to StopIteration: of a place in a code object, where a tool may have enough of them
    PyResume,
    PyReturn,
    PyYield,
    Call,
    Line,
    Instruction,
    Jump,
    Branch,
    StopIteration,
    Raise,
    ExceptionHandled,
    PyUnwind,
    PyThrow,
    Reraise,
    NativeReturn, // these two go with Call
    NativeRaise,
    Count
};
constexpr int monitoredCount = static_cast<int>(Monitored::Count);
constexpr uint32_t monitoredBit(Monitored event) { return 1u << static_cast<int>(event); }
constexpr bool isMonitoredPlace(Monitored event) { return event < Monitored::Raise; }
const char* monitoredName(Monitored event);

constexpr int monitoringTools = 6;

extern uint32_t monitoringWants;    // events that some tool wants of all code or of some; 0: there is nothing to tell
extern void (*monitoringChanged)(); // monitoringWants has

// A bit for each tool that wants to hear of the event, in some place of the code; and at this instruction.
uint32_t monitoringToolsOf(CodeObject* code, Monitored event);
uint32_t monitoringToolsAt(CodeObject* code, Monitored event, uint32_t instruction);
Object* monitoringCallback(int tool, Monitored event); // borrowed; null: none
void dropMonitoringCallback(int tool, Monitored event);
extern Object *monitoringDisable, *monitoringMissing; // sys.monitoring.DISABLE and MISSING
void disableMonitoring(CodeObject* code, Monitored event, uint32_t instruction, int tool);
void forgetMonitored(CodeObject* code); // it goes

// sys.monitoring is made when a program first asks for it: by this name of an attribute of sys, or null for all. False: an exception is pending.
bool makeSysMonitoring(Object* nameOrNull);

// For the module: what a tool wants of all code, and of one code object.
uint32_t monitoringEvents(int tool);
uint32_t monitoringEventsOf(int tool, CodeObject* code);
void setMonitoringEvents(int tool, uint32_t events);
void setMonitoringEventsOf(int tool, CodeObject* code, uint32_t events);
void restartMonitoring();
// The list in which a tool's name (at Count) and callbacks are; null: MemoryError is pending.
Object* monitoringKept();
constexpr int monitoringPlace(int tool, int event) { return tool * (monitoredCount + 1) + event; }

}
