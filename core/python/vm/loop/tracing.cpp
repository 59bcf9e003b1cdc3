// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/loop/tracing.h"

#include <cstring>

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/frames/frame_object.h"
#include "core/python/vm/loop/frame_recording.h"
#include "core/python/vm/loop/monitoring.h"
#include "core/python/vm/loop/specialised.h"

namespace memtape {

TraceState traceState;

namespace {

constexpr const char* eventNames[] = {"call", "line", "return", "exception", "opcode", "c_call", "c_return", "c_exception"};

// One call of a trace or profile function.
Owned tell(Object* function, FrameObject* frame, TraceEvent event, Object* argument) {
    Held<> name(internStr(eventNames[static_cast<size_t>(event)]));
    if (!name) return nullptr;
    const TraceState before = traceState;
    traceState = {true, event, frame->frame, frame->frame->ip};
    interpreter.inTrace = true;
    Owned result = call(function, frame, name, argument ? argument : None);
    interpreter.inTrace = false;
    traceState = before;
    return result;
}

bool tellProfile(Frame* frame, TraceEvent event, Object* argument) {
    if (!interpreter.profileFunction || interpreter.inTrace) return true;
    FrameObject* object = frameObjectOf(frame);
    if (!object) return false;
    Held<> function(newRef(interpreter.profileFunction));
    Held<> kept(newRef(static_cast<Object*>(object)));
    if (Ref<>(tell(function, object, event, argument))) return true;
    setTraceFunction(interpreter.profileFunction, nullptr);
    return false;
}

// A frame's own function hears of all but its calls; what it gives back takes its place.
bool tellTrace(Frame* frame, TraceEvent event, Object* argument) {
    if (!interpreter.traceFunction || interpreter.inTrace) return true;
    const bool isCall = event == TraceEvent::Call;
    if (!isCall && !(frame->frameObject && frame->frameObject->trace)) return true;
    FrameObject* object = frameObjectOf(frame);
    if (!object) return false;
    Held<> function(newRef(isCall ? interpreter.traceFunction : object->trace));
    Held<> kept(newRef(static_cast<Object*>(object)));
    Held<> result(tell(function, object, event, argument));
    if (!result) {
        setTraceFunction(interpreter.traceFunction, nullptr);
        setFrameTrace(object, nullptr);
        return false;
    }
    if (!isNone(result)) setFrameTrace(object, result);
    return true;
}

bool tellBoth(Frame* frame, TraceEvent event, Object* argument) { return tellProfile(frame, event, argument) && tellTrace(frame, event, argument); }

// While the functions run the exception that is pending is not. One of theirs replaces it.
template <class F> bool withoutPending(F run) {
    Held<> pending(takeError());
    if (!run(pending.get())) return false;
    restoreError(pending.release());
    return true;
}

// What profile functions are told of a native callable: itself, or a method bound to the first argument. Null: nothing.
Owned profiledCallable(Object* callable, Args args) {
    if (isNativeFunction(callable)) return newRef(callable);
    if (callable->type == types::MethodDescriptor && args.count > 0) return callable->type->descrGet(callable, args[0], args[0]->type);
    return nullptr;
}

// A native call between its two events. Without a profile function it holds nothing: a loop of this form may go on for a while after the function is taken
// away, and how long must not be seen on the tape.
template <class F> Owned profiled(Frame* frame, Object* callable, Args args, F run) {
    if (!interpreter.profileFunction || interpreter.inTrace) return run();
    Held<> shown(profiledCallable(callable, args));
    if (!shown) return errorOccurred() ? Owned(nullptr) : run();
    if (!tellProfile(frame, TraceEvent::NativeCall, shown)) return nullptr;
    Held<> result(run());
    if (result) return tellProfile(frame, TraceEvent::NativeReturn, shown) ? result.release() : Owned(nullptr);
    withoutPending([&](Object*) { return tellProfile(frame, TraceEvent::NativeException, shown); });
    return nullptr;
}

}

const uint8_t* traceStarts(CodeObject* code) {
    CodeExtra& extra = *code->extra;
    if (!extra.traceStarts) {
        const std::vector<uint8_t> flags = lineStartsOf(*codeUnit(code));
        extra.traceStarts = new uint8_t[flags.size()];
        std::memcpy(extra.traceStarts, flags.data(), flags.size());
    }
    return extra.traceStarts;
}

void updateTraceBit() {
    const bool wanted = interpreter.traceFunction || interpreter.profileFunction || monitoringWants;
    if (wanted) interpreter.breaker.fetch_or(Interpreter::TraceBit, std::memory_order_relaxed);
    else interpreter.breaker.fetch_and(~uint32_t{Interpreter::TraceBit}, std::memory_order_relaxed);
}

void setTraceFunction(Object*& place, Object* functionOrNull) {
    Object* old = place;
    xincref(functionOrNull);
    place = functionOrNull;
    updateTraceBit();
    if (recording()) recordTraceFunctions();
    xdecref(old);
}

bool traceCall(Frame* frame) { return tellBoth(frame, TraceEvent::Call, None); }
bool traceReturn(Frame* frame, Object* value) { return tellBoth(frame, TraceEvent::Return, value); }
bool traceLine(Frame* frame) { return !frame->frameObject || !frame->frameObject->traceLines || tellTrace(frame, TraceEvent::Line, None); }

bool traceException(Frame* frame) {
    if (!wantsLines(frame) || interpreter.stopping) return true;
    return withoutPending([&](Object* exception) {
        Object* traceback = asException(exception)->traceback;
        Held<> argument(packTuple(static_cast<Object*>(exception->type), exception, traceback ? traceback : None));
        return argument && tellTrace(frame, TraceEvent::Exception, argument);
    });
}

void traceUnwind(Frame* frame) {
    withoutPending([&](Object*) { return tellBoth(frame, TraceEvent::Return, None); });
}

bool traceThrow(Frame* frame) {
    return withoutPending([&](Object*) { return tellBoth(frame, TraceEvent::Call, None); });
}

bool traceStopIteration(Frame* frame, Object* value) {
    if (!wantsLines(frame)) return true;
    raiseStopIteration(value);
    if (!traceException(frame)) return false;
    clearError();
    return true;
}

bool traceInstruction(Frame* frame, Instruction* previous) {
    CodeObject* code = frame->code;
    const Instruction* first = code->extra->instructions;
    const int32_t* lines = code->extra->lines;
    Instruction* at = frame->ip;
    if (traceStarts(code)[at - first] & lineStartFlag) {
        const bool isSameLine = previous != at && lines[previous - first] == lines[at - first] &&
                                static_cast<Opcode>(codeUnit(code)->instructions[static_cast<size_t>(previous - first)].opcode) != Opcode::Resume;
        if (!isSameLine && !traceLine(frame)) {
            frame->ip = at;
            return false;
        }
        if (frame->ip != at) finishJump(frame, at);
    }
    FrameObject* object = frame->frameObject;
    return !object || !object->tellsOpcodes || frame->ip != at || tellTrace(frame, TraceEvent::Opcode, None);
}

Owned callTraced(Frame* frame, uint32_t tools, Object* callable, Args args) {
    Owned result = profiled(frame, callable, args, [&] { return call(callable, args); });
    if (!tools) return result;
    return monitorResult(frame, callable, args.count > 0 || args.keywordCount() > 0 ? args.values[0] : nullptr, tools, result);
}

Owned callTracedWithTuple(Frame* frame, uint32_t tools, Object* callable, Object* tuple, Object* dictOrNull) {
    const Args args{asTuple(tuple)->items, static_cast<size_t>(asTuple(tuple)->count), nullptr};
    Owned result = profiled(frame, callable, args, [&] { return callWithTuple(callable, tuple, dictOrNull); });
    if (!tools || isMethod(callable)) return result;
    return monitorResult(frame, callable, args.count > 0 ? args[0] : nullptr, tools, result);
}

}
