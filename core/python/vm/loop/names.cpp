// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/opcodes.h"
#include "core/python/objects/classes/super_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/loop/name_cache.h"

namespace memtape {

Failure raiseUnboundLocal(CodeObject* code, uint32_t slot) {
    Object* name = asTuple(code->localsPlusNames)->items[slot];
    strKeepUtf8(name);
    return raise(exc::UnboundLocalError, "cannot access local variable '{}' where it is not associated with a value", name);
}

Failure raiseUnboundCell(CodeObject* code, uint32_t slot) {
    Object* name = asTuple(code->localsPlusNames)->items[slot];
    if (codeUnit(code)->localsPlusKinds[slot] & LocalKind::Free) {
        return raiseNameError("cannot access free variable '{}' where it is not associated with a value in enclosing scope", name);
    }
    return raiseUnboundLocal(code, slot);
}

Owned lookInMapping(Object* mapping, Object* name, bool* failed) {
    if (isExactDict(mapping)) {
        Object* found = dictFind(mapping, name);
        if (found) return newRef(found);
        if (errorOccurred()) *failed = true;
        return nullptr;
    }
    Owned found = getItem(mapping, name);
    if (!found) {
        if (errorMatches(exc::KeyError)) clearError();
        else *failed = true;
    }
    return found;
}

void rememberName(const Frame* frame, Object* space, Object* name, InlineCache& cache) {
    cache.kind = GlobalNone;
    if (!isExactDict(space) || asDict(space)->keys->kind != UnicodeKeys) return;
    DictKeys* keys = asDict(space)->keys;
    ssize index = dictKeysFind(keys, name);
    if (index >= 0) {
        cache.version = dictKeysVersion(keys);
        cache.index = static_cast<uint32_t>(index);
        if (cache.version) cache.kind = GlobalInGlobals;
        return;
    }
    if (space != frame->globals || !isExactDict(frame->builtins) || asDict(frame->builtins)->keys->kind != UnicodeKeys) return;
    DictKeys* builtinKeys = asDict(frame->builtins)->keys;
    index = dictKeysFind(builtinKeys, name);
    if (index < 0) return;
    cache.version = dictKeysVersion(keys);
    cache.version2 = dictKeysVersion(builtinKeys);
    cache.index = static_cast<uint32_t>(index);
    if (cache.version && cache.version2) cache.kind = GlobalInBuiltins;
}

Object* builtinStillMeant(const Frame* frame, Object* name, InlineCache& cache) {
    Object* value = nameAt(frame->builtins, cache.index, name);
    if (!value || !isExactDict(frame->globals)) return nullptr;
    DictKeys* keys = asDict(frame->globals)->keys;
    if (keys->kind != UnicodeKeys || dictKeysFind(keys, name) >= 0) return nullptr;
    cache.version = dictKeysVersion(keys);
    cache.version2 = dictKeysVersion(asDict(frame->builtins)->keys);
    if (!cache.version || !cache.version2) cache.kind = GlobalNone;
    return value;
}

void rememberStoredName(Object* space, Object* name, InlineCache& cache) {
    const ssize index = isExactDict(space) ? dictKeysFind(asDict(space)->keys, name) : -1;
    if (index >= 0) cache.index = static_cast<uint32_t>(index);
}

Owned loadGlobal(Frame* frame, Object* name, InlineCache* cache) {
    Object *globals = frame->globals, *builtins = frame->builtins;
    if (cache) rememberName(frame, globals, name, *cache);
    bool failed = false;
    Owned found = lookInMapping(globals, name, &failed);
    if (!found && !failed) found = lookInMapping(builtins, name, &failed);
    if (!found && !failed) raiseNameError("name '{}' is not defined", name);
    return found;
}

bool setupAnnotations(Object* locals) {
    if (!locals) return raise(exc::SystemError, "no locals found when setting up annotations");
    bool failed = false;
    Held<> present(lookInMapping(locals, names::dunderAnnotations, &failed));
    if (failed) return false;
    if (present) return true;
    Held<> annotations(newDict());
    return annotations && setItem(locals, names::dunderAnnotations, annotations);
}

void setFunctionPart(FunctionObject* function, uint32_t part, Object* stolen) {
    OwnedOf<Object> value(stolen);
    switch (part) {
    case FunctionDefaults: setField(function, function->defaults, value); break;
    case FunctionKwDefaults: setField(function, function->kwdefaults, value); break;
    case FunctionAnnotations: setField(function, function->annotations, value); break;
    default: setField(function, function->closure, value); break;
    }
}

int findMethod(Object* owner, Object* name, Object** found) {
    Type* type = owner->type;
    *found = nullptr;
    if (type->getAttr != genericGetAttr) {
        *found = getAttr(owner, name).pointer;
        return 0;
    }
    Object* inType = lookupInType(type, name);
    bool isFunctionLike = inType && hasFlag(inType->type, MethodDescriptor);
    if (inType && !isFunctionLike && inType->type->descrGet && inType->type->descrSet) {
        *found = getAttr(owner, name).pointer;
        return 0;
    }
    if (isFunctionLike) {
        // An attribute of the instance hides the function.
        bool hidden = false;
        if (type->dictOffset) {
            if (hasFlag(type, InlineValues) && inlineValues(owner)->valid) {
                hidden = findInlineAttribute(owner, name) != nullptr;
            } else if (hasFlag(type, ManagedDict)) {
                hidden = managedDict(owner) && dictFind(managedDict(owner), name);
            } else if (Object** slot = instanceDictSlot(owner); slot && *slot) {
                hidden = dictFind(*slot, name) != nullptr;
            }
        }
        if (errorOccurred()) return 0;
        if (!hidden) {
            incref(inType);
            *found = inType;
            return 1;
        }
    }
    *found = getAttr(owner, name).pointer;
    return 0;
}

Owned loadSuperAttribute(Object* superType, Object* cls, Object* self, Object* name, bool twoArguments, bool methodForm, bool* isMethodCall) {
    *isMethodCall = false;
    if (superType == types::Super && isType(cls)) {
        // super(cls, self).name without the super object.
        bool method = false;
        Owned found = superAttribute(static_cast<Type*>(cls), self, name, methodForm ? &method : nullptr);
        if (found) *isMethodCall = method;
        return found;
    }
    Held<> super(twoArguments ? call(superType, cls, self) : call(superType));
    if (!super) return nullptr;
    return getAttr(super, name);
}

void recordStopIteration(Frame* frame, Object* value) {
    Held<> kept(newRef(value));
    // PyErr_SetObject: an exception is raised as it is, a tuple gives the arguments.
    if (isTuple(value)) {
        Ref<> made = callWithTuple(exc::StopIteration, value, nullptr);
        if (made) raiseInstance(made);
    } else if (isSubtype(value->type, exc::StopIteration)) {
        raiseInstance(value);
    } else {
        raiseStopIteration(value);
    }
    recordStep(frame, StepKind::Exception, interpreter.pending);
    clearError();
}

}
