// SPDX-License-Identifier: GPL-3.0-or-later

// super: attributes looked up behind a class in the order of the object's class.

#include "core/python/objects/classes/super_object.h"

#include <cstddef>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

SuperObject* super(Object* o) { return static_cast<SuperObject*>(o); }

// The class whose order is walked: the object itself where it is a subclass, else its class. Null: TypeError pending.
Owned checkSuper(Type* type, Object* object) {
    if (isType(object) && isSubtype(static_cast<Type*>(object), type)) return newRef(object);
    if (isSubtype(object->type, type)) return newRef(object->type);
    bool failed = false;
    Ref<> shown = findAttr(object, names::dunderClass, &failed);
    if (failed) return nullptr;
    if (shown && isType(shown) && shown.get() != object->type && isSubtype(static_cast<Type*>(shown.get()), type)) return shown.release();
    return raise(exc::TypeError, "super(type, obj): obj ({} {}) is not an instance or subtype of type ({}).", isType(object) ? "type" : "instance of",
                 isType(object) ? static_cast<Type*>(object)->name : object->type->name, type->name);
}

// Borrowed dict entry behind `type` in the order of `start`, or null.
Object* findBehind(Type* type, Type* start, Object* name) {
    if (!start->mro) return nullptr;
    Held<TupleObject> mro(Held<TupleObject>::share(start->mro));
    ssize i = 0;
    while (i < mro->count && mro->items[i] != type) i++;
    for (i++; i < mro->count; i++) {
        Type* base = static_cast<Type*>(mro->items[i]);
        Object* value = base->dict ? dictFind(base->dict, name) : nullptr;
        if (value || errorOccurred()) return value;
    }
    return nullptr;
}

Owned attribute(Type* type, Object* self, Type* selfType, Object* name, bool* unbound) {
    if (!selfType || strEquals(name, names::dunderClass)) return nullptr;
    Object* found = findBehind(type, selfType, name);
    if (!found) return nullptr;
    if (unbound && hasFlag(found->type, MethodDescriptor) && self != static_cast<Object*>(selfType)) {
        *unbound = true;
        return newRef(found);
    }
    DescrGetFunc get = found->type->descrGet;
    if (!get) return newRef(found);
    Ref<> keep = Ref<>::share(found);
    return get(found, self == static_cast<Object*>(selfType) ? nullptr : self, selfType);
}

Owned superGetAttr(Object* o, Object* name) {
    SuperObject* s = super(o);
    if (s->selfType && isStr(name)) {
        Held<> keep(Held<>::share(s->selfType));
        Owned found = attribute(static_cast<Type*>(s->type), s->self, static_cast<Type*>(s->selfType), name, nullptr);
        if (found || errorOccurred()) return found;
    }
    return genericGetAttr(o, name);
}

bool superInit(Object* self, Args args) {
    if (!checkNoKeywords("super", args) || !checkArgCount("super()", args.count, 0, 2)) return false;
    Type* type = nullptr;
    Object* object = nullptr;
    if (args.count == 0) {
        if (!vmHooks.superArguments) return raise(exc::RuntimeError, "super(): no current frame");
        if (!vmHooks.superArguments(&type, &object)) return false;
    } else {
        if (!isType(args[0])) return raise(exc::TypeError, "super() argument 1 must be a type, not {}", args[0]->type->name);
        type = static_cast<Type*>(args[0]);
        object = args.count > 1 ? args[1] : nullptr;
    }
    if (object == None) object = nullptr;
    Held<> selfType;
    if (object) {
        selfType = checkSuper(type, object);
        if (!selfType) return false;
    }
    SuperObject* s = super(self);
    setField(self, s->type, newRef(type));
    setField(self, s->self, object ? newRef(object) : Owned(nullptr));
    setField(self, s->selfType, selfType.release());
    return true;
}

Owned superCreate(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (made) recordCells(made.pointer);
    return made;
}

Owned superGet(Object* o, Object* instance, Object*) {
    SuperObject* s = super(o);
    if (!instance || instance == None || s->self) return newRef(o);
    if (o->type != types::Super) return call(o->type, s->type, instance);
    return newSuper(static_cast<Type*>(s->type), instance);
}

Owned superRepr(Object* o) {
    SuperObject* s = super(o);
    const char* type = s->type ? static_cast<Type*>(s->type)->name : "NULL";
    if (s->selfType) {
        const FormatArg parts[] = {type, static_cast<Type*>(s->selfType)->name};
        return formatMessage("<super: <class '{}'>, <{} object>>", parts, 2);
    }
    const FormatArg parts[] = {type};
    return formatMessage("<super: <class '{}'>, NULL>", parts, 1);
}

constexpr Field fields[] = {{"__thisclass__", offsetof(SuperObject, type)},
                            {"__self__", offsetof(SuperObject, self)},
                            {"__self_class__", offsetof(SuperObject, selfType)},
                            {}};
constexpr MemberDef members[] = {{"__thisclass__", MemberKind::Object, offsetof(SuperObject, type)},
                                 {"__self__", MemberKind::Object, offsetof(SuperObject, self)},
                                 {"__self_class__", MemberKind::Object, offsetof(SuperObject, selfType)},
                                 {}};

}

Owned newSuper(Type* type, Object* self) {
    Ref<> selfType = checkSuper(type, self);
    if (!selfType) return nullptr;
    Owned made = types::Super->alloc(types::Super, 0);
    if (!made) return nullptr;
    SuperObject* s = super(made.pointer);
    s->type = newRef(type).pointer;
    s->self = newRef(self).pointer;
    s->selfType = selfType.releaseRaw();
    recordCells(s);
    return made;
}

Owned superAttribute(Type* type, Object* self, Object* name, bool* unbound) {
    Held<> selfType(checkSuper(type, self));
    if (!selfType) return nullptr;
    Owned found = attribute(type, self, static_cast<Type*>(selfType.get()), name, unbound);
    if (found || errorOccurred()) return found;
    Held<> object(newSuper(type, self));
    return object ? genericGetAttr(object, name) : Owned(nullptr);
}

void defineSuperType(Type* t) {
    t->name = "super";
    t->doc =
        "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\n"
        "super(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\n"
        "class C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n"
        "    def cmeth(cls, arg):\n        super().cmeth(arg)\n";
    t->basicSize = sizeof(SuperObject);
    t->flags = BaseType | HaveGc;
    t->fields = fields;
    t->members = members;
    t->getAttr = superGetAttr;
    t->descrGet = superGet;
    t->init = superInit;
    t->create = superCreate;
    t->repr = superRepr;
}

}
