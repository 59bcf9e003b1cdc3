// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vm/generator_object.h"

#include <cstring>

#include "core/bytecode/opcodes.h"
#include "core/objects/cycle_collector.h"
#include "core/objects/errors.h"
#include "core/objects/exception_object.h"
#include "core/objects/int_object.h"
#include "core/objects/protocol.h"
#include "core/objects/quiet_allocation.h"
#include "core/objects/recording.h"
#include "core/objects/str_object.h"
#include "core/objects/tuple_object.h"
#include "core/objects/weakref_object.h"
#include "core/vm/code_extra.h"
#include "core/vm/eval_helpers.h"
#include "core/vm/eval_loop.h"
#include "core/vm/frame_object.h"
#include "core/vm/frame_recording.h"
#include "core/vm/specialised.h"

namespace memtape {

namespace {

GeneratorObject* gen(Object* o) { return static_cast<GeneratorObject*>(o); }

const char* kindOf(const GeneratorObject* g) {
    return g->type == types::Coroutine ? "coroutine" : "generator";
}

bool hasFrame(const GeneratorObject* g) { return g->state < GeneratorState::Completed; }

// What a suspended generator delegates to (yield from, await), borrowed; null: nothing.
Object* delegateOf(GeneratorObject* g) {
    if (g->state != GeneratorState::SuspendedYieldFrom) return nullptr;
    return g->frame.localsPlus[g->frame.stackTop - 1];
}

void raiseInvalidState(GeneratorObject* g) {
    if (g->state == GeneratorState::Executing) raise(exc::ValueError, "{} already executing", kindOf(g));
}

// Runs the generator from where it stands. `raising`: the pending exception is thrown in. Takes `value` over.
SendResult resume(GeneratorObject* g, Object* value, bool raising, Object** result) {
    *result = nullptr;
    if (g->state == GeneratorState::Executing) {
        xdecref(value);
        raiseInvalidState(g);
        return SendResult::Error;
    }
    if (!hasFrame(g)) {
        xdecref(value);
        if (g->type == types::Coroutine && !raising) {
            raise(exc::RuntimeError, "cannot reuse already awaited coroutine");
            return SendResult::Error;
        }
        if (raising) return SendResult::Error;
        *result = None;
        return SendResult::Return;
    }
    Frame* frame = &g->frame;
    if (recording()) recordResume(g);
    g->handled.previous = interpreter.handled;
    interpreter.handled = &g->handled;
    g->state = GeneratorState::Executing;
    Owned given(nullptr);
    if (raising) {
        // Raised where the generator stands: at its yield, or before its first instruction after RETURN_GENERATOR.
        --frame->ip;
        given = runFrameRaising(frame);
    } else {
        frame->localsPlus[frame->stackTop++] = value;
        given = runFrame(frame);
    }
    if (!given) return SendResult::Error;
    *result = given.pointer;
    return isSuspended(g) ? SendResult::Next : SendResult::Return;
}

void raiseStopWith(Object* value) {
    if (isNone(value)) raiseStopIteration(nullptr);
    else raiseStopIteration(value);
}

// The outcome of send() and throw() as a method gives it.
Owned outcomeOf(GeneratorObject* g, SendResult sent, Object* result) {
    if (sent == SendResult::Next) return Owned(result);
    if (sent == SendResult::Return) {
        raiseStopWith(result);
        decref(result);
    }
    return nullptr;
}

Owned generatorSend(Object* self, Object* value) {
    GeneratorObject* g = gen(self);
    if (g->state == GeneratorState::Created && !isNone(value)) {
        return raise(exc::TypeError, "can't send non-None value to a just-started {}", kindOf(g));
    }
    incref(value);
    Object* result;
    SendResult sent = resume(g, value, false, &result);
    return outcomeOf(g, sent, result);
}

Owned generatorNext(Object* self) {
    GeneratorObject* g = gen(self);
    Object* result;
    SendResult sent = resume(g, newRef(None).pointer, false, &result);
    if (sent == SendResult::Next) return Owned(result);
    if (sent == SendResult::Return) {
        if (!isNone(result)) raiseStopWith(result); // a plain end is told by null alone
        decref(result);
    }
    return nullptr;
}

bool closeDelegate(Object* delegate) {
    if (isAnyGenerator(delegate)) {
        Ref<> closed = callMethod(delegate, names::close);
        return static_cast<bool>(closed);
    }
    bool failed = false;
    Held<> close(findAttr(delegate, names::close, &failed));
    if (failed) writeUnraisable(delegate);
    if (!close) return true;
    Ref<> closed = call(close);
    return static_cast<bool>(closed);
}

// The end of a frame that does not run.
void dropFrame(GeneratorObject* g) {
    g->state = GeneratorState::Cleared;
    if (recording()) {
        recordResume(g);
        recordReturn(&g->frame);
    }
    clearFrame(&g->frame);
}

Owned generatorClose(Object* self) {
    GeneratorObject* g = gen(self);
    if (g->state == GeneratorState::Created) {
        dropFrame(g);
        return newNone();
    }
    if (!hasFrame(g)) return newNone();
    if (g->state == GeneratorState::Executing) {
        raiseInvalidState(g);
        return nullptr;
    }
    bool closed = true;
    if (Object* delegate = delegateOf(g)) {
        Held<> kept(newRef(delegate));
        g->state = GeneratorState::Executing;
        closed = closeDelegate(delegate);
        g->state = GeneratorState::SuspendedYieldFrom;
    }
    if (closed) {
        // A yield outside any try: nothing can see the GeneratorExit, so the frame is just dropped.
        if (baseOpcode(*g->frame.ip) == Opcode::Resume && (g->frame.ip->operand & resumeAtDepthOne)) {
            dropFrame(g);
            return newNone();
        }
        raiseObject(exc::GeneratorExit, nullptr);
    }
    Object* result;
    SendResult sent = resume(g, nullptr, true, &result);
    if (sent == SendResult::Next) {
        decref(result);
        return raise(exc::RuntimeError, "{} ignored GeneratorExit", kindOf(g));
    }
    if (sent == SendResult::Return) return Owned(result);
    if (errorMatches(exc::GeneratorExit)) {
        clearError();
        return newNone();
    }
    if (errorMatches(exc::StopIteration)) {
        Object* value = nullptr;
        if (takeStopIterationValue(&value)) return Owned(value);
    }
    return nullptr;
}

// The exception that throw(type, value, traceback) means, made pending.
bool setThrown(Object* type, Object* value, Object* traceback) {
    if (traceback && isNone(traceback)) traceback = nullptr;
    if (traceback && traceback->type != types::Traceback) return raise(exc::TypeError, "throw() third argument must be a traceback object");
    Held<> instance;
    if (isExceptionClass(type)) {
        if (value && isInstanceOf(value, type) > 0) instance = newRef(value);
        else if (!value || isNone(value)) instance = call(type);
        else if (isTuple(value)) instance = callWithTuple(type, value, nullptr);
        else instance = call(type, value);
        if (!instance) return false;
    } else if (isException(type)) {
        if (value && !isNone(value)) return raise(exc::TypeError, "instance exception may not have a separate value");
        instance = newRef(type);
    } else {
        return raise(exc::TypeError, "exceptions must be classes or instances deriving from BaseException, not {}", type->type->name);
    }
    if (traceback) setTraceback(instance, traceback);
    restoreError(instance.release());
    return true;
}

Owned throwInto(GeneratorObject* g, Object* type, Object* value, Object* traceback) {
    if (Object* delegate = delegateOf(g)) {
        Held<> kept(newRef(delegate));
        if (exceptionMatches(type, exc::GeneratorExit)) {
            g->state = GeneratorState::Executing;
            bool closed = closeDelegate(delegate);
            g->state = GeneratorState::SuspendedYieldFrom;
            if (!closed) {
                Object* result;
                SendResult sent = resume(g, nullptr, true, &result);
                return outcomeOf(g, sent, result);
            }
        } else {
            Owned given(nullptr);
            bool delegated = true;
            if (delegate->type == types::Generator || delegate->type == types::Coroutine) {
                g->state = GeneratorState::Executing;
                given = throwInto(gen(delegate), type, value, traceback);
                g->state = GeneratorState::SuspendedYieldFrom;
            } else {
                bool failed = false;
                Held<> thrower(findAttr(delegate, names::throw_, &failed));
                if (failed) return nullptr;
                delegated = static_cast<bool>(thrower);
                if (delegated) {
                    g->state = GeneratorState::Executing;
                    Object* list[] = {type, value, traceback};
                    given = call(thrower, Args{list, size_t(value ? (traceback ? 3 : 2) : 1), nullptr});
                    g->state = GeneratorState::SuspendedYieldFrom;
                }
            }
            if (delegated) {
                if (given) return given;
                // The delegate is done: the generator goes on behind its yield from, with the value or the exception.
                Object* result;
                SendResult sent = resume(g, nullptr, true, &result);
                return outcomeOf(g, sent, result);
            }
        }
    }
    if (!setThrown(type, value, traceback)) return nullptr;
    Object* result;
    SendResult sent = resume(g, nullptr, true, &result);
    return outcomeOf(g, sent, result);
}

Owned generatorThrow(Object* self, Args args) {
    return throwInto(gen(self), args[0], args.count > 1 ? args[1] : nullptr, args.count > 2 ? args[2] : nullptr);
}

SendResult generatorSendSlot(Object* self, Object* value, Object** result) {
    incref(value);
    return resume(gen(self), value, false, result);
}

// __del__: a generator that is dropped while suspended is closed, so that its finally blocks run.
void generatorFinalize(Object* self) {
    GeneratorObject* g = gen(self);
    if (!hasFrame(g)) return;
    Held<> pending(takeError());
    if (g->type == types::Coroutine && g->state == GeneratorState::Created) {
        clearError(); // "was never awaited" is a warning of asyncio's users; nothing runs
    } else {
        Ref<> closed = generatorClose(self);
        if (!closed) writeUnraisable(self);
    }
    if (pending) restoreError(pending.release());
}

void generatorDealloc(Object* self) {
    GeneratorObject* g = gen(self);
    gcUntrack(self);
    clearWeakReferences(self);
    gcTrack(self);
    if (!finalizeFromDealloc(self)) return; // resurrected
    gcUntrack(self);
    Dying dying(self);
    if (hasFrame(g)) dropFrame(g);
    clearField(g->handled.value);
    clearField(g->frame.code);
    clearField(g->name);
    clearField(g->qualname);
    clearField(g->originOrFinalizer);
    freeObject(self);
}

int generatorTraverse(Object* self, Visit visit, void* context) {
    GeneratorObject* g = gen(self);
    for (Object* o : {g->name, g->qualname, g->originOrFinalizer, g->handled.value}) {
        if (!o) continue;
        if (int r = visit(o, context)) return r;
    }
    return hasFrame(g) ? visitFrame(&g->frame, visit, context) : 0;
}

// The frame's slots and holds are on the tape as a suspended frame, and its code until it ends.
void generatorCells(Object* self, CellVisitor& visitor) {
    GeneratorObject* g = gen(self);
    visitor.visit(CellKind::Field, generatorNameField, g->name);
    visitor.visit(CellKind::Field, generatorQualnameField, g->qualname);
    visitor.visit(CellKind::Field, generatorHandledField, g->handled.value);
    visitor.visit(CellKind::Field, generatorFinalizerField, g->originOrFinalizer);
    visitor.visit(CellKind::Field, generatorCodeField, hasFrame(g) ? nullptr : g->frame.code);
    visitor.visit(CellKind::Field, generatorFrameObjectField, g->frame.frameObject);
}

size_t generatorSize(Object* self) {
    GeneratorObject* g = gen(self);
    CodeObject* code = g->frame.code;
    return g->type->basicSize + (code->localsPlusCount + code->stackSize) * sizeof(Object*);
}

Owned generatorRepr(Object* self) {
    char address[24];
    std::snprintf(address, sizeof address, "0x%llx", static_cast<unsigned long long>(addressOf(self)));
    const FormatArg parts[] = {self->type->name, gen(self)->qualname, address};
    return formatMessage("<{} object {} at {}>", parts, 3);
}

Owned selfIter(Object* self) { return newRef(self); }
Owned nameGet(Object* self) { return newRef(gen(self)->name); }
Owned qualnameGet(Object* self) { return newRef(gen(self)->qualname); }
bool setText(Object* self, Object*& field, Object* value, const char* attribute) {
    if (!value || !isStr(value)) return raise(exc::TypeError, "{} must be set to a string object", attribute);
    incref(value);
    setField(self, field, Owned(value));
    return true;
}
bool nameSet(Object* self, Object* value) { return setText(self, gen(self)->name, value, "__name__"); }
bool qualnameSet(Object* self, Object* value) { return setText(self, gen(self)->qualname, value, "__qualname__"); }
Owned delegateGet(Object* self) {
    Object* delegate = delegateOf(gen(self));
    return newRef(delegate ? delegate : None);
}
Owned runningGet(Object* self) { return newBool(gen(self)->state == GeneratorState::Executing); }
Owned suspendedGet(Object* self) { return newBool(isSuspended(gen(self))); }
Owned frameGet(Object* self) {
    if (!hasFrame(gen(self))) return newNone();
    FrameObject* f = frameObjectOf(&gen(self)->frame);
    return f ? newRef(f) : Owned(nullptr);
}
Owned codeGet(Object* self) { return newRef(gen(self)->frame.code); }

const MethodDef generatorMethods[] = {{"send", generatorSend}, {"throw", generatorThrow, 1, 3}, {"close", generatorClose}, {}};
#define FRAME_ATTRIBUTES(prefix, delegate)                                                                             \
    {"__name__", nameGet, nameSet}, {"__qualname__", qualnameGet, qualnameSet}, {delegate, delegateGet},              \
    {prefix "_running", runningGet}, {prefix "_suspended", suspendedGet}, {prefix "_frame", frameGet}, {prefix "_code", codeGet}, {}
const GetSetDef generatorGetSets[] = {FRAME_ATTRIBUTES("gi", "gi_yieldfrom")};
const GetSetDef coroutineGetSets[] = {FRAME_ATTRIBUTES("cr", "cr_await")};
#undef FRAME_ATTRIBUTES

void defineLike(Type* t, const char* name, const GetSetDef* getsets) {
    t->name = name;
    t->basicSize = offsetof(GeneratorObject, frame) + offsetof(Frame, localsPlus);
    t->itemSize = sizeof(Object*);
    t->flags = HaveGc | DisallowInstantiation;
    t->weaklistOffset = offsetof(GeneratorObject, weakrefs);
    t->dealloc = generatorDealloc;
    t->finalize = generatorFinalize;
    t->traverse = generatorTraverse;
    t->cells = generatorCells;
    t->size = generatorSize;
    t->repr = generatorRepr;
    t->send = generatorSendSlot;
    t->methods = generatorMethods;
    t->getsets = getsets;
}

const Field wrapperFields[] = {{"cw_coroutine", sizeof(Object)}, {}};
struct CoroutineWrapperObject : Object { Object* coroutine; };

Owned wrapperNext(Object* self) { return generatorSend(static_cast<CoroutineWrapperObject*>(self)->coroutine, None); }
Owned wrapperSend(Object* self, Object* value) { return generatorSend(static_cast<CoroutineWrapperObject*>(self)->coroutine, value); }
Owned wrapperThrow(Object* self, Args args) { return generatorThrow(static_cast<CoroutineWrapperObject*>(self)->coroutine, args); }
Owned wrapperClose(Object* self) { return generatorClose(static_cast<CoroutineWrapperObject*>(self)->coroutine); }
const MethodDef wrapperMethods[] = {{"send", wrapperSend}, {"throw", wrapperThrow, 1, 3}, {"close", wrapperClose}, {}};

Owned coroutineAwait(Object* self) {
    auto* wrapper = static_cast<CoroutineWrapperObject*>(allocateGcObject(types::CoroutineWrapper, sizeof(CoroutineWrapperObject)));
    if (!wrapper) return nullptr;
    incref(self);
    wrapper->coroutine = self;
    recordCells(wrapper);
    gcTrack(wrapper);
    return Owned(wrapper);
}

}

Owned newGenerator(Frame* frame) {
    CodeObject* code = frame->code;
    Type* type = code->flags & CodeFlag::Coroutine ? types::Coroutine : types::Generator;
    size_t bytes = offsetof(GeneratorObject, frame) + offsetof(Frame, localsPlus) + (code->localsPlusCount + code->stackSize) * sizeof(Object*);
    GeneratorObject* g;
    {
        QuietAllocation quiet; // its size follows from the frame
        g = static_cast<GeneratorObject*>(allocateGcObject(type, bytes));
    }
    if (!g) return nullptr;
    g->weakrefs = nullptr;
    incref(frame->function->name);
    incref(frame->function->qualname);
    g->name = frame->function->name;
    g->qualname = frame->function->qualname;
    g->handled = {};
    g->originOrFinalizer = nullptr;
    g->hooksInited = g->closed = g->runningAsync = 0;
    g->state = GeneratorState::Created;
    std::memcpy(static_cast<void*>(&g->frame), frame, offsetof(Frame, localsPlus) + static_cast<size_t>(frame->stackTop) * sizeof(Object*));
    g->frame.owner = FrameOwner::Generator;
    g->frame.previous = nullptr;
    g->frame.isEntry = g->frame.isInit = 0;
    g->frame.started = 1;
    if (g->frame.frameObject) g->frame.frameObject->frame = &g->frame;
    recordAlloc(g);
    recordCells(g);
    gcTrack(g);
    return Owned(g);
}

SendResult sendToGenerator(GeneratorObject* g, Object* value, Object** result) {
    if (!value) return resume(g, nullptr, true, result);
    incref(value);
    return resume(g, value, false, result);
}

bool takeStopIterationValue(Object** value) {
    if (!errorOccurred()) {
        *value = None;
        return true;
    }
    if (!errorMatches(exc::StopIteration)) return false;
    Ref<> exception = takeError();
    Object* found = asStopIteration(exception)->value;
    *value = newRef(found ? found : None).pointer;
    return true;
}

SendResult sendTo(Object* receiver, Object* value, Object** result) {
    if (receiver->type->send) return receiver->type->send(receiver, value, result);
    Owned given = isNone(value) && receiver->type->iterNext ? receiver->type->iterNext(receiver) : callMethod(receiver, names::send, value);
    if (given) {
        *result = given.pointer;
        return SendResult::Next;
    }
    if (interpreter.stopping) return SendResult::Error;
    if (!errorOccurred()) {
        *result = None;
        return SendResult::Return;
    }
    return SendResult::Error;
}

Owned getAwaitable(Object* o, uint32_t origin) {
    Held<> iterator;
    if (o->type == types::Coroutine || (o->type == types::Generator && (gen(o)->frame.code->flags & CodeFlag::IterableCoroutine))) {
        iterator = newRef(o);
    } else if (o->type->await) {
        iterator = o->type->await(o);
        if (iterator && (iterator->type == types::Coroutine)) return raise(exc::TypeError, "__await__() returned a coroutine");
        if (iterator && !iterator->type->iterNext) return raise(exc::TypeError, "__await__() returned non-iterator of type '{}'", iterator->type->name);
    } else if (origin == 1) {
        return raise(exc::TypeError, "'async with' received an object from __aenter__ that does not implement __await__: {}", o->type->name);
    } else if (origin == 2) {
        return raise(exc::TypeError, "'async with' received an object from __aexit__ that does not implement __await__: {}", o->type->name);
    } else {
        return raise(exc::TypeError, "object {} can't be used in 'await' expression", o->type->name);
    }
    if (iterator && iterator->type == types::Coroutine && delegateOf(gen(iterator))) return raise(exc::RuntimeError, "coroutine is being awaited already");
    return iterator.release();
}

Owned getAsyncIter(Object* o) {
    if (!o->type->asyncIter) return raise(exc::TypeError, "'async for' requires an object with __aiter__ method, got {}", o->type->name);
    Ref<> iterator = o->type->asyncIter(o);
    if (!iterator) return nullptr;
    if (!iterator->type->asyncNext) {
        return raise(exc::TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: {}", iterator->type->name);
    }
    return iterator.release();
}

Owned getAsyncNext(Object* o) {
    if (!o->type->asyncNext) return raise(exc::TypeError, "'async for' requires an iterator with __anext__ method, got {}", o->type->name);
    Held<> next(o->type->asyncNext(o));
    if (!next) return nullptr;
    Owned awaitable = getAwaitable(next, 0);
    if (!awaitable) return raise(exc::TypeError, "'async for' received an invalid object from __anext__: {}", next->type->name);
    return awaitable;
}

void defineGeneratorType(Type* t) {
    defineLike(t, "generator", generatorGetSets);
    t->iter = selfIter;
    t->iterNext = generatorNext;
}

void defineCoroutineType(Type* t) {
    defineLike(t, "coroutine", coroutineGetSets);
    t->await = coroutineAwait;
}

void defineCoroutineWrapperType(Type* t) {
    t->name = "coroutine_wrapper";
    t->basicSize = sizeof(CoroutineWrapperObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = wrapperFields;
    t->iter = selfIter;
    t->iterNext = wrapperNext;
    t->methods = wrapperMethods;
}

}
