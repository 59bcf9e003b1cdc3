// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The objects of itertools, as CPython lays them out; and how they are pickled and copied, which CPython gives up with 3.14 and warns of.

#include "core/python/modules/itertools/itertools_types.h"

namespace memtape::itertools {

// ---- counting and repeating ----------------------------------------------------------------------------------------------

// Counts in machine words while the step is 1 and it fits; then `big` is null.
struct CountObject : Object {
    ssize small;
    Object *big, *step;
};
static_assert(sizeof(CountObject) == 40);
struct CycleObject : Object {
    Object* iterator; // null: exhausted, from now on `saved` goes round
    ListObject* saved;
    ssize index;
    int64_t restored;
};
static_assert(sizeof(CycleObject) == 48);
struct RepeatObject : Object {
    Object* element;
    ssize remaining; // −1: for ever
};
static_assert(sizeof(RepeatObject) == 32);

// ---- selecting ------------------------------------------------------------------------------------------------------------

// A function, an iterator and a state word: most of those that select.
struct FilteringObject : Object {
    Object *function, *iterator;
    int64_t state;
};
static_assert(sizeof(FilteringObject) == 40);
struct PairObject : Object {
    Object *function, *iterator;
}; // the same without state
static_assert(sizeof(PairObject) == 32);
struct CompressObject : Object {
    Object *data, *selectors;
};
struct AccumulateObject : Object {
    Object *total, *iterator, *function, *initial;
    void* unused; // CPython keeps its module's state here
};
static_assert(sizeof(AccumulateObject) == 56);
struct SliceIteratorObject : Object {
    Object* iterator; // null: exhausted
    ssize next, stop, step, count;
};
static_assert(sizeof(SliceIteratorObject) == 56);

// ---- joining --------------------------------------------------------------------------------------------------------------

struct ChainObject : Object {
    Object *source, *active; // iterator of iterables; the iterator under way
};
static_assert(sizeof(ChainObject) == 32);
struct ZipLongestObject : Object {
    ssize width, active;
    TupleObject *iterators /*null items: exhausted*/, *result;
    Object* fill;
};
static_assert(sizeof(ZipLongestObject) == 56);

// ---- groups and tees --------------------------------------------------------------------------------------------------------

struct GroupByObject : Object {
    Object *iterator, *keyFunction;
    Object *targetKey, *currentKey, *currentValue;
    const Object* currentGrouper; // borrowed: only the newest group may go on
    void* unused;                 // CPython keeps its module's state here
};
static_assert(sizeof(GroupByObject) == 72);
struct GrouperObject : Object {
    GroupByObject* parent;
    Object* targetKey;
};
static_assert(sizeof(GrouperObject) == 32);
// What was read, in blocks of 57 values; each tee iterator is somewhere in this chain, and blocks before the slowest die.
struct TeeDataObject : Object {
    static constexpr int length = 57;
    Object* iterator;
    int32_t count;
    int32_t running;
    Object* next;
    Object* values[length];
};
struct TeeObject : Object {
    TeeDataObject* data;
    ssize index;
    Object* weakrefs;
    void* unused;
};
static_assert(sizeof(TeeObject) == 48);

// ---- combining --------------------------------------------------------------------------------------------------------------

// What all four begin with. `indices` and `cycles` are side blocks.
struct CombiningObject : Object {
    TupleObject* pool; // product: a tuple of pools
    ssize* indices;
    TupleObject* result; // null: before the first
    ssize length;
    int64_t stopped;
};
static_assert(sizeof(CombiningObject) == 56);
struct PermutationsObject : Object {
    TupleObject* pool;
    ssize *indices, *cycles;
    TupleObject* result;
    ssize length;
    int64_t stopped;
};
static_assert(sizeof(PermutationsObject) == 64);
struct ProductObject : Object {
    TupleObject* pools;
    ssize* indices;
    TupleObject* result;
    int64_t stopped;
};
static_assert(sizeof(ProductObject) == 48);

// The first result: pool[indices[i]] for each i.
template <class T> bool firstResult(T* o, ssize length) {
    OwnedOf<TupleObject> made = newTuple(length);
    if (!made) return false;
    for (ssize i = 0; i < length; ++i) made.pointer->items[i] = newRef(o->pool->items[o->indices[i]]).pointer;
    recordCells(made.pointer);
    setField(o, o->result, made);
    return true;
}

// ---- pickling -------------------------------------------------------------------------------------------------------------

#define REDUCED(row) \
    row(accumulate) row(chain) row(combinations) row(compress) row(count) row(cycle) row(filtering) row(groupBy) row(grouper) row(pair) \
        row(permutations) row(product) row(repeat) row(slice) row(tee) row(teeData) row(zipLongest)
#define RESTORED(row) \
    row(accumulate) row(chain) row(combinations) row(withReplacement) row(cycle) row(filtering) row(groupBy) row(permutations) row(product) \
        row(slice) row(tee) row(zipLongest)
#define DECLARE(name) Owned name##Reduce(Object* o);
REDUCED(DECLARE)
#undef DECLARE
#define DECLARE(name) Owned name##SetState(Object* o, Object* state);
RESTORED(DECLARE)
#undef DECLARE
Owned teeDataCreate(Type* type, Args args);

}
