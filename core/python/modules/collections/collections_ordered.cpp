// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/collections/collections_ordered.h"

#include <cstddef>
#include <cstring>
#include <string>

#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_parts.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

static_assert(sizeof(OrderedDictObject) == 112 && sizeof(OrderedNode) == 32);

Type *orderedDictType, *orderedKeysType, *orderedValuesType, *orderedItemsType, *orderedIteratorType;

namespace {

// ---- nodes -----------------------------------------------------------------------------------------------------------------

Failure raiseMutated() { return raise(exc::RuntimeError, "OrderedDict mutated during iteration"); }

bool fastNodesFit(const OrderedDictObject* d) { return d->keysOfFastNodes == d->keys && d->fastCount == keysTableSize(d->keys); }

// False without an exception: a key's __eq__ has changed the dict meanwhile. What dict's own methods have taken away keeps a node without a place.
bool remakeFastNodes(OrderedDictObject* d) {
    const DictKeys* keys = d->keys;
    const size_t state = d->state;
    const size_t count = keysTableSize(keys);
    OrderedNode** nodes = static_cast<OrderedNode**>(allocateBlock(count * sizeof(OrderedNode*)));
    if (!nodes) return false;
    std::memset(nodes, 0, count * sizeof(OrderedNode*));
    for (OrderedNode* node = d->first; node; node = node->next) {
        Object* value;
        Held<> key(newRef(node->key));
        ssize i = findInDict(d, key, node->hash, &value);
        if (i == indexError || d->keys != keys || d->state != state) {
            releaseBlock(nodes);
            return false;
        }
        if (i >= 0) nodes[i] = node;
    }
    if (d->fastNodes) releaseBlock(d->fastNodes);
    d->fastNodes = nodes;
    d->fastCount = static_cast<uint32_t>(count);
    d->keysOfFastNodes = d->keys;
    recordResize(d);
    return true;
}

// The index of a key's entry in the dict, with fastNodes up to date; indexEmpty; indexError: failed. Where a key's __eq__ changes the dict meanwhile,
// it is looked for anew, as dict does.
ssize entryIndex(OrderedDictObject* d, Object* key, int64_t hash) {
    while (mayGoOn()) {
        if (!fastNodesFit(d) && !remakeFastNodes(d)) {
            if (errorOccurred()) break;
            continue;
        }
        Object* value;
        ssize i = findInDict(d, key, hash, &value);
        if (i == indexError) break;
        if (fastNodesFit(d)) return i >= 0 && !value ? indexEmpty : i;
    }
    return indexError;
}

// The order is recorded as items by position; only a recording asks for positions.
uint32_t positionOf(OrderedDictObject* d, OrderedNode* node) {
    uint32_t fromFirst = 0;
    OrderedNode *forwards = node, *backwards = node; // whichever end is nearer
    for (; forwards->next && backwards->previous; ++fromFirst) {
        forwards = forwards->next;
        backwards = backwards->previous;
    }
    return backwards->previous ? d->nodeCount - 1 - fromFirst : fromFirst;
}

bool addNode(OrderedDictObject* d, Object* key, int64_t hash) {
    ssize i = entryIndex(d, key, hash);
    if (i < 0) {
        if (!errorOccurred()) raiseObject(exc::KeyError, key);
        return false;
    }
    if (d->fastNodes[i]) return true; // there already
    OrderedNode* node = static_cast<OrderedNode*>(allocateBlock(sizeof(OrderedNode)));
    if (!node) return false;
    incref(key);
    *node = {key, hash, nullptr, d->last};
    if (d->last) d->last->next = node;
    else d->first = node;
    d->last = node;
    d->fastNodes[i] = node;
    ++d->nodeCount;
    ++d->state;
    recordCell(d, CellKind::Item, d->nodeCount - 1, key);
    recordResize(d);
    return true;
}

void unlinkNode(OrderedDictObject* d, OrderedNode* node) {
    (node->previous ? node->previous->next : d->first) = node->next;
    (node->next ? node->next->previous : d->last) = node->previous;
    ++d->state;
}

// Takes a key's node out; the entry in the dict is still there.
bool dropNode(OrderedDictObject* d, Object* key, int64_t hash, OrderedNode* known = nullptr) {
    if (!d->first) return true;
    const size_t state = d->state;
    ssize i = entryIndex(d, key, hash);
    if (i == indexError) return false;
    if (known && d->state != state) return raiseMutated();
    OrderedNode* node = known ? known : i < 0 ? nullptr : d->fastNodes[i];
    if (!node) return true;
    if (recording()) recordErase(d, positionOf(d, node), 1);
    if (i >= 0 && d->fastNodes[i] == node) d->fastNodes[i] = nullptr;
    else d->keysOfFastNodes = nullptr; // whatever place it has there
    unlinkNode(d, node);
    --d->nodeCount;
    recordResize(d);
    Object* held = node->key;
    releaseBlock(node);
    decref(held);
    return true;
}

void dropAllNodes(OrderedDictObject* d) {
    if (d->fastNodes) releaseBlock(d->fastNodes);
    d->fastNodes = nullptr;
    d->fastCount = d->nodeCount = 0;
    d->keysOfFastNodes = nullptr;
    ++d->state;
    OrderedNode* node = d->first;
    d->first = d->last = nullptr;
    recordTruncate(d, CellKind::Item, 0);
    while (node) {
        OrderedNode* next = node->next;
        Object* key = node->key;
        releaseBlock(node);
        decref(key);
        node = next;
    }
}

bool setItemHashed(OrderedDictObject* d, Object* key, int64_t hash, Object* value) {
    return dictSetHashed(d, key, hash, value) && addNode(d, key, hash);
}

bool orderedSetSubscript(Object* o, Object* key, Object* value) {
    int64_t hash = keyHash(key);
    if (hash == -1) return false;
    OrderedDictObject* d = asOrdered(o);
    if (value) return setItemHashed(d, key, hash, value);
    if (!dropNode(d, key, hash)) return false;
    int deleted = dictDelete(o, key);
    recordResize(o);
    if (deleted == 0) return raiseObject(exc::KeyError, key);
    return deleted > 0;
}

// ---- life ------------------------------------------------------------------------------------------------------------------

Owned orderedCreate(Type* type, Args) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    OrderedDictObject* d = asOrdered(made.pointer);
    d->keys = emptyDictKeys;
    return made;
}

void orderedDealloc(Object* o) {
    OrderedDictObject* d = asOrdered(o);
    gcUntrack(o);
    if (d->weakrefs) clearWeakReferences(o);
    {
        Dying dying(o);
        if (d->instanceDict) clearField(d->instanceDict);
        dropAllNodes(d);
    }
    dictDealloc(o);
}

int orderedTraverse(Object* o, Visit visit, void* context) {
    OrderedDictObject* d = asOrdered(o);
    if (d->instanceDict)
        if (int stop = visit(d->instanceDict, context)) return stop;
    for (OrderedNode* node = d->first; node; node = node->next)
        if (int stop = visit(node->key, context)) return stop;
    return dictTraverse(o, visit, context);
}

void orderedCells(Object* o, CellVisitor& visitor) {
    OrderedDictObject* d = asOrdered(o);
    dictCells(o, visitor);
    uint32_t i = 0;
    for (OrderedNode* node = d->first; node; node = node->next) visitor.visit(CellKind::Item, i++, node->key);
    visitor.visit(CellKind::Field, 0, d->instanceDict);
}

size_t orderedSize(Object* o) {
    OrderedDictObject* d = asOrdered(o);
    return dictSize(o) + d->fastCount * sizeof(OrderedNode*) + d->nodeCount * sizeof(OrderedNode);
}

void orderedClear(Object* o) {
    dictClear(o);
    dropAllNodes(asOrdered(o));
    recordResize(o);
}

// ---- text, comparison ----------------------------------------------------------------------------------------------------------

// The items in order, as a list of pairs.
Owned itemsInOrder(Object* o) {
    Held<> items(callMethod(o, names::items));
    return items ? sequenceToList(items) : Owned(nullptr);
}

Owned orderedRepr(Object* o) {
    std::string name = o->type->name, shown = name.substr(name.rfind('.') + 1);
    if (dictLength(o) == 0) return newStr(shown + "()");
    int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr("...") : Owned(nullptr);
    Owned result = nullptr;
    {
        std::string out = shown + '(';
        Held<> items(itemsInOrder(o));
        Held<> plain(items ? call(types::Dict, items) : Owned(nullptr));
        if (plain && appendRepr(out, plain)) result = newStr(out + ')');
    }
    reprLeave(o);
    return result;
}

int sameOrder(OrderedDictObject* a, OrderedDictObject* b) {
    size_t stateA = a->state, stateB = b->state;
    OrderedNode *x = a->first, *y = b->first;
    for (;; x = x->next, y = y->next) {
        if (!x || !y) return !x && !y;
        Held<> keyX(newRef(x->key)), keyY(newRef(y->key));
        int equal = richCompareBool(keyX, keyY, Comparison::Eq);
        if (a->state != stateA || b->state != stateB) return raiseMutated();
        if (equal <= 0) return equal;
    }
}

Owned orderedCompare(Object* a, Object* b, Comparison op) {
    if (!isOrdered(a) || !isDict(b) || (op != Comparison::Eq && op != Comparison::Ne)) return notImplemented();
    int equal = dictsEqual(asDict(a), asDict(b));
    if (equal > 0 && isOrdered(b)) equal = sameOrder(asOrdered(a), asOrdered(b));
    return equal < 0 ? Owned(nullptr) : newBool((equal != 0) == (op == Comparison::Eq));
}

// ---- update ------------------------------------------------------------------------------------------------------------------

bool addPairs(Object* self, Object* pairs) {
    Held<> iterator(getIter(pairs));
    if (!iterator) return false;
    for (;;) {
        Held<> pair(nextOf(iterator));
        if (!pair) return !errorOccurred();
        Held<> parts(getIter(pair));
        if (!parts) return false;
        Held<> key(nextOf(parts));
        if (!key) return !errorOccurred() ? raise(exc::ValueError, "need more than 0 values to unpack") : Failure();
        Held<> value(nextOf(parts));
        if (!value) return !errorOccurred() ? raise(exc::ValueError, "need more than 1 value to unpack") : Failure();
        Held<> surplus(nextOf(parts));
        if (surplus) return raise(exc::ValueError, "too many values to unpack (expected 2)");
        if (errorOccurred() || !setItem(self, key, value)) return false;
    }
}

bool updateFrom(Object* self, Object* other) {
    if (isExactDict(other)) {
        Held<> items(dictItemsList(other));
        return items && addPairs(self, items);
    }
    bool failed = false;
    Held<> keysMethod(findAttr(other, names::keys, &failed));
    if (failed) return false;
    if (keysMethod) {
        Held<> keys(call(keysMethod));
        if (!keys) return false;
        Held<> iterator(getIter(keys));
        if (!iterator) return false;
        for (;;) {
            Held<> key(nextOf(iterator));
            if (!key) return !errorOccurred();
            Held<> value(getItem(other, key));
            if (!value || !setItem(self, key, value)) return false;
        }
    }
    Held<> itemsMethod(findAttr(other, names::items, &failed));
    if (failed) return false;
    if (itemsMethod) {
        Held<> items(call(itemsMethod));
        return items && addPairs(self, items);
    }
    return addPairs(self, other);
}

bool updateByArgs(Object* self, Args args) {
    if (args.count > 1) return raise(exc::TypeError, "expected at most 1 arguments, got {}", args.count);
    if (args.count == 1 && !updateFrom(self, args[0])) return false;
    for (size_t i = 0; i < args.keywordCount(); ++i)
        if (!setItem(self, args.keywordName(i), args.keywordValue(i))) return false;
    return true;
}

bool orderedInit(Object* self, Args args) { return updateByArgs(self, args); }
Owned updateMethod(Object* self, Args args) {
    if (!updateByArgs(self, args)) return nullptr;
    return newNone();
}

// ---- methods -----------------------------------------------------------------------------------------------------------------

// Takes an entry out: its value; null without an exception: not there.
Owned popHashed(OrderedDictObject* d, Object* key, int64_t hash, OrderedNode* node) {
    Held<> held(newRef(key));
    if (!dropNode(d, key, hash, node)) return nullptr;
    Object* value;
    ssize i = findInDict(d, key, hash, &value);
    if (i < 0 || !value) return nullptr;
    Owned taken(dictTakeEntry(d, hash, i));
    recordResize(d);
    return taken;
}

Owned popMethod(Object* self, Args args) {
    Object* given[2] = {nullptr, nullptr};
    if (!parseArgs("pop", args, "key | default", given)) return nullptr;
    int64_t hash = keyHash(given[0]);
    if (hash == -1) return nullptr;
    Owned value = popHashed(asOrdered(self), given[0], hash, nullptr);
    if (value || errorOccurred()) return value;
    if (given[1]) return newRef(given[1]);
    return raiseObject(exc::KeyError, given[0]);
}

Owned popItemMethod(Object* self, Args args) {
    Object* given[1] = {True};
    if (!parseArgs("popitem", args, "| last", given)) return nullptr;
    int last = isTrue(given[0]);
    if (last < 0) return nullptr;
    OrderedDictObject* d = asOrdered(self);
    OrderedNode* node = last ? d->last : d->first;
    if (!node) return raise(exc::KeyError, "dictionary is empty");
    Held<> key(newRef(node->key));
    Held<> value(popHashed(d, key, node->hash, node));
    if (!value) return errorOccurred() ? Owned(nullptr) : Owned(raiseObject(exc::KeyError, key));
    return packTuple(key.get(), value.get());
}

Owned moveToEndMethod(Object* self, Args args) {
    Object* given[2] = {nullptr, True};
    if (!parseArgs("move_to_end", args, "key | last", given)) return nullptr;
    int last = isTrue(given[1]);
    if (last < 0) return nullptr;
    OrderedDictObject* d = asOrdered(self);
    if (!d->first) return raiseObject(exc::KeyError, given[0]);
    int64_t hash = keyHash(given[0]);
    if (hash == -1) return nullptr;
    auto end = [&] { return last ? d->last : d->first; };
    if (d->first && end()->key == given[0]) return newNone();
    OrderedNode* node = orderedFind(d, given[0], hash);
    if (!node) return errorOccurred() ? Owned(nullptr) : Owned(raiseObject(exc::KeyError, given[0]));
    if (node == end()) return newNone();
    uint32_t from = recording() ? positionOf(d, node) : 0;
    unlinkNode(d, node);
    if (last) {
        node->previous = d->last;
        node->next = nullptr;
        (d->last ? d->last->next : d->first) = node;
        d->last = node;
    } else {
        node->next = d->first;
        node->previous = nullptr;
        (d->first ? d->first->previous : d->last) = node;
        d->first = node;
    }
    ++d->state;
    if (recording()) {
        recordErase(d, from, 1);
        recordInsert(d, last ? d->nodeCount - 1 : 0, node->key);
    }
    return newNone();
}

Owned setDefaultMethod(Object* self, Args args) {
    Object* given[2] = {nullptr, None};
    if (!parseArgs("setdefault", args, "key | default", given)) return nullptr;
    int64_t hash = keyHash(given[0]);
    if (hash == -1) return nullptr;
    Object* present = dictFindHashed(self, given[0], hash);
    if (present) return newRef(present);
    if (errorOccurred() || !orderedSetSubscript(self, given[0], given[1])) return nullptr;
    return newRef(given[1]);
}

Owned clearMethod(Object* self) {
    orderedClear(self);
    return newNone();
}

Owned copyMethod(Object* self) {
    OrderedDictObject* d = asOrdered(self);
    bool exact = self->type == orderedDictType;
    Held<> copy(exact ? orderedCreate(orderedDictType, {}) : call(self->type));
    if (!copy) return nullptr;
    const size_t state = d->state;
    for (OrderedNode* node = d->first; node; node = node->next) {
        const int64_t hash = node->hash;
        Held<> key(newRef(node->key));
        Held<> value(exact ? Held<>::share(dictFindHashed(self, key, hash)) : getItem(self, key));
        if (!value) return errorOccurred() ? Owned(nullptr) : Owned(raiseObject(exc::KeyError, key));
        if (!(exact ? setItemHashed(asOrdered(copy.get()), key, hash, value) : setItem(copy, key, value))) return nullptr;
        if (d->state != state) return raiseMutated();
    }
    return copy.release();
}

Owned reduceMethod(Object* self) {
    Held<> state(callMethod(self, names::dunderGetstate));
    if (!state) return nullptr;
    Held<> items(callMethod(self, names::items));
    if (!items) return nullptr;
    Held<> iterator(getIter(items));
    if (!iterator) return nullptr;
    return packTuple(static_cast<Object*>(self->type), emptyTuple, state.get(), None, iterator.get());
}

Owned orderedOr(Object* a, Object* b) {
    if (!isDict(a) || !isDict(b)) return notImplemented();
    Type* type = isOrdered(a) ? a->type : b->type;
    Held<> result(call(type, a));
    if (!result || !updateFrom(result, b)) return nullptr;
    return result.release();
}
Owned orderedInplaceOr(Object* a, Object* b) {
    if (!updateFrom(a, b)) return nullptr;
    return newRef(a);
}

Owned orderedIter(Object* o) { return newOrderedIterator(o, OrderedKeys); }
Owned reversedMethod(Object* o) { return newOrderedIterator(o, OrderedKeys | OrderedReversed); }
Owned keysMethod(Object* o) { return newDictView(orderedKeysType, o); }
Owned valuesMethod(Object* o) { return newDictView(orderedValuesType, o); }
Owned itemsMethod(Object* o) { return newDictView(orderedItemsType, o); }
Owned sizeofMethod(Object* o) { return newInt(static_cast<int64_t>(orderedSize(o))); }

Owned fromKeysMethod(Object* cls, Args args) {
    Object* given[2] = {nullptr, None};
    if (!parseArgs("fromkeys", args, "iterable | value", given)) return nullptr;
    Held<> made(call(cls));
    if (!made) return nullptr;
    Held<> iterator(getIter(given[0]));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> key(nextOf(iterator));
        if (!key) break;
        if (!setItem(made, key, given[1])) return nullptr;
    }
    if (errorOccurred()) return nullptr;
    return made.release();
}

const Field orderedFields[] = {{"__dict__", offsetof(OrderedDictObject, instanceDict)}, {}};
const MethodDef orderedMethods[] = {
    {"__reduce__", reduceMethod},
    {"__sizeof__", sizeofMethod},
    {"fromkeys", fromKeysMethod, NativeKind::Keywords, NativeBinding::Class},
    {"setdefault", setDefaultMethod, NativeKind::Keywords},
    {"pop", popMethod, NativeKind::Keywords},
    {"popitem", popItemMethod, NativeKind::Keywords},
    {"keys", keysMethod},
    {"values", valuesMethod},
    {"items", itemsMethod},
    {"update", updateMethod, NativeKind::Keywords},
    {"clear", clearMethod},
    {"copy", copyMethod},
    {"__reversed__", reversedMethod},
    {"move_to_end", moveToEndMethod, NativeKind::Keywords},
    {},
};

Owned getInstanceDict(Object* o) { return instanceDict(o); }
bool setDict(Object* o, Object* value) { return setInstanceDict(o, value); }
const GetSetDef orderedGetsets[] = {{"__dict__", getInstanceDict, setDict}, {}};

}

OrderedNode* orderedFind(OrderedDictObject* d, Object* key, int64_t hash) {
    if (!d->first) return nullptr;
    ssize i = entryIndex(d, key, hash);
    return i < 0 ? nullptr : d->fastNodes[i];
}

void defineOrderedDict(Type* t) {
    t->name = "collections.OrderedDict";
    t->base = types::Dict;
    t->basicSize = sizeof(OrderedDictObject);
    t->flags = BaseType | HaveGc | DictSubclass | IsMapping | StaticBuiltin;
    t->doc = "Dictionary that remembers insertion order";
    t->dictOffset = offsetof(OrderedDictObject, instanceDict);
    t->weaklistOffset = offsetof(OrderedDictObject, weakrefs);
    t->fields = orderedFields;
    t->dealloc = orderedDealloc;
    t->traverse = orderedTraverse;
    t->clear = orderedClear;
    t->cells = orderedCells;
    t->size = orderedSize;
    t->create = orderedCreate;
    t->init = orderedInit;
    t->repr = orderedRepr;
    t->hash = hashNotImplementedSlot;
    t->richCompare = orderedCompare;
    t->iter = orderedIter;
    t->setSubscript = orderedSetSubscript;
    t->bitOr = orderedOr;
    t->inplaceOr = orderedInplaceOr;
    t->methods = orderedMethods;
    t->getsets = orderedGetsets;
}

}
