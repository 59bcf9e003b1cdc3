// SPDX-License-Identifier: GPL-3.0-or-later

// classmethod and staticmethod: a callable in a class's dict that is bound to the class, or not at all.

#include <cstddef>

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

ClassMethodObject* wrapped(Object* o) { return static_cast<ClassMethodObject*>(o); }

// The callable's names and docs show through, as functools.wraps does it.
bool copyAttributes(Object* wrapper, Object* callable) {
    for (Object* name : {names::dunderModule, names::dunderName, names::dunderQualname, names::dunderDoc, names::dunderAnnotations}) {
        bool failed = false;
        Held<> value(findAttr(callable, name, &failed));
        if (failed) return false;
        if (value && !setAttr(wrapper, name, value)) return false;
    }
    return true;
}

Owned make(Type* type, Object* callable) {
    Ref<> made = type->alloc(type, 0);
    if (!made) return nullptr;
    setField(made, wrapped(made)->callable, newRef(callable));
    recordCells(made);
    return made.release();
}

template <Type** kind> Owned createWrapper(Type* type, Args args) {
    Owned made = type->alloc(type, 0);
    if (made) recordCells(made.pointer);
    return made;
}

template <Type** kind> bool initWrapper(Object* self, Args args) {
    const char* name = kind == &types::ClassMethod ? "classmethod" : "staticmethod";
    if (isInstance(self, *kind) && self->type->init == initWrapper<kind> && !checkNoKeywords(name, args)) return false;
    if (!checkArgCount(name, args.count, 1, 1)) return false;
    setField(self, wrapped(self)->callable, newRef(args[0]));
    return copyAttributes(self, args[0]);
}

Owned classMethodGet(Object* o, Object* instance, Object* type) {
    if (!wrapped(o)->callable) return raise(exc::RuntimeError, "uninitialized classmethod object");
    return newMethod(wrapped(o)->callable, type ? type : instance->type);
}

Owned staticMethodGet(Object* o, Object*, Object*) {
    if (!wrapped(o)->callable) return raise(exc::RuntimeError, "uninitialized staticmethod object");
    return newRef(wrapped(o)->callable);
}

Owned staticMethodCall(Object* o, Args args) {
    Held<> callable(Held<>::share(wrapped(o)->callable));
    return call(callable, args);
}

Owned classMethodRepr(Object* o) {
    const FormatArg parts[] = {wrapped(o)->callable};
    return formatMessage("<classmethod({!r})>", parts, 1);
}
Owned staticMethodRepr(Object* o) {
    const FormatArg parts[] = {wrapped(o)->callable};
    return formatMessage("<staticmethod({!r})>", parts, 1);
}

Owned isAbstract(Object* o) {
    bool failed = false;
    Held<> value(wrapped(o)->callable ? findAttr(wrapped(o)->callable, names::dunderIsabstractmethod, &failed) : Owned(nullptr));
    if (failed) return nullptr;
    if (!value) return newBool(false);
    int truth = isTrue(value);
    return truth < 0 ? Owned(nullptr) : newBool(truth);
}

Owned getDict(Object* o) { return instanceDict(o); }
bool setDict(Object* o, Object* v) {
    if (v && !isDict(v)) return raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '{}'", v->type->name);
    return setInstanceDict(o, v);
}

constexpr Field fields[] = {{"__func__", offsetof(ClassMethodObject, callable)}, {"__dict__", offsetof(ClassMethodObject, dict)}, {}};
constexpr MemberDef members[] = {{"__func__", MemberKind::Object, offsetof(ClassMethodObject, callable)},
                                 {"__wrapped__", MemberKind::Object, offsetof(ClassMethodObject, callable)},
                                 {}};
constexpr GetSetDef getsets[] = {{"__isabstractmethod__", isAbstract}, {"__dict__", getDict, setDict}, {}};

void define(Type* t, const char* name) {
    static_assert(sizeof(ClassMethodObject) == 32);
    t->name = name;
    t->basicSize = sizeof(ClassMethodObject);
    t->flags = BaseType | HaveGc;
    t->dictOffset = offsetof(ClassMethodObject, dict);
    t->fields = fields;
    t->members = members;
    t->getsets = getsets;
}

}

Owned newClassMethod(Object* callable) { return make(types::ClassMethod, callable); }
Owned newStaticMethod(Object* callable) { return make(types::StaticMethod, callable); }

void defineClassMethodType(Type* t) {
    define(t, "classmethod");
    t->doc =
        "classmethod(function) -> method\n\nConvert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.";
    t->repr = classMethodRepr;
    t->descrGet = classMethodGet;
    t->create = createWrapper<&types::ClassMethod>;
    t->init = initWrapper<&types::ClassMethod>;
}

void defineStaticMethodType(Type* t) {
    define(t, "staticmethod");
    t->doc =
        "staticmethod(function) -> method\n\nConvert a function to be a static method.\n\nA static method does not receive an implicit first argument.";
    t->repr = staticMethodRepr;
    t->descrGet = staticMethodGet;
    t->call = staticMethodCall;
    t->create = createWrapper<&types::StaticMethod>;
    t->init = initWrapper<&types::StaticMethod>;
}

}
