// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/itertools/itertools_objects.h"
#include "core/python/objects/classes/function_object.h"

// itertools: the module, and its endless iterators.

namespace memtape {

namespace itertools {

#define DEFINE(Name) Type* Name##Type = nullptr;
ITERTOOLS_TYPES(DEFINE)
#undef DEFINE

namespace {

// ---- count ---------------------------------------------------------------------------------------------------------------

bool isNumber(Object* o) { return o->type->index || o->type->toInt || o->type->toFloat || isInstance(o, types::Complex); }

Owned countCreate(Type* type, Args args) {
    Object* given[2] = {nullptr, nullptr};
    if (!parseArgs("count", args, "| start step", given)) return nullptr;
    for (Object* o : given)
        if (o && !isNumber(o)) return raise(exc::TypeError, "a number is required");
    Held<> start(given[0] ? newRef(given[0]) : newInt(0)), step(given[1] ? newRef(given[1]) : newInt(1));
    int overflow = 0;
    bool fast = isInt(start.get());
    ssize small = fast ? intValue(start, &overflow) : 0;
    if (overflow || !(isInt(step.get()) && isCompactInt(step) && compactValue(step) == 1)) fast = false;
    CountObject* c = newInstance<CountObject>(type);
    if (!c) return nullptr;
    c->small = fast ? small : PTRDIFF_MAX;
    c->big = fast ? nullptr : start.release().pointer;
    c->step = step.release().pointer;
    return finishObject(c);
}

Owned countNext(Object* o) {
    CountObject* c = static_cast<CountObject*>(o);
    if (c->small != PTRDIFF_MAX) return newInt(c->small++);
    if (!c->big) setField(c, c->big, newInt(PTRDIFF_MAX));
    if (!c->big) return nullptr;
    Owned following = numberAdd(c->big, c->step);
    if (!following) return nullptr;
    Owned value = newRef(c->big);
    setField(c, c->big, following);
    return value;
}

Owned countRepr(Object* o) {
    CountObject* c = static_cast<CountObject*>(o);
    std::string name = o->type->name;
    name = name.substr(name.rfind('.') + 1);
    if (!c->big) return newStr(name + '(' + std::to_string(c->small) + ')');
    std::string out = name + '(';
    if (!appendRepr(out, c->big)) return nullptr;
    if (!(isInt(c->step) && isCompactInt(c->step) && compactValue(c->step) == 1)) {
        out += ", ";
        if (!appendRepr(out, c->step)) return nullptr;
    }
    return newStr(out + ')');
}

const Field countFields[] = {{"count", offsetof(CountObject, big)}, {"step", offsetof(CountObject, step)}, {}};
const MethodDef countMethods[] = {{"__reduce__", countReduce}, {}};

// ---- cycle ---------------------------------------------------------------------------------------------------------------

Owned cycleCreate(Type* type, Args args) {
    if (initIsOf(type, CycleType) && !checkNoKeywords("cycle", args)) return nullptr;
    if (!checkArgCount("cycle", args.count, 1, 1)) return nullptr;
    Held<> iterator(getIter(args[0]));
    if (!iterator) return nullptr;
    Held<ListObject> saved(newList(0));
    if (!saved) return nullptr;
    CycleObject* c = newInstance<CycleObject>(type);
    if (!c) return nullptr;
    c->iterator = iterator.release().pointer;
    c->saved = saved.release().pointer;
    return finishObject(c);
}

Owned cycleNext(Object* o) {
    CycleObject* c = static_cast<CycleObject*>(o);
    if (c->iterator) {
        Owned item = nextOf(c->iterator);
        if (item) {
            if (!c->restored && !listAppend(c->saved, item.pointer)) return nullptr;
            return item;
        }
        if (errorOccurred()) return nullptr;
        dropField(c, c->iterator);
    }
    if (c->saved->count == 0) return nullptr;
    Owned item = newRef(c->saved->items[c->index]);
    if (++c->index >= c->saved->count) c->index = 0;
    return item;
}

const MethodDef cycleMethods[] = {{"__reduce__", cycleReduce}, {"__setstate__", cycleSetState}, {}};
const Field cycleFields[] = {{"iterator", offsetof(CycleObject, iterator)}, {"saved", offsetof(CycleObject, saved)}, {}};

// ---- repeat --------------------------------------------------------------------------------------------------------------

Owned repeatCreate(Type* type, Args args) {
    Object* given[2] = {nullptr, nullptr};
    if (!parseArgs("repeat", args, "object | times", given)) return nullptr;
    ssize times = -1;
    if (given[1]) {
        times = argumentAsSize(given[1]);
        if (times == -1 && errorOccurred()) return nullptr;
        if (times < 0) times = 0;
    }
    RepeatObject* r = newInstance<RepeatObject>(type);
    if (!r) return nullptr;
    r->element = newRef(given[0]).pointer;
    r->remaining = times;
    return finishObject(r);
}

Owned repeatNext(Object* o) {
    RepeatObject* r = static_cast<RepeatObject*>(o);
    if (r->remaining == 0) return nullptr;
    if (r->remaining > 0) --r->remaining;
    return newRef(r->element);
}

Owned repeatRepr(Object* o) {
    RepeatObject* r = static_cast<RepeatObject*>(o);
    std::string name = o->type->name, out = name.substr(name.rfind('.') + 1) + '(';
    if (!appendRepr(out, r->element)) return nullptr;
    if (r->remaining != -1) out += ", " + std::to_string(r->remaining);
    return newStr(out + ')');
}

Owned repeatHint(Object* o) {
    RepeatObject* r = static_cast<RepeatObject*>(o);
    if (r->remaining == -1) return raise(exc::TypeError, "len() of unsized object");
    return newInt(r->remaining);
}

const Field repeatFields[] = {{"element", offsetof(RepeatObject, element)}, {}};
const MethodDef repeatMethods[] = {{"__length_hint__", repeatHint}, {"__reduce__", repeatReduce}, {}};

}

void defineCount(Type* t) {
    describeIteratorClass(
        t, "itertools.count", sizeof(CountObject), countCreate, countNext, countFields, countMethods,
        "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n"
        "        while 1:\n            yield x\n            x += step");
    t->repr = countRepr;
}
void defineCycle(Type* t) {
    describeIteratorClass(t, "itertools.cycle", sizeof(CycleObject), cycleCreate, cycleNext, cycleFields, cycleMethods,
                          "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.");
}
void defineRepeat(Type* t) {
    describeIteratorClass(
        t, "itertools.repeat", sizeof(RepeatObject), repeatCreate, repeatNext, repeatFields, repeatMethods,
        "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.");
    t->repr = repeatRepr;
}

}

Owned makeItertoolsModule() {
    static const MethodDef functions[] = {{"tee", itertools::teeFunction, 1, 2}, {}};
    Ref<> module = newModule("itertools");
    if (!module || !addFunctions(module, functions)) return nullptr;
#define ADD(Name) \
    if (!addTypeToModule(module, itertools::Name##Type, itertools::define##Name)) return nullptr;
    ITERTOOLS_TYPES(ADD)
#undef ADD
    return module.release();
}

}
