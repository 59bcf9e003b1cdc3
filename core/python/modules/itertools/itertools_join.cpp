// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/itertools/itertools_objects.h"
#include "core/python/objects/classes/generic_alias.h"

// Iterators that put iterators together, one after the other or side by side: chain, pairwise, batched, zip_longest.

namespace memtape::itertools {

namespace {

// ---- chain ---------------------------------------------------------------------------------------------------------------

Owned chainOf(Type* type, Owned source) {
    if (!source) return nullptr;
    Held<> held(source);
    ChainObject* c = newInstance<ChainObject>(type);
    if (!c) return nullptr;
    c->source = held.release().pointer;
    return finishObject(c);
}

Owned chainCreate(Type* type, Args args) {
    if (initIsOf(type, ChainType) && !checkNoKeywords("chain", args)) return nullptr;
    Held<> iterables(newTupleOf(args.values, static_cast<ssize>(args.count)));
    return iterables ? chainOf(type, getIter(iterables)) : Owned(nullptr);
}

Owned chainFromIterable(Object* cls, Object* iterable) { return chainOf(static_cast<Type*>(cls), getIter(iterable)); }

Owned chainNext(Object* o) {
    ChainObject* c = static_cast<ChainObject*>(o);
    while (c->source) {
        if (!c->active) {
            Held<> iterable(nextOf(c->source));
            if (!iterable) {
                if (c->source) dropField(c, c->source);
                return nullptr;
            }
            Owned iterator = getIter(iterable);
            if (!iterator) {
                if (c->source) dropField(c, c->source);
                return nullptr;
            }
            setField(c, c->active, iterator);
        }
        Owned item = rawNext(c->active);
        if (item) return item;
        if (errorOccurred()) {
            if (!errorMatches(exc::StopIteration)) return nullptr;
            clearError();
        }
        if (c->active) dropField(c, c->active);
    }
    return nullptr;
}

const Field chainFields[] = {{"source", offsetof(ChainObject, source)}, {"active", offsetof(ChainObject, active)}, {}};
const MethodDef chainMethods[] = {{"from_iterable", chainFromIterable, NativeBinding::Class},
                                  {"__reduce__", chainReduce},
                                  {"__setstate__", chainSetState},
                                  {"__class_getitem__", classGetItem, NativeBinding::Class},
                                  {}};

// ---- pairwise ------------------------------------------------------------------------------------------------------------

struct PairwiseObject : Object {
    Object *iterator, *old;
    TupleObject* result;
};
static_assert(sizeof(PairwiseObject) == 40);

Owned pairwiseCreate(Type* type, Args args) {
    if (initIsOf(type, PairwiseType) && !checkNoKeywords("pairwise", args)) return nullptr;
    if (!checkArgCount("pairwise", args.count, 1, 1)) return nullptr;
    Held<> iterator(getIter(args[0]));
    if (!iterator) return nullptr;
    Held<> result(packTuple(None, None));
    if (!result) return nullptr;
    PairwiseObject* p = newInstance<PairwiseObject>(type);
    if (!p) return nullptr;
    p->iterator = iterator.release().pointer;
    p->result = asTuple(result.release().pointer);
    return finishObject(p);
}

Owned pairwiseNext(Object* o) {
    PairwiseObject* p = static_cast<PairwiseObject*>(o);
    if (!p->iterator) return nullptr;
    if (!p->old) {
        Owned first = rawNext(p->iterator);
        if (first) setField(p, p->old, first);
        if (!p->old) {
            if (p->iterator) dropField(p, p->iterator);
            return nullptr;
        }
        if (!p->iterator) { // re-entered meanwhile
            dropField(p, p->old);
            return nullptr;
        }
    }
    Held<> old(newRef(p->old));
    Held<> item(rawNext(p->iterator));
    if (!item) {
        if (p->iterator) dropField(p, p->iterator);
        if (p->old) dropField(p, p->old);
        return nullptr;
    }
    Owned pair = nullptr;
    if (p->result->refcount == 1) {
        TupleObject* t = p->result;
        incref(t);
        replaceItem(t, 0, newRef(old).pointer);
        replaceItem(t, 1, newRef(item).pointer);
        if (!isTracked(t)) gcTrack(t);
        pair = Owned(t);
    } else {
        pair = packTuple(old.get(), item.get());
        if (!pair) return nullptr;
    }
    setField(p, p->old, item.release());
    return pair;
}

const Field pairwiseFields[] = {
    {"iterator", offsetof(PairwiseObject, iterator)}, {"old", offsetof(PairwiseObject, old)}, {"result", offsetof(PairwiseObject, result)}, {}};

// ---- batched -------------------------------------------------------------------------------------------------------------

struct BatchedObject : Object {
    Object* iterator;
    ssize size;
    int64_t strict;
};
static_assert(sizeof(BatchedObject) == 40);

Owned batchedCreate(Type* type, Args args) {
    Object* given[3] = {nullptr, nullptr, False};
    if (!parseArgs("batched", args, "iterable n | $ strict", given)) return nullptr;
    ssize size = argumentAsSize(given[1]);
    if (size == -1 && errorOccurred()) return nullptr;
    int strict = isTrue(given[2]);
    if (strict < 0) return nullptr;
    if (size < 1) return raise(exc::ValueError, "n must be at least one");
    Held<> iterator(getIter(given[0]));
    if (!iterator) return nullptr;
    BatchedObject* b = newInstance<BatchedObject>(type);
    if (!b) return nullptr;
    b->iterator = iterator.release().pointer;
    b->size = size;
    b->strict = strict;
    return finishObject(b);
}

Owned batchedNext(Object* o) {
    BatchedObject* b = static_cast<BatchedObject*>(o);
    if (!b->iterator) return nullptr;
    Held<TupleObject> result(newTuple(b->size));
    if (!result) return nullptr;
    Held<> iterator(newRef(b->iterator));
    ssize i = 0;
    for (; i < b->size; ++i) {
        Owned item = rawNext(iterator);
        if (!item) break;
        replaceItem(result.get(), i, item.pointer);
    }
    if (i == b->size) return result.release();
    if (errorOccurred()) {
        if (!errorMatches(exc::StopIteration)) {
            if (b->iterator) dropField(b, b->iterator);
            return nullptr;
        }
        clearError();
    }
    if (i > 0 && !b->strict) return newTupleOf(result->items, i); // the iterator is asked once more the next time
    if (b->iterator) dropField(b, b->iterator);
    if (i == 0) return nullptr;
    return raise(exc::ValueError, "batched(): incomplete batch");
}

const Field batchedFields[] = {{"iterator", offsetof(BatchedObject, iterator)}, {}};

// ---- zip_longest ---------------------------------------------------------------------------------------------------------

Owned zipLongestCreate(Type* type, Args args) {
    Object* given[1] = {None};
    if (args.keywordCount() > 0) {
        for (size_t i = 0; i < args.keywordCount(); ++i)
            if (!strEqualsText(args.keywordName(i), "fillvalue")) return raise(exc::TypeError, "zip_longest() got an unexpected keyword argument");
        given[0] = args.keywordValue(0);
    }
    ssize width = static_cast<ssize>(args.count);
    Held<TupleObject> iterators(newTuple(width));
    if (!iterators) return nullptr;
    for (ssize i = 0; i < width; ++i) {
        Owned iterator = getIter(args[static_cast<size_t>(i)]);
        if (!iterator) return nullptr;
        replaceItem(iterators.get(), i, iterator.pointer);
    }
    Held<TupleObject> result(newTuple(width));
    if (!result) return nullptr;
    for (ssize i = 0; i < width; ++i) result->items[i] = None;
    recordCells(result.get());
    ZipLongestObject* z = newInstance<ZipLongestObject>(type);
    if (!z) return nullptr;
    z->width = z->active = width;
    z->iterators = iterators.release().pointer;
    z->result = result.release().pointer;
    z->fill = newRef(given[0]).pointer;
    return finishObject(z);
}

Owned zipLongestNext(Object* o) {
    ZipLongestObject* z = static_cast<ZipLongestObject*>(o);
    if (z->width == 0 || z->active == 0) return nullptr;
    bool reuse = z->result->refcount == 1;
    Held<TupleObject> result(reuse ? OwnedOf<TupleObject>(asTuple(newRef(z->result).pointer)) : newTuple(z->width));
    if (!result) return nullptr;
    for (ssize i = 0; i < z->width; ++i) {
        Object* iterator = z->iterators->items[i];
        Owned item = nullptr;
        if (!iterator) {
            item = newRef(z->fill);
        } else {
            item = nextOf(iterator);
            if (!item) {
                --z->active;
                if (z->active == 0 || errorOccurred()) {
                    z->active = 0;
                    return nullptr;
                }
                item = newRef(z->fill);
                replaceItem(z->iterators, i, nullptr);
            }
        }
        replaceItem(result.get(), i, item.pointer);
    }
    if (!isTracked(result.get())) gcTrack(result.get());
    return result.release();
}

const MethodDef zipLongestMethods[] = {{"__reduce__", zipLongestReduce}, {"__setstate__", zipLongestSetState}, {}};
const Field zipLongestFields[] = {{"iterators", offsetof(ZipLongestObject, iterators)},
                                  {"result", offsetof(ZipLongestObject, result)},
                                  {"fillvalue", offsetof(ZipLongestObject, fill)},
                                  {}};

}

void defineChain(Type* t) {
    describeIteratorClass(
        t, "itertools.chain", sizeof(ChainObject), chainCreate, chainNext, chainFields, chainMethods,
        "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.");
}
void definePairwise(Type* t) {
    describeIteratorClass(t, "itertools.pairwise", sizeof(PairwiseObject), pairwiseCreate, pairwiseNext, pairwiseFields, nullptr,
                          "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...");
}
void defineBatched(Type* t) {
    describeIteratorClass(t, "itertools.batched", sizeof(BatchedObject), batchedCreate, batchedNext, batchedFields, nullptr,
                          "Batch data into tuples of length n. The last batch may be shorter than n.");
}
void defineZipLongest(Type* t) {
    describeIteratorClass(
        t, "itertools.zip_longest", sizeof(ZipLongestObject), zipLongestCreate, zipLongestNext, zipLongestFields, zipLongestMethods,
        "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.");
}

}
