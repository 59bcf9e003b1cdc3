// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdio>
#include <string>

#include "core/python/modules/threads/context_objects.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

Type* contextType = nullptr;

namespace {

Type *keysType = nullptr, *valuesType = nullptr, *itemsType = nullptr;
RuntimeCache contextTypes([] { contextType = keysType = valuesType = itemsType = nullptr; });

Owned newContext(Owned variables) {
    Held<> dict(variables);
    if (!dict) return nullptr;
    auto* context = newPlainObject<ContextObject>(contextType);
    if (!context) return nullptr;
    context->variables = dict.release().pointer;
    return finishObject(context);
}

bool checkVariable(Object* key) {
    if (key->type == contextVarType) return true;
    return raise(exc::TypeError, "a ContextVar key was expected, got {!r}", key);
}

// ---- entering and leaving

bool enter(ContextObject* context) {
    if (context->isEntered) return raise(exc::RuntimeError, "cannot enter context: {!r} is already entered", static_cast<Object*>(context));
    context->isEntered = true;
    Object* previous = setThreadPart(currentThread(), Thread::Context, newRef(context).pointer);
    setField(context, context->previous, Owned(previous));
    return true;
}

bool leave(ContextObject* context) {
    if (currentThread().parts[Thread::Context] != context)
        return raise(exc::RuntimeError, "cannot exit context: thread state references a different context object");
    context->isEntered = false;
    Held<> own(Owned(setThreadPart(currentThread(), Thread::Context, Held<>::share(context->previous).pointer)));
    setField(context, context->previous, Owned(nullptr));
    return true;
}

Owned run(Object* o, Args args) {
    if (args.count < 1) return raise(exc::TypeError, "run() missing 1 required positional argument");
    if (!enter(asContext(o))) return nullptr;
    Held<> result(call(args[0], args.withoutFirst()));
    if (interpreter.stopping) return nullptr;
    Held<> problem(takeError());
    bool left = leave(asContext(o));
    if (problem) clearError(), restoreError(problem.release());
    return left && result ? result.release() : Owned(nullptr);
}

// ---- as a mapping

Owned get(Object* o, Args args) {
    if (!checkVariable(args[0])) return nullptr;
    if (Object* found = dictFind(asContext(o)->variables, args[0])) return newRef(found);
    if (errorOccurred()) return nullptr;
    return newRef(args.count > 1 ? args[1] : None);
}

Owned subscript(Object* o, Object* key) {
    if (!checkVariable(key)) return nullptr;
    if (Object* found = dictFind(asContext(o)->variables, key)) return newRef(found);
    return errorOccurred() ? Failure() : raiseObject(exc::KeyError, key);
}

int containsVariable(Object* o, Object* key) {
    if (!checkVariable(key)) return -1;
    return dictContains(asContext(o)->variables, key);
}

ssize length(Object* o) { return dictLength(asContext(o)->variables); }

Owned compare(Object* a, Object* b, Comparison op) {
    if (a->type != contextType || b->type != contextType || (op != Comparison::Eq && op != Comparison::Ne)) return notImplemented();
    Held<> first(Held<>::share(asContext(a)->variables)), second(Held<>::share(asContext(b)->variables));
    return richCompare(first, second, op);
}

Owned copy(Object* o) { return newContext(newRef(asContext(o)->variables)); }

Owned create(Type*, Args args) {
    if (args.count || args.keywordCount()) return raise(exc::TypeError, "Context() does not accept any arguments");
    return newContext(Owned(newDict()));
}

// ---- iterators: over what the context had when they were made, as it is never changed while somebody else has it

struct ContextIteratorObject : Object {
    Object* variables;
    ssize position;
};

Owned newIterator(Type* type, Object* context) {
    auto* made = newPlainObject<ContextIteratorObject>(type);
    if (!made) return nullptr;
    made->variables = newRef(asContext(context)->variables).pointer;
    return finishObject(made);
}

bool nextEntry(Object* o, Object** key, Object** value) {
    auto* i = static_cast<ContextIteratorObject*>(o);
    return dictNext(i->variables, &i->position, key, value);
}

Owned nextKey(Object* o) {
    Object *key, *value;
    return nextEntry(o, &key, &value) ? newRef(key) : Owned(nullptr);
}
Owned nextValue(Object* o) {
    Object *key, *value;
    return nextEntry(o, &key, &value) ? newRef(value) : Owned(nullptr);
}
Owned nextItem(Object* o) {
    Object *key, *value;
    return nextEntry(o, &key, &value) ? packTuple(key, value) : Owned(nullptr);
}

Owned keys(Object* o) { return newIterator(keysType, o); }
Owned values(Object* o) { return newIterator(valuesType, o); }
Owned items(Object* o) { return newIterator(itemsType, o); }

constexpr Field iteratorFields[] = {{"variables", offsetof(ContextIteratorObject, variables)}, {}};
constexpr MethodDef noMethods[] = {{}};
constexpr Field contextFields[] = {{"previous", offsetof(ContextObject, previous)}, {"variables", offsetof(ContextObject, variables)}, {}};
constexpr MethodDef contextMethods[] = {
    {"run", run, NativeKind::Keywords}, {"get", get, 1, 2}, {"items", items}, {"keys", keys}, {"values", values}, {"copy", copy}, {},
};

}

ContextObject* currentContext() {
    Thread& thread = currentThread();
    if (!thread.parts[Thread::Context]) {
        Owned made = newContext(Owned(newDict()));
        if (!made) return nullptr;
        setThreadPart(thread, Thread::Context, made.pointer);
    }
    return asContext(thread.parts[Thread::Context]);
}

Owned copyOfCurrentContext() {
    ContextObject* current = currentContext();
    return current ? copy(current) : nullptr;
}

bool setInContext(ContextObject* context, Object* variable, Object* value) {
    Held<> keep(newRef(context));
    if (context->variables->refcount > 1) {
        Owned own = dictCopy(context->variables);
        if (!own) return false;
        setField(context, context->variables, own);
    }
    if (value) return dictSet(context->variables, variable, value);
    return dictDelete(context->variables, variable) >= 0;
}

Owned textWithAddress(Object* o, const std::string& before) {
    char place[32];
    std::snprintf(place, sizeof place, " at 0x%llx>", static_cast<unsigned long long>(shownAddress(granuleOf(o))));
    return newStr(before + place);
}

bool makeContextIterators() {
    keysType = makeModuleType([](Type* t) { describeIterator(t, "keys", sizeof(ContextIteratorObject), iteratorFields, nextKey, noMethods); });
    valuesType = makeModuleType([](Type* t) { describeIterator(t, "values", sizeof(ContextIteratorObject), iteratorFields, nextValue, noMethods); });
    itemsType = makeModuleType([](Type* t) { describeIterator(t, "items", sizeof(ContextIteratorObject), iteratorFields, nextItem, noMethods); });
    return keysType && valuesType && itemsType;
}

void defineContextType(Type* t) {
    t->name = "_contextvars.Context";
    t->basicSize = sizeof(ContextObject);
    t->flags = HaveGc;
    t->weaklistOffset = offsetof(ContextObject, weakrefs);
    t->fields = contextFields;
    t->methods = contextMethods;
    t->create = create;
    t->iter = keys;
    t->mappingLength = length;
    t->subscript = subscript;
    t->contains = containsVariable;
    t->richCompare = compare;
    t->hash = hashNotImplemented;
}

}
