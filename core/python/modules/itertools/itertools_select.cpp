// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/itertools/itertools_objects.h"

// Iterators that let some items of another iterator pass, or change each.

namespace memtape::itertools {

namespace {

const Field filteringFields[] = {{"iterator", offsetof(FilteringObject, iterator)}, {"function", offsetof(FilteringObject, function)}, {}};

template <class T> Owned createFiltering(Type* type, Type* exact, const char* name, Args args) {
    if (initIsOf(type, exact) && !checkNoKeywords(name, args)) return nullptr;
    if (!checkArgCount(name, args.count, 2, 2)) return nullptr;
    Held<> iterator(getIter(args[1]));
    if (!iterator) return nullptr;
    T* f = newInstance<T>(type);
    if (!f) return nullptr;
    f->function = newRef(args[0]).pointer;
    f->iterator = iterator.release().pointer;
    return finishObject(f);
}

// Is function(item) true? 1, 0, −1.
int passes(Object* function, Object* item) {
    Held<> answer(call(function, item));
    return answer ? isTrue(answer) : -1;
}

Owned dropWhileCreate(Type* type, Args args) { return createFiltering<FilteringObject>(type, DropWhileType, "dropwhile", args); }
Owned dropWhileNext(Object* o) {
    FilteringObject* d = static_cast<FilteringObject*>(o);
    for (;;) {
        Held<> item(rawNext(d->iterator));
        if (!item) return nullptr;
        if (d->state) return item.release();
        int good = passes(d->function, item);
        if (good < 0) return nullptr;
        if (!good) {
            d->state = 1;
            return item.release();
        }
        if (!checkBreaker()) return nullptr;
    }
}

Owned takeWhileCreate(Type* type, Args args) { return createFiltering<FilteringObject>(type, TakeWhileType, "takewhile", args); }
Owned takeWhileNext(Object* o) {
    FilteringObject* t = static_cast<FilteringObject*>(o);
    if (t->state) return nullptr;
    Held<> item(rawNext(t->iterator));
    if (!item) return nullptr;
    int good = passes(t->function, item);
    if (good > 0) return item.release();
    if (good == 0) t->state = 1;
    return nullptr;
}

Owned filterFalseCreate(Type* type, Args args) { return createFiltering<PairObject>(type, FilterFalseType, "filterfalse", args); }
Owned filterFalseNext(Object* o) {
    PairObject* f = static_cast<PairObject*>(o);
    bool byTruth = f->function == None || f->function == types::Bool;
    for (;;) {
        Held<> item(rawNext(f->iterator));
        if (!item) return nullptr;
        int good = byTruth ? isTrue(item) : passes(f->function, item);
        if (good == 0) return item.release();
        if (good < 0 || !checkBreaker()) return nullptr;
    }
}

Owned starMapCreate(Type* type, Args args) { return createFiltering<PairObject>(type, StarMapType, "starmap", args); }
Owned starMapNext(Object* o) {
    PairObject* s = static_cast<PairObject*>(o);
    Held<> args(rawNext(s->iterator));
    if (!args) return nullptr;
    if (!isExactTuple(args.get())) {
        args = sequenceToTuple(args);
        if (!args) return nullptr;
    }
    return callWithTuple(s->function, args, nullptr);
}

// ---- compress ------------------------------------------------------------------------------------------------------------

Owned compressCreate(Type* type, Args args) {
    Object* given[2] = {nullptr, nullptr};
    if (!parseArgs("compress", args, "data selectors", given)) return nullptr;
    Held<> data(getIter(given[0]));
    if (!data) return nullptr;
    Held<> selectors(getIter(given[1]));
    if (!selectors) return nullptr;
    CompressObject* c = newInstance<CompressObject>(type);
    if (!c) return nullptr;
    c->data = data.release().pointer;
    c->selectors = selectors.release().pointer;
    return finishObject(c);
}

Owned compressNext(Object* o) {
    CompressObject* c = static_cast<CompressObject*>(o);
    for (;;) {
        // Data first, then its selector: an end of either is the end.
        Held<> item(rawNext(c->data));
        if (!item) return nullptr;
        Held<> selector(rawNext(c->selectors));
        if (!selector) return nullptr;
        int good = isTrue(selector);
        if (good > 0) return item.release();
        if (good < 0 || !checkBreaker()) return nullptr;
    }
}

const Field compressFields[] = {{"data", offsetof(CompressObject, data)}, {"selectors", offsetof(CompressObject, selectors)}, {}};

// ---- accumulate ----------------------------------------------------------------------------------------------------------

Owned accumulateCreate(Type* type, Args args) {
    Object* given[3] = {nullptr, None, None};
    if (!parseArgs("accumulate", args, "iterable | func $ initial", given)) return nullptr;
    Held<> iterator(getIter(given[0]));
    if (!iterator) return nullptr;
    AccumulateObject* a = newInstance<AccumulateObject>(type);
    if (!a) return nullptr;
    if (!isNone(given[1])) a->function = newRef(given[1]).pointer;
    a->iterator = iterator.release().pointer;
    a->initial = newRef(given[2]).pointer;
    return finishObject(a);
}

Owned accumulateNext(Object* o) {
    AccumulateObject* a = static_cast<AccumulateObject*>(o);
    if (!isNone(a->initial)) {
        Owned initial = newRef(a->initial);
        setField(a, a->total, newRef(a->initial));
        setField(a, a->initial, newNone());
        return initial;
    }
    Held<> value(rawNext(a->iterator));
    if (!value) return nullptr;
    if (!a->total) {
        setField(a, a->total, newRef(value));
        return value.release();
    }
    Held<> total(a->function ? call(a->function, a->total, value) : numberAdd(a->total, value));
    if (!total) return nullptr;
    setField(a, a->total, newRef(total));
    return total.release();
}

const Field accumulateFields[] = {{"total", offsetof(AccumulateObject, total)},
                                  {"iterator", offsetof(AccumulateObject, iterator)},
                                  {"function", offsetof(AccumulateObject, function)},
                                  {"initial", offsetof(AccumulateObject, initial)},
                                  {}};

// ---- islice --------------------------------------------------------------------------------------------------------------

bool sliceIndex(Object* o, ssize* out, const char* message) {
    if (isNone(o)) return true;
    ssize n = -1;
    if (o->type->index) {
        n = indexAsSize(o, exc::OverflowError);
        if (n == -1 && errorOccurred()) clearError();
    }
    if (n < 0) return raise(exc::ValueError, "{}", message);
    *out = n;
    return true;
}

Owned sliceCreate(Type* type, Args args) {
    if (initIsOf(type, IndexSliceType) && !checkNoKeywords("islice", args)) return nullptr;
    if (!checkArgCount("islice", args.count, 2, 4)) return nullptr;
    ssize start = 0, stop = -1, step = 1;
    if (args.count == 2) {
        if (!sliceIndex(args[1], &stop, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")) return nullptr;
    } else {
        constexpr const char* message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        if (!sliceIndex(args[2], &stop, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")) return nullptr;
        if (!sliceIndex(args[1], &start, message)) return nullptr;
    }
    if (args.count == 4 && !isNone(args[3])) {
        step = indexAsSize(args[3], nullptr);
        if (step == -1 && errorOccurred()) clearError();
        if (step < 1) return raise(exc::ValueError, "Step for islice() must be a positive integer or None.");
    }
    Held<> iterator(getIter(args[0]));
    if (!iterator) return nullptr;
    SliceIteratorObject* s = newInstance<SliceIteratorObject>(type);
    if (!s) return nullptr;
    s->iterator = iterator.release().pointer;
    s->next = start;
    s->stop = stop;
    s->step = step;
    return finishObject(s);
}

Owned sliceNext(Object* o) {
    SliceIteratorObject* s = static_cast<SliceIteratorObject*>(o);
    if (!s->iterator) return nullptr;
    Held<> iterator(newRef(s->iterator)); // a re-entrant end may let go of it
    while (s->count < s->next) {
        Held<> skipped(rawNext(iterator));
        if (!skipped) {
            if (s->iterator) dropField(s, s->iterator);
            return nullptr;
        }
        ++s->count;
        if (!checkBreaker()) return nullptr;
    }
    if (s->stop == -1 || s->count < s->stop) {
        Owned item = rawNext(iterator);
        if (item) {
            ++s->count;
            ssize before = s->next;
            s->next = static_cast<ssize>(static_cast<size_t>(s->next) + static_cast<size_t>(s->step));
            if (s->next < before || (s->stop != -1 && s->next > s->stop)) s->next = s->stop == -1 ? PTRDIFF_MAX : s->stop;
            return item;
        }
    }
    if (s->iterator) dropField(s, s->iterator);
    return nullptr;
}

const Field sliceFields[] = {{"iterator", offsetof(SliceIteratorObject, iterator)}, {}};

const MethodDef filteringMethods[] = {{"__reduce__", filteringReduce}, {"__setstate__", filteringSetState}, {}};
const MethodDef pairMethods[] = {{"__reduce__", pairReduce}, {}};
const MethodDef compressMethods[] = {{"__reduce__", compressReduce}, {}};
const MethodDef accumulateMethods[] = {{"__reduce__", accumulateReduce}, {"__setstate__", accumulateSetState}, {}};
const MethodDef sliceMethods[] = {{"__reduce__", sliceReduce}, {"__setstate__", sliceSetState}, {}};

}

void defineDropWhile(Type* t) {
    describeIteratorClass(
        t, "itertools.dropwhile", sizeof(FilteringObject), dropWhileCreate, dropWhileNext, filteringFields, filteringMethods,
        "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.");
}
void defineTakeWhile(Type* t) {
    describeIteratorClass(t, "itertools.takewhile", sizeof(FilteringObject), takeWhileCreate, takeWhileNext, filteringFields, filteringMethods,
                          "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.");
}
void defineFilterFalse(Type* t) {
    describeIteratorClass(
        t, "itertools.filterfalse", sizeof(PairObject), filterFalseCreate, filterFalseNext, filteringFields, pairMethods,
        "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.");
}
void defineStarMap(Type* t) {
    describeIteratorClass(
        t, "itertools.starmap", sizeof(PairObject), starMapCreate, starMapNext, filteringFields, pairMethods,
        "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.");
}
void defineCompress(Type* t) {
    describeIteratorClass(
        t, "itertools.compress", sizeof(CompressObject), compressCreate, compressNext, compressFields, compressMethods,
        "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.");
}
void defineAccumulate(Type* t) {
    describeIteratorClass(t, "itertools.accumulate", sizeof(AccumulateObject), accumulateCreate, accumulateNext, accumulateFields, accumulateMethods,
                          "Return series of accumulated sums (or other binary function results).");
}
void defineIndexSlice(Type* t) {
    describeIteratorClass(
        t, "itertools.islice", sizeof(SliceIteratorObject), sliceCreate, sliceNext, sliceFields, sliceMethods,
        "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\n"
        "iterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\n"
        "skipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.");
}

}
