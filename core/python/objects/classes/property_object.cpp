// SPDX-License-Identifier: GPL-3.0-or-later

// property.

#include <cstddef>

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

PropertyObject* property(Object* o) { return static_cast<PropertyObject*>(o); }

// The name it was given in a class, or its getter's; null without an exception where there is none.
Owned nameOf(Object* o, bool* failed) {
    if (property(o)->name) return newRef(property(o)->name);
    if (property(o)->fget && property(o)->fget != None) return findAttr(property(o)->fget, names::dunderName, failed);
    return nullptr;
}

// "property 'x' of 'A' object has no setter" with what is known.
Failure raiseNo(Object* o, Object* instance, const char* what) {
    bool failed = false;
    Held<> name(nameOf(o, &failed));
    if (failed) return {};
    Ref<> qualname = instance ? getAttr(instance->type, names::dunderQualname) : Owned(nullptr);
    if (instance && !qualname) return {};
    if (name && qualname) return raise(exc::AttributeError, "property {!r} of {!r} object has no {}", name.get(), qualname.get(), what);
    if (qualname) return raise(exc::AttributeError, "property of {!r} object has no {}", qualname.get(), what);
    return raise(exc::AttributeError, "property has no {}", what);
}

Owned propertyGet(Object* o, Object* instance, Object*) {
    if (!instance || instance == None) return newRef(o);
    if (!property(o)->fget) return raiseNo(o, instance, "getter");
    Held<> getter(Held<>::share(property(o)->fget));
    return call(getter, instance);
}

bool propertySet(Object* o, Object* instance, Object* value) {
    Held<> function(Held<>::share(value ? property(o)->fset : property(o)->fdel));
    if (!function) return raiseNo(o, instance, value ? "setter" : "deleter");
    Ref<> result = value ? call(function, instance, value) : call(function, instance);
    return bool(result);
}

// `doc`: null where there is none.
bool setDoc(Object* self, Object* doc) {
    if (self->type == types::Property) {
        setField(self, property(self)->doc, doc ? newRef(doc) : Owned(nullptr));
        return true;
    }
    if (!doc) doc = None;
    // A subclass's instances have their own `__doc__`, which the class's would hide.
    if (setAttr(self, names::dunderDoc, doc)) return true;
    if (property(self)->getterDoc || !errorMatches(exc::AttributeError)) return false; // what nobody asked for by name is dropped silently
    clearError();
    return true;
}

bool propertyInit(Object* self, Args args) {
    Object* p[4] = {None, None, None, None};
    if (!parseArgs("property", args, "| fget fset fdel doc", p)) return false;
    PropertyObject* o = property(self);
    auto orNull = [](Object* v) { return v == None ? Owned(nullptr) : newRef(v); };
    setField(self, o->fget, orNull(p[0]));
    setField(self, o->fset, orNull(p[1]));
    setField(self, o->fdel, orNull(p[2]));
    setField(self, o->doc, Owned(nullptr));
    setField(self, o->name, Owned(nullptr));
    o->getterDoc = false;
    Held<> doc;
    if (p[3] != None) doc = newRef(p[3]);
    else if (o->fget) {
        bool failed = false;
        doc = findAttr(o->fget, names::dunderDoc, &failed);
        if (failed) return false;
        if (doc && doc.get() == None) doc = nullptr;
        o->getterDoc = bool(doc);
    }
    return setDoc(self, doc);
}

Owned propertyCreate(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (made) recordCells(made.pointer);
    return made;
}

// A copy with one function replaced; of the same class, so that subclasses keep their kind.
Owned copyWith(Object* o, Object* get, Object* set, Object* del) {
    PropertyObject* old = property(o);
    auto pick = [](Object* given, Object* kept) { return given && given != None ? given : kept ? kept : None; };
    Object* doc = old->getterDoc && get && get != None ? None : old->doc ? old->doc : None;
    if (old->getterDoc && pick(get, old->fget) != None) doc = None;
    Object* args[] = {pick(get, old->fget), pick(set, old->fset), pick(del, old->fdel), doc};
    Held<> made(call(o->type, Args{args, 4, nullptr}));
    if (made && isInstance(made, types::Property) && old->name) setField(made.get(), property(made)->name, newRef(old->name));
    return made.release();
}

Owned getterMethod(Object* o, Object* f) { return copyWith(o, f, nullptr, nullptr); }
Owned setterMethod(Object* o, Object* f) { return copyWith(o, nullptr, f, nullptr); }
Owned deleterMethod(Object* o, Object* f) { return copyWith(o, nullptr, nullptr, f); }

Owned setNameMethod(Object* o, Args args) {
    if (args.count != 2) return raise(exc::TypeError, "__set_name__() takes 2 positional arguments but {} were given", args.count);
    setField(o, property(o)->name, newRef(args[1]));
    return newNone();
}

Owned isAbstract(Object* o) {
    for (Object* f : {property(o)->fget, property(o)->fset, property(o)->fdel}) {
        if (!f) continue;
        bool failed = false;
        Held<> value(findAttr(f, names::dunderIsabstractmethod, &failed));
        if (failed) return nullptr;
        int truth = value ? isTrue(value) : 0;
        if (truth < 0) return nullptr;
        if (truth) return newBool(true);
    }
    return newBool(false);
}

Owned getName(Object* o) {
    bool failed = false;
    Ref<> name = nameOf(o, &failed);
    if (failed) return nullptr;
    if (!name) return raiseAttributeError(o, names::dunderName, "'{}' object has no attribute '{}'");
    return name.release();
}
bool setName(Object* o, Object* value) {
    setField(o, property(o)->name, value ? newRef(value) : Owned(nullptr));
    return true;
}

constexpr Field fields[] = {{"fget", offsetof(PropertyObject, fget)},     {"fset", offsetof(PropertyObject, fset)},
                            {"fdel", offsetof(PropertyObject, fdel)},     {"__doc__", offsetof(PropertyObject, doc)},
                            {"__name__", offsetof(PropertyObject, name)}, {}};
constexpr MemberDef members[] = {{"fget", MemberKind::Object, offsetof(PropertyObject, fget)},
                                 {"fset", MemberKind::Object, offsetof(PropertyObject, fset)},
                                 {"fdel", MemberKind::Object, offsetof(PropertyObject, fdel)},
                                 {"__doc__", MemberKind::Object, offsetof(PropertyObject, doc), false},
                                 {}};
constexpr MethodDef methods[] = {
    {"getter", getterMethod}, {"setter", setterMethod}, {"deleter", deleterMethod}, {"__set_name__", setNameMethod, 0, -1}, {}};
constexpr GetSetDef getsets[] = {{"__name__", getName, setName}, {"__isabstractmethod__", isAbstract}, {}};

}

void definePropertyType(Type* t) {
    static_assert(sizeof(PropertyObject) == 64);
    t->name = "property";
    t->doc =
        "property(fget=None, fset=None, fdel=None, doc=None)\n--\n\nProperty attribute.\n\n  fget\n    function to be used for getting an attribute value\n"
        "  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring";
    t->basicSize = sizeof(PropertyObject);
    t->flags = BaseType | HaveGc;
    t->fields = fields;
    t->members = members;
    t->methods = methods;
    t->getsets = getsets;
    t->descrGet = propertyGet;
    t->descrSet = propertySet;
    t->init = propertyInit;
    t->create = propertyCreate;
}

}
