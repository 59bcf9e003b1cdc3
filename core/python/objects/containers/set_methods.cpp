// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <string>

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_table.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// set, frozenset and their iterator: slots and methods.

namespace memtape {

void clearWeakReferences(Object* o);

namespace {

Owned none(bool ok) { return ok ? newNone() : Owned(nullptr); }
Owned truth(int answer) { return answer < 0 ? Owned(nullptr) : newBool(answer != 0); }

void setDealloc(Object* o) {
    SetObject* s = asSet(o);
    gcUntrack(o);
    if (s->weakrefs) clearWeakReferences(o);
    ssize told = 0; // entries before this one are no longer on the tape
    for (ssize i = 0; s->used > 0 && i <= s->mask; ++i) {
        if (!isLive(s->table[i])) continue;
        Object* key = s->table[i].key;
        s->table[i].key = nullptr;
        --s->used;
        if (recording() && dropMayRunCode(key))
            for (; told <= i; ++told) recordCell(s, CellKind::Item, static_cast<uint32_t>(told), nullptr);
        decref(key);
    }
    if (s->table && s->table != s->smallTable) {
        SetEntry* table = s->table;
        s->table = s->smallTable;
        releaseBlock(table);
    }
    freeObject(o);
}

int setTraverse(Object* o, Visit visit, void* context) {
    SetObject* s = asSet(o);
    if (!s->table) return 0;
    for (ssize i = 0; i <= s->mask; ++i)
        if (isLive(s->table[i]))
            if (int stop = visit(s->table[i].key, context)) return stop;
    return 0;
}

void setCells(Object* o, CellVisitor& visitor) {
    SetObject* s = asSet(o);
    if (!s->table) return;
    for (ssize i = 0; i <= s->mask; ++i)
        if (isLive(s->table[i])) visitor.visit(CellKind::Item, static_cast<uint32_t>(i), s->table[i].key);
}

size_t setSize(Object* o) {
    SetObject* s = asSet(o);
    size_t size = static_cast<size_t>(o->type->basicSize);
    return s->table && s->table != s->smallTable ? size + static_cast<size_t>(s->mask + 1) * sizeof(SetEntry) : size;
}

Owned setRepr(Object* o) {
    SetObject* s = asSet(o);
    std::string name = o->type->name;
    int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr(name + "(...)") : Owned(nullptr);
    Owned result = nullptr;
    if (s->used == 0) {
        result = newStr(name + "()");
    } else {
        Held<> items(sequenceToList(o));
        std::string text;
        if (items && appendRepr(text, items)) {
            std::string braced = '{' + text.substr(1, text.size() - 2) + '}';
            result = newStr(o->type == types::Set ? braced : name + '(' + braced + ')');
        }
    }
    reprLeave(o);
    return result;
}

uint64_t shuffleBits(uint64_t h) { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; }

int64_t frozenSetHash(Object* o) {
    SetObject* s = asSet(o);
    if (s->hash != -1) return s->hash;
    // All entries are mixed, unused ones too, and then taken out again: no branch in the loop.
    uint64_t hash = 0;
    for (ssize i = 0; i <= s->mask; ++i) hash ^= shuffleBits(static_cast<uint64_t>(s->table[i].hash));
    if ((s->mask + 1 - s->fill) & 1) hash ^= shuffleBits(0);
    if ((s->fill - s->used) & 1) hash ^= shuffleBits(static_cast<uint64_t>(-1));
    hash ^= (static_cast<uint64_t>(s->used) + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    if (hash == static_cast<uint64_t>(-1)) hash = 590923713u;
    s->hash = static_cast<int64_t>(hash);
    return s->hash;
}

Owned setCompare(Object* a, Object* b, Comparison op) {
    if (!isAnySet(b)) return notImplemented();
    SetObject *v = asSet(a), *w = asSet(b);
    switch (op) {
    case Comparison::Eq:
    case Comparison::Ne: {
        int equal = 0;
        if (v->used == w->used && !(v->hash != -1 && w->hash != -1 && v->hash != w->hash)) equal = setIsSubset(v, w);
        if (equal < 0) return nullptr;
        return newBool((equal != 0) == (op == Comparison::Eq));
    }
    case Comparison::Le: return truth(setIsSubset(v, w));
    case Comparison::Ge: return truth(setIsSuperset(v, w));
    case Comparison::Lt: return v->used >= w->used ? newBool(false) : truth(setIsSubset(v, w));
    case Comparison::Gt: return v->used <= w->used ? newBool(false) : truth(setIsSuperset(v, w));
    }
    return notImplemented();
}

int setContainsSlot(Object* o, Object* key) { return setContainsAny(asSet(o), key); }

// ---- operators -------------------------------------------------------------------------------------------------------

bool bothSets(Object* a, Object* b) { return isAnySet(a) && isAnySet(b); }

Owned setOr(Object* a, Object* b) {
    if (!bothSets(a, b)) return notImplemented();
    Held<> result(newSetOfBase(a->type, a));
    if (!result || (a != b && !setUpdate(result, b))) return nullptr;
    return result.release();
}
Owned setAnd(Object* a, Object* b) { return bothSets(a, b) ? setIntersection(asSet(a), b) : notImplemented(); }
Owned setSub(Object* a, Object* b) { return bothSets(a, b) ? setDifference(asSet(a), b) : notImplemented(); }
Owned setXor(Object* a, Object* b) { return bothSets(a, b) ? setSymmetricDifference(asSet(a), b) : notImplemented(); }

template <bool (*update)(SetObject*, Object*)> Owned inplace(Object* a, Object* b) {
    if (!isAnySet(b)) return notImplemented();
    if (!update(asSet(a), b)) return nullptr;
    return newRef(a);
}
bool unionUpdate(SetObject* s, Object* other) { return setUpdate(s, other); }

// ---- methods -----------------------------------------------------------------------------------------------------------

Owned setAddMethod(Object* self, Object* key) { return none(setAdd(self, key)); }

Owned setRemoveMethod(Object* self, Object* key) {
    int there = setDiscard(self, key);
    if (there < 0) {
        if (!isInstance(key, types::Set) || !errorMatches(exc::TypeError)) return nullptr;
        clearError();
        Held<> frozen(newFrozenSet(key));
        if (!frozen) return nullptr;
        there = setDiscard(self, frozen);
    }
    if (there < 0) return nullptr;
    if (there == 0) return raiseObject(exc::KeyError, key);
    return newNone();
}

Owned setDiscardMethod(Object* self, Object* key) {
    int there = setDiscard(self, key);
    if (there < 0) {
        if (!isInstance(key, types::Set) || !errorMatches(exc::TypeError)) return nullptr;
        clearError();
        Held<> frozen(newFrozenSet(key));
        if (!frozen) return nullptr;
        there = setDiscard(self, frozen);
    }
    return none(there >= 0);
}

Owned setPopMethod(Object* self) {
    SetObject* s = asSet(self);
    if (s->used == 0) return raise(exc::KeyError, "pop from an empty set");
    ssize i = s->finger & s->mask; // where the last pop() found one, so that popping all is not quadratic
    while (!isLive(s->table[i])) i = i == s->mask ? 0 : i + 1;
    Object* key = s->table[i].key;
    s->table[i].key = setDummy;
    s->table[i].hash = -1;
    --s->used;
    s->finger = i + 1;
    recordCell(s, CellKind::Item, static_cast<uint32_t>(i), nullptr);
    return Owned(key);
}

Owned setClearMethod(Object* self) {
    setClear(self);
    return newNone();
}
Owned setCopyMethod(Object* self) { return newSetOfBase(self->type, self); }
Owned frozenSetCopyMethod(Object* self) { return self->type == types::FrozenSet ? newRef(self) : setCopyMethod(self); }

Owned setUpdateMethod(Object* self, Args args) {
    for (size_t i = 0; i < args.count; ++i)
        if (!setUpdate(self, args[i])) return nullptr;
    return newNone();
}

Owned setUnionMethod(Object* self, Args args) {
    Held<> result(newSetOfBase(self->type, self));
    if (!result) return nullptr;
    for (size_t i = 0; i < args.count; ++i)
        if (args[i] != self && !setUpdate(result, args[i])) return nullptr;
    return result.release();
}

Owned setIntersectionMethod(Object* self, Args args) {
    if (args.count == 0) return setCopyMethod(self);
    Held<> result(newRef(self));
    for (size_t i = 0; i < args.count; ++i) {
        result = setIntersection(asSet(result.get()), args[i]);
        if (!result) return nullptr;
    }
    return result.release();
}

Owned setIntersectionUpdateMethod(Object* self, Args args) {
    Held<> kept(setIntersectionMethod(self, args));
    if (!kept) return nullptr;
    setSwapBodies(asSet(self), asSet(kept.get()));
    return newNone();
}

Owned setDifferenceMethod(Object* self, Args args) {
    if (args.count == 0) return setCopyMethod(self);
    Held<> result(setDifference(asSet(self), args[0]));
    if (!result) return nullptr;
    for (size_t i = 1; i < args.count; ++i)
        if (!setDifferenceUpdate(asSet(result.get()), args[i])) return nullptr;
    return result.release();
}

Owned setDifferenceUpdateMethod(Object* self, Args args) {
    for (size_t i = 0; i < args.count; ++i)
        if (!setDifferenceUpdate(asSet(self), args[i])) return nullptr;
    return newNone();
}

Owned setSymmetricDifferenceMethod(Object* self, Object* other) { return setSymmetricDifference(asSet(self), other); }
Owned setSymmetricDifferenceUpdateMethod(Object* self, Object* other) { return none(setSymmetricDifferenceUpdate(asSet(self), other)); }
Owned setIsDisjointMethod(Object* self, Object* other) { return truth(setIsDisjoint(asSet(self), other)); }
Owned setIsSubsetMethod(Object* self, Object* other) { return truth(setIsSubset(asSet(self), other)); }
Owned setIsSupersetMethod(Object* self, Object* other) { return truth(setIsSuperset(asSet(self), other)); }
Owned setContainsMethod(Object* self, Object* key) { return truth(setContainsAny(asSet(self), key)); }
Owned setSizeof(Object* self) { return newInt(static_cast<int64_t>(setSize(self))); }

Owned setReduce(Object* self) {
    Held<> items(sequenceToList(self));
    if (!items) return nullptr;
    Held<> args(packTuple(items.get()));
    Ref<> state = callMethod(self, names::dunderGetstate);
    if (!args || !state) return nullptr;
    return packTuple(static_cast<Object*>(self->type), args.get(), state.get());
}

bool setInit(Object* self, Args args) {
    if ((self->type == types::Set || self->type->init == types::Set->init) && !checkNoKeywords("set", args)) return false;
    if (!checkArgCount("set", args.count, 0, 1)) return false;
    SetObject* s = asSet(self);
    if (s->fill) setClear(self);
    s->hash = -1;
    return args.count == 0 || setUpdate(self, args[0]);
}

Owned setCreate(Type* type, Args) { return newSetOfType(type, nullptr); }

Owned frozenSetCreate(Type* type, Args args) {
    if ((type == types::FrozenSet || type->init == types::FrozenSet->init) && !checkNoKeywords("frozenset", args)) return nullptr;
    if (!checkArgCount("frozenset", args.count, 0, 1)) return nullptr;
    if (type == types::FrozenSet && args.count == 1 && args[0]->type == types::FrozenSet) return newRef(args[0]);
    return newSetOfType(type, args.count ? args[0] : nullptr);
}

// ---- iteration -------------------------------------------------------------------------------------------------------

struct SetIteratorObject : Object {
    SetObject* set; // null: exhausted
    ssize used, position, remaining;
};
static_assert(sizeof(SetIteratorObject) == 48);

Owned setIter(Object* o) {
    SetIteratorObject* it = newPlainObject<SetIteratorObject>(types::SetIterator);
    if (!it) return nullptr;
    it->set = asSet(newRef(o).pointer);
    it->used = it->remaining = it->set->used;
    return finishObject(it);
}

Owned setIteratorNext(Object* o) {
    SetIteratorObject* it = static_cast<SetIteratorObject*>(o);
    if (!it->set) return nullptr;
    if (it->used != it->set->used) {
        it->used = -1; // for good
        return raise(exc::RuntimeError, "Set changed size during iteration");
    }
    Object* key;
    if (!setNext(it->set, &it->position, &key)) {
        dropField(it, it->set);
        return nullptr;
    }
    --it->remaining;
    return newRef(key);
}

Owned setIteratorHint(Object* o) {
    SetIteratorObject* it = static_cast<SetIteratorObject*>(o);
    return newInt(it->set && it->used == it->set->used ? it->remaining : 0);
}

Owned setIteratorReduce(Object* o) {
    SetIteratorObject* it = static_cast<SetIteratorObject*>(o);
    Held<ListObject> rest(newList(0));
    if (!rest) return nullptr;
    if (it->set) {
        ssize position = it->position;
        for (Object* key; setNext(it->set, &position, &key);)
            if (!listAppend(rest.get(), key)) return nullptr;
    }
    Ref<> iter = builtinNamed("iter");
    if (!iter) return nullptr;
    Ref<> args = packTuple(static_cast<Object*>(rest.get()));
    if (!args) return nullptr;
    return packTuple(iter.get(), args.get());
}

const Field iteratorFields[] = {{"set", offsetof(SetIteratorObject, set)}, {}};
const MethodDef iteratorMethods[] = {{"__length_hint__", setIteratorHint}, {"__reduce__", setIteratorReduce}, {}};

const MethodDef setMethods[] = {
    {"add", setAddMethod},
    {"clear", setClearMethod},
    {"__contains__", setContainsMethod},
    {"copy", setCopyMethod},
    {"discard", setDiscardMethod},
    {"difference", setDifferenceMethod, 0, -1},
    {"difference_update", setDifferenceUpdateMethod, 0, -1},
    {"intersection", setIntersectionMethod, 0, -1},
    {"intersection_update", setIntersectionUpdateMethod, 0, -1},
    {"isdisjoint", setIsDisjointMethod},
    {"issubset", setIsSubsetMethod},
    {"issuperset", setIsSupersetMethod},
    {"pop", setPopMethod},
    {"__reduce__", setReduce},
    {"remove", setRemoveMethod},
    {"__sizeof__", setSizeof},
    {"symmetric_difference", setSymmetricDifferenceMethod},
    {"symmetric_difference_update", setSymmetricDifferenceUpdateMethod},
    {"union", setUnionMethod, 0, -1},
    {"update", setUpdateMethod, 0, -1},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};
const MethodDef frozenSetMethods[] = {
    {"__contains__", setContainsMethod},
    {"copy", frozenSetCopyMethod},
    {"difference", setDifferenceMethod, 0, -1},
    {"intersection", setIntersectionMethod, 0, -1},
    {"isdisjoint", setIsDisjointMethod},
    {"issubset", setIsSubsetMethod},
    {"issuperset", setIsSupersetMethod},
    {"__reduce__", setReduce},
    {"__sizeof__", setSizeof},
    {"symmetric_difference", setSymmetricDifferenceMethod},
    {"union", setUnionMethod, 0, -1},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

void defineAnySet(Type* t) {
    t->basicSize = sizeof(SetObject);
    t->flags = BaseType | HaveGc | MatchSelf;
    t->weaklistOffset = offsetof(SetObject, weakrefs);
    t->dealloc = setDealloc;
    t->traverse = setTraverse;
    t->clear = setClear;
    t->cells = setCells;
    t->size = setSize;
    t->repr = setRepr;
    t->richCompare = setCompare;
    t->iter = setIter;
    t->sequenceLength = setLength;
    t->contains = setContainsSlot;
    t->bitOr = setOr;
    t->bitAnd = setAnd;
    t->subtract = setSub;
    t->bitXor = setXor;
}

}

void defineSetType(Type* t) {
    defineAnySet(t);
    t->name = "set";
    t->doc = "Build an unordered collection of unique elements.";
    t->hash = hashNotImplementedSlot;
    t->create = setCreate;
    t->init = setInit;
    t->inplaceOr = inplace<unionUpdate>;
    t->inplaceAnd = inplace<setIntersectionUpdate>;
    t->inplaceSubtract = inplace<setDifferenceUpdate>;
    t->inplaceXor = inplace<setSymmetricDifferenceUpdate>;
    t->methods = setMethods;
}

void defineFrozenSetType(Type* t) {
    defineAnySet(t);
    t->name = "frozenset";
    t->doc = "Build an immutable unordered collection of unique elements.";
    t->hash = frozenSetHash;
    t->create = frozenSetCreate;
    t->methods = frozenSetMethods;
}

void defineSetIteratorType(Type* t) {
    describeIterator(t, "set_iterator", sizeof(SetIteratorObject), iteratorFields, setIteratorNext, iteratorMethods);
}

}
