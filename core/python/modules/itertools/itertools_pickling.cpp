// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/python/modules/itertools/itertools_objects.h"
#include "core/python/objects/exceptions/warnings.h"

// How iterators are taken apart for pickle, copy and deepcopy, and take their state back: __reduce__ and __setstate__.

namespace memtape::itertools {

namespace {

bool warnOfPickling() { return warn(exc::DeprecationWarning, "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14."); }

// (type, arguments) and (type, arguments, state); what is null has raised.
Owned taken(Object* type, Ref<> arguments) { return arguments ? packTuple(type, arguments.get()) : Owned(nullptr); }
Owned taken(Object* type, Ref<> arguments, Ref<> state) {
    return arguments && state ? packTuple(type, arguments.get(), state.get()) : Owned(nullptr);
}
template <class... Objects> Ref<> tupleOf(Objects*... items) { return Ref<>(packTuple(static_cast<Object*>(items)...)); }
Object* orNone(Object* o) { return o ? o : None; }
Owned emptyIterator() {
    Ref<> list(newList(0));
    return list ? getIter(list) : Owned(nullptr);
}

bool isStateTuple(Object* state) { return isTuple(state) || raise(exc::TypeError, "state is not a tuple"); }
// As PyArg_ParseTuple words it where the function has no name.
bool hasParts(TupleObject* state, ssize least, ssize most) {
    if (state->count >= least && state->count <= most) return true;
    const ssize wanted = state->count < least ? least : most;
    return raise(exc::TypeError, "function takes {} {} argument{} ({} given)",
                 least == most          ? "exactly"
                 : state->count < least ? "at least"
                                        : "at most",
                 wanted, wanted == 1 ? "" : "s", state->count);
}
bool isPart(TupleObject* state, ssize i, const Type* type) {
    return isInstance(state->items[i], const_cast<Type*>(type)) ||
           raise(exc::TypeError, "argument {} must be {}, not {}", i + 1, type->name, state->items[i]->type->name);
}
bool plainSize(Object* o, ssize* out) {
    if (!isInt(o)) return raise(exc::TypeError, "an integer is required");
    *out = indexAsSize(o, exc::OverflowError);
    return *out != -1 || !errorOccurred();
}
Failure invalid() { return raise(exc::ValueError, "invalid arguments"); }

Ref<> numbersOf(const ssize* numbers, ssize count) {
    Held<TupleObject> tuple(newTuple(count));
    for (ssize i = 0; tuple && i < count; ++i) {
        Owned number = newInt(numbers[i]);
        if (!number) return nullptr;
        replaceItem(tuple.get(), i, number.pointer);
    }
    return Ref<>(tuple.release());
}

}

// ---- counting and repeating ----------------------------------------------------------------------------------------------

Owned countReduce(Object* o) {
    auto* c = static_cast<CountObject*>(o);
    if (!warnOfPickling()) return nullptr;
    if (c->big) return taken(o->type, tupleOf(c->big, c->step));
    Ref<> start(newInt(c->small));
    return start ? taken(o->type, tupleOf(start.get())) : Owned(nullptr);
}

Owned repeatReduce(Object* o) {
    auto* r = static_cast<RepeatObject*>(o);
    if (!warnOfPickling()) return nullptr;
    if (r->remaining < 0) return taken(o->type, tupleOf(r->element));
    Ref<> times(newInt(r->remaining));
    return times ? taken(o->type, tupleOf(r->element, times.get())) : Owned(nullptr);
}

// One whose iterator is over goes on in the list of what that gave.
Owned cycleReduce(Object* o) {
    auto* c = static_cast<CycleObject*>(o);
    if (!warnOfPickling()) return nullptr;
    const bool isRound = !c->iterator;
    Held<> iterator(isRound ? getIter(c->saved) : newRef(c->iterator));
    if (iterator && isRound && c->index) {
        Held<> at(newInt(c->index)), setState(getAttr(iterator, "__setstate__"));
        if (!at || !setState || !Ref<>(call(setState, at))) return nullptr;
    }
    if (!iterator) return nullptr;
    return taken(o->type, tupleOf(iterator.get()), tupleOf(static_cast<Object*>(c->saved), isRound ? True : False));
}
Owned cycleSetState(Object* o, Object* state) {
    auto* c = static_cast<CycleObject*>(o);
    if (!warnOfPickling() || !isStateTuple(state)) return nullptr;
    TupleObject* parts = asTuple(state);
    if (!hasParts(parts, 2, 2) || !isPart(parts, 0, types::List)) return nullptr;
    if (!parts->items[1]->type->index) return raise(exc::TypeError, "'{}' object cannot be interpreted as an integer", parts->items[1]->type->name);
    const ssize restored = indexAsSize(parts->items[1], exc::OverflowError);
    if (restored == -1 && errorOccurred()) return nullptr;
    setField(c, c->saved, OwnedOf<ListObject>(asList(newRef(parts->items[0]).pointer)));
    c->restored = restored != 0;
    c->index = 0;
    return newNone();
}

// ---- selecting ------------------------------------------------------------------------------------------------------------

Owned filteringReduce(Object* o) {
    auto* f = static_cast<FilteringObject*>(o);
    return warnOfPickling() ? taken(o->type, tupleOf(f->function, f->iterator), Ref<>(newInt(f->state))) : Owned(nullptr);
}
Owned filteringSetState(Object* o, Object* state) {
    if (!warnOfPickling()) return nullptr;
    const int isOn = isTrue(state);
    if (isOn < 0) return nullptr;
    static_cast<FilteringObject*>(o)->state = isOn;
    return newNone();
}
Owned pairReduce(Object* o) {
    auto* f = static_cast<PairObject*>(o);
    return warnOfPickling() ? taken(o->type, tupleOf(f->function, f->iterator)) : Owned(nullptr);
}
Owned compressReduce(Object* o) {
    auto* c = static_cast<CompressObject*>(o);
    return warnOfPickling() ? taken(o->type, tupleOf(c->data, c->selectors)) : Owned(nullptr);
}

// A value that is None cannot be the state, which would say that there is none yet: it is put before the iterator again.
Owned accumulateReduce(Object* o) {
    auto* a = static_cast<AccumulateObject*>(o);
    if (!warnOfPickling()) return nullptr;
    Object *function = orNone(a->function), *before = !isNone(a->initial) ? a->initial : a->total && isNone(a->total) ? None : nullptr;
    if (!before) return taken(o->type, tupleOf(a->iterator, function), Ref<>(newRef(orNone(a->total))));
    Held<> first(packTuple(before)), chained(first ? call(ChainType, first, a->iterator) : Owned(nullptr));
    if (!chained) return nullptr;
    if (!isNone(a->initial)) return taken(o->type, tupleOf(chained.get(), function), Ref<>(newNone()));
    Held<> again(call(AccumulateType, chained, function)), one(newInt(1));
    return again && one ? taken(IndexSliceType, tupleOf(again.get(), one.get(), None)) : Owned(nullptr);
}
Owned accumulateSetState(Object* o, Object* state) {
    auto* a = static_cast<AccumulateObject*>(o);
    if (!warnOfPickling()) return nullptr;
    setField(a, a->total, newRef(state));
    return newNone();
}

Owned sliceReduce(Object* o) {
    auto* s = static_cast<SliceIteratorObject*>(o);
    if (!warnOfPickling()) return nullptr;
    if (!s->iterator) {
        Held<> nothing(emptyIterator()), zero(newInt(0));
        return nothing && zero ? taken(o->type, tupleOf(nothing.get(), zero.get()), Ref<>(newRef(zero))) : Owned(nullptr);
    }
    Held<> next(newInt(s->next)), stop(s->stop == -1 ? newNone() : newInt(s->stop)), step(newInt(s->step));
    if (!next || !stop || !step) return nullptr;
    return taken(o->type, tupleOf(s->iterator, next.get(), stop.get(), step.get()), Ref<>(newInt(s->count)));
}
Owned sliceSetState(Object* o, Object* state) {
    ssize count;
    if (!warnOfPickling() || !plainSize(state, &count)) return nullptr;
    static_cast<SliceIteratorObject*>(o)->count = count;
    return newNone();
}

// ---- joining --------------------------------------------------------------------------------------------------------------

Owned chainReduce(Object* o) {
    auto* c = static_cast<ChainObject*>(o);
    if (!warnOfPickling()) return nullptr;
    Ref<> nothing(newTuple(0));
    if (!c->source) return taken(o->type, std::move(nothing));
    return taken(o->type, std::move(nothing), c->active ? tupleOf(c->source, c->active) : tupleOf(c->source));
}
Owned chainSetState(Object* o, Object* state) {
    auto* c = static_cast<ChainObject*>(o);
    if (!warnOfPickling() || !isStateTuple(state) || !hasParts(asTuple(state), 1, 2)) return nullptr;
    TupleObject* parts = asTuple(state);
    for (ssize i = 0; i < parts->count; ++i)
        if (!parts->items[i]->type->iterNext) return raise(exc::TypeError, "Arguments must be iterators.");
    setField(c, c->source, newRef(parts->items[0]));
    setField(c, c->active, parts->count > 1 ? newRef(parts->items[1]) : Owned(nullptr));
    return newNone();
}

Owned zipLongestReduce(Object* o) {
    auto* z = static_cast<ZipLongestObject*>(o);
    if (!warnOfPickling()) return nullptr;
    Held<TupleObject> iterators(newTuple(z->width));
    for (ssize i = 0; iterators && i < z->width; ++i) {
        Object* iterator = z->iterators->items[i];
        replaceItem(iterators.get(), i, iterator ? newRef(iterator).pointer : newTuple(0).pointer);
    }
    return taken(o->type, Ref<>(iterators.release()), Ref<>(newRef(z->fill)));
}
Owned zipLongestSetState(Object* o, Object* state) {
    auto* z = static_cast<ZipLongestObject*>(o);
    if (!warnOfPickling()) return nullptr;
    setField(z, z->fill, newRef(state));
    return newNone();
}

// ---- groups and tees ------------------------------------------------------------------------------------------------------

Owned groupByReduce(Object* o) {
    auto* g = static_cast<GroupByObject*>(o);
    if (!warnOfPickling()) return nullptr;
    if (!g->targetKey || !g->currentKey || !g->currentValue) return taken(o->type, tupleOf(g->iterator, g->keyFunction));
    return taken(o->type, tupleOf(g->iterator, g->keyFunction), tupleOf(g->currentKey, g->currentValue, g->targetKey));
}
Owned groupBySetState(Object* o, Object* state) {
    auto* g = static_cast<GroupByObject*>(o);
    if (!warnOfPickling() || !isStateTuple(state) || !hasParts(asTuple(state), 3, 3)) return nullptr;
    Object** parts = asTuple(state)->items;
    setField(g, g->currentKey, newRef(parts[0]));
    setField(g, g->currentValue, newRef(parts[1]));
    setField(g, g->targetKey, newRef(parts[2]));
    return newNone();
}

// A group that another has followed has nothing more.
Owned grouperReduce(Object* o) {
    auto* g = static_cast<GrouperObject*>(o);
    if (!warnOfPickling()) return nullptr;
    if (g->parent->currentGrouper == g) return taken(o->type, tupleOf(static_cast<Object*>(g->parent), g->targetKey));
    Ref<> iter(builtinNamed("iter")), nothing(newTuple(0));
    return iter && nothing ? taken(iter.get(), tupleOf(nothing.get())) : Owned(nullptr);
}

Owned teeReduce(Object* o) {
    auto* t = static_cast<TeeObject*>(o);
    if (!warnOfPickling()) return nullptr;
    Ref<> nothing(newTuple(0)), index(newInt(t->index));
    return nothing && index ? taken(o->type, tupleOf(nothing.get()), tupleOf(static_cast<Object*>(t->data), index.get())) : Owned(nullptr);
}
Owned teeSetState(Object* o, Object* state) {
    auto* t = static_cast<TeeObject*>(o);
    if (!warnOfPickling() || !isStateTuple(state) || !hasParts(asTuple(state), 2, 2) || !isPart(asTuple(state), 0, TeeDataType)) return nullptr;
    Object** parts = asTuple(state)->items;
    const ssize index = indexAsSize(parts[1], exc::OverflowError);
    if (index == -1 && errorOccurred()) return nullptr;
    if (index < 0 || index > TeeDataObject::length) return raise(exc::ValueError, "Index out of range");
    setField(t, t->data, OwnedOf<TeeDataObject>(static_cast<TeeDataObject*>(newRef(parts[0]).pointer)));
    t->index = index;
    return newNone();
}

Owned teeDataReduce(Object* o) {
    auto* d = static_cast<TeeDataObject*>(o);
    if (!warnOfPickling()) return nullptr;
    Ref<> values(newListOf(d->values, d->count));
    return values ? taken(o->type, tupleOf(d->iterator, values.get(), orNone(d->next))) : Owned(nullptr);
}
Owned teeDataCreate(Type* type, Args args) {
    if (!checkArgCount("teedataobject", args.count, 3, 3)) return nullptr;
    if (!isList(args[1])) return raise(exc::TypeError, "teedataobject() argument 2 must be list, not {}", args[1]->type->name);
    const ListObject* values = asList(args[1]);
    const bool isFull = values->count == TeeDataObject::length, hasNext = !isNone(args[2]);
    if (values->count > TeeDataObject::length || (hasNext && (!isFull || args[2]->type != TeeDataType)))
        return raise(exc::ValueError, "Invalid arguments");
    auto* d = newInstance<TeeDataObject>(type);
    if (!d) return nullptr;
    d->iterator = newRef(args[0]).pointer;
    d->count = static_cast<int32_t>(values->count);
    for (ssize i = 0; i < values->count; ++i) d->values[i] = newRef(values->items[i]).pointer;
    if (hasNext) d->next = newRef(args[2]).pointer;
    return finishObject(d);
}

// ---- combining ------------------------------------------------------------------------------------------------------------

namespace {

// Each number of `state` in its place, within bounds; false: `state` is no tuple of so many, or has no number where one should be.
template <class Most> bool takeIndices(ssize* indices, ssize count, Object* state, ssize least, Most mostAt) {
    if (!isTuple(state) || asTuple(state)->count != count) return invalid();
    for (ssize i = 0; i < count; ++i) {
        ssize index;
        if (!plainSize(asTuple(state)->items[i], &index)) return false;
        indices[i] = std::max(std::min(index, mostAt(i)), least);
    }
    return true;
}

template <class T> Owned combiningReduce(T* c, Ref<> (*stateOf)(T*)) {
    if (!warnOfPickling()) return nullptr;
    Ref<> length(newInt(c->length)), nothing(newTuple(0));
    if (!length || !nothing) return nullptr;
    const bool isOver = c->result && c->stopped;
    Ref<> arguments = tupleOf(isOver ? nothing.get() : static_cast<Object*>(c->pool), length.get());
    return c->result && !isOver ? taken(c->type, std::move(arguments), stateOf(c)) : taken(c->type, std::move(arguments));
}

Owned combiningSetState(CombiningObject* c, Object* state, bool withReplacement) {
    const ssize n = c->pool->count, r = c->length;
    if (!warnOfPickling()) return nullptr;
    if (n == 0 && r > 0) return invalid();
    if (!takeIndices(c->indices, r, state, 0, [&](ssize i) { return withReplacement ? n - 1 : n - r + i; })) return nullptr;
    return firstResult(c, r) ? newNone() : Owned(nullptr);
}

}

Owned combinationsReduce(Object* o) {
    return combiningReduce<CombiningObject>(static_cast<CombiningObject*>(o), [](CombiningObject* c) { return numbersOf(c->indices, c->length); });
}
Owned combinationsSetState(Object* o, Object* state) { return combiningSetState(static_cast<CombiningObject*>(o), state, false); }
Owned withReplacementSetState(Object* o, Object* state) { return combiningSetState(static_cast<CombiningObject*>(o), state, true); }

Owned permutationsReduce(Object* o) {
    return combiningReduce<PermutationsObject>(static_cast<PermutationsObject*>(o), [](PermutationsObject* p) {
        Ref<> indices = numbersOf(p->indices, p->pool->count), cycles = numbersOf(p->cycles, p->length);
        return indices && cycles ? tupleOf(indices.get(), cycles.get()) : Ref<>();
    });
}
Owned permutationsSetState(Object* o, Object* state) {
    auto* p = static_cast<PermutationsObject*>(o);
    const ssize n = p->pool->count, r = p->length;
    if (!warnOfPickling() || !isStateTuple(state)) return nullptr;
    TupleObject* parts = asTuple(state);
    if (!hasParts(parts, 2, 2) || !isPart(parts, 0, types::Tuple) || !isPart(parts, 1, types::Tuple)) return nullptr;
    if (asTuple(parts->items[0])->count != n || asTuple(parts->items[1])->count != r || r > n) return invalid();
    if (!takeIndices(p->indices, n, parts->items[0], 0, [&](ssize) { return n - 1; }) ||
        !takeIndices(p->cycles, r, parts->items[1], 1, [&](ssize i) { return n - i; }))
        return nullptr;
    return firstResult(p, r) ? newNone() : Owned(nullptr);
}

Owned productReduce(Object* o) {
    auto* p = static_cast<ProductObject*>(o);
    if (!warnOfPickling()) return nullptr;
    if (p->stopped) {
        Ref<> nothing(newTuple(0));
        return nothing ? taken(o->type, tupleOf(nothing.get())) : Owned(nullptr);
    }
    if (!p->result) return taken(o->type, Ref<>(newRef(p->pools)));
    return taken(o->type, Ref<>(newRef(p->pools)), numbersOf(p->indices, p->pools->count));
}
Owned productSetState(Object* o, Object* state) {
    auto* p = static_cast<ProductObject*>(o);
    const ssize count = p->pools->count;
    auto poolAt = [p](ssize i) { return asTuple(p->pools->items[i]); };
    if (!warnOfPickling()) return nullptr;
    if (!isTuple(state) || asTuple(state)->count != count) return invalid();
    for (ssize i = 0; i < count; ++i) {
        if (poolAt(i)->count) continue;
        p->stopped = 1;
        return newNone();
    }
    if (!takeIndices(p->indices, count, state, 0, [&](ssize i) { return poolAt(i)->count - 1; })) return nullptr;
    Held<TupleObject> result(newTuple(count));
    if (!result) return nullptr;
    for (ssize i = 0; i < count; ++i) replaceItem(result.get(), i, newRef(poolAt(i)->items[p->indices[i]]).pointer);
    setField(p, p->result, result.release());
    return newNone();
}

}
