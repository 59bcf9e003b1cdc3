// SPDX-License-Identifier: GPL-3.0-or-later

// isinstance() and issubclass(), with classes, tuples, unions and whatever has `__bases__`; and whether an object may change its class.

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

// `__bases__` where it is a tuple; null without an exception where it is not.
Owned abstractBases(Object* cls, bool* failed) {
    Ref<> bases = findAttr(cls, names::dunderBases, failed);
    if (bases && !isTuple(bases)) return nullptr;
    return bases.release();
}

int abstractIsSubclass(Object* derived, Object* cls) {
    Held<> bases;
    for (;;) {
        if (derived == cls) return 1;
        bool failed = false;
        bases = abstractBases(derived, &failed);
        if (!bases) return failed ? -1 : 0;
        TupleObject* list = asTuple(bases);
        if (list->count == 0) return 0;
        if (list->count > 1) break;
        derived = list->items[0]; // a single base: no recursion
    }
    if (!enterNative(" in __issubclass__")) return -1;
    int result = 0;
    TupleObject* list = asTuple(bases);
    for (ssize i = 0; i < list->count && result == 0; i++) result = abstractIsSubclass(list->items[i], cls);
    leaveNative();
    return result;
}

bool checkClass(Object* cls, const char* error) {
    bool failed = false;
    Ref<> bases = abstractBases(cls, &failed);
    if (bases) return true;
    if (!failed) raise(exc::TypeError, "{}", error);
    return false;
}

bool isUnion(Object* o) { return o->type == types::Union; }

}

int recursiveIsInstance(Object* o, Object* cls) {
    bool failed = false;
    if (isType(cls)) {
        if (isInstance(o, static_cast<Type*>(cls))) return 1;
        Ref<> shown = findAttr(o, names::dunderClass, &failed);
        if (failed) return -1;
        if (shown && shown.get() != o->type && isType(shown)) return isSubtype(static_cast<Type*>(shown.get()), static_cast<Type*>(cls));
        return 0;
    }
    if (!checkClass(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union")) return -1;
    Held<> shown(findAttr(o, names::dunderClass, &failed));
    if (failed) return -1;
    return shown ? abstractIsSubclass(shown, cls) : 0;
}

int recursiveIsSubclass(Object* derived, Object* cls) {
    if (isType(cls) && isType(derived)) return isSubtype(static_cast<Type*>(derived), static_cast<Type*>(cls));
    if (!checkClass(derived, "issubclass() arg 1 must be a class")) return -1;
    if (!isUnion(cls) && !checkClass(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union")) return -1;
    return abstractIsSubclass(derived, cls);
}

namespace {

int checkWith(Object* o, Object* cls, Object* hookName, const char* where, int (*plain)(Object*, Object*), int (*recurse)(Object*, Object*)) {
    Held<> unionArgs;
    if (isUnion(cls)) {
        unionArgs = newRef(static_cast<UnionObject*>(cls)->args);
        cls = unionArgs;
    }
    if (isTuple(cls)) {
        if (!enterNative(where)) return -1;
        int result = 0;
        for (ssize i = 0; i < asTuple(cls)->count && result == 0; i++) result = recurse(o, asTuple(cls)->items[i]);
        leaveNative();
        return result;
    }
    Held<> hook(lookupSpecial(cls, hookName));
    if (hook) {
        if (!enterNative(where)) return -1;
        Held<> answer(call(hook, o));
        leaveNative();
        return answer ? isTrue(answer) : -1;
    }
    if (errorOccurred()) return -1;
    return plain(o, cls);
}

}

int isInstanceOf(Object* o, Object* cls) {
    if (o->type == cls) return 1;
    if (cls->type == types::Type) return recursiveIsInstance(o, cls);
    return checkWith(o, cls, names::dunderInstancecheck, " in __instancecheck__", recursiveIsInstance, isInstanceOf);
}

int isSubclassOf(Object* c, Object* cls) {
    if (cls->type == types::Type) return c == cls ? 1 : recursiveIsSubclass(c, cls);
    return checkWith(c, cls, names::dunderSubclasscheck, " in __subclasscheck__", recursiveIsSubclass, isSubclassOf);
}

// ---- __class__ and __bases__ assignment -----------------------------------------------------------------------------------

namespace {

bool addsNothing(const Type* child) {
    const Type* parent = child->base;
    return parent && child->basicSize == parent->basicSize && child->itemSize == parent->itemSize && child->dictOffset == parent->dictOffset &&
           child->weaklistOffset == parent->weaklistOffset && (child->flags & HaveGc) == (parent->flags & HaveGc) &&
           (child->clear == subtypeClear || child->clear == parent->clear);
}

bool sameSlotsAdded(Type* a, Type* b) {
    if (a->base != b->base) return false;
    ssize size = a->base->basicSize;
    if (a->slots && b->slots) {
        int equal = richCompareBool(a->slots, b->slots, Comparison::Eq);
        if (equal < 0) clearError();
        if (equal <= 0) return false;
        size += static_cast<ssize>(sizeof(Object*)) * a->slots->count;
    }
    return size == a->basicSize && size == b->basicSize && a->dictOffset == b->dictOffset && a->weaklistOffset == b->weaklistOffset;
}

}

bool compatibleForAssignment(Type* oldType, Type* newType, const char* attribute) {
    if ((newType->flags & HaveGc) != (oldType->flags & HaveGc)) {
        return raise(exc::TypeError, "{} assignment: '{}' deallocator differs from '{}'", attribute, newType->name, oldType->name);
    }
    constexpr uint64_t layoutFlags = ManagedDict | ManagedWeakref | InlineValues | HaveGc;
    Type *newBase = newType, *oldBase = oldType;
    bool fits = (newType->flags & layoutFlags) == (oldType->flags & layoutFlags) || !isHeapType(oldType) || !isHeapType(newType);
    while (addsNothing(newBase)) newBase = newBase->base;
    while (addsNothing(oldBase)) oldBase = oldBase->base;
    if (fits && (newBase == oldBase || (newBase->base == oldBase->base && sameSlotsAdded(newBase, oldBase)))) return true;
    return raise(exc::TypeError, "{} assignment: '{}' object layout differs from '{}'", attribute, newType->name, oldType->name);
}

}
