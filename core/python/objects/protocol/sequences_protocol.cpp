// SPDX-License-Identifier: GPL-3.0-or-later

// protocol.h: containers: length, subscripts, membership, iteration.

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

ssize lengthOf(Object* o) {
    Type* type = o->type;
    if (type->sequenceLength) return type->sequenceLength(o);
    if (type->mappingLength) return type->mappingLength(o);
    return ssize(raise(exc::TypeError, "object of type '{}' has no len()", type->name));
}

ssize lengthHint(Object* o, ssize fallback) {
    if (o->type->sequenceLength || o->type->mappingLength) {
        ssize n = lengthOf(o);
        if (n >= 0) return n;
        if (!errorMatches(exc::TypeError)) return -1;
        clearError();
    }
    Held<> method(lookupSpecial(o, names::dunderLengthHint));
    if (!method) return errorOccurred() ? -1 : fallback;
    Ref<> result = call(method);
    if (!result) {
        if (!errorMatches(exc::TypeError)) return -1;
        clearError();
        return fallback;
    }
    if (result.get() == NotImplemented) return fallback;
    if (!isInt(result)) return ssize(raise(exc::TypeError, "__length_hint__ must be an integer, not {}", result->type->name));
    ssize n = indexAsSize(result, exc::OverflowError);
    if (n < 0 && !errorOccurred()) return ssize(raise(exc::ValueError, "__length_hint__() should return >= 0"));
    return n;
}

Owned getItem(Object* o, Object* key) {
    Type* type = o->type;
    if (type->subscript) return type->subscript(o, key);
    if (type->item) {
        if (!key->type->index) return raise(exc::TypeError, "sequence index must be integer, not '{}'", key->type->name);
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return nullptr;
        return getItemAt(o, i);
    }
    if (isType(o)) {
        if (o == types::Type) return newGenericAlias(o, key);
        bool failed = false;
        Held<> method(findAttr(o, names::dunderClassGetitem, &failed));
        if (failed) return nullptr;
        if (method && !isNone(method)) return call(method, key);
        return raise(exc::TypeError, "type '{}' is not subscriptable", static_cast<Type*>(o)->name);
    }
    return raise(exc::TypeError, "'{}' object is not subscriptable", type->name);
}

Owned getItemAt(Object* o, ssize i) {
    Type* type = o->type;
    if (type->item) {
        if (i < 0 && type->sequenceLength) {
            ssize n = type->sequenceLength(o);
            if (n < 0) return nullptr;
            i += n;
        }
        return type->item(o, i);
    }
    if (type->subscript) return raise(exc::TypeError, "{} is not a sequence", type->name);
    return raise(exc::TypeError, "'{}' object does not support indexing", type->name);
}

namespace {

// value null: delete
bool assignItem(Object* o, Object* key, Object* value) {
    Type* type = o->type;
    if (type->setSubscript) return type->setSubscript(o, key, value);
    if (type->setItem) {
        if (!key->type->index) return raise(exc::TypeError, "sequence index must be integer, not '{}'", key->type->name);
        ssize i = indexAsSize(key, exc::IndexError);
        if (i == -1 && errorOccurred()) return false;
        if (i < 0 && type->sequenceLength) {
            ssize n = type->sequenceLength(o);
            if (n < 0) return false;
            i += n;
        }
        return type->setItem(o, i, value);
    }
    if (value) return raise(exc::TypeError, "'{}' object does not support item assignment", type->name);
    const bool isAskedAsSequence = key->type->index && (isHeapType(type) || type->sequenceLength || type->contains || type->item || type->concat);
    return raise(exc::TypeError, "'{}' object {} support item deletion", type->name, isAskedAsSequence ? "doesn't" : "does not");
}

}

bool setItem(Object* o, Object* key, Object* value) { return assignItem(o, key, value); }
bool deleteItem(Object* o, Object* key) { return assignItem(o, key, nullptr); }

int contains(Object* container, Object* value) {
    if (container->type->contains) return container->type->contains(container, value);
    return searchByIteration(container, value);
}

int searchByIteration(Object* container, Object* value) {
    Held<> iterator(getIter(container));
    if (!iterator) {
        if (errorMatches(exc::TypeError)) {
            clearError();
            raise(exc::TypeError, "argument of type '{}' is not iterable", container->type->name);
        }
        return -1;
    }
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return errorOccurred() ? -1 : 0;
        int equal = richCompareBool(item, value, Comparison::Eq);
        if (equal) return equal;
        if (!checkBreaker()) return -1;
    }
}

Owned getIter(Object* o) {
    UnaryFunc iter = o->type->iter;
    if (!iter) {
        if (isSequence(o)) return newSequenceIterator(o);
        return raise(exc::TypeError, "'{}' object is not iterable", o->type->name);
    }
    Ref<> result = iter(o);
    if (result && !result->type->iterNext) return raise(exc::TypeError, "iter() returned non-iterator of type '{}'", result->type->name);
    return result.release();
}

// Who asks again and again may do so without an end: here the run may be ended.
Owned nextOf(Object* iterator) {
    if (!mayGoOn()) return nullptr;
    Owned value = iterator->type->iterNext(iterator);
    if (!value && interpreter.pending && errorMatches(exc::StopIteration)) clearError();
    return value;
}

Owned sequenceToList(Object* o) {
    Held<ListObject> list(newList(0));
    if (!list || !listExtend(list, o)) return nullptr;
    return list.release();
}

Owned sequenceToTuple(Object* o) {
    if (isExactTuple(o)) return newRef(o);
    if (isExactList(o)) return listToTuple(asList(o));
    Held<> list(sequenceToList(o));
    if (!list) return nullptr;
    return listToTuple(asList(list));
}

bool isSequence(Object* o) { return !isDict(o) && o->type->item; }
bool isMapping(Object* o) { return o->type->subscript != nullptr; }

}
