// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The frame of the commonest call, inline: a Python function whose parameters are all positional, with just as many arguments. And the end of
// a frame that nobody looked at. What they do is frameForCall's and clearFrame's.

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/held_items.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/frames/frame.h"
#include "core/python/vm/loop/loop_numbers.h"

namespace memtape {

inline const CodeExtra* extraOf(const FunctionObject* function) { return static_cast<const CodeObject*>(function->code)->extra; }
inline bool takesJust(const FunctionObject* function, ssize count) { return extraOf(function)->plainArguments == count; }
inline bool frameFits(const FunctionObject* function) {
    return frameStackTop + extraOf(function)->frameBytes + 64 * sizeof(void*) <= frameStackLimit;
}

// Takes over the function and the arguments. The frame is not linked yet.
inline Frame* plainFrame(FunctionObject* function, Object** args, ssize count) {
    auto* code = static_cast<CodeObject*>(function->code);
    auto* frame = reinterpret_cast<Frame*>(frameStackTop);
    frameStackTop += code->extra->frameBytes;
    incref(code);
    frame->code = code;
    frame->function = function;
    frame->globals = function->globals;
    frame->builtins = function->builtins;
    frame->locals = nullptr;
    frame->frameObject = nullptr;
    frame->ip = code->extra->instructions;
    frame->stackTop = static_cast<int32_t>(code->localsPlusCount);
    frame->isEntry = frame->isInit = frame->started = 0;
    frame->owner = FrameOwner::Stack;
    ssize i = 0, locals = code->localsPlusCount;
    for (; i < count; ++i) frame->localsPlus[i] = args[i];
    for (; i < locals; ++i) frame->localsPlus[i] = nullptr;
    return frame;
}

template <bool Recording> inline void clearPlainFrame(Frame* frame) {
    if (frame->frameObject || frame->locals) [[unlikely]]
        return clearFrame(frame);
    Object** place = frame->localsPlus;
    Object** end = place + frame->stackTop;
    frame->stackTop = 0;
    for (; place != end; ++place) {
        Object* o = *place;
        if (!o) continue;
        *place = nullptr;
        if (o->type == types::Int) dropInt<Recording>(o);
        else decref(o);
    }
    clearField(frame->function);
    clearField(frame->code);
}
// While recording: what is still to be dropped is held where anything may run meanwhile.
inline void clearRecordedFrame(Frame* frame, Object* result) {
    Object** end = frame->localsPlus + frame->stackTop;
    for (Object** place = frame->localsPlus; place != end; ++place)
        if (*place && dropMayRunCode(*place)) return clearFrame(frame, result);
    clearPlainFrame<true>(frame);
}

}
