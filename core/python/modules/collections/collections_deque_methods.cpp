// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <string>

#include "core/python/modules/collections/collections_deque.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/item_equals.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type *dequeType, *dequeIteratorType, *dequeReverseIteratorType;

namespace {

Owned none(bool ok) { return ok ? newNone() : Owned(nullptr); }

// ---- life ------------------------------------------------------------------------------------------------------------------

void dequeDealloc(Object* o) {
    DequeObject* d = asDeque(o);
    gcUntrack(o);
    if (d->weakrefs) clearWeakReferences(o);
    if (d->leftBlock) {
        {
            Dying dying(o);
            dequeClear(o);
        }
        for (DequeBlock *b = d->leftBlock, *next; b; b = next) {
            next = b == d->rightBlock ? nullptr : b->right;
            releaseBlock(b);
        }
        d->leftBlock = d->rightBlock = nullptr;
    }
    for (ssize i = 0; i < d->freeCount; ++i) releaseBlock(d->freeBlocks[i]);
    d->freeCount = 0;
    freeObject(o);
}

template <class F> int forEachItem(DequeObject* d, F visit) {
    if (!d->leftBlock) return 0;
    DequeBlock* block = d->leftBlock;
    for (ssize i = 0, at = d->leftIndex; i < d->count; ++i) {
        if (int stop = visit(static_cast<uint32_t>(i), block->data[at])) return stop;
        if (++at == dequeBlockLength) {
            block = block->right;
            at = 0;
        }
    }
    return 0;
}
int dequeTraverse(Object* o, Visit visit, void* context) {
    return forEachItem(asDeque(o), [&](uint32_t, Object* item) { return visit(item, context); });
}
void dequeCells(Object* o, CellVisitor& visitor) {
    forEachItem(asDeque(o), [&](uint32_t i, Object* item) { return visitor.visit(CellKind::Item, i, item), 0; });
}
size_t dequeSize(Object* o) {
    DequeObject* d = asDeque(o);
    size_t size = static_cast<size_t>(o->type->basicSize);
    if (!d->leftBlock) return size;
    return size + static_cast<size_t>((d->leftIndex + d->count + dequeBlockLength - 1) / dequeBlockLength) * sizeof(DequeBlock);
}

Owned dequeCreate(Type* type, Args) { return Owned(allocateDeque(type)); }

bool dequeInit(Object* self, Args args) {
    DequeObject* d = asDeque(self);
    Object* given[2] = {nullptr, None};
    if (!parseArgs("deque", args, "| iterable maxlen", given)) return false;
    ssize maximum = -1;
    if (!isNone(given[1])) {
        if (!isInt(given[1])) return raise(exc::TypeError, "an integer is required");
        maximum = argumentAsSize(given[1]);
        if (maximum == -1 && errorOccurred()) return false;
        if (maximum < 0) return raise(exc::ValueError, "maxlen must be non-negative");
    }
    d->maximum = maximum;
    if (d->count > 0) dequeClear(d);
    return !given[0] || dequeExtend(d, given[0]);
}

// A deque of the same kind with the same items.
Owned dequeCopy(Object* self) {
    DequeObject* d = asDeque(self);
    if (self->type == dequeType) {
        DequeObject* copy = allocateDeque(dequeType);
        if (!copy) return nullptr;
        Held<> held{Owned(copy)};
        copy->maximum = d->maximum;
        if (!dequeExtend(copy, self)) return nullptr;
        return held.release();
    }
    Held<> maximum(d->maximum < 0 ? Owned(nullptr) : newInt(d->maximum));
    if (d->maximum >= 0 && !maximum) return nullptr;
    Held<> copy(maximum ? call(self->type, self, maximum) : call(self->type, self));
    // whatever a subclass's __new__ gives
    if (copy && !isInstance(copy, dequeType)) return raise(exc::TypeError, "{}() must return a deque, not {}", self->type->name, copy->type->name);
    return copy.release();
}

// ---- text, comparison --------------------------------------------------------------------------------------------------------

Owned dequeRepr(Object* o) {
    int entered = reprEnter(o);
    if (entered != 0) return entered > 0 ? newStr("[...]") : Owned(nullptr);
    Owned result = nullptr;
    {
        Held<> list(sequenceToList(o));
        std::string name = o->type->name, out = name.substr(name.rfind('.') + 1) + '(';
        if (list && appendRepr(out, list)) {
            if (asDeque(o)->maximum >= 0) out += ", maxlen=" + std::to_string(asDeque(o)->maximum);
            result = newStr(out + ')');
        }
    }
    reprLeave(o);
    return result;
}

Owned dequeCompare(Object* a, Object* b, Comparison op) {
    if (!isDeque(a) || !isDeque(b)) return notImplemented();
    if (op == Comparison::Eq || op == Comparison::Ne) {
        if (a == b) return newBool(op == Comparison::Eq);
        if (asDeque(a)->count != asDeque(b)->count) return newBool(op == Comparison::Ne);
    }
    Held<> left(getIter(a));
    if (!left) return nullptr;
    Held<> right(getIter(b));
    if (!right) return nullptr;
    for (;;) {
        Held<> x(nextOf(left));
        if (!x && errorOccurred()) return nullptr;
        Held<> y(nextOf(right));
        if (!x || !y) {
            if (errorOccurred()) return nullptr;
            switch (op) {
            case Comparison::Lt: return newBool(static_cast<bool>(y));
            case Comparison::Le: return newBool(!x);
            case Comparison::Eq: return newBool(!x && !y);
            case Comparison::Ne: return newBool(x || y);
            case Comparison::Gt: return newBool(static_cast<bool>(x));
            case Comparison::Ge: return newBool(!y);
            }
        }
        int equal = richCompareBool(x, y, Comparison::Eq);
        if (equal < 0) return nullptr;
        if (!equal) {
            int answer = richCompareBool(x, y, op);
            return answer < 0 ? Owned(nullptr) : newBool(answer != 0);
        }
    }
}

// ---- as a sequence -----------------------------------------------------------------------------------------------------------

ssize dequeLength(Object* o) { return asDeque(o)->count; }

Owned dequeItem(Object* o, ssize i) {
    DequeObject* d = asDeque(o);
    if (static_cast<size_t>(i) >= static_cast<size_t>(d->count)) return raise(exc::IndexError, "deque index out of range");
    return newRef(dequeAt(d, i));
}

bool deleteAt(DequeObject* d, ssize i) {
    if (!dequeRotate(d, -i)) return false;
    Held<> item{Owned(dequeTakeLeft(d))};
    return dequeRotate(d, i);
}

bool dequeSetItem(Object* o, ssize i, Object* value) {
    DequeObject* d = asDeque(o);
    if (static_cast<size_t>(i) >= static_cast<size_t>(d->count)) return raise(exc::IndexError, "deque index out of range");
    if (!value) return deleteAt(d, i);
    Object*& place = dequeAt(d, i);
    Object* old = place;
    incref(value);
    place = value;
    recordCell(d, CellKind::Item, static_cast<uint32_t>(i), value);
    decref(old);
    return true;
}

// Position of a value from `start` on; −1: not there, or an exception is pending.
ssize findValue(DequeObject* d, Object* value, ssize start, ssize stop, Type* whenChanged, const char* message) {
    size_t state = d->state;
    for (ssize i = start; i < stop; ++i) {
        int equal = itemEquals(dequeAt(d, i), value);
        if (equal < 0) return -1;
        if (d->state != state) return raise(whenChanged, "{}", message);
        if (equal) return i;
    }
    return -1;
}

int dequeContains(Object* o, Object* value) {
    ssize at = findValue(asDeque(o), value, 0, asDeque(o)->count, exc::RuntimeError, "deque mutated during iteration");
    return at >= 0 ? 1 : errorOccurred() ? -1 : 0;
}

Owned dequeConcat(Object* a, Object* b) {
    if (!isDeque(b)) return raise(exc::TypeError, "can only concatenate deque (not \"{}\") to deque", b->type->name);
    Held<> result(dequeCopy(a));
    if (!result || !dequeExtend(asDeque(result.get()), b)) return nullptr;
    return result.release();
}
Owned dequeInplaceConcat(Object* a, Object* b) {
    if (!dequeExtend(asDeque(a), b)) return nullptr;
    return newRef(a);
}

Owned dequeInplaceRepeat(Object* o, ssize n) {
    DequeObject* d = asDeque(o);
    ssize count = d->count;
    if (count == 0 || n == 1) return newRef(o);
    if (n <= 0) {
        dequeClear(o);
        return newRef(o);
    }
    if (count > PTRDIFF_MAX / n) return raiseMemoryError();
    Held<> items(sequenceToList(o));
    if (!items) return nullptr;
    ssize rounds = n - 1;
    // Beyond the maximum only the last rounds matter.
    if (d->maximum >= 0 && count * n > d->maximum) rounds = (d->maximum + count - 1) / count;
    for (; rounds > 0; --rounds)
        for (ssize i = 0; i < count; ++i)
            if (!dequeAppend(d, asList(items.get())->items[i])) return nullptr;
    return newRef(o);
}
Owned dequeRepeat(Object* o, ssize n) {
    Held<> copy(dequeCopy(o));
    return copy ? dequeInplaceRepeat(copy, n) : Owned(nullptr);
}

// ---- methods -----------------------------------------------------------------------------------------------------------------

Owned appendMethod(Object* self, Object* item) { return none(dequeAppend(asDeque(self), item)); }
Owned appendLeftMethod(Object* self, Object* item) { return none(dequeAppendLeft(asDeque(self), item)); }
Owned popMethod(Object* self) {
    if (asDeque(self)->count == 0) return raise(exc::IndexError, "pop from an empty deque");
    return Owned(dequeTake(asDeque(self)));
}
Owned popLeftMethod(Object* self) {
    if (asDeque(self)->count == 0) return raise(exc::IndexError, "pop from an empty deque");
    return Owned(dequeTakeLeft(asDeque(self)));
}
Owned clearMethod(Object* self) {
    dequeClear(self);
    return newNone();
}
Owned extendMethod(Object* self, Object* iterable) { return none(dequeExtend(asDeque(self), iterable)); }

Owned extendLeftMethod(Object* self, Object* iterable) {
    DequeObject* d = asDeque(self);
    Held<> source(iterable == self ? sequenceToList(iterable) : newRef(iterable));
    if (!source) return nullptr;
    Held<> iterator(getIter(source));
    if (!iterator) return nullptr;
    if (d->count == 0 && d->maximum != 0) { // to be filled from the right
        d->leftIndex = dequeBlockLength - 1;
        d->rightIndex = dequeBlockLength - 2;
    }
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return none(!errorOccurred());
        if (d->maximum == 0) continue;
        if (!dequeAppendLeft(d, item) || !checkBreaker()) return nullptr;
    }
}

Owned rotateMethod(Object* self, Args args) {
    ssize n = 1;
    if (args.count > 0) {
        n = argumentAsSize(args[0]);
        if (n == -1 && errorOccurred()) return nullptr;
    }
    return none(dequeRotate(asDeque(self), n));
}

Owned reverseMethod(Object* self) {
    DequeObject* d = asDeque(self);
    for (ssize i = 0, j = d->count - 1; i < j; ++i, --j) std::swap(dequeAt(d, i), dequeAt(d, j));
    recordRefill(d, CellKind::Item);
    return newNone();
}

Owned countMethod(Object* self, Object* value) {
    DequeObject* d = asDeque(self);
    size_t state = d->state;
    ssize found = 0;
    for (ssize i = 0, n = d->count; i < n; ++i) {
        int equal = itemEquals(dequeAt(d, i), value);
        if (equal < 0) return nullptr;
        found += equal;
        if (d->state != state) return raise(exc::RuntimeError, "deque mutated during iteration");
    }
    return newInt(found);
}

Owned indexMethod(Object* self, Args args) {
    DequeObject* d = asDeque(self);
    ssize start = 0, stop = d->count;
    if (!indexBounds(args, &start, &stop)) return nullptr;
    if (start < 0 && (start += d->count) < 0) start = 0;
    if (stop < 0 && (stop += d->count) < 0) stop = 0;
    if (stop > d->count) stop = d->count;
    ssize at = findValue(d, args[0], start, stop, exc::RuntimeError, "deque mutated during iteration");
    if (at >= 0) return newInt(at);
    if (errorOccurred()) return nullptr;
    return raise(exc::ValueError, "{!r} is not in deque", args[0]);
}

Owned removeMethod(Object* self, Object* value) {
    DequeObject* d = asDeque(self);
    ssize at = findValue(d, value, 0, d->count, exc::IndexError, "deque mutated during iteration");
    if (at >= 0) return none(deleteAt(d, at));
    if (errorOccurred()) return nullptr;
    return raise(exc::ValueError, "{!r} is not in deque", value);
}

Owned insertMethod(Object* self, Args args) {
    DequeObject* d = asDeque(self);
    ssize index = argumentAsSize(args[0]);
    if (index == -1 && errorOccurred()) return nullptr;
    if (d->maximum == d->count) return raise(exc::IndexError, "deque already at its maximum size");
    if (index >= d->count) return none(dequeAppend(d, args[1]));
    if (index <= -d->count || index == 0) return none(dequeAppendLeft(d, args[1]));
    if (!dequeRotate(d, -index)) return nullptr;
    if (!(index < 0 ? dequeAppend(d, args[1]) : dequeAppendLeft(d, args[1]))) return nullptr;
    return none(dequeRotate(d, index));
}

Owned sizeofMethod(Object* self) { return newInt(static_cast<int64_t>(dequeSize(self))); }

Owned reduceMethod(Object* self) {
    Held<> state(callMethod(self, names::dunderGetstate));
    if (!state) return nullptr;
    Held<> iterator(getIter(self));
    if (!iterator) return nullptr;
    if (asDeque(self)->maximum < 0) return packTuple(static_cast<Object*>(self->type), emptyTuple, state.get(), iterator.get());
    Held<> maximum(newInt(asDeque(self)->maximum));
    Held<> args(packTuple(emptyTuple, maximum.get()));
    return packTuple(static_cast<Object*>(self->type), args.get(), state.get(), iterator.get());
}

Owned getMaxlen(Object* self) { return asDeque(self)->maximum < 0 ? newNone() : newInt(asDeque(self)->maximum); }

// ---- iteration ---------------------------------------------------------------------------------------------------------------

struct DequeIteratorObject : Object {
    DequeBlock* block;
    ssize index;
    DequeObject* deque;
    size_t state;
    ssize remaining;
};
static_assert(sizeof(DequeIteratorObject) == 56);

Owned makeIterator(Type* type, Object* deque, bool reversed) {
    DequeIteratorObject* it = newPlainObject<DequeIteratorObject>(type);
    if (!it) return nullptr;
    DequeObject* d = asDeque(newRef(deque).pointer);
    it->block = reversed ? d->rightBlock : d->leftBlock;
    it->index = reversed ? d->rightIndex : d->leftIndex;
    it->deque = d;
    it->state = d->state;
    it->remaining = d->count;
    return finishObject(it);
}
Owned dequeIter(Object* o) { return makeIterator(dequeIteratorType, o, false); }
Owned dequeReversed(Object* o) { return makeIterator(dequeReverseIteratorType, o, true); }

template <bool reversed> Owned iteratorNext(Object* o) {
    DequeIteratorObject* it = static_cast<DequeIteratorObject*>(o);
    if (!reversed && it->deque->state != it->state) {
        it->remaining = 0;
        return raise(exc::RuntimeError, "deque mutated during iteration");
    }
    if (it->remaining == 0) return nullptr;
    if (reversed && it->deque->state != it->state) {
        it->remaining = 0;
        return raise(exc::RuntimeError, "deque mutated during iteration");
    }
    Object* item = it->block->data[it->index];
    --it->remaining;
    if (reversed) {
        if (--it->index < 0 && it->remaining > 0) {
            it->block = it->block->left;
            it->index = dequeBlockLength - 1;
        }
    } else if (++it->index == dequeBlockLength && it->remaining > 0) {
        it->block = it->block->right;
        it->index = 0;
    }
    return newRef(item);
}

template <bool reversed> Owned iteratorCreate(Type* type, Args args) {
    if (!checkArgCount(type->name, args.count, 1, 2)) return nullptr;
    if (!isDeque(args[0])) return raise(exc::TypeError, "argument 1 must be collections.deque, not {}", args[0]->type->name);
    Held<> it(makeIterator(type, args[0], reversed));
    if (!it || args.count == 1) return it.release();
    ssize skip = indexAsSize(args[1], exc::OverflowError);
    if (skip == -1 && errorOccurred()) return nullptr;
    for (; skip > 0; --skip) {
        Ref<> item = iteratorNext<reversed>(it);
        if (!item) {
            if (errorOccurred()) return nullptr;
            break;
        }
    }
    return it.release();
}

Owned iteratorHint(Object* o) { return newInt(static_cast<DequeIteratorObject*>(o)->remaining); }
Owned iteratorReduce(Object* o) {
    DequeIteratorObject* it = static_cast<DequeIteratorObject*>(o);
    Ref<> done = newInt(it->deque->count - it->remaining);
    Ref<> args = packTuple(static_cast<Object*>(it->deque), done.get());
    if (!args) return nullptr;
    return packTuple(static_cast<Object*>(o->type), args.get());
}

const Field iteratorFields[] = {{"deque", offsetof(DequeIteratorObject, deque)}, {}};
const MethodDef iteratorMethods[] = {{"__length_hint__", iteratorHint}, {"__reduce__", iteratorReduce}, {}};

const GetSetDef dequeGetsets[] = {{"maxlen", getMaxlen}, {}};
const MethodDef dequeMethods[] = {
    {"append", appendMethod},
    {"appendleft", appendLeftMethod},
    {"clear", clearMethod},
    {"__copy__", dequeCopy},
    {"copy", dequeCopy},
    {"count", countMethod},
    {"extend", extendMethod},
    {"extendleft", extendLeftMethod},
    {"index", indexMethod, 1, 3},
    {"insert", insertMethod, 2, 2},
    {"pop", popMethod},
    {"popleft", popLeftMethod},
    {"__reduce__", reduceMethod},
    {"remove", removeMethod},
    {"__reversed__", dequeReversed},
    {"reverse", reverseMethod},
    {"rotate", rotateMethod, 0, 1},
    {"__sizeof__", sizeofMethod},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

void defineIteratorOf(Type* t, const char* name, NewFunc create, UnaryFunc next) {
    describeIterator(t, name, sizeof(DequeIteratorObject), iteratorFields, next, iteratorMethods);
    t->flags = HaveGc;
    t->create = create;
}

}

void defineDeque(Type* t) {
    t->name = "collections.deque";
    t->shape = PythonShape::Sequence;
    t->basicSize = sizeof(DequeObject);
    t->flags = BaseType | HaveGc | IsSequence;
    t->doc = "A list-like sequence optimized for data accesses near its endpoints.";
    t->weaklistOffset = offsetof(DequeObject, weakrefs);
    t->dealloc = dequeDealloc;
    t->traverse = dequeTraverse;
    t->clear = dequeClear;
    t->cells = dequeCells;
    t->size = dequeSize;
    t->create = dequeCreate;
    t->init = dequeInit;
    t->repr = dequeRepr;
    t->hash = hashNotImplementedSlot;
    t->richCompare = dequeCompare;
    t->iter = dequeIter;
    t->sequenceLength = dequeLength;
    t->concat = dequeConcat;
    t->repeat = dequeRepeat;
    t->item = dequeItem;
    t->setItem = dequeSetItem;
    t->contains = dequeContains;
    t->inplaceConcat = dequeInplaceConcat;
    t->inplaceRepeat = dequeInplaceRepeat;
    t->methods = dequeMethods;
    t->getsets = dequeGetsets;
}
void defineDequeIterator(Type* t) { defineIteratorOf(t, "collections._deque_iterator", iteratorCreate<false>, iteratorNext<false>); }
void defineDequeReverseIterator(Type* t) { defineIteratorOf(t, "collections._deque_reverse_iterator", iteratorCreate<true>, iteratorNext<true>); }

}
