// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/generators/generator_object.h"

#include <cstring>

#include "core/python/bytecode/opcodes.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/quiet_allocation.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/frames/frame_object.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/loop/eval_loop.h"
#include "core/python/vm/loop/frame_recording.h"
#include "core/python/vm/loop/specialised.h"

namespace memtape {

namespace {

GeneratorObject* gen(Object* o) { return static_cast<GeneratorObject*>(o); }

}

const char* kindOf(const GeneratorObject* g) {
    return g->type == types::Coroutine ? "coroutine" : g->type == types::AsyncGenerator ? "async generator" : "generator";
}

Object* delegateOf(GeneratorObject* g) {
    if (g->state != GeneratorState::SuspendedYieldFrom) return nullptr;
    return g->frame.localsPlus[g->frame.stackTop - 1];
}

Failure raiseAlreadyExecuting(const GeneratorObject* g) { return raise(exc::ValueError, "{} already executing", kindOf(g)); }

SendResult resumeGenerator(GeneratorObject* g, Object* value, bool raising, Object** result) {
    *result = nullptr;
    if (g->state == GeneratorState::Executing) {
        xdecref(value);
        raiseAlreadyExecuting(g);
        return SendResult::Error;
    }
    if (!hasFrame(g)) {
        xdecref(value);
        if (g->type == types::Coroutine) {
            raise(exc::RuntimeError, "cannot reuse already awaited coroutine");
            return SendResult::Error;
        }
        if (raising) return SendResult::Error;
        *result = None;
        return SendResult::Return;
    }
    Frame* frame = &g->frame;
    // The loop is entered by a native call, which must not fail where the step is told before.
    const bool told = recording() && !raising && interpreter.nativeRemaining > 2 && recordResumeAtOnce(g, value);
    if (recording() && !told) recordResume(g);
    g->handled.previous = interpreter.handled;
    interpreter.handled = &g->handled;
    g->state = GeneratorState::Executing;
    Owned given(nullptr);
    if (raising) {
        // What the generator handles is the context of what is thrown in.
        if (g->handled.value && !isNone(g->handled.value)) {
            Ref<> thrown = takeError();
            raiseInstance(thrown);
        }
        // Raised where the generator stands: at its yield, or before its first instruction after RETURN_GENERATOR.
        --frame->ip;
        // In the place of what is sent: the handler of a yield from counts on it.
        frame->localsPlus[frame->stackTop++] = None;
        given = runFrameRaising(frame);
    } else {
        frame->localsPlus[frame->stackTop++] = value;
        given = told ? runFrameTold(frame) : runFrame(frame);
    }
    if (!given) return SendResult::Error;
    *result = given.pointer;
    return isSuspended(g) ? SendResult::Next : SendResult::Return;
}

Owned generatorOutcome(GeneratorObject* g, SendResult sent, Object* result) {
    if (sent == SendResult::Next) return Owned(result);
    if (sent == SendResult::Return) {
        if (g->type == types::AsyncGenerator) raiseObject(exc::StopAsyncIteration, nullptr);
        else raiseStopIteration(result);
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
    SendResult sent = resumeGenerator(g, value, false, &result);
    return generatorOutcome(g, sent, result);
}

Owned generatorNext(Object* self) {
    GeneratorObject* g = gen(self);
    Object* result;
    SendResult sent = resumeGenerator(g, newRef(None).pointer, false, &result);
    if (sent == SendResult::Next) return Owned(result);
    if (sent == SendResult::Return) {
        if (!isNone(result)) raiseStopIteration(result); // a plain end is told by null alone
        decref(result);
    }
    return nullptr;
}

// The end of a frame that does not run.
void dropGeneratorFrame(GeneratorObject* g) {
    g->state = GeneratorState::Cleared;
    if (recording()) {
        recordResume(g);
        recordReturn(&g->frame);
    }
    clearFrame(&g->frame);
}

namespace {

SendResult generatorSendSlot(Object* self, Object* value, Object** result) {
    incref(value);
    return resumeGenerator(gen(self), value, false, result);
}

// The finalizer of sys.set_asyncgen_hooks takes care of an async generator that has been begun and not closed: true.
bool leaveToFinalizer(GeneratorObject* g) {
    if (g->type != types::AsyncGenerator || !g->originOrFinalizer || g->closed) return false;
    Held<> finalizer(newRef(g->originOrFinalizer));
    Ref<> done = call(finalizer, g);
    if (!done) writeUnraisable(g);
    return true;
}

// __del__: a generator that is dropped while suspended is closed, so that its finally blocks run.
void generatorFinalize(Object* self) {
    GeneratorObject* g = gen(self);
    if (!hasFrame(g)) return;
    Held<> pending(takeError());
    if (!leaveToFinalizer(g)) {
        if (g->type == types::Coroutine && g->state == GeneratorState::Created) {
            warnNeverAwaited(g, g->qualname);
        } else {
            Ref<> closed = generatorClose(self);
            if (!closed) writeUnraisable(self);
        }
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
    if (hasFrame(g)) dropGeneratorFrame(g);
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
    const std::string address = addressText(self);
    const FormatArg parts[] = {self->type->name, gen(self)->qualname, address};
    return formatMessage("<{} object {} at {}>", parts, 3);
}

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

Owned originGet(Object* self) { return newRef(gen(self)->originOrFinalizer ? gen(self)->originOrFinalizer : None); }
Owned asyncRunningGet(Object* self) { return newBool(gen(self)->runningAsync); }

const MethodDef generatorMethods[] = {
    {"send", generatorSend},
    {"throw", generatorThrow, 1, 3},
    {"close", generatorClose},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};
#define FRAME_ATTRIBUTES(prefix, delegate) \
    {"__name__", nameGet, nameSet}, {"__qualname__", qualnameGet, qualnameSet}, {delegate, delegateGet}, {prefix "_suspended", suspendedGet}, \
        {prefix "_frame", frameGet}, { \
        prefix "_code", codeGet \
    }
const GetSetDef generatorGetSets[] = {FRAME_ATTRIBUTES("gi", "gi_yieldfrom"), {"gi_running", runningGet}, {}};
const GetSetDef coroutineGetSets[] = {FRAME_ATTRIBUTES("cr", "cr_await"), {"cr_running", runningGet}, {"cr_origin", originGet}, {}};
const GetSetDef asyncGetSets[] = {FRAME_ATTRIBUTES("ag", "ag_await"), {"ag_running", asyncRunningGet}, {}};
#undef FRAME_ATTRIBUTES

void defineLike(Type* t, const char* name, const GetSetDef* getsets, const MethodDef* methods) {
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
    t->methods = methods;
    t->getsets = getsets;
}

// cr_origin: who called the coroutine function, innermost first: (file, line, function) each. Null: too little memory, or an exception.
Owned coroutineOrigin(Frame* caller) {
    Ref<ListObject> entries(newList(0));
    for (int depth = interpreter.coroutineOriginDepth; entries && caller && depth > 0; caller = caller->previous) {
        if (!caller->started) continue;
        Ref<> line = newInt(frameLine(caller));
        Ref<> entry = line ? Ref<>(packTuple(caller->code->filename, line.get(), caller->code->name)) : Ref<>();
        if (!entry || !listAppend(entries, entry)) return nullptr;
        --depth;
    }
    return entries ? sequenceToTuple(entries) : Owned(nullptr);
}

}

Owned newGenerator(Frame* frame) {
    CodeObject* code = frame->code;
    Type* type = code->flags & CodeFlag::Coroutine        ? types::Coroutine
                 : code->flags & CodeFlag::AsyncGenerator ? types::AsyncGenerator
                                                          : types::Generator;
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
    if (type == types::Coroutine && interpreter.coroutineOriginDepth > 0) {
        g->originOrFinalizer = coroutineOrigin(frame->previous).pointer;
        if (!g->originOrFinalizer) clearError();
        recordCell(g, CellKind::Field, generatorFinalizerField, g->originOrFinalizer);
    }
    return Owned(g);
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

void defineGeneratorType(Type* t) {
    defineLike(t, "generator", generatorGetSets, generatorMethods);
    t->iter = returnSelf;
    t->iterNext = generatorNext;
}

void defineCoroutineType(Type* t) {
    defineLike(t, "coroutine", coroutineGetSets, generatorMethods);
    t->await = coroutineAwait;
}

void defineAsyncGeneratorType(Type* t) {
    defineLike(t, "async_generator", asyncGetSets, asyncGeneratorMethods);
    t->asyncIter = returnSelf;
    t->asyncNext = asyncGeneratorNext;
}

}
