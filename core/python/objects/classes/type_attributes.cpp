// SPDX-License-Identifier: GPL-3.0-or-later

// The type of classes: how a class is called, its attributes read and set, and what `type` itself offers.

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/text_signatures.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/mapping_proxy.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/slot_calls.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// ---- calling a class --------------------------------------------------------------------------------------------------

Owned typeCall(Object* self, Args args) {
    Type* type = static_cast<Type*>(self);
    if (type == types::Type) {
        if (args.count == 1 && !args.keywordCount()) return newRef(args[0]->type);
        if (args.count == 1) return raise(exc::TypeError, "type() takes no keyword arguments");
        if (args.count != 3) return raise(exc::TypeError, "type() takes 1 or 3 arguments");
    }
    if (!type->create) return raise(exc::TypeError, "cannot create '{}' instances", type->name);
    Owned made = type->create(type, args);
    if (!made || !isInstance(made.pointer, type)) return made;
    InitFunc init = made.pointer->type->init;
    if (!init) return made;
    Held<> object(made);
    if (!init(object, args)) return nullptr;
    return object.release();
}

// ---- attributes of classes ----------------------------------------------------------------------------------------------

Owned typeFindAttr(Object* self, Object* name, bool* failed) {
    Type* type = static_cast<Type*>(self);
    auto checked = [failed](Owned value) {
        if (!value) *failed = true;
        return value;
    };
    Type* metatype = type->type;
    Held<> metaAttribute(Held<>::share(lookupInType(metatype, name)));
    DescrGetFunc metaGet = nullptr;
    if (metaAttribute) {
        metaGet = metaAttribute->type->descrGet;
        // A data descriptor of the metaclass comes before everything in the class.
        if (metaGet && metaAttribute->type->descrSet) return checked(metaGet(metaAttribute, type, metatype));
    }
    if (Object* found = lookupInType(type, name)) {
        DescrGetFunc get = found->type->descrGet;
        if (!get) return newRef(found);
        Held<> keep(newRef(found));
        return checked(get(found, nullptr, type));
    }
    if (metaGet) return checked(metaGet(metaAttribute, type, metatype));
    return metaAttribute.release();
}

Owned typeGetAttr(Object* self, Object* name) {
    if (!isStr(name)) return raise(exc::TypeError, "attribute name must be string, not '{}'", name->type->name);
    bool failed = false;
    Owned found = typeFindAttr(self, name, &failed);
    if (found || failed) return found;
    return raiseAttributeError(self, name);
}

namespace {

bool isDunder(Object* name) {
    StrObject* s = asStr(name);
    return s->length > 4 && s->kind == 1 && charAt(s, 0) == '_' && charAt(s, 1) == '_' && charAt(s, s->length - 1) == '_' &&
           charAt(s, s->length - 2) == '_';
}

bool typeSetAttr(Object* self, Object* name, Object* value) {
    Type* type = static_cast<Type*>(self);
    if (hasFlag(type, ImmutableType)) return raise(exc::TypeError, "cannot set {!r} attribute of immutable type '{}'", name, type->name);
    if (!isStr(name)) return raise(exc::TypeError, "attribute name must be string, not '{}'", name->type->name);
    Object* interned = newRef(name).pointer;
    if (isExactStr(interned)) internInPlace(interned);
    Held<> key(Ref<>::steal(interned));
    // The old value may die in between and ask for this very attribute.
    typeModified(type);
    bool done = genericSetAttr(type, key, value);
    typeModified(type);
    if (done && isDunder(key)) updateTypeSlot(type, key);
    return done;
}

Owned typeRepr(Object* self) {
    Type* type = static_cast<Type*>(self);
    bool failed = false;
    Held<> module(isHeapType(type) ? Ref<>::share(dictFind(type->dict, names::dunderModule)) : findAttr(type, names::dunderModule, &failed));
    if (failed) clearError();
    if (module && !isStr(module)) module = nullptr;
    Held<> qualname(getAttr(type, names::dunderQualname));
    if (!qualname) return nullptr;
    if (module && !strEqualsText(module, "builtins")) {
        const FormatArg parts[] = {module.get(), qualname.get()};
        return formatMessage("<class '{}.{}'>", parts, 2);
    }
    const FormatArg part[] = {type->name};
    return formatMessage("<class '{}'>", part, 1);
}

// ---- getsets -------------------------------------------------------------------------------------------------------------

Type* asType(Object* o) { return static_cast<Type*>(o); }

bool checkSettable(Type* type, Object* value, const char* name) {
    if (hasFlag(type, ImmutableType)) return raise(exc::TypeError, "cannot set '{}' attribute of immutable type '{}'", name, type->name);
    if (!value) return raise(exc::TypeError, "cannot delete '{}' attribute of immutable type '{}'", name, type->name);
    return true;
}

std::string_view lastName(const char* name) {
    const char* dot = std::strrchr(name, '.');
    return dot ? dot + 1 : name;
}

Owned getName(Object* o) {
    Type* t = asType(o);
    return isHeapType(t) ? newRef(t->nameObject) : internStr(lastName(t->name));
}

bool setName(Object* o, Object* value) {
    Type* t = asType(o);
    if (!checkSettable(t, value, "__name__")) return false;
    if (!isStr(value)) return raise(exc::TypeError, "can only assign string to {}.__name__, not '{}'", t->name, value->type->name);
    std::string text = strToUtf8(value);
    if (text.find('\0') != std::string::npos) return raise(exc::ValueError, "type name must not contain null characters");
    char* copy = static_cast<char*>(std::malloc(text.size() + 1));
    std::memcpy(copy, text.c_str(), text.size() + 1);
    std::free(const_cast<char*>(t->nameBuffer));
    t->name = t->nameBuffer = copy;
    strKeepUtf8(value);
    setField(t, t->nameObject, OwnedOf<StrObject>(asStr(newRef(value).pointer)));
    return true;
}

Owned getQualname(Object* o) {
    Type* t = asType(o);
    return isHeapType(t) ? newRef(t->qualname) : getName(o);
}

bool setQualname(Object* o, Object* value) {
    Type* t = asType(o);
    if (!checkSettable(t, value, "__qualname__")) return false;
    if (!isStr(value)) return raise(exc::TypeError, "can only assign string to {}.__qualname__, not '{}'", t->name, value->type->name);
    setField(t, t->qualname, OwnedOf<StrObject>(asStr(newRef(value).pointer)));
    return true;
}

Owned getModule(Object* o) {
    Type* t = asType(o);
    if (isHeapType(t)) {
        Object* module = dictFind(t->dict, names::dunderModule);
        if (module) return newRef(module);
        if (errorOccurred()) return nullptr;
        return raise(exc::AttributeError, "__module__");
    }
    const char* dot = std::strrchr(t->name, '.');
    if (!dot) return newRef(names::builtins);
    return internStr(std::string_view(t->name, static_cast<size_t>(dot - t->name)));
}

bool setModule(Object* o, Object* value) {
    Type* t = asType(o);
    if (!checkSettable(t, value, "__module__")) return false;
    typeModified(t);
    if (dictDelete(t->dict, names::dunderFirstlineno) < 0) return false;
    return dictSet(t->dict, names::dunderModule, value);
}

Owned getBases(Object* o) { return asType(o)->bases ? newRef(asType(o)->bases) : newNone(); }
Owned getMro(Object* o) { return asType(o)->mro ? newRef(asType(o)->mro) : newNone(); }
Owned getBase(Object* o) { return asType(o)->base ? newRef(asType(o)->base) : newNone(); }
Owned getDict(Object* o) { return typeDict(o); }
Owned getBasicSize(Object* o) {
    return newInt(isType(o) && isInstance(o, types::Type) && hasFlag(asType(o), TypeSubclass) ? 928 : asType(o)->basicSize);
}
Owned getItemSize(Object* o) { return newInt(hasFlag(asType(o), TypeSubclass) ? 40 : asType(o)->itemSize); }
// Types of native modules are made at run time, as CPython's are as a rule; here that is no matter of the layout.
Owned getFlags(Object* o) {
    const uint64_t flags = asType(o)->flags;
    return newInt(static_cast<int64_t>(flags & StaticBuiltin ? flags : flags | HeapType));
}
Owned getWeakrefOffset(Object* o) { return newInt(hasFlag(asType(o), TypeSubclass) ? 368 : asType(o)->weaklistOffset); }
Owned getDictOffset(Object* o) { return newInt(hasFlag(asType(o), TypeSubclass) ? 264 : asType(o)->dictOffset); }

Owned getDoc(Object* o) {
    Type* t = asType(o);
    if (!isHeapType(t) && t->doc) return newStr(docBody(t->doc));
    Object* doc = dictFind(t->dict, names::dunderDoc);
    if (!doc) return errorOccurred() ? Owned(nullptr) : newNone();
    DescrGetFunc get = doc->type->descrGet;
    return get ? get(doc, nullptr, t) : newRef(doc);
}

bool setDoc(Object* o, Object* value) {
    Type* t = asType(o);
    if (!checkSettable(t, value, "__doc__")) return false;
    typeModified(t);
    return dictSet(t->dict, names::dunderDoc, value);
}

Owned getTextSignature(Object* o) { return signatureOfType(asType(o)); }

Owned getAbstractMethods(Object* o) {
    Object* found = o != types::Type ? dictFind(asType(o)->dict, names::dunderAbstractmethods) : nullptr;
    if (found) return newRef(found);
    if (errorOccurred()) return nullptr;
    return raiseObject(exc::AttributeError, names::dunderAbstractmethods);
}

bool setAbstractMethods(Object* o, Object* value) {
    Type* t = asType(o);
    int abstract = 0;
    if (value) {
        abstract = isTrue(value);
        if (abstract < 0 || !dictSet(t->dict, names::dunderAbstractmethods, value)) return false;
    } else {
        int gone = dictDelete(t->dict, names::dunderAbstractmethods);
        if (gone < 0) return false;
        if (!gone) return raise(exc::AttributeError, "__abstractmethods__");
    }
    typeModified(t);
    if (abstract) t->flags |= IsAbstract;
    else t->flags &= ~static_cast<uint64_t>(IsAbstract);
    return true;
}

Owned getAnnotations(Object* o) {
    Type* t = asType(o);
    if (!isHeapType(t)) return raise(exc::AttributeError, "type object '{}' has no attribute '__annotations__'", t->name);
    Object* found = dictFind(t->dict, names::dunderAnnotations);
    if (found) {
        DescrGetFunc get = found->type->descrGet;
        return get ? get(found, nullptr, t) : newRef(found);
    }
    if (errorOccurred()) return nullptr;
    Held<> made(newDict());
    if (!made || !dictSet(t->dict, names::dunderAnnotations, made)) return nullptr;
    typeModified(t);
    return made.release();
}

bool setAnnotations(Object* o, Object* value) {
    Type* t = asType(o);
    if (hasFlag(t, ImmutableType)) return raise(exc::TypeError, "cannot set '__annotations__' attribute of immutable type '{}'", t->name);
    bool done;
    if (value) {
        done = dictSet(t->dict, names::dunderAnnotations, value);
    } else {
        int gone = dictDelete(t->dict, names::dunderAnnotations);
        if (gone == 0) raise(exc::AttributeError, "__annotations__");
        done = gone > 0;
    }
    if (done) typeModified(t);
    return done;
}

Owned getTypeParams(Object* o) {
    if (o == types::Type) return newRef(emptyTuple); // its own entry is this attribute
    Object* found = dictFind(asType(o)->dict, names::dunderTypeParams);
    if (found) return newRef(found);
    return errorOccurred() ? Owned(nullptr) : newRef(emptyTuple);
}

bool setTypeParams(Object* o, Object* value) {
    Type* t = asType(o);
    if (!checkSettable(t, value, "__type_params__")) return false;
    bool done = dictSet(t->dict, names::dunderTypeParams, value);
    typeModified(t);
    return done;
}

// ---- __bases__ = … --------------------------------------------------------------------------------------------------------

// The subclasses that live, in a list of its own: an mro() of the program may change what the class knows.
OwnedOf<ListObject> livingSubclasses(Type* type) {
    Ref<ListObject> list = newList(0);
    if (!list || !type->subclasses) return list.release();
    ssize position = 0;
    Object *key, *reference;
    while (dictNext(type->subclasses, &position, &key, &reference)) {
        Object* subclass = weakTarget(reference);
        if (subclass && !listAppend(list, subclass)) return nullptr;
    }
    return list.release();
}

// New orders for a class and all below it; `changes` gets what was done, as tuples of class, new order and old one, to be taken back should one fail.
bool rebuildMros(Type* type, ListObject* changes) {
    Held<TupleObject> before(Held<TupleObject>::share(type->mro));
    MroResult result = computeMro(type);
    if (result != MroResult::Computed) return result == MroResult::Overtaken; // those below have followed
    Object* old = before ? static_cast<Object*>(before.get()) : None;         // none: the class is being made, and its mro() asks
    Held<> change(packTuple(static_cast<Object*>(type), static_cast<Object*>(type->mro), old));
    if (!change || !listAppend(changes, change)) return false;
    Held<ListObject> below(livingSubclasses(type));
    if (!below) return false;
    for (ssize i = 0; i < below->count; ++i)
        if (!rebuildMros(static_cast<Type*>(below->items[i]), changes)) return false;
    return true;
}

// Puts the old orders back, but for a class that has got a newer one meanwhile.
void takeBackMros(ListObject* changes) {
    for (ssize i = 0; i < changes->count; ++i) {
        Object* const* change = asTuple(changes->items[i])->items;
        Type* type = asType(change[0]);
        if (type->mro != change[1]) continue;
        setField(type, type->mro, OwnedOf<TupleObject>(isNone(change[2]) ? nullptr : asTuple(newRef(change[2]).pointer)));
        typeModified(type);
    }
}

void updateAllSlots(Type* type) {
    // Only those that the class or its bases name: every dunder once.
    fixupSlotDispatchers(type);
    if (!type->subclasses) return;
    ssize position = 0;
    Object *key, *reference;
    while (dictNext(type->subclasses, &position, &key, &reference))
        if (Object* subclass = weakTarget(reference)) updateAllSlots(static_cast<Type*>(subclass));
}

bool setBases(Object* o, Object* value) {
    Type* type = asType(o);
    if (!checkSettable(type, value, "__bases__")) return false;
    if (!isTuple(value)) return raise(exc::TypeError, "can only assign tuple to {}.__bases__, not {}", type->name, value->type->name);
    TupleObject* bases = asTuple(value);
    if (bases->count == 0) return raise(exc::TypeError, "can only assign non-empty tuple to {}.__bases__, not ()", type->name);
    for (ssize i = 0; i < bases->count; i++) {
        Object* base = bases->items[i];
        if (!isType(base)) return raise(exc::TypeError, "{}.__bases__ must be tuple of classes, not '{}'", type->name, base->type->name);
        // Not by the MRO alone: inside of a reentrant mro() it may still be the old one.
        bool isBelow = isSubtype(static_cast<Type*>(base), type);
        for (Type* up = static_cast<Type*>(base); up && !isBelow; up = up->base) isBelow = up == type;
        if (isBelow) return raise(exc::TypeError, "a __bases__ item causes an inheritance cycle");
    }
    Type* newBase = bestBase(value);
    if (!newBase || !compatibleForAssignment(type->base, newBase, "__bases__")) return false;
    Held<TupleObject> oldBases(Held<TupleObject>::share(type->bases));
    Held<Type> oldBase(Held<Type>::share(type->base));
    setField(type, type->bases, OwnedOf<TupleObject>(asTuple(newRef(value).pointer)));
    setField(type, type->base, OwnedOf<Type>(static_cast<Type*>(newRef(newBase).pointer)));
    Held<ListObject> changes(newList(0));
    if (!changes || !rebuildMros(type, changes)) {
        if (changes) takeBackMros(changes);
        if (type->bases != bases) return false;
        setField(type, type->bases, OwnedOf<TupleObject>(asTuple(newRef(oldBases.get()).pointer)));
        setField(type, type->base, OwnedOf<Type>(static_cast<Type*>(newRef(oldBase.get()).pointer)));
        return false;
    }
    // An mro() of the program may have given the class other bases meanwhile, and those have it among their subclasses already. To go on would make
    // it a subclass of its old and new bases at once, and a cycle where one of them is derived from it by now.
    if (type->bases != bases) return true;
    for (ssize i = 0; i < oldBases->count; i++) removeSubclass(static_cast<Type*>(oldBases->items[i]), type);
    for (ssize i = 0; i < bases->count; i++)
        if (!addSubclass(static_cast<Type*>(bases->items[i]), type)) return false;
    typeModified(type);
    updateAllSlots(type);
    return true;
}

// ---- methods ----------------------------------------------------------------------------------------------------------------

Owned mroMethod(Object* self) { return mroOf(asType(self)); }

Owned subclassesMethod(Object* self) { return livingSubclasses(asType(self)); }

Owned prepareMethod(Object*, Args) { return newDict(); }

Owned instancecheckMethod(Object* self, Object* instance) {
    int r = recursiveIsInstance(instance, self);
    return r < 0 ? Owned(nullptr) : newBool(r);
}

Owned subclasscheckMethod(Object* self, Object* subclass) {
    int r = recursiveIsSubclass(subclass, self);
    return r < 0 ? Owned(nullptr) : newBool(r);
}

// The names in the class and all its bases.
bool mergeClassDict(Object* into, Object* cls) {
    bool failed = false;
    Held<> dict(findAttr(cls, names::dunderDict, &failed));
    if (failed) return false;
    if (dict && !dictUpdate(into, dict)) return false;
    Held<> bases(findAttr(cls, names::dunderBases, &failed));
    if (failed) return false;
    if (!bases || !isTuple(bases)) return true;
    for (ssize i = 0; i < asTuple(bases)->count; i++)
        if (!mergeClassDict(into, asTuple(bases)->items[i])) return false;
    return true;
}

Owned dirMethod(Object* self) {
    Held<> all(newDict());
    if (!all || !mergeClassDict(all, self)) return nullptr;
    return dictKeysList(all);
}

size_t typeSize(Object* self) {
    Type* t = asType(self);
    if (!isHeapType(t)) return 416;
    size_t size = 928;
    if (t->cachedKeys)
        size += sizeof(DictKeys) + (size_t{1} << t->cachedKeys->log2IndexBytes) + 16 * (((size_t{1} << t->cachedKeys->log2Size) << 1) / 3);
    return size;
}

Owned sizeofMethod(Object* self) { return newInt(static_cast<int64_t>(typeSize(self))); }

bool typeInit(Object*, Args args) {
    if (args.keywordCount() && args.count == 1) return raise(exc::TypeError, "type.__init__() takes no keyword arguments");
    if (args.count != 1 && args.count != 3) return raise(exc::TypeError, "type.__init__() takes 1 or 3 arguments");
    return true;
}

Owned typeOr(Object* a, Object* b) { return unionOr(a, b); }

// ---- life ---------------------------------------------------------------------------------------------------------------------

constexpr Field typeFields[] = {
    {"__base__", offsetof(Type, base)},
    {"__dict__", offsetof(Type, dict)},
    {"__bases__", offsetof(Type, bases)},
    {"__mro__", offsetof(Type, mro)},
    {"__subclasses__", offsetof(Type, subclasses)},
    {"__name__", offsetof(Type, nameObject)},
    {"__qualname__", offsetof(Type, qualname)},
    {"__slots__", offsetof(Type, slots)},
    {"module", offsetof(Type, module)},
    {},
};

Object*& typeField(Type* t, const Field* f) { return *reinterpret_cast<Object**>(reinterpret_cast<char*>(t) + f->offset); }

// Keys that instances share belong to the class: each is one cell, by its place in the table.
void typeCells(Object* o, CellVisitor& visitor) {
    Type* t = asType(o);
    uint32_t index = 0;
    for (const Field* f = typeFields; f->name; f++, index++) visitor.visit(CellKind::Field, index, typeField(t, f));
    if (!t->cachedKeys) return;
    for (ssize i = 0; i < t->cachedKeys->entryCount; i++)
        visitor.visit(CellKind::Key, static_cast<uint32_t>(i), unicodeEntries(t->cachedKeys)[i].key);
}

int typeTraverse(Object* o, Visit visit, void* context) {
    Type* t = asType(o);
    // Not what cannot be part of a cycle: names, and the weak table of subclasses.
    for (Object* part : {t->dict, static_cast<Object*>(t->mro), static_cast<Object*>(t->bases), static_cast<Object*>(t->base), t->module})
        if (part)
            if (int stop = visit(part, context)) return stop;
    return 0;
}

void typeClear(Object* o) {
    Type* t = asType(o);
    // The dict is emptied, not dropped: what dies with it may still look names up. The order is left alone but for the class itself in it.
    typeModified(t);
    if (t->dict) dictClear(t->dict);
    setField(t, t->module, Owned(nullptr));
    setField(t, t->mro, OwnedOf<TupleObject>(nullptr));
}

void typeDealloc(Object* o) {
    Dying dying(o);
    Type* t = asType(o);
    gcUntrack(o);
    if (t->bases)
        for (ssize i = 0; i < t->bases->count; i++) removeSubclass(static_cast<Type*>(t->bases->items[i]), t);
    typeModified(t);
    clearWeakReferences(o);
    clearField(t->base);
    clearField(t->dict);
    clearField(t->bases);
    clearField(t->mro);
    clearField(t->subclasses);
    if (DictKeys* keys = t->cachedKeys) {
        t->cachedKeys = nullptr;
        releaseSharedKeys(keys);
    }
    clearField(t->nameObject);
    clearField(t->qualname);
    clearField(t->slots);
    clearField(t->module);
    freeClassTexts(t);
    freeObject(o);
}

constexpr MethodDef typeMethods[] = {
    {"mro", mroMethod},
    {"__subclasses__", subclassesMethod},
    {"__prepare__", prepareMethod, NativeKind::Keywords, NativeBinding::Class},
    {"__instancecheck__", instancecheckMethod},
    {"__subclasscheck__", subclasscheckMethod},
    {"__dir__", dirMethod},
    {"__sizeof__", sizeofMethod},
    {},
};

constexpr GetSetDef typeGetSets[] = {
    {"__basicsize__", getBasicSize},
    {"__itemsize__", getItemSize},
    {"__flags__", getFlags},
    {"__weakrefoffset__", getWeakrefOffset},
    {"__base__", getBase},
    {"__dictoffset__", getDictOffset},
    {"__name__", getName, setName},
    {"__qualname__", getQualname, setQualname},
    {"__bases__", getBases, setBases},
    {"__mro__", getMro},
    {"__module__", getModule, setModule},
    {"__abstractmethods__", getAbstractMethods, setAbstractMethods},
    {"__dict__", getDict},
    {"__doc__", getDoc, setDoc},
    {"__text_signature__", getTextSignature},
    {"__annotations__", getAnnotations, setAnnotations},
    {"__type_params__", getTypeParams, setTypeParams},
    {},
};

}

Owned typeDict(Object* self) { return asType(self)->dict ? newMappingProxy(asType(self)->dict) : newNone(); }

Owned typeQualifiedName(Type* type) {
    if (!isHeapType(type)) return newStr(type->name);
    Held<> module(Held<>::share(dictFind(type->dict, names::dunderModule)));
    if (module && isStr(module) && !strEqualsText(module, "builtins")) {
        const FormatArg parts[] = {module.get(), type->qualname};
        return formatMessage("{}.{}", parts, 2);
    }
    return newRef(type->qualname);
}

void defineTypeType(Type* t) {
    t->name = "type";
    t->doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type";
    t->basicSize = sizeof(Type);
    t->flags = BaseType | HaveGc | TypeSubclass | HaveVectorcall;
    t->dictOffset = offsetof(Type, dict);
    t->weaklistOffset = offsetof(Type, weakrefs);
    t->dealloc = typeDealloc;
    t->traverse = typeTraverse;
    t->clear = typeClear;
    t->cells = typeCells;
    t->fields = typeFields;
    t->size = typeSize;
    t->create = newClass;
    t->init = typeInit;
    t->repr = typeRepr;
    t->call = typeCall;
    t->getAttr = typeGetAttr;
    t->setAttr = typeSetAttr;
    t->bitOr = typeOr;
    t->methods = typeMethods;
    t->getsets = typeGetSets;
}

}
