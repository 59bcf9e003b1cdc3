// SPDX-License-Identifier: GPL-3.0-or-later

// The function type: its attributes. What a call does is the vm's, which sets types::Function->call.

#include "core/python/objects/classes/function_object.h"
#include "core/python/bytecode/code_unit.h"

#include <cstddef>

#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Owned newFunction(Object* code, Object* globals) {
    auto* c = static_cast<CodeObject*>(code);
    Object* builtins = nullptr;
    if (Object* named = dictFind(globals, names::dunderBuiltins)) builtins = named->type == types::Module ? moduleDict(named) : named;
    if (!builtins) {
        if (errorOccurred()) return nullptr;
        builtins = interpreter.builtins;
    }
    Object* module = dictFind(globals, names::dunderName);
    if (!module && errorOccurred()) return nullptr;
    auto* f = static_cast<FunctionObject*>(allocateGcObject(types::Function, sizeof(FunctionObject)));
    if (!f) return nullptr;
    Object* doc = None;
    // A docstring is the first constant; only a str can be one.
    if (c->flags & 0x4000000) doc = asTuple(c->constants)->items[0];
    else if (asTuple(c->constants)->count > 0 && isStr(asTuple(c->constants)->items[0])) doc = asTuple(c->constants)->items[0];
    if (!isStr(doc)) doc = None;
    f->globals = newRef(globals).pointer;
    f->builtins = builtins ? newRef(builtins).pointer : nullptr;
    f->name = newRef(c->name).pointer;
    f->qualname = newRef(c->qualname).pointer;
    f->code = newRef(code).pointer;
    f->defaults = f->kwdefaults = f->closure = nullptr;
    f->doc = newRef(doc).pointer;
    f->dict = f->weakrefs = nullptr;
    f->module = module ? newRef(module).pointer : nullptr;
    f->annotations = f->typeParams = nullptr;
    f->vectorcall = nullptr;
    f->version = 0;
    gcTrack(f);
    recordCells(f);
    return Owned(f);
}

namespace {

constexpr Field functionFields[] = {
    {"__globals__", offsetof(FunctionObject, globals)},
    {"__builtins__", offsetof(FunctionObject, builtins)},
    {"__name__", offsetof(FunctionObject, name)},
    {"__qualname__", offsetof(FunctionObject, qualname)},
    {"__code__", offsetof(FunctionObject, code)},
    {"__defaults__", offsetof(FunctionObject, defaults)},
    {"__kwdefaults__", offsetof(FunctionObject, kwdefaults)},
    {"__closure__", offsetof(FunctionObject, closure)},
    {"__doc__", offsetof(FunctionObject, doc)},
    {"__dict__", offsetof(FunctionObject, dict)},
    {"__module__", offsetof(FunctionObject, module)},
    {"__annotations__", offsetof(FunctionObject, annotations)},
    {"__type_params__", offsetof(FunctionObject, typeParams)},
    {},
};

FunctionObject* self(Object* o) { return static_cast<FunctionObject*>(o); }

Owned functionRepr(Object* o) {
    const std::string address = addressText(o);
    const FormatArg parts[] = {self(o)->qualname, address};
    return formatMessage("<function {} at {}>", parts, 2);
}

// What `__call__` wraps: the vm puts its own function into the slot before a program starts.
Owned callThroughSlot(Object* f, Args args) { return types::Function->call(f, args); }

Owned functionGet(Object* f, Object* instance, Object*) {
    if (!instance || instance == None) return newRef(f);
    return newMethod(f, instance);
}

bool setText(Object* o, Object*& field, Object* value, const char* name) {
    if (!value || !isStr(value)) return raise(exc::TypeError, "{} must be set to a string object", name);
    setField(o, field, newRef(value));
    return true;
}

Owned getName(Object* o) { return newRef(self(o)->name); }
bool setName(Object* o, Object* v) { return setText(o, self(o)->name, v, "__name__"); }
Owned getQualname(Object* o) { return newRef(self(o)->qualname); }
bool setQualname(Object* o, Object* v) { return setText(o, self(o)->qualname, v, "__qualname__"); }
Owned getCode(Object* o) { return newRef(self(o)->code); }

bool setCode(Object* o, Object* value) {
    if (!value || value->type != types::Code) return raise(exc::TypeError, "__code__ must be set to a code object");
    auto freeOf = [](Object* code) { return static_cast<ssize>(static_cast<CodeObject*>(code)->freeCount); };
    ssize wanted = freeOf(value), closed = self(o)->closure ? asTuple(self(o)->closure)->count : 0;
    if (wanted != closed) return raise(exc::ValueError, "{}() requires a code object with {} free vars, not {}", self(o)->name, closed, wanted);
    constexpr uint32_t kinds = CodeFlag::Generator | CodeFlag::Coroutine | CodeFlag::AsyncGenerator;
    auto kindOf = [](Object* code) { return static_cast<CodeObject*>(code)->flags & kinds; };
    if (kindOf(value) != kindOf(self(o)->code) &&
        !warnDeprecated("Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)"))
        return false;
    self(o)->version = 0;
    setField(o, self(o)->code, newRef(value));
    return true;
}

Owned getDefaults(Object* o) { return self(o)->defaults ? newRef(self(o)->defaults) : newNone(); }
bool setDefaults(Object* o, Object* v) {
    if (v == None) v = nullptr;
    if (v && !isTuple(v)) return raise(exc::TypeError, "__defaults__ must be set to a tuple object");
    self(o)->version = 0;
    setField(o, self(o)->defaults, v ? newRef(v) : Owned(nullptr));
    return true;
}
Owned getKwDefaults(Object* o) { return self(o)->kwdefaults ? newRef(self(o)->kwdefaults) : newNone(); }
bool setKwDefaults(Object* o, Object* v) {
    if (v == None) v = nullptr;
    if (v && !isDict(v)) return raise(exc::TypeError, "__kwdefaults__ must be set to a dict object");
    self(o)->version = 0;
    setField(o, self(o)->kwdefaults, v ? newRef(v) : Owned(nullptr));
    return true;
}
Owned getAnnotations(Object* o) {
    if (!self(o)->annotations) {
        Ref<> made = newDict();
        if (!made) return nullptr;
        setField(o, self(o)->annotations, made.release());
    } else if (isTuple(self(o)->annotations)) {
        // As the compiler leaves them: (name, annotation, name, annotation, …).
        TupleObject* pairs = asTuple(self(o)->annotations);
        Held<> made(newDict());
        if (!made) return nullptr;
        for (ssize i = 0; i + 1 < pairs->count; i += 2)
            if (!dictSet(made, pairs->items[i], pairs->items[i + 1])) return nullptr;
        setField(o, self(o)->annotations, made.release());
    }
    return newRef(self(o)->annotations);
}
bool setAnnotations(Object* o, Object* v) {
    if (v == None) v = nullptr;
    if (v && !isDict(v)) return raise(exc::TypeError, "__annotations__ must be set to a dict object");
    self(o)->version = 0;
    setField(o, self(o)->annotations, v ? newRef(v) : Owned(nullptr));
    return true;
}
Owned getTypeParams(Object* o) { return newRef(self(o)->typeParams ? self(o)->typeParams : emptyTuple); }
bool setTypeParams(Object* o, Object* v) {
    if (!v || !isTuple(v)) return raise(exc::TypeError, "__type_params__ must be set to a tuple");
    setField(o, self(o)->typeParams, newRef(v));
    return true;
}
Owned getDict(Object* o) { return instanceDict(o); }
bool setDict(Object* o, Object* v) {
    if (!v) return raise(exc::TypeError, "cannot delete __dict__");
    if (!isDict(v)) return raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '{}'", v->type->name);
    return setInstanceDict(o, v);
}

constexpr MemberDef functionMembers[] = {
    {"__closure__", MemberKind::Object, offsetof(FunctionObject, closure)},
    {"__doc__", MemberKind::Object, offsetof(FunctionObject, doc), false},
    {"__globals__", MemberKind::Object, offsetof(FunctionObject, globals)},
    {"__module__", MemberKind::Object, offsetof(FunctionObject, module), false},
    {"__builtins__", MemberKind::Object, offsetof(FunctionObject, builtins)},
    {},
};
constexpr GetSetDef functionGetSets[] = {
    {"__code__", getCode, setCode},
    {"__defaults__", getDefaults, setDefaults},
    {"__kwdefaults__", getKwDefaults, setKwDefaults},
    {"__annotations__", getAnnotations, setAnnotations},
    {"__dict__", getDict, setDict},
    {"__name__", getName, setName},
    {"__qualname__", getQualname, setQualname},
    {"__type_params__", getTypeParams, setTypeParams},
    {},
};

// function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
Owned functionCreate(Type*, Args args) {
    Object* p[6] = {nullptr, nullptr, None, None, None, None};
    if (!parseArgs("function", args, "code globals | name argdefs closure kwdefaults", p)) return nullptr;
    if (p[0]->type != types::Code) return raise(exc::TypeError, "function() argument 'code' must be code, not {}", p[0]->type->name);
    if (!isDict(p[1])) return raise(exc::TypeError, "function() argument 'globals' must be dict, not {}", p[1]->type->name);
    if (p[2] != None && !isStr(p[2])) return raise(exc::TypeError, "arg 3 (name) must be None or string");
    if (p[3] != None && !isTuple(p[3])) return raise(exc::TypeError, "arg 4 (defaults) must be None or tuple");
    ssize freeCount = static_cast<CodeObject*>(p[0])->freeCount;
    if (!isTuple(p[4])) {
        if (freeCount && p[4] == None) return raise(exc::TypeError, "arg 5 (closure) must be tuple");
        if (p[4] != None) return raise(exc::TypeError, "arg 5 (closure) must be None or tuple");
    }
    if (p[5] != None && !isDict(p[5])) return raise(exc::TypeError, "arg 6 (kwdefaults) must be None or dict");
    ssize closed = p[4] == None ? 0 : asTuple(p[4])->count;
    if (freeCount != closed)
        return raise(exc::ValueError, "{} requires closure of length {}, not {}", static_cast<CodeObject*>(p[0])->name, freeCount, closed);
    for (ssize i = 0; i < closed; i++)
        if (!isCell(asTuple(p[4])->items[i]))
            return raise(exc::TypeError, "arg 5 (closure) expected cell, found {}", asTuple(p[4])->items[i]->type->name);
    Ref<> made = newFunction(p[0], p[1]);
    if (!made) return nullptr;
    FunctionObject* f = self(made);
    if (p[2] != None) setField(f, f->name, newRef(p[2]));
    if (p[3] != None) setField(f, f->defaults, newRef(p[3]));
    if (p[4] != None) setField(f, f->closure, newRef(p[4]));
    if (p[5] != None) setField(f, f->kwdefaults, newRef(p[5]));
    return made.release();
}

void functionDealloc(Object* o) {
    Dying dying(o);
    gcUntrack(o);
    clearWeakReferences(o);
    FunctionObject* f = self(o);
    f->version = 0;
    clearField(f->globals);
    clearField(f->builtins);
    clearField(f->module);
    clearField(f->defaults);
    clearField(f->kwdefaults);
    clearField(f->doc);
    clearField(f->dict);
    clearField(f->closure);
    clearField(f->annotations);
    clearField(f->typeParams);
    clearField(f->code);
    clearField(f->name);
    clearField(f->qualname);
    freeObject(o);
}

// As CPython, a function keeps its names and code when a cycle is broken: it can still be called and shown.
void functionClear(Object* o) {
    FunctionObject* f = self(o);
    f->version = 0;
    for (Object** field :
         {&f->globals, &f->builtins, &f->module, &f->defaults, &f->kwdefaults, &f->doc, &f->dict, &f->closure, &f->annotations, &f->typeParams})
        if (*field) setField(o, *field, Owned(nullptr));
}

}

void defineFunctionType(Type* t) {
    static_assert(sizeof(FunctionObject) == 144);
    t->name = "function";
    t->doc = "function(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)\n--\n\nCreate a function object.";
    t->basicSize = sizeof(FunctionObject);
    t->flags = HaveGc | HaveVectorcall | MethodDescriptor;
    t->dictOffset = offsetof(FunctionObject, dict);
    t->weaklistOffset = offsetof(FunctionObject, weakrefs);
    t->fields = functionFields;
    t->dealloc = functionDealloc;
    t->clear = functionClear;
    t->repr = functionRepr;
    t->call = callThroughSlot;
    t->descrGet = functionGet;
    t->create = functionCreate;
    t->members = functionMembers;
    t->getsets = functionGetSets;
}

}
