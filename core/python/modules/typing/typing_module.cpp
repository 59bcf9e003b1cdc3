// SPDX-License-Identifier: GPL-3.0-or-later

// _typing: what typing.py has in native code.

#include "core/python/modules/native_modules.h"
#include "core/python/modules/typing/typing_types.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

TypingTypes made{};
RuntimeCache madeCache([] { made = TypingTypes{}; });

Owned sameThing(Object*, Object* o) { return newRef(o); }

// ---- Generic

// typing.function(cls, …)
Owned callWithClass(const char* function, Object* cls, Args args) {
    Held<> typing(importTyping());
    Held<> callable(typing ? getAttr(typing, function) : Owned(nullptr));
    if (!callable) return nullptr;
    Held<> method(newMethod(callable, cls));
    return method ? call(method, args) : Owned(nullptr);
}
Owned genericClassGetItem(Object* cls, Args args) { return callWithClass("_generic_class_getitem", cls, args); }
Owned genericInitSubclass(Object* cls, Args args) { return callWithClass("_generic_init_subclass", cls, args); }

const MethodDef genericMethods[] = {{"__class_getitem__", genericClassGetItem, NativeKind::Keywords, NativeBinding::Class},
                                    {"__init_subclass__", genericInitSubclass, NativeKind::Keywords, NativeBinding::Class},
                                    {}};

void defineGeneric(Type* t) {
    t->name = "typing.Generic";
    t->doc = "The base of generic classes. A class with type parameters, class C[T], has it by itself.";
    t->basicSize = sizeof(Object);
    t->flags = BaseType;
    t->methods = genericMethods;
}

// ---- NoDefault

Owned noDefaultCreate(Type*, Args args) {
    if (args.count || args.keywordCount()) return raise(exc::TypeError, "NoDefaultType takes no arguments");
    return newRef(made.noDefault);
}
Owned noDefaultRepr(Object*) { return newStr("typing.NoDefault"); }
Owned noDefaultReduce(Object*) { return newStr("NoDefault"); }
const MethodDef noDefaultMethods[] = {{"__reduce__", noDefaultReduce}, {}};

void defineNoDefaultType(Type* t) {
    t->name = "NoDefaultType";
    t->doc = "The type of the NoDefault singleton.";
    t->basicSize = sizeof(Object);
    t->methods = noDefaultMethods;
    t->create = noDefaultCreate;
    t->repr = noDefaultRepr;
}

bool makeTypes() {
    MadeAtStartup early;
    const struct {
        Type*& type;
        void (*define)(Type*);
    } rows[] = {
        {made.typeVar, defineTypeVar},
        {made.paramSpec, defineParamSpec},
        {made.typeVarTuple, defineTypeVarTuple},
        {made.paramSpecArgs, defineParamSpecArgs},
        {made.paramSpecKwargs, defineParamSpecKwargs},
        {made.typeAlias, defineTypeAlias},
        {made.noDefaultType, defineNoDefaultType},
        {made.generic, defineGeneric},
    };
    for (const auto& row : rows) {
        row.type = makeModuleType(row.define);
        if (!row.type) return false;
    }
    made.generic->flags &= ~uint64_t{ImmutableType}; // as CPython's
    made.generic->create = types::Object->create;    // object's own, so that it is not in the class
    made.noDefault = allocateObject(made.noDefaultType, sizeof(Object));
    if (!made.noDefault) return false;
    recordCells(made.noDefault);
    recordKeptForGood(made.noDefault);
    return true;
}

}

const TypingTypes* typingTypes() {
    if (!made.noDefault && !makeTypes()) return nullptr;
    return &made;
}

// ---- for the types and the instructions

Owned importTyping() {
    Ref<> name(internStr("typing"));
    return name ? vmHooks.importModule(name) : Owned(nullptr);
}

Owned callTyping(const char* function, Args args) {
    Held<> typing(importTyping());
    Held<> callable(typing ? getAttr(typing, function) : Owned(nullptr));
    return callable ? call(callable, args) : Owned(nullptr);
}

Owned unpackedParameters(Object* parameters) {
    TupleObject* given = asTuple(parameters);
    const TypingTypes* types = typingTypes();
    bool hasTuple = false;
    for (ssize i = 0; i < given->count; ++i) hasTuple = hasTuple || (types && given->items[i]->type == types->typeVarTuple);
    if (!hasTuple) return newRef(parameters);
    Held<ListObject> out(newList(0));
    if (!out) return nullptr;
    for (ssize i = 0; i < given->count; ++i) {
        if (given->items[i]->type != types->typeVarTuple) {
            if (!listAppend(out, given->items[i])) return nullptr;
            continue;
        }
        Held<> iterator(getIter(given->items[i]));
        Held<> unpacked(iterator ? nextOf(iterator) : Owned(nullptr));
        if (!unpacked || !listAppend(out, unpacked)) return nullptr;
    }
    return listToTuple(out);
}

Owned runningModuleName() {
    Object* globals = vmHooks.runningGlobals();
    Object* name = globals ? dictFind(globals, names::dunderName) : nullptr;
    if (!name && errorOccurred()) return nullptr;
    return newRef(name ? name : None);
}

Owned newGenericBase(Object* parameters) {
    const TypingTypes* types = typingTypes();
    Held<> unpacked(types ? unpackedParameters(parameters) : Owned(nullptr));
    if (!unpacked) return nullptr;
    Object* args[] = {types->generic, unpacked};
    return callTyping("_GenericAlias", Args{args, 2, nullptr});
}

Owned makeTypingModule() {
    static const MethodDef functions[] = {{"_idfunc", sameThing}, {}};
    const TypingTypes* types = typingTypes();
    Ref<> module = newModule("_typing");
    if (!types || !module || !addFunctions(module, functions)) return nullptr;
    for (Type* type :
         {types->generic, types->typeVar, types->typeVarTuple, types->paramSpec, types->paramSpecArgs, types->paramSpecKwargs, types->typeAlias}) {
        const char* dot = std::strrchr(type->name, '.');
        if (!addToModule(module, dot + 1, newRef(type))) return nullptr;
    }
    return addToModule(module, "NoDefault", newRef(types->noDefault)) ? module.release() : Owned(nullptr);
}

}
