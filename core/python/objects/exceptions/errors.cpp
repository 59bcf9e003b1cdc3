// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/exceptions/errors.h"

#include "core/python/heap/heap.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// ---- messages -----------------------------------------------------------------------------------------------------

namespace {

bool appendArgument(std::string& out, const FormatArg& arg, bool asRepr) {
    switch (arg.kind) {
    case FormatArg::Kind::Text: out += arg.text; return true;
    case FormatArg::Kind::Signed: out += std::to_string(arg.number); return true;
    case FormatArg::Kind::Unsigned: out += std::to_string(static_cast<uint64_t>(arg.number)); return true;
    case FormatArg::Kind::Object:
        if (!arg.object) {
            out += "<NULL>";
            return true;
        }
        if (asRepr) return appendRepr(out, arg.object);
        if (isType(arg.object)) {
            out += static_cast<Type*>(arg.object)->name;
            return true;
        }
        return appendStr(out, arg.object);
    }
    return true;
}

// false: an exception of a __str__ or __repr__ is pending.
bool formatInto(std::string& out, std::string_view format, const FormatArg* args, size_t count) {
    size_t next = 0;
    for (size_t i = 0; i < format.size(); ++i) {
        char c = format[i];
        if ((c == '{' || c == '}') && i + 1 < format.size() && format[i + 1] == c) {
            out += c;
            ++i;
        } else if (c == '{' && next < count) {
            size_t end = format.find('}', i);
            bool asRepr = format.substr(i, end - i) == "{!r";
            if (!appendArgument(out, args[next++], asRepr)) return false;
            i = end;
        } else {
            out += c;
        }
    }
    return true;
}

}

Owned formatMessage(std::string_view format, const FormatArg* args, size_t count) {
    if (count == 0 && format.find('{') == format.npos) return newStr(format);
    std::string text;
    if (!formatInto(text, format, args, count)) return Failure();
    return newStr(text);
}

// ---- raising ------------------------------------------------------------------------------------------------------

namespace {

void setPending(Object* owned) {
    Object* old = interpreter.pending;
    interpreter.pending = owned;
    if (old) decref(old);
}

// A builtin exception whose own __init__ has nothing to add to the arguments: without a call.
Owned newPlainException(Type* type, Object* value) { return baseExceptionNew(type, {&value, value ? size_t{1} : size_t{0}, nullptr}); }

// The exception being handled, as sys.exception() has it: borrowed, or null.
Object* handledException() {
    for (HandledException* h = interpreter.handled; h; h = h->previous) {
        if (h->value && !isNone(h->value)) return h->value;
    }
    return nullptr;
}

// Makes the exception being handled the context of `exception`, and keeps the chain of contexts free of new cycles.
// A cycle that a program built by hand must not hang us: the slower walker finds it.
void chainContext(Object* exception) {
    Object* handled = handledException();
    if (!handled || handled == exception) return;
    Ref<> keep = Ref<>::share(handled);
    Object *o = handled, *slow = handled;
    bool advanceSlow = false;
    while (Object* context = asException(o)->context) {
        if (context == exception) {
            setContext(o, nullptr);
            break;
        }
        o = context;
        if (o == slow) break;
        if (advanceSlow) slow = asException(slow)->context;
        advanceSlow = !advanceSlow;
    }
    setContext(exception, handled);
}

Failure raiseOwned(Owned exception) {
    if (!exception) return {};
    chainContext(exception.pointer);
    setPending(exception.pointer);
    return {};
}

}

Failure raiseFormatted(Type* exceptionType, std::string_view format, const FormatArg* args, size_t count) {
    if (interpreter.stopping) return {};
    // The arguments' __str__ must not meet the exception that is about to be replaced; it may keep them alive, though.
    Held<> replaced(takeError());
    Ref<> message = formatMessage(format, args, count);
    if (!message) return {};
    return raiseObject(exceptionType, message);
}

Failure raiseObject(Type* exceptionType, Object* value) {
    if (interpreter.stopping) return {};
    Held<> replaced(takeError());
    return raiseOwned(newException(exceptionType, value));
}

Failure raiseInstance(Object* exception) {
    if (interpreter.stopping) return {};
    return raiseOwned(newRef(exception));
}

Failure raiseStopIteration(Object* value) {
    if (interpreter.stopping) return {};
    if (value && isNone(value)) value = nullptr;
    Owned made = newPlainException(exc::StopIteration, value);
    if (!made) return {};
    auto* e = static_cast<StopIterationExceptionObject*>(made.pointer);
    setField(e, e->value, newRef(value ? value : None));
    return raiseOwned(made);
}

Failure raiseMemoryError() {
    if (heap.limitReached()) interpreter.breaker.fetch_or(Interpreter::HeapLimit, std::memory_order_relaxed);
    if (interpreter.stopping) return {};
    setPending(newMemoryError());
    return {};
}

Failure raiseAttributeError(Object* owner, Object* name, std::string_view format) {
    if (interpreter.stopping) return {};
    Held<> replaced(takeError());
    if (format.empty()) format = isType(owner) ? "type object '{}' has no attribute '{}'" : "'{}' object has no attribute '{}'";
    const char* typeName = isType(owner) ? static_cast<Type*>(owner)->name : owner->type->name;
    const FormatArg args[] = {typeName, name};
    Ref<> message = formatMessage(format, args, 2);
    if (!message) return {};
    Owned made = newPlainException(exc::AttributeError, message);
    if (!made) return {};
    auto* e = static_cast<AttributeExceptionObject*>(made.pointer);
    setField(e, e->name, newRef(name));
    setField(e, e->obj, newRef(owner));
    return raiseOwned(made);
}

Failure raiseNameError(std::string_view format, Object* name) {
    if (interpreter.stopping) return {};
    clearError();
    strKeepUtf8(name);
    const FormatArg args[] = {name};
    Ref<> message = formatMessage(format, args, 1);
    if (!message) return {};
    Owned made = newPlainException(exc::NameError, message);
    if (!made) return {};
    auto* e = static_cast<NameExceptionObject*>(made.pointer);
    setField(e, e->name, newRef(name));
    return raiseOwned(made);
}

Failure raiseBadInternalCall() { return raise(exc::SystemError, "bad argument to internal function"); }

// ---- the pending exception ----------------------------------------------------------------------------------------

bool errorOccurred() { return interpreter.pending != nullptr; }

bool exceptionMatches(Object* exceptionOrType, Object* typeOrTuple) {
    if (isTuple(typeOrTuple)) {
        TupleObject* tuple = asTuple(typeOrTuple);
        for (ssize i = 0; i < tuple->count; ++i) {
            if (exceptionMatches(exceptionOrType, tuple->items[i])) return true;
        }
        return false;
    }
    Object* type = isException(exceptionOrType) ? exceptionOrType->type : exceptionOrType;
    if (isExceptionClass(type) && isExceptionClass(typeOrTuple)) return isSubtype(static_cast<Type*>(type), static_cast<Type*>(typeOrTuple));
    return type == typeOrTuple;
}

bool errorMatches(Object* typeOrTuple) { return interpreter.pending && exceptionMatches(interpreter.pending, typeOrTuple); }

void clearError() {
    if (interpreter.pending) setPending(nullptr);
}

Owned takeError() {
    Object* e = interpreter.pending;
    interpreter.pending = nullptr;
    return Owned(e);
}

void restoreError(Owned exception) { setPending(exception.pointer); }

}
