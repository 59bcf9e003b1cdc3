// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

// enumerate, reversed, zip, map, filter. enumerate and zip give their result tuple again as long as nobody else has kept it.

namespace memtape {

namespace {

// The instance of a constructor call, zeroed, not tracked or recorded yet; of a subclass by its own allocation.
template <class T> T* newInstance(Type* type, Type* exact) {
    if (type == exact) return newPlainObject<T>(type);
    return static_cast<T*>(type->alloc(type, 0).pointer);
}

// ---- enumerate -----------------------------------------------------------------------------------------------------------

struct EnumerateObject : Object {
    ssize index;
    Object* iterator;
    TupleObject* result;
    Object *bigIndex, *one; // bigIndex: the count once it does not fit a machine word
};
static_assert(sizeof(EnumerateObject) == 56);

Owned enumerateCreate(Type* type, Args args) {
    Object* given[2] = {nullptr, nullptr};
    if (args.count == 0 && args.keywordCount() == 0) return raise(exc::TypeError, "enumerate() missing required argument 'iterable'");
    for (size_t i = 0; args.count + args.keywordCount() <= 2 && i < args.keywordCount(); ++i) {
        Object* name = args.names->items[i];
        if (!strEqualsText(name, "iterable") && !strEqualsText(name, "start")) {
            strKeepUtf8(name);
            return raise(exc::TypeError, "'{}' is an invalid keyword argument for enumerate()", name);
        }
    }
    if (!parseArgs("enumerate", args, "iterable | start", given)) return nullptr;
    Held<> big;
    int64_t index = 0;
    if (given[1]) {
        Held<> start(numberIndex(given[1]));
        if (!start) return nullptr;
        int overflow = 0;
        index = intValue(start, &overflow);
        if (overflow || index == PTRDIFF_MAX) {
            index = PTRDIFF_MAX;
            big = start.release();
        }
    }
    Held<> iterator(getIter(given[0]));
    if (!iterator) return nullptr;
    Object* nones[2] = {None, None};
    Held<> result(newTupleOf(nones, 2));
    if (!result) return nullptr;
    EnumerateObject* e = newInstance<EnumerateObject>(type, types::Enumerate);
    if (!e) return nullptr;
    e->index = index;
    e->one = newInt(1).pointer;
    e->bigIndex = big.release().pointer;
    e->result = asTuple(result.release().pointer);
    e->iterator = iterator.release().pointer;
    return finishObject(e);
}

// Puts index and item (both taken over) into the tuple of before, or into a new one.
Owned pairUp(TupleObject* reused, Object* index, Object* item) {
    if (reused->refcount == 1) {
        incref(reused);
        Object *oldIndex = reused->items[0], *oldItem = reused->items[1];
        reused->items[0] = index;
        reused->items[1] = item;
        recordCell(reused, CellKind::Item, 0, index);
        recordCell(reused, CellKind::Item, 1, item);
        decref(oldIndex);
        decref(oldItem);
        if (!isTracked(reused)) gcTrack(reused);
        return Owned(reused);
    }
    Object* pair[2] = {index, item};
    return newTupleStealing(pair, 2);
}

Owned enumerateNext(Object* o) {
    EnumerateObject* e = static_cast<EnumerateObject*>(o);
    Owned item = e->iterator->type->iterNext(e->iterator);
    if (!item) return nullptr;
    if (e->index != PTRDIFF_MAX) {
        Owned index = newInt(e->index);
        if (!index) {
            decref(item.pointer);
            return nullptr;
        }
        ++e->index;
        return pairUp(e->result, index.pointer, item.pointer);
    }
    Held<> held(item);
    if (!e->bigIndex) setField(e, e->bigIndex, newInt(PTRDIFF_MAX));
    Owned following = e->bigIndex ? numberAdd(e->bigIndex, e->one) : Owned(nullptr);
    if (!following) return nullptr;
    Owned index = newRef(e->bigIndex);
    setField(e, e->bigIndex, following);
    return pairUp(e->result, index.pointer, held.release().pointer);
}

Owned enumerateReduce(Object* o) {
    EnumerateObject* e = static_cast<EnumerateObject*>(o);
    Ref<> index = e->bigIndex ? newRef(e->bigIndex) : newInt(e->index);
    if (!index) return nullptr;
    Ref<> args = packTuple(e->iterator, index.get());
    if (!args) return nullptr;
    return packTuple(static_cast<Object*>(o->type), args.get());
}

const Field enumerateFields[] = {{"iterator", offsetof(EnumerateObject, iterator)},
                                 {"result", offsetof(EnumerateObject, result)},
                                 {"index", offsetof(EnumerateObject, bigIndex)},
                                 {"one", offsetof(EnumerateObject, one)},
                                 {}};

// ---- reversed ------------------------------------------------------------------------------------------------------------

Owned reversedCreate(Type* type, Args args) {
    if (initIsOf(type, types::Reversed) && !checkNoKeywords("reversed", args)) return nullptr;
    if (!checkArgCount("reversed", args.count, 1, 1)) return nullptr;
    Object* sequence = args[0];
    Held<> method(lookupSpecial(sequence, names::dunderReversed));
    if (method.get() == None) return raise(exc::TypeError, "'{}' object is not reversible", sequence->type->name);
    if (method) return call(method);
    if (errorOccurred()) return nullptr;
    if (!isSequence(sequence)) return raise(exc::TypeError, "'{}' object is not reversible", sequence->type->name);
    ssize length = lengthOf(sequence);
    if (length == -1) return nullptr;
    IndexIteratorObject* it = newInstance<IndexIteratorObject>(type, types::Reversed);
    if (!it) return nullptr;
    it->index = length - 1;
    it->sequence = newRef(sequence).pointer;
    return finishObject(it);
}

Owned reversedNext(Object* o) {
    IndexIteratorObject* it = static_cast<IndexIteratorObject*>(o);
    if (!it->sequence) return nullptr;
    if (it->index >= 0) {
        Owned item = getItemAt(it->sequence, it->index);
        if (item) {
            --it->index;
            return item;
        }
        if (errorMatches(exc::IndexError) || errorMatches(exc::StopIteration)) clearError();
    }
    it->index = -1;
    if (it->sequence) dropField(it, it->sequence);
    return nullptr;
}

Owned reversedHint(Object* o) {
    IndexIteratorObject* it = static_cast<IndexIteratorObject*>(o);
    if (!it->sequence) return newInt(0);
    ssize length = lengthOf(it->sequence);
    if (length == -1) return nullptr;
    return newInt(length < it->index + 1 ? 0 : it->index + 1);
}

Owned reversedReduce(Object* o) {
    IndexIteratorObject* it = static_cast<IndexIteratorObject*>(o);
    Ref<> args = packTuple(it->sequence ? it->sequence : emptyTuple);
    if (!args) return nullptr;
    if (!it->sequence) return packTuple(static_cast<Object*>(o->type), args.get());
    Ref<> index = newInt(it->index);
    if (!index) return nullptr;
    return packTuple(static_cast<Object*>(o->type), args.get(), index.get());
}

Owned reversedSetState(Object* o, Object* state) {
    IndexIteratorObject* it = static_cast<IndexIteratorObject*>(o);
    if (!isInt(state)) return raise(exc::TypeError, "an integer is required");
    int64_t index;
    if (!intToInt64(state, &index)) return nullptr;
    if (it->sequence) {
        ssize length = lengthOf(it->sequence);
        if (length < 0) return nullptr;
        it->index = index < -1 ? -1 : index > length - 1 ? length - 1 : index;
    }
    return newNone();
}

const Field reversedFields[] = {{"sequence", offsetof(IndexIteratorObject, sequence)}, {}};

// ---- zip -----------------------------------------------------------------------------------------------------------------

struct ZipObject : Object {
    ssize width;
    TupleObject *iterators, *result;
    int64_t strict;
};
static_assert(sizeof(ZipObject) == 48);

// iter() of each argument as a tuple.
Owned iteratorsOf(Args args, size_t from) {
    Held<TupleObject> iterators(newTuple(static_cast<ssize>(args.count - from)));
    if (!iterators) return nullptr;
    for (size_t i = from; i < args.count; ++i) {
        Owned iterator = getIter(args[i]);
        if (!iterator) return nullptr;
        iterators->items[i - from] = iterator.pointer;
        recordCell(iterators.get(), CellKind::Item, static_cast<uint32_t>(i - from), iterator.pointer);
    }
    return iterators.release();
}

Owned zipCreate(Type* type, Args args) {
    int strict = 0;
    if (args.keywordCount() > 0) {
        Object* given[1] = {False};
        Args keywords{args.values + args.count, 0, args.names};
        if (!parseArgs("zip", keywords, "| $ strict", given)) return nullptr;
        strict = isTrue(given[0]);
        if (strict < 0) return nullptr;
    }
    Held<> iterators(iteratorsOf(args, 0));
    if (!iterators) return nullptr;
    Held<TupleObject> result(newTuple(static_cast<ssize>(args.count)));
    if (!result) return nullptr;
    for (ssize i = 0; i < result->count; ++i) result->items[i] = None;
    recordCells(result.get());
    ZipObject* z = newInstance<ZipObject>(type, types::Zip);
    if (!z) return nullptr;
    z->width = static_cast<ssize>(args.count);
    z->strict = strict;
    z->iterators = asTuple(iterators.release().pointer);
    z->result = result.release().pointer;
    return finishObject(z);
}

// One of the iterators has ended; in strict mode all must.
Owned zipEnd(ZipObject* z, ssize ended) {
    if (!z->strict) return nullptr;
    if (errorOccurred()) {
        if (!errorMatches(exc::StopIteration)) return nullptr;
        clearError();
    }
    if (ended > 0) return raise(exc::ValueError, "zip() argument {} is shorter than argument{}{}", ended + 1, ended == 1 ? " " : "s 1-", ended);
    for (ssize i = 1; i < z->width; ++i) {
        Object* iterator = z->iterators->items[i];
        Owned item = iterator->type->iterNext(iterator);
        if (item) {
            decref(item.pointer);
            return raise(exc::ValueError, "zip() argument {} is longer than argument{}{}", i + 1, i == 1 ? " " : "s 1-", i);
        }
        if (errorOccurred()) {
            if (!errorMatches(exc::StopIteration)) return nullptr;
            clearError();
        }
    }
    return nullptr;
}

Owned zipNext(Object* o) {
    ZipObject* z = static_cast<ZipObject*>(o);
    if (z->width == 0) return nullptr;
    bool reuse = z->result->refcount == 1;
    Held<TupleObject> result(reuse ? OwnedOf<TupleObject>(asTuple(newRef(z->result).pointer)) : newTuple(z->width));
    if (!result) return nullptr;
    for (ssize i = 0; i < z->width; ++i) {
        Object* iterator = z->iterators->items[i];
        Owned item = iterator->type->iterNext(iterator);
        if (!item) {
            result.reset();
            return zipEnd(z, i);
        }
        Object* old = result->items[i];
        result->items[i] = item.pointer;
        recordCell(result.get(), CellKind::Item, static_cast<uint32_t>(i), item.pointer);
        xdecref(old);
    }
    if (!isTracked(result.get())) gcTrack(result.get());
    return result.release();
}

Owned zipReduce(Object* o) {
    ZipObject* z = static_cast<ZipObject*>(o);
    if (z->strict) return packTuple(static_cast<Object*>(o->type), static_cast<Object*>(z->iterators), True);
    return packTuple(static_cast<Object*>(o->type), static_cast<Object*>(z->iterators));
}

Owned zipSetState(Object* o, Object* state) {
    int strict = isTrue(state);
    if (strict < 0) return nullptr;
    static_cast<ZipObject*>(o)->strict = strict;
    return newNone();
}

const Field zipFields[] = {{"iterators", offsetof(ZipObject, iterators)}, {"result", offsetof(ZipObject, result)}, {}};

// ---- map, filter -----------------------------------------------------------------------------------------------------------

struct MapObject : Object {
    TupleObject* iterators;
    Object* function;
};
static_assert(sizeof(MapObject) == 32);

Owned mapCreate(Type* type, Args args) {
    if (initIsOf(type, types::Map) && !checkNoKeywords("map", args)) return nullptr;
    if (args.count < 2) return raise(exc::TypeError, "map() must have at least two arguments.");
    Held<> iterators(iteratorsOf(args, 1));
    if (!iterators) return nullptr;
    MapObject* m = newInstance<MapObject>(type, types::Map);
    if (!m) return nullptr;
    m->iterators = asTuple(iterators.release().pointer);
    m->function = newRef(args[0]).pointer;
    return finishObject(m);
}

// The arguments from the `at`-th iterator on, each held in a frame of its own, then the call.
Owned callWithNext(MapObject* m, Object** values, ssize at) {
    if (at == m->iterators->count) return call(m->function, Args{values, static_cast<size_t>(at), nullptr});
    Object* iterator = m->iterators->items[at];
    Held<> value(iterator->type->iterNext(iterator));
    if (!value) return nullptr;
    values[at] = value;
    return callWithNext(m, values, at + 1);
}

Owned mapNext(Object* o) {
    MapObject* m = static_cast<MapObject*>(o);
    ssize count = m->iterators->count;
    Object* few[8];
    if (count <= 8) return callWithNext(m, few, 0);
    // Many iterators: their values are gathered in a tuple, which holds them.
    Held<TupleObject> values(newTuple(count));
    if (!values) return nullptr;
    for (ssize i = 0; i < count; ++i) {
        Object* iterator = m->iterators->items[i];
        Owned value = iterator->type->iterNext(iterator);
        if (!value) return nullptr;
        values->items[i] = value.pointer;
        recordCell(values.get(), CellKind::Item, static_cast<uint32_t>(i), value.pointer);
    }
    return call(m->function, Args{values->items, static_cast<size_t>(count), nullptr});
}

Owned mapReduce(Object* o) {
    MapObject* m = static_cast<MapObject*>(o);
    Held<TupleObject> args(newTuple(m->iterators->count + 1));
    if (!args) return nullptr;
    args->items[0] = newRef(m->function).pointer;
    for (ssize i = 0; i < m->iterators->count; ++i) args->items[i + 1] = newRef(m->iterators->items[i]).pointer;
    recordCells(args.get());
    return packTuple(static_cast<Object*>(o->type), static_cast<Object*>(args.get()));
}

struct FilterObject : Object {
    Object *function, *iterator;
};

Owned filterCreate(Type* type, Args args) {
    if (initIsOf(type, types::Filter) && !checkNoKeywords("filter", args)) return nullptr;
    if (!checkArgCount("filter", args.count, 2, 2)) return nullptr;
    Held<> iterator(getIter(args[1]));
    if (!iterator) return nullptr;
    FilterObject* f = newInstance<FilterObject>(type, types::Filter);
    if (!f) return nullptr;
    f->function = newRef(args[0]).pointer;
    f->iterator = iterator.release().pointer;
    return finishObject(f);
}

Owned filterNext(Object* o) {
    FilterObject* f = static_cast<FilterObject*>(o);
    bool byTruth = f->function == None || f->function == types::Bool;
    UnaryFunc next = f->iterator->type->iterNext;
    for (;;) {
        Held<> item(next(f->iterator));
        if (!item) return nullptr;
        int good;
        if (byTruth) {
            good = isTrue(item);
        } else {
            Held<> answer(call(f->function, item));
            if (!answer) return nullptr;
            good = isTrue(answer);
        }
        if (good < 0) return nullptr;
        if (good) return item.release();
        if (!checkBreaker()) return nullptr;
    }
}

Owned filterReduce(Object* o) {
    FilterObject* f = static_cast<FilterObject*>(o);
    Ref<> args = packTuple(f->function, f->iterator);
    if (!args) return nullptr;
    return packTuple(static_cast<Object*>(o->type), args.get());
}

const Field mapFields[] = {{"iterators", offsetof(MapObject, iterators)}, {"function", offsetof(MapObject, function)}, {}};
const Field filterFields[] = {{"iterator", offsetof(FilterObject, iterator)}, {"function", offsetof(FilterObject, function)}, {}};

}

Owned classGetItem(Object* cls, Object* item);

static const MethodDef enumerateMethods[] = {{"__reduce__", enumerateReduce}, {"__class_getitem__", classGetItem, NativeBinding::Class}, {}};
static const MethodDef reversedMethods[] = {
    {"__length_hint__", reversedHint}, {"__reduce__", reversedReduce}, {"__setstate__", reversedSetState}, {}};
static const MethodDef zipMethods[] = {{"__reduce__", zipReduce}, {"__setstate__", zipSetState}, {}};
static const MethodDef mapMethods[] = {{"__reduce__", mapReduce}, {}};
static const MethodDef filterMethods[] = {{"__reduce__", filterReduce}, {}};

void defineEnumerateType(Type* t) {
    describeIteratorClass(
        t, "enumerate", sizeof(EnumerateObject), enumerateCreate, enumerateNext, enumerateFields, enumerateMethods,
        "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\n"
        "defaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...");
}
void defineReversedType(Type* t) {
    describeIteratorClass(t, "reversed", sizeof(IndexIteratorObject), reversedCreate, reversedNext, reversedFields, reversedMethods,
                          "Return a reverse iterator over the values of the given sequence.");
}
void defineZipType(Type* t) {
    describeIteratorClass(
        t, "zip", sizeof(ZipObject), zipCreate, zipNext, zipFields, zipMethods,
        "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\n"
        "comes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\n"
        "raise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]");
}
void defineMapType(Type* t) {
    describeIteratorClass(
        t, "map", sizeof(MapObject), mapCreate, mapNext, mapFields, mapMethods,
        "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.");
}
void defineFilterType(Type* t) {
    describeIteratorClass(
        t, "filter", sizeof(FilterObject), filterCreate, filterNext, filterFields, filterMethods,
        "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.");
}

}
