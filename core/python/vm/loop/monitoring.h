// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What sys.monitoring's callbacks are told (PEP 669): CPython's events at CPython's offsets, from the dispatch loop's form for tracing. Callbacks hear nothing
// of what runs for them. False: an exception is pending, that of a callback.

#include "core/python/modules/runtime/monitoring.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/vm/frames/frame.h"

namespace memtape {

inline bool isMonitoring() { return monitoringWants && !interpreter.inTrace; }
inline bool wantsMonitored(const Frame* frame, Monitored event) {
    return (monitoringWants & monitoredBit(event)) && !interpreter.inTrace && monitoringToolsOf(frame->code, event);
}
void installMonitoring();

bool monitor(Frame* frame, Monitored event, Object* valueOrNull = nullptr); // of the instruction at frame->ip
bool monitorInstruction(Frame* frame, const Instruction* previous);         // LINE, where one begins, and INSTRUCTION
bool monitorJump(Frame* frame, Monitored event, uint32_t target);           // JUMP or BRANCH to an instruction
// CALL; `tools`: those that wanted to hear of it, and may be told of the result.
bool monitorCall(Frame* frame, Object* callable, Object* firstOrNull, uint32_t* tools);
// C_RETURN or C_RAISE: what the call gave, or null where a callback raised.
Owned monitorResult(Frame* frame, Object* callable, Object* firstOrNull, uint32_t tools, Owned result);

// With the exception that is pending, which stays so. `ofCall`: a frame that this one called has raised it. `at`: not frame->ip, which a re-raise sets.
void monitorRaise(Frame* frame, bool ofCall);
void monitorUnwind(Frame* frame, const Instruction* at, bool ofCall);
void monitorReraise(Frame* frame, const Instruction* at);
bool monitorThrow(Frame* frame);
bool monitorStopIteration(Frame* frame); // an iterator's, which the frame takes as its end
bool monitorHandled(Frame* frame, uint32_t handler, Object* exception);
bool monitorGeneratorEnd(Frame* frame, Object* value); // where no exception is raised

}
