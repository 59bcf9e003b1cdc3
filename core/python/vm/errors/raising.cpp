// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/vm/loop/eval_helpers.h"

namespace memtape {

namespace {

constexpr const char* notCatchable = "catching classes that do not inherit from BaseException is not allowed";

// An exception given as a class is called; the result must be an exception. Takes `o` over.
Ref<> instanceOf(Object* o, const char* complaint) {
    Held<> given(Ref<>::steal(o));
    if (isExceptionClass(given)) {
        Held<> made(call(given));
        if (!made) return nullptr;
        if (!isException(made)) {
            raise(exc::TypeError, "calling {!r} should have returned an instance of BaseException, not {!r}", given.get(),
                  FormatArg(static_cast<Object*>(made->type)));
            return nullptr;
        }
        return made.release();
    }
    if (isException(given)) return given.release();
    raise(exc::TypeError, complaint);
    return nullptr;
}

}

bool raiseStatement(Object* exception, Object* cause) {
    if (!exception) {
        HandledException* handled = interpreter.handled;
        while (handled && !handled->value) handled = handled->previous;
        if (!handled) {
            raise(exc::RuntimeError, "No active exception to reraise");
            return false;
        }
        incref(handled->value);
        restoreError(Owned(handled->value));
        return true;
    }
    Held<> heldCause{Owned(cause)};
    Held<> instance(instanceOf(exception, "exceptions must derive from BaseException"));
    if (!instance) return false;
    if (cause) {
        if (isNone(cause)) {
            setCause(instance, nullptr);
            asException(instance)->suppressContext = 1;
        } else {
            Ref<> causeInstance = instanceOf(heldCause.release().pointer, "exception causes must derive from BaseException");
            if (!causeInstance) return false;
            setCause(instance, causeInstance);
        }
    }
    raiseInstance(instance);
    return false;
}

bool checkCatchable(Object* type) {
    if (isTuple(type)) {
        for (ssize i = 0; i < asTuple(type)->count; ++i) {
            if (!isExceptionClass(asTuple(type)->items[i])) return raise(exc::TypeError, notCatchable);
        }
        return true;
    }
    if (!isExceptionClass(type)) return raise(exc::TypeError, notCatchable);
    return true;
}

bool matchExceptStar(Object* group, Object* type, Object** match, Object** rest) {
    if (!checkCatchable(type)) return false;
    auto isGroupType = [](Object* t) { return isType(t) && isSubtype(static_cast<Type*>(t), exc::BaseExceptionGroup); };
    bool hasGroup = isGroupType(type);
    if (isTuple(type)) {
        for (ssize i = 0; i < asTuple(type)->count; ++i) hasGroup |= isGroupType(asTuple(type)->items[i]);
    }
    if (hasGroup) return raise(exc::TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    return matchExceptionGroup(group, type, match, rest);
}

void setHandledException(Object* exception) {
    HandledException* handled = interpreter.handled;
    Object* old = handled->value;
    incref(exception);
    handled->value = exception;
    xdecref(old);
}

Owned enterContext(Object* manager, Object** entered) {
    Held<> enter(lookupSpecial(manager, names::dunderEnter));
    if (!enter) {
        if (!errorOccurred()) raise(exc::TypeError, "'{}' object does not support the context manager protocol", manager->type->name);
        return nullptr;
    }
    Held<> exit(lookupSpecial(manager, names::dunderExit));
    if (!exit) {
        if (!errorOccurred()) {
            raise(exc::TypeError, "'{}' object does not support the context manager protocol (missed __exit__ method)", manager->type->name);
        }
        return nullptr;
    }
    Owned given = call(enter);
    if (!given) return nullptr;
    *entered = given.pointer;
    return exit.release();
}

Owned enterAsyncContext(Object* manager, Object** entered) {
    Held<> enter(lookupSpecial(manager, names::dunderAenter));
    if (!enter) {
        if (!errorOccurred()) raise(exc::TypeError, "'{}' object does not support the asynchronous context manager protocol", manager->type->name);
        return nullptr;
    }
    Held<> exit(lookupSpecial(manager, names::dunderAexit));
    if (!exit) {
        if (!errorOccurred()) {
            raise(exc::TypeError, "'{}' object does not support the asynchronous context manager protocol (missed __aexit__ method)",
                  manager->type->name);
        }
        return nullptr;
    }
    Owned given = call(enter);
    if (!given) return nullptr;
    *entered = given.pointer;
    return exit.release();
}

}
