// SPDX-License-Identifier: GPL-3.0-or-later

// What asend(), athrow(), aclose() and __anext__() of an async generator give: awaitables that drive its frame. A value
// that the frame yields is wrapped, which tells it from what an `await` inside lets through to whoever drives the
// coroutines; unwrapped, it is the awaitable's result, so a StopIteration.

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/vm/generators/generator_object.h"

namespace memtape {

namespace {

enum class AwaitableState : int32_t { Fresh, Iterating, Closed };

struct AsyncWrappedValueObject : Object {
    Object* value;
};
// asend(value), __anext__()
struct AsyncSendObject : Object {
    GeneratorObject* generator;
    Object* value; // null: __anext__
    AwaitableState state;
};
// athrow(…), aclose()
struct AsyncThrowObject : Object {
    GeneratorObject* generator;
    Object* args; // tuple; null: aclose
    AwaitableState state;
};

const Field wrappedFields[] = {{"agw_val", offsetof(AsyncWrappedValueObject, value)}, {}};
const Field sendFields[] = {{"ags_gen", offsetof(AsyncSendObject, generator)}, {"ags_sendval", offsetof(AsyncSendObject, value)}, {}};
const Field throwFields[] = {{"agt_gen", offsetof(AsyncThrowObject, generator)}, {"agt_args", offsetof(AsyncThrowObject, args)}, {}};

AsyncSendObject* asyncSend(Object* o) { return static_cast<AsyncSendObject*>(o); }
AsyncThrowObject* asyncThrow(Object* o) { return static_cast<AsyncThrowObject*>(o); }

bool isWrapped(const Object* o) { return o->type == types::AsyncWrappedValue; }

// ---- the outcome of driving the frame

// A wrapped value becomes StopIteration(value); an end or an exception stays, and the generator takes the next call.
Owned unwrap(GeneratorObject* g, Owned given) {
    if (!given) {
        if (!errorOccurred()) raiseObject(exc::StopAsyncIteration, nullptr);
        if (errorMatches(exc::StopAsyncIteration) || errorMatches(exc::GeneratorExit)) g->closed = 1;
        g->runningAsync = 0;
        return nullptr;
    }
    if (!isWrapped(given.pointer)) return given;
    Held<> wrapped(given);
    raiseStopIteration(static_cast<AsyncWrappedValueObject*>(wrapped.get())->value);
    g->runningAsync = 0;
    return nullptr;
}

Owned throwInto(GeneratorObject* g, Args args) {
    if (args.count > 1 && !warnDeprecated("the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.")) {
        return nullptr;
    }
    return throwIntoGenerator(g, args[0], args.count > 1 ? args[1] : nullptr, args.count > 2 ? args[2] : nullptr, OnExit::CloseDelegate);
}

// close() of an awaitable: GeneratorExit through its own throw().
template <class Awaitable> Owned closeAwaitable(Awaitable* self, ArgsFn thrower) {
    if (self->state == AwaitableState::Closed) return newNone();
    Object* exit = exc::GeneratorExit;
    Ref<> given = thrower(self, Args{&exit, 1, nullptr});
    if (given) return raise(exc::RuntimeError, "coroutine ignored GeneratorExit");
    if (!errorMatches(exc::StopIteration) && !errorMatches(exc::StopAsyncIteration) && !errorMatches(exc::GeneratorExit)) return nullptr;
    clearError();
    return newNone();
}

// ---- asend

Failure raiseSendReused() { return raise(exc::RuntimeError, "cannot reuse already awaited __anext__()/asend()"); }

bool beginSend(AsyncSendObject* self) {
    if (self->generator->runningAsync) {
        self->state = AwaitableState::Closed;
        return raise(exc::RuntimeError, "anext(): asynchronous generator is already running");
    }
    self->state = AwaitableState::Iterating;
    return true;
}

Owned sendSend(Object* o, Object* value) {
    AsyncSendObject* self = asyncSend(o);
    if (self->state == AwaitableState::Closed) return raiseSendReused();
    if (self->state == AwaitableState::Fresh) {
        if (!beginSend(self)) return nullptr;
        if (isNone(value) && self->value) value = self->value;
    }
    self->generator->runningAsync = 1;
    Owned given = unwrap(self->generator, generatorSend(self->generator, value));
    if (!given) self->state = AwaitableState::Closed;
    return given;
}

Owned sendNext(Object* o) { return sendSend(o, None); }

Owned sendThrow(Object* o, Args args) {
    AsyncSendObject* self = asyncSend(o);
    if (self->state == AwaitableState::Closed) return raiseSendReused();
    if (self->state == AwaitableState::Fresh) {
        if (!beginSend(self)) return nullptr;
        self->generator->runningAsync = 1;
    }
    Owned given = unwrap(self->generator, throwInto(self->generator, args));
    if (!given) self->state = AwaitableState::Closed;
    return given;
}

Owned sendClose(Object* o) { return closeAwaitable(asyncSend(o), sendThrow); }

void sendFinalize(Object* o) {
    AsyncSendObject* self = asyncSend(o);
    if (self->state == AwaitableState::Fresh) warnMethodNeverAwaited(self->generator, "asend", self->generator->qualname);
}

const MethodDef sendMethods[] = {{"send", sendSend}, {"throw", sendThrow, 1, 3}, {"close", sendClose}, {}};

// ---- athrow and aclose

Failure raiseThrowReused() { return raise(exc::RuntimeError, "cannot reuse already awaited aclose()/athrow()"); }

bool refuseWhileRunning(AsyncThrowObject* self) {
    if (!self->generator->runningAsync) return true;
    self->state = AwaitableState::Closed;
    return raise(exc::RuntimeError,
                 self->args ? "athrow(): asynchronous generator is already running" : "aclose(): asynchronous generator is already running");
}

Owned raiseIgnoredExit(AsyncThrowObject* self) {
    self->generator->runningAsync = 0;
    self->state = AwaitableState::Closed;
    return raise(exc::RuntimeError, "async generator ignored GeneratorExit");
}

// The generator has let an exception out. For aclose() an end of any kind is what was asked for.
Owned afterFailure(AsyncThrowObject* self) {
    self->generator->runningAsync = 0;
    self->state = AwaitableState::Closed;
    if (!self->args && (errorMatches(exc::StopAsyncIteration) || errorMatches(exc::GeneratorExit))) {
        clearError();
        raiseStopIteration(nullptr);
    }
    return nullptr;
}

// What the frame gave, where it did not fail.
Owned afterValue(AsyncThrowObject* self, Owned given) {
    if (self->args) return unwrap(self->generator, given);
    if (!isWrapped(given.pointer)) return given;
    decref(given.pointer);
    return raiseIgnoredExit(self);
}

Owned throwStart(AsyncThrowObject* self, Object* value) {
    GeneratorObject* g = self->generator;
    if (!refuseWhileRunning(self)) return nullptr;
    if (g->closed) {
        self->state = AwaitableState::Closed;
        return raiseObject(exc::StopAsyncIteration, nullptr);
    }
    if (!isNone(value)) return raise(exc::RuntimeError, "can't send non-None value to a just-started coroutine");
    self->state = AwaitableState::Iterating;
    g->runningAsync = 1;
    Owned given(nullptr);
    if (self->args) {
        TupleObject* args = asTuple(self->args);
        if (!checkArgCount("athrow", static_cast<size_t>(args->count), 1, 3)) return nullptr;
        given = throwIntoGenerator(g, args->items[0], args->count > 1 ? args->items[1] : nullptr, args->count > 2 ? args->items[2] : nullptr,
                                   OnExit::ThrowIntoDelegate);
        given = unwrap(g, given);
        return given ? given : afterFailure(self);
    }
    g->closed = 1;
    given = throwIntoGenerator(g, exc::GeneratorExit, nullptr, nullptr, OnExit::ThrowIntoDelegate);
    return given ? afterValue(self, given) : afterFailure(self);
}

Owned throwSend(Object* o, Object* value) {
    AsyncThrowObject* self = asyncThrow(o);
    if (self->state == AwaitableState::Closed) return raiseThrowReused();
    if (!hasFrame(self->generator)) {
        self->state = AwaitableState::Closed;
        return raiseStopIteration(nullptr);
    }
    if (self->state == AwaitableState::Fresh) return throwStart(self, value);
    Owned given = generatorSend(self->generator, value);
    if (self->args) return unwrap(self->generator, given);
    return given ? afterValue(self, given) : afterFailure(self);
}

Owned throwNext(Object* o) { return throwSend(o, None); }

Owned throwThrow(Object* o, Args args) {
    AsyncThrowObject* self = asyncThrow(o);
    if (self->state == AwaitableState::Closed) return raiseThrowReused();
    if (self->state == AwaitableState::Fresh) {
        if (!refuseWhileRunning(self)) return nullptr;
        self->state = AwaitableState::Iterating;
        self->generator->runningAsync = 1;
    }
    Owned given = throwInto(self->generator, args);
    if (!self->args) return given ? afterValue(self, given) : afterFailure(self);
    given = unwrap(self->generator, given);
    if (!given) self->state = AwaitableState::Closed;
    return given;
}

Owned throwClose(Object* o) { return closeAwaitable(asyncThrow(o), throwThrow); }

void throwFinalize(Object* o) {
    AsyncThrowObject* self = asyncThrow(o);
    if (self->state != AwaitableState::Fresh) return;
    warnMethodNeverAwaited(self->generator, self->args ? "athrow" : "aclose", self->generator->qualname);
}

const MethodDef throwMethods[] = {{"send", throwSend}, {"throw", throwThrow, 1, 3}, {"close", throwClose}, {}};

// ---- the generator's methods

// The hooks that are set when a generator is first driven are its own from then on.
bool initHooks(GeneratorObject* g) {
    if (g->hooksInited) return true;
    g->hooksInited = 1;
    if (interpreter.asyncFinalizer) {
        incref(interpreter.asyncFinalizer);
        g->originOrFinalizer = interpreter.asyncFinalizer;
        recordCell(g, CellKind::Field, generatorFinalizerField, g->originOrFinalizer);
    }
    if (!interpreter.asyncFirstIter) return true;
    Held<> hook(newRef(interpreter.asyncFirstIter));
    Ref<> done = call(hook, g);
    return static_cast<bool>(done);
}

Owned newSend(GeneratorObject* g, Object* value) {
    if (!initHooks(g)) return nullptr;
    auto* made = newPlainObject<AsyncSendObject>(types::AsyncSend);
    if (!made) return nullptr;
    incref(g);
    made->generator = g;
    xincref(value);
    made->value = value;
    return finishObject(made);
}

Owned newThrow(GeneratorObject* g, Object* args) {
    if (!initHooks(g)) return nullptr;
    auto* made = newPlainObject<AsyncThrowObject>(types::AsyncThrow);
    if (!made) return nullptr;
    incref(g);
    made->generator = g;
    xincref(args);
    made->args = args;
    return finishObject(made);
}

GeneratorObject* gen(Object* o) { return static_cast<GeneratorObject*>(o); }

Owned asend(Object* self, Object* value) { return newSend(gen(self), value); }
Owned aclose(Object* self) { return newThrow(gen(self), nullptr); }
Owned athrow(Object* self, Args args) {
    if (args.count > 1 && !warnDeprecated("the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.")) {
        return nullptr;
    }
    Ref<> list = newTupleOf(args.values, static_cast<ssize>(args.count));
    return list ? newThrow(gen(self), list) : Owned(nullptr);
}

// As for any type with fields, but a finalizer comes first.
template <class Awaitable, class... Fields> void dropAwaitable(Awaitable* o, Fields Awaitable::*... fields) {
    if (!finalizeFromDealloc(o)) return;
    gcUntrack(o);
    Dying dying(o);
    (clearField(o->*fields), ...);
    freeObject(o);
}
void sendDealloc(Object* o) { dropAwaitable(asyncSend(o), &AsyncSendObject::generator, &AsyncSendObject::value); }
void throwDealloc(Object* o) { dropAwaitable(asyncThrow(o), &AsyncThrowObject::generator, &AsyncThrowObject::args); }

void defineAwaitable(Type* t, const char* name, size_t size, const Field* fields, const MethodDef* methods) {
    t->name = name;
    t->basicSize = static_cast<ssize>(size);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = fields;
    t->await = t->iter = returnSelf;
    t->methods = methods;
}

}

const MethodDef asyncGeneratorMethods[] = {
    {"asend", asend}, {"athrow", athrow, 0, -1}, {"aclose", aclose}, {"__class_getitem__", classGetItem, NativeBinding::Class}, {},
};

Owned asyncGeneratorNext(Object* self) { return newSend(gen(self), nullptr); }

Owned newAsyncWrappedValue(Object* value) {
    auto* made = newPlainObject<AsyncWrappedValueObject>(types::AsyncWrappedValue);
    if (!made) return nullptr;
    incref(value);
    made->value = value;
    return finishObject(made);
}

void defineAsyncWrappedValueType(Type* t) {
    t->name = "async_generator_wrapped_value";
    t->basicSize = sizeof(AsyncWrappedValueObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = wrappedFields;
}

void defineAsyncSendType(Type* t) {
    defineAwaitable(t, "async_generator_asend", sizeof(AsyncSendObject), sendFields, sendMethods);
    t->iterNext = sendNext;
    t->finalize = sendFinalize;
    t->dealloc = sendDealloc;
}

void defineAsyncThrowType(Type* t) {
    defineAwaitable(t, "async_generator_athrow", sizeof(AsyncThrowObject), throwFields, throwMethods);
    t->iterNext = throwNext;
    t->finalize = throwFinalize;
    t->dealloc = throwDealloc;
}

}
