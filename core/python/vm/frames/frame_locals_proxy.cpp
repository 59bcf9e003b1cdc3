// SPDX-License-Identifier: GPL-3.0-or-later
// The type FrameLocalsProxy: a mapping over the locals of a frame that are bound, in the order of its code, and behind them over what a program
// has put beside them under other keys, which the frame's object keeps in a dict. Nothing can be taken out.

#include <cstddef>
#include <string>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/frame_locals.h"
#include "core/python/vm/frames/frame_object.h"

namespace memtape {

Owned frameLocalsProxyCreate(Type* type, Args args); // frame_locals.cpp

namespace {

FrameObject* objectOf(Object* proxy) { return static_cast<FrameObject*>(static_cast<FrameLocalsProxyObject*>(proxy)->frame); }
Frame* frameOf(Object* proxy) { return objectOf(proxy)->frame; }
Object* othersOf(Object* proxy) { return objectOf(proxy)->extraLocals; }
bool canBeMerged(Object* o) { return isDict(o) || isFrameLocalsProxy(o); }

// ---- one key -------------------------------------------------------------------------------------------------------------

Owned proxySubscript(Object* o, Object* key) {
    const ssize index = localNamed(frameOf(o), key, LocalFor::Reading);
    if (index == localFailed) return nullptr;
    Object* value = index >= 0 ? localAt(frameOf(o), static_cast<uint32_t>(index)) : othersOf(o) ? dictFind(othersOf(o), key) : nullptr;
    if (value) return newRef(value);
    if (errorOccurred()) return nullptr;
    return raise(exc::KeyError, "local variable '{!r}' is not defined", key);
}

int proxyContains(Object* o, Object* key) {
    const ssize index = localNamed(frameOf(o), key, LocalFor::Reading);
    if (index == localFailed) return -1;
    return index >= 0 ? 1 : othersOf(o) ? dictContains(othersOf(o), key) : 0;
}

bool proxySetSubscript(Object* o, Object* key, Object* value) {
    if (!value) return raise(exc::TypeError, "cannot remove variables from FrameLocalsProxy");
    const ssize index = localNamed(frameOf(o), key, LocalFor::Writing);
    if (index == localFailed) return false;
    if (index >= 0) {
        setLocalAt(frameOf(o), static_cast<uint32_t>(index), value);
        return true;
    }
    if (!othersOf(o)) {
        Owned dict = newDict();
        if (!dict) return false;
        setExtraLocals(objectOf(o), dict);
    }
    return dictSet(othersOf(o), key, value);
}

// Of get() and setdefault(), which name their arguments in a way of their own.
bool checkOneOrTwo(const char* method, Args args) {
    return args.count == 1 || args.count == 2 || raise(exc::TypeError, "{} expected 1 or 2 arguments", method);
}

Owned proxyGet(Object* self, Args args) {
    if (!checkOneOrTwo("get", args)) return nullptr;
    Owned value = proxySubscript(self, args[0]);
    if (value || !errorMatches(exc::KeyError)) return value;
    clearError();
    return newRef(args.count > 1 ? args[1] : None);
}

Owned proxySetDefault(Object* self, Args args) {
    if (!checkOneOrTwo("setdefault", args)) return nullptr;
    Owned value = proxySubscript(self, args[0]);
    if (value || !errorMatches(exc::KeyError)) return value;
    clearError();
    Object* given = args.count > 1 ? args[1] : None;
    return proxySetSubscript(self, args[0], given) ? newRef(given) : Owned(nullptr);
}

Owned proxyContainsMethod(Object* self, Object* key) {
    const int there = proxyContains(self, key);
    return there < 0 ? Owned(nullptr) : newBool(there != 0);
}

// ---- all of them ---------------------------------------------------------------------------------------------------------

enum class Part : uint8_t { Keys, Values, Items };

Owned partOf(Part part, Object* key, Object* value) {
    return part == Part::Keys ? newRef(key) : part == Part::Values ? newRef(value) : packTuple(key, value);
}

Owned listOf(Object* o, Part part) {
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    auto add = [&](Object* key, Object* value) {
        Owned made = partOf(part, key, value);
        return made && listAppendStealing(list, made.pointer);
    };
    const Frame* frame = frameOf(o);
    Object** names = asTuple(frame->code->localsPlusNames)->items;
    for (uint32_t i = 0; i < frame->code->localsPlusCount; ++i) {
        Object* value = localAt(frame, i);
        if (value && !add(names[i], value)) return nullptr;
    }
    ssize position = 0;
    for (Object *key, *value; othersOf(o) && dictNext(othersOf(o), &position, &key, &value);)
        if (!add(key, value)) return nullptr;
    return list.release();
}
Owned proxyKeys(Object* self) { return listOf(self, Part::Keys); }
Owned proxyValues(Object* self) { return listOf(self, Part::Values); }
Owned proxyItems(Object* self) { return listOf(self, Part::Items); }

Owned proxyIter(Object* o) {
    Held<> keys(listOf(o, Part::Keys));
    return keys ? getIter(keys) : Owned(nullptr);
}
Owned proxyReversed(Object* o) {
    Held<ListObject> keys(listOf(o, Part::Keys));
    if (keys) listReverse(keys);
    return keys.release();
}

ssize proxyLength(Object* o) {
    const Frame* frame = frameOf(o);
    ssize count = othersOf(o) ? dictLength(othersOf(o)) : 0;
    for (uint32_t i = 0; i < frame->code->localsPlusCount; ++i) count += localAt(frame, i) != nullptr;
    return count;
}

// ---- with other mappings -------------------------------------------------------------------------------------------------

Owned proxyCopy(Object* self) {
    Held<> dict(newDict());
    return dict && dictMerge(dict, self, 1) ? dict.release() : Owned(nullptr);
}

bool takeOver(Object* self, Object* other) {
    Held<> keys(callMethod(other, names::keys));
    Held<> iterator(keys ? getIter(keys) : Owned(nullptr));
    if (!iterator) return false;
    for (;;) {
        Held<> key(nextOf(iterator));
        if (!key) return !errorOccurred();
        Held<> value(getItem(other, key));
        if (!value || !proxySetSubscript(self, key, value)) return false;
    }
}

Owned proxyUpdate(Object* self, Object* other) {
    if (!canBeMerged(other)) return raise(exc::TypeError, "update() argument must be dict or another FrameLocalsProxy");
    return takeOver(self, other) ? newNone() : Owned(nullptr);
}
Owned proxyInplaceOr(Object* self, Object* other) {
    if (!canBeMerged(other)) return newRef(NotImplemented);
    return takeOver(self, other) ? newRef(self) : Owned(nullptr);
}
Owned proxyOr(Object* a, Object* b) {
    if (!canBeMerged(b)) return newRef(NotImplemented);
    Held<> dict(newDict());
    return dict && dictMerge(dict, a, 1) && dictMerge(dict, b, 1) ? dict.release() : Owned(nullptr);
}

Owned proxyCompare(Object* a, Object* b, Comparison op) {
    if (isFrameLocalsProxy(b)) {
        if (op != Comparison::Eq && op != Comparison::Ne) return newRef(NotImplemented);
        return newBool((objectOf(a) == objectOf(b)) == (op == Comparison::Eq));
    }
    if (!isDict(b)) return newRef(NotImplemented);
    Held<> dict(proxyCopy(a));
    return dict ? richCompare(dict, b, op) : Owned(nullptr);
}

Owned proxyRepr(Object* o) {
    const int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr("{...}") : Owned(nullptr);
    Owned text = nullptr;
    {
        Held<> dict(proxyCopy(o));
        if (dict) text = reprOf(dict);
    }
    reprLeave(o);
    return text;
}

const Field proxyFields[] = {{"frame", offsetof(FrameLocalsProxyObject, frame)}, {}};
const MethodDef proxyMethods[] = {
    {"__contains__", proxyContainsMethod},
    {"__getitem__", proxySubscript},
    {"update", proxyUpdate},
    {"__reversed__", proxyReversed},
    {"copy", proxyCopy},
    {"keys", proxyKeys},
    {"values", proxyValues},
    {"items", proxyItems},
    {"get", proxyGet, 0, -1},
    {"setdefault", proxySetDefault, 0, -1},
    {},
};

}

void defineFrameLocalsProxyType(Type* t) {
    t->name = "FrameLocalsProxy";
    t->basicSize = sizeof(FrameLocalsProxyObject);
    t->flags = HaveGc | IsMapping | StaticBuiltin;
    t->fields = proxyFields;
    t->methods = proxyMethods;
    t->create = frameLocalsProxyCreate;
    t->repr = proxyRepr;
    t->hash = hashNotImplementedSlot;
    t->richCompare = proxyCompare;
    t->iter = proxyIter;
    t->mappingLength = proxyLength;
    t->subscript = proxySubscript;
    t->setSubscript = proxySetSubscript;
    t->contains = proxyContains;
    t->bitOr = proxyOr;
    t->inplaceOr = proxyInplaceOr;
}

}
