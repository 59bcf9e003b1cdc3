// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <string>

#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/mapping_proxy.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

// dict.keys(), values(), items(): live views; keys and items act as sets.

namespace memtape {

static_assert(sizeof(DictViewObject) == 24);

Owned newDictIterator(Type* type, Object* dict);
Owned newDictReverseIterator(Type* type, Object* dict);

Owned newDictView(Type* viewType, Object* dict) {
    if (!isDict(dict)) return raise(exc::TypeError, "{}() requires a dict argument, not '{}'", viewType->name, dict->type->name);
    DictViewObject* view = newPlainObject<DictViewObject>(viewType);
    if (!view) return nullptr;
    view->dict = asDict(newRef(dict).pointer);
    return finishObject(view);
}

namespace {

ssize viewLength(Object* o) { return asDictView(o)->dict->used; }
bool isKeysView(Object* o) { return isInstance(o, types::DictKeysView); }
bool isSetLikeView(Object* o) { return isKeysView(o) || isInstance(o, types::DictItemsView); }

int keysContains(Object* o, Object* key) { return dictContains(asDictView(o)->dict, key); }

int itemsContains(Object* o, Object* pair) {
    if (!isTuple(pair) || asTuple(pair)->count != 2) return 0;
    Object* value = asTuple(pair)->items[1];
    Object* found = dictFind(asDictView(o)->dict, asTuple(pair)->items[0]);
    if (!found) return errorOccurred() ? -1 : 0;
    Held<> held(newRef(found));
    return richCompareBool(found, value, Comparison::Eq);
}

int viewContains(Object* o, Object* item) { return isKeysView(o) ? keysContains(o, item) : itemsContains(o, item); }

// Is each item of `small` in `large`?
int allContained(Object* small, Object* large) {
    Held<> iterator(getIter(small));
    if (!iterator) return -1;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? -1 : 1;
        int there = contains(large, item);
        if (there <= 0) return there;
    }
}

Owned viewCompare(Object* a, Object* b, Comparison op) {
    if (!isAnySet(b) && !isSetLikeView(b)) return notImplemented();
    ssize left = viewLength(a), right = lengthOf(b);
    if (right < 0) return nullptr;
    int answer = 0;
    switch (op) {
    case Comparison::Eq:
    case Comparison::Ne:
        if (left == right) answer = allContained(a, b);
        if (op == Comparison::Ne && answer >= 0) answer = !answer;
        break;
    case Comparison::Lt:
        if (left < right) answer = allContained(a, b);
        break;
    case Comparison::Le:
        if (left <= right) answer = allContained(a, b);
        break;
    case Comparison::Gt:
        if (left > right) answer = allContained(b, a);
        break;
    case Comparison::Ge:
        if (left >= right) answer = allContained(b, a);
        break;
    }
    return answer < 0 ? Owned(nullptr) : newBool(answer != 0);
}

Owned viewRepr(Object* o) {
    int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr("...") : Owned(nullptr);
    Owned result = nullptr;
    {
        Held<> list(sequenceToList(o));
        std::string out = std::string(o->type->name) + '(';
        if (list && appendRepr(out, list)) result = newStr(out + ')');
    }
    reprLeave(o);
    return result;
}

// ---- set operations ----------------------------------------------------------------------------------------------------

// Either operand may be the view.
Owned setOf(Object* o) {
    if (isKeysView(o) && isExactDict(asDictView(o)->dict)) return newSet(asDictView(o)->dict);
    return newSet(o);
}

Owned viewSubtract(Object* a, Object* b) {
    Held<> result(setOf(a));
    if (!result) return nullptr;
    Ref<> done = callMethod(result, names::differenceUpdate, b);
    if (!done) return nullptr;
    return result.release();
}

Owned viewAnd(Object* a, Object* b) {
    if (!isSetLikeView(a)) std::swap(a, b);
    ssize length = viewLength(a);
    if (b->type == types::Set && length <= setLength(b)) return callMethod(b, names::intersection, a);
    if (isSetLikeView(b) && viewLength(b) > length) std::swap(a, b);
    Held<> result(newSet(nullptr));
    if (!result) return nullptr;
    Held<> iterator(getIter(b));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) break;
        int there = viewContains(a, item);
        if (there < 0 || (there && !setAdd(result, item))) return nullptr;
    }
    if (errorOccurred()) return nullptr;
    return result.release();
}

Owned viewOr(Object* a, Object* b) {
    Held<> result(setOf(a));
    if (!result || !setUpdate(result, b)) return nullptr;
    return result.release();
}

Owned itemsXor(Object* a, Object* b) {
    DictObject *shorter = asDictView(a)->dict, *longer = asDictView(b)->dict;
    if (shorter->used > longer->used) std::swap(shorter, longer);
    Held<> rest(dictCopy(shorter));
    if (!rest) return nullptr;
    Held<> result(newSet(nullptr));
    if (!result) return nullptr;
    ssize position = 0;
    int64_t hash;
    for (Object *key, *value; dictNext(longer, &position, &key, &value, &hash);) {
        Held<> heldKey(newRef(key)), heldValue(newRef(value));
        Object* other = dictFindHashed(rest, key, hash);
        if (!other && errorOccurred()) return nullptr;
        int same = 0;
        if (other) {
            Held<> heldOther(newRef(other));
            same = richCompareBool(other, value, Comparison::Eq);
            if (same < 0) return nullptr;
        }
        if (same) {
            if (dictDelete(rest, key) < 0) return nullptr;
        } else {
            Held<> pair(packTuple(key, value));
            if (!pair || !setAdd(result, pair)) return nullptr;
        }
    }
    Held<> remaining(newDictView(types::DictItemsView, rest));
    if (!remaining || !setUpdate(result, remaining)) return nullptr;
    return result.release();
}

Owned viewXor(Object* a, Object* b) {
    if (isInstance(a, types::DictItemsView) && isInstance(b, types::DictItemsView)) return itemsXor(a, b);
    Held<> result(setOf(a));
    if (!result) return nullptr;
    Ref<> done = callMethod(result, names::symmetricDifferenceUpdate, b);
    if (!done) return nullptr;
    return result.release();
}

Owned viewIsDisjoint(Object* self, Object* other) {
    if (self == other) return newBool(viewLength(self) == 0);
    if (other->type == types::Set || other->type == types::FrozenSet || isSetLikeView(other)) {
        if (lengthOf(other) > viewLength(self)) std::swap(self, other);
    }
    Held<> iterator(getIter(other));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? Owned(nullptr) : newBool(true);
        int there = contains(self, item);
        if (there < 0) return nullptr;
        if (there) return newBool(false);
    }
}

Owned keysIter(Object* o) { return newDictIterator(types::DictKeyIterator, asDictView(o)->dict); }
Owned valuesIter(Object* o) { return newDictIterator(types::DictValueIterator, asDictView(o)->dict); }
Owned itemsIter(Object* o) { return newDictIterator(types::DictItemIterator, asDictView(o)->dict); }
Owned keysReversed(Object* o) { return newDictReverseIterator(types::DictReverseKeyIterator, asDictView(o)->dict); }
Owned valuesReversed(Object* o) { return newDictReverseIterator(types::DictReverseValueIterator, asDictView(o)->dict); }
Owned itemsReversed(Object* o) { return newDictReverseIterator(types::DictReverseItemIterator, asDictView(o)->dict); }
Owned viewMapping(Object* o) { return newMappingProxy(asDictView(o)->dict); }

const Field viewFields[] = {{"dict", offsetof(DictViewObject, dict)}, {}};
const GetSetDef viewGetsets[] = {{"mapping", viewMapping}, {}};
const MethodDef keysMethods[] = {{"isdisjoint", viewIsDisjoint}, {"__reversed__", keysReversed}, {}};
const MethodDef itemsMethods[] = {{"isdisjoint", viewIsDisjoint}, {"__reversed__", itemsReversed}, {}};
const MethodDef valuesMethods[] = {{"__reversed__", valuesReversed}, {}};

void defineView(Type* t, const char* name, UnaryFunc iter, const MethodDef* methods) {
    t->name = name;
    t->basicSize = sizeof(DictViewObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = viewFields;
    t->repr = viewRepr;
    t->iter = iter;
    t->getsets = viewGetsets;
    t->methods = methods;
    t->sequenceLength = viewLength;
}

void defineSetLikeView(Type* t) {
    t->hash = hashNotImplementedSlot;
    t->richCompare = viewCompare;
    t->subtract = viewSubtract;
    t->bitAnd = viewAnd;
    t->bitOr = viewOr;
    t->bitXor = viewXor;
}

}

void defineDictKeysViewType(Type* t) {
    defineView(t, "dict_keys", keysIter, keysMethods);
    defineSetLikeView(t);
    t->contains = keysContains;
}

void defineDictItemsViewType(Type* t) {
    defineView(t, "dict_items", itemsIter, itemsMethods);
    defineSetLikeView(t);
    t->contains = itemsContains;
}

void defineDictValuesViewType(Type* t) { defineView(t, "dict_values", valuesIter, valuesMethods); }

}
