// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/loop/monitoring.h"

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/vm/frames/code_parts.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/loop/specialised.h"
#include "core/python/vm/loop/tracing.h"

namespace memtape {

namespace {

uint32_t indexOf(const Frame* frame, const Instruction* at) { return static_cast<uint32_t>(at - frame->code->extra->instructions); }

// One call of a callback. 1: the tool has enough of this; −1: an exception is pending.
int tell(Object* callback, Args args) {
    Held<> keep(newRef(callback));
    interpreter.inTrace = true;
    Held<> answer(call(keep, args));
    interpreter.inTrace = false;
    return !answer ? -1 : answer.get() == monitoringDisable;
}

// These tools, the highest first.
bool tellTools(Frame* frame, uint32_t tools, Monitored event, uint32_t instruction, Object* place, Object* one, Object* two = nullptr) {
    CodeObject* code = frame->code;
    while (tools) {
        const int tool = 31 - __builtin_clz(tools);
        tools &= ~(1u << tool);
        Object* callback = monitoringCallback(tool, event);
        if (!callback) continue;
        Object* values[] = {code, place, one, two};
        int told = tell(callback, Args{values, two ? 4u : one ? 3u : 2u, nullptr});
        if (told < 0) return false;
        if (!told) continue;
        if (isMonitoredPlace(event)) {
            disableMonitoring(code, event, instruction, tool);
        } else {
            dropMonitoringCallback(tool, event);
            return raise(exc::ValueError, "Cannot disable {} events. Callback removed.", monitoredName(event));
        }
    }
    return true;
}

bool tellAt(Frame* frame, Monitored event, uint32_t instruction, int offset, Object* one, Object* two = nullptr) {
    const uint32_t tools = monitoringToolsAt(frame->code, event, instruction);
    Held<> place(newInt(offset));
    return place && tellTools(frame, tools, event, instruction, place, one, two);
}

// While the callbacks run the exception that is pending is not. One of theirs replaces it.
bool tellPending(Frame* frame, Monitored event, int offset) {
    if (!wantsMonitored(frame, event) || interpreter.stopping) return true;
    Held<> pending(takeError());
    if (!tellAt(frame, event, indexOf(frame, frame->ip), offset, pending)) return false;
    restoreError(pending.release());
    return true;
}

// A generator into which an exception is thrown stands at the Resume behind its yield.
uint32_t standsAt(const Frame* frame) { return indexOf(frame, frame->ip) + (isPlain(*frame->ip, Opcode::YieldValue) ? 1 : 0); }

// CPython stands behind the instruction that raises, and before one whose call does: it tells of the unit before.
int raisingOffset(Frame* frame, const Instruction* at, bool ofCall) {
    const CpythonCode& shown = shownCode(frame->code);
    uint32_t unit = ofCall ? shown.units[at == frame->ip ? standsAt(frame) : indexOf(frame, at)] : shown.starts[indexOf(frame, at) + 1];
    return (static_cast<int>(unit) - 1) * 2;
}

bool isBeforeFirstResume(CodeObject* code, uint32_t instruction) {
    for (uint32_t i = 0; i <= instruction; ++i)
        if (baseOpcode(code->extra->instructions[i]) == Opcode::Resume) return false;
    return true;
}

// CPython's Resume gets another number as it runs, but where somebody hears of it; behind that other one no line begins that the Resume is on too. One that an
// exception was thrown in at has not run.
bool tellsResume(CodeObject* code, uint32_t instruction) {
    const bool isStart = (code->extra->instructions[instruction].operand & resumeLocationMask) == ResumeAtStart;
    return interpreter.traceFunction || interpreter.profileFunction ||
           monitoringToolsAt(code, isStart ? Monitored::PyStart : Monitored::PyResume, instruction);
}

bool beginsLine(Frame* frame, const Instruction* previous) {
    CodeObject* code = frame->code;
    const int32_t* lines = code->extra->lines;
    uint32_t at = indexOf(frame, frame->ip), before = indexOf(frame, previous);
    if (!(traceStarts(code)[at] & lineStartFlag)) return false;
    return at == before || lines[before] != lines[at] || (baseOpcode(*previous) == Opcode::Resume && (at != before + 1 || tellsResume(code, before)));
}

}

void installMonitoring() { monitoringChanged = updateTraceBit; }

bool monitor(Frame* frame, Monitored event, Object* valueOrNull) {
    if (!wantsMonitored(frame, event)) return true;
    uint32_t at = indexOf(frame, frame->ip);
    return tellAt(frame, event, at, shownOffset(frame->code, at), valueOrNull);
}

bool monitorInstruction(Frame* frame, const Instruction* previous) {
    uint32_t at = indexOf(frame, frame->ip);
    if (isBeforeFirstResume(frame->code, at)) return true;
    if (wantsMonitored(frame, Monitored::Line) && beginsLine(frame, previous)) {
        Held<> line(newInt(frame->code->extra->lines[at]));
        if (!line || !tellTools(frame, monitoringToolsAt(frame->code, Monitored::Line, at), Monitored::Line, at, line, nullptr)) return false;
    }
    Opcode opcode = baseOpcode(*frame->ip);
    return opcode == Opcode::Resume || opcode == Opcode::EndFor || monitor(frame, Monitored::Instruction);
}

bool monitorJump(Frame* frame, Monitored event, uint32_t target) {
    if (!wantsMonitored(frame, event)) return true;
    Held<> to(newInt(int64_t{shownCode(frame->code).starts[target]} * 2));
    return to && monitor(frame, event, to);
}

bool monitorCall(Frame* frame, Object* callable, Object* firstOrNull, uint32_t* tools) {
    *tools = 0;
    if (!wantsMonitored(frame, Monitored::Call)) return true;
    uint32_t at = indexOf(frame, frame->ip);
    *tools = monitoringToolsAt(frame->code, Monitored::Call, at);
    Held<> function(newRef(callable)), first(newRef(firstOrNull ? firstOrNull : monitoringMissing));
    return tellAt(frame, Monitored::Call, at, shownOffset(frame->code, at), function, first);
}

Owned monitorResult(Frame* frame, Object* callable, Object* firstOrNull, uint32_t tools, Owned result) {
    Held<> given(result);
    if (!wantsMonitored(frame, Monitored::Call) || interpreter.stopping) return given.release();
    uint32_t at = indexOf(frame, frame->ip);
    // What the only tool has enough of as it is told of the call, it is still told of the result.
    tools &= tools & (tools - 1) ? monitoringToolsAt(frame->code, Monitored::Call, at) : monitoringToolsOf(frame->code, Monitored::Call);
    Held<> place(newInt(shownOffset(frame->code, at)));
    Object* first = firstOrNull ? firstOrNull : monitoringMissing;
    if (given) return place && tellTools(frame, tools, Monitored::NativeReturn, at, place, callable, first) ? given.release() : Owned(nullptr);
    Held<> pending(takeError());
    if (place && tellTools(frame, tools, Monitored::NativeRaise, at, place, callable, first)) restoreError(pending.release());
    return nullptr;
}

void monitorRaise(Frame* frame, bool ofCall) {
    if (wantsMonitored(frame, Monitored::Raise)) tellPending(frame, Monitored::Raise, raisingOffset(frame, frame->ip, ofCall));
}
void monitorUnwind(Frame* frame, const Instruction* at, bool ofCall) {
    if (wantsMonitored(frame, Monitored::PyUnwind)) tellPending(frame, Monitored::PyUnwind, raisingOffset(frame, at, ofCall));
}
bool monitorThrow(Frame* frame) { return tellPending(frame, Monitored::PyThrow, shownOffset(frame->code, standsAt(frame))); }
bool monitorStopIteration(Frame* frame) { return tellPending(frame, Monitored::Raise, shownOffset(frame->code, indexOf(frame, frame->ip))); }

void monitorReraise(Frame* frame, const Instruction* at) { tellPending(frame, Monitored::Reraise, shownOffset(frame->code, indexOf(frame, at))); }

bool monitorHandled(Frame* frame, uint32_t handler, Object* exception) {
    if (!wantsMonitored(frame, Monitored::ExceptionHandled)) return true;
    return tellAt(frame, Monitored::ExceptionHandled, handler, shownOffset(frame->code, handler), exception);
}

bool monitorGeneratorEnd(Frame* frame, Object* value) {
    if (!wantsMonitored(frame, Monitored::StopIteration)) return true;
    raiseStopIteration(value);
    Held<> ended(takeError());
    return monitor(frame, Monitored::StopIteration, ended);
}

}
