// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/python/modules/itertools/itertools_objects.h"

// product, permutations, combinations: each keeps its pool as tuples, indices into it in a block of its own, and the result of before, which is
// used again as long as nobody else has kept it.

namespace memtape::itertools {

namespace {

const Field combiningFields[] = {{"pool", offsetof(CombiningObject, pool)}, {"result", offsetof(CombiningObject, result)}, {}};
const Field permutationsFields[] = {{"pool", offsetof(PermutationsObject, pool)}, {"result", offsetof(PermutationsObject, result)}, {}};
const Field productFields[] = {{"pools", offsetof(ProductObject, pools)}, {"result", offsetof(ProductObject, result)}, {}};

void deallocWithBlocks(Object* o, ssize* first, ssize* second) {
    gcUntrack(o);
    {
        Dying dying(o);
        dropFields(o);
    }
    if (first) releaseBlock(first);
    if (second) releaseBlock(second);
    freeObject(o);
}
void combiningDealloc(Object* o) { deallocWithBlocks(o, static_cast<CombiningObject*>(o)->indices, nullptr); }
void permutationsDealloc(Object* o) {
    deallocWithBlocks(o, static_cast<PermutationsObject*>(o)->indices, static_cast<PermutationsObject*>(o)->cycles);
}
void productDealloc(Object* o) { deallocWithBlocks(o, static_cast<ProductObject*>(o)->indices, nullptr); }

ssize* newIndices(ssize count) {
    if (static_cast<size_t>(count) > PTRDIFF_MAX / sizeof(ssize)) {
        raiseMemoryError();
        return nullptr;
    }
    return static_cast<ssize*>(allocateBlock(static_cast<size_t>(count > 0 ? count : 1) * sizeof(ssize)));
}

// The result to change next: the one of before, or a copy of it where somebody has kept it.
template <class T> TupleObject* ownResult(T* o) {
    if (o->result->refcount > 1) {
        Owned copy = newTupleOf(o->result->items, o->result->count);
        if (!copy) return nullptr;
        setField(o, o->result, OwnedOf<TupleObject>(asTuple(copy.pointer)));
    } else if (o->result != emptyTuple && !isTracked(o->result)) {
        gcTrack(o->result);
    }
    return o->result;
}

// ---- product ---------------------------------------------------------------------------------------------------------------

Owned productCreate(Type* type, Args args) {
    ssize repeat = 1;
    if (args.keywordCount() > 0) {
        Object* given[1] = {nullptr};
        if (!parseArgs("product", Args{args.values + args.count, 0, args.names}, "| $ repeat", given)) return nullptr;
        repeat = argumentAsSize(given[0]);
        if (repeat == -1 && errorOccurred()) return nullptr;
        if (repeat < 0) return raise(exc::ValueError, "repeat argument cannot be negative");
    }
    ssize given = repeat == 0 ? 0 : static_cast<ssize>(args.count);
    if (given > 0 && repeat > PTRDIFF_MAX / static_cast<ssize>(sizeof(ssize)) / given) return raise(exc::OverflowError, "repeat argument too large");
    ssize count = given * repeat;
    ssize* indices = newIndices(count);
    if (!indices) return nullptr;
    Held<TupleObject> pools(newTuple(count));
    bool ok = static_cast<bool>(pools);
    for (ssize i = 0; ok && i < given; ++i) {
        Owned pool = sequenceToTuple(args[static_cast<size_t>(i)]);
        ok = static_cast<bool>(pool);
        if (ok) replaceItem(pools.get(), i, pool.pointer);
    }
    for (ssize i = given; ok && i < count; ++i) replaceItem(pools.get(), i, newRef(pools->items[i - given]).pointer);
    ProductObject* p = ok ? newInstance<ProductObject>(type) : nullptr;
    if (!p) {
        releaseBlock(indices);
        return nullptr;
    }
    std::memset(indices, 0, static_cast<size_t>(count) * sizeof(ssize));
    p->pools = pools.release().pointer;
    p->indices = indices;
    recordResize(p);
    return finishObject(p);
}

Owned productNext(Object* o) {
    ProductObject* p = static_cast<ProductObject*>(o);
    if (p->stopped) return nullptr;
    ssize count = p->pools->count;
    auto stop = [p]() -> Owned {
        p->stopped = 1;
        return nullptr;
    };
    if (!p->result) {
        for (ssize i = 0; i < count; ++i)
            if (asTuple(p->pools->items[i])->count == 0) return stop();
        OwnedOf<TupleObject> made = newTuple(count);
        if (!made) return nullptr;
        for (ssize i = 0; i < count; ++i) made.pointer->items[i] = newRef(asTuple(p->pools->items[i])->items[0]).pointer;
        recordCells(made.pointer);
        setField(p, p->result, made);
        return newRef(p->result);
    }
    TupleObject* result = ownResult(p);
    if (!result) return nullptr;
    ssize i = count - 1;
    for (; i >= 0; --i) { // like an odometer, from the right
        TupleObject* pool = asTuple(p->pools->items[i]);
        ssize at = ++p->indices[i];
        if (at == pool->count) at = p->indices[i] = 0;
        replaceItem(result, i, newRef(pool->items[at]).pointer);
        if (at > 0) break;
    }
    return i < 0 ? stop() : newRef(p->result);
}

Owned productSizeof(Object* o) {
    return newInt(static_cast<int64_t>(sizeof(ProductObject)) + static_cast<ProductObject*>(o)->pools->count * static_cast<ssize>(sizeof(ssize)));
}

// ---- combinations ------------------------------------------------------------------------------------------------------------

Owned combiningCreate(Type* type, Args args, const char* name, bool withReplacement) {
    Object* given[2] = {nullptr, nullptr};
    if (!parseArgs(name, args, "iterable r", given)) return nullptr;
    ssize r = argumentAsSize(given[1]);
    if (r == -1 && errorOccurred()) return nullptr;
    Held<TupleObject> pool(sequenceToTuple(given[0]));
    if (!pool) return nullptr;
    if (r < 0) return raise(exc::ValueError, "r must be non-negative");
    ssize* indices = newIndices(r);
    if (!indices) return nullptr;
    for (ssize i = 0; i < r; ++i) indices[i] = withReplacement ? 0 : i;
    CombiningObject* c = newInstance<CombiningObject>(type);
    if (!c) {
        releaseBlock(indices);
        return nullptr;
    }
    ssize n = pool->count;
    c->pool = pool.release().pointer;
    c->indices = indices;
    c->length = r;
    c->stopped = withReplacement ? n == 0 && r > 0 : r > n;
    recordResize(c);
    return finishObject(c);
}
Owned combinationsCreate(Type* type, Args args) { return combiningCreate(type, args, "combinations", false); }
Owned withReplacementCreate(Type* type, Args args) { return combiningCreate(type, args, "combinations_with_replacement", true); }

// The rightmost index that can still go up does; those behind it begin anew, as low as they may.
template <bool withReplacement> Owned combiningNext(Object* o) {
    CombiningObject* c = static_cast<CombiningObject*>(o);
    if (c->stopped) return nullptr;
    ssize r = c->length, n = c->pool->count;
    if (!c->result) {
        if (!firstResult(c, r)) return nullptr;
        return newRef(c->result);
    }
    TupleObject* result = ownResult(c);
    if (!result) return nullptr;
    ssize i = r - 1;
    while (i >= 0 && c->indices[i] == (withReplacement ? n - 1 : n - r + i)) --i;
    if (i < 0) {
        c->stopped = 1;
        return nullptr;
    }
    for (ssize index = c->indices[i] + 1; i < r; ++i) {
        c->indices[i] = index;
        replaceItem(result, i, newRef(c->pool->items[index]).pointer);
        if (!withReplacement) ++index;
    }
    return newRef(c->result);
}

Owned combiningSizeof(Object* o) {
    return newInt(static_cast<int64_t>(sizeof(CombiningObject)) + static_cast<CombiningObject*>(o)->length * static_cast<ssize>(sizeof(ssize)));
}

// ---- permutations ------------------------------------------------------------------------------------------------------------

Owned permutationsCreate(Type* type, Args args) {
    Object* given[2] = {nullptr, None};
    if (!parseArgs("permutations", args, "iterable | r", given)) return nullptr;
    Held<TupleObject> pool(sequenceToTuple(given[0]));
    if (!pool) return nullptr;
    ssize n = pool->count, r = n;
    if (!isNone(given[1])) {
        if (!isInt(given[1])) return raise(exc::TypeError, "Expected int as r");
        r = argumentAsSize(given[1]);
        if (r == -1 && errorOccurred()) return nullptr;
    }
    if (r < 0) return raise(exc::ValueError, "r must be non-negative");
    ssize* indices = newIndices(n);
    ssize* cycles = indices ? newIndices(r) : nullptr;
    PermutationsObject* p = cycles ? newInstance<PermutationsObject>(type) : nullptr;
    if (!p) {
        if (indices) releaseBlock(indices);
        if (cycles) releaseBlock(cycles);
        return nullptr;
    }
    for (ssize i = 0; i < n; ++i) indices[i] = i;
    for (ssize i = 0; i < r; ++i) cycles[i] = n - i;
    p->pool = pool.release().pointer;
    p->indices = indices;
    p->cycles = cycles;
    p->length = r;
    p->stopped = r > n;
    recordResize(p);
    return finishObject(p);
}

Owned permutationsNext(Object* o) {
    PermutationsObject* p = static_cast<PermutationsObject*>(o);
    if (p->stopped) return nullptr;
    ssize r = p->length, n = p->pool->count;
    ssize *indices = p->indices, *cycles = p->cycles;
    if (!p->result) {
        if (!firstResult(p, r)) return nullptr;
        return newRef(p->result);
    }
    if (n == 0) {
        p->stopped = 1;
        return nullptr;
    }
    TupleObject* result = ownResult(p);
    if (!result) return nullptr;
    for (ssize i = r - 1; i >= 0; --i) {
        if (--cycles[i] == 0) {
            // This place has seen all: rotate it to the end, and let the one before move.
            ssize index = indices[i];
            std::memmove(indices + i, indices + i + 1, static_cast<size_t>(n - 1 - i) * sizeof(ssize));
            indices[n - 1] = index;
            cycles[i] = n - i;
            continue;
        }
        std::swap(indices[i], indices[n - cycles[i]]);
        for (ssize k = i; k < r; ++k) replaceItem(result, k, newRef(p->pool->items[indices[k]]).pointer);
        return newRef(p->result);
    }
    p->stopped = 1;
    return nullptr;
}

Owned permutationsSizeof(Object* o) {
    PermutationsObject* p = static_cast<PermutationsObject*>(o);
    return newInt(static_cast<int64_t>(sizeof(PermutationsObject)) + (p->pool->count + p->length) * static_cast<ssize>(sizeof(ssize)));
}

size_t productSize(Object* o) {
    ProductObject* p = static_cast<ProductObject*>(o);
    return sizeof(ProductObject) + (p->pools ? static_cast<size_t>(p->pools->count) * sizeof(ssize) : 0);
}
size_t combiningSize(Object* o) { return sizeof(CombiningObject) + static_cast<size_t>(static_cast<CombiningObject*>(o)->length) * sizeof(ssize); }
size_t permutationsSize(Object* o) {
    PermutationsObject* p = static_cast<PermutationsObject*>(o);
    return sizeof(PermutationsObject) + static_cast<size_t>((p->pool ? p->pool->count : 0) + p->length) * sizeof(ssize);
}

const MethodDef productMethods[] = {{"__sizeof__", productSizeof}, {"__reduce__", productReduce}, {"__setstate__", productSetState}, {}};
const MethodDef combinationsMethods[] = {
    {"__sizeof__", combiningSizeof}, {"__reduce__", combinationsReduce}, {"__setstate__", combinationsSetState}, {}};
const MethodDef withReplacementMethods[] = {
    {"__sizeof__", combiningSizeof}, {"__reduce__", combinationsReduce}, {"__setstate__", withReplacementSetState}, {}};
const MethodDef permutationsMethods[] = {
    {"__sizeof__", permutationsSizeof}, {"__reduce__", permutationsReduce}, {"__setstate__", permutationsSetState}, {}};

}

void defineProduct(Type* t) {
    describeIteratorClass(t, "itertools.product", sizeof(ProductObject), productCreate, productNext, productFields, productMethods,
                          "Cartesian product of input iterables.  Equivalent to nested for-loops.");
    t->dealloc = productDealloc;
    t->size = productSize;
}
void defineCombinations(Type* t) {
    describeIteratorClass(
        t, "itertools.combinations", sizeof(CombiningObject), combinationsCreate, combiningNext<false>, combiningFields, combinationsMethods,
        "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)");
    t->dealloc = combiningDealloc;
    t->size = combiningSize;
}
void defineCombinationsWithReplacement(Type* t) {
    describeIteratorClass(
        t, "itertools.combinations_with_replacement", sizeof(CombiningObject), withReplacementCreate, combiningNext<true>, combiningFields,
        withReplacementMethods,
        "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\n"
        "combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')");
    t->dealloc = combiningDealloc;
    t->size = combiningSize;
}
void definePermutations(Type* t) {
    describeIteratorClass(
        t, "itertools.permutations", sizeof(PermutationsObject), permutationsCreate, permutationsNext, permutationsFields, permutationsMethods,
        "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)");
    t->dealloc = permutationsDealloc;
    t->size = permutationsSize;
}

}
