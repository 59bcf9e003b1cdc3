// SPDX-License-Identifier: GPL-3.0-or-later

// From an object to the iterator that is driven: await, async for, async with, anext() with a default.

#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/vm/generators/generator_object.h"
#include "core/python/vm/loop/eval_helpers.h"

namespace memtape {

namespace {

GeneratorObject* gen(Object* o) { return static_cast<GeneratorObject*>(o); }

// ---- coroutine.__await__()

const Field wrapperFields[] = {{"cw_coroutine", sizeof(Object)}, {}};
struct CoroutineWrapperObject : Object {
    Object* coroutine;
};

Owned wrapperNext(Object* self) { return generatorNext(static_cast<CoroutineWrapperObject*>(self)->coroutine); }
Owned wrapperSend(Object* self, Object* value) { return generatorSend(static_cast<CoroutineWrapperObject*>(self)->coroutine, value); }
Owned wrapperThrow(Object* self, Args args) { return generatorThrow(static_cast<CoroutineWrapperObject*>(self)->coroutine, args); }
Owned wrapperClose(Object* self) { return generatorClose(static_cast<CoroutineWrapperObject*>(self)->coroutine); }
const MethodDef wrapperMethods[] = {{"send", wrapperSend}, {"throw", wrapperThrow, 1, 3}, {"close", wrapperClose}, {}};

// A generator of types.coroutine() is awaited as it is.
bool isAwaitedDirectly(const Object* o) {
    if (o->type == types::Coroutine) return true;
    if (o->type != types::Generator) return false;
    const CodeObject* code = static_cast<const GeneratorObject*>(o)->frame.code;
    return code->flags & CodeFlag::IterableCoroutine;
}

// ---- anext(iterator, default): the default takes the place of StopAsyncIteration.

struct AnextAwaitableObject : Object {
    Object *wrapped, *defaultValue;
};
const Field anextFields[] = {{"wrapped", offsetof(AnextAwaitableObject, wrapped)}, {"default", offsetof(AnextAwaitableObject, defaultValue)}, {}};
AnextAwaitableObject* anext(Object* o) { return static_cast<AnextAwaitableObject*>(o); }

Owned anextIterator(Object* self) {
    Held<> iterator(getAwaitable(anext(self)->wrapped, 0));
    if (!iterator || iterator->type->iterNext) return iterator.release();
    iterator = iterator->type->await(iterator); // only a coroutine is no iterator itself
    if (iterator && !iterator->type->iterNext) return raise(exc::TypeError, "__await__ returned a non-iterable");
    return iterator.release();
}

Owned anextOutcome(Object* self, Owned given) {
    if (!given && errorMatches(exc::StopAsyncIteration)) {
        clearError();
        raiseStopIteration(anext(self)->defaultValue);
    }
    return given;
}

Owned anextNext(Object* self) {
    Held<> iterator(anextIterator(self));
    return iterator ? anextOutcome(self, iterator->type->iterNext(iterator)) : Owned(nullptr);
}
Owned anextSend(Object* self, Object* value) {
    Held<> iterator(anextIterator(self));
    return iterator ? anextOutcome(self, callMethod(iterator, names::send, value)) : Owned(nullptr);
}
Owned anextThrow(Object* self, Args args) {
    Held<> iterator(anextIterator(self));
    if (!iterator) return nullptr;
    Held<> method(getAttr(iterator, names::throw_));
    return method ? anextOutcome(self, call(method, args)) : Owned(nullptr);
}
Owned anextClose(Object* self) {
    Held<> iterator(anextIterator(self));
    return iterator ? anextOutcome(self, callMethod(iterator, names::close)) : Owned(nullptr);
}
const MethodDef anextMethods[] = {{"send", anextSend}, {"throw", anextThrow, 0, -1}, {"close", anextClose}, {}};

// A TypeError whose cause is the exception that was pending.
Failure raiseFromPending(const char* format, Object* o) {
    Held<> cause(takeError());
    raise(exc::TypeError, format, o->type->name);
    if (cause && interpreter.pending) {
        Held<> error(takeError());
        setCause(error, cause);
        setContext(error, cause);
        restoreError(error.release());
    }
    return {};
}

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
    if (isAwaitedDirectly(o)) {
        iterator = newRef(o);
    } else if (o->type->await) {
        iterator = o->type->await(o);
        if (iterator && isAwaitedDirectly(iterator)) return raise(exc::TypeError, "__await__() returned a coroutine");
        if (iterator && !iterator->type->iterNext)
            return raise(exc::TypeError, "__await__() returned non-iterator of type '{}'", iterator->type->name);
    } else if (origin == 1) {
        return raise(exc::TypeError, "'async with' received an object from __aenter__ that does not implement __await__: {}", o->type->name);
    } else if (origin == 2) {
        return raise(exc::TypeError, "'async with' received an object from __aexit__ that does not implement __await__: {}", o->type->name);
    } else {
        return raise(exc::TypeError, "object {} can't be used in 'await' expression", o->type->name);
    }
    if (iterator && iterator->type == types::Coroutine && delegateOf(gen(iterator)))
        return raise(exc::RuntimeError, "coroutine is being awaited already");
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
    if (!awaitable) return raiseFromPending("'async for' received an invalid object from __anext__: {}", next);
    return awaitable;
}

Owned coroutineAwait(Object* self) {
    auto* wrapper = static_cast<CoroutineWrapperObject*>(allocateGcObject(types::CoroutineWrapper, sizeof(CoroutineWrapperObject)));
    if (!wrapper) return nullptr;
    incref(self);
    wrapper->coroutine = self;
    recordCells(wrapper);
    gcTrack(wrapper);
    return Owned(wrapper);
}

Owned newAnextAwaitable(Object* awaitable, Object* defaultValue) {
    auto* made = newPlainObject<AnextAwaitableObject>(types::AnextAwaitable);
    if (!made) return nullptr;
    made->wrapped = newRef(awaitable).pointer;
    made->defaultValue = newRef(defaultValue).pointer;
    return finishObject(made);
}

void defineCoroutineWrapperType(Type* t) {
    t->name = "coroutine_wrapper";
    t->basicSize = sizeof(CoroutineWrapperObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = wrapperFields;
    t->iter = returnSelf;
    t->iterNext = wrapperNext;
    t->methods = wrapperMethods;
}

void defineAnextAwaitableType(Type* t) {
    t->name = "anext_awaitable";
    t->basicSize = sizeof(AnextAwaitableObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = anextFields;
    t->await = t->iter = returnSelf;
    t->iterNext = anextNext;
    t->methods = anextMethods;
}

}
