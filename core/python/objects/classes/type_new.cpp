// SPDX-License-Identifier: GPL-3.0-or-later

// type(name, bases, namespace): making a class. The steps and their errors follow CPython's type_new().

#include <cstdlib>
#include <cstring>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/super_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/slot_calls.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type* calculateMetaclass(Type* metatype, Object* bases) {
    Type* winner = metatype;
    TupleObject* list = asTuple(bases);
    for (ssize i = 0; i < list->count; i++) {
        Type* candidate = list->items[i]->type;
        if (isSubtype(winner, candidate)) continue;
        if (isSubtype(candidate, winner)) {
            winner = candidate;
            continue;
        }
        raise(exc::TypeError,
              "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
        return nullptr;
    }
    return winner;
}

Type* solidBase(Type* type) {
    Type* base = type->base ? solidBase(type->base) : types::Object;
    return type->basicSize != base->basicSize || type->itemSize != base->itemSize ? type : base;
}

Type* bestBase(Object* bases) {
    TupleObject* list = asTuple(bases);
    Type *base = nullptr, *winner = nullptr;
    for (ssize i = 0; i < list->count; i++) {
        if (!isType(list->items[i])) {
            raise(exc::TypeError, "bases must be types");
            return nullptr;
        }
        Type* candidateBase = static_cast<Type*>(list->items[i]);
        if (!readyType(candidateBase)) return nullptr;
        if (!hasFlag(candidateBase, BaseType)) {
            raise(exc::TypeError, "type '{}' is not an acceptable base type", candidateBase->name);
            return nullptr;
        }
        Type* candidate = solidBase(candidateBase);
        if (!winner) {
            winner = candidate;
            base = candidateBase;
        } else if (isSubtype(winner, candidate)) {
        } else if (isSubtype(candidate, winner)) {
            winner = candidate;
            base = candidateBase;
        } else {
            raise(exc::TypeError, "multiple bases have instance lay-out conflict");
            return nullptr;
        }
    }
    return base;
}

bool mangledName(Object* className, Object* name, Object** out) {
    std::string text = strToUtf8(name), cls = strToUtf8(className);
    bool isPrivate = text.size() > 2 && text[0] == '_' && text[1] == '_' && !(text.ends_with("__")) && text.find('.') == std::string::npos;
    size_t start = cls.find_first_not_of('_');
    if (!isPrivate || start == std::string::npos) {
        *out = newRef(name).pointer;
        return true;
    }
    Owned mangled = internStr("_" + cls.substr(start) + text);
    *out = mangled.pointer;
    return bool(mangled);
}

// ---- instances of classes ------------------------------------------------------------------------------------------------

namespace {

Object*& slotValue(Object* o, const MemberDef& member) { return *reinterpret_cast<Object**>(reinterpret_cast<char*>(o) + member.offset); }

void clearSlots(Type* type, Object* o, bool record) {
    for (uint32_t i = 0; i < type->slotCount; i++) {
        Object*& value = slotValue(o, type->slotMembers[i]);
        if (!value) continue;
        Object* old = value;
        value = nullptr;
        if (record) recordField(o, type->slotMembers[i].offset, nullptr);
        decref(old);
    }
}

}

int subtypeTraverse(Object* o, Visit visit, void* context) {
    Type *type = o->type, *base = type;
    while (base->traverse == subtypeTraverse) {
        for (uint32_t i = 0; i < base->slotCount; i++)
            if (Object* value = slotValue(o, base->slotMembers[i]))
                if (int stop = visit(value, context)) return stop;
        base = base->base;
    }
    if (hasFlag(type, ManagedDict)) {
        if (int stop = visitInstanceAttributes(o, visit, context)) return stop;
    }
    if (isHeapType(type))
        if (int stop = visit(type, context)) return stop;
    return base->traverse ? base->traverse(o, visit, context) : 0;
}

void subtypeClear(Object* o) {
    Type* base = o->type;
    while (base->clear == subtypeClear) {
        clearSlots(base, o, true);
        base = base->base;
    }
    if (hasFlag(o->type, ManagedDict)) clearInstanceAttributes(o);
    if (base->clear) base->clear(o);
}

void subtypeDealloc(Object* o) {
    Dying dying(o);
    Type* type = o->type;
    if (hasFlag(type, HaveGc)) gcUntrack(o);
    Type* base = type;
    while (base->dealloc == subtypeDealloc) base = base->base;
    if (type->finalize) {
        if (hasFlag(type, HaveGc)) gcTrack(o);
        if (!finalizeFromDealloc(o)) return; // it lives again
        if (hasFlag(type, HaveGc)) gcUntrack(o);
        type = o->type;
    }
    if (type->weaklistOffset && !base->weaklistOffset) {
        clearWeakReferences(o);
        // A callback may have looked at the dying object and made new references to it.
        if (type->finalize) clearWeakReferencesWithoutCallbacks(o);
    }
    for (Type* t = type; t->dealloc == subtypeDealloc; t = t->base)
        if (t->slotCount) clearSlots(t, o, false);
    if (hasFlag(type, ManagedDict)) clearInstanceAttributes(o);
    type = o->type;
    if (hasFlag(type, HaveGc) && hasFlag(base, HaveGc)) gcTrack(o);
    base->dealloc(o);
    decref(type);
}

// ---- __slots__ -------------------------------------------------------------------------------------------------------------

namespace {

struct NewClass {
    Type* metatype;
    Object *name, *bases, *namespaceGiven;
    Args keywords;
    Type* base = nullptr;
    Held<DictObject> dict;
    Held<> slots; // tuple of mangled names, sorted; null: no __slots__
    bool addDict = false, addWeak = false, mayAddDict = false, mayAddWeak = false;
};

bool readSlots(NewClass& n) {
    n.mayAddDict = n.base->dictOffset == 0;
    n.mayAddWeak = n.base->weaklistOffset == 0 && n.base->itemSize == 0;
    Object* given = dictFind(n.dict, names::dunderSlots);
    if (!given) {
        if (errorOccurred()) return false;
        n.addDict = n.mayAddDict;
        n.addWeak = n.mayAddWeak;
        return true;
    }
    Held<> all(isStr(given) ? packTuple(given) : sequenceToTuple(given));
    if (!all) return false;
    TupleObject* list = asTuple(all);
    if (list->count > 0 && n.base->itemSize != 0) return raise(exc::TypeError, "nonempty __slots__ not supported for subtype of '{}'", n.base->name);
    Held<ListObject> kept(newList(0));
    if (!kept) return false;
    for (ssize i = 0; i < list->count; i++) {
        Object* slot = list->items[i];
        if (!isStr(slot)) return raise(exc::TypeError, "__slots__ items must be strings, not '{}'", slot->type->name);
        if (!isIdentifierStr(slot)) return raise(exc::TypeError, "__slots__ must be identifiers");
        if (strEquals(slot, names::dunderDict)) {
            if (!n.mayAddDict || n.addDict) return raise(exc::TypeError, "__dict__ slot disallowed: we already got one");
            n.addDict = true;
            continue;
        }
        if (strEquals(slot, names::dunderWeakref)) {
            if (!n.mayAddWeak || n.addWeak) return raise(exc::TypeError, "__weakref__ slot disallowed: we already got one");
            n.addWeak = true;
            continue;
        }
        Object* mangled = nullptr;
        if (!mangledName(n.name, slot, &mangled)) return false;
        Held<> key(Ref<>::steal(mangled));
        int present = dictContains(n.dict, key);
        if (present < 0) return false;
        // These two are taken out of the namespace later on.
        if (present && !strEquals(key, names::dunderQualname) && !strEquals(key, names::dunderClasscell) &&
            !strEquals(key, names::dunderClassdictcell))
            return raise(exc::ValueError, "{!r} in __slots__ conflicts with class variable", key.get());
        if (!listAppend(kept, key)) return false;
    }
    if (!listSort(kept, nullptr, false)) return false;
    n.slots = listToTuple(kept);
    if (!n.slots) return false;
    TupleObject* bases = asTuple(n.bases);
    if (bases->count > 1 && ((n.mayAddDict && !n.addDict) || (n.mayAddWeak && !n.addWeak)))
        for (ssize i = 0; i < bases->count; i++) {
            Type* other = static_cast<Type*>(bases->items[i]);
            if (other == n.base) continue;
            if (n.mayAddDict && !n.addDict && other->dictOffset != 0) n.addDict = true;
            if (n.mayAddWeak && !n.addWeak && other->weaklistOffset != 0) n.addWeak = true;
        }
    return true;
}

// ---- __dict__ and __weakref__ of instances -----------------------------------------------------------------------------------

Owned getInstanceDict(Object* o) { return instanceDict(o); }

bool setInstanceDictChecked(Object* o, Object* value) {
    if (value && !isDict(value)) return raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '{}'", value->type->name);
    return setInstanceDict(o, value);
}

Owned getInstanceWeakref(Object* o) {
    WeakReferenceObject** list = weakList(o);
    if (!list) return raise(exc::AttributeError, "This object has no __weakref__");
    return *list ? newRef(*list) : newNone();
}

constexpr GetSetDef dictAndWeakref[] = {{"__dict__", getInstanceDict, setInstanceDictChecked}, {"__weakref__", getInstanceWeakref, nullptr}, {}};
constexpr GetSetDef dictOnly[] = {{"__dict__", getInstanceDict, setInstanceDictChecked}, {}};
constexpr GetSetDef weakrefOnly[] = {{"__weakref__", getInstanceWeakref, nullptr}, {}};

// ---- the class itself ---------------------------------------------------------------------------------------------------------

const char* persistentText(Object* str) {
    std::string text = strToUtf8(str);
    char* copy = static_cast<char*>(std::malloc(text.size() + 1));
    std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

// Classes with texts outside the region; those that are left when it is dropped are not deallocated.
std::unordered_set<Type*> classesWithTexts;

void freeTexts(Type* type) {
    for (uint32_t i = 0; type->slotMembers && i < type->slotCount; i++) std::free(const_cast<char*>(type->slotMembers[i].name));
    delete[] type->slotMembers;
    std::free(const_cast<char*>(type->nameBuffer));
}

RuntimeCache classesLeft([] {
    for (Type* type : classesWithTexts) freeTexts(type);
    classesWithTexts.clear();
});

Type* allocateClass(NewClass& n) {
    if (!isStr(n.name)) return nullptr;
    Owned made = n.metatype->alloc(n.metatype, 0);
    if (!made) return nullptr;
    Type* type = static_cast<Type*>(made.pointer);
    type->nameBuffer = persistentText(n.name);
    strKeepUtf8(n.name);
    classesWithTexts.insert(type);
    type->name = type->nameBuffer;
    type->flags = HeapType | BaseType | HaveGc;
    type->nameObject = asStr(newRef(n.name).pointer);
    type->bases = asTuple(newRef(n.bases).pointer);
    type->base = static_cast<Type*>(newRef(n.base).pointer);
    type->dict = n.dict.release().pointer;
    type->dealloc = subtypeDealloc;
    type->traverse = subtypeTraverse;
    type->clear = subtypeClear;
    type->alloc = typeAlloc;
    type->itemSize = n.base->itemSize;
    ssize offset = n.base->basicSize;
    if (n.slots) {
        TupleObject* slots = asTuple(n.slots);
        type->slots = asTuple(n.slots.release().pointer);
        type->slotCount = static_cast<uint32_t>(slots->count);
        type->slotMembers = new MemberDef[slots->count + 1];
        for (ssize i = 0; i < slots->count; i++) {
            MemberDef& m = type->slotMembers[i];
            m.name = persistentText(slots->items[i]);
            m.kind = MemberKind::ObjectOrError;
            m.offset = static_cast<uint32_t>(offset);
            m.readOnly = false;
            offset += static_cast<ssize>(sizeof(Object*));
        }
        type->members = type->slotMembers;
    }
    type->basicSize = offset;
    if (n.addWeak) {
        type->flags |= ManagedWeakref;
        type->weaklistOffset = -32;
    }
    if (n.addDict) {
        type->flags |= ManagedDict;
        type->dictOffset = -1;
    }
    type->getsets = n.addDict && n.addWeak ? dictAndWeakref : n.addDict ? dictOnly : n.addWeak ? weakrefOnly : nullptr;
    return type;
}

bool setModule(Type* type) {
    int present = dictContains(type->dict, names::dunderModule);
    if (present != 0) return present > 0;
    Object* globals = vmHooks.runningGlobals ? vmHooks.runningGlobals() : nullptr;
    if (!globals) return true;
    Object* module = dictFind(globals, names::dunderName);
    if (!module) return !errorOccurred();
    return dictSet(type->dict, names::dunderModule, module);
}

bool setQualname(Type* type) {
    Object* qualname = dictFind(type->dict, names::dunderQualname);
    if (!qualname) {
        if (errorOccurred()) return false;
        type->qualname = asStr(newRef(type->nameObject).pointer);
        return true;
    }
    if (!isStr(qualname)) return raise(exc::TypeError, "type __qualname__ must be a str, not {}", qualname->type->name);
    type->qualname = asStr(newRef(qualname).pointer);
    return dictDelete(type->dict, names::dunderQualname) >= 0;
}

bool wrapFunction(Type* type, Object* name, Owned (*wrap)(Object*)) {
    Object* value = dictFind(type->dict, name);
    if (!value) return !errorOccurred();
    if (!isFunction(value)) return true;
    Held<> wrapped(wrap(value));
    return wrapped && dictSet(type->dict, name, wrapped);
}

bool setClassCell(Type* type, Object* name, Object* value, const char* text) {
    Object* cell = dictFind(type->dict, name);
    if (!cell) return !errorOccurred();
    if (!isCell(cell)) {
        return raise(exc::TypeError, "{} must be a nonlocal cell, not {!r}", text, static_cast<Object*>(cell->type));
    }
    auto* c = static_cast<CellObject*>(cell);
    Object* old = c->contents;
    c->contents = newRef(value).pointer;
    recordCell(cell, CellKind::Field, 0, value);
    xdecref(old);
    return dictDelete(type->dict, name) >= 0;
}

bool callSetNames(Type* type) {
    Held<> names(dictCopy(type->dict));
    if (!names) return false;
    ssize position = 0;
    Object *key, *value;
    while (dictNext(names, &position, &key, &value)) {
        LookedUp hook(value, names::dunderSetName);
        if (!hook.function) {
            if (hook.failed) return false;
            continue;
        }
        Object* args[] = {type, key};
        Ref<> result = callLooked(hook, value, args, 2);
        if (result) continue;
        Held<> error(takeError());
        const FormatArg parts[] = {value->type->name, key, type->name};
        Ref<> note = formatMessage("Error calling __set_name__ on '{}' instance {!r} in '{}'", parts, 3);
        Ref<> added = note ? callMethod(error, names::addNote, note) : Owned(nullptr);
        if (!added) clearError();
        restoreError(error.release());
        return false;
    }
    return true;
}

// A key that is no str is a mistake that CPython lets pass.
bool warnOfKeys(Type* type) {
    ssize position = 0;
    Object *key, *value;
    while (dictNext(type->dict, &position, &key, &value)) {
        if (isExactStr(key)) continue;
        return warn(exc::RuntimeWarning, "non-string key in the __dict__ of class " + std::string(type->name));
    }
    return true;
}

bool callInitSubclass(Type* type, Args keywords) {
    Held<> super(newSuper(type, type));
    if (!super) return false;
    Held<> hook(getAttr(super, names::dunderInitSubclass));
    if (!hook) return false;
    Ref<> result = call(hook, Args{keywords.values + keywords.count, 0, keywords.names});
    return bool(result);
}

}

void freeClassTexts(Type* type) {
    if (classesWithTexts.erase(type)) freeTexts(type);
}

Owned newClass(Type* metatype, Args args) {
    if (args.count != 3) return raise(exc::TypeError, "type.__new__() takes exactly 3 arguments ({} given)", args.count);
    const char* wrong = !isStr(args[0]) ? "1 must be str" : !isTuple(args[1]) ? "2 must be tuple" : !isDict(args[2]) ? "3 must be dict" : nullptr;
    if (wrong) {
        Object* argument = args[!isStr(args[0]) ? 0 : !isTuple(args[1]) ? 1 : 2];
        return raise(exc::TypeError, "type.__new__() argument {}, not {}", wrong, isNone(argument) ? "None" : argument->type->name);
    }
    NewClass n{metatype, args[0], args[1], args[2], args};
    Held<> objectBases;
    TupleObject* bases = asTuple(n.bases);
    if (bases->count == 0) {
        n.base = types::Object;
        objectBases = packTuple(static_cast<Object*>(types::Object));
        if (!objectBases) return nullptr;
        n.bases = objectBases;
    } else {
        for (ssize i = 0; i < bases->count; i++) {
            if (isType(bases->items[i])) continue;
            bool failed = false;
            Ref<> entries = findAttr(bases->items[i], names::dunderMroEntries, &failed);
            if (failed) return nullptr;
            if (entries) return raise(exc::TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
        }
        Type* winner = calculateMetaclass(metatype, n.bases);
        if (!winner) return nullptr;
        if (winner != metatype) {
            if (winner->create != newClass) return winner->create(winner, args);
            n.metatype = winner;
        }
        n.base = bestBase(n.bases);
        if (!n.base) return nullptr;
    }
    Held<> copy(dictCopy(n.namespaceGiven));
    if (!copy) return nullptr;
    n.dict = OwnedOf<DictObject>(asDict(copy.release().pointer));
    if (!readSlots(n)) return nullptr;
    if (strToUtf8(n.name).find('\0') != std::string::npos) return raise(exc::ValueError, "type name must not contain null characters");
    Type* made = allocateClass(n);
    if (!made) return nullptr;
    Held<> holder{Owned(made)};
    if (!setModule(made) || !setQualname(made)) return nullptr;
    if (!wrapFunction(made, names::dunderNew, newStaticMethod) || !wrapFunction(made, names::dunderInitSubclass, newClassMethod) ||
        !wrapFunction(made, names::dunderClassGetitem, newClassMethod))
        return nullptr;
    if (!setClassCell(made, names::dunderClasscell, made, "__classcell__") ||
        !setClassCell(made, names::dunderClassdictcell, made->dict, "__classdictcell__"))
        return nullptr;
    recordCells(made);
    if (n.metatype != types::Type) recordResize(made); // its mro() may be the program's, and look at it
    if (!readyType(made)) {
        recordResize(made); // who keeps it nevertheless
        return nullptr;
    }
    fixupSlotDispatchers(made);
    recordRefill(made, CellKind::Field);
    recordRefill(made, CellKind::Key);
    if (recording()) recordType(made);
    recordResize(made);
    if (!warnOfKeys(made) || !callSetNames(made)) return nullptr;
    if (!callInitSubclass(made, args)) return nullptr;
    return holder.release();
}

}
