// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

Owned dictRepr(Object* o) {
    DictObject* d = asDict(o);
    int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr("{...}") : Owned(nullptr);
    std::string out = "{";
    bool ok = true;
    ssize position = 0;
    for (Object *key, *value; ok && dictNext(d, &position, &key, &value);) {
        Held<> heldKey(newRef(key)), heldValue(newRef(value)); // either may change the dict while it says what it is
        if (out.size() > 1) out += ", ";
        ok = appendRepr(out, key);
        if (!ok) break;
        out += ": ";
        ok = appendRepr(out, value);
    }
    reprLeave(o);
    if (!ok) return nullptr;
    out += '}';
    return newStr(out);
}

int dictsEqual(DictObject* a, DictObject* b) {
    if (a->used != b->used) return 0;
    ssize position = 0;
    int64_t hash;
    for (Object *key, *value; dictNext(a, &position, &key, &value, &hash);) {
        Held<> heldKey(newRef(key)), heldValue(newRef(value));
        Object* other;
        ssize i = findInDict(b, key, hash, &other);
        if (i == indexError) return -1;
        if (!other) return 0;
        Held<> heldOther(newRef(other));
        int equal = richCompareBool(value, other, Comparison::Eq);
        if (equal <= 0) return equal;
    }
    return 1;
}

Owned dictCompare(Object* a, Object* b, Comparison op) {
    if (!isDict(a) || !isDict(b) || (op != Comparison::Eq && op != Comparison::Ne)) return notImplemented();
    int equal = dictsEqual(asDict(a), asDict(b));
    if (equal < 0) return nullptr;
    return newBool((equal != 0) == (op == Comparison::Eq));
}

int dictContainsSlot(Object* d, Object* key) { return dictContains(d, key); }

Owned dictSubscript(Object* dict, Object* key) {
    int64_t hash = keyHash(key);
    if (hash == -1) return nullptr;
    Object* value;
    ssize i = findInDict(asDict(dict), key, hash, &value);
    if (i == indexError) return nullptr;
    if (value) return newRef(value);
    if (!isExactDict(dict)) {
        Held<> missing(lookupSpecial(dict, names::dunderMissing));
        if (missing) return call(missing, key);
        if (errorOccurred()) return nullptr;
    }
    return raiseObject(exc::KeyError, key);
}

bool dictSetSubscript(Object* d, Object* key, Object* value) {
    if (value) return dictSet(d, key, value);
    int deleted = dictDelete(d, key);
    if (deleted == 0) return raiseObject(exc::KeyError, key);
    return deleted > 0;
}

Owned dictOr(Object* a, Object* b) {
    if (!isDict(a) || !isDict(b)) return notImplemented();
    Held<> result(dictCopy(a));
    if (!result || !dictUpdate(result, b)) return nullptr;
    return result.release();
}

Owned dictInplaceOr(Object* a, Object* b) {
    if (!dictUpdate(a, b)) return nullptr;
    return newRef(a);
}

static bool updateByArgs(Object* self, Args args, const char* function) {
    if (!checkArgCount(function, args.count, 0, 1)) return false;
    if (args.count == 1 && !dictUpdate(self, args[0])) return false;
    for (size_t i = 0; i < args.keywordCount(); ++i)
        if (!dictSet(self, args.keywordName(i), args.keywordValue(i))) return false;
    return true;
}

bool dictInit(Object* self, Args args) { return updateByArgs(self, args, "dict"); }

namespace {

Owned dictGet(Object* self, Args args) {
    int64_t hash = keyHash(args[0]);
    if (hash == -1) return nullptr;
    Object* value;
    if (findInDict(asDict(self), args[0], hash, &value) == indexError) return nullptr;
    return newRef(value ? value : args.count > 1 ? args[1] : None);
}

Owned dictSetDefaultMethod(Object* self, Args args) { return dictSetDefault(self, args[0], args.count > 1 ? args[1] : None); }

Owned dictPopMethod(Object* self, Args args) {
    bool found;
    Owned value = dictPop(self, args[0], &found);
    if (value || errorOccurred()) return value;
    if (args.count > 1) return newRef(args[1]);
    return raiseObject(exc::KeyError, args[0]);
}

Owned dictPopItem(Object* self) {
    DictObject* d = asDict(self);
    OwnedOf<TupleObject> made = newTuple(2); // before anything is taken out
    if (!made) return nullptr;
    Ref<TupleObject> pair(made);
    if (d->used == 0) return raise(exc::KeyError, "popitem(): dictionary is empty");
    if (d->values && !dictResize(d, d->keys->log2Size, true)) return nullptr;
    DictKeys* keys = d->keys;
    keys->version = 0;
    ssize i = keys->entryCount - 1;
    while (!entryValue(keys, i)) --i;
    writeIndex(keys, placeOfEntry(keys, entryHash(keys, i), i), indexDummy);
    pair->items[0] = entryKey(keys, i);
    pair->items[1] = entryValue(keys, i);
    entryKey(keys, i) = entryValue(keys, i) = nullptr;
    keys->entryCount = i;
    --d->used;
    recordCells(pair.get());
    recordTruncate(d, CellKind::Key, static_cast<uint32_t>(i));
    recordTruncate(d, CellKind::Value, static_cast<uint32_t>(i));
    return pair.release();
}

Owned dictKeysMethod(Object* self) { return newDictView(types::DictKeysView, self); }
Owned dictValuesMethod(Object* self) { return newDictView(types::DictValuesView, self); }
Owned dictItemsMethod(Object* self) { return newDictView(types::DictItemsView, self); }

Owned dictUpdateMethod(Object* self, Args args) {
    if (!updateByArgs(self, args, "update")) return nullptr;
    return newNone();
}

Owned dictClearMethod(Object* self) {
    dictClear(self);
    return newNone();
}

Owned dictFromKeys(Object* cls, Args args) {
    Object *iterable = args[0], *value = args.count > 1 ? args[1] : None;
    Held<> made(call(cls));
    if (!made) return nullptr;
    bool fresh = isExactDict(made.get()) && dictLength(made) == 0;
    if (fresh && isExactDict(iterable)) {
        DictObject *d = asDict(made.get()), *source = asDict(iterable);
        int log2 = log2ForEntries(source->used);
        if (log2 < d->keys->log2Size) log2 = d->keys->log2Size;
        if (!dictResize(d, log2, source->keys->kind != GeneralKeys)) return nullptr;
        ssize position = 0;
        int64_t hash;
        for (Object* key; dictNext(source, &position, &key, nullptr, &hash);)
            if (!dictSetHashed(d, key, hash, value)) return nullptr;
        return made.release();
    }
    if (fresh && (iterable->type == types::Set || iterable->type == types::FrozenSet)) {
        DictObject* d = asDict(made.get());
        int log2 = log2ForEntries(setLength(iterable));
        if (!dictResize(d, log2 > d->keys->log2Size ? log2 : d->keys->log2Size, false)) return nullptr;
        ssize position = 0;
        int64_t hash;
        for (Object* key; setNext(iterable, &position, &key, &hash);)
            if (!dictSetHashed(d, key, hash, value)) return nullptr;
        return made.release();
    }
    Held<> iterator(getIter(iterable));
    if (!iterator) return nullptr;
    bool plain = isExactDict(made.get());
    for (;;) {
        Held<> key(nextOf(iterator));
        if (!key) break;
        if (!(plain ? dictSet(made, key, value) : setItem(made, key, value))) return nullptr;
    }
    if (errorOccurred()) return nullptr;
    return made.release();
}

Owned dictReversed(Object* self);
Owned dictSizeof(Object* self) { return newInt(static_cast<int64_t>(dictSize(self))); }
Owned dictContainsMethod(Object* self, Object* key) {
    int present = dictContains(self, key);
    return present < 0 ? Owned(nullptr) : newBool(present != 0);
}

}

Owned newDictReverseIterator(Type* type, Object* dict);
namespace {
Owned dictReversed(Object* self) { return newDictReverseIterator(types::DictReverseKeyIterator, self); }
}

const MethodDef dictMethods[] = {
    {"__contains__", dictContainsMethod},
    {"__getitem__", dictSubscript},
    {"__sizeof__", dictSizeof},
    {"get", dictGet, 1, 2},
    {"setdefault", dictSetDefaultMethod, 1, 2},
    {"pop", dictPopMethod, 1, 2},
    {"popitem", dictPopItem},
    {"keys", dictKeysMethod},
    {"items", dictItemsMethod},
    {"values", dictValuesMethod},
    {"update", dictUpdateMethod, NativeKind::Keywords},
    {"fromkeys", dictFromKeys, 1, 2, NativeBinding::Class},
    {"clear", dictClearMethod},
    {"copy", dictCopy},
    {"__reversed__", dictReversed},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

}
