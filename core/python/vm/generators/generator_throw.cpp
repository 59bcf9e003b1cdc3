// SPDX-License-Identifier: GPL-3.0-or-later

// throw() and close() of generators, coroutines and async generators: exceptions that come in from outside, first of
// all into what the generator delegates to.

#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/vm/generators/generator_object.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/loop/specialised.h"

namespace memtape {

namespace {

GeneratorObject* gen(Object* o) { return static_cast<GeneratorObject*>(o); }

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

}

Owned generatorClose(Object* self) {
    GeneratorObject* g = gen(self);
    if (g->state == GeneratorState::Created) {
        dropGeneratorFrame(g);
        return newNone();
    }
    if (!hasFrame(g)) return newNone();
    if (g->state == GeneratorState::Executing) return raiseAlreadyExecuting(g);
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
            dropGeneratorFrame(g);
            return newNone();
        }
        raiseObject(exc::GeneratorExit, nullptr);
    }
    Object* result;
    SendResult sent = resumeGenerator(g, nullptr, true, &result);
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

namespace {

// The instance that a class and what was given beside it mean: `value` itself where it is one, else the class called with it. Null: raised.
Owned newThrown(Object* type, Object* value) {
    if (value && isException(value)) {
        int fits = isSubclassOf(value->type, type);
        if (fits < 0) return nullptr;
        if (fits) return newRef(value);
    }
    Held<> made;
    if (!value || isNone(value)) made = call(type);
    else if (isTuple(value)) made = callWithTuple(type, value, nullptr);
    else made = call(type, value);
    if (!made) return nullptr;
    if (!isException(made)) {
        return raise(exc::TypeError, "calling {!r} should have returned an instance of BaseException, not {}", type, made->type->name);
    }
    return made.release();
}

// The exception that throw(type, value, traceback) means, made pending. False: the arguments are wrong, and throw() itself raises. A class that
// cannot be made an instance of is no such mistake: what it raises is thrown in its place, as CPython does.
bool setThrown(Object* type, Object* value, Object* traceback) {
    if (traceback && isNone(traceback)) traceback = nullptr;
    if (traceback && traceback->type != types::Traceback) return raise(exc::TypeError, "throw() third argument must be a traceback object");
    Held<> instance;
    if (isExceptionClass(type)) {
        instance = newThrown(type, value);
        if (!instance) {
            if (interpreter.stopping) return false;
            instance = takeError();
            if (asException(instance)->traceback) traceback = nullptr;
        }
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

// While throw() goes on into a generator, the frame of the one that delegates to it is on the stack as its caller. That is so for
// generators and coroutines only: CPython leaves it off where it calls another iterator's throw method.
class Delegating {
public:
    explicit Delegating(GeneratorObject* g) : m_generator(g) {
        if (recording()) recordDelegating(g);
        g->frame.previous = interpreter.frame;
        interpreter.frame = &g->frame;
        g->state = GeneratorState::Executing;
    }
    ~Delegating() {
        if (recording()) recordDelegated(m_generator);
        interpreter.frame = m_generator->frame.previous;
        m_generator->frame.previous = nullptr;
        m_generator->state = GeneratorState::SuspendedYieldFrom;
    }
    Delegating(const Delegating&) = delete;
    Delegating& operator=(const Delegating&) = delete;

private:
    GeneratorObject* m_generator;
};

}

Owned throwIntoGenerator(GeneratorObject* g, Object* type, Object* value, Object* traceback, OnExit onExit) {
    if (Object* delegate = delegateOf(g)) {
        Held<> kept(newRef(delegate));
        if (onExit == OnExit::CloseDelegate && exceptionMatches(type, exc::GeneratorExit)) {
            g->state = GeneratorState::Executing;
            bool closed = closeDelegate(delegate);
            g->state = GeneratorState::SuspendedYieldFrom;
            if (!closed) {
                Object* result;
                SendResult sent = resumeGenerator(g, nullptr, true, &result);
                return generatorOutcome(g, sent, result);
            }
        } else {
            Owned given(nullptr);
            bool delegated = true;
            if (isAnyGenerator(delegate)) {
                Delegating standing(g);
                given = throwIntoGenerator(gen(delegate), type, value, traceback, onExit);
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
                SendResult sent = resumeGenerator(g, nullptr, true, &result);
                return generatorOutcome(g, sent, result);
            }
        }
    }
    if (!setThrown(type, value, traceback)) return nullptr;
    Object* result;
    SendResult sent = resumeGenerator(g, nullptr, true, &result);
    return generatorOutcome(g, sent, result);
}

Owned generatorThrow(Object* self, Args args) {
    if (args.count > 1 && !warnDeprecated("the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.")) {
        return nullptr;
    }
    return throwIntoGenerator(gen(self), args[0], args.count > 1 ? args[1] : nullptr, args.count > 2 ? args[2] : nullptr, OnExit::CloseDelegate);
}

}
